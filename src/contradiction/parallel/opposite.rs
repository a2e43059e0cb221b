//! "Tumbled" beside "surged", "astronomers" beside "chemists": two words in one place that can not both hold.

use std::ops::Range;

use crate::contradiction::opposing::{Word, is_denied, opposite};
use crate::contradiction::parallel::{Clash, Sides};
use crate::contradiction::passage::is_quoted;
use crate::kind::ContradictionKind;
use crate::tag::Pos;

/// So much of the sentence, in percent, stands in the other where the words on both sides of the place do.
const LEAST_COVERAGE: u32 = 60;
/// So much where the word on one side does.
const LOOSE_COVERAGE: u32 = 72;
/// So much of a summary or claim stands in the article,
const BRIEF_COVERAGE: u32 = 60;
/// and so much in the very sentence.
const BRIEF_OWN_COVERAGE: u32 = 30;
/// Fewer words in common make no common matter.
const LEAST_LINKS: usize = 3;

/// Two opposites, each of which only its own article has.
pub fn clash(sides: &Sides<'_>) -> Option<Clash> {
    if sides.parallel.links.len() + usize::from(sides.is_brief) <= LEAST_LINKS {
        return None;
    }
    let own = sides.parallel.own.iter().copied().filter(|&i| sides.parallel.link(i).is_none());
    let open = sides.parallel.other.iter().copied().filter(|&j| !sides.parallel.is_met(j));
    let words: Vec<(usize, Word<'_>)> =
        open.filter_map(|j| Some((j, Word::new(sides.lex, &sides.other.prose, j)?))).collect();
    for i in own {
        let Some(word) = Word::new(sides.lex, &sides.own.prose, i) else { continue };
        for (j, other) in &words {
            let j = *j;
            let Some(kind) = opposite(&word, other) else { continue };
            if sides.is_told(i) {
                break;
            }
            let (x, y) = (i..i + 1, j..j + 1);
            let is_placed = if !sides.is_brief && (kind == ContradictionKind::Lexical || is_turn(sides, i)) {
                sides.is_near_copy(&x, &y) && !is_quoted(sides.own, &x)
            } else {
                stands(sides, &x, &y)
            };
            // "Have not shown that it is likely" beside "it is unlikely".
            let reach = if kind == ContradictionKind::Antonym { 9 } else { 4 };
            if is_placed && is_denied(&sides.own.prose, i, reach) == is_denied(&sides.other.prose, j, reach) {
                let what = format!(
                    "“{}” and “{}” can not both be so",
                    sides.own.prose.lower(i),
                    sides.other.prose.lower(j)
                );
                return Some(Clash { kind, own: x, other: y, what, confidence: 72 });
            }
        }
    }
    None
}

/// Whether two words stand in one place of two sentences that say the same but for them.
fn stands(sides: &Sides<'_>, x: &Range<usize>, y: &Range<usize>) -> bool {
    if sides.is_brief {
        // "A new technique", "looks old": qualities are of what stands beside them.
        let is_quality = sides.own.prose.pos(x.start) == Pos::Adj;
        let is_beside = !is_quality || sides.parallel.anchors(x, y).contains(&Some(true));
        return is_beside
            && sides.knows_names(x)
            && sides.wide_coverage(x) >= BRIEF_COVERAGE
            && sides.own_coverage(x) >= BRIEF_OWN_COVERAGE
            && !(is_quoted(sides.own, x) && is_quoted(sides.other, y));
    }
    let anchors = sides.parallel.anchors(x, y);
    let is_firm = anchors.contains(&Some(true)) && !anchors.contains(&Some(false));
    let least = if is_firm { LEAST_COVERAGE } else { LOOSE_COVERAGE };
    anchors.contains(&Some(true))
        && sides.own_coverage(x) >= least
        && !(is_quoted(sides.own, x) && is_quoted(sides.other, y))
}

/// "Opened" and "closed" may follow one another: only in the very same words do they clash.
fn is_turn(sides: &Sides<'_>, own: usize) -> bool {
    let prose = &sides.own.prose;
    [prose.lemma(own), prose.lower(own)].into_iter().any(|w| sides.lex.antonyms.column(w, 1) == Some("turn"))
}
