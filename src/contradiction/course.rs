//! How far one course of events has gone for somebody: an appointment, a charge, a request.
//!
//! In: the corpus. Out: [`Standing`]s, such as "Ann Smyth, appointment, offered". The steps are data (`ladders.tsv`). What a sentence tells of an
//! earlier time ("once a contender", "convicted in 2009") is passed over, and so is what is denied, asked or said under a condition.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::align::Aligned;
use crate::claim::{Certainty, Claim, Frame};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, EntityKind};
use crate::prose::Prose;
use crate::tag::Pos;
use crate::value::Grain;

/// A state is said of a person named at most this many tokens before.
const STATE_REACH: usize = 20;
/// What a request is for stands at most this many tokens behind its verb.
const OBJECT_REACH: usize = 6;
/// Half a step: a step that is only planned or expected lies between two.
const STEP: i32 = 2;
/// Words too general to show that two passages tell of one post or one case.
const GENERAL: [&str; 30] = [
    "job",
    "post",
    "position",
    "role",
    "offer",
    "candidate",
    "contender",
    "official",
    "police",
    "people",
    "person",
    "year",
    "month",
    "week",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "report",
    "source",
    "statement",
    "spokesman",
    "spokeswoman",
    "next",
    "former",
    "time",
    "investigation",
];

/// Where somebody stands on a ladder, as one passage has it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The article.
    pub article: usize,
    /// Index of the sentence.
    pub sentence: usize,
    /// Name of the ladder.
    pub ladder: &'static str,
    /// Half steps from the ground; plans and expectations stand below the step itself.
    pub level: i32,
    /// The shared entity.
    pub who: usize,
    /// "Reportedly".
    pub is_hedged: bool,
    /// The words that say it.
    pub tokens: Range<usize>,
    /// Names and content words around, by which two passages are seen to be about one matter.
    pub matter: BTreeSet<String>,
}

/// Every standing that the article's own text gives.
pub fn standings(aligned: &Aligned<'_>, article: usize) -> Vec<Standing> {
    let Some(document) = aligned.corpus.documents.get(article) else { return Vec::new() };
    let mut out = Vec::new();
    for (sentence, tokens) in document.prose.sentences.iter().enumerate() {
        let is_text = matches!(document.prose.role_of(tokens.start), BlockRole::Body | BlockRole::Standfirst);
        if !is_text || is_past_history(document, tokens) {
            continue;
        }
        for at in tokens.clone() {
            out.extend(standing(aligned, (article, sentence), document, at, tokens));
        }
    }
    out
}

/// "Once", "two years ago", "in 2009": told of another time.
fn is_past_history(document: &Document, sentence: &Range<usize>) -> bool {
    let prose = &document.prose;
    let is_worn = |i: usize| {
        matches!(
            prose.lower(i),
            "once" | "ago" | "previously" | "formerly" | "earlier" | "ex" | "no" | "not" | "n't" | "never"
        )
    };
    let current = document.head.date.as_deref().and_then(|d| d.get(..4)).unwrap_or("");
    let start = document.times.partition_point(|t| t.tokens.start < sentence.start);
    let mut here = document.times.iter().skip(start).take_while(|t| t.tokens.start < sentence.end);
    let is_year = here.any(|t| {
        let year = t.value.as_deref().and_then(|v| v.get(..4)).unwrap_or("");
        t.grain <= Grain::Year && year.starts_with(['1', '2']) && year != current
    });
    is_year || sentence.clone().any(|i| is_worn(i) || is_span_of_years(prose, i))
}

/// "1981-85": years with a dash between them lie behind.
fn is_span_of_years(prose: &Prose, at: usize) -> bool {
    let raw = prose.raw(at);
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let rest = raw.get(digits..).unwrap_or("");
    let is_dash = |text: &str| text.starts_with(['-', '–', '/']);
    let is_year = digits == 4 && raw.starts_with(['1', '2']);
    is_year && (is_dash(rest) || rest.is_empty() && is_dash(prose.raw(at + 1)) && !prose.is_spaced(at + 1))
}

fn standing(
    aligned: &Aligned<'_>,
    (article, sentence): (usize, usize),
    document: &Document,
    at: usize,
    tokens: &Range<usize>,
) -> Option<Standing> {
    let words = || content_tokens(document, at, tokens.end);
    let (length, row) = aligned.lex.ladders.phrase(words().map(|i| document.prose.lemma(i)))?;
    let (&ladder, step, role) = (row.first()?, row.get(1)?.parse::<i32>().ok()?, *row.get(2)?);
    let end = words().nth(length - 1)? + 1;
    let claim = document.claims.iter().find(|c| c.head == at && !c.is_nominal);
    let (who, certainty) = match (role, claim) {
        ("state", _) => (before(aligned.corpus, article, document, at, tokens.start)?, Certainty::Done),
        (_, Some(claim)) if claim.frame == Frame::Plain => {
            (bearer(aligned.corpus, article, claim, ladder, role == "object")?, claim.certainty)
        }
        _ => return None,
    };
    let mut matter = matter(aligned.corpus, article, document, sentence);
    if ladder == "request" {
        matter = BTreeSet::from([requested(aligned, document, at, end, tokens.end)?]);
    }
    let (level, is_hedged) = (level(step, certainty)?, claim.is_some_and(|c| c.is_hedged));
    Some(Standing { article, sentence, ladder, level, who, is_hedged, tokens: at..end, matter })
}

/// Tokens from `at` without articles, possessives and the names between a verb and its object.
fn content_tokens(document: &Document, at: usize, end: usize) -> impl Iterator<Item = usize> {
    let prose = &document.prose;
    let is_filler = move |i: usize| {
        matches!(prose.lower(i), "a" | "an" | "the" | "his" | "her" | "their" | "its")
            || document
                .names
                .mention_at(i)
                .is_some_and(|m| document.names.mentions.get(m).is_some_and(|m| m.kind == EntityKind::Person))
    };
    std::iter::once(at).chain((at + 1..end.min(at + 10)).filter(move |&i| !is_filler(i))).take(4)
}

/// A step that is done counts in full; one that is planned or expected lies below, one that may come hardly above the ground.
fn level(step: i32, certainty: Certainty) -> Option<i32> {
    let full = step * STEP;
    match certainty {
        Certainty::Done => Some(full),
        Certainty::Planned | Certainty::Scheduled => Some(full - 2),
        Certainty::Likely => Some((full - 2 * STEP).clamp(2, 4)),
        Certainty::Possible => Some((full - 2 * STEP).clamp(2, 3)),
        _ => None,
    }
}

/// Whom a verb's step concerns: the subject, or with `acted_on` the object and the subject of the passive.
fn bearer(corpus: &Corpus, article: usize, claim: &Claim, ladder: &str, acted_on: bool) -> Option<usize> {
    let document = corpus.documents.get(article)?;
    let fits = |mention: usize| {
        let kind = document.names.mentions.get(mention).map(|m| m.kind);
        kind == Some(EntityKind::Person) || ladder == "request" && kind.is_some()
    };
    let mention = if acted_on && !claim.is_passive {
        let objects = claim.others.iter().filter(|a| a.preposition.is_empty());
        objects.map(|a| a.mention).find(|&m| fits(m))
    } else {
        claim.agents.iter().copied().rfind(|&m| fits(m))
    };
    corpus.entity(article, mention?)
}

/// The person named last before a state.
fn before(corpus: &Corpus, article: usize, document: &Document, at: usize, from: usize) -> Option<usize> {
    let from = from.max(at.saturating_sub(STATE_REACH));
    let named = document
        .names
        .beginning_in(from..at)
        .rfind(|(_, m)| m.kind == EntityKind::Person && !m.nested && m.tokens.end <= at);
    corpus.entity(article, named?.0)
}

/// Names and content words of the sentence and of its neighbours.
fn matter(corpus: &Corpus, article: usize, document: &Document, sentence: usize) -> BTreeSet<String> {
    let prose = &document.prose;
    let around = sentence.saturating_sub(1)..(sentence + 2).min(prose.sentences.len());
    let tokens = around.filter_map(|s| prose.sentences.get(s)).cloned().flatten();
    let content = tokens.filter(|&i| is_content(prose, i));
    content.filter_map(|i| word(corpus, article, document, i)).collect()
}

fn is_content(prose: &Prose, at: usize) -> bool {
    matches!(prose.pos(at), Pos::Noun | Pos::Propn)
        && prose.lemma(at).len() > 3
        && !GENERAL.contains(&prose.lemma(at).to_lowercase().as_str())
}

/// A common noun, or the shared name; persons are no matter of their own.
fn word(corpus: &Corpus, article: usize, document: &Document, token: usize) -> Option<String> {
    let Some(mention) = document.names.mention_at(token) else {
        return Some(document.prose.lemma(token).to_lowercase());
    };
    let is_person = document.names.mentions.get(mention).is_some_and(|m| m.kind == EntityKind::Person);
    corpus.entity(article, mention).filter(|_| !is_person).map(|e| format!("#{e}"))
}

/// What is asked for: the class of the event, or nothing where it names none.
fn requested(
    aligned: &Aligned<'_>,
    document: &Document,
    at: usize,
    end: usize,
    limit: usize,
) -> Option<String> {
    let prose = &document.prose;
    let event =
        (end..limit.min(at + OBJECT_REACH)).find(|&i| matches!(prose.pos(i), Pos::Noun | Pos::Verb))?;
    aligned.lex.events.column(prose.lemma(event), 0).map(str::to_owned)
}
