//! A headline says more than the text below it.

use std::cmp::Reverse;
use std::ops::Range;

use crate::align::{Aligned, Group};
use crate::claim::{Certainty, Frame};
use crate::contradiction::counted::{content, is_of_another_time, thing};
use crate::contradiction::passage::{Said, names, same_event, same_parties, sentence_evidence};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;
use crate::token::TokenKind;
use crate::value::{Quantity, Verdict, quantities_exclude};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::HeadlineBody,
    summary: "A headline has an event as planned or done that its own text has as possible only, or a figure that the text does not bear out.",
    spares: "Headlines that hedge, ask or quote, and texts that say it as surely, or have the figure or its parts, anywhere.",
    detect,
};

/// Rungs closer than this are shades of one meaning.
const LEAST_GAP: i32 = 2;
/// Content words that the sentence with the other figure must share with the headline.
const LEAST_SHARED: usize = 2;

/// Sums of money this near, as a share, are one.
const SUM_SLACK: f64 = 0.1;
/// Figures of one kind that are looked at: an article with more is a table.
const MOST: usize = 200;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for article in 0..corpus.documents.len() {
        for group in &aligned.events {
            article_gap(corpus, group, article, findings);
        }
        findings.drafts.extend(figure_gap(aligned, article));
    }
}

/// A headline with a plan, or one that says outright what happened; not one that quotes, attributes or asks.
fn is_asserting(corpus: &Corpus, said: &Said<'_>) -> bool {
    let tokens = corpus.documents.get(said.article).and_then(|d| d.prose.sentences.get(said.claim.sentence));
    match said.claim.certainty {
        Certainty::Planned | Certainty::Scheduled => true,
        Certainty::Done => {
            said.claim.role == BlockRole::Headline
                && said.claim.quotation.is_none()
                && !said.claim.is_hedged
                && !said.claim.is_nominal
                && tokens.is_some_and(|tokens| !has_mark(corpus, said.article, tokens))
        }
        _ => false,
    }
}

/// A colon, a quotation mark or a question mark: the headline speaks for somebody else, or asks.
fn has_mark(corpus: &Corpus, article: usize, tokens: &Range<usize>) -> bool {
    let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return true };
    tokens.clone().any(|i| prose.kind(i) == TokenKind::QuoteMark || matches!(prose.lower(i), ":" | "?" | "'"))
}

/// A figure of the headline that no figure of the text bears out.
fn figure_gap(aligned: &Aligned<'_>, article: usize) -> Option<Draft> {
    let corpus = aligned.corpus;
    let document = corpus.documents.get(article)?;
    let prose = &document.prose;
    let (mut headline, mut body): (Vec<&Quantity>, Vec<&Quantity>) = (Vec::new(), Vec::new());
    for quantity in &document.quantities {
        match prose.role_of(quantity.tokens.start) {
            BlockRole::Headline => headline.push(quantity),
            BlockRole::Body | BlockRole::Standfirst | BlockRole::Subhead | BlockRole::Caption => {
                body.push(quantity)
            }
            _ => {}
        }
    }
    let asserted = headline.into_iter().filter(|q| is_comparable(aligned.lex, document, q));
    asserted.filter(|q| !is_asked(corpus, article, q)).find_map(|figure| {
        let thing = thing(aligned.lex, document, figure);
        let alike: Vec<&Quantity> =
            body.iter().copied().filter(|q| is_of_kind(figure, thing.as_deref(), q)).take(MOST).collect();
        let is_borne_out = alike.iter().any(|q| !is_apart(figure, q)) || is_sum(figure, &alike);
        let words = content(document, figure);
        let best = alike
            .iter()
            .filter(|q| tells_of(document, thing.as_deref(), q) && !is_of_another_time(document, q))
            .map(|q| (content(document, q).intersection(&words).count(), *q))
            .filter(|(shared, _)| *shared >= LEAST_SHARED)
            .max_by_key(|(shared, q)| (*shared, Reverse(q.tokens.start)));
        let (_, other) = best.filter(|_| !is_borne_out)?;
        Some(figure_draft(corpus, document, article, figure, other))
    })
}

/// Whether a figure of the text counts the thing: by its own noun, or by the words around a share or sum.
fn tells_of(document: &Document, thing: Option<&str>, quantity: &Quantity) -> bool {
    let is_share = quantity.kind != EntityKind::Quantity && quantity.target.is_none();
    quantity.target.as_deref() == thing
        || is_share && thing.is_none_or(|t| content(document, quantity).contains(t))
}

fn is_asked(corpus: &Corpus, article: usize, quantity: &Quantity) -> bool {
    let sentence = corpus.documents.get(article).and_then(|d| d.prose.sentence_at(quantity.tokens.start));
    sentence.is_none_or(|tokens| has_mark(corpus, article, &tokens))
}

/// A figure that says how many or how much of what.
fn is_comparable(lex: &Lexicon, document: &Document, quantity: &Quantity) -> bool {
    let is_counted = quantity.kind == EntityKind::Quantity && thing(lex, document, quantity).is_some();
    let is_sum = matches!(quantity.kind, EntityKind::Money | EntityKind::Percent);
    // A headline cut behind the point of "$2.6 million".
    let is_cut = document.prose.lower(quantity.tokens.end) == "."
        && document.prose.kind(quantity.tokens.end + 1) == TokenKind::Number;
    (is_counted || is_sum)
        && !is_cut
        && !quantity.is_vague
        && !matches!(quantity.unit.as_str(), "ordinal" | "score" | "age")
}

/// The same unit, and the same thing counted where both say it.
fn is_of_kind(figure: &Quantity, thing: Option<&str>, other: &Quantity) -> bool {
    let same_target = thing.is_none() || other.target.is_none() || thing == other.target.as_deref();
    figure.unit == other.unit && figure.kind == other.kind && same_target
}

fn is_apart(figure: &Quantity, other: &Quantity) -> bool {
    // Sums are converted and rounded on the way into a headline.
    let is_near = figure.kind == EntityKind::Money && (figure.low - other.low).abs() <= SUM_SLACK * other.low;
    !is_near && matches!(quantities_exclude(figure, other), Verdict::Excludes(_))
}

/// "Nine dead" over "seven were killed, and two more died".
fn is_sum(figure: &Quantity, alike: &[&Quantity]) -> bool {
    let near = |sum: f64| (sum - figure.low).abs() <= figure.step.max(1.0) / 2.0;
    let pairs =
        alike.iter().enumerate().flat_map(|(i, a)| alike.iter().skip(i + 1).map(move |b| a.low + b.low));
    pairs.into_iter().any(near) || near(alike.iter().map(|q| q.low).sum())
}

fn figure_draft(
    corpus: &Corpus,
    document: &Document,
    article: usize,
    figure: &Quantity,
    other: &Quantity,
) -> Draft {
    let evidence = |q: &Quantity| {
        let sentence = document.prose.sentence_of(q.tokens.start);
        sentence_evidence(corpus, article, sentence, q.span, Some(q.tokens.clone()))
    };
    let what = figure.target.clone().or_else(|| other.target.clone()).unwrap_or_else(|| figure.unit.clone());
    let (above, below) = (document.text(figure.span), document.text(other.span));
    Draft {
        kind: ContradictionKind::HeadlineBody,
        severity: Severity::High,
        confidence: 74,
        topic: format!("How many, how much: {what}"),
        summary: format!("In {} the headline has {above}, the text {below}", corpus.label(article)),
        explanation: format!(
            "The headline has “{above}” ({what}); no figure of the text fits it, and the text has “{below}”."
        ),
        evidence: vec![evidence(figure), evidence(other)],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            format!("same thing counted: {what}"),
            "the sentence shares the headline's words".to_owned(),
            "no figure of the text fits".to_owned(),
        ],
    }
}

fn article_gap(corpus: &Corpus, group: &Group, article: usize, findings: &mut Findings) {
    let mentions = group.mentions.iter().filter(|m| m.article == article);
    let said: Vec<Said<'_>> = mentions
        .filter_map(|m| Said::new(corpus, m.article, m.claim))
        .filter(|s| s.claim.frame == Frame::Plain)
        .collect();
    let headings = said.iter().filter(|s| s.is_heading() && is_asserting(corpus, s));
    let Some(heading) = headings.min_by_key(|s| s.claim.head) else { return };
    let body: Vec<&Said<'_>> = said
        .iter()
        .filter(|s| {
            s.is_body()
                && s.claim.head > heading.claim.head
                && !matches!(s.claim.certainty, Certainty::NotDone | Certainty::Named)
                && (s.claim.certainty != Certainty::Done || heading.claim.certainty == Certainty::Done)
        })
        .collect();
    let same_time: Vec<&&Said<'_>> = body.iter().filter(|s| shares_time(corpus, heading, s)).collect();
    let pool: Vec<&Said<'_>> =
        if same_time.is_empty() { body.clone() } else { same_time.into_iter().copied().collect() };
    let Some(surest) = pool.iter().max_by_key(|s| s.claim.certainty.level()) else { return };
    let step = heading.claim.certainty.level() - surest.claim.certainty.level();
    if step < LEAST_GAP {
        return;
    }
    let focus = Said::governed;
    let mut evidence = vec![heading.evidence(corpus, focus(heading)), surest.evidence(corpus, focus(surest))];
    let weaker = body.iter().filter(|s| {
        s.claim.head != surest.claim.head
            && heading.claim.certainty.level() - s.claim.certainty.level() >= LEAST_GAP
    });
    evidence.extend(weaker.take(2).map(|s| s.evidence(corpus, focus(s))));
    findings.drafts.push(Draft {
        kind: ContradictionKind::HeadlineBody,
        severity: Severity::High,
        confidence: u8::try_from((56 + 8 * step).clamp(0, 90)).unwrap_or(60),
        topic: format!("How certain: {} ({})", group.name, names(corpus, group.parties.iter().copied())),
        summary: format!(
            "In {} the headline gives it as {}, the text as {}",
            corpus.label(article),
            heading.claim.certainty.phrase(),
            surest.claim.certainty.phrase()
        ),
        explanation: format!(
            "The headline has the event ({}) as {}; where the text speaks of it, it is {}.",
            group.name,
            heading.claim.certainty.phrase(),
            surest.claim.certainty.phrase()
        ),
        evidence,
        entities: group.parties.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![
            same_event(group),
            same_parties(corpus, group),
            format!("the headline stands {step} steps above the text on the ladder of certainty"),
        ],
    });
}

fn shares_time(corpus: &Corpus, a: &Said<'_>, b: &Said<'_>) -> bool {
    let values = |s: &Said<'_>| -> Vec<String> {
        let Some(document) = corpus.documents.get(s.article) else { return Vec::new() };
        let times = s.claim.times.iter().filter_map(|&t| document.times.get(t));
        times.map(|t| t.value.clone().unwrap_or_else(|| document.text(t.span).to_lowercase())).collect()
    };
    let other = values(b);
    values(a).iter().any(|value| other.contains(value))
}
