//! One event is planned or certain for one article and only possible, unsettled or denied for another.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::align::{Aligned, Group};
use crate::claim::{Certainty, Frame};
use crate::contradiction::course::{Standing, standings};
use crate::contradiction::passage::{Said, names, same_event, same_parties, sentence_evidence};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};
use crate::report::Evidence;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::CertaintyModality,
    summary: "One article has an event as planned or certain that another has as possible, unsettled or ruled out.",
    spares: "Neighbouring degrees (may, could), conditions and questions, meetings of other people, and what has not happened so far.",
    detect,
};

/// Rungs closer than this are shades of one meaning.
const LEAST_GAP: i32 = 2;
/// Events that recur: that one took place says nothing about whether the next is planned.
const RECURRING: [&str; 14] = [
    "meet",
    "call",
    "visit",
    "attack",
    "vote",
    "protest",
    "rise",
    "fall",
    "open",
    "close",
    "leave",
    "arrive",
    "negotiate",
    "agree",
];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for group in &aligned.events {
        let said = said(corpus, group);
        modal_gap(corpus, group, &said, findings);
        unsettled(corpus, group, &said, findings);
    }
    courses(aligned, findings);
}

fn said<'a>(corpus: &'a Corpus, group: &Group) -> Vec<Said<'a>> {
    let all = group.mentions.iter().filter_map(|m| Said::new(corpus, m.article, m.claim));
    all.filter(|s| s.claim.frame == Frame::Plain && is_comparable(group, s.claim.certainty))
        .filter(|s| !is_of_another(corpus, s))
        .collect()
}

/// "May have meant to shoot another one": not whom the other passage is about.
fn is_of_another(corpus: &Corpus, said: &Said<'_>) -> bool {
    let Some(prose) = corpus.documents.get(said.article).map(|d| &d.prose) else { return true };
    let behind = said.claim.head + 1..(said.claim.head + 4).min(said.claim.tokens.end);
    behind
        .into_iter()
        .any(|i| matches!(prose.lower(i), "another" | "other" | "others" | "more" | "further" | "again"))
}

fn is_comparable(group: &Group, certainty: Certainty) -> bool {
    match certainty {
        Certainty::NotDone | Certainty::Named => false,
        Certainty::Done => !RECURRING.contains(&group.event.as_str()),
        _ => true,
    }
}

/// The surest statement of one article's body against the least sure modal statement of another's.
fn modal_gap(corpus: &Corpus, group: &Group, said: &[Said<'_>], findings: &mut Findings) {
    let body = said.iter().filter(|s| s.is_body() && s.claim.certainty > Certainty::Unlikely);
    let Some(sure) = body.clone().max_by_key(|s| (s.claim.certainty.level(), Reverse(s.claim.head))) else {
        return;
    };
    let mut unsure: Vec<&Said<'_>> = body
        .filter(|s| {
            s.article != sure.article
                && gap(sure, s) >= LEAST_GAP
                && !only_later(corpus, sure, s)
                && !is_earliest(corpus, sure, s)
        })
        .collect();
    unsure.retain(|s| !is_surer_elsewhere(said, s, sure));
    let weight =
        |s: &&Said<'_>| (s.claim.certainty, s.claim.is_nominal, s.claim.quotation.is_some(), s.claim.head);
    unsure.sort_by_key(|s| (s.article, weight(s)));
    unsure.dedup_by_key(|s| s.article);
    unsure.sort_by_key(|s| (weight(s), s.article));
    report(corpus, group, sure, &unsure, findings);
}

/// What was planned or expected when one article was written may have been done when the other was; hearsay that it is done is no later news.
fn only_later(corpus: &Corpus, sure: &Said<'_>, unsure: &Said<'_>) -> bool {
    let both = days(corpus, sure.article, unsure.article);
    let (is_one_day, is_same_day) = (both.is_some_and(|(a, b)| a <= b), both.is_some_and(|(a, b)| a == b));
    sure.claim.certainty == Certainty::Done
        && match unsure.claim.certainty {
            Certainty::Planned | Certainty::Scheduled => true,
            Certainty::Likely => !is_one_day && !sure.claim.is_hedged,
            // "May have died" is of the past; "may die" may have come true since.
            Certainty::Possible => !is_same_day && !is_perfect(corpus, unsure),
            _ => false,
        }
}

/// "Will vote as early as Friday" leaves as much open as "may vote as soon as Friday".
fn is_earliest(corpus: &Corpus, a: &Said<'_>, b: &Said<'_>) -> bool {
    let is_open = |s: &Said<'_>| {
        let Some(prose) = corpus.documents.get(s.article).map(|d| &d.prose) else { return false };
        let mut tokens = prose.sentences.get(s.claim.sentence).cloned().unwrap_or_default();
        tokens.any(|i| matches!(prose.lower(i), "early" | "soon") && prose.lower(i + 1) == "as")
    };
    is_open(a) && is_open(b)
}

/// "May have been killed".
fn is_perfect(corpus: &Corpus, said: &Said<'_>) -> bool {
    let Some(prose) = corpus.documents.get(said.article).map(|d| &d.prose) else { return false };
    (said.claim.head.saturating_sub(4)..said.claim.head).any(|i| prose.lower(i) == "have")
}

/// The days of two articles, where both are known.
fn days(corpus: &Corpus, a: usize, b: usize) -> Option<(&str, &str)> {
    let day = |article: usize| corpus.documents.get(article)?.head.date.as_deref();
    day(a).zip(day(b))
}

/// An article that elsewhere says it as surely as the other does only varies its words.
fn is_surer_elsewhere(said: &[Said<'_>], unsure: &Said<'_>, sure: &Said<'_>) -> bool {
    said.iter().any(|s| s.article == unsure.article && s.is_body() && gap(sure, s) < LEAST_GAP)
}

fn gap(sure: &Said<'_>, unsure: &Said<'_>) -> i32 {
    sure.claim.certainty.level() - unsure.claim.certainty.level()
}

/// A plan, best as a headline has it, against the statement that nothing is settled.
fn unsettled(corpus: &Corpus, group: &Group, said: &[Said<'_>], findings: &mut Findings) {
    let planned = said.iter().filter(|s| {
        matches!(s.claim.certainty, Certainty::Planned | Certainty::Scheduled) && s.claim.quotation.is_none()
    });
    let Some(sure) = planned.min_by_key(|s| (!s.is_heading(), s.article, s.claim.head)) else { return };
    let open = said.iter().filter(|s| s.claim.certainty == Certainty::Unsettled && s.article != sure.article);
    let open: Vec<&Said<'_>> = open.collect();
    report(corpus, group, sure, &open, findings);
}

fn report(corpus: &Corpus, group: &Group, sure: &Said<'_>, unsure: &[&Said<'_>], findings: &mut Findings) {
    let Some(first) = unsure.first() else { return };
    let focus = Said::governed;
    let mut evidence: Vec<Evidence> = vec![sure.evidence(corpus, focus(sure))];
    evidence.extend(unsure.iter().take(4).map(|s| s.evidence(corpus, focus(s))));
    let step = gap(sure, first);
    let is_lead = sure.is_heading();
    findings.drafts.push(Draft {
        kind: ContradictionKind::CertaintyModality,
        severity: if step > LEAST_GAP || is_lead { Severity::High } else { Severity::Medium },
        confidence: u8::try_from((55 + 8 * step).clamp(0, 90)).unwrap_or(60),
        topic: format!("How certain: {} ({})", group.name, names(corpus, group.parties.iter().copied())),
        summary: format!(
            "{} gives it as {}, {} as {}",
            corpus.label(sure.article),
            sure.claim.certainty.phrase(),
            corpus.label(first.article),
            first.claim.certainty.phrase()
        ),
        explanation: format!(
            "Both passages are about the same event ({}), but one has it as {} and the other as {}.",
            group.name,
            sure.claim.certainty.phrase(),
            first.claim.certainty.phrase()
        ),
        evidence,
        entities: group.parties.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![
            same_event(group),
            same_parties(corpus, group),
            format!("{step} steps apart on the ladder of certainty"),
        ],
    });
}

/// One course of events that has gone two steps further in one article than in another of the same day or later.
fn courses(aligned: &Aligned<'_>, findings: &mut Findings) {
    let mut of_one: BTreeMap<(&str, usize), Vec<Standing>> = BTreeMap::new();
    for article in 0..aligned.corpus.documents.len() {
        for standing in standings(aligned, article) {
            of_one.entry((standing.ladder, standing.who)).or_default().push(standing);
        }
    }
    for all in of_one.into_values() {
        let mut clashes: BTreeMap<(usize, usize), Vec<&Standing>> = BTreeMap::new();
        for behind in furthest(&all) {
            if let Some(sure) = ahead(aligned.corpus, &all, behind) {
                clashes.entry((sure.article, sure.tokens.start)).or_default().push(behind);
            }
        }
        for ((article, token), behind) in clashes {
            let sure = all.iter().find(|s| s.article == article && s.tokens.start == token);
            let Some((sure, first)) = sure.zip(behind.first()) else { continue };
            findings.drafts.push(course_draft(aligned.corpus, sure, first, &behind));
        }
    }
}

/// How far each article goes at most: what it says of the steps before is the way there.
fn furthest(all: &[Standing]) -> Vec<&Standing> {
    let mut best: BTreeMap<usize, &Standing> = BTreeMap::new();
    for standing in all {
        let known = best.entry(standing.article).or_insert(standing);
        if known.level < standing.level {
            *known = standing;
        }
    }
    best.into_values().collect()
}

/// The clearest statement that it has gone further: said outright before reported by hearsay, then the first.
fn ahead<'a>(corpus: &Corpus, all: &'a [Standing], behind: &Standing) -> Option<&'a Standing> {
    let further = all.iter().filter(|s| s.article != behind.article && is_behind(corpus, s, behind));
    further.min_by_key(|s| (s.is_hedged, Reverse(s.level), s.article, s.tokens.start))
}

/// Two whole steps behind, in the same matter, and not written before. Courts move on: their steps are set against each other
/// only where both articles are known to be of one day.
fn is_behind(corpus: &Corpus, sure: &Standing, other: &Standing) -> bool {
    let is_in_time = match days(corpus, sure.article, other.article) {
        Some((a, b)) => a == b || a < b && sure.ladder != "charge",
        None => sure.ladder != "charge",
    };
    let is_shared = sure.matter.intersection(&other.matter).next().is_some();
    sure.level - other.level >= 2 * LEAST_GAP && is_in_time && is_shared
}

fn course_draft(corpus: &Corpus, sure: &Standing, first: &Standing, behind: &[&Standing]) -> Draft {
    let words = |s: &Standing| {
        corpus.documents.get(s.article).map_or("", |d| d.text(d.prose.cover(s.tokens.clone()))).to_owned()
    };
    let evidence_of = |s: &Standing| {
        let span = corpus.documents.get(s.article).map(|d| d.prose.cover(s.tokens.clone()));
        let focus = Some(s.tokens.clone());
        sentence_evidence(corpus, s.article, s.sentence, span.unwrap_or_default(), focus)
    };
    let who = corpus.name(sure.who);
    let mut evidence = vec![evidence_of(sure)];
    evidence.extend(behind.iter().take(4).map(|s| evidence_of(s)));
    Draft {
        kind: ContradictionKind::CertaintyModality,
        severity: Severity::Medium,
        confidence: 68,
        topic: format!("How far it has gone: {} ({who})", sure.ladder),
        summary: format!(
            "{} has “{}” of {who}, {} has “{}”",
            corpus.label(sure.article),
            words(sure),
            corpus.label(first.article),
            words(first)
        ),
        explanation: format!(
            "Both passages are about one {}, but in one it has gone further (“{}”) than in the other (“{}”).",
            sure.ladder,
            words(sure),
            words(first)
        ),
        evidence,
        entities: vec![sure.who],
        quotations: Vec::new(),
        trace: vec![
            format!("same person or body: {who}"),
            format!("same course: {}", sure.ladder),
            "two or more steps apart".to_owned(),
        ],
    }
}
