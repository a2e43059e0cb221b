//! How surely something happens, read from auxiliaries, negation and the words that govern a verb or an event.
//!
//! The ladder follows FactBank (Saurí and Pustejovsky 2009), with rungs for plans between "possible" and "done".

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;

/// Rungs of the ladder, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Ruled out, refused, denied.
    Denied,
    /// Has not happened, up to now or ever: "has not met", "failed to agree". Says nothing of what will be.
    NotDone,
    /// Said to be open: "has not been scheduled", "no place has been agreed".
    Unsettled,
    /// "Unlikely to".
    Unlikely,
    /// "Could", "is considering", "is open to".
    Possible,
    /// "Expected to", "likely to".
    Likely,
    /// "Plans to", "will", a headline's bare "to".
    Planned,
    /// "Is set to", "is scheduled to".
    Scheduled,
    /// Has happened, happens, is so.
    Done,
    /// Only named, as in "expectations of a meeting": no rung at all.
    Named,
}

impl Certainty {
    /// The rung as a number; neighbours of one step are never set against each other.
    #[must_use]
    pub fn level(self) -> i32 {
        match self {
            Certainty::Denied | Certainty::NotDone => 0,
            Certainty::Unsettled | Certainty::Unlikely => 1,
            Certainty::Possible => 2,
            Certainty::Likely => 3,
            Certainty::Planned => 4,
            Certainty::Scheduled => 5,
            Certainty::Done | Certainty::Named => 6,
        }
    }

    /// As a reader says it.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Certainty::Denied => "denied or ruled out",
            Certainty::NotDone => "not having happened",
            Certainty::Unsettled => "not settled",
            Certainty::Unlikely => "unlikely",
            Certainty::Possible => "possible",
            Certainty::Likely => "likely",
            Certainty::Planned => "planned",
            Certainty::Scheduled => "set",
            Certainty::Done => "a fact",
            Certainty::Named => "named",
        }
    }

    fn parse(rung: &str) -> Option<Certainty> {
        Some(match rung {
            "denied" => Certainty::Denied,
            "failed" => Certainty::NotDone,
            "unlikely" => Certainty::Unlikely,
            "possible" => Certainty::Possible,
            "likely" => Certainty::Likely,
            "planned" => Certainty::Planned,
            "scheduled" => Certainty::Scheduled,
            _ => return None,
        })
    }
}

/// What stands before a predicate: the words that govern it, and what they say together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// From the first governing word to the predicate, the predicate included.
    pub tokens: Range<usize>,
    /// The rung they give.
    pub certainty: Certainty,
    /// Whether a negator stands among them an odd number of times.
    pub is_negated: bool,
    /// "Reportedly" and the like.
    pub is_hedged: bool,
}

/// At most this many tokens before a predicate can govern it.
const REACH: usize = 12;
/// The longest entry of the certainty lexicon, in words.
const LONGEST_OPERATOR: usize = 6;

/// Reads the words before the predicate at `head`, back to `from` at most.
#[must_use]
pub fn chain(lex: &Lexicon, prose: &Prose, from: usize, head: usize) -> Chain {
    let from = from.max(head.saturating_sub(REACH));
    let mut start = head;
    let mut rung: Option<Certainty> = None;
    let mut negators = 0;
    let mut is_hedged = false;
    while start > from {
        if let Some((length, operator)) = operator(lex, prose, from, start) {
            rung = Some(rung.map_or(operator, |r| r.min(operator)));
            start -= length;
            continue;
        }
        let word = start - 1;
        match link(prose, word) {
            Link::No => break,
            Link::Negator => negators += 1,
            Link::Hedge => is_hedged = true,
            Link::Modal(modal) => rung = Some(rung.map_or(modal, |r| r.min(modal))),
            Link::Plain => {}
        }
        start -= 1;
    }
    let is_negated = negators % 2 == 1;
    let is_open = rung.is_none() && !is_negated && is_open_infinitive(prose, start);
    Chain {
        tokens: start..head + 1,
        certainty: if is_open { Certainty::Named } else { weigh(rung, is_negated) },
        is_negated: is_negated || matches!(rung, Some(Certainty::Denied | Certainty::NotDone)),
        is_hedged,
    }
}

/// Verbs whose infinitive tells what was so: "managed to escape", "had to leave".
const IMPLICATIVE: [&str; 14] = [
    "manage", "force", "have", "help", "use", "come", "begin", "start", "continue", "go", "cause", "lead",
    "compel", "prove",
];

/// "Calls to resign", "tried to escape": the words do not say whether it happened.
fn is_open_infinitive(prose: &Prose, start: usize) -> bool {
    let Some(governor) = start.checked_sub(1) else { return false };
    prose.lower(start) == "to"
        && matches!(prose.pos(governor), Pos::Noun | Pos::Verb)
        && !IMPLICATIVE.contains(&prose.lemma(governor))
}

fn weigh(rung: Option<Certainty>, is_negated: bool) -> Certainty {
    match (rung, is_negated) {
        (None, false) => Certainty::Done,
        (None, true) => Certainty::NotDone,
        (Some(rung), false) => rung,
        (Some(Certainty::Possible), true) => Certainty::Unlikely,
        (Some(Certainty::Likely), true) => Certainty::Unlikely,
        (Some(Certainty::Denied | Certainty::NotDone | Certainty::Unlikely), true) => Certainty::Possible,
        (Some(_), true) => Certainty::Denied,
    }
}

/// The longest entry of the lexicon that ends right before `end`: its length in tokens. Quote marks inside it are passed over.
fn operator(lex: &Lexicon, prose: &Prose, from: usize, end: usize) -> Option<(usize, Certainty)> {
    let mut places = [0; LONGEST_OPERATOR];
    let found = (from..end).rev().filter(|&i| prose.kind(i) != TokenKind::QuoteMark);
    let count = places.iter_mut().zip(found).map(|(place, i)| *place = i).count();
    let words = places.get(..count)?;
    (1..=words.len()).rev().find_map(|length| {
        let start = *words.get(length - 1)?;
        if prose.pos(start) == Pos::Propn || is_bare_modal(prose, start, length) {
            return None;
        }
        let lemmas = words.get(..length)?.iter().rev().map(|&i| prose.lemma(i));
        let (found, row) = lex.certainty.phrase(lemmas)?;
        let rung = Certainty::parse(row.first()?)?;
        (found == length).then_some((end - start, rung))
    })
}

/// Modals are grammar here, whatever a lexicon says of the noun of the same spelling ("May").
fn is_bare_modal(prose: &Prose, at: usize, length: usize) -> bool {
    length == 1 && prose.pos(at) == Pos::Aux
}

enum Link {
    No,
    Plain,
    Negator,
    Hedge,
    Modal(Certainty),
}

fn link(prose: &Prose, at: usize) -> Link {
    match (prose.lower(at), prose.pos(at)) {
        ("not" | "n't" | "never" | "hardly" | "nor" | "neither", _) => Link::Negator,
        ("reportedly" | "allegedly" | "apparently" | "supposedly" | "purportedly", _) => Link::Hedge,
        ("could" | "may" | "might" | "can" | "ca", Pos::Aux | Pos::Verb) => Link::Modal(Certainty::Possible),
        ("will" | "'ll" | "wo" | "shall", Pos::Aux | Pos::Verb) => Link::Modal(Certainty::Planned),
        ("possibly" | "perhaps" | "maybe" | "potentially", _) => Link::Modal(Certainty::Possible),
        ("probably" | "likely", _) => Link::Modal(Certainty::Likely),
        (_, Pos::Aux | Pos::Adv | Pos::Part) => Link::Plain,
        _ if prose.kind(at) == TokenKind::QuoteMark => Link::Plain,
        ("have" | "has" | "had" | "be" | "is" | "are" | "was" | "were" | "been" | "being" | "to", _) => {
            Link::Plain
        }
        _ => Link::No,
    }
}
