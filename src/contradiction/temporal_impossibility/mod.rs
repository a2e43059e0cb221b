//! An order or a length that can not hold: by the calendar, by arithmetic, or because somebody had died before.

mod age;
mod calendar;
mod death;
mod length;
mod order;
mod tenure;

use std::ops::Range;

use crate::align::Aligned;
use crate::contradiction::passage::opposed;
use crate::contradiction::{Draft, Findings, Rule, evidence};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::report::Evidence;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::TemporalImpossibility,
    summary: "A weekday is not that of its date, a day is in no calendar, a span ends before it begins or is not as long as is said, an age does not fit the year of birth, somebody acts after the day of their death, or vows within a term of office what its first day was to bring.",
    spares: "Dates without a sure year, dates that were moved, ages of another time, namesakes of one family, what was recorded before a death, and the first day of another term.",
    detect,
};

/// Two stretches of which only one can be so.
#[derive(Debug)]
struct Impossible {
    /// Article, sentence and tokens of both.
    sides: [(usize, usize, Range<usize>); 2],
    severity: Severity,
    confidence: u8,
    topic: &'static str,
    /// What can not be, as a sentence; the passages are named around it.
    why: String,
    /// The person it is about.
    who: Option<usize>,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for (article, document) in corpus.documents.iter().enumerate() {
        let found = calendar::wrong(aligned.lex, article, document)
            .into_iter()
            .chain(order::reversed(article, document))
            .chain(length::wrong(article, document))
            .chain(age::wrong(corpus, article, document))
            .chain(tenure::too_late(article, document));
        findings.drafts.extend(found.map(|impossible| draft(corpus, impossible)));
    }
    findings.drafts.extend(death::outlived(corpus).into_iter().map(|impossible| draft(corpus, impossible)));
}

fn draft(corpus: &Corpus, impossible: Impossible) -> Draft {
    let [first, second] = &impossible.sides;
    let ([a, b], evidence) = opposed(corpus, [(first.0, first.1, &first.2), (second.0, second.1, &second.2)]);
    let evidence = parted(corpus, impossible.sides.each_ref(), evidence);
    let label = |article: usize| corpus.label(article);
    let summary = if first.0 == second.0 {
        format!("{} has “{a}” and “{b}”", label(first.0))
    } else {
        format!("{} has “{a}”, {} has “{b}”", label(first.0), label(second.0))
    };
    Draft {
        kind: ContradictionKind::TemporalImpossibility,
        severity: impossible.severity,
        confidence: impossible.confidence,
        topic: impossible.topic.to_owned(),
        summary,
        explanation: impossible.why.clone(),
        evidence,
        entities: impossible.who.into_iter().collect(),
        quotations: Vec::new(),
        trace: vec![format!("set against each other: “{a}”, “{b}”"), impossible.why],
    }
}

/// Two stretches of one sentence: each passage is the part of the sentence that holds its own, so that neither shows both.
fn parted(
    corpus: &Corpus,
    [first, second]: [&(usize, usize, Range<usize>); 2],
    evidence: Vec<Evidence>,
) -> Vec<Evidence> {
    let Some(document) = corpus.documents.get(first.0).filter(|_| (first.0, first.1) == (second.0, second.1))
    else {
        return evidence;
    };
    let prose = &document.prose;
    let (left, right) =
        if first.2.start <= second.2.start { (&first.2, &second.2) } else { (&second.2, &first.2) };
    let tokens = prose.sentence_at(left.start).unwrap_or_default();
    let part = |part: Range<usize>, focus: &Range<usize>| {
        self::evidence(first.0, prose.cover(part), Some(prose.cover(focus.clone())))
    };
    vec![part(tokens.start..right.start, left), part(right.start..tokens.end, right)]
}

/// Whether a token stands in what the article itself tells.
fn is_text(document: &Document, token: usize) -> bool {
    !matches!(document.prose.role_of(token), BlockRole::Boilerplate | BlockRole::Byline)
}
