//! Which sentences of other articles are near enough to a sentence to be laid beside it.
//!
//! In: the pairs of sentences that share features. Out: [`Partners`], by sentence. Work stays in bounds: of each article only the nearest few.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::align::{Aligned, Pair};

/// Article and sentence.
type Place = (usize, usize);

/// Sentences that share less than this, in percent of the features of the one that has fewer, say different things.
const LEAST_PART: u32 = 34;
/// Of one article so many sentences, the nearest, are laid beside one of another.
const MOST_PARTNERS: usize = 5;

/// Of all articles together so many: where twenty tell of one thing, what one of them has otherwise is seen beside any few of the others, and the work
/// grows with the text and not with its square.
const MOST_OF_ALL: usize = 8;

/// Whether two sentences share enough to be laid side by side.
pub fn is_near(aligned: &Aligned<'_>, pair: &Pair) -> bool {
    pair.part >= LEAST_PART && pair.a.0 != pair.b.0 && !aligned.strangers.are(pair.a.0, pair.b.0)
}

/// For every sentence, by article and index, those of the other articles that are near it, with the part that is shared; the nearest first.
#[derive(Debug)]
pub struct Partners {
    of: FxHashMap<Place, Vec<(Place, u32)>>,
    nearest: FxHashMap<Place, Vec<Place>>,
}

impl Partners {
    /// The partners of every sentence.
    pub fn new(aligned: &Aligned<'_>) -> Partners {
        let mut of: FxHashMap<Place, Vec<(Place, u32)>> = FxHashMap::default();
        for pair in aligned.passages.pairs.iter().filter(|p| is_near(aligned, p)) {
            of.entry(pair.a).or_default().push((pair.b, pair.part));
            of.entry(pair.b).or_default().push((pair.a, pair.part));
        }
        let mut nearest: FxHashMap<Place, Vec<Place>> = FxHashMap::default();
        for (own, list) in &mut of {
            list.sort_by_key(|&(at, part)| (Reverse(part), at));
            nearest.insert(*own, list.iter().take(MOST_OF_ALL).map(|(at, _)| *at).collect());
            list.sort_by_key(|&(at, part)| (at.0, Reverse(part), at.1));
        }
        Partners { of, nearest }
    }

    /// The sentences of one article that are near a sentence, the nearest first.
    pub fn in_article(&self, own: Place, article: usize) -> &[(Place, u32)] {
        let all = self.of.get(&own).map_or(&[][..], Vec::as_slice);
        let start = all.partition_point(|(at, _)| at.0 < article);
        let end = all.partition_point(|(at, _)| at.0 <= article);
        all.get(start..end).unwrap_or_default()
    }

    /// Whether no more than a few sentences of the other's article are nearer: those further off tell of something else.
    pub fn is_close(&self, own: Place, other: Place, part: u32) -> bool {
        if !self.nearest.get(&own).is_some_and(|list| list.contains(&other)) {
            return false;
        }
        let near = self.in_article(own, other.0).iter().take(MOST_PARTNERS);
        near.into_iter().any(|&(at, p)| at == other || p == part)
    }
}
