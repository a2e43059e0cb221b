//! "Biologists found it" where the article knows only astronomers: a word that can not be so of one thing together with one of the article.

use crate::contradiction::brief::{Clash, Line, Near};
use crate::contradiction::opposing::{Word, is_denied, opposite_doings};
use crate::kind::ContradictionKind;
use crate::tag::Pos;

/// So much of the sentence, in percent, stands somewhere in the article,
const LEAST_COVERAGE: u32 = 70;
/// and so much in one sentence of it.
const LEAST_BEST: u32 = 34;
/// So much of it where the words before and behind are the same.
const ANCHORED_COVERAGE: u32 = 58;
/// Verbs of which each tells the other's doing from the other side: what one party bought another sold.
const CONVERSE: [&str; 6] = ["acquire", "borrow", "buy", "lend", "purchase", "sell"];
/// A word that denies bears on an opposite within so many words.
const REACH: usize = 6;

/// An opposite of a word of the article, which itself the article has nowhere.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    if line.best() < LEAST_BEST {
        return None;
    }
    let foreign = line.content().filter(|&i| !line.is_known(i));
    foreign.filter(|&i| line.coverage(&(i..i + 1)) >= ANCHORED_COVERAGE).find_map(|i| {
        let word = Word::new(line.lex, &line.own.prose, i)?;
        if is_meant(line, &word) || is_passive_converse(line, i) {
            return None;
        }
        line.near.iter().find_map(|near| rival(line, near, i, &word))
    })
}

fn rival(line: &Line<'_>, near: &Near, own: usize, word: &Word<'_>) -> Option<Clash> {
    let (mine, theirs) = (&line.own.prose, &line.other.prose);
    let open = near.parallel.other.iter().copied().filter(|&j| !near.parallel.is_met(j));
    let mut found = open.filter(|&j| !mine.has_word(theirs.lemma(j))).filter_map(|j| {
        let kind = opposite_doings(word, &Word::new(line.lex, theirs, j)?)?;
        let anchors = near.parallel.anchors(&(own..own + 1), &(j..j + 1));
        // A quality is of what stands beside it.
        let is_placed = if line.coverage(&(own..own + 1)) >= LEAST_COVERAGE {
            mine.pos(own) != Pos::Adj || anchors.contains(&Some(true))
        } else {
            anchors == [Some(true), Some(true)]
        };
        let is_turned = is_denied(mine, own, REACH) != is_denied(theirs, j, REACH);
        (is_placed && !is_turned).then_some((j, kind))
    });
    let (j, kind) = found.next()?;
    Some(Clash {
        kind,
        own: own..own + 1,
        other: j..j + 1,
        what: if kind == ContradictionKind::Antonym {
            "the long text has its opposite there"
        } else {
            "the long text has another word there, and not both can be so"
        },
        confidence: 62,
    })
}

/// Whether a sentence of the article on the matter has a word that means the same.
fn is_meant(line: &Line<'_>, word: &Word<'_>) -> bool {
    let has_twin =
        |j: usize| Word::new(line.lex, &line.other.prose, j).is_some_and(|other| word.shares(&other));
    let is_said = |j: usize| !is_denied(&line.other.prose, j, REACH);
    line.near.iter().any(|near| near.parallel.other.iter().any(|&j| is_said(j) && has_twin(j)))
}

/// "Was sold": who sold it may be the one from whom it was bought.
fn is_passive_converse(line: &Line<'_>, at: usize) -> bool {
    let prose = &line.own.prose;
    let is_passive = (at.saturating_sub(3)..at).any(|i| prose.lemma(i) == "be");
    is_passive && CONVERSE.contains(&prose.lemma(at))
}
