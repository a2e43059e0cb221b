//! From what the stages found to the ordered report.
//!
//! In: the corpus, the findings of the rules, the reader's options. Out: [`Report`]. Findings are ordered by severity, then confidence, then by
//! the words of their passages, never by the order of the articles; topics by their gravest finding.

mod entities;
mod matrix;
mod restore;
mod timeline;
mod versions;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::align::{Aligned, Relation, Run};
use crate::contradiction::{Draft, Findings, Spared};
use crate::corpus::{Corpus, Document};
use crate::kind::Severity;
use crate::options::Options;
use crate::order::sort_by_key;
use crate::report::{
    Dropped, Evidence, Finding, Notice, Place, Quotation, Report, ReportArticle, ReportBlock, Reuse, Topic,
};
use crate::span::Span;

/// More dropped pairs than this show nothing to a reader.
const MOST_DROPPED: usize = 200;

/// Puts the report together.
#[must_use]
pub fn report(aligned: &Aligned<'_>, findings: Findings, options: &Options) -> Report {
    let corpus = aligned.corpus;
    let minimum = options.minimum.unwrap_or(Severity::Info);
    let mut drafts: Vec<Draft> = findings.drafts.into_iter().filter(|d| d.severity >= minimum).collect();
    sort_by_key(&mut drafts, |draft| order(corpus, draft));
    let topics = topics(&drafts);
    let starts = quotation_starts(corpus);
    let id = |(article, index): (usize, usize)| {
        starts.get(article).map_or(0, |start: &u32| start.saturating_add(number(index)))
    };
    let report = Report {
        articles: corpus.documents.iter().map(article).collect(),
        entities: entities::entities(corpus),
        quotations: quotations(aligned, &starts),
        clusters: versions::clusters(aligned, &id),
        findings: (0u32..).zip(drafts).map(|(n, draft)| finding(n, draft, &topics, &id)).collect(),
        dropped: dropped(corpus, findings.dropped),
        topics,
        claims: matrix::rows(aligned),
        reuse: aligned.reuse.iter().map(|run| reuse(corpus, run)).collect(),
        timeline: timeline::entries(corpus),
        notices: notices(aligned),
    };
    restore::restore(report, &corpus.given)
}

/// A place from an article's index and a span.
fn place(article: usize, span: Span) -> Place {
    Place { article: number(article), span }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn article(document: &Document) -> ReportArticle {
    let prose = &document.prose;
    ReportArticle {
        text: prose.text.clone(),
        title: document.head.title.clone(),
        outlet: document.head.outlet.clone(),
        date: document.head.date.clone(),
        blocks: prose.blocks.iter().map(|b| ReportBlock { span: b.span, role: b.role }).collect(),
        sentences: prose.sentences.iter().map(|s| prose.cover(s.clone())).collect(),
        is_foreign: document.is_foreign,
    }
}

/// Grave before slight, sure before unsure; ties by kind and by the passages' own words.
fn order<'a>(
    corpus: &'a Corpus,
    draft: &Draft,
) -> (Reverse<Severity>, Reverse<u8>, &'static str, Vec<&'a str>) {
    let passages = texts(corpus, &draft.evidence);
    (Reverse(draft.severity), Reverse(draft.confidence), draft.kind.as_str(), passages)
}

fn texts<'a>(corpus: &'a Corpus, evidence: &[Evidence]) -> Vec<&'a str> {
    let text = |e: &Evidence| corpus.documents.get(e.article as usize).map_or("", |d| d.text(e.span));
    evidence.iter().map(text).collect()
}

/// Topics in the order of their first finding; `drafts` is sorted already.
fn topics(drafts: &[Draft]) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for (finding, draft) in (0u32..).zip(drafts) {
        match topics.iter_mut().find(|topic| topic.title == draft.topic) {
            Some(topic) => topic.findings.push(finding),
            None => topics.push(Topic {
                id: number(topics.len()),
                title: draft.topic.clone(),
                findings: vec![finding],
            }),
        }
    }
    topics
}

fn finding(id: u32, draft: Draft, topics: &[Topic], quotation: &dyn Fn((usize, usize)) -> u32) -> Finding {
    let scope = draft.scope();
    Finding {
        id,
        kind: draft.kind,
        severity: draft.severity,
        confidence: draft.confidence,
        scope,
        topic: topics.iter().find(|topic| topic.title == draft.topic).map_or(0, |topic| topic.id),
        summary: sentence_case(&draft.summary),
        explanation: draft.explanation,
        evidence: draft.evidence,
        entities: draft.entities.iter().map(|&e| number(e)).collect(),
        quotations: draft.quotations.iter().map(|&place| quotation(place)).collect(),
        trace: draft.trace,
    }
}

/// The first letter in upper case: labels such as "article B" may begin a line.
fn sentence_case(line: &str) -> String {
    let mut letters = line.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn dropped(corpus: &Corpus, mut spared: Vec<Spared>) -> Vec<Dropped> {
    sort_by_key(&mut spared, |s| (s.kind.as_str(), s.step, texts(corpus, &s.evidence)));
    spared.truncate(MOST_DROPPED);
    let make =
        |s: Spared| Dropped { kind: s.kind, evidence: s.evidence, step: s.step.to_owned(), reason: s.reason };
    spared.into_iter().map(make).collect()
}

/// Id of each article's first quotation.
fn quotation_starts(corpus: &Corpus) -> Vec<u32> {
    let mut next = 0u32;
    let mut starts = Vec::with_capacity(corpus.documents.len());
    for document in &corpus.documents {
        starts.push(next);
        next = next.saturating_add(number(document.quotations.len()));
    }
    starts
}

fn quotations(aligned: &Aligned<'_>, starts: &[u32]) -> Vec<Quotation> {
    let corpus = aligned.corpus;
    let (standings, lent) = (&aligned.clusters.standings, &aligned.clusters.lent);
    let mut out = Vec::new();
    for ((article, document), &start) in corpus.documents.iter().enumerate().zip(starts) {
        for (index, q) in document.quotations.iter().enumerate() {
            let entity = |mention: Option<usize>| mention.and_then(|m| corpus.entity(article, m)).map(number);
            let standing = standings.get(&(article, index));
            out.push(Quotation {
                id: start.saturating_add(number(index)),
                place: place(article, q.span),
                content: q.content,
                kind: q.kind,
                cue: q.cue,
                source: q.source,
                speaker: entity(q.speaker).or_else(|| lent.get(&(article, index)).map(|&id| number(id))),
                via: entity(q.via),
                source_class: q.source_class,
                confidence: q.confidence,
                cluster: standing.map(|s| number(s.cluster)),
                status: standing.map(|s| s.status),
            });
        }
    }
    out
}

fn reuse(corpus: &Corpus, run: &Run) -> Reuse {
    let cover = |(article, tokens): &(usize, Range<usize>)| {
        place(
            *article,
            corpus.documents.get(*article).map(|d| d.prose.cover(tokens.clone())).unwrap_or_default(),
        )
    };
    Reuse { words: number(run.words), quoted: run.is_quoted, a: cover(&run.a), b: cover(&run.b) }
}

fn notices(aligned: &Aligned<'_>) -> Vec<Notice> {
    let corpus = aligned.corpus;
    let mut out = Vec::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        let text = if document.prose.is_empty() {
            "There is no text in this article."
        } else if document.is_foreign {
            "This article does not seem to be in English; it is shown, but nothing in it is marked or compared."
        } else if document.head.date.is_none() {
            "No date was found: relative dates are not resolved."
        } else {
            continue;
        };
        out.push(Notice { article: Some(number(article)), text: text.to_owned() });
    }
    let all = |text: String| Notice { article: None, text: sentence_case(&text) };
    out.extend(versions_of_one(aligned).iter().map(|group| {
        let text = "share most of their sentences and are compared as versions of one text";
        all(format!("{} {text}.", labels(corpus, group)))
    }));
    out.extend(strangers(aligned).iter().map(|(ones, others)| match (ones.as_slice(), others.as_slice()) {
        (&[a], &[b]) => {
            all(format!("{} are about different events and are not compared.", labels(corpus, &[a, b])))
        }
        _ => all(format!(
            "{} {} about another event than {}, and they are not compared.",
            labels(corpus, ones),
            if ones.len() == 1 { "is" } else { "are" },
            labels(corpus, others)
        )),
    }));
    out
}

/// "A, B and C", in the order in which the reader gave them.
fn labels(corpus: &Corpus, articles: &[usize]) -> String {
    let mut given: Vec<usize> = articles.to_vec();
    sort_by_key(&mut given, |&article| corpus.given.get(article));
    let labels: Vec<String> = given.iter().map(|&article| corpus.label(article)).collect();
    match labels.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => labels.concat(),
    }
}

/// Articles that are versions of one text, each group once.
fn versions_of_one(aligned: &Aligned<'_>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for &((a, b), _) in aligned.relations.iter().filter(|(_, relation)| *relation == Relation::Versions) {
        let (own, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.contains(&a) || group.contains(&b));
        let members: BTreeSet<usize> = own.into_iter().flatten().chain([a, b]).collect();
        groups = apart;
        groups.push(members.into_iter().collect());
    }
    groups
}

/// Articles about different events: those that are strangers to the same others stand together.
fn strangers(aligned: &Aligned<'_>) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut others: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &((a, b), _) in aligned.relations.iter().filter(|(_, relation)| *relation == Relation::Strangers) {
        others.entry(a).or_default().push(b);
    }
    let mut groups: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for (article, list) in others {
        groups.entry(list).or_default().push(article);
    }
    groups.into_iter().map(|(others, ones)| (ones, others)).collect()
}
