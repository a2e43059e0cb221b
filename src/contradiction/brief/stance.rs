//! "Supports the ban" where the article has "doubts about the ban"; "was arrested" where it has police on the lookout: the contrary in another construction.

use std::ops::Range;

use crate::contradiction::brief::{Clash, Line, Near, denies};
use crate::contradiction::opposing::is_denied;
use crate::kind::ContradictionKind;
use crate::prose::Prose;
use crate::tag::Pos;

/// So much of the sentence, in percent, stands somewhere in the article,
const LEAST_COVERAGE: u32 = 80;
/// and so much in one sentence of it.
const LEAST_BEST: u32 = 40;
/// The contrary stands so many words before what it bears on,
const BEFORE: usize = 8;
/// or so many behind.
const BEHIND: usize = 6;
/// The verb bears on so many words that come next to it.
const MOST_THINGS: usize = 3;
/// Words before "against" that tell what somebody holds of a matter.
const STANCES: [&str; 9] = ["be", "campaign", "march", "protest", "rally", "speak", "stand", "vote", "war"];
/// A word that denies bears on the contrary within so many words.
const REACH: usize = 4;

/// What a claim says is done to a thing, with what beside that thing tells the contrary.
const CONTRARY: [(&[&str], &[&str]); 7] = [
    (
        &["accuse", "blame", "charge", "convict"],
        &["absolve", "acquit", "cleared", "exonerate", "nothing wrong"],
    ),
    (&["adopt", "approve", "pass", "ratify"], &["against", "reject", "veto"]),
    (&["arrest", "capture", "catch"], &["elude", "evade", "fugitive", "lookout", "manhunt"]),
    (
        &["back", "endorse", "favor", "favour", "praise", "support"],
        &[
            "against",
            "combat",
            "condemn",
            "confrontation",
            "criticise",
            "criticize",
            "doubt",
            "expulsion",
            "fight",
            "oppose",
            "opposition",
            "reject",
        ],
    ),
    (&["cure", "ease", "prevent"], &["adverse effect", "side effect", "worsen"]),
    (&["impose", "introduce"], &["abolish", "lift", "repeal", "replace", "scrap"]),
    (&["vote against"], &["adopt", "approve", "pass", "ratify"]),
];

/// Something said of a thing whose contrary a sentence on the matter says.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    let prose = &line.own.prose;
    if line.best() < LEAST_BEST || line.tokens.clone().any(|i| denies(prose, i)) {
        return None;
    }
    // Where no word is read as a verb, a noun of its form is one: "Aspirin eases pain".
    let has_verb = line.tokens.clone().any(|i| matches!(prose.pos(i), Pos::Verb | Pos::Aux));
    let is_verb = |i: &usize| prose.pos(*i) == if has_verb { Pos::Verb } else { Pos::Noun };
    let verbs = line.tokens.clone().filter(is_verb);
    verbs.filter(|&i| line.coverage(&(i..i + 1)) >= LEAST_COVERAGE).find_map(|i| {
        let (own, contrary) = CONTRARY.iter().find(|(own, _)| is_one_of(prose, i, own))?;
        let is_told = |near: &Near| near.parallel.link(i).is_some() || beside(line, near, i, own).is_some();
        if line.near.iter().any(is_told) {
            return None;
        }
        let at = line.near.iter().find_map(|near| beside(line, near, i, contrary))?;
        Some(Clash {
            kind: ContradictionKind::Lexical,
            own: i..i + 1,
            other: at..at + 1,
            what: "the long text tells the contrary of the same thing",
            confidence: 60,
        })
    })
}

/// The first such word in a sentence of the article that stands beside what the claim's verb bears on.
fn beside(line: &Line<'_>, near: &Near, verb: usize, words: &[&str]) -> Option<usize> {
    let (own, prose) = (&line.own.prose, &line.other.prose);
    // "Was arrested": what the verb bears on stands before it; a vote is told of by what was voted on or by who did.
    let is_passive = (verb.saturating_sub(3)..verb).any(|i| own.lemma(i) == "be");
    let is_vote = own.lemma(verb) == "vote";
    let is_thing = |i: &usize| is_vote || if is_passive { *i < verb } else { *i > verb };
    let nearest = near.parallel.own.iter().copied().filter(is_thing).take(if is_vote {
        usize::MAX
    } else {
        MOST_THINGS
    });
    let things: Vec<usize> = nearest.filter_map(|i| near.parallel.link(i)).collect();
    near.tokens.clone().find(|&j| {
        let is_beside = |&t: &usize| {
            t > j && t - j <= BEFORE && !is_parted(prose, j + 1..t)
                || t < j && j - t <= BEHIND && !is_parted(prose, t + 1..j)
        };
        is_one_of(prose, j, words)
            && things.iter().any(is_beside)
            && !own.has_word(prose.lower(j))
            && !is_denied(prose, j, REACH)
            && !is_open(prose, j)
    })
}

/// Whether another clause begins in a stretch.
fn is_parted(prose: &Prose, mut tokens: Range<usize>) -> bool {
    tokens.any(|i| matches!(prose.lower(i), "and" | "but" | "or" | ";" | "that" | "which" | "who" | "while"))
}

/// "Must still be passed" tells of nothing that is done.
fn is_open(prose: &Prose, at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|i| matches!(prose.lower(i), "must" | "may" | "might" | "could" | "should"))
}

/// Whether a word, or it and the next, is one of a list.
fn is_one_of(prose: &Prose, at: usize, words: &[&str]) -> bool {
    // "Voted against" and "is against" tell a stance; what leans against a wall has none.
    let is_stance = |word: &str| {
        word != "against" || (at.saturating_sub(2)..at).any(|i| STANCES.contains(&prose.lemma(i)))
    };
    let is_here = |word: &str| (prose.lemma(at) == word || prose.lower(at) == word) && is_stance(word);
    words.iter().any(|entry| match entry.split_once(' ') {
        Some((first, second)) => is_here(first) && prose.lower(at + 1) == second,
        None => is_here(entry),
    })
}
