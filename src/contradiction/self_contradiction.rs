//! Two statements of one article that can not both hold.

use std::collections::BTreeSet;

use crate::align::Aligned;
use crate::claim::{Certainty, Frame};
use crate::contradiction::own_figures::{noun, pairs};
use crate::contradiction::own_harm::unharmed_and_dead;
use crate::contradiction::passage::{Said, sentence_evidence};
use crate::contradiction::silence::{Silence, silences};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::lexicon::Lexicon;
use crate::report::Evidence;
use crate::tag::Pos;
use crate::value::Quantity;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::SelfContradiction,
    summary: "An article gives two figures for one thing, calls the first what was not, says never and tells of once, or has somebody announce steps and be silent on them.",
    spares: "Firsts that are limited (since, in), parts of a whole, counts that grow, other voices, and events of other parties.",
    detect,
};

/// Verbs of announcing a step.
const ANNOUNCE: [&str; 7] = ["warn", "threaten", "vow", "pledge", "promise", "announce", "declare"];
/// Nouns for a step.
const STEPS: [&str; 8] =
    ["step", "action", "measure", "response", "consequence", "plan", "move", "retaliation"];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    for article in 0..corpus.documents.len() {
        findings.drafts.extend(not_the_first(corpus, article));
        findings.drafts.extend(silences(corpus, article).iter().find_map(|s| announced(lex, corpus, s)));
        let figures = pairs(aligned, article);
        findings.drafts.extend(figures.into_iter().filter_map(|(a, b)| figures_draft(corpus, article, a, b)));
        findings.drafts.extend(never_and_once(aligned, article));
        findings.drafts.extend(harm_draft(corpus, article));
    }
}

fn figures_draft(corpus: &Corpus, article: usize, a: &Quantity, b: &Quantity) -> Option<Draft> {
    let document = corpus.documents.get(article)?;
    let evidence = |q: &Quantity| {
        let sentence = document.prose.sentence_of(q.tokens.start);
        sentence_evidence(corpus, article, sentence, q.span, Some(q.tokens.clone()))
    };
    let (first, second) = (noun(document, a), noun(document, b));
    Some(Draft {
        kind: ContradictionKind::SelfContradiction,
        severity: Severity::High,
        confidence: 70,
        topic: "How many, how much".to_owned(),
        summary: format!("{} has “{first}” and “{second}” of one thing", corpus.label(article)),
        explanation: format!(
            "The article gives two figures for one thing in its own voice: “{first}” and “{second}”."
        ),
        evidence: vec![evidence(a), evidence(b)],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            "same article and voice".to_owned(),
            "the later figure points back".to_owned(),
            "figures exclude each other".to_owned(),
        ],
    })
}

/// Everybody unharmed, and somebody dead.
fn harm_draft(corpus: &Corpus, article: usize) -> Option<Draft> {
    let document = corpus.documents.get(article)?;
    let (sentence, dead) = unharmed_and_dead(document)?;
    let safe = sentence_evidence(corpus, article, sentence, document.prose.sentence_span(sentence), None);
    let death = Said { article, claim: dead }.evidence(corpus, dead.head..dead.head + 1);
    Some(Draft {
        kind: ContradictionKind::SelfContradiction,
        severity: Severity::High,
        confidence: 68,
        topic: "Was anybody hurt?".to_owned(),
        summary: format!("{} has everybody unharmed and somebody dead", corpus.label(article)),
        explanation: "The article says that nobody came to harm, and tells of a death in the same event."
            .to_owned(),
        evidence: vec![safe, death],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            "same article and voice".to_owned(),
            "shared nouns".to_owned(),
            "unharmed against dead".to_owned(),
        ],
    })
}

/// "Has never met" beside "met": the same event of the same parties.
fn never_and_once(aligned: &Aligned<'_>, article: usize) -> Option<Draft> {
    let corpus = aligned.corpus;
    let prose = &corpus.documents.get(article)?.prose;
    for group in aligned.events.iter().filter(|g| g.parties.len() > 1) {
        let here =
            group.mentions.iter().filter(|m| m.article == article && !m.is_anaphoric && m.is_plain(corpus));
        let said: Vec<Said<'_>> =
            here.filter_map(|m| Said::new(corpus, article, m.claim)).filter(|s| s.is_body()).collect();
        let is_never = |s: &&Said<'_>| {
            let mut tokens = s.claim.tokens.clone();
            s.claim.certainty == Certainty::NotDone
                && tokens.clone().any(|i| prose.lower(i) == "never")
                && !tokens
                    .any(|i| matches!(prose.lower(i), "since" | "before" | "until" | "again" | "previously"))
        };
        let Some(never) = said.iter().find(is_never) else { continue };
        let once = said.iter().find(|s| {
            s.claim.certainty == Certainty::Done
                && !s.claim.is_negated
                && s.claim.quotation.is_none() == never.claim.quotation.is_none()
                && s.speaker(corpus) == never.speaker(corpus)
        });
        if let Some(once) = once.filter(|s| s.claim.quotation.is_none() || s.speaker(corpus).is_some()) {
            return Some(never_draft(corpus, article, &group.event, never, once));
        }
    }
    None
}

fn never_draft(corpus: &Corpus, article: usize, event: &str, never: &Said<'_>, once: &Said<'_>) -> Draft {
    let focus = |s: &Said<'_>| s.claim.tokens.start.max(s.claim.head.saturating_sub(3))..s.claim.head + 1;
    Draft {
        kind: ContradictionKind::SelfContradiction,
        severity: Severity::High,
        confidence: 74,
        topic: format!("Did it ever happen: {event}"),
        summary: format!("{} says that it never happened ({event}), and tells of it", corpus.label(article)),
        explanation: format!(
            "The article says that something ({event}) never happened between the two, and tells in the same voice that it did."
        ),
        evidence: vec![never.evidence(corpus, focus(never)), once.evidence(corpus, focus(once))],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            format!("same event: {event}"),
            "same parties and voice".to_owned(),
            "never against once".to_owned(),
        ],
    }
}

/// "The first meeting between a US and a Russian president" beside "in 2021 Smith met Brown" of the same two states.
fn not_the_first(corpus: &Corpus, article: usize) -> Option<Draft> {
    let document = corpus.documents.get(article)?;
    let prose = &document.prose;
    let firsts =
        document.claims.iter().filter(|c| c.is_nominal && c.is_known_event && c.role == BlockRole::Body);
    for claim in firsts {
        let tokens = prose.sentences.get(claim.sentence)?.clone();
        let first = (claim.head.saturating_sub(8).max(tokens.start)..claim.head)
            .find(|&i| prose.lower(i) == "first" && prose.lower(i.saturating_sub(1)) == "the");
        let is_limited = (claim.head..tokens.end)
            .any(|i| prose.lower(i) == "since" || prose.lower(i) == "in" && prose.pos(i + 1) == Pos::Num);
        let Some(first) = first.filter(|_| !is_limited) else { continue };
        let sides = sides_between(corpus, article, claim.head..tokens.end);
        if sides.len() < 2 {
            continue;
        }
        let earlier = document.claims.iter().find(|c| {
            let dated = c.times.iter().filter_map(|&t| document.times.get(t)).any(|t| t.value.is_some());
            c.event == claim.event
                && c.role == BlockRole::Body
                && c.certainty == Certainty::Done
                && c.frame == Frame::Plain
                && c.sentence != claim.sentence
                && dated
                && sides_between(corpus, article, c.tokens.clone()) == sides
        });
        if let Some(earlier) = earlier {
            let said = Said { article, claim };
            let evidence = vec![
                said.evidence(corpus, first..claim.head + 1),
                Said { article, claim: earlier }.evidence(corpus, earlier.head..earlier.head + 1),
            ];
            return Some(first_draft(corpus, article, &claim.event, evidence, &sides));
        }
    }
    None
}

/// The states that a stretch of text speaks of, through its names.
fn sides_between(corpus: &Corpus, article: usize, tokens: std::ops::Range<usize>) -> BTreeSet<String> {
    let Some(document) = corpus.documents.get(article) else { return BTreeSet::new() };
    let named = document
        .names
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| tokens.start <= m.tokens.start && m.tokens.end <= tokens.end);
    let with_article = named.filter(|(_, m)| !is_setting(document, m.tokens.start));
    with_article.filter_map(|(m, _)| corpus.side(corpus.entity(article, m)?)).map(str::to_owned).collect()
}

/// "In Geneva": where it was, not who.
fn is_setting(document: &crate::corpus::Document, token: usize) -> bool {
    matches!(document.prose.lower(token.saturating_sub(1)), "in" | "at")
}

fn first_draft(
    corpus: &Corpus,
    article: usize,
    event: &str,
    evidence: Vec<Evidence>,
    sides: &BTreeSet<String>,
) -> Draft {
    let between = sides.iter().cloned().collect::<Vec<_>>().join(" and ");
    Draft {
        kind: ContradictionKind::SelfContradiction,
        severity: Severity::High,
        confidence: 80,
        topic: "Is it the first?".to_owned(),
        summary: format!("{} calls it the first and tells of an earlier one", corpus.label(article)),
        explanation: format!(
            "The article calls an event ({event}) between {between} the first, without a limit, and tells of an earlier one of the same sides."
        ),
        evidence,
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            format!("same kind of event: {event}"),
            format!("same sides: {between}"),
            "an earlier date".to_owned(),
        ],
    }
}

/// "He has not commented on what steps he will take" beside "he warned of tariffs".
fn announced(lex: &Lexicon, corpus: &Corpus, silence: &Silence<'_>) -> Option<Draft> {
    let document = corpus.documents.get(silence.article)?;
    let prose = &document.prose;
    let end = prose.sentence_at(silence.claim.head)?.end;
    (silence.claim.head..end.min(silence.claim.head + 8)).find(|&i| STEPS.contains(&prose.lemma(i)))?;
    let (index, quotation) = document.quotations.iter().enumerate().find(|(_, q)| {
        let speaker = q.speaker.and_then(|m| corpus.entity(silence.article, m));
        let cue = q.cue.map(|span| prose.tokens_in(span)).unwrap_or_default();
        let announces = cue.into_iter().any(|i| ANNOUNCE.contains(&prose.lemma(i)));
        let names_measure = q.tokens.clone().any(|i| lex.measures.has(prose.lemma(i)));
        announces && names_measure && speaker.is_some_and(|s| silence.who.contains(&s))
    })?;
    let sentence = prose.sentence_of(quotation.tokens.start);
    let who = silence.who.iter().next().map_or("", |&e| corpus.name(e));
    let said = Said { article: silence.article, claim: silence.claim };
    Some(Draft {
        kind: ContradictionKind::SelfContradiction,
        severity: Severity::Medium,
        confidence: 68,
        topic: format!("What {who} has said of the next steps"),
        summary: format!(
            "{} has {who} announce a step and says that nothing was said of steps",
            corpus.label(silence.article)
        ),
        explanation: format!(
            "The article reports steps that {who} announced, and elsewhere that {who} has not commented on steps."
        ),
        evidence: vec![
            sentence_evidence(
                corpus,
                silence.article,
                sentence,
                quotation.span,
                Some(quotation.tokens.clone()),
            ),
            said.evidence(corpus, silence.claim.tokens.clone()),
        ],
        entities: silence.who.iter().copied().collect(),
        quotations: vec![(silence.article, index)],
        trace: vec![
            format!("same person: {who}"),
            "a step is announced".to_owned(),
            "silence on steps".to_owned(),
        ],
    })
}
