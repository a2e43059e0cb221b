//! Two wordings side by side: which words they share, in order, and where they part.
//!
//! In: two [`Utterance`]s. Out: a [`Wording`]. Example: "we see good chance of rain" and "we see fair chance of rain soon" share five words, part inside at
//! "good | fair", and the second goes on by one word. Limits: words that moved count as parted.

use std::ops::Range;

use crate::align::utterance::{Utterance, is_content, is_same};
use crate::lexicon::Lexicon;

/// Words whose coming and going changes nothing: articles, "that", fillers.
const LIGHT: &[&str] =
    &["a", "an", "the", "that", "and", "so", "well", "oh", "now", "just", "you", "know", "to", "of"];

/// Other words at an end count as parting up to this many on each side …
const LONGEST_END: usize = 2;
/// … beside at least this many shared words …
const SHARED_BESIDE_END: usize = 7;
/// … and this share of the shorter side, in percent.
const COVER_BESIDE_END: usize = 75;
/// A lone function word belongs to what is shared when it stands no further off than this.
const LONE_REACH: usize = 2;

/// Whether the coming and going of a folded word changes nothing.
#[must_use]
pub fn is_light(word: &str) -> bool {
    LIGHT.contains(&word)
}

/// A place where two wordings part; one of the ranges may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// Words of the first.
    pub a: Range<usize>,
    /// Words of the second.
    pub b: Range<usize>,
}

/// The comparison of two wordings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Words in common, in order.
    pub shared: usize,
    /// The longest run of them without a break.
    pub longest: usize,
    /// Words in common that carry meaning.
    pub content: usize,
    /// Those of them that are no names.
    pub plain: usize,
    /// First and last shared word of each side, half open.
    pub a: Range<usize>,
    /// See `a`.
    pub b: Range<usize>,
    /// Places where they part, but for marked omissions: inside the shared stretch, and at an end where both sides go on by a word or two.
    pub partings: Vec<Parting>,
    /// All places inside the shared stretch where they part.
    pub gaps: Vec<Parting>,
}

impl Wording {
    /// Compares two utterances.
    #[must_use]
    pub fn new(lex: &Lexicon, a: &Utterance, b: &Utterance) -> Wording {
        let matches = contained(&a.words, &b.words)
            .or_else(|| contained(&b.words, &a.words).map(|m| m.into_iter().map(|(j, i)| (i, j)).collect()))
            .unwrap_or_else(|| trimmed(lex, a, common(&a.words, &b.words)));
        let (Some(&first), Some(&last)) = (matches.first(), matches.last()) else {
            return Wording::default();
        };
        let mut out = Wording {
            shared: matches.len(),
            content: matches.iter().filter(|(i, _)| a.is_content(lex, *i)).count(),
            plain: matches.iter().filter(|(i, _)| a.is_content(lex, *i) && !a.capitals.contains(i)).count(),
            a: first.0..last.0 + 1,
            b: first.1..last.1 + 1,
            ..Wording::default()
        };
        if let Some(parting) = out.beginning(a, b) {
            out.partings.push(parting);
        }
        let mut run = 1;
        out.longest = 1;
        for pair in matches.windows(2) {
            let &[(i, j), (k, l)] = pair else { continue };
            if k == i + 1 && l == j + 1 {
                run += 1;
                out.longest = out.longest.max(run);
                continue;
            }
            run = 1;
            let parting = Parting { a: i + 1..k, b: j + 1..l };
            let is_marked = a.edits.iter().any(|&e| (i + 1..=k).contains(&e))
                || b.edits.iter().any(|&e| (j + 1..=l).contains(&e));
            if !is_marked {
                out.partings.push(parting.clone());
            }
            out.gaps.push(parting);
        }
        if let Some(parting) = out.ending(a, b) {
            out.partings.push(parting);
        }
        out
    }

    /// Both sides begin with a few other words, and all that follows is shared.
    fn beginning(&self, a: &Utterance, b: &Utterance) -> Option<Parting> {
        let parting = Parting { a: 0..self.a.start, b: 0..self.b.start };
        let is_marked =
            a.edits.iter().any(|&e| e <= self.a.start) || b.edits.iter().any(|&e| e <= self.b.start);
        (!is_marked && self.is_end(&parting, a, b)).then_some(parting)
    }

    /// Both sides end with a few other words behind all that is shared.
    fn ending(&self, a: &Utterance, b: &Utterance) -> Option<Parting> {
        let parting = Parting { a: self.a.end..a.words.len(), b: self.b.end..b.words.len() };
        let is_marked = a.edits.iter().any(|&e| e >= self.a.end) || b.edits.iter().any(|&e| e >= self.b.end);
        (!is_marked && self.is_end(&parting, a, b)).then_some(parting)
    }

    fn is_end(&self, parting: &Parting, a: &Utterance, b: &Utterance) -> bool {
        let fits = |range: &Range<usize>| (1..=LONGEST_END).contains(&range.len());
        fits(&parting.a)
            && fits(&parting.b)
            && self.shared >= SHARED_BESIDE_END
            && self.cover(a, b) >= COVER_BESIDE_END
    }

    /// Share of the shorter wording that the other holds too, in percent.
    #[must_use]
    pub fn cover(&self, a: &Utterance, b: &Utterance) -> usize {
        100 * self.shared / a.words.len().min(b.words.len()).max(1)
    }

    /// Whether the same words stand on both sides, all of them.
    #[must_use]
    pub fn is_same(&self, a: &Utterance, b: &Utterance) -> bool {
        self.partings.is_empty() && self.shared == a.words.len() && self.shared == b.words.len()
    }

    /// Whether the first is an unbroken part of the second.
    #[must_use]
    pub fn is_part(&self, a: &Utterance, b: &Utterance) -> bool {
        self.partings.is_empty() && self.longest == a.words.len() && b.words.len() > a.words.len()
    }

    /// Whether what differs inside is more than articles and fillers.
    #[must_use]
    pub fn is_weighty(&self, a: &Utterance, b: &Utterance) -> bool {
        let heavy = |words: &[String], range: &Range<usize>| {
            words.get(range.clone()).unwrap_or(&[]).iter().any(|w| !is_light(w))
        };
        // "world view" is "worldview".
        let is_joint = |p: &Parting| {
            let join =
                |words: &[String], range: &Range<usize>| words.get(range.clone()).unwrap_or(&[]).concat();
            join(&a.words, &p.a) == join(&b.words, &p.b)
        };
        self.partings.iter().any(|p| !is_joint(p) && (heavy(&a.words, &p.a) || heavy(&b.words, &p.b)))
    }
}

/// The places of a wording that lies unbroken in another; the subsequence alone might scatter it.
fn contained(small: &[String], big: &[String]) -> Option<Vec<(usize, usize)>> {
    if small.is_empty() || small.len() > big.len() {
        return None;
    }
    let at = big.windows(small.len()).position(|w| w.iter().zip(small).all(|(x, y)| is_same(x, y)))?;
    Some((0..small.len()).map(|i| (i, at + i)).collect())
}

/// The longest common subsequence, as pairs of places.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    // Masked words are rare, and telling them costs more than comparing letters.
    let is_masked = |words: &[String]| words.iter().any(|word| word.ends_with('*'));
    let has_masks = is_masked(a) || is_masked(b);
    let is_same = |x: &str, y: &str| if has_masks { is_same(x, y) } else { x == y };
    let width = b.len() + 1;
    let mut table = vec![0u16; (a.len() + 1) * width];
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let at = |i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
            let best = if is_same(x, y) { at(i + 1, j + 1) + 1 } else { at(i + 1, j).max(at(i, j + 1)) };
            if let Some(cell) = table.get_mut(i * width + j) {
                *cell = best;
            }
        }
    }
    let at = |i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if is_same(x, y) && at(i, j) == at(i + 1, j + 1) + 1 {
            out.push((i, j));
            i += 1;
            j += 1;
        } else if at(i + 1, j) >= at(i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// Drops lone function words at both ends: a stray "the" far off would stretch the comparison over words that were never the same.
fn trimmed(lex: &Lexicon, a: &Utterance, mut matches: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let is_light = |&(i, _): &(usize, usize)| a.words.get(i).is_none_or(|w| !is_content(lex, w));
    let is_apart = |x: (usize, usize), y: (usize, usize)| y.0 - x.0 > LONE_REACH || y.1 - x.1 > LONE_REACH;
    while let [first, second, ..] = matches.as_slice() {
        if !(is_light(first) && is_apart(*first, *second)) {
            break;
        }
        matches.remove(0);
    }
    while let [.., last, end] = matches.as_slice() {
        if !(is_light(end) && is_apart(*last, *end)) {
            break;
        }
        matches.pop();
    }
    matches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utterance(text: &str) -> Utterance {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        let places = (0..words.len()).collect();
        Utterance {
            article: 0,
            quotation: 0,
            tokens: 0..words.len(),
            places,
            words,
            edits: Vec::new(),
            capitals: Vec::new(),
            speaker: None,
            is_heading: false,
        }
    }

    fn compare(a: &str, b: &str) -> (Wording, Utterance, Utterance) {
        let (a, b) = (utterance(a), utterance(b));
        (Wording::new(Lexicon::builtin(), &a, &b), a, b)
    }

    #[test]
    fn partings_lie_inside() {
        let (w, a, b) = compare("we see good chance of rain", "we see fair chance of rain soon");
        assert_eq!((w.shared, w.longest), (5, 3));
        assert_eq!(w.partings, [Parting { a: 2..3, b: 2..3 }]);
        assert!(w.is_weighty(&a, &b) && !w.is_part(&a, &b));
    }

    #[test]
    fn a_part_is_no_other_wording() {
        let (w, a, b) = compare("chance of rain", "a good chance of rain soon");
        assert!(w.is_part(&a, &b) && w.partings.is_empty());
        let (w, a, b) = compare("we pay the bill", "we pay bill");
        assert!(!w.is_weighty(&a, &b));
    }
}
