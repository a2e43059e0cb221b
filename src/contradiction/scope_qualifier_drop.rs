//! "The first since 2019" in one article, "the first" in another.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::align::Aligned;
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::tag::Pos;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::ScopeQualifierDrop,
    summary: "One article limits a first or a record (since, in, outside) and another prints it without the limit.",
    spares: "Firsts of other things: the two sentences must share what is first and two more words or names.",
    detect,
};

/// Words that claim a place in a row.
const SUPERLATIVES: [&str; 18] = [
    "first",
    "last",
    "only",
    "biggest",
    "largest",
    "highest",
    "lowest",
    "worst",
    "best",
    "longest",
    "deadliest",
    "oldest",
    "youngest",
    "fastest",
    "smallest",
    "greatest",
    "strongest",
    "latest",
];
/// Content words that both sentences must share beside the superlative.
const LEAST_SHARED: usize = 4;

/// A superlative with what is claimed by it.
struct Record {
    article: usize,
    sentence: usize,
    word: String,
    tokens: Range<usize>,
    limit: Option<Range<usize>>,
    content: BTreeSet<String>,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let records: Vec<Record> =
        corpus.documents.iter().enumerate().flat_map(|(a, d)| records(corpus, a, d)).collect();
    let mut done: BTreeSet<usize> = BTreeSet::new();
    let mut matches: Vec<(usize, &Record, &Record)> = Vec::new();
    for bare in records.iter().filter(|r| r.limit.is_none()) {
        let fits = |r: &&Record| r.limit.is_some() && r.article != bare.article && r.word == bare.word;
        let best = records.iter().filter(fits).max_by_key(|r| shared(bare, r));
        matches.extend(best.map(|limited| (shared(bare, limited), bare, limited)));
    }
    matches.sort_by_key(|(shared, bare, _)| (std::cmp::Reverse(*shared), bare.article, bare.sentence));
    for (_, bare, limited) in matches.into_iter().filter(|(shared, ..)| *shared >= LEAST_SHARED) {
        if done.insert(limited.article) {
            findings.drafts.push(draft(corpus, bare, limited));
        }
    }
}

fn shared(a: &Record, b: &Record) -> usize {
    a.content.intersection(&b.content).count()
}

fn records(corpus: &Corpus, article: usize, document: &Document) -> Vec<Record> {
    let prose = &document.prose;
    let mut out = Vec::new();
    for (sentence, tokens) in prose.sentences.iter().enumerate() {
        if prose.role_of(tokens.start) == BlockRole::Boilerplate {
            continue;
        }
        let Some(at) = tokens.clone().find(|&i| is_record(document, i)) else { continue };
        let content = tokens.clone().filter(|&i| {
            i != at
                && matches!(prose.pos(i), Pos::Noun | Pos::Adj | Pos::Propn | Pos::Verb)
                && prose.lemma(i).len() > 2
        });
        let content = content.map(|i| content_word(corpus, article, document, i)).collect();
        out.push(Record {
            article,
            sentence,
            word: prose.lower(at).to_owned(),
            tokens: at..at + 1,
            limit: limit(document, at, tokens.end),
            content,
        });
    }
    out
}

/// A name by its side or entity, so that "US" and "American" are one; else the lemma.
fn content_word(corpus: &Corpus, article: usize, document: &Document, token: usize) -> String {
    let entity = document.names.mention_at(&document.prose, token).and_then(|m| corpus.entity(article, m));
    match entity {
        Some(e) => corpus.side(e).map_or_else(|| format!("#{e}"), str::to_owned),
        None => document.prose.lemma(token).to_owned(),
    }
}

/// "The first meeting", "its worst defeat"; not "first, he said" or "last week".
fn is_record(document: &Document, at: usize) -> bool {
    let prose = &document.prose;
    let before = prose.lower(at.saturating_sub(1));
    let is_marked = matches!(before, "the" | "its" | "their" | "his" | "her" | "'s" | "be");
    let next = prose.lower(at + 1);
    let is_time = matches!(
        next,
        "week"
            | "month"
            | "year"
            | "night"
            | "few"
            | "days"
            | "weeks"
            | "months"
            | "years"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "summer"
            | "winter"
            | "lady"
            | "minister"
            | "quarter"
            | "half"
            | "time"
            | "term"
            | "name"
            | "amendment"
    );
    SUPERLATIVES.contains(&prose.lower(at)) && is_marked && !is_time
}

/// "Since Smith met Brown", "in 30 years", "outside Europe" behind the superlative.
fn limit(document: &Document, at: usize, end: usize) -> Option<Range<usize>> {
    let prose = &document.prose;
    let since = (at + 1..end).find(|&i| {
        prose.lower(i) == "since"
            || prose.lower(i) == "in"
                && prose.pos(i + 1) == Pos::Num
                && matches!(prose.lemma(i + 2), "year" | "decade" | "month" | "day" | "week")
    })?;
    Some(since..end.min(since + 8))
}

fn draft(corpus: &Corpus, bare: &Record, limited: &Record) -> Draft {
    let limit = limited.limit.clone().unwrap_or_else(|| limited.tokens.clone());
    let text =
        corpus.documents.get(limited.article).map_or("", |d| d.text(d.prose.cover(limit.clone()))).to_owned();
    let at = |r: &Record, focus: Range<usize>| {
        let clause = corpus
            .documents
            .get(r.article)
            .map(|d| d.prose.cover(r.tokens.start.saturating_sub(6)..focus.end))
            .unwrap_or_default();
        sentence_evidence(corpus, r.article, r.sentence, clause, Some(focus))
    };
    Draft {
        kind: ContradictionKind::ScopeQualifierDrop,
        severity: Severity::High,
        confidence: 76,
        topic: format!("Is it the {}?", bare.word),
        summary: format!(
            "{} calls it the {}, {} limits that: “{text}”",
            corpus.label(bare.article),
            bare.word,
            corpus.label(limited.article)
        ),
        explanation: format!(
            "Both passages call the same thing the {}; only one of them limits the claim (“{text}”).",
            bare.word
        ),
        evidence: vec![at(bare, bare.tokens.clone()), at(limited, limited.tokens.start..limit.end)],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            format!("same superlative: {}", bare.word),
            format!("{} words and names shared", shared(bare, limited)),
            format!("limit in one passage only: {text}"),
        ],
    }
}
