//! How well versions of one utterance are brought together, against any file of events with `quote_clusters` (format in its head).
//!
//! The gold is not part of the project, so the test runs only when asked: `QUOTE_CLUSTERS=FILE cargo test --test quote_clusters -- --ignored --nocapture`.
//! Each line of the file is an event: `articles` with `text`, and `quote_clusters`, each with `members` of `article`, `start`, `end` (Unicode characters) and
//! `status`. A member is placed right when its quotation lies in the cluster that holds most members of its own; two at least, of different quotations.
//! A link is a pair of quotations of different articles in one cluster; it is wrong when no annotated utterance holds both.
#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that can not go on has failed.

use std::collections::{BTreeMap, BTreeSet};

use crosscheck::report::{Quotation, Report};
use crosscheck::{Article, Options, check};
use serde_json::Value;

/// Of a hundred members so many must be placed right.
const LEAST_RIGHT: usize = 75;
/// Of a hundred links at most so many may be wrong.
const MOST_WRONG: usize = 5;

#[derive(Default)]
struct Score {
    members: usize,
    right: usize,
    statuses: usize,
    links: usize,
    wrong: usize,
}

/// The quotation in marks that covers most of a member, if at least half.
fn quotation<'a>(report: &'a Report, member: &Value) -> Option<&'a Quotation> {
    let number = |field: &str| usize::try_from(member[field].as_u64().unwrap()).unwrap();
    let text = &report.articles[number("article")].text;
    let byte = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    let (start, end) = (byte(number("start")), byte(number("end")));
    let overlap = |q: &Quotation| {
        let range = q.place.span.range();
        range.end.min(end).saturating_sub(range.start.max(start))
    };
    let own = |q: &&Quotation| q.place.article as usize == number("article") && q.kind.is_verbatim();
    let best = report.quotations.iter().filter(own).max_by_key(|q| overlap(q))?;
    (2 * overlap(best) >= end - start).then_some(best)
}

/// Adds one event; returns a line for each mistake.
fn add(score: &mut Score, event: &Value) -> Vec<String> {
    let text = |article: &Value, field: &str| article[field].as_str().map(String::from);
    let article = |a: &Value| Article {
        text: text(a, "text").unwrap(),
        title: text(a, "title"),
        outlet: text(a, "outlet").or_else(|| text(a, "source")),
        date: text(a, "date"),
    };
    let articles: Vec<Article> = event["articles"].as_array().unwrap().iter().map(article).collect();
    let report = check(&articles, &Options::default());
    let mut complaints = Vec::new();
    let mut utterances: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for (number, cluster) in event["quote_clusters"].as_array().unwrap().iter().enumerate() {
        let members = cluster["members"].as_array().unwrap();
        let found: Vec<Option<&Quotation>> = members.iter().map(|m| quotation(&report, m)).collect();
        let mut sizes: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for q in found.iter().flatten() {
            utterances.entry(q.id).or_default().insert(number);
            sizes.entry(q.cluster.unwrap()).or_default().insert(q.id);
        }
        let best = sizes.iter().max_by_key(|(_, ids)| ids.len()).filter(|(_, ids)| ids.len() > 1);
        for (member, q) in members.iter().zip(&found) {
            let is_right = q.is_some_and(|q| best.is_some_and(|(&cluster, _)| q.cluster == Some(cluster)));
            score.members += 1;
            score.right += usize::from(is_right);
            let status = q.and_then(|q| q.status).map_or("", |s| s.as_str());
            // Of versions with the same words any may be the reference.
            let same =
                |status: &str| if status == "reference" { "exact".to_owned() } else { status.to_owned() };
            let is_status = member["status"].as_str().map(same) == Some(same(status));
            score.statuses += usize::from(is_right && is_status);
            if !is_right {
                complaints.push(format!("{}: {} is {status}", event["id"], member["text"]));
            }
        }
    }
    let mut clusters: BTreeMap<u32, Vec<&Quotation>> = BTreeMap::new();
    for q in report.quotations.iter().filter(|q| q.kind.is_verbatim()) {
        clusters.entry(q.cluster.unwrap_or(u32::MAX)).or_default().push(q);
    }
    for list in clusters.iter().filter(|(cluster, _)| **cluster != u32::MAX).map(|(_, list)| list) {
        let pairs = list.iter().enumerate().flat_map(|(i, a)| list.iter().skip(i + 1).map(move |b| (*a, *b)));
        for (a, b) in pairs.filter(|(a, b)| a.place.article != b.place.article) {
            let none = BTreeSet::new();
            let of = |q: &Quotation| utterances.get(&q.id).unwrap_or(&none);
            let is_wrong = of(a).is_disjoint(of(b));
            score.links += 1;
            score.wrong += usize::from(is_wrong);
            if is_wrong {
                let words =
                    |q: &Quotation| q.content.of(&report.articles[q.place.article as usize].text).to_owned();
                complaints.push(format!("{}: {} with {}", event["id"], words(a), words(b)));
            }
        }
    }
    complaints
}

#[test]
#[ignore = "its gold is not part of the project: QUOTE_CLUSTERS=FILE"]
fn versions_of_one_utterance_are_one_cluster() {
    let file = std::env::var("QUOTE_CLUSTERS").expect("QUOTE_CLUSTERS names the file of events");
    let source = std::fs::read_to_string(file).unwrap();
    let mut score = Score::default();
    let mut complaints = Vec::new();
    for line in source.lines().filter(|line| !line.trim().is_empty()) {
        complaints.extend(add(&mut score, &serde_json::from_str(line).unwrap()));
    }
    let Score { members, right, statuses, links, wrong } = score;
    println!("{}", complaints.join("\n"));
    println!(
        "members {members}, placed right {right}, with their status {statuses}; links {links}, wrong {wrong}"
    );
    assert!(
        members > 0 && right * 100 >= members * LEAST_RIGHT,
        "{right} of {members} members are placed right"
    );
    assert!(wrong * 100 <= links * MOST_WRONG, "{wrong} of {links} links are wrong");
}
