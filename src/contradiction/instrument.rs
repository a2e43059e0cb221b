//! Two measures of different kinds against one target: sanctions and a tariff, an arrest and a summons.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::align::{Aligned, Statement};
use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::passage::Said;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Instrument,
    summary: "Two articles have different measures taken against the same target, such as sanctions and a tariff, or an arrest and a summons.",
    spares: "Threats and plans, measures of different bodies, and targets for which one article names both measures.",
    detect,
};

/// A measure with where it is reported.
struct Measure<'a> {
    class: &'static str,
    head: usize,
    said: Said<'a>,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    let mut by_target: BTreeMap<usize, Vec<Measure<'_>>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for claim in &document.claims {
            for (target, measure) in measures(lex, corpus, article, claim) {
                by_target.entry(target).or_default().push(measure);
            }
        }
    }
    let statements = &aligned.statements;
    // Of several statements of one verb the first counts.
    let by_head: ByHead<'_, '_> =
        statements.iter().rev().map(|s| ((s.said.article, s.said.claim.head), s)).collect();
    for (target, list) in by_target {
        if let Some(draft) = differing(corpus, &by_head, target, &list) {
            findings.drafts.push(draft);
        }
    }
    means(lex, corpus, statements, findings);
}

/// "Arrested" against "summonsed": verbs of which only one can be so, with one person, one reason and one time.
fn means(lex: &Lexicon, corpus: &Corpus, statements: &[Statement<'_>], findings: &mut Findings) {
    let all: Vec<&Statement<'_>> =
        statements.iter().filter(|s| s.is_positive && lex.contrasts.has(s.verb)).collect();
    let excludes = |a: &Statement<'_>, b: &Statement<'_>| {
        lex.contrasts.column(a.verb, 0).is_some_and(|list| list.split(' ').any(|other| other == b.verb))
    };
    let mut done: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (i, a) in all.iter().enumerate() {
        for b in all.iter().skip(i + 1).filter(|b| b.said.article != a.said.article && excludes(a, b)) {
            let tells_both = |s: &Statement<'_>, other: &Statement<'_>| {
                all.iter().any(|o| {
                    o.said.article == s.said.article && o.verb == other.verb && o.core.fits(&other.core)
                })
            };
            let is_one_matter = a.rest.is_subset(&b.rest) || b.rest.is_subset(&a.rest);
            if a.core.is_person
                && a.matches(b, corpus)
                && is_one_matter
                && !tells_both(a, b)
                && !tells_both(b, a)
                && done.insert((a.verb, b.verb))
            {
                findings.drafts.push(means_draft(corpus, a, b));
            }
        }
    }
}

fn means_draft(corpus: &Corpus, a: &Statement<'_>, b: &Statement<'_>) -> Draft {
    let name = a.core.entities.iter().next().map_or("", |&e| corpus.name(e));
    let focus = |s: &Statement<'_>| s.said.claim.head..s.said.claim.head + 1;
    Draft {
        kind: ContradictionKind::Instrument,
        severity: Severity::Medium,
        confidence: 70,
        topic: format!("What was done: {name}"),
        summary: format!(
            "{}: {}; {}: {} ({name})",
            corpus.label(a.said.article),
            a.verb,
            corpus.label(b.said.article),
            b.verb
        ),
        explanation: format!(
            "Both passages tell what was done to {name}, but not the same: “{}” and “{}”.",
            a.verb, b.verb
        ),
        evidence: vec![a.said.evidence(corpus, focus(a)), b.said.evidence(corpus, focus(b))],
        entities: a.core.entities.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![format!("same person: {name}"), format!("only one can be so: {} and {}", a.verb, b.verb)],
    }
}

/// Measures that the clause has in force, each with its target.
fn measures<'a>(
    lex: &Lexicon,
    corpus: &'a Corpus,
    article: usize,
    claim: &'a Claim,
) -> Vec<(usize, Measure<'a>)> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    let prose = &document.prose;
    if claim.is_nominal || claim.frame != Frame::Plain || claim.certainty != Certainty::Done {
        return Vec::new();
    }
    let Some((head, class)) =
        claim.tokens.clone().find_map(|i| lex.measures.column(prose.lemma(i), 0).map(|class| (i, class)))
    else {
        return Vec::new();
    };
    let is_borne =
        matches!(prose.lemma(claim.head), "face" | "suffer" | "receive" | "incur") && claim.head < head;
    let is_imposed = matches!(
        prose.lemma(claim.head),
        "impose" | "slap" | "levy" | "place" | "put" | "hit" | "announce" | "introduce" | "enforce"
    );
    let targets: Vec<usize> = if is_borne {
        claim.agents.clone()
    } else if is_imposed {
        let aimed = claim.others.iter().filter(|a| {
            matches!(a.preposition.as_str(), "on" | "against" | "including")
                || prose.lemma(claim.head) == "hit" && a.preposition.is_empty()
        });
        aimed.map(|a| a.mention).collect()
    } else {
        return Vec::new();
    };
    let named = targets.into_iter().filter(|&m| {
        document.names.mentions.get(m).is_some_and(|m| {
            matches!(m.kind, EntityKind::Place | EntityKind::Organization | EntityKind::Person)
        })
    });
    named
        .filter_map(|m| corpus.entity(article, m))
        .map(|target| (target, Measure { class, head, said: Said { article, claim } }))
        .collect()
}

/// Statements by their article and verb.
type ByHead<'a, 'b> = FxHashMap<(usize, usize), &'b Statement<'a>>;

fn differing(
    corpus: &Corpus,
    by_head: &ByHead<'_, '_>,
    target: usize,
    list: &[Measure<'_>],
) -> Option<Draft> {
    // Two bodies take two measures.
    let doers: Vec<_> = list
        .iter()
        .map(|m| by_head.get(&(m.said.article, m.said.claim.head)).and_then(|s| s.doer.as_ref()))
        .collect();
    let doer = |at: usize| doers.get(at).copied().flatten();
    let mut classes: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for measure in list {
        classes.entry(measure.said.article).or_default().insert(measure.class);
    }
    let are_other_kinds =
        |a: usize, b: usize| classes.get(&a).zip(classes.get(&b)).is_some_and(|(a, b)| a.is_disjoint(b));
    let (a, b) = list.iter().enumerate().find_map(|(i, a)| {
        let mut others = list.iter().enumerate().skip(i + 1);
        let other = others.find(|&(j, b)| {
            b.said.article != a.said.article
                && are_other_kinds(a.said.article, b.said.article)
                && doer(i).zip(doer(j)).is_none_or(|(x, y)| x.fits(y))
        });
        other.map(|(_, b)| (a, b))
    })?;
    let name = corpus.name(target);
    Some(Draft {
        kind: ContradictionKind::Instrument,
        severity: Severity::Medium,
        confidence: 70,
        topic: format!("Measures: {name}"),
        summary: format!(
            "{} has a {} on {name}, {} a {}",
            corpus.label(a.said.article),
            a.class,
            corpus.label(b.said.article),
            b.class
        ),
        explanation: format!(
            "Both passages report a measure in force against {name}, but not of the same kind."
        ),
        evidence: vec![
            a.said.evidence(corpus, a.head..a.head + 1),
            b.said.evidence(corpus, b.head..b.head + 1),
        ],
        entities: vec![target],
        quotations: Vec::new(),
        trace: vec![
            format!("same target: {name}"),
            format!("measures: {} and {}", a.class, b.class),
            "both in force".to_owned(),
        ],
    })
}
