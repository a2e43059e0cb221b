//! What somebody calls a thing: "it is a hoax", "it is not a hoax".
//!
//! In: an article. Out: [`Verdict`]s in quotations of known speakers. A bare "it" is taken for any thing, so that only telling nouns count then.

use std::ops::Range;

use crate::corpus::Corpus;
use crate::kind::BlockRole;
use crate::prose::Prose;
use crate::quotation::Quotation;
use crate::tag::Pos;

/// Nouns that judge, and that one story has for one thing.
const NOUNS: [&str; 30] = [
    "accident",
    "ambush",
    "betrayal",
    "blackmail",
    "bluff",
    "bribe",
    "conspiracy",
    "coup",
    "crime",
    "disgrace",
    "execution",
    "fabrication",
    "farce",
    "fraud",
    "genocide",
    "hoax",
    "lie",
    "massacre",
    "murder",
    "plot",
    "provocation",
    "racist",
    "ransom",
    "sabotage",
    "scam",
    "sham",
    "smear",
    "stunt",
    "suicide",
    "terrorist",
];
/// Adjectives that judge; of which thing must be said.
const ADJECTIVES: [&str; 16] = [
    "constitutional",
    "corrupt",
    "credible",
    "fair",
    "guilty",
    "illegal",
    "innocent",
    "justified",
    "lawful",
    "legal",
    "legitimate",
    "necessary",
    "responsible",
    "safe",
    "true",
    "unfair",
];
/// Judgements of one article that are compared at most.
const MOST: usize = 100;
/// The judgement stands so many words behind "is".
const REACH: usize = 5;

/// One judgement by a speaker.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Index of the article.
    pub article: usize,
    /// The shared entity who says it.
    pub who: usize,
    /// The word.
    pub word: String,
    /// Said not to be so.
    pub is_denied: bool,
    /// Of what, where more than "it" says so: a shared entity or a noun.
    subject: Option<String>,
    /// From "is" to the word.
    pub tokens: Range<usize>,
}

impl Verdict {
    /// Whether both judge one thing by one word.
    pub fn is_on_matter_of(&self, other: &Verdict) -> bool {
        let is_noun = NOUNS.contains(&self.word.as_str());
        let is_one = match (&self.subject, &other.subject) {
            (Some(a), Some(b)) => a == b,
            _ => is_noun,
        };
        self.word == other.word && is_one
    }
}

/// The judgements that speakers pass in the text of an article.
pub fn verdicts(corpus: &Corpus, article: usize) -> Vec<Verdict> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    let told =
        document.quotations.iter().filter(|q| document.prose.role_of(q.tokens.start) == BlockRole::Body);
    let mut out: Vec<Verdict> = Vec::new();
    for quotation in told {
        let Some(who) = quotation.speaker.and_then(|m| corpus.entity(article, m)) else { continue };
        for at in quotation.tokens.clone() {
            let found = verdict(corpus, article, quotation, who, at);
            out.extend(found.filter(|v| !out.iter().any(|known| known.tokens.start == v.tokens.start)));
        }
    }
    out.truncate(MOST);
    out
}

fn verdict(corpus: &Corpus, article: usize, quotation: &Quotation, who: usize, at: usize) -> Option<Verdict> {
    let prose = &corpus.documents.get(article)?.prose;
    let is_open =
        matches!(prose.lower(at), "is" | "was" | "are" | "were" | "'s" | "’s") && prose.pos(at) == Pos::Aux;
    let end = quotation.tokens.end.min(at + REACH);
    let last =
        (at + 1..end).find(|&i| !is_between(prose, i) || is_judgement(prose, i)).filter(|_| is_open)?;
    let word = prose.lemma(last).to_lowercase();
    // "A crime scene", "safe to say": the word is no judgement of the thing.
    let is_whole = !matches!(prose.pos(last + 1), Pos::Noun | Pos::Propn) && prose.lower(last + 1) != "to";
    let asks = prose.sentence_at(at)?.any(|i| matches!(prose.lower(i), "?" | "if" | "whether" | "unless"));
    (is_judgement(prose, last) && is_whole && !asks).then(|| Verdict {
        article,
        who,
        word,
        is_denied: (at..last).any(|i| matches!(prose.lower(i), "not" | "n't" | "no" | "never" | "neither")),
        subject: subject(corpus, article, at),
        tokens: at..last + 1,
    })
}

fn is_between(prose: &Prose, at: usize) -> bool {
    matches!(prose.pos(at), Pos::Det | Pos::Adj | Pos::Adv | Pos::Part)
}

fn is_judgement(prose: &Prose, at: usize) -> bool {
    let lemma = prose.lemma(at).to_lowercase();
    prose.pos(at) == Pos::Noun && NOUNS.contains(&lemma.as_str())
        || prose.pos(at) == Pos::Adj && ADJECTIVES.contains(&lemma.as_str())
}

/// The name or noun right before "is".
fn subject(corpus: &Corpus, article: usize, at: usize) -> Option<String> {
    let document = corpus.documents.get(article)?;
    let before = at.checked_sub(1)?;
    let named = document.names.mention_at(before).and_then(|m| corpus.entity(article, m));
    let noun =
        || (document.prose.pos(before) == Pos::Noun).then(|| document.prose.lemma(before).to_lowercase());
    named.map(|entity| format!("#{entity}")).or_else(noun)
}
