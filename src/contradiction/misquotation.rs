//! One utterance, two wordings, both in quotation marks.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Aligned, Likeness, QuotePair, Quotes, Utterance, Wording, join, root};
use crate::contradiction::quote::{is_translated, partings, sources, speaker, speakers, utterance_evidence};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Misquotation,
    summary: "Two articles print the same utterance of one speaker in marks, with different words.",
    spares: "Other marks, case, contractions, articles and fillers; a part of a longer quotation; two statements that are merely alike; words carried over from another language.",
    detect,
};

/// Further articles that print the reference are shown up to this number.
const MOST_WITNESSES: usize = 3;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (corpus, quotes) = (aligned.corpus, &aligned.quotes);
    let versions = Versions::new(quotes);
    for (pair, severity) in versions.discrepancies(corpus, quotes) {
        findings.drafts.push(reworded(corpus, quotes, &versions, &pair, severity));
    }
    let mut told = BTreeSet::new();
    for pair in quotes.pairs.iter().filter(|p| p.likeness == Likeness::Restated) {
        let speaker = quotes.utterances.get(pair.a).and_then(|u| u.speaker);
        if told.insert(speaker) {
            findings.drafts.extend(weighed(corpus, quotes, pair.a, pair.b));
        }
    }
}

/// Utterances grouped by their words.
struct Versions {
    /// Version of each utterance: the first utterance with its words.
    of: Vec<usize>,
}

impl Versions {
    fn new(quotes: &Quotes) -> Versions {
        let mut of: Vec<usize> = (0..quotes.utterances.len()).collect();
        for pair in quotes.pairs.iter().filter(|p| {
            matches!(p.likeness, Likeness::Same | Likeness::Light | Likeness::Edited) && p.is_one_speaker
        }) {
            join(&mut of, pair.a, pair.b);
        }
        let of = (0..of.len()).map(|n| root(&of, n)).collect();
        Versions { of }
    }

    fn version(&self, utterance: usize) -> usize {
        self.of.get(utterance).copied().unwrap_or(utterance)
    }

    fn members(&self, version: usize) -> Vec<usize> {
        (0..self.of.len()).filter(|&n| self.version(n) == version).collect()
    }

    /// Versions of which one is a part of the other, both ways round.
    fn parts(&self, quotes: &Quotes) -> BTreeSet<(usize, usize)> {
        let pairs = quotes.pairs.iter().filter(|p| matches!(p.likeness, Likeness::Part | Likeness::Whole));
        pairs.map(|p| (self.version(p.a), self.version(p.b))).flat_map(|(x, y)| [(x, y), (y, x)]).collect()
    }

    /// How many articles print a version, copies of one passage counted once.
    fn weight(&self, quotes: &Quotes, version: usize) -> (usize, usize) {
        let length = quotes.utterances.get(version).map_or(0, |u| u.words.len());
        (quotes.independent(&self.members(version)), length)
    }

    /// One pair for each two versions; where three or more hang together only those with the version that most articles print.
    fn discrepancies(&self, corpus: &Corpus, quotes: &Quotes) -> Vec<(QuotePair, Severity)> {
        let mut best: BTreeMap<(usize, usize), QuotePair> = BTreeMap::new();
        // Ties go by the words, never by the order of the articles.
        let text = |n: usize| quotes.utterances.get(n).map_or("", |u| u.printed(corpus));
        for pair in quotes.pairs.iter().filter(|p| is_discrepancy(quotes, p)) {
            let (x, y) = (self.version(pair.a), self.version(pair.b));
            if x == y {
                continue;
            }
            let (left, right) = (self.weight(quotes, x), self.weight(quotes, y));
            let is_reversed = left > right || left == right && text(pair.a) > text(pair.b);
            let directed = if is_reversed { pair.swapped() } else { pair.clone() };
            let key = (x.min(y), x.max(y));
            let rank = |p: &QuotePair| (p.wording.shared, Reverse((text(p.a), text(p.b))));
            let is_better = best.get(&key).is_none_or(|old| rank(&directed) > rank(old));
            if is_better {
                best.insert(key, directed);
            }
        }
        let heaviest = |v: usize| -> bool {
            let rivals =
                best.keys().filter(|(x, y)| *x == v || *y == v).map(|(x, y)| if *x == v { *y } else { *x });
            rivals.into_iter().all(|r| self.weight(quotes, r) <= self.weight(quotes, v))
        };
        let mut kept: Vec<(&(usize, usize), &QuotePair)> =
            best.iter().filter(|((x, y), _)| heaviest(*x) || heaviest(*y)).collect();
        kept.sort_by_key(|(_, p)| (Reverse(p.wording.shared), text(p.a), text(p.b)));
        let parts = self.parts(quotes);
        let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
        // A version and a part of it part from a third in the same way: once is enough.
        let is_new = |told: &BTreeSet<(usize, usize)>, x: usize, y: usize| {
            let near = |u: usize, v: usize| u == v || parts.contains(&(u, v));
            !told.iter().any(|&(u, v)| near(u, x) && near(v, y) || near(u, y) && near(v, x))
        };
        let words = |n: usize| quotes.utterances.get(n).map(|u| &u.words);
        let mut seen = BTreeSet::new();
        let mut out = Vec::new();
        for (&(x, y), pair) in kept {
            if is_new(&told, x, y) && seen.insert((words(pair.a), words(pair.b))) {
                told.insert((x, y));
                out.push((pair.clone(), severity(corpus, quotes, pair)));
            }
        }
        out
    }
}

fn is_discrepancy(quotes: &Quotes, pair: &QuotePair) -> bool {
    let is_heading = |n: usize| quotes.utterances.get(n).is_none_or(|u| u.is_heading);
    pair.likeness == Likeness::Altered && pair.is_one_speaker && !is_heading(pair.a) && !is_heading(pair.b)
}

fn severity(corpus: &Corpus, quotes: &Quotes, pair: &QuotePair) -> Severity {
    let translated =
        [pair.a, pair.b].iter().filter_map(|&n| quotes.utterances.get(n)).any(|u| is_translated(corpus, u));
    if translated { Severity::Info } else { Severity::High }
}

fn reworded(
    corpus: &Corpus,
    quotes: &Quotes,
    versions: &Versions,
    pair: &QuotePair,
    severity: Severity,
) -> Draft {
    let (left, right) = partings(&pair.wording);
    let mut evidence = Vec::new();
    if let (Some(a), Some(b)) = (quotes.utterances.get(pair.a), quotes.utterances.get(pair.b)) {
        evidence.push(utterance_evidence(corpus, a, &left));
        evidence.push(utterance_evidence(corpus, b, &right));
        let mut witnesses: Vec<&Utterance> = versions
            .members(versions.version(pair.b))
            .into_iter()
            .filter_map(|n| quotes.utterances.get(n))
            .filter(|u| u.article != b.article && u.article != a.article)
            .collect();
        witnesses.sort_by_key(|u| u.printed(corpus));
        evidence
            .extend(witnesses.iter().take(MOST_WITNESSES).map(|u| utterance_evidence(corpus, u, &(0..0))));
    }
    let members = [pair.a, pair.b];
    let who = speaker(corpus, quotes, &members);
    draft(
        corpus,
        quotes,
        members,
        evidence,
        severity,
        who,
        vec![
            "same speaker".to_owned(),
            format!("{} shared words, {} in a row", pair.wording.shared, pair.wording.longest),
            difference(&pair.wording),
        ],
        u8::try_from((60 + pair.wording.longest * 4).min(95)).unwrap_or(95),
    )
}

fn difference(wording: &Wording) -> String {
    match wording.partings.iter().map(|p| p.a.len().max(p.b.len())).sum::<usize>() {
        0 => "the same words in another order".to_owned(),
        1 => "1 word differs inside the marks".to_owned(),
        n => format!("{n} words differ inside the marks"),
    }
}

#[allow(clippy::too_many_arguments)]
fn draft(
    corpus: &Corpus,
    quotes: &Quotes,
    members: [usize; 2],
    evidence: Vec<crate::report::Evidence>,
    severity: Severity,
    who: &str,
    trace: Vec<String>,
    confidence: u8,
) -> Draft {
    let label = |n: usize| quotes.utterances.get(n).map_or_else(String::new, |u| corpus.label(u.article));
    Draft {
        kind: ContradictionKind::Misquotation,
        severity,
        confidence,
        topic: format!("What {who} said"),
        summary: format!("{} and {} quote {who} with different words", label(members[0]), label(members[1])),
        explanation: "Both passages stand in quotation marks and give one utterance, but not in the same words. At most one of them can be verbatim.".to_owned(),
        evidence,
        entities: speakers(quotes, &members),
        quotations: sources(quotes, &members),
        trace,
    }
}

fn weighed(corpus: &Corpus, quotes: &Quotes, a: usize, b: usize) -> Option<Draft> {
    let (x, y) = (quotes.utterances.get(a)?, quotes.utterances.get(b)?);
    let severity =
        if is_translated(corpus, x) || is_translated(corpus, y) { Severity::Info } else { Severity::High };
    let mut members = [a, b];
    if x.printed(corpus) > y.printed(corpus) {
        members.reverse();
    }
    let whole =
        |n: &usize| quotes.utterances.get(*n).map(|u| utterance_evidence(corpus, u, &(0..u.words.len())));
    let evidence = members.iter().filter_map(whole).collect();
    let who = speaker(corpus, quotes, &members);
    Some(draft(
        corpus,
        quotes,
        members,
        evidence,
        severity,
        who,
        vec![
            "same speaker".to_owned(),
            "both weigh the chances of one encounter".to_owned(),
            "the words in marks differ throughout".to_owned(),
        ],
        66,
    ))
}
