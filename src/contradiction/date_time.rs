//! One event at times that exclude each other.

use crate::align::{Aligned, Group};
use crate::claim::Frame;
use crate::contradiction::passage::{Said, names, same_event, same_parties};
use crate::contradiction::told_time::told_times;
use crate::contradiction::{Draft, Findings, Rule, phase};
use crate::corpus::{Corpus, Document};
use crate::kind::{ContradictionKind, Severity};
use crate::report::Evidence;
use crate::tag::Pos;
use crate::value::{TimeExpr, Verdict, times_exclude};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::DateTime,
    summary: "One event is put at times that exclude each other, or within a limit by one and not before it by the other.",
    spares: "Coarser and finer names of one time, vague times, and times that could not be resolved.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for group in &aligned.events {
        let timed = timed(corpus, group);
        let mut found = None;
        let is_line = |a: &Timed<'_>, b: &Timed<'_>| {
            let documents = corpus.documents.get(a.said.article).zip(corpus.documents.get(b.said.article));
            documents.is_some_and(|(x, y)| is_dateline(x, a.time, y, b.time))
        };
        for (i, a) in timed.iter().enumerate() {
            for b in timed.iter().skip(i + 1).filter(|b| b.said.article != a.said.article) {
                match times_exclude(a.time, b.time) {
                    Verdict::Excludes(_)
                        if is_line(a, b)
                            || knows(&timed, a.said.article, b)
                            || knows(&timed, b.said.article, a) => {}
                    Verdict::Excludes(reason) => found = found.or(Some((a, b, reason))),
                    Verdict::Compatible(reason) => findings.drop_pair(
                        ContradictionKind::DateTime,
                        [a.evidence, b.evidence],
                        "value",
                        reason.to_string(),
                    ),
                    Verdict::Same => {}
                }
            }
        }
        if let Some((a, b, reason)) = found {
            findings.drafts.push(draft(corpus, group, a, b, &reason.to_string()));
        }
    }
    phase::detect(aligned, findings);
    told_times(aligned, findings);
}

/// "Today" and "yesterday" of two articles lie a day apart when one is written on the other side of the date line, or after midnight.
pub fn is_dateline(a: &Document, x: &TimeExpr, b: &Document, y: &TimeExpr) -> bool {
    let is_deictic = |d: &Document, t: &TimeExpr| {
        let around = t.tokens.start.saturating_sub(2)..t.tokens.end + 2;
        around.into_iter().any(|i| {
            matches!(d.prose.lower(i), "today" | "yesterday" | "tonight" | "tomorrow" | "this" | "night")
        })
    };
    let gap = x.from.zip(y.from).map_or(0, |(p, q)| p.abs_diff(q));
    gap <= 1 && (is_deictic(a, x) || is_deictic(b, y))
}

struct Timed<'a> {
    said: Said<'a>,
    time: &'a TimeExpr,
    evidence: Evidence,
}

/// Statements of the event with the one time of their clause.
fn timed<'a>(corpus: &'a Corpus, group: &Group) -> Vec<Timed<'a>> {
    let mut out: Vec<Timed<'a>> = Vec::new();
    for mention in &group.mentions {
        let Some(said) = Said::new(corpus, mention.article, mention.claim) else { continue };
        let Some(document) = corpus.documents.get(mention.article) else { continue };
        let [time] = said.claim.times.as_slice() else { continue };
        let Some(time) = document.times.get(*time) else { continue };
        let is_far = time.tokens.start.abs_diff(said.claim.head) > 16;
        if said.claim.frame != Frame::Plain
            || is_of_another(document, said.claim.head, time.tokens.start)
            || time.is_vague
            || is_far
            || said.is_heading()
            || said.claim.is_negated
        {
            continue;
        }
        out.push(Timed { said, time, evidence: said.evidence(corpus, time.tokens.clone()) });
    }
    out
}

/// "The results of the test when he was arrested were released Wednesday": a verb between the event and the time has the time to itself.
fn is_of_another(document: &Document, head: usize, time: usize) -> bool {
    let (from, to) = if head < time { (head + 1, time) } else { (time, head) };
    let is_own = |i: usize| head > time && matches!(document.prose.pos(i), Pos::Aux);
    (from..to).any(|i| matches!(document.prose.pos(i), Pos::Verb | Pos::Aux) && !is_own(i))
}

/// Whether the article tells of the event at a time of the other side too: then it knows two such events.
fn knows(timed: &[Timed<'_>], article: usize, other: &Timed<'_>) -> bool {
    timed.iter().any(|t| {
        t.said.article == article && !matches!(times_exclude(t.time, other.time), Verdict::Excludes(_))
    })
}

fn draft(corpus: &Corpus, group: &Group, a: &Timed<'_>, b: &Timed<'_>, reason: &str) -> Draft {
    let text =
        |t: &Timed<'_>| corpus.documents.get(t.said.article).map_or("", |d| d.text(t.time.span)).to_owned();
    Draft {
        kind: ContradictionKind::DateTime,
        severity: Severity::Medium,
        confidence: 68,
        topic: format!("When: {} ({})", group.name, names(corpus, group.parties.iter().copied())),
        summary: format!(
            "{} says “{}”, {} “{}”",
            corpus.label(a.said.article),
            text(a),
            corpus.label(b.said.article),
            text(b)
        ),
        explanation: format!(
            "Both passages give a time for the same event ({}), and the times do not fit together: {reason}.",
            group.name
        ),
        evidence: vec![a.evidence, b.evidence],
        entities: group.parties.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![same_event(group), same_parties(corpus, group), format!("times compared: {reason}")],
    }
}
