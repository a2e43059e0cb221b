//! Two sentences of one article stand in one pair of marks of another, joined by words that were not said between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Aligned, Likeness, QuotePair, Quotes, Utterance};
use crate::contradiction::quote::{
    is_translated, printed, sources, speaker, speakers, swapped, utterance_evidence,
};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::QuoteSplicing,
    summary: "One article joins in a single sentence in marks what another prints as two sentences of the speaker.",
    spares: "Sentences that only stand side by side; a sentence that an attribution breaks in two; parts of fewer than three words.",
    detect,
};

/// Each part has at least this many words.
const LEAST_PART: usize = 3;
/// The joint has at most this many.
const LONGEST_JOINT: usize = 3;

/// A joined sentence with its two parts.
struct Splice {
    whole: usize,
    first: usize,
    second: usize,
    joint: std::ops::Range<usize>,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (corpus, quotes) = (aligned.corpus, &aligned.quotes);
    let mut parts: BTreeMap<(usize, usize), Vec<QuotePair>> = BTreeMap::new();
    for pair in &quotes.pairs {
        let pair = match pair.likeness {
            Likeness::Part => pair.clone(),
            Likeness::Whole => swapped(pair),
            _ => continue,
        };
        let article = quotes.utterances.get(pair.a).map_or(0, |u| u.article);
        if pair.is_one_speaker && pair.wording.shared >= LEAST_PART {
            parts.entry((pair.b, article)).or_default().push(pair);
        }
    }
    let mut splices: Vec<Splice> =
        parts.iter().filter_map(|((whole, _), list)| splice(corpus, quotes, *whole, list)).collect();
    let text = |n: usize| quotes.utterances.get(n).map_or("", |u| printed(corpus, u));
    splices.sort_by_key(|s| (text(s.whole), text(s.first), text(s.second)));
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    for splice in splices {
        if seen.insert(splice.whole) {
            findings.drafts.extend(draft(corpus, quotes, &splice, &parts));
        }
    }
}

/// Two parts in order, with a few words between them that neither holds.
fn splice(corpus: &Corpus, quotes: &Quotes, whole: usize, list: &[QuotePair]) -> Option<Splice> {
    let joined = quotes.utterances.get(whole)?;
    for first in list {
        for second in list {
            let joint = first.wording.b.end..second.wording.b.start;
            let is_joined = !joint.is_empty()
                && joint.len() <= LONGEST_JOINT
                && !joined.edits.iter().any(|e| (joint.start..=joint.end).contains(e));
            let (Some(x), Some(y)) = (quotes.utterances.get(first.a), quotes.utterances.get(second.a)) else {
                continue;
            };
            let whole_sentences = ends_sentence(corpus, x) || are_apart(corpus, x, y);
            if is_joined
                && !x.is_heading
                && !y.is_heading
                && !joined.is_heading
                && whole_sentences
                && x.article != joined.article
            {
                return Some(Splice { whole, first: first.a, second: second.a, joint });
            }
        }
    }
    None
}

fn ends_sentence(corpus: &Corpus, utterance: &Utterance) -> bool {
    let prose = corpus.documents.get(utterance.article).map(|d| &d.prose);
    prose.is_some_and(|p| matches!(p.raw(utterance.tokens.end.saturating_sub(1)), "." | "!" | "?"))
}

/// Whether the article prints the two parts in different sentences.
fn are_apart(corpus: &Corpus, x: &Utterance, y: &Utterance) -> bool {
    let prose = corpus.documents.get(x.article).map(|d| &d.prose);
    prose.is_some_and(|p| p.sentence_of(x.tokens.end.saturating_sub(1)) < p.sentence_of(y.tokens.start))
}

fn draft(
    corpus: &Corpus,
    quotes: &Quotes,
    splice: &Splice,
    parts: &BTreeMap<(usize, usize), Vec<QuotePair>>,
) -> Option<Draft> {
    let whole = quotes.utterances.get(splice.whole)?;
    let mut evidence = vec![utterance_evidence(corpus, whole, &splice.joint)];
    let own = [splice.first, splice.second];
    evidence.extend(
        own.iter().filter_map(|&n| quotes.utterances.get(n)).map(|u| utterance_evidence(corpus, u, &(0..0))),
    );
    // Further articles that keep the sentences apart.
    let article = quotes.utterances.get(splice.first)?.article;
    let others = parts.iter().filter(|((w, a), list)| *w == splice.whole && *a != article && list.len() > 1);
    let others = others.flat_map(|(_, list)| list.iter().take(2)).filter_map(|p| quotes.utterances.get(p.a));
    evidence.extend(others.take(2).map(|u| utterance_evidence(corpus, u, &(0..0))));
    let members = [splice.whole, splice.first, splice.second];
    let who = speaker(corpus, quotes, &members);
    let joint = whole.words.get(splice.joint.clone()).unwrap_or(&[]).join(" ");
    let severity = if is_translated(corpus, whole) { Severity::Info } else { Severity::High };
    Some(Draft {
        kind: ContradictionKind::QuoteSplicing,
        severity,
        confidence: 80,
        topic: format!("What {who} said"),
        summary: format!(
            "{} joins what {} prints as two sentences of {who}",
            corpus.label(whole.article),
            corpus.label(article)
        ),
        explanation: format!(
            "Inside the marks \u{201c}{joint}\u{201d} links two statements that the other passage keeps apart."
        ),
        evidence,
        entities: speakers(quotes, &members),
        quotations: sources(quotes, &members),
        trace: vec![
            "same speaker".to_owned(),
            "two quotations lie in one".to_owned(),
            format!("joined by \u{201c}{joint}\u{201d}"),
        ],
    })
}
