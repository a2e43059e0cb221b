//! Which way a date without a year, or a weekday, points: the tense of the clause it stands in.
//!
//! In: the token of the expression. Out: [`Way`]. Example: "met on Monday" points back, "will meet on Monday" ahead.
//! Limits: a present tense ("meets Monday") points nowhere; the nearest verb is taken for the clause's.

use crate::prose::Prose;
use crate::tag::Pos;
use crate::value::time::Reader;

/// Where an expression points from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Ahead,
    Unknown,
}

/// A verb is looked for this many tokens away at most.
const REACH: usize = 40;
/// The words of a verb group stand at most this many tokens before its verb.
const GROUP: usize = 4;
/// An infinitive may hang on this many others ("agreed to try to meet").
const DEPTH: u8 = 3;
/// Words whose infinitive lies ahead, in whatever tense they stand.
const AHEAD: &[&str] = &[
    "set",
    "due",
    "expected",
    "scheduled",
    "slated",
    "planned",
    "plan",
    "plans",
    "planning",
    "agreed",
    "agree",
    "want",
    "wants",
    "wanted",
    "hopes",
    "hoped",
    "hope",
    "intends",
    "intended",
    "intend",
    "likely",
    "ready",
    "about",
    "vowed",
    "promised",
    "threatened",
    "pledged",
    "going",
    "poised",
    "supposed",
    "invited",
    "willing",
    "decided",
    "aims",
    "aimed",
    "ordered",
    "asked",
    "told",
    "bound",
    "expects",
    "needs",
    "have",
    "has",
];

impl Reader<'_> {
    /// The way of the clause around the tokens.
    pub(super) fn way(&self, start: usize, end: usize) -> Way {
        let Some(sentence) = self.prose.sentence_at(start) else { return Way::Unknown };
        let first = sentence.start.max(start.saturating_sub(REACH));
        if self.points_back(start) {
            return Way::Back;
        }
        if self.points_ahead(start) {
            return Way::Ahead;
        }
        let mut near = (first..start).rev().take_while(|&i| !is_border(self.prose, i));
        let clause = near.find(|&i| self.opens_clause(i, start)).map_or(first, |i| i + 1);
        let back = |from: usize, to: usize| {
            let near = (from..to).rev().take_while(|&i| !is_border(self.prose, i));
            near.filter_map(|i| verb_way(self.prose, i, DEPTH)).next()
        };
        let last = sentence.end.min(end + REACH);
        let after = || {
            let near = (end..last).take_while(|&i| !is_border(self.prose, i));
            near.filter_map(|i| verb_way(self.prose, i, DEPTH)).next()
        };
        let inner = back(clause, start);
        let told = inner.filter(|&way| way != Way::Unknown).or_else(after);
        told.or(inner).or_else(|| back(first, clause)).unwrap_or(Way::Unknown)
    }

    /// "said that by Friday it would end", "said the talks on Friday would go on": the clause of the expression begins behind the word.
    fn opens_clause(&self, at: usize, start: usize) -> bool {
        let prose = self.prose;
        let is_noun =
            matches!(prose.pos(at + 1), Pos::Det | Pos::Pron | Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num);
        prose.lower(at) == "that" || at + 1 < start && prose.lower(at) == "said" && is_noun
    }

    /// "moved to Friday", "postponed until May", "due on Friday", "ahead of Friday": what is put off or set lies ahead.
    fn points_ahead(&self, start: usize) -> bool {
        let word = |n: usize| start.checked_sub(n).map_or("", |i| self.prose.lower(i));
        let verbs = ["moved", "postponed", "delayed", "rescheduled", "pushed", "adjourned", "extended"];
        let is_put_off = verbs.contains(&word(2)) && matches!(word(1), "to" | "until" | "till");
        let set = ["scheduled", "set", "due", "planned", "slated", "expected"];
        is_put_off
            || set.contains(&word(1))
            || set.contains(&word(2)) && matches!(word(1), "for" | "on" | "by")
            || word(2) == "ahead" && word(1) == "of"
            || word(2) == "deadline" && word(1) == "of"
    }

    /// "since January", "dates back to January".
    fn points_back(&self, start: usize) -> bool {
        let word = |n: usize| start.checked_sub(n).map_or("", |i| self.prose.lower(i));
        word(1) == "since"
            || word(2) == "since"
            || word(1) == "to" && matches!(word(2), "back" | "dating" | "dates" | "dated")
    }
}

/// Verbs whose past has the form of the present.
const INVARIANT: [&str; 16] = [
    "beat", "bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set", "shed",
    "shut", "split", "spread",
];

fn is_border(prose: &Prose, at: usize) -> bool {
    matches!(prose.raw(at), ";" | ":" | "—" | "“" | "”" | "\"")
}

/// The way a verb points; `None` for what is no verb, or a participle that leans on another.
fn verb_way(prose: &Prose, at: usize, depth: u8) -> Option<Way> {
    let word = prose.lower(at);
    if prose.raw(at) == "May" {
        return None;
    }
    match word {
        "was" | "were" | "had" | "did" => return Some(Way::Back),
        _ if is_modal(word) => return Some(Way::Ahead),
        _ => {}
    }
    // "is meeting" is a verb, whatever the tagger makes of "meeting".
    let before = at.checked_sub(1).map_or("", |i| prose.lower(i));
    if word.ends_with("ing") && matches!(before, "is" | "are" | "was" | "were") {
        return progressive(&[before]);
    }
    // "the paper reports": the present of reporting tells nothing of when.
    if prose.pos(at) != Pos::Verb || matches!(word, "says" | "say" | "reports" | "writes" | "according") {
        return None;
    }
    let group: Vec<&str> = (at.saturating_sub(GROUP)..at).map(|i| prose.lower(i)).collect();
    let last = group.last().copied().unwrap_or("");
    if last == "to" {
        return infinitive(prose, at, depth);
    }
    // "…, said Smyth" closes a clause and is in no verb group of it.
    if word == "said" && !matches!(last, "be" | "been" | "have") {
        return Some(Way::Back);
    }
    if group.iter().any(|w| is_modal(w)) {
        return Some(Way::Ahead);
    }
    if word.ends_with("ing") {
        return progressive(&group);
    }
    if is_past(prose, at) {
        let is_planned = matches!(word, "scheduled" | "slated" | "expected" | "planned" | "set")
            && group.iter().any(|w| matches!(*w, "is" | "are" | "'s"));
        return Some(if is_planned { Way::Ahead } else { Way::Back });
    }
    // "put", "cut", "beat" may be past or not, so an earlier verb decides; right behind a single thing they are past ("the bank cuts" is not).
    let subject = at.checked_sub(1).filter(|&i| matches!(prose.pos(i), Pos::Noun | Pos::Propn));
    if INVARIANT.contains(&word) && subject.is_some_and(|i| !prose.lower(i).ends_with('s')) {
        return Some(Way::Back);
    }
    let is_third = word.ends_with('s') && word != prose.lemma(at);
    is_third.then_some(Way::Unknown)
}

fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "will" | "'ll" | "wo" | "shall" | "would" | "may" | "might" | "could" | "must" | "should" | "can"
    )
}

/// A past form differs from the lemma and is neither "-ing" nor "-s".
fn is_past(prose: &Prose, at: usize) -> bool {
    let word = prose.lower(at);
    word.ends_with("ed") || word != prose.lemma(at) && !word.ends_with("ing") && !word.ends_with('s')
}

fn progressive(group: &[&str]) -> Option<Way> {
    group.iter().rev().find_map(|word| match *word {
        "is" | "are" | "am" | "'s" | "'re" | "'m" => Some(Way::Ahead),
        "was" | "were" | "been" => Some(Way::Back),
        _ => None,
    })
}

/// "is due to meet" points ahead, "came to meet" back, a headline's "to meet" ahead.
fn infinitive(prose: &Prose, at: usize, depth: u8) -> Option<Way> {
    let to = at.checked_sub(1)?;
    let start = prose.sentence_at(at).map_or(0, |s| s.start).max(to.saturating_sub(REACH));
    let before = to.checked_sub(1).map_or("", |i| prose.lower(i));
    if AHEAD.contains(&before) {
        return Some(Way::Ahead);
    }
    let governor = (start..to)
        .rev()
        .take_while(|&i| !is_border(prose, i))
        .find(|&i| prose.pos(i) == Pos::Verb || is_auxiliary(prose.lower(i)));
    match governor {
        Some(verb) if AHEAD.contains(&prose.lower(verb)) => Some(Way::Ahead),
        Some(verb) if depth > 0 => verb_way(prose, verb, depth - 1),
        Some(_) => Some(Way::Unknown),
        _ => Some(Way::Ahead),
    }
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "was" | "were" | "had" | "did" | "will" | "would" | "may" | "might" | "could" | "is" | "are"
    )
}
