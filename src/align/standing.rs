//! Where each quotation belongs among the clusters, and whose words a heading prints.
//!
//! In: the utterances and their clusters. Out: a [`Standing`] for each quotation, and the speakers that headings borrow from the text below. Example: of a
//! quotation's three sentences one is in four papers: the quotation belongs to the cluster of that one. Limits: a quotation has one place, however many
//! clusters hold its sentences.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::align::cluster::{Cluster, Version};
use crate::align::quotes::Quotes;
use crate::align::utterance::Utterance;
use crate::kind::QuoteStatus;

/// A quotation's place among the clusters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Number of the cluster; those beyond the list hold one quotation.
    pub cluster: usize,
    /// How it stands to the reference.
    pub status: QuoteStatus,
}

/// Each quotation goes to the cluster of its sentences that most articles print; the gravest status of its sentences is its own.
#[must_use]
pub fn standings(quotes: &Quotes, all: &[Cluster]) -> BTreeMap<(usize, usize), Standing> {
    let key = |n: usize| quotes.utterances.get(n).map(|u| (u.article, u.quotation)).unwrap_or_default();
    let mut best: BTreeMap<(usize, usize), (usize, usize, Reverse<usize>)> = BTreeMap::new();
    let mut statuses: BTreeMap<(usize, usize), QuoteStatus> = BTreeMap::new();
    for (number, cluster) in all.iter().enumerate() {
        let articles: BTreeSet<usize> =
            cluster.versions.iter().filter_map(|v| v.utterances.first()).map(|&n| key(n).0).collect();
        for version in &cluster.versions {
            let Some(&first) = version.utterances.first() else { continue };
            let words =
                version.utterances.iter().filter_map(|&n| quotes.utterances.get(n)).map(|u| u.words.len());
            let weight = (articles.len(), words.sum(), Reverse(number));
            let slot = best.entry(key(first)).or_insert(weight);
            *slot = weight.max(*slot);
            let status = statuses.entry(key(first)).or_insert(version.status);
            *status = (*status).max(version.status);
        }
    }
    let mut next = all.len();
    let quotations: BTreeSet<(usize, usize)> = (0..quotes.utterances.len()).map(key).collect();
    let standing = |quotation: (usize, usize)| {
        let status = statuses.get(&quotation).copied().unwrap_or(QuoteStatus::Singleton);
        let cluster = best.get(&quotation).map_or_else(
            || {
                next += 1;
                next - 1
            },
            |(_, _, Reverse(number))| *number,
        );
        (quotation, Standing { cluster, status })
    };
    quotations.into_iter().map(standing).collect()
}

/// A heading names no speaker where the text below does.
#[must_use]
pub fn lent(quotes: &Quotes, all: &[Cluster]) -> BTreeMap<(usize, usize), usize> {
    let mut out = BTreeMap::new();
    for cluster in all {
        let first = |version: &Version| quotes.utterances.get(*version.utterances.first()?);
        let versions: Vec<&Utterance> = cluster.versions.iter().filter_map(first).collect();
        for heading in versions.iter().filter(|u| u.is_heading && u.speaker.is_none()) {
            let below = versions.iter().find(|u| u.article == heading.article && !u.is_heading);
            let speaker = below.and_then(|u| u.speaker);
            out.extend(speaker.map(|speaker| ((heading.article, heading.quotation), speaker)));
        }
    }
    out
}
