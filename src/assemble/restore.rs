//! Puts a report into the order in which the articles were given.
//!
//! The stages see articles in the order of their texts. In: the report in that order, and for each article its place in the order given.
//! Out: the same report with articles, places and ids as the reader expects them.

use std::collections::BTreeMap;

use crate::kind::EntityKind;
use crate::order::{sort_by, sort_by_key};
use crate::report::{Cell, Cluster, Evidence, Place, Report};

/// Moves every article, place and id.
pub fn restore(mut report: Report, given: &[usize]) -> Report {
    let moves: Vec<u32> = given.iter().map(|&n| u32::try_from(n).unwrap_or(u32::MAX)).collect();
    let to = |article: u32| moves.get(article as usize).copied().unwrap_or(article);
    report.articles = reordered(report.articles, given);
    places(&mut report, &to);
    for row in &mut report.claims {
        row.cells = reordered(std::mem::take(&mut row.cells), given);
    }
    entities(&mut report);
    quotations(&mut report);
    sort_by(&mut report.timeline, |a, b| {
        (&a.from, &a.to, &a.text, a.place).cmp(&(&b.from, &b.to, &b.text, b.place))
    });
    sort_by_key(&mut report.reuse, |run| (run.a, run.b));
    sort_by_key(&mut report.notices, |notice| notice.article);
    report
}

/// The items in the order given: the item at `n` goes to `given[n]`.
fn reordered<T>(items: Vec<T>, given: &[usize]) -> Vec<T> {
    let mut placed: Vec<(usize, T)> = given.iter().copied().zip(items).collect();
    sort_by_key(&mut placed, |(place, _)| *place);
    placed.into_iter().map(|(_, item)| item).collect()
}

fn places(report: &mut Report, to: &impl Fn(u32) -> u32) {
    let place = |place: &mut Place| place.article = to(place.article);
    let evidence = |list: &mut Vec<Evidence>| list.iter_mut().for_each(|e| e.article = to(e.article));
    for entity in &mut report.entities {
        entity.mentions.iter_mut().for_each(|mention| place(&mut mention.place));
        entity.offices.iter_mut().for_each(|office| place(&mut office.place));
        for form in &mut entity.forms {
            form.articles.iter_mut().for_each(|article| *article = to(*article));
            form.articles.sort_unstable();
        }
        sort_by_key(&mut entity.mentions, |mention| mention.place);
        sort_by_key(&mut entity.offices, |office| office.place);
    }
    report.quotations.iter_mut().for_each(|quotation| place(&mut quotation.place));
    let versions = report.clusters.iter_mut().flat_map(|cluster| cluster.versions.iter_mut());
    versions.for_each(|version| place(&mut version.place));
    report.findings.iter_mut().for_each(|finding| evidence(&mut finding.evidence));
    report.dropped.iter_mut().for_each(|dropped| evidence(&mut dropped.evidence));
    let cells = report.claims.iter_mut().flat_map(|row| row.cells.iter_mut());
    cells.for_each(|cell: &mut Cell| place(&mut cell.place));
    for run in &mut report.reuse {
        place(&mut run.a);
        place(&mut run.b);
        if run.b < run.a {
            std::mem::swap(&mut run.a, &mut run.b);
        }
    }
    report.timeline.iter_mut().for_each(|entry| place(&mut entry.place));
    for notice in &mut report.notices {
        notice.article = notice.article.map(to);
    }
}

/// Entities in the order of their first mention, named ones before values, with the ids that follow from it.
fn entities(report: &mut Report) {
    sort_by_key(&mut report.entities, |entity| {
        (entity.kind >= EntityKind::Date, entity.mentions.first().map(|m| m.place))
    });
    let moves = renumber(report.entities.iter_mut().map(|entity| &mut entity.id));
    let to = |id: u32| moves.get(id as usize).copied().unwrap_or(id);
    for quotation in &mut report.quotations {
        quotation.speaker = quotation.speaker.map(to);
        quotation.via = quotation.via.map(to);
    }
    for cluster in &mut report.clusters {
        cluster.speaker = cluster.speaker.map(to);
    }
    for finding in &mut report.findings {
        finding.entities.iter_mut().for_each(|id| *id = to(*id));
        finding.entities.sort_unstable();
    }
}

/// Quotations by article and start, with the ids that follow from it.
fn quotations(report: &mut Report) {
    sort_by_key(&mut report.quotations, |quotation| quotation.place);
    let moves = renumber(report.quotations.iter_mut().map(|quotation| &mut quotation.id));
    for finding in &mut report.findings {
        finding.quotations.iter_mut().for_each(|id| *id = moves.get(*id as usize).copied().unwrap_or(*id));
        finding.quotations.sort_unstable();
    }
    let to = |id: u32| moves.get(id as usize).copied().unwrap_or(id);
    for cluster in &mut report.clusters {
        cluster.versions.iter_mut().for_each(|version| version.quotation = to(version.quotation));
        cluster.reported.iter_mut().for_each(|id| *id = to(*id));
        cluster.reported.sort_unstable();
        versions(cluster);
    }
    clusters(report);
}

/// The versions by place, with the index of the reference that follows from it.
fn versions(cluster: &mut Cluster) {
    let reference = cluster.versions.get(cluster.reference as usize).map(|version| version.place);
    sort_by_key(&mut cluster.versions, |version| version.place);
    let index = cluster.versions.iter().position(|version| Some(version.place) == reference);
    cluster.reference = u32::try_from(index.unwrap_or(0)).unwrap_or(u32::MAX);
}

/// Clusters by their first version, then quotations that stand alone, each with the number that follows from it.
fn clusters(report: &mut Report) {
    sort_by_key(&mut report.clusters, |cluster| cluster.versions.first().map(|version| version.place));
    let mut moves: BTreeMap<u32, u32> = (0u32..).zip(&report.clusters).map(|(new, c)| (c.id, new)).collect();
    (0u32..).zip(&mut report.clusters).for_each(|(new, cluster)| cluster.id = new);
    for quotation in &mut report.quotations {
        let next = u32::try_from(moves.len()).unwrap_or(u32::MAX);
        quotation.cluster = quotation.cluster.map(|cluster| *moves.entry(cluster).or_insert(next));
    }
}

/// Gives ids by position; returns for each old id the new one.
fn renumber<'a>(ids: impl Iterator<Item = &'a mut u32>) -> Vec<u32> {
    let mut moves: Vec<u32> = Vec::new();
    for (new, id) in (0u32..).zip(ids) {
        let old = *id as usize;
        if moves.len() <= old {
            moves.resize(old + 1, 0);
        }
        if let Some(slot) = moves.get_mut(old) {
            *slot = new;
        }
        *id = new;
    }
    moves
}
