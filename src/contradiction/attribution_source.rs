//! The same claim from different sources.

use rustc_hash::FxHashMap;

use crate::align::{Aligned, Group, Pair};
use crate::claim::{Certainty, Frame};
use crate::contradiction::passage::{Said, names, sentence_evidence};
use crate::contradiction::source::{Reported, Statement, differ};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, QuoteKind, Severity, SourceClass};
use crate::quotation::Quotation;
use crate::report::Evidence;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::AttributionSource,
    summary: "The same event at the same time is credited to the person concerned by one article and to an unnamed source by another, or one statement to two sources.",
    spares: "Two reports of one source, sources of one class, and claims that differ in time or parties.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for group in &aligned.events {
        let credited: Vec<Credited<'_>> =
            group.mentions.iter().filter_map(|m| credited(corpus, group, m.article, m.claim)).collect();
        let named = credited.iter().filter(|c| c.is_principal);
        let clash = named
            .filter_map(|a| {
                credited
                    .iter()
                    .find(|b| b.is_unnamed && b.said.article != a.said.article && b.time == a.time)
                    .map(|b| (a, b))
            })
            .next();
        if let Some((a, b)) = clash {
            let others = credited.iter().filter(|c| c.is_unnamed && c.time == a.time);
            let mut more: Vec<&Credited<'_>> = others
                .filter(|c| c.said.article != a.said.article && c.said.article != b.said.article)
                .collect();
            more.dedup_by_key(|c| c.said.article);
            findings.drafts.push(draft(corpus, group, a, b, &more));
        }
    }
    let statements = reported(corpus, |_, _| true);
    for pair in aligned.passages.pairs.iter().filter(|p| p.a.0 != p.b.0) {
        let found =
            same_words(corpus, &statements, pair).filter(|found| !is_compared(findings, &found.evidence));
        findings.drafts.extend(found);
    }
}

/// Whether the source of one of the passages is set against another already.
pub fn is_compared(findings: &Findings, evidence: &[Evidence]) -> bool {
    let kinds = [ContradictionKind::AttributionSource, ContradictionKind::AttributionUpgrade];
    let ours = findings.drafts.iter().filter(|d| kinds.contains(&d.kind));
    ours.flat_map(|d| &d.evidence)
        .any(|known| evidence.iter().any(|e| e.article == known.article && e.span.overlaps(known.span)))
}

/// One statement, nearly word for word, of two sources.
fn same_words(corpus: &Corpus, statements: &Statements<'_>, pair: &Pair) -> Option<Draft> {
    let (left, right) = (statements.get(&pair.a)?, statements.get(&pair.b)?);
    let (a, b) = left
        .iter()
        .flat_map(|a| right.iter().map(move |b| (a, b)))
        .find(|(a, b)| a.is_same(b) && differ(corpus, a.reported, b.reported))?;
    Some(words_draft(corpus, pair, a.reported, b.reported))
}

/// Statements by article and sentence.
pub type Statements<'a> = FxHashMap<(usize, usize), Vec<Statement<'a>>>;

/// Statements in sentences of the body that have a source and are not in marks as a whole, of those quotations that are wanted.
pub fn reported(corpus: &Corpus, is_wanted: impl Fn(&Document, &Quotation) -> bool) -> Statements<'_> {
    let mut out = Statements::default();
    for (article, document) in corpus.documents.iter().enumerate() {
        for quotation in &document.quotations {
            let sentence = document.prose.sentence_of(quotation.tokens.start);
            let Some(tokens) = document.prose.sentences.get(sentence) else { continue };
            if document.prose.role_of(tokens.start) == BlockRole::Body
                && quotation.tokens.end <= tokens.end
                && quotation.source.is_some()
                && matches!(quotation.kind, QuoteKind::Indirect | QuoteKind::Mixed)
                && !is_denial(document, quotation)
                && is_wanted(document, quotation)
            {
                let statement = Statement::new((article, document, quotation));
                out.entry((article, sentence)).or_default().push(statement);
            }
        }
    }
    out
}

/// "Denied that", "declined to say": nobody is credited with the words.
fn is_denial(document: &Document, quotation: &Quotation) -> bool {
    let cue = quotation.cue.map(|span| document.prose.tokens_in(span)).unwrap_or_default();
    cue.into_iter().any(|i| {
        let lemma = document.prose.lemma(i);
        matches!(
            lemma,
            "deny" | "dispute" | "reject" | "dismiss" | "refute" | "doubt" | "decline" | "refuse" | "not"
        )
    })
}

fn words_draft(corpus: &Corpus, pair: &Pair, a: Reported<'_>, b: Reported<'_>) -> Draft {
    let source = |r: Reported<'_>| r.2.source.map_or("", |span| r.1.text(span)).to_owned();
    let evidence_of = |r: Reported<'_>, sentence: usize| {
        let focus = r.2.source.map(|span| r.1.prose.tokens_in(span));
        sentence_evidence(corpus, r.0, sentence, r.2.span, focus)
    };
    Draft {
        kind: ContradictionKind::AttributionSource,
        severity: Severity::Low,
        confidence: 66,
        topic: format!("Who says so: {}", source(a)),
        summary: format!(
            "{} credits {}, {} credits {}",
            corpus.label(a.0),
            source(a),
            corpus.label(b.0),
            source(b)
        ),
        explanation: "Both passages report the same statement, nearly word for word, of different sources."
            .to_owned(),
        evidence: vec![evidence_of(a, pair.a.1), evidence_of(b, pair.b.1)],
        entities: pair.entities.clone(),
        quotations: Vec::new(),
        trace: vec![
            format!("{} shared words", pair.lemmas.len()),
            "same numbers and negation".to_owned(),
            format!("sources: {}; {}", source(a), source(b)),
        ],
    }
}

struct Credited<'a> {
    said: Said<'a>,
    time: String,
    is_principal: bool,
    is_unnamed: bool,
}

fn credited<'a>(corpus: &'a Corpus, group: &Group, article: usize, claim: usize) -> Option<Credited<'a>> {
    let said = Said::new(corpus, article, claim)?;
    let document = corpus.documents.get(article)?;
    let quotation = document.quotations.get(said.claim.quotation?)?;
    let time = said.claim.times.first().and_then(|&t| document.times.get(t))?;
    let time = document.text(time.span).to_lowercase();
    let is_open =
        !matches!(said.claim.certainty, Certainty::Denied | Certainty::NotDone | Certainty::Unsettled);
    if !is_open || said.claim.frame != Frame::Plain || said.is_heading() {
        return None;
    }
    let is_principal = said.speaker(corpus).is_some_and(|s| group.parties.contains(&s));
    let is_unnamed = quotation.source.is_some()
        && quotation.kind == QuoteKind::Indirect
        && quotation.speaker.is_none()
        && matches!(quotation.source_class, SourceClass::Unnamed | SourceClass::Official);
    Some(Credited { said, time, is_principal, is_unnamed })
}

fn draft(
    corpus: &Corpus,
    group: &Group,
    a: &Credited<'_>,
    b: &Credited<'_>,
    more: &[&Credited<'_>],
) -> Draft {
    let source = |c: &Credited<'_>| c.said.source(corpus).unwrap_or("an unnamed source").to_owned();
    let evidence_of = |c: &Credited<'_>| -> Evidence {
        let tokens = corpus.documents.get(c.said.article).and_then(|d| {
            let quotation = d.quotations.get(c.said.claim.quotation?)?;
            Some(d.prose.tokens_in(quotation.source?))
        });
        c.said.evidence(corpus, tokens.unwrap_or_else(|| c.said.claim.head..c.said.claim.head + 1))
    };
    let mut evidence = vec![evidence_of(a), evidence_of(b)];
    evidence.extend(more.iter().take(3).map(|c| evidence_of(c)));
    Draft {
        kind: ContradictionKind::AttributionSource,
        severity: Severity::Low,
        confidence: 62,
        topic: format!("Who says so: {} ({})", group.name, names(corpus, group.parties.iter().copied())),
        summary: format!("{} credits {}, {} credits {}", corpus.label(a.said.article), source(a), corpus.label(b.said.article), source(b)),
        explanation: "The same event at the same time is credited to the person concerned in one passage and to an unnamed source in the other.".to_owned(),
        evidence,
        entities: group.parties.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![format!("same event: {}", group.name), format!("same time: {}", a.time), format!("sources: {}; {}", source(a), source(b))],
    }
}
