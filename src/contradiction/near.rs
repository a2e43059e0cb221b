//! Sentences of two articles that are the same but for a few words, as when both print one agency's text: the words that differ decide.
//!
//! In: pairs of passages that share most of their words. Out: drafts of kind `negation`, `antonym`, `numeric`, `date-time` or `location`.
//! Example: "The bridge was closed on Monday" beside "The bridge was closed on Tuesday". Texts made from one mould ("Shares of A rose 5%",
//! "Shares of B rose 6%") differ in more than one place, and so are passed over.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::align::{Pair, Passages};
use crate::contradiction::date_time::is_dateline;
use crate::contradiction::figure::{is_casualty, is_update};
use crate::contradiction::location::apart;
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;
use crate::value::{TimeExpr, Verdict, quantities_exclude, times_exclude};

/// Sentences that share less than this cosine, in percent, are no copies.
const LEAST_SCORE: u32 = 50;
/// This part of the shorter one's words, in percent, must stand in the other in the same order.
const LEAST_COMMON: usize = 78;
/// Shorter sentences say too little.
const LEAST_WORDS: usize = 6;
/// Longer ones are no sentences but lists.
const MOST_WORDS: usize = 80;
/// Another sentence tells of the same matter when it shares at least this cosine, in percent.
const LEAST_ELSEWHERE: u32 = 35;
/// A stretch of more words than this is another statement, not another word.
const LONGEST_CHANGE: usize = 5;

/// A stretch of each sentence that the other has not.
struct Change {
    a: Range<usize>,
    b: Range<usize>,
}

/// Reports what near copies of one sentence differ in, unless a rule has reported the two sentences already.
pub fn detect(lex: &Lexicon, corpus: &Corpus, passages: &Passages, findings: &mut Findings) {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for pair in passages.pairs.iter().filter(|p| p.score >= LEAST_SCORE && p.a.0 != p.b.0) {
        let Some((draft, change)) = changed(lex, corpus, pair) else { continue };
        if is_told_elsewhere(corpus, passages, pair, &change) {
            continue;
        }
        let spans: Vec<_> = draft.evidence.iter().map(|e| (e.article, e.span)).collect();
        let is_known = findings
            .drafts
            .iter()
            .any(|d| spans.iter().all(|s| d.evidence.iter().any(|e| (e.article, e.span) == *s)));
        if !is_known && seen.insert((draft.kind.as_str().to_owned(), draft.topic.clone())) {
            findings.drafts.push(draft);
        }
    }
}

fn changed(lex: &Lexicon, corpus: &Corpus, pair: &Pair) -> Option<(Draft, Change)> {
    let (a, b) = (corpus.documents.get(pair.a.0)?, corpus.documents.get(pair.b.0)?);
    let (left, right) = (a.prose.sentences.get(pair.a.1)?.clone(), b.prose.sentences.get(pair.b.1)?.clone());
    if a.prose.role_of(left.start) != BlockRole::Body || b.prose.role_of(right.start) != BlockRole::Body {
        return None;
    }
    let changes = changes(&a.prose, &b.prose, &left, &right)?;
    let weighty: Vec<&Change> =
        changes.iter().filter(|c| is_weighty(a, &c.a) && is_weighty(b, &c.b)).collect();
    let negated = changes
        .iter()
        .find(|c| is_negation(&a.prose, &b.prose, c) && is_bare(&a.prose, &b.prose, &changes, c));
    let (kind, what, change) = match (negated, weighty.as_slice()) {
        (Some(change), []) => (ContradictionKind::Negation, "one of the two is negated".to_owned(), change),
        (Some(change), [only]) if only.a == change.a => {
            (ContradictionKind::Negation, "one of the two is negated".to_owned(), change)
        }
        (None, [only]) => {
            let (kind, what) = clash(lex, corpus, pair, only)?;
            // "12,000 cars in Slovakia" beside "90,000 cars worldwide": a word more may narrow the figure.
            let is_narrowed =
                changes.iter().any(|c| c.a != only.a && (is_weighty(a, &c.a) || is_weighty(b, &c.b)));
            if is_narrowed && kind == ContradictionKind::Numeric {
                return None;
            }
            (kind, what, *only)
        }
        _ => return None,
    };
    let letters = |d: &Document, r: &Range<usize>| -> String {
        d.text(d.prose.cover(r.clone()))
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .to_lowercase()
    };
    if letters(a, &change.a) == letters(b, &change.b) {
        return None;
    }
    if is_quoted(a, &change.a) && is_quoted(b, &change.b) {
        return None;
    }
    let change = Change { a: change.a.clone(), b: change.b.clone() };
    Some((draft(corpus, pair, kind, &what, &change), change))
}

/// "Arrested on Monday … arrested again on Wednesday" beside "arrested on Monday": the one article has the other's words in another
/// sentence on the matter, so it tells of both.
fn is_told_elsewhere(corpus: &Corpus, passages: &Passages, pair: &Pair, change: &Change) -> bool {
    let tells = |(article, sentence): (usize, usize),
                 own: (usize, usize),
                 other: usize,
                 range: &Range<usize>| {
        let Some((holder, source)) = corpus.documents.get(article).zip(corpus.documents.get(other)) else {
            return false;
        };
        let tokens = holder.prose.sentences.get(sentence).cloned().unwrap_or_default();
        let wanted: Vec<usize> = words(&source.prose, range)
            .into_iter()
            .filter(|&i| {
                !matches!(source.prose.pos(i), Pos::Adp | Pos::Det | Pos::Adv | Pos::Aux | Pos::Part)
            })
            .collect();
        (article, sentence) != own
            && !wanted.is_empty()
            && wanted.iter().all(|&i| tokens.clone().any(|j| holder.prose.lower(j) == source.prose.lower(i)))
    };
    passages.pairs.iter().any(|p| {
        let (x, y) = if p.a.0 == pair.a.0 { (p.a, p.b) } else { (p.b, p.a) };
        let is_on_it = p.entities.iter().any(|e| pair.entities.contains(e))
            && p.lemmas.iter().any(|l| pair.lemmas.contains(l));
        (p.score >= LEAST_ELSEWHERE || is_on_it)
            && x.0 == pair.a.0
            && y.0 == pair.b.0
            && (y == pair.b && tells(x, pair.a, pair.b.0, &change.b)
                || x == pair.a && tells(y, pair.b, pair.a.0, &change.a))
    })
}

/// Words of a sentence, without marks.
fn words(prose: &Prose, sentence: &Range<usize>) -> Vec<usize> {
    sentence
        .clone()
        .filter(|&i| !matches!(prose.kind(i), TokenKind::Punctuation | TokenKind::QuoteMark))
        .collect()
}

/// What is left when the longest common run of words is taken away; nothing where too little is common.
fn changes(a: &Prose, b: &Prose, left: &Range<usize>, right: &Range<usize>) -> Option<Vec<Change>> {
    let (x, y) = (words(a, left), words(b, right));
    let shorter = x.len().min(y.len());
    if shorter < LEAST_WORDS || x.len().max(y.len()) > MOST_WORDS {
        return None;
    }
    let common = common(a, b, &x, &y);
    if common.len() * 100 < shorter * LEAST_COMMON || common.len() == x.len().max(y.len()) {
        return None;
    }
    let mut out = Vec::new();
    let mut last = (left.start, right.start);
    for (i, j) in common.into_iter().chain([(left.end, right.end)]) {
        let has_word = |prose: &Prose, range: Range<usize>| !words(prose, &range).is_empty();
        if has_word(a, last.0..i) || has_word(b, last.1..j) {
            out.push(Change { a: last.0..i, b: last.1..j });
        }
        last = (i + 1, j + 1);
    }
    Some(out)
}

/// Pairs of equal words in order: the longest common subsequence.
fn common(a: &Prose, b: &Prose, x: &[usize], y: &[usize]) -> Vec<(usize, usize)> {
    let left: Vec<&str> = x.iter().map(|&i| a.lower(i)).collect();
    let right: Vec<&str> = y.iter().map(|&j| b.lower(j)).collect();
    let is_equal = |i: usize, j: usize| left.get(i) == right.get(j);
    let width = y.len() + 1;
    let mut best = vec![0u16; (x.len() + 1) * width];
    let at = |best: &[u16], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or(0);
    for (i, word) in left.iter().enumerate().rev() {
        for (j, other) in right.iter().enumerate().rev() {
            let value = if word == other {
                at(&best, i + 1, j + 1) + 1
            } else {
                at(&best, i + 1, j).max(at(&best, i, j + 1))
            };
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < x.len() && j < y.len() {
        if is_equal(i, j) {
            out.extend(x.get(i).copied().zip(y.get(j).copied()));
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// Whether the stretch holds a word of weight: not only particles, adverbs and marks.
fn is_weighty(document: &Document, range: &Range<usize>) -> bool {
    range.clone().any(|i| {
        matches!(document.prose.pos(i), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num)
            || document.prose.kind(i) == TokenKind::Number
    })
}

/// "Won" against "did not win": a negator more on one side and, but for auxiliaries, the same words.
fn is_negation(a: &Prose, b: &Prose, change: &Change) -> bool {
    let negators = |prose: &Prose, range: &Range<usize>| {
        range
            .clone()
            .filter(|&i| matches!(prose.lower(i), "not" | "n't" | "never") && !is_focus(prose, i + 1))
            .count()
    };
    let content = |prose: &Prose, range: &Range<usize>| -> Vec<String> {
        let kept = range.clone().filter(|&i| {
            prose.kind(i) == TokenKind::Word
                && prose.pos(i) != Pos::Aux
                && !matches!(prose.lower(i), "not" | "n't" | "never" | "ca" | "wo" | "do" | "does" | "did")
        });
        kept.map(|i| prose.lemma(i).to_owned()).collect()
    };
    negators(a, &change.a) % 2 != negators(b, &change.b) % 2 && content(a, &change.a) == content(b, &change.b)
}

/// Whether the negated side says no more than the other, which would narrow what it denies, and both have one modal.
fn is_bare(a: &Prose, b: &Prose, changes: &[Change], negation: &Change) -> bool {
    let is_no = |prose: &Prose, range: &Range<usize>| {
        range.clone().any(|i| matches!(prose.lower(i), "not" | "n't" | "never"))
    };
    let is_left = is_no(a, &negation.a);
    let others = changes.iter().filter(|c| c.a != negation.a || c.b != negation.b);
    let no_more = others.into_iter().all(|c| {
        let (prose, range) = if is_left { (a, &c.a) } else { (b, &c.b) };
        words(prose, range).into_iter().all(|i| prose.pos(i) == Pos::Aux)
    });
    no_more && modals(a, changes.iter().map(|c| &c.a)) == modals(b, changes.iter().map(|c| &c.b))
}

/// The modal words of some stretches, sorted: two sentences with different ones speak of different worlds.
fn modals<'p, 'r>(prose: &'p Prose, stretches: impl Iterator<Item = &'r Range<usize>>) -> Vec<&'p str> {
    let lower = stretches.flat_map(Clone::clone).map(|i| match prose.lower(i) {
        "wo" => "will",
        "ca" => "can",
        word => word,
    });
    let is_modal = |w: &&str| {
        matches!(*w, "will" | "can" | "could" | "may" | "might" | "would" | "should" | "must" | "to" | "if")
    };
    let mut found: Vec<&str> = lower.filter(is_modal).collect();
    found.sort_unstable();
    found
}

/// "Not only": the negator denies nothing.
fn is_focus(prose: &Prose, at: usize) -> bool {
    matches!(prose.lower(at), "only" | "just" | "merely" | "simply" | "solely" | "necessarily" | "least")
}

/// Whether the words that differ exclude each other.
fn clash(
    lex: &Lexicon,
    corpus: &Corpus,
    pair: &Pair,
    change: &Change,
) -> Option<(ContradictionKind, String)> {
    let (a, b) = (corpus.documents.get(pair.a.0)?, corpus.documents.get(pair.b.0)?);
    if words(&a.prose, &change.a).len().max(words(&b.prose, &change.b).len()) > LONGEST_CHANGE {
        return None;
    }
    figures(corpus, pair, change)
        .or_else(|| times(lex, a, b, change))
        .or_else(|| opposites(lex, a, b, change))
        .or_else(|| places(lex, corpus, pair, change))
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn figures(corpus: &Corpus, pair: &Pair, change: &Change) -> Option<(ContradictionKind, String)> {
    let (a, b) = (corpus.documents.get(pair.a.0)?, corpus.documents.get(pair.b.0)?);
    // "2, 000ft": a number torn apart.
    let is_torn = |d: &Document, r: &Range<usize>| {
        r.clone().filter(|&i| d.prose.kind(i) == TokenKind::Number).count() > 1
    };
    if is_torn(a, &change.a) || is_torn(b, &change.b) {
        return None;
    }
    let x = a.quantities.iter().find(|q| overlaps(&q.tokens, &change.a))?;
    let y = b.quantities.iter().find(|q| overlaps(&q.tokens, &change.b))?;
    let is_open = x.unit != y.unit || x.kind != y.kind || is_casualty(x) && is_update(corpus, pair, x, y);
    match quantities_exclude(x, y) {
        Verdict::Excludes(reason) if !is_open => Some((ContradictionKind::Numeric, reason.to_string())),
        _ => None,
    }
}

fn times(lex: &Lexicon, a: &Document, b: &Document, change: &Change) -> Option<(ContradictionKind, String)> {
    let x = a.times.iter().find(|t| overlaps(&t.tokens, &change.a))?;
    let y = b.times.iter().find(|t| overlaps(&t.tokens, &change.b))?;
    match times_exclude(x, y) {
        Verdict::Excludes(reason) if !is_dateline(a, x, b, y) => {
            Some((ContradictionKind::DateTime, reason.to_string()))
        }
        // Without a day of publication weekdays and days of a month still have their names.
        Verdict::Compatible(_) if x.from.is_none() && y.from.is_none() && x.bound == y.bound => {
            let named = |d: &Document, t: &TimeExpr| {
                let kept = t.tokens.clone().map(|i| d.prose.lower(i).to_owned());
                kept.filter(|w| lex.weekdays.has(w) || lex.months.has(w) || w.parse::<u8>().is_ok())
                    .collect::<Vec<_>>()
            };
            let (left, right) = (named(a, x), named(b, y));
            let is_named =
                left.len() == x.tokens.len() && right.len() == y.tokens.len() && left.len() == right.len();
            let is_other = is_named && left != right && a.head.date.is_none() && b.head.date.is_none();
            is_other.then(|| (ContradictionKind::DateTime, "two days of different names".to_owned()))
        }
        _ => None,
    }
}

fn opposites(
    lex: &Lexicon,
    a: &Document,
    b: &Document,
    change: &Change,
) -> Option<(ContradictionKind, String)> {
    let (x, y) = (words(&a.prose, &change.a), words(&b.prose, &change.b));
    let ([x], [y]) = (x.as_slice(), y.as_slice()) else { return None };
    let keys = |prose: &Prose, at: usize| [prose.lemma(at).to_owned(), prose.lower(at).to_owned()];
    let (left, right) = (keys(&a.prose, *x), keys(&b.prose, *y));
    let is_opposite = left.iter().any(|l| {
        lex.antonyms.column(l, 0).is_some_and(|list| list.split(' ').any(|o| right.iter().any(|r| r == o)))
    });
    is_opposite.then(|| {
        (ContradictionKind::Antonym, format!("{} and {} are opposites", a.prose.lower(*x), b.prose.lower(*y)))
    })
}

fn places(
    lex: &Lexicon,
    corpus: &Corpus,
    pair: &Pair,
    change: &Change,
) -> Option<(ContradictionKind, String)> {
    let place = |article: usize, range: &Range<usize>| {
        let mentions = &corpus.documents.get(article)?.names.mentions;
        let found = mentions
            .iter()
            .position(|m| m.kind == EntityKind::Place && !m.nested && overlaps(&m.tokens, range))?;
        corpus.entity(article, found)
    };
    let (x, y) = (place(pair.a.0, &change.a)?, place(pair.b.0, &change.b)?);
    apart(lex, corpus, x, y).map(|reason| (ContradictionKind::Location, reason))
}

/// Differing words inside a quotation are for the rules on quotations.
fn is_quoted(document: &Document, range: &Range<usize>) -> bool {
    let span = document.prose.cover(range.clone());
    document.quotations.iter().any(|q| {
        q.content.contains(span)
            && document.prose.kind(document.prose.tokens_in(q.span).start) == TokenKind::QuoteMark
    })
}

fn draft(corpus: &Corpus, pair: &Pair, kind: ContradictionKind, what: &str, change: &Change) -> Draft {
    let text = |article: usize, range: &Range<usize>| {
        corpus.documents.get(article).map_or("", |d| d.text(d.prose.cover(range.clone()))).trim().to_owned()
    };
    let (x, y) = (text(pair.a.0, &change.a), text(pair.b.0, &change.b));
    let side = |(article, sentence): (usize, usize), range: &Range<usize>| {
        let focus =
            if range.is_empty() { range.start.saturating_sub(1)..range.end + 1 } else { range.clone() };
        let clause = corpus.documents.get(article).map(|d| d.prose.cover(focus.clone())).unwrap_or_default();
        sentence_evidence(corpus, article, sentence, clause, Some(focus))
    };
    let (first, second) = if x <= y { (&x, &y) } else { (&y, &x) };
    Draft {
        kind,
        severity: Severity::Medium,
        confidence: 80,
        topic: format!("The same sentence with other words: {first} / {second}"),
        summary: format!(
            "{} has “{x}”, {} “{y}” in the same sentence",
            corpus.label(pair.a.0),
            corpus.label(pair.b.0)
        ),
        explanation: format!(
            "The two sentences are the same but for a few words, and these do not go together: {what}."
        ),
        evidence: vec![side(pair.a, &change.a), side(pair.b, &change.b)],
        entities: pair.entities.clone(),
        quotations: Vec::new(),
        trace: vec![
            "near copies of one sentence".to_owned(),
            format!("the words that differ: “{x}” and “{y}”"),
            what.to_owned(),
        ],
    }
}
