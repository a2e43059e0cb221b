//! The report's clusters: what several quotations print of one utterance.
//!
//! In: the aligned corpus. Out: [`Cluster`]s in the order of their first versions. Places are those of the words, without marks; a difference that has no
//! words on one side stands where they would be. Limits: singletons have no entry.

use std::ops::Range;

use crate::align::{self, Aligned, Utterance};
use crate::assemble::{number, place};
use crate::corpus::Corpus;
use crate::report::{Cluster, Difference, Version};
use crate::span::Span;

/// Every cluster; `id` gives the number of a quotation from its article and index.
pub fn clusters(aligned: &Aligned<'_>, id: &dyn Fn((usize, usize)) -> u32) -> Vec<Cluster> {
    let all = aligned.clusters.all.iter().enumerate();
    all.map(|(n, cluster)| Cluster {
        id: number(n),
        speaker: cluster.speaker.map(number),
        reference: number(cluster.reference),
        independent: number(cluster.independent),
        versions: versions(aligned, cluster, id),
        reported: cluster.reported.iter().map(|&quotation| id(quotation)).collect(),
    })
    .collect()
}

fn versions(
    aligned: &Aligned<'_>,
    cluster: &align::Cluster,
    id: &dyn Fn((usize, usize)) -> u32,
) -> Vec<Version> {
    let utterances = &aligned.quotes.utterances;
    let model = cluster.versions.get(cluster.reference).map_or(&[][..], |version| &version.utterances);
    let version = |version: &align::Version| {
        let first = utterances.get(*version.utterances.first()?)?;
        let last = utterances.get(*version.utterances.last()?)?;
        let document = aligned.corpus.documents.get(first.article)?;
        let span = document.prose.cover(first.tokens.start..last.tokens.end);
        let difference = |(sentence, difference): &(usize, align::Difference)| {
            let own = utterances.get(*version.utterances.get(*sentence)?)?;
            let reference = utterances.get(*model.get(*sentence)?)?;
            Some(Difference {
                kind: difference.kind,
                own: words(aligned.corpus, own, &difference.own),
                reference: words(aligned.corpus, reference, &difference.reference),
            })
        };
        Some(Version {
            quotation: id((first.article, first.quotation)),
            place: place(first.article, span),
            status: version.status,
            differences: version.differences.iter().filter_map(difference).collect(),
        })
    };
    cluster.versions.iter().filter_map(version).collect()
}

/// The text of a range of words; of none, the point before the next word or behind the last.
fn words(corpus: &Corpus, utterance: &Utterance, range: &Range<usize>) -> Span {
    let Some(document) = corpus.documents.get(utterance.article) else { return Span::default() };
    if !range.is_empty() {
        return document.prose.cover(utterance.tokens_of(range));
    }
    let point = match utterance.places.get(range.start) {
        Some(&at) => document.prose.span(at).start,
        None => utterance.places.last().map_or(0, |&at| document.prose.span(at).end),
    };
    Span { start: point, end: point }
}
