//! Utterances: the sentences inside quotation marks, in a form that can be compared word by word.
//!
//! In: the corpus. Out: [`Utterance`]s in order of article and place. Example: `"He's tired. We can't go,"` gives "he is tired" and "we can not
//! go": contractions are opened, glyphs, case and punctuation are gone. Limits: words masked for decency match any word with their first letter.

use std::ops::Range;

use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, QuoteKind};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::quotation::Quotation;
use crate::token::{TokenKind, cardinal, parse_number};

/// Longer sentences are cut here; their first words tell what they are.
const LONGEST: usize = 120;

/// A sentence, or a part of one, that an article prints in marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// The article.
    pub article: usize,
    /// Index of the quotation there.
    pub quotation: usize,
    /// Tokens of the sentence inside the marks.
    pub tokens: Range<usize>,
    /// The words, folded and opened.
    pub words: Vec<String>,
    /// Token of each word.
    pub places: Vec<usize>,
    /// Words before which the writer left something out or put something in: "…", "[sic]".
    pub edits: Vec<usize>,
    /// Words behind the first that are written with a capital.
    pub capitals: Vec<usize>,
    /// Shared entity of the speaker.
    pub speaker: Option<usize>,
    /// Whether it stands in a headline, standfirst or heading.
    pub is_heading: bool,
}

impl Utterance {
    /// Whether the word at `n` carries meaning of its own.
    #[must_use]
    pub fn is_content(&self, lex: &Lexicon, n: usize) -> bool {
        self.words.get(n).is_some_and(|word| is_content(lex, word))
    }

    /// The text as printed.
    #[must_use]
    pub fn printed<'a>(&self, corpus: &'a Corpus) -> &'a str {
        corpus.documents.get(self.article).map_or("", |d| d.text(d.prose.cover(self.tokens.clone())))
    }

    /// Tokens of a range of words.
    #[must_use]
    pub fn tokens_of(&self, words: &Range<usize>) -> Range<usize> {
        let first = self.places.get(words.start).or(self.places.last()).copied().unwrap_or(self.tokens.start);
        let last = words.end.checked_sub(1).and_then(|n| self.places.get(n)).copied().unwrap_or(first);
        first..last.max(first) + 1
    }
}

/// Whether a folded word carries meaning of its own.
#[must_use]
pub fn is_content(lex: &Lexicon, word: &str) -> bool {
    word.len() > 2 && !lex.word_classes.has(word) && !FAINT.contains(&word)
}

/// Words without a class of their own that say little in a comparison.
const FAINT: &[&str] =
    &["there", "here", "very", "own", "let", "get", "got", "going", "well", "not", "like", "thing", "things"];

/// The utterances of all articles.
#[must_use]
pub fn utterances(lex: &Lexicon, corpus: &Corpus) -> Vec<Utterance> {
    let mut out = Vec::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for (index, quotation) in document.quotations.iter().enumerate() {
            if is_verbatim(document, quotation) {
                let speaker = quotation.speaker.and_then(|m| corpus.entity(article, m));
                push(lex, &mut out, document, (article, index), quotation, speaker);
            }
        }
    }
    out
}

fn is_verbatim(document: &Document, quotation: &Quotation) -> bool {
    let in_marks = quotation.span != quotation.content;
    in_marks
        && matches!(quotation.kind, QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Headline)
        && document.prose.role_at(quotation.span.start) != BlockRole::Boilerplate
}

/// One utterance for each sentence inside the marks.
fn push(
    lex: &Lexicon,
    out: &mut Vec<Utterance>,
    document: &Document,
    at: (usize, usize),
    quotation: &Quotation,
    speaker: Option<usize>,
) {
    let prose = &document.prose;
    let role = prose.role_at(quotation.span.start);
    let mut start = quotation.tokens.start;
    while start < quotation.tokens.end {
        let end = sentence_end(prose, start, quotation.tokens.end);
        let mut made = Utterance {
            article: at.0,
            quotation: at.1,
            tokens: start..end,
            words: Vec::new(),
            places: Vec::new(),
            edits: Vec::new(),
            capitals: Vec::new(),
            speaker,
            is_heading: matches!(role, BlockRole::Headline | BlockRole::Standfirst | BlockRole::Subhead),
        };
        read(lex, prose, &mut made);
        // A run that begins with "said" lies between two quotations, not in one: a mark is missing.
        let is_between = matches!(prose.raw(start), "said" | "says" | "told" | "added" | "wrote" | "asked");
        if !made.words.is_empty() && !is_between {
            out.push(made);
        }
        start = end;
    }
}

fn sentence_end(prose: &Prose, start: usize, limit: usize) -> usize {
    prose.sentence_at(start).map_or(limit, |s| s.end.clamp(start + 1, limit))
}

/// Fills in the words.
fn read(lex: &Lexicon, prose: &Prose, made: &mut Utterance) {
    let mut bracket = false;
    let mut at = made.tokens.start;
    while at < made.tokens.end && made.words.len() < LONGEST {
        let raw = prose.raw(at);
        match raw {
            "[" | "(" => bracket = true,
            "]" | ")" => {
                bracket = false;
                made.edits.push(made.words.len());
            }
            "…" | ".." | "..." | "...." => made.edits.push(made.words.len()),
            _ => {}
        }
        let is_word =
            matches!(prose.kind(at), TokenKind::Word | TokenKind::Number) || matches!(raw, "$" | "%" | "&");
        if is_word && !bracket {
            let next = masked_end(prose, at, made.tokens.end);
            let word = if next > at + 1 { masked(prose.lower(at)) } else { opened(lex, prose, at) };
            if prose.is_capitalised(at) && !made.words.is_empty() {
                made.capitals.push(made.words.len());
            }
            made.words.push(word);
            made.places.push(at);
            at = next;
        } else {
            at += 1;
        }
    }
}

/// "f***ing", "b----": past the glued marks and letters.
fn masked_end(prose: &Prose, at: usize, end: usize) -> usize {
    let is_mask = |i: usize| {
        i < end
            && !prose.is_spaced(i)
            && (prose.raw(i) == "*"
                || prose.raw(i).starts_with("--")
                || prose.raw(i) == "—" && i + 1 < end && !prose.is_spaced(i + 1))
    };
    if !is_mask(at + 1) || prose.raw(at + 1) == "—" {
        return at + 1;
    }
    let mut next = at + 1;
    while next < end && !prose.is_spaced(next) && (is_mask(next) || prose.kind(next) == TokenKind::Word) {
        next += 1;
    }
    next
}

fn masked(word: &str) -> String {
    word.chars().take(1).chain(['*']).collect()
}

/// The word with its contraction opened and its spelling folded.
fn opened(lex: &Lexicon, prose: &Prose, at: usize) -> String {
    let word = prose.lower(at);
    let follows = |words: &[&str]| at > 0 && !prose.is_spaced(at) && words.contains(&prose.lower(at - 1));
    let opened = match word {
        "'re" => "are",
        "'ve" => "have",
        "'ll" => "will",
        "'m" => "am",
        "n't" => "not",
        "'d" => "would",
        "'s" if follows(&["he", "she", "it", "that", "there", "what", "who", "here", "where", "how"]) => "is",
        "ca" if prose.lower(at + 1) == "n't" => "can",
        "wo" if prose.lower(at + 1) == "n't" => "will",
        "ok" => "okay",
        "gonna" => "going",
        _ => word.trim_end_matches(":00"),
    };
    // "f.b.i." is "fbi".
    if opened.len() > 3 && opened.ends_with('.') && opened.split('.').all(|part| part.len() < 2) {
        return opened.replace('.', "");
    }
    if let Some(rank) = lex.ordinals.column(opened, 0) {
        return rank.to_owned();
    }
    match cardinal(opened).or_else(|| parse_number(opened)) {
        Some(value) => value.to_string(),
        None => respelt(&opened.replace(',', "")),
    }
}

/// British and American spellings of one word meet in one form.
fn respelt(word: &str) -> String {
    if word.len() < 5 {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("bre") {
        return format!("{stem}ber");
    }
    if word.len() < 6 {
        return word.to_owned();
    }
    word.replace("our", "or")
        .replace("isation", "ization")
        .replace("ising", "izing")
        .replace("ised", "ized")
        .replace("ise", "ize")
        .replace("lled", "led")
        .replace("lling", "ling")
        .replace("tre", "ter")
}

/// Whether two words count as one.
#[must_use]
pub fn is_same(a: &str, b: &str) -> bool {
    a == b || (a.ends_with('*') || b.ends_with('*')) && a.chars().next() == b.chars().next()
}
