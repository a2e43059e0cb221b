//! Claims made by verbs.

use std::ops::Range;

use crate::claim::certainty::{Chain, chain};
use crate::claim::clause::{is_preposition, is_verb};
use crate::claim::{Argument, Certainty, Claim, Frame, Layers, frame, quotation_of, within};
use crate::kind::{BlockRole, EntityKind, QuoteKind};
use crate::prose::Prose;
use crate::tag::Pos;

/// Arguments further away than this many tokens are not the verb's.
const REACH: usize = 40;

/// Claims of one sentence's verbs, in order.
#[must_use]
pub fn claims(layers: Layers<'_>, sentence: usize, clauses: &[Range<usize>]) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::new();
    let Some(tokens) = layers.prose.sentences.get(sentence) else { return out };
    for (nth, clause) in clauses.iter().enumerate() {
        let mut previous = clause.start;
        for head in heads(layers, clause) {
            let chain = chain(layers.lex, layers.prose, previous, head);
            let main = nth.checked_sub(1).and_then(|n| clauses.get(n));
            let inherited = main.and_then(|main| {
                inherited(layers.prose, clause, &out, &chain)
                    .or_else(|| relative(layers, main, clause, chain.tokens.start))
            });
            let agents = match inherited {
                Some(agents) => agents,
                None => agents(layers, clipped(layers, clause.clone(), head).start, chain.tokens.start),
            };
            let sentence_range = tokens.clone();
            out.push(claim(
                layers,
                Spot { sentence, tokens: sentence_range, clause: clause.clone(), head },
                &chain,
                agents,
            ));
            previous = head + 1;
        }
    }
    out
}

/// Content verbs of a clause that no later verb of the clause governs ("plans" in "plans to meet" is governed).
fn heads(layers: Layers<'_>, clause: &Range<usize>) -> Vec<usize> {
    let verbs: Vec<usize> =
        clause.clone().filter(|&i| layers.prose.pos(i) == Pos::Verb && is_verb(layers.prose, i)).collect();
    let mut heads = Vec::new();
    for (n, &verb) in verbs.iter().enumerate() {
        let governed = verbs.get(n + 1).is_some_and(|&next| {
            next - verb < 8 && chain(layers.lex, layers.prose, verb, next).tokens.start <= verb
        });
        if !governed {
            heads.push(verb);
        }
    }
    heads
}

/// A verb right behind "and", "but" or a comma has the subject of the verb before; "who" stands for the name before it.
fn inherited(prose: &Prose, clause: &Range<usize>, before: &[Claim], chain: &Chain) -> Option<Vec<usize>> {
    let words = clause.start..chain.tokens.start;
    let only_links = words
        .clone()
        .all(|i| matches!(prose.lower(i), "and" | "but" | "," | "then" | "also" | "or" | "yet" | "so"));
    let last = before.last()?;
    if only_links && words.len() <= 3 && last.tokens.end == clause.start {
        return Some(last.agents.clone());
    }
    None
}

/// "Smith, who lives in Leeds, was arrested": Smith is the subject of both verbs.
fn relative(layers: Layers<'_>, main: &Range<usize>, clause: &Range<usize>, at: usize) -> Option<Vec<usize>> {
    let prose = layers.prose;
    let is_opening = |i: usize| matches!(prose.lower(i), "," | "who" | "which");
    let opening = clause.clone().take_while(|&i| is_opening(i)).count();
    let has_pronoun = (clause.start..clause.start + opening).any(|i| prose.lower(i) != ",");
    let end = if prose.lower(clause.start - 1) == "," { clause.start - 1 } else { clause.start };
    let until = layers.names.mentions.partition_point(|m| m.tokens.start < end);
    let named = (0..until)
        .rev()
        .take(3)
        .find(|&m| layers.names.mentions.get(m).is_some_and(|m| !m.nested && m.tokens.end == end))?;
    if !has_pronoun {
        return None;
    }
    if at == clause.start + opening {
        return Some(vec![named]);
    }
    let from = main.clone().rfind(|&i| prose.lower(i) == "that").map_or(main.start, |i| i + 1);
    let resumes = prose.lower(at - 1) == ","
        && (clause.start + opening..at).any(|i| is_verb(prose, i))
        && !(from..main.end).any(|i| is_verb(prose, i));
    resumes.then(|| agents(layers, from, main.end))
}

struct Spot {
    sentence: usize,
    tokens: Range<usize>,
    clause: Range<usize>,
    head: usize,
}

fn claim(layers: Layers<'_>, spot: Spot, chain: &Chain, agents: Vec<usize>) -> Claim {
    let Spot { sentence, tokens, clause, head } = spot;
    let prose = layers.prose;
    let clause = clipped(layers, clause, head);
    let role = prose.role_of(head);
    let lemma = prose.lemma(head);
    let class = layers
        .lex
        .events
        .get(lemma)
        .filter(|row| row.get(1) != Some(&"noun"))
        .and_then(|row| row.first().copied());
    let negated_subject = (clause.start..chain.tokens.start)
        .any(|i| matches!(prose.lower(i), "no" | "nobody" | "none" | "neither"));
    let is_negated = chain.is_negated != (negated_subject && prose.pos(head) == Pos::Verb);
    let mut certainty = chain.certainty;
    if negated_subject && !chain.is_negated {
        certainty = match certainty {
            Certainty::Done => Certainty::NotDone,
            _ => Certainty::Denied,
        };
    }
    if is_hoped(prose, clause.start, chain.tokens.start) {
        certainty = certainty.min(Certainty::Possible);
    }
    if is_bare_infinitive(prose, role, chain) {
        certainty = certainty.min(Certainty::Planned);
    }
    let quotation = quotation_of(layers, head);
    let mut frame = frame(prose, &tokens, &clause, &chain.tokens);
    if frame == Frame::Conditional && is_future_in_past(layers, quotation, &tokens, &chain.tokens) {
        frame = Frame::Plain;
        certainty = certainty.min(Certainty::Planned);
    }
    Claim {
        sentence,
        span: prose.cover(clause.clone()),
        head,
        event: class.unwrap_or(lemma).to_owned(),
        is_known_event: class.is_some(),
        is_nominal: false,
        is_passive: is_passive(prose, chain),
        agents,
        others: others(layers, head + 1, next_verb(prose, head + 1, clause.end)),
        quantities: within(layers.quantities, &clause, |q| &q.tokens),
        times: within(layers.times, &clause, |t| &t.tokens),
        certainty,
        is_negated,
        is_hedged: chain.is_hedged,
        frame,
        quotation,
        role,
        tokens: clause,
    }
}

/// The part of a clause inside the quotation that holds its predicate: who says it takes no part in it.
#[must_use]
pub fn clipped(layers: Layers<'_>, clause: Range<usize>, head: usize) -> Range<usize> {
    match quotation_of(layers, head).and_then(|q| layers.quotations.get(q)) {
        Some(quotation) => clause.start.max(quotation.tokens.start)..clause.end.min(quotation.tokens.end),
        None => clause,
    }
}

/// "Smith said she would come": what was "will" when it was said. Not with a condition, and not in marks.
fn is_future_in_past(
    layers: Layers<'_>,
    quotation: Option<usize>,
    sentence: &Range<usize>,
    chain: &Range<usize>,
) -> bool {
    let prose = layers.prose;
    let Some(quotation) = quotation.and_then(|q| layers.quotations.get(q)) else { return false };
    let is_reported = quotation.kind == QuoteKind::Indirect
        && quotation.cue.is_some_and(|cue| {
            prose.tokens_in(cue).any(|i| prose.lower(i).ends_with("ed") || prose.lower(i) == "said")
        });
    let is_tied = sentence.clone().any(|i| matches!(prose.lower(i), "if" | "unless" | "whether" | "?"));
    // "Would be the first" and "would have" weigh what may never come.
    let is_weighed = chain.clone().any(|i| matches!(prose.lower(i), "be" | "have" | "like" | "should"));
    is_reported && !is_tied && !is_weighed
}

/// "A good chance he'll come", "hope that they will come": what the clause hangs on is no more than possible.
#[must_use]
pub fn is_hoped(prose: &Prose, from: usize, at: usize) -> bool {
    let is_hope = |i: usize| {
        matches!(prose.lemma(i), "chance" | "possibility" | "prospect" | "hope" | "odds" | "likelihood")
    };
    (from.saturating_sub(2).max(at.saturating_sub(6))..at).any(is_hope)
}

/// The first verb of a stretch, which takes the arguments behind it.
#[must_use]
pub fn next_verb(prose: &Prose, from: usize, end: usize) -> usize {
    (from..end).find(|&i| is_verb(prose, i)).unwrap_or(end)
}

/// A headline's "Smith to Meet Brown".
fn is_bare_infinitive(prose: &Prose, role: BlockRole, chain: &Chain) -> bool {
    let is_heading = matches!(role, BlockRole::Headline | BlockRole::Subhead | BlockRole::Standfirst);
    is_heading && chain.tokens.len() == 2 && prose.lower(chain.tokens.start) == "to"
}

fn is_passive(prose: &Prose, chain: &Chain) -> bool {
    let head = chain.tokens.end - 1;
    let is_participle = prose.lower(head).ends_with("ed")
        || prose.lower(head).ends_with("en")
        || prose.lemma(head) != prose.lower(head);
    let be = chain
        .tokens
        .clone()
        .rev()
        .skip(1)
        .find(|&i| prose.pos(i) == Pos::Aux || prose.lemma(i) == "be" || prose.lemma(i) == "get");
    is_participle
        && !prose.lower(head).ends_with("ing")
        && be.is_some_and(|i| matches!(prose.lemma(i), "be" | "get") || prose.lower(i) == "been")
}

/// Mentions of the subject: those before the verb that no preposition brings in.
#[must_use]
pub fn agents(layers: Layers<'_>, from: usize, end: usize) -> Vec<usize> {
    let from = from.max(end.saturating_sub(REACH));
    let subject = arguments(layers, from, end, Side::Before).into_iter().filter(|a| a.preposition.is_empty());
    subject.map(|a| a.mention).collect()
}

/// Mentions behind the verb, each with its preposition.
#[must_use]
pub fn others(layers: Layers<'_>, from: usize, end: usize) -> Vec<Argument> {
    arguments(layers, from, end.min(from + REACH), Side::Behind)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// The mentions of a stretch that are no mere modifiers, each with the preposition that brings it in.
fn arguments(layers: Layers<'_>, from: usize, end: usize, side: Side) -> Vec<Argument> {
    let mut out: Vec<Argument> = Vec::new();
    let start = layers.names.mentions.partition_point(|m| m.tokens.start < from);
    for (index, mention) in
        layers.names.mentions.iter().enumerate().skip(start).take_while(|(_, m)| m.tokens.start < end)
    {
        if mention.nested || is_modifier(layers, index, end) {
            continue;
        }
        let after = out
            .last()
            .and_then(|a: &Argument| layers.names.mentions.get(a.mention))
            .map_or(from, |m| m.tokens.end);
        let preposition = preposition(layers.prose, after, mention.tokens.start)
            .unwrap_or_else(|| coordinated(layers, &out, after..mention.tokens.start, side));
        out.push(Argument { mention: index, preposition });
    }
    out
}

/// The nearest preposition between two mentions, looking leftward over the noun phrase.
fn preposition(prose: &Prose, from: usize, at: usize) -> Option<String> {
    let mut i = at;
    while i > from {
        i -= 1;
        match prose.pos(i) {
            _ if is_preposition(prose, i) => return Some(prose.lower(i).to_owned()),
            Pos::Verb | Pos::Aux | Pos::Sconj => return Some(String::new()),
            _ if matches!(prose.lower(i), "," | "and" | "or" | "&") => return None,
            _ => {}
        }
    }
    (i == at || from < at).then(String::new)
}

/// "With Smith and Brown": the second has the preposition of the first. Before a verb a comma does not join: "by the paper, Smith plans".
fn coordinated(layers: Layers<'_>, before: &[Argument], between: Range<usize>, side: Side) -> String {
    let is_link = |i: usize| {
        matches!(layers.prose.lower(i), "and" | "or" | "&")
            || side == Side::Behind && layers.prose.lower(i) == ","
    };
    let has_link = between.clone().any(is_link);
    let is_clean = between.clone().all(|i| !is_verb(layers.prose, i));
    match before.last() {
        Some(last) if has_link && is_clean => last.preposition.clone(),
        _ => String::new(),
    }
}

/// "Russian" in "Russian President Smith" only tells whose president: the person is the argument.
fn is_modifier(layers: Layers<'_>, index: usize, end: usize) -> bool {
    let Some(mention) = layers.names.mentions.get(index) else { return true };
    if matches!(layers.prose.lower(mention.tokens.end), "'s" | "'")
        && layers.prose.pos(mention.tokens.end + 1) != Pos::Verb
    {
        return true;
    }
    if !matches!(mention.kind, EntityKind::Group | EntityKind::Place | EntityKind::Organization) {
        return false;
    }
    let next = layers
        .names
        .mentions
        .iter()
        .skip(index + 1)
        .find(|m| !m.nested && m.tokens.start >= mention.tokens.end);
    let Some(next) =
        next.filter(|n| n.kind == EntityKind::Person && n.tokens.start < end.min(mention.tokens.end + 6))
    else {
        return false;
    };
    (mention.tokens.end..next.tokens.start).all(|i| {
        matches!(layers.prose.pos(i), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Part | Pos::X)
            || matches!(layers.prose.lower(i), "'s" | "-" | "prime")
            || layers.prose.lower(i) == "," && i + 1 == next.tokens.start
    }) && mention.tokens.end < next.tokens.start
        && layers.prose.lower(mention.tokens.end) != ","
}
