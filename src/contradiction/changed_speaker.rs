//! The same words from two mouths.

use std::collections::BTreeSet;

use crate::align::{Aligned, Likeness, QuotePair, Quotes, Utterance};
use crate::contradiction::quote::{sources, speakers, utterance_evidence};
use crate::contradiction::{Draft, Findings, Rule, evidence};
use crate::corpus::{Corpus, Document};
use crate::kind::{ContradictionKind, EntityKind, Severity};
use crate::quotation::Quotation;
use crate::report::Evidence;
use crate::token::fold;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::ChangedSpeaker,
    summary: "Two articles print the same words in marks and name different people as the speaker.",
    spares: "Short phrases that anyone may use; a speaker that only a pronoun names; a body beside the person who speaks for it.",
    detect,
};

/// So many words in common are not said twice by chance.
const LEAST_WORDS: usize = 8;
/// A whole sentence may be a little shorter.
const LEAST_SENTENCE: usize = 6;
/// Share of the shorter side, in percent.
const LEAST_COVER: usize = 85;
/// Words and speaker are shown together up to this many words.
const LONGEST_EVIDENCE: usize = 44;
/// An attribution less sure than this names nobody against another's word.
const LEAST_SURE: u8 = 90;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (corpus, quotes) = (aligned.corpus, &aligned.quotes);
    let mut seen = BTreeSet::new();
    for pair in quotes.pairs.iter().filter(|p| !p.is_one_speaker) {
        let (Some(a), Some(b)) = (quotes.utterances.get(pair.a), quotes.utterances.get(pair.b)) else {
            continue;
        };
        // The same words of the same two people, in however many articles, are one difference.
        let shorter = if a.words.len() <= b.words.len() { &a.words } else { &b.words };
        let key = (a.speaker.min(b.speaker), a.speaker.max(b.speaker), shorter);
        if is_same_speech(a, b, pair)
            && !is_shared(quotes, pair)
            && is_named(corpus, a)
            && is_named(corpus, b)
            && seen.insert(key)
        {
            findings.drafts.push(draft(corpus, quotes, pair, (a, b)));
        }
    }
}

/// Whether one article gives the words to the other's speaker too: then both have said them.
fn is_shared(quotes: &Quotes, pair: &QuotePair) -> bool {
    let both = [(pair.a, pair.b), (pair.b, pair.a)];
    both.iter().any(|&(here, there)| {
        let (Some(own), Some(other)) = (quotes.utterances.get(here), quotes.utterances.get(there)) else {
            return false;
        };
        let partners =
            quotes.pairs.iter().filter(|p| p.likeness == Likeness::Same && (p.a == there || p.b == there));
        let mut partners =
            partners.filter_map(|p| quotes.utterances.get(if p.a == there { p.b } else { p.a }));
        partners.any(|u| u.article == own.article && u.speaker == other.speaker)
    })
}

fn is_same_speech(a: &Utterance, b: &Utterance, pair: &QuotePair) -> bool {
    let is_sentence = pair.likeness == Likeness::Same && a.words.len() >= LEAST_SENTENCE;
    let is_long = pair.wording.shared >= LEAST_WORDS
        && pair.wording.cover(a, b) >= LEAST_COVER
        && pair.wording.longest >= LEAST_SENTENCE;
    a.article != b.article && (is_sentence || is_long)
}

/// Whether the article itself names the speaker beside the words, and it is a person.
fn is_named(corpus: &Corpus, utterance: &Utterance) -> bool {
    let person = utterance
        .speaker
        .and_then(|id| corpus.entities.get(id))
        .is_some_and(|e| e.kind == EntityKind::Person);
    let Some((document, quotation)) = behind(corpus, utterance) else { return false };
    let source = quotation.source.map_or("", |span| document.text(span));
    let has_name = source.split_whitespace().any(|word| word.starts_with(char::is_uppercase))
        && !matches!(fold(source).as_str(), "he" | "she" | "they" | "it" | "i" | "we");
    person && has_name && quotation.confidence >= LEAST_SURE
}

fn behind<'a>(corpus: &'a Corpus, utterance: &Utterance) -> Option<(&'a Document, &'a Quotation)> {
    let document = corpus.documents.get(utterance.article)?;
    Some((document, document.quotations.get(utterance.quotation)?))
}

/// Whether one of the two speaks for others: then the same words may be credited to either.
fn is_spokesperson(corpus: &Corpus, utterance: &Utterance) -> bool {
    let Some((document, quotation)) = behind(corpus, utterance) else { return false };
    let source = fold(quotation.source.map_or("", |span| document.text(span)));
    let speaks_for = |text: &str| {
        ["spokes", "press secretary", "lawyer", "attorney", "aide", "representative"]
            .iter()
            .any(|w| text.contains(w))
    };
    let office = document
        .names
        .offices
        .iter()
        .filter(|o| corpus.entity(utterance.article, o.mention) == utterance.speaker);
    speaks_for(&source) || office.into_iter().any(|o| speaks_for(&o.title))
}

/// The words together with those that name the speaker, on whom the two passages part.
fn attributed(corpus: &Corpus, utterance: &Utterance) -> Evidence {
    let bare = utterance_evidence(corpus, utterance, &(0..0));
    let source = behind(corpus, utterance).and_then(|(document, q)| Some((document, q.source?)));
    let Some((document, source)) = source else { return bare };
    let both = bare.span.cover(source);
    let is_short = document.text(both).split_whitespace().count() <= LONGEST_EVIDENCE;
    if is_short { evidence(utterance.article, both, Some(source)) } else { bare }
}

fn draft(corpus: &Corpus, quotes: &Quotes, pair: &QuotePair, (a, b): (&Utterance, &Utterance)) -> Draft {
    let name = |u: &Utterance| u.speaker.map_or("", |id| corpus.name(id)).to_owned();
    let (a, b) = if name(a) <= name(b) { (a, b) } else { (b, a) };
    let is_relayed = is_spokesperson(corpus, a) || is_spokesperson(corpus, b);
    let mut names = [name(a), name(b)];
    names.sort();
    let members = [pair.a, pair.b];
    Draft {
        kind: ContradictionKind::ChangedSpeaker,
        severity: if is_relayed { Severity::Low } else { Severity::High },
        confidence: if is_relayed { 60 } else { 80 },
        topic: format!("Who said it: {}", names.join(" or ")),
        summary: format!(
            "{} credits the words to {}, {} to {}",
            corpus.label(a.article),
            name(a),
            corpus.label(b.article),
            name(b)
        ),
        explanation: "Both passages print the same words in quotation marks, but not from the same person."
            .to_owned(),
        evidence: vec![attributed(corpus, a), attributed(corpus, b)],
        entities: speakers(quotes, &members),
        quotations: sources(quotes, &members),
        trace: vec![
            format!("{} shared words in marks", pair.wording.shared),
            format!("speakers: {}", names.join(", ")),
            if is_relayed { "one of them speaks for others" } else { "neither speaks for the other" }
                .to_owned(),
        ],
    }
}
