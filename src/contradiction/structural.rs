//! One act with its roles exchanged: who sued, beat, bought or dismissed whom.

use std::collections::BTreeSet;

use crate::align::Aligned;
use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::passage::Said;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{BlockRole, ContradictionKind, EntityKind, Severity};
use crate::value::{Grain, Verdict, quantities_exclude, times_exclude};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Structural,
    summary: "Two articles tell of one act of the same two parties with their roles exchanged.",
    spares: "Acts that go both ways (meet, call, fight, criticize), articles that tell of both, other times, other scores, conditions and questions.",
    detect,
};

/// Acts of one upon another that are seldom returned; classes of events, or verbs.
const ONE_WAY: [&str; 20] = [
    "sue", "buy", "dismiss", "invade", "attack", "arrest", "shoot", "die", "beat", "defeat", "invite",
    "succeed", "replace", "hire", "overtake", "rescue", "stab", "bribe", "divorce", "adopt",
];
/// Acts that parties at war do to each other: only persons are told apart by them.
const RETURNED: [&str; 3] = ["attack", "die", "shoot"];

/// One act: who did it to whom.
struct Act<'a> {
    said: Said<'a>,
    event: String,
    agent: String,
    patient: String,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let acts: Vec<Act<'_>> =
        (0..aligned.corpus.documents.len()).flat_map(|a| acts(aligned.corpus, a)).collect();
    let mut done: BTreeSet<(String, String, String)> = BTreeSet::new();
    for (n, one) in acts.iter().enumerate() {
        let other = acts.iter().skip(n + 1).find(|other| {
            is_exchanged(one, other)
                && one.said.article != other.said.article
                && !tells_both(&acts, one)
                && !tells_both(&acts, other)
                && is_one_occasion(aligned.corpus, one, other)
        });
        let Some(other) = other else { continue };
        let (low, high) =
            (one.agent.clone().min(one.patient.clone()), one.agent.clone().max(one.patient.clone()));
        if done.insert((one.event.clone(), low, high)) {
            findings.drafts.push(draft(aligned.corpus, one, other));
        }
    }
}

fn acts(corpus: &Corpus, article: usize) -> Vec<Act<'_>> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    document.claims.iter().filter(|c| !c.is_nominal).filter_map(|c| act(corpus, article, c)).collect()
}

fn act<'a>(corpus: &'a Corpus, article: usize, claim: &'a Claim) -> Option<Act<'a>> {
    let document = corpus.documents.get(article)?;
    let lemma = document.prose.lemma(claim.head);
    let event = [claim.event.as_str(), lemma].into_iter().find(|e| ONE_WAY.contains(e))?;
    let is_told = matches!(claim.certainty, Certainty::Done | Certainty::Planned | Certainty::Scheduled)
        && claim.frame == Frame::Plain
        && claim.role != BlockRole::Boilerplate;
    let subject = single(corpus, article, claim.agents.iter().copied(), event)?;
    let wanted = if claim.is_passive { "by" } else { "" };
    let objects = claim.others.iter().filter(|a| a.preposition == wanted).map(|a| a.mention);
    let object = single(corpus, article, objects.take(1), event)?;
    let (agent, patient) = if claim.is_passive { (object, subject) } else { (subject, object) };
    (is_told && agent != patient).then(|| Act {
        said: Said { article, claim },
        event: event.to_owned(),
        agent,
        patient,
    })
}

/// The one party of a side of the act; several are no clear role. A state is the same whoever stands for it.
fn single(
    corpus: &Corpus,
    article: usize,
    mentions: impl Iterator<Item = usize>,
    event: &str,
) -> Option<String> {
    let document = corpus.documents.get(article)?;
    let named = mentions.filter_map(|m| {
        let kind = document.names.mentions.get(m)?.kind;
        let fits = match kind {
            EntityKind::Person => true,
            EntityKind::Organization | EntityKind::Group | EntityKind::Place => !RETURNED.contains(&event),
            _ => false,
        };
        let entity = corpus.entity(article, m).filter(|_| fits)?;
        Some(match (kind, corpus.side(entity)) {
            (EntityKind::Person, _) | (_, None) => format!("#{entity}"),
            (_, Some(side)) => side.to_owned(),
        })
    });
    let all: BTreeSet<String> = named.collect();
    (all.len() == 1).then(|| all.into_iter().next()).flatten()
}

fn is_exchanged(a: &Act<'_>, b: &Act<'_>) -> bool {
    let is_like = |x: &Act<'_>| x.said.claim.certainty == Certainty::Done;
    a.event == b.event && a.agent == b.patient && a.patient == b.agent && is_like(a) == is_like(b)
}

/// An article that has the act in both directions tells of two acts.
fn tells_both(acts: &[Act<'_>], act: &Act<'_>) -> bool {
    acts.iter().any(|other| other.said.article == act.said.article && is_exchanged(act, other))
}

/// The same time and the same score, where both are told, and nothing that sets the one apart ("last season").
fn is_one_occasion(corpus: &Corpus, a: &Act<'_>, b: &Act<'_>) -> bool {
    let (Some(x), Some(y)) = (corpus.documents.get(a.said.article), corpus.documents.get(b.said.article))
    else {
        return false;
    };
    let times = |d: &'_ crate::corpus::Document, act: &Act<'_>| {
        let listed = act.said.claim.times.iter().filter_map(|&t| d.times.get(t)).cloned();
        listed.filter(|t| t.grain <= Grain::Longer).collect::<Vec<_>>()
    };
    let (ours, theirs) = (times(x, a), times(y, b));
    let is_apart = ours.iter().any(|s| {
        theirs.iter().any(|t| {
            // "In March" of an article without a date may be any March: unless both say the same words, nothing shows one occasion.
            let is_open = s.value.is_none() || t.value.is_none();
            let words = (s.span.of(&x.prose.text), t.span.of(&y.prose.text));
            let differs = if is_open { words.0 != words.1 } else { s.value != t.value };
            differs || matches!(times_exclude(s, t), Verdict::Excludes(_))
        })
    });
    let scores = |d: &'_ crate::corpus::Document, act: &Act<'_>| {
        let listed = act.said.claim.quantities.iter().filter_map(|&q| d.quantities.get(q)).cloned();
        listed.filter(|q| q.unit == "score").collect::<Vec<_>>()
    };
    let (mine, others) = (scores(x, a), scores(y, b));
    let is_other_score =
        mine.iter().any(|s| others.iter().any(|t| matches!(quantities_exclude(s, t), Verdict::Excludes(_))));
    let is_set_apart = |d: &crate::corpus::Document, act: &Act<'_>| {
        let mut tokens = act.said.claim.tokens.clone();
        tokens.any(|i| {
            matches!(
                d.prose.lower(i),
                "last" | "earlier" | "previous" | "previously" | "ago" | "then" | "back" | "again"
            )
        })
    };
    !is_apart && !is_other_score && is_set_apart(x, a) == is_set_apart(y, b)
}

fn draft(corpus: &Corpus, one: &Act<'_>, other: &Act<'_>) -> Draft {
    let focus = |a: &Act<'_>| a.said.claim.head..a.said.claim.head + 1;
    let party = |act: &Act<'_>| {
        let mention = act.said.claim.agents.first().and_then(|&m| corpus.entity(act.said.article, m));
        mention.map_or("", |e| corpus.name(e)).to_owned()
    };
    Draft {
        kind: ContradictionKind::Structural,
        severity: Severity::High,
        confidence: 74,
        topic: format!("Who did it to whom: {}", one.event),
        summary: format!(
            "{} and {} have the two parties of one act ({}) the other way round",
            corpus.label(one.said.article),
            corpus.label(other.said.article),
            one.event
        ),
        explanation: format!(
            "Both passages tell of one act ({}) of the same two parties, with the roles exchanged.",
            one.event
        ),
        evidence: vec![one.said.evidence(corpus, focus(one)), other.said.evidence(corpus, focus(other))],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            format!("same act: {}", one.event),
            format!("same parties: {}, {}", party(one), party(other)),
            "roles exchanged".to_owned(),
        ],
    }
}
