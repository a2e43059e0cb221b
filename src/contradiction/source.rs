//! Whether two passages credit the same words to different sources.
//!
//! In: two reported statements with their sources. Out: whether the statements are as good as equal ([`Statement::is_same`]) and whether the
//! sources can not be one and the same ([`differ`]). "Police" and "officers" are one; so are a body and its spokesman, a name and its office.

use std::collections::BTreeSet;

use crate::corpus::{Corpus, Document};
use crate::kind::{EntityKind, MentionForm};
use crate::quotation::Quotation;
use crate::tag::Pos;

/// Two statements are the same when they share this part of their content words, in percent.
const LEAST_SHARED: usize = 85;
/// Shorter statements are alike by chance.
const LEAST_WORDS: usize = 4;
/// Words for a source that may stand for any other.
const ANYBODY: [&str; 21] = [
    "official",
    "source",
    "people",
    "person",
    "authority",
    "statement",
    "report",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "representative",
    "aide",
    "insider",
    "document",
    "filing",
    "letter",
    "leader",
    "expert",
    "analyst",
    "member",
];
/// Words for a body that speaks for itself, and so never for those below.
const BODIES: [&str; 5] = ["company", "firm", "government", "administration", "agency"];
/// Words for those who speak from outside a body.
const OUTSIDERS: [&str; 9] =
    ["union", "witness", "opposition", "police", "hospital", "neighbor", "neighbour", "lawyer", "family"];
/// Words for one force.
const POLICE: [&str; 9] = [
    "police",
    "officer",
    "investigator",
    "detective",
    "policeman",
    "constable",
    "cop",
    "sheriff",
    "prosecutor",
];

/// What a reported statement says, in a form in which two of them are compared.
#[derive(Debug)]
pub struct Statement<'a> {
    /// The quotation with its article.
    pub reported: Reported<'a>,
    content: BTreeSet<String>,
    exact: BTreeSet<&'a str>,
}

impl<'a> Statement<'a> {
    /// Reads the words of a quotation.
    pub fn new(reported: Reported<'a>) -> Statement<'a> {
        let (_, document, quotation) = reported;
        Statement { reported, content: content(document, quotation), exact: exact(document, quotation) }
    }

    /// Whether both have nearly the same content words, the same numbers and the same negation.
    pub fn is_same(&self, other: &Statement<'_>) -> bool {
        let shared = self.content.intersection(&other.content).count();
        let all = self.content.len() + other.content.len() - shared;
        shared >= LEAST_WORDS && shared * 100 >= all * LEAST_SHARED && self.exact == other.exact
    }
}

/// Content words of a quotation, and its figures.
pub fn content(document: &Document, quotation: &Quotation) -> BTreeSet<String> {
    let prose = &document.prose;
    let words = quotation.tokens.clone().filter(|&i| {
        matches!(prose.pos(i), Pos::Noun | Pos::Verb | Pos::Adj | Pos::Propn | Pos::Num)
            && prose.lemma(i).len() > 1
    });
    words.map(|i| prose.lemma(i).to_lowercase()).collect()
}

/// Numbers and negators, which must agree to the word.
fn exact<'a>(document: &'a Document, quotation: &Quotation) -> BTreeSet<&'a str> {
    let prose = &document.prose;
    let words = quotation.tokens.clone().filter(|&i| {
        prose.pos(i) == Pos::Num
            || matches!(prose.lower(i), "not" | "n't" | "no" | "never" | "may" | "might" | "could")
    });
    words.map(|i| prose.lower(i)).collect()
}

/// A quotation with its article.
pub type Reported<'a> = (usize, &'a Document, &'a Quotation);

/// Whether the two sources are certainly not one.
pub fn differ(corpus: &Corpus, a: Reported<'_>, b: Reported<'_>) -> bool {
    if is_pronoun(a) || is_pronoun(b) {
        return false;
    }
    match (named(corpus, a), named(corpus, b)) {
        (Some(x), Some(y)) => {
            let kind = |e: usize| corpus.entities.get(e).map(|e| e.kind);
            let is_person = |e: usize| kind(e) == Some(EntityKind::Person);
            x != y
                && !(is_person(x) && are_of_one_mind(a, b))
                && is_person(x) == is_person(y)
                && corpus.side(x).is_none_or(|side| corpus.side(y) != Some(side))
        }
        (None, None) => match (head(a), head(b)) {
            (Some(x), Some(y)) => is_other_word(&x, &y) && !words(a).contains(&y) && !words(b).contains(&x),
            _ => false,
        },
        (Some(x), None) => person_and_word(corpus, x, a, b),
        (None, Some(y)) => person_and_word(corpus, y, b, a),
    }
}

/// What two persons foresee or demand alike is no matter of sourcing.
fn are_of_one_mind(a: Reported<'_>, b: Reported<'_>) -> bool {
    joins(a) || joins(b) || is_outlook(a) && is_outlook(b)
}

fn joins((_, document, quotation): Reported<'_>) -> bool {
    let prose = &document.prose;
    let sentence = prose.sentence_at(quotation.tokens.start).unwrap_or_default();
    sentence
        .into_iter()
        .any(|i| matches!(prose.lemma(i), "echo" | "agree" | "also" | "too" | "join" | "likewise"))
}

/// "Will", "would", "must".
fn is_outlook((_, document, quotation): Reported<'_>) -> bool {
    let prose = &document.prose;
    let modal = |i: usize| matches!(prose.lower(i), "will" | "would" | "wo" | "must" | "should" | "'ll");
    quotation.tokens.clone().any(modal)
}

/// A body may be called by another word; only an outsider is certainly another.
fn is_other_word(x: &str, y: &str) -> bool {
    let is_body = |w: &str| BODIES.contains(&w);
    match (is_body(x), is_body(y)) {
        (false, false) => x != y,
        (true, true) => false,
        (true, false) => OUTSIDERS.contains(&y),
        (false, true) => OUTSIDERS.contains(&x),
    }
}

/// "He said": whom a pronoun stands for is too uncertain to build on.
fn is_pronoun((_, document, quotation): Reported<'_>) -> bool {
    let mention = quotation.speaker.and_then(|m| document.names.mentions.get(m));
    mention.is_some_and(|m| m.form == MentionForm::Pronoun)
}

/// The shared entity of a source that is named.
fn named(corpus: &Corpus, (article, _, quotation): Reported<'_>) -> Option<usize> {
    corpus.entity(article, quotation.speaker?)
}

/// A person by name against a common word: not one unless the word is general, or names an office of that person.
fn person_and_word(corpus: &Corpus, person: usize, named: Reported<'_>, other: Reported<'_>) -> bool {
    let is_person = corpus.entities.get(person).is_some_and(|e| e.kind == EntityKind::Person);
    let Some(head) = head(other).filter(|w| is_person && !BODIES.contains(&w.as_str())) else { return false };
    let is_office = corpus.documents.iter().enumerate().any(|(article, document)| {
        document
            .names
            .offices
            .iter()
            .any(|o| corpus.entity(article, o.mention) == Some(person) && o.title.contains(&head))
    });
    let sentence = named.1.prose.sentence_at(named.2.tokens.start).unwrap_or_default();
    let is_apposed = sentence.into_iter().any(|i| named.1.prose.lemma(i).to_lowercase() == head);
    !is_apposed && !is_office && !joins(named) && !joins(other) && !words(named).contains(&head)
}

/// The telling noun of an unnamed source: "a witness", "a hospital spokesman" (hospital); none where it may be anybody.
fn head((_, document, quotation): Reported<'_>) -> Option<String> {
    let prose = &document.prose;
    let tokens = prose.tokens_in(quotation.source?);
    if tokens.clone().any(|i| document.names.mention_at(i).is_some()) {
        return None;
    }
    let phrase = tokens
        .skip_while(|&i| !matches!(prose.pos(i), Pos::Noun | Pos::Propn))
        .take_while(|&i| matches!(prose.pos(i), Pos::Noun | Pos::Propn | Pos::Adj))
        .map(|i| prose.lemma(i).to_lowercase());
    let telling: Vec<String> = phrase.filter(|w| !ANYBODY.contains(&w.as_str())).collect();
    let word = telling.last()?;
    Some(if POLICE.contains(&word.as_str()) { "police".to_owned() } else { word.clone() })
}

fn words((_, document, quotation): Reported<'_>) -> BTreeSet<String> {
    let prose = &document.prose;
    let tokens = quotation.source.map(|span| prose.tokens_in(span)).unwrap_or_default();
    let lemmas = tokens.map(|i| prose.lemma(i).to_lowercase());
    lemmas.map(|w| if POLICE.contains(&w.as_str()) { "police".to_owned() } else { w }).collect()
}
