//! "The first since 2019" in one article, "the first" in another.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::align::Aligned;
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, EntityKind, Severity};
use crate::tag::Pos;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::ScopeQualifierDrop,
    summary: "One article limits a first or a record (since, in, outside) and another prints it without the limit.",
    spares: "Firsts of other things: the two sentences must share what is first and two more words or names.",
    detect,
};

/// Words that claim a place in a row. Not here: "best" and "greatest", which praise.
const SUPERLATIVES: [&str; 27] = [
    "first",
    "last",
    "only",
    "biggest",
    "largest",
    "highest",
    "lowest",
    "worst",
    "longest",
    "shortest",
    "deadliest",
    "oldest",
    "youngest",
    "fastest",
    "smallest",
    "strongest",
    "heaviest",
    "tallest",
    "richest",
    "poorest",
    "hottest",
    "coldest",
    "wettest",
    "driest",
    "busiest",
    "costliest",
    "bloodiest",
];
/// Content words that both sentences must share beside the superlative and what it is said of.
const LEAST_SHARED: usize = 3;

/// A superlative with what is claimed by it.
struct Record {
    article: usize,
    sentence: usize,
    word: String,
    /// Lemma of the noun that is first; empty in "the first by a mayor".
    head: String,
    tokens: Range<usize>,
    limit: Option<Limit>,
    /// Whether it only tells which one does something: "the first bus left".
    is_subject: bool,
    content: BTreeSet<String>,
}

/// What a record is held among.
#[derive(Clone, Debug)]
struct Limit {
    kind: LimitKind,
    tokens: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LimitKind {
    /// "Since 2004", "in 30 years".
    Time,
    /// "After the election": a limit, or only what came before.
    After,
    /// "Outside China", "by deposits", "from her party".
    Group,
    /// "In Europe".
    Place,
    /// "In the world": as wide as no limit at all.
    World,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let records: Vec<Record> =
        corpus.documents.iter().enumerate().flat_map(|(a, d)| records(corpus, a, d)).collect();
    let mut done: BTreeSet<usize> = BTreeSet::new();
    let mut matches: Vec<(usize, &Record, &Record)> = Vec::new();
    for bare in records.iter().filter(|r| !r.is_subject && r.is_wide()) {
        let fits = |r: &&Record| is_limited(bare, r) && !has_limit_near(corpus, bare, r);
        let best = records.iter().filter(fits).max_by_key(|r| (shared(bare, r), Reverse(r.article)));
        matches.extend(best.map(|limited| (shared(bare, limited), bare, limited)));
    }
    matches.sort_by_key(|(shared, bare, _)| (Reverse(*shared), bare.article, bare.sentence));
    for (_, bare, limited) in matches.into_iter().filter(|(shared, ..)| *shared >= LEAST_SHARED) {
        if done.insert(limited.article) {
            findings.drafts.push(draft(corpus, bare, limited));
        }
    }
}

/// The same place in the same row, with a limit that the bare one lacks.
fn is_limited(bare: &Record, other: &Record) -> bool {
    let is_narrower = match other.limit.as_ref().map(|l| l.kind) {
        Some(LimitKind::Time | LimitKind::Group) => {
            bare.limit.as_ref().is_none_or(|l| l.kind == LimitKind::Place)
        }
        Some(LimitKind::Place) => bare.is_worldwide(),
        _ => false,
    };
    is_narrower && other.article != bare.article && other.word == bare.word && other.head == bare.head
}

/// "Since 2004 no minister had come. The visit was the first": the limit stands nearby.
fn has_limit_near(corpus: &Corpus, bare: &Record, limited: &Record) -> bool {
    let (Some(here), Some(there)) =
        (corpus.documents.get(bare.article), corpus.documents.get(limited.article))
    else {
        return true;
    };
    let around = bare.sentence.saturating_sub(2)..(bare.sentence + 3).min(here.prose.sentences.len());
    let around: Vec<usize> = around.filter_map(|s| here.prose.sentences.get(s)).cloned().flatten().collect();
    let limit = limited.limit.iter().flat_map(|l| l.tokens.clone());
    let mut telling = limit.filter(|&i| there.prose.pos(i) == Pos::Num);
    telling.any(|i| around.iter().any(|&k| here.prose.lower(k) == there.prose.lower(i)))
}

impl Record {
    /// Whether no limit of time or group is given.
    fn is_wide(&self) -> bool {
        self.limit.as_ref().is_none_or(|l| matches!(l.kind, LimitKind::Place | LimitKind::World))
    }

    fn is_worldwide(&self) -> bool {
        self.limit.as_ref().is_some_and(|l| l.kind == LimitKind::World)
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
            head: head(document, at, tokens.clone()),
            tokens: at..at + 1,
            limit: limit(document, at, tokens.end),
            is_subject: is_subject(document, at, tokens.start),
            content,
        });
    }
    out
}

/// A name by its side or entity, so that "US" and "American" are one; else the lemma.
fn content_word(corpus: &Corpus, article: usize, document: &Document, token: usize) -> String {
    let entity = document.names.mention_at(token).and_then(|m| corpus.entity(article, m));
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
    let is_choice =
        before == "the" || matches!(prose.lower(at), "biggest" | "largest" | "worst" | "heaviest");
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
    SUPERLATIVES.contains(&prose.lower(at)) && is_marked && is_choice && !is_time
}

/// The last noun of the phrase behind the superlative; where there is none, the last before it ("the meeting was the first").
fn head(document: &Document, at: usize, sentence: Range<usize>) -> String {
    let prose = &document.prose;
    let is_hyphen = |i: usize| prose.lower(i) == "-";
    let is_inside = |i: &usize| {
        matches!(prose.pos(*i), Pos::Noun | Pos::Adj | Pos::Propn | Pos::Num)
            || is_hyphen(*i)
            || is_hyphen(*i - 1) && is_hyphen(*i + 1)
    };
    let is_noun = |i: &usize| matches!(prose.pos(*i), Pos::Noun | Pos::Propn);
    let behind = (at + 1..sentence.end).take_while(is_inside).filter(is_noun).last();
    let before = || (sentence.start..at).rfind(|i| prose.pos(*i) == Pos::Noun);
    behind.or_else(before).map_or("", |i| prose.lemma(i)).to_owned()
}

/// Nothing stands before it that says "is": it opens the sentence.
fn is_subject(document: &Document, at: usize, from: usize) -> bool {
    let prose = &document.prose;
    !(from..at).any(|i| matches!(prose.pos(i), Pos::Verb | Pos::Aux))
        && !(from..at).any(|i| prose.lower(i) == ",")
}

/// "Since Smith met Brown", "in 30 years", "outside Europe", "by deposits" behind the superlative.
fn limit(document: &Document, at: usize, end: usize) -> Option<Limit> {
    let prose = &document.prose;
    let limits: Vec<(usize, LimitKind)> =
        (at + 1..end).filter_map(|i| Some((i, limit_kind(document, i)?))).collect();
    let narrow =
        limits.iter().find(|(_, kind)| matches!(kind, LimitKind::Time | LimitKind::After | LimitKind::Group));
    let &(from, kind) = narrow.or_else(|| limits.first())?;
    let end = (from + 1..end.min(from + 8))
        .find(|&i| matches!(prose.lower(i), "," | "." | ";"))
        .unwrap_or(end.min(from + 8));
    Some(Limit { kind, tokens: from..end })
}

fn limit_kind(document: &Document, at: usize) -> Option<LimitKind> {
    let prose = &document.prose;
    let is_span = |i: usize| {
        matches!(
            prose.lemma(i),
            "year" | "decade" | "month" | "day" | "week" | "century" | "season" | "generation"
        )
    };
    match prose.lower(at) {
        "since" => Some(LimitKind::Time),
        "after" => Some(LimitKind::After),
        "in" | "for" if prose.pos(at + 1) == Pos::Num && (is_span(at + 2) || is_span(at + 3)) => {
            Some(LimitKind::Time)
        }
        "in" | "for" if is_span(at + 1) => Some(LimitKind::Time),
        "of" if matches!(prose.lower(at + 1), "the" | "this" | "his" | "her" | "their")
            && (is_span(at + 2) || is_span(at + 3)) =>
        {
            Some(LimitKind::Time)
        }
        "outside" => Some(LimitKind::Group),
        "by" if matches!(
            prose.lower(at + 1),
            "area"
                | "volume"
                | "value"
                | "deposits"
                | "assets"
                | "revenue"
                | "sales"
                | "population"
                | "length"
                | "height"
                | "weight"
        ) =>
        {
            Some(LimitKind::Group)
        }
        "from" if matches!(prose.lower(at + 1), "her" | "his" | "their" | "its") => Some(LimitKind::Group),
        "in" if prose.lower(at + 1) == "the" && prose.lower(at + 2) == "world" => Some(LimitKind::World),
        "in" => {
            let mention = document.names.mention_at(at + 1).and_then(|m| document.names.mentions.get(m))?;
            (mention.kind == EntityKind::Place).then_some(LimitKind::Place)
        }
        _ => None,
    }
}

fn draft(corpus: &Corpus, bare: &Record, limited: &Record) -> Draft {
    let limit = limited.limit.as_ref().map_or_else(|| limited.tokens.clone(), |l| l.tokens.clone());
    let bare_focus =
        bare.limit.as_ref().map_or_else(|| bare.tokens.clone(), |l| bare.tokens.start..l.tokens.end);
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
        evidence: vec![at(bare, bare_focus), at(limited, limited.tokens.start..limit.end)],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            format!("same superlative: {}", bare.word),
            format!("{} words and names shared", shared(bare, limited)),
            format!("limit in one passage only: {text}"),
        ],
    }
}
