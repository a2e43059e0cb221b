//! One article says no to what the other says: a verb with the same doer and the same object, once negated; or silence against words.
//!
//! "The bridge was closed" against "the bridge never closed"; "has not responded" against a statement on the very thing.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Aligned, Statement};
use crate::contradiction::passage::{Said, sentence_evidence};
use crate::contradiction::silence::{ANSWER, Silence, entities_of, silences};
use crate::contradiction::{Draft, Findings, Rule, performed};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, Severity};
use crate::quotation::Quotation;
use crate::report::Evidence;
use crate::token::fold;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Negation,
    summary: "One article denies what another says was done, by the same doer to the same thing, or says that somebody has not responded where another has that party speak about the same matter.",
    spares: "Other objects, days and persons, conditions and questions, what has not happened yet, and silence on one matter beside words on another.",
    detect,
};

/// Names that the silence and the statement must share.
const LEAST_SHARED: usize = 2;

/// A name or noun that more statements of one event hold tells nothing.
const COMMONEST: usize = 200;
/// Verbs that say too little for two of them to be about one thing.
const VAGUE: [&str; 44] = [
    "accord", "appear", "ask", "be", "become", "believe", "come", "do", "expect", "feel", "find", "get",
    "give", "go", "happen", "have", "hear", "help", "hope", "include", "keep", "know", "let", "like", "look",
    "make", "mean", "need", "plan", "remain", "say", "see", "seek", "seem", "show", "speak", "take", "talk",
    "tell", "think", "try", "use", "want", "work",
];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    opposed(aligned, findings);
    unanswered(aligned.corpus, findings);
    performed::detect(aligned, findings);
}

/// A statement of one article and its negation in another.
fn opposed(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    let mut by_event: BTreeMap<&str, Vec<&Statement<'_>>> = BTreeMap::new();
    for statement in aligned.statements.iter().filter(|s| !VAGUE.contains(&s.verb)) {
        by_event.entry(&statement.said.claim.event).or_default().push(statement);
    }
    for list in by_event.values() {
        let pairs = opposed_pairs(corpus, list);
        // Several articles on one side are one finding.
        let mut drafts: Vec<Draft> = Vec::new();
        for (no, yes) in pairs {
            let draft = opposed_draft(corpus, no, yes);
            let known = drafts.iter_mut().find(|d| d.evidence.iter().any(|e| draft.evidence.contains(e)));
            match known {
                Some(known) => {
                    let more: Vec<Evidence> =
                        draft.evidence.into_iter().filter(|e| !known.evidence.contains(e)).collect();
                    known.evidence.extend(more);
                }
                None => drafts.push(draft),
            }
        }
        findings.drafts.append(&mut drafts);
    }
}

/// Each negative statement of one event with the first positive one that it denies. Candidates share a name or a noun, found through an index.
fn opposed_pairs<'s, 'a>(
    corpus: &'a Corpus,
    list: &[&'s Statement<'a>],
) -> Vec<(&'s Statement<'a>, &'s Statement<'a>)> {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, statement) in list.iter().enumerate() {
        for key in statement.keys() {
            index.entry(key).or_default().push(n);
        }
    }
    let mut out = Vec::new();
    for no in list.iter().copied().filter(|s| !s.is_positive) {
        let lists =
            no.keys().into_iter().filter_map(|key| index.get(&key)).filter(|held| held.len() <= COMMONEST);
        let near: BTreeSet<usize> = lists.flatten().copied().collect();
        let near: Vec<&Statement<'_>> = near.into_iter().filter_map(|n| list.get(n).copied()).collect();
        let knows_both = |article: usize, polarity: bool| {
            near.iter()
                .any(|s| s.said.article == article && s.is_positive == polarity && s.matches(no, corpus))
        };
        let yes = near.iter().copied().find(|yes| {
            let is_told_twice = || knows_both(no.said.article, true) || knows_both(yes.said.article, false);
            denies(corpus, no, yes) && (are_disputants(corpus, no, yes) || !is_told_twice())
        });
        out.extend(yes.map(|yes| (no, yes)));
    }
    out
}

/// Whether `no` denies what `yes` says: every slot agrees, and the denial adds no word that narrows it.
fn denies(corpus: &Corpus, no: &Statement<'_>, yes: &Statement<'_>) -> bool {
    let has_doers = no.said.claim.is_passive || yes.said.claim.is_passive || no.has_object == yes.has_object;
    let is_later = || {
        let date = |s: &Statement<'_>| corpus.documents.get(s.said.article).and_then(|d| d.head.date.clone());
        date(yes).zip(date(no)).is_some_and(|(yes, no)| yes > no)
    };
    yes.is_positive
        && yes.said.article != no.said.article
        && has_doers
        && no.rest.is_subset(&yes.rest)
        && no.matches(yes, corpus)
        && (no.times(corpus).next().is_none() || no.shares_time(yes, corpus))
        && !(no.is_perfect && is_later())
}

/// Two sources, each with its own account.
fn are_disputants(corpus: &Corpus, no: &Statement<'_>, yes: &Statement<'_>) -> bool {
    no.said.is_attributed()
        && yes.said.is_attributed()
        && no.said.source(corpus).map(fold) != yes.said.source(corpus).map(fold)
}

fn opposed_draft(corpus: &Corpus, no: &Statement<'_>, yes: &Statement<'_>) -> Draft {
    let is_disputed = are_disputants(corpus, no, yes);
    let prose = |s: &Statement<'_>| corpus.documents.get(s.said.article).map(|d| &d.prose);
    let focus = |s: &Statement<'_>| {
        s.said.claim.head.saturating_sub(2).max(s.said.claim.tokens.start)..s.said.claim.head + 1
    };
    let verb = prose(no).map_or("", |p| p.lemma(no.said.claim.head));
    let entities: BTreeSet<usize> =
        no.core.entities.iter().chain(yes.core.entities.iter()).copied().collect();
    Draft {
        kind: if is_disputed { ContradictionKind::ConflictingSources } else { ContradictionKind::Negation },
        severity: Severity::Medium,
        confidence: 72,
        topic: format!("Whether it happened: {verb}"),
        summary: format!(
            "{} says yes, {} says no: {verb}",
            corpus.label(yes.said.article),
            corpus.label(no.said.article)
        ),
        explanation: format!(
            "Both passages speak of the same doing ({verb}) by the same party to the same thing; one states it, the other denies it."
        ),
        evidence: vec![no.said.evidence(corpus, focus(no)), yes.said.evidence(corpus, focus(yes))],
        entities: entities.into_iter().collect(),
        quotations: Vec::new(),
        trace: vec![
            format!("same verb: {verb}"),
            "same party and object, times that go together".to_owned(),
            "one side is negated".to_owned(),
        ],
    }
}

fn unanswered(corpus: &Corpus, findings: &mut Findings) {
    let voices = voices(corpus);
    let matters = matters(corpus);
    for article in 0..corpus.documents.len() {
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        for silence in silences(corpus, article) {
            let first = silence.who.iter().next().copied().unwrap_or(usize::MAX);
            if let Some(draft) = answered(corpus, &voices, &matters, &silence).filter(|_| seen.insert(first))
            {
                findings.drafts.push(draft);
            }
        }
    }
}

/// Quotations, by article and index, under each party that they may speak for.
type Voices = BTreeMap<String, Vec<(usize, usize)>>;

/// The quotations of every speaker, and under a body's name those of its spokespeople.
fn voices(corpus: &Corpus) -> Voices {
    let mut out = Voices::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        let mut bodies: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for office in document.names.offices.iter().filter(|o| o.title.contains("spokes")) {
            if let (Some(speaker), Some(body)) = (corpus.entity(article, office.mention), &office.of) {
                bodies.entry(speaker).or_default().insert(fold(body));
            }
        }
        for (index, quotation) in document.quotations.iter().enumerate() {
            let Some(speaker) = quotation.speaker.and_then(|m| corpus.entity(article, m)) else { continue };
            out.entry(format!("#{speaker}")).or_default().push((article, index));
            for body in bodies.get(&speaker).into_iter().flatten() {
                out.entry(body.clone()).or_default().push((article, index));
            }
        }
    }
    out
}

/// For each article and quotation the shared entities of its sentence.
fn matters(corpus: &Corpus) -> Vec<Vec<BTreeSet<usize>>> {
    let of = |(article, document): (usize, &Document)| {
        let sentences = document.quotations.iter().map(|q| document.prose.sentence_of(q.tokens.start));
        sentences.map(|sentence| entities_of(corpus, article, sentence..sentence + 1)).collect()
    };
    corpus.documents.iter().enumerate().map(of).collect()
}

/// The statement of another article that the silence can not stand beside.
fn answered(
    corpus: &Corpus,
    voices: &Voices,
    matters: &[Vec<BTreeSet<usize>>],
    silence: &Silence<'_>,
) -> Option<Draft> {
    let from = silence.claim.sentence.saturating_sub(3);
    let matter = entities_of(corpus, silence.article, from..silence.claim.sentence + 1);
    let mut best: Option<(usize, usize, usize)> = None;
    let keys = silence.who.iter().flat_map(|&e| [format!("#{e}"), fold(corpus.name(e))]);
    let spoken: BTreeSet<(usize, usize)> =
        keys.filter_map(|key| voices.get(&key)).flatten().copied().collect();
    for (article, index) in spoken.into_iter().filter(|(article, _)| *article != silence.article) {
        let Some(document) = corpus.documents.get(article) else { continue };
        let Some(quotation) = document.quotations.get(index) else { continue };
        if document.prose.role_at(quotation.span.start) == BlockRole::Boilerplate {
            continue;
        }
        let Some(named) = matters.get(article).and_then(|own| own.get(index)) else { continue };
        let shared = named.intersection(&matter).filter(|e| !silence.who.contains(e)).count();
        let is_enough = || shared >= LEAST_SHARED || answers(corpus, silence.article, article, quotation);
        if shared > 0 && best.is_none_or(|(most, ..)| shared > most) && is_enough() {
            best = Some((shared, article, index));
        }
    }
    let (shared, article, index) = best?;
    let document = corpus.documents.get(article)?;
    let quotation = document.quotations.get(index)?;
    let sentence = document.prose.sentence_of(quotation.tokens.start);
    let said = Said { article: silence.article, claim: silence.claim };
    let who = silence.who.iter().next().map_or("", |&e| corpus.name(e));
    Some(Draft {
        kind: ContradictionKind::Negation,
        severity: Severity::Medium,
        confidence: 66,
        topic: format!("Whether {who} has spoken"),
        summary: format!(
            "{} says that {who} has not responded, {} has words from there",
            corpus.label(silence.article),
            corpus.label(article)
        ),
        explanation: format!(
            "One passage reports silence from {who}; the other reports what was said for {who} on the same matter. The articles may have been written at different times."
        ),
        evidence: vec![
            said.evidence(corpus, silence.claim.tokens.clone()),
            sentence_evidence(corpus, article, sentence, quotation.span, Some(quotation.tokens.clone())),
        ],
        entities: silence.who.iter().copied().collect(),
        quotations: vec![(article, index)],
        trace: vec![
            format!("silence: {who}"),
            format!("{shared} names shared with a statement for {who}"),
            "a different article".to_owned(),
        ],
    })
}

/// "The bank responded: …" in an article of the same day answers "did not respond" by its very verb.
fn answers(corpus: &Corpus, silent: usize, article: usize, quotation: &Quotation) -> bool {
    let Some((document, other)) = corpus.documents.get(article).zip(corpus.documents.get(silent)) else {
        return false;
    };
    let tokens = quotation.cue.map(|span| document.prose.tokens_in(span)).unwrap_or_default();
    document.head.date == other.head.date
        && tokens.into_iter().any(|i| ANSWER.contains(&document.prose.lemma(i)))
}
