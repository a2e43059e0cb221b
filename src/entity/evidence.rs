//! What the whole article says about a word: is it written small elsewhere, does it stand capitalised where nothing but a name does?
//!
//! In: [`Prose`]. Out: [`Evidence`]: counts per word, and for each token whether its capital letter means something.
//! Example: in "Police met Acme. The police left Acme." the word "police" is written small once and is no name at the head of a sentence; "Acme" is.
//! Limit: a name that stands only at heads of sentences and is an everyday word too is not seen.

use rustc_hash::FxHashMap;

use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// How often a word stands in which case.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    /// In lower case.
    small: u32,
    /// Capitalised where only a name would be.
    name: u32,
}

/// A title line has at least this many words that could be written small.
const TITLE_WORDS: usize = 3;
/// A line is in title case when this share of those words (in percent) is capitalised.
const TITLE_SHARE: usize = 75;
/// A sentence of more tokens is prose.
const LONGEST_TITLE: usize = 34;

/// Counts of the article's words and the nature of each capital.
pub(super) struct Evidence<'a> {
    prose: &'a Prose,
    counts: FxHashMap<&'a str, Count>,
    titled: Vec<bool>,
    shouted: Vec<bool>,
    starts: Vec<bool>,
}

impl<'a> Evidence<'a> {
    pub(super) fn new(lex: &'a Lexicon, prose: &'a Prose) -> Evidence<'a> {
        let n = prose.len();
        let mut evidence = Evidence {
            prose,
            counts: FxHashMap::default(),
            titled: vec![false; n],
            shouted: vec![false; n],
            starts: vec![false; n],
        };
        for sentence in &prose.sentences {
            let titled = is_title_case(lex, prose, sentence.clone());
            let shouted = is_shouted(prose, sentence.clone());
            let mut opens = true;
            for at in sentence.clone() {
                set(&mut evidence.titled, at, titled || shouted);
                set(&mut evidence.shouted, at, shouted);
                set(&mut evidence.starts, at, opens);
                opens = opens && !is_wordlike(prose, at) || opens_clause(prose, at);
            }
        }
        evidence.count();
        evidence
    }

    fn count(&mut self) {
        for at in 0..self.prose.len() {
            if self.prose.kind(at) != TokenKind::Word {
                continue;
            }
            let word = self.prose.lower(at);
            if self.prose.raw(at).starts_with(char::is_lowercase) {
                self.counts.entry(word).or_default().small += 1;
            } else if self.prose.is_capitalised(at) && !self.is_titled(at) && !self.starts(at) {
                self.counts.entry(word).or_default().name += 1;
            }
        }
    }

    /// Whether the line is in title case or all capitals, so that a capital says nothing.
    pub(super) fn is_titled(&self, at: usize) -> bool {
        self.titled.get(at).copied().unwrap_or(false)
    }

    /// Whether the whole line is in capitals.
    pub(super) fn is_shouted(&self, at: usize) -> bool {
        self.shouted.get(at).copied().unwrap_or(false)
    }

    /// Whether the token begins a sentence or a quotation.
    pub(super) fn starts(&self, at: usize) -> bool {
        self.starts.get(at).copied().unwrap_or(false)
    }

    /// How often the word is written small.
    pub(super) fn small(&self, word: &str) -> u32 {
        self.counts.get(word).map_or(0, |c| c.small)
    }

    /// How often the word is capitalised where only a name would be.
    pub(super) fn named(&self, word: &str) -> u32 {
        self.counts.get(word).map_or(0, |c| c.name)
    }
}

fn set(list: &mut [bool], at: usize, value: bool) {
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

fn is_wordlike(prose: &Prose, at: usize) -> bool {
    matches!(prose.kind(at), TokenKind::Word | TokenKind::Number)
}

/// Whether a capital after this token is that of a sentence: an opening quote mark, a colon, a stop inside a sentence.
fn opens_clause(prose: &Prose, at: usize) -> bool {
    match prose.kind(at) {
        TokenKind::QuoteMark => prose.is_spaced(at) && !prose.is_spaced(at + 1),
        TokenKind::Punctuation => matches!(prose.raw(at), ":" | "." | "?" | "!" | "…" | "•" | "—"),
        TokenKind::Symbol => matches!(prose.raw(at), "*" | "|"),
        _ => false,
    }
}

fn is_title_case(lex: &Lexicon, prose: &Prose, sentence: std::ops::Range<usize>) -> bool {
    if sentence.len() > LONGEST_TITLE {
        return false;
    }
    let is_heading = matches!(
        prose.role_of(sentence.start),
        BlockRole::Headline | BlockRole::Subhead | BlockRole::Standfirst
    );
    if !is_heading && prose.raw(sentence.end - 1) == "." {
        return false;
    }
    let mut free = 0;
    let mut capital = 0;
    for at in sentence.skip(1) {
        let word = prose.lower(at);
        if prose.kind(at) == TokenKind::Word && word.len() > 3 && !lex.function_words.has(word) {
            free += 1;
            capital += usize::from(prose.is_capitalised(at));
        }
    }
    free >= TITLE_WORDS && capital * 100 >= free * TITLE_SHARE
}

fn is_shouted(prose: &Prose, sentence: std::ops::Range<usize>) -> bool {
    let mut words = 0;
    for at in sentence {
        let raw = prose.raw(at);
        if prose.kind(at) == TokenKind::Word && raw.len() > 3 {
            if raw.chars().any(char::is_lowercase) {
                return false;
            }
            words += 1;
        }
    }
    words > 2
}

/// Two or more letters, all capital, perhaps with stops or digits.
pub(super) fn is_acronym(raw: &str) -> bool {
    let letters = raw.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && raw.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.' || c == '&')
}

/// Days and months: dates, not names.
pub(super) fn is_calendar(lex: &Lexicon, word: &str) -> bool {
    const DAYS: [&str; 14] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
    ];
    let word = word.trim_end_matches('.');
    DAYS.contains(&word.strip_suffix('s').unwrap_or(word)) || DAYS.contains(&word) || lex.months.has(word)
}

/// Whether an everyday word is listed under the form or its base.
pub(super) fn is_common(lex: &Lexicon, word: &str) -> bool {
    const ENDINGS: [(&str, &[&str]); 13] = [
        ("ies", &["y"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ied", &["y"]),
        ("ed", &["", "e"]),
        ("ing", &["", "e"]),
        ("ly", &[""]),
        ("ers", &["", "e"]),
        ("er", &["", "e"]),
        ("ness", &[""]),
        ("est", &["", "e"]),
        ("ier", &["y"]),
        ("ily", &["y"]),
    ];
    if lex.common_words.has(word) || lex.function_words.has(word) {
        return true;
    }
    ENDINGS.iter().any(|(ending, tails)| {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) else { return false };
        let mut chars = stem.chars().rev();
        let is_doubled = chars.next() == chars.next();
        tails.iter().any(|tail| lex.common_words.has(&format!("{stem}{tail}")))
            || is_doubled && stem.get(..stem.len() - 1).is_some_and(|short| lex.common_words.has(short))
    })
}
