//! One doing on two days or in two years, whoever does it in either: the same verb, words in common, and times as close as a slip puts them.
//!
//! In: the claims of all articles. Out: drafts for the rule on dates, which calls this for what events with named parties do not show ("the ship sank
//! the trawler on November 19", "on November 18 it had sunk the trawler").

use std::collections::{BTreeMap, BTreeSet};

use crate::align::Aligned;
use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::parallel::exclude;
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::{Draft, Findings};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, MentionForm, Severity};
use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::value::{Grain, TimeExpr};

/// Days that a slip is off at most; further apart are other doings.
const MOST_DAYS: i32 = 3;
/// Years that a slip is off at most.
const MOST_YEARS: i32 = 2;
/// Words and names that both sentences have beside the verb.
const LEAST_SHARED: usize = 3;
/// One word less will do for a verb that is told of so seldom, with the dates written out.
const FEW_TOLD: usize = 8;
/// A verb that is told of more often brings no pairs together.
const MOST_TOLD: usize = 60;

/// A verb with the one time of its clause.
struct Told<'a> {
    article: usize,
    document: &'a Document,
    claim: &'a Claim,
    time: &'a TimeExpr,
    words: BTreeSet<String>,
}

/// Adds a draft for each doing that is put at two times.
pub fn told_times(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    let mut by_verb: BTreeMap<&str, Vec<Told<'_>>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for claim in &document.claims {
            if let Some(told) = told(lex, corpus, article, document, claim) {
                by_verb.entry(document.prose.lemma(claim.head)).or_default().push(told);
            }
        }
    }
    for (verb, list) in by_verb.iter().filter(|(_, list)| list.len() <= MOST_TOLD) {
        let clash = list.iter().enumerate().find_map(|(i, a)| {
            let others = list.iter().skip(i + 1).filter(|b| b.article != a.article);
            let mut clashing = others.filter_map(|b| Some((b, excludes(lex, corpus, list, a, b)?)));
            clashing.next().map(|(b, reason)| (a, b, reason))
        });
        let Some((a, b, reason)) = clash else { continue };
        let draft = draft(corpus, verb, a, b, &reason);
        if !findings.tells(&draft.evidence) {
            findings.drafts.push(draft);
        }
    }
}

fn told<'a>(
    lex: &Lexicon,
    corpus: &Corpus,
    article: usize,
    document: &'a Document,
    claim: &'a Claim,
) -> Option<Told<'a>> {
    let prose = &document.prose;
    let [time] = claim.times.as_slice() else { return None };
    let time = document.times.get(*time)?;
    let is_told = !claim.is_nominal
        && !claim.is_negated
        && claim.frame == Frame::Plain
        && claim.certainty == Certainty::Done
        && claim.role == BlockRole::Body
        && !time.is_vague
        && matches!(time.grain, Grain::Day | Grain::Year)
        && !lex.reporting_verbs.has(prose.lower(claim.head))
        && !matches!(
            prose.lemma(claim.head),
            "be" | "have" | "do" | "take" | "make" | "come" | "go" | "get" | "begin" | "start"
        );
    if !is_told || is_of_another(lex, document, claim.head, time.tokens.start) {
        return None;
    }
    let sentence = prose.sentences.get(claim.sentence)?.clone();
    let content = sentence.filter(|&i| {
        i != claim.head
            && !time.tokens.contains(&i)
            && matches!(prose.pos(i), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Verb)
            && !lex.reporting_verbs.has(prose.lower(i))
    });
    let word = |i: usize| {
        let entity = document.names.mention_at(i).and_then(|m| corpus.entity(article, m));
        entity.map_or_else(|| prose.lemma(i).to_owned(), |e| format!("#{e}"))
    };
    Some(Told { article, document, claim, time, words: content.map(word).collect() })
}

/// A verb, or a noun for an event ("charged after a shooting on Friday"), between the doing and the time has the time to itself.
fn is_of_another(lex: &Lexicon, document: &Document, head: usize, time: usize) -> bool {
    let prose = &document.prose;
    let (from, to) = if head < time { (head + 1, time) } else { (time, head) };
    (from..to).any(|i| {
        prose.pos(i) == Pos::Verb
            || head < time && prose.pos(i) == Pos::Noun && lex.events.has(prose.lemma(i))
    })
}

/// Why two times of one doing exclude each other, where neither article puts it at the other's time too.
fn excludes(lex: &Lexicon, corpus: &Corpus, list: &[Told<'_>], a: &Told<'_>, b: &Told<'_>) -> Option<String> {
    let apart = |a: &Told<'_>, b: &Told<'_>| exclude(lex, (a.document, a.time), (b.document, b.time));
    let reason = apart(a, b)?;
    let knows = |article: usize, other: &Told<'_>| {
        list.iter().any(|t| t.article == article && apart(t, other).is_none())
    };
    let are_others = |of: &dyn Fn(&Told<'_>) -> BTreeSet<usize>| {
        let (left, right) = (of(a), of(b));
        !left.is_empty() && !right.is_empty() && left.is_disjoint(&right)
    };
    let named = |t: &Told<'_>, mentions: &mut dyn Iterator<Item = usize>| -> BTreeSet<usize> {
        let is_named =
            |m: &usize| t.document.names.mentions.get(*m).is_some_and(|m| m.form == MentionForm::Name);
        mentions.filter(is_named).filter_map(|m| corpus.entity(t.article, m)).collect()
    };
    let doers = |t: &Told<'_>| named(t, &mut t.claim.agents.iter().copied());
    let things = |t: &Told<'_>| {
        named(t, &mut t.claim.others.iter().filter(|a| a.preposition.is_empty()).map(|a| a.mention))
    };
    let is_dated = |t: &Told<'_>| t.time.tokens.clone().any(|i| lex.months.has(t.document.prose.lower(i)));
    let is_rare = list.len() <= FEW_TOLD && is_dated(a) && is_dated(b);
    let least = LEAST_SHARED - usize::from(is_rare);
    let is_slip = a.time.grain == b.time.grain
        && a.time.bound == b.time.bound
        && is_close(lex, a, b)
        && a.words.intersection(&b.words).count() >= least
        && a.claim.is_passive == b.claim.is_passive
        && !are_others(&doers)
        && !are_others(&things)
        && !knows(a.article, b)
        && !knows(b.article, a);
    is_slip.then_some(reason)
}

/// Whether two times are as close as a slip puts them; without a year, two days of one month.
fn is_close(lex: &Lexicon, a: &Told<'_>, b: &Told<'_>) -> bool {
    if let Some((from, other)) = a.time.from.zip(b.time.from) {
        let most = if a.time.grain == Grain::Year { 366 * MOST_YEARS } else { MOST_DAYS };
        return i32::try_from(from.abs_diff(other)).is_ok_and(|gap| gap <= most);
    }
    let words = |t: &Told<'_>| {
        let lower = || t.time.tokens.clone().map(|i| t.document.prose.lower(i).to_owned());
        let month = lower().find(|w| lex.months.has(w))?;
        Some((month, lower().find_map(|w| w.parse::<i32>().ok())?))
    };
    words(a).zip(words(b)).is_some_and(|(x, y)| x.0 == y.0 && (x.1 - y.1).abs() <= MOST_DAYS)
}

fn draft(corpus: &Corpus, verb: &str, a: &Told<'_>, b: &Told<'_>, reason: &str) -> Draft {
    let shown = |t: &Told<'_>| {
        sentence_evidence(corpus, t.article, t.claim.sentence, t.claim.span, Some(t.time.tokens.clone()))
    };
    let text = |t: &Told<'_>| t.document.text(t.time.span).to_owned();
    Draft {
        kind: ContradictionKind::DateTime,
        severity: Severity::Medium,
        confidence: 68,
        topic: format!("When: “{verb}”"),
        summary: format!(
            "{} says “{}”, {} “{}”",
            corpus.label(a.article),
            text(a),
            corpus.label(b.article),
            text(b)
        ),
        explanation: format!(
            "Both passages tell of one doing (“{verb}”) in much the same words, at times that do not fit together: {reason}."
        ),
        evidence: vec![shown(a), shown(b)],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            format!("same verb: {verb}"),
            format!(
                "words in common: {}",
                a.words
                    .intersection(&b.words)
                    .filter(|w| !w.starts_with('#'))
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            format!("times compared: {reason}"),
        ],
    }
}
