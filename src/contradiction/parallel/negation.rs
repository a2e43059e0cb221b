//! "Was found guilty" beside "was not found guilty": one verb, denied on one side only.

use std::ops::Range;

use crate::contradiction::parallel::doing::{Doing, of_heads};
use crate::contradiction::parallel::{Clash, Sides};
use crate::corpus::Document;
use crate::kind::ContradictionKind;
use crate::prose::Prose;
use crate::tag::Pos;

/// So much of the sentence that denies, in percent, stands in the other.
const LEAST_COVERAGE: u32 = 70;
/// So much of a summary or claim.
const BRIEF_COVERAGE: u32 = 60;
/// Fewer words in common make no common matter.
const LEAST_LINKS: usize = 4;
/// A negator bears on the next word of weight within so many tokens.
const REACH: usize = 5;
/// Words that deny, or leave open, without a negator.
const DENYING: [&str; 34] = [
    "rumor",
    "rumour",
    "allegation",
    "discount",
    "dismiss",
    "doubt",
    "unlike",
    "question",
    "deny",
    "fail",
    "refuse",
    "decline",
    "reject",
    "lack",
    "avoid",
    "prevent",
    "stop",
    "cease",
    "without",
    "hardly",
    "barely",
    "rarely",
    "scarcely",
    "unlikely",
    "unable",
    "yet",
    "neither",
    "nor",
    "no",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "few",
];

/// A word that one sentence denies and the other asserts.
pub fn clash(sides: &Sides<'_>) -> Option<Clash> {
    let own = negated(sides.own, &sides.own_tokens);
    let other = negated(sides.other, &sides.other_tokens);
    if own.len() + other.len() != 1 {
        return None;
    }
    let (mine, theirs, is_own) = match (own.first(), other.first()) {
        (Some((negator, head)), None) => (*negator..*head + 1, sides.parallel.link(*head)?, true),
        (None, Some((negator, head))) => {
            let link = sides.parallel.links.iter().find(|l| l.1 == *head)?.0;
            (*negator..*head + 1, link, false)
        }
        _ => return None,
    };
    let (no, yes, no_tokens, yes_tokens) = if is_own {
        (sides.own, sides.other, &sides.own_tokens, &sides.other_tokens)
    } else {
        (sides.other, sides.own, &sides.other_tokens, &sides.own_tokens)
    };
    if sides.parallel.links.len() + usize::from(sides.is_brief) < LEAST_LINKS {
        return None;
    }
    // "Has not been released": not until then; "was overturning it": not yet done.
    let is_perfect =
        (mine.start.saturating_sub(1)..mine.end).any(|i| matches!(no.prose.lower(i), "has" | "have"));
    let is_course = is_perfect || yes.prose.lower(theirs).ends_with("ing");
    // What had not been done may have been done when the other article was written.
    let is_later = no.head.date.as_ref().zip(yes.head.date.as_ref()).is_some_and(|(no, yes)| yes > no);
    if is_course && !sides.is_mutual() || is_perfect && is_later {
        return None;
    }
    let is_tied = is_bound(&no.prose, no_tokens, &mine) || has_denial(&yes.prose, yes_tokens, theirs);
    let heads = if is_own { (mine.end - 1, theirs) } else { (theirs, mine.end - 1) };
    let is_other = of_heads(sides, heads.0, heads.1) == Doing::Other
        || sides.lex.reporting_verbs.has(no.prose.lower(mine.end - 1));
    let is_named = is_other || no.prose.pos(mine.end - 1) == Pos::Verb && yes.prose.pos(theirs) == Pos::Noun;
    let has_modal = modals(&no.prose, mine.start.saturating_sub(4)..mine.end)
        != modals(&yes.prose, theirs.saturating_sub(5).max(yes_tokens.start)..theirs);
    // What is denied of one thing may be so of another.
    let content = if is_own { &sides.parallel.own } else { &sides.parallel.other };
    let is_met = |i: usize| if is_own { sides.parallel.link(i).is_some() } else { sides.parallel.is_met(i) };
    let end =
        (mine.end..no_tokens.end).find(|&i| matches!(no.prose.lower(i), "," | ";" | "and" | "but" | "."));
    let object = mine.end..end.unwrap_or(no_tokens.end);
    let is_other_thing = content.iter().any(|i| object.contains(i) && !is_met(*i)) && !sides.is_mutual();
    if is_tied
        || is_named
        || has_modal
        || is_other_thing
        || sides.own_coverage(&(0..0)) < if sides.is_brief { BRIEF_COVERAGE } else { LEAST_COVERAGE }
    {
        return None;
    }
    let from = theirs.saturating_sub(1).max(yes_tokens.start)..theirs + 1;
    let (own, other) = if is_own { (mine, from) } else { (from, mine) };
    Some(Clash {
        kind: ContradictionKind::Negation,
        own,
        other,
        what: "one of the two is negated".to_owned(),
        confidence: 78,
    })
}

/// Each negator with the word that it bears on.
fn negated(document: &Document, tokens: &Range<usize>) -> Vec<(usize, usize)> {
    let prose = &document.prose;
    // "Never-before-seen" denies nothing.
    let is_negator =
        |&i: &usize| matches!(prose.lower(i), "not" | "n't" | "never" | "nor") && prose.lower(i + 1) != "-";
    let negators = tokens.clone().filter(is_negator);
    negators
        .filter_map(|i| {
            let head = (i + 1..tokens.end.min(i + 1 + REACH)).find(|&j| {
                matches!(prose.pos(j), Pos::Verb | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
                    && !matches!(prose.lemma(j), "be" | "have" | "do")
            })?;
            let is_owned = prose.pos(head) == Pos::Noun && (i..head).any(|j| prose.lemma(j) == "have");
            (prose.pos(head) != Pos::Propn && !is_owned).then_some((i, head))
        })
        .collect()
}

/// "Not only", "not all", "not … until", "not … but": the negator denies a part, and the rest stands.
fn is_bound(prose: &Prose, tokens: &Range<usize>, stretch: &Range<usize>) -> bool {
    let next = prose.lower(stretch.start + 1);
    let is_focus = matches!(
        next,
        "only"
            | "just"
            | "merely"
            | "simply"
            | "solely"
            | "necessarily"
            | "least"
            | "all"
            | "every"
            | "everyone"
            | "always"
            | "even"
            | "yet"
            | "so"
            | "much"
            | "enough"
            | "far"
            | "long"
            | "many"
            | "more"
            | "less"
            | "very"
            | "too"
    );
    let is_limited = (stretch.end..tokens.end)
        .any(|i| matches!(prose.lower(i), "until" | "unless" | "except" | "yet" | "alone"));
    let is_open = tokens.clone().any(|i| matches!(prose.lower(i), "if" | "whether" | "unless" | "unlike"));
    is_focus || is_limited || is_open
}

/// Whether words before the asserted one deny it or leave it open.
fn has_denial(prose: &Prose, tokens: &Range<usize>, at: usize) -> bool {
    let before = at.saturating_sub(7).max(tokens.start)..at;
    let is_denied =
        before.into_iter().any(|i| DENYING.contains(&prose.lemma(i)) || DENYING.contains(&prose.lower(i)));
    let is_denied_behind = (at + 1..tokens.end.min(at + 4))
        .any(|i| matches!(prose.lower(i), "no" | "none" | "nothing" | "nobody"));
    let is_prefixed = prose.lower(at).starts_with("un");
    is_denied
        || is_denied_behind
        || is_prefixed
        || tokens.clone().any(|i| matches!(prose.lower(i), "if" | "whether" | "unless"))
}

/// The modal words of a stretch, "wo" and "ca" in full.
fn modals(prose: &Prose, stretch: Range<usize>) -> Vec<&str> {
    let words = stretch.map(|i| match prose.lower(i) {
        "wo" | "'ll" => "will",
        "ca" => "can",
        "'d" => "would",
        word => word,
    });
    words
        .filter(|w| matches!(*w, "will" | "can" | "could" | "may" | "might" | "would" | "should" | "must"))
        .collect()
}
