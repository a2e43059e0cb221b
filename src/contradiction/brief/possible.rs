//! "The family returns" where the article has a law that may allow the family to return: what is only possible told as done.

use crate::contradiction::brief::{Clash, Line, Near, denies};
use crate::kind::ContradictionKind;
use crate::prose::Prose;
use crate::tag::Pos;

/// So much of the claim, in percent, stands in one sentence of the article.
const LEAST_BEST: u32 = 60;
/// "May" stands within so many words before what may be,
const MODAL: usize = 3;
/// an offer within so many,
const OFFER: usize = 4;
/// and what would be allowed within so many, as those come between whom it would be.
const REACH: usize = 12;

/// What the claim says is so and every sentence on the matter has as a possibility alone.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    let prose = &line.own.prose;
    let verb = line.tokens.clone().find(|&i| prose.pos(i) == Pos::Verb)?;
    let is_sure = !line.tokens.clone().any(|i| denies(prose, i) || is_modal(prose, i))
        && prose.lower(verb) != prose.lemma(verb)
        && !prose.lower(verb).ends_with("ing");
    if !is_sure || line.best() < LEAST_BEST {
        return None;
    }
    let told = |near: &Near| Some((near.parallel.link(verb)?, near.coverage));
    let all: Vec<(usize, u32)> = line.near.iter().filter_map(told).collect();
    let &(at, coverage) = all.first()?;
    let is_open = all.iter().all(|&(at, _)| is_possible(&line.other.prose, at));
    (is_open && coverage >= LEAST_BEST).then_some(Clash {
        kind: ContradictionKind::Lexical,
        own: verb..verb + 1,
        other: at..at + 1,
        what: "the long text has it as possible only",
        confidence: 60,
    })
}

fn is_modal(prose: &Prose, at: usize) -> bool {
    matches!(prose.lower(at), "may" | "might" | "could" | "can" | "will" | "to" | "would")
}

/// "May return", "an offer to return", "a bill allowing them to return".
fn is_possible(prose: &Prose, at: usize) -> bool {
    let sentence = prose.sentence_at(at).unwrap_or(at..at);
    let before = |reach: usize| at.saturating_sub(reach).max(sentence.start)..at;
    let is_offered = at > 0
        && prose.lower(at - 1) == "to"
        && before(OFFER).any(|i| matches!(prose.lemma(i), "consider" | "offer" | "proposal" | "propose"));
    // A law that stands and "allowed them to return" tells that they did.
    let is_allowed = before(REACH).any(|i| {
        matches!(prose.lower(i), "allow" | "allowing" | "let" | "letting" | "permit" | "permitting")
    });
    let is_draft = sentence.clone().any(|i| {
        matches!(
            prose.lower(i),
            "may" | "might" | "could" | "would" | "bill" | "draft" | "moves" | "proposal"
        )
    });
    before(MODAL).any(|i| matches!(prose.lower(i), "may" | "might" | "could"))
        || is_offered
        || is_allowed && is_draft
}
