//! A word as the recogniser sees it: its letters, how it is written, and what lists and learnt classes know of it.
//!
//! In: a word, where it stands, the word lists. Out: a [`Form`]. Example: "Smith" inside a sentence is a surname in title case.
//! Limit: a word is looked up alone; names of several words are the concern of `scene`.

use crate::entity::evidence::{is_acronym, is_calendar, is_common};
use crate::entity::known::without_stop;
use crate::entity::model::{List, Model};
use crate::lexicon::{Lexicon, Table};
use crate::tag::features::{Case, Setting, case, level, mix, shape, text_hash};
use crate::tag::model::Model as TagModel;

/// A distinct word in its setting.
#[derive(Clone, Debug)]
pub struct Form {
    /// Levelled spelling in lower case.
    pub lower: String,
    /// How it is written.
    pub case: Case,
    /// Whether a capital means anything where it stands.
    pub setting: Setting,
    /// Classes of words that take the same parts of speech, and of words in like company; 0 is unknown.
    pub class: [u8; 2],
    /// Classes of words of like meaning, fine and coarse; 0 is unknown.
    pub cluster: [u32; 2],
    /// What the word lists know, a bit for each list.
    pub flags: u32,
    /// How well known it is as surname, given name and town, one digit for each; 0 is not at all.
    pub rank: u32,
    /// Whether it is listed as an everyday word in this very form; training does not look at it.
    pub is_everyday: bool,
    /// The levelled spelling as a number.
    pub word: u32,
    /// The outline of its letters as a number.
    pub shape: u32,
}

/// The kinds that `name_heads` gives, each with its bit.
const HEADS: [(&str, u32); 6] = [
    ("event", 1 << 13),
    ("law", 1 << 14),
    ("organization", 1 << 15),
    ("place", 1 << 16),
    ("product", 1 << 17),
    ("work", 1 << 18),
];
/// The classes of titles, each with its bit.
const TITLES: [(&str, u32); 4] = [("office", 1 << 7), ("role", 1 << 8), ("honor", 1 << 9), ("kin", 1 << 10)];
/// Bits of the heads of names.
pub const HEAD_BITS: u32 = 0b11_1111 << 13;
/// Bit of a given name that is nothing else.
pub const GIVEN: u32 = 1;
/// Small words inside names.
const PARTICLES: [&str; 24] = [
    "al", "bin", "ibn", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le",
    "of", "the", "and", "for", "van", "von", "ul", "abu",
];
const PARTICLE: u32 = 1 << 23;
const ACRONYM: u32 = 1 << 20;
const COMMON: u32 = 1 << 11;
const FUNCTION: u32 = 1 << 12;

impl Form {
    /// Looks a word up.
    #[must_use]
    pub fn new(lex: &Lexicon, model: &Model, raw: &str, setting: Setting) -> Form {
        let lower = level(raw);
        let case = case(raw);
        let flags = if case == Case::None { mark_flags(raw) } else { flags(lex, raw, &lower, case) };
        let rank = if case == Case::None || case == Case::Small {
            0
        } else {
            List::ALL.iter().fold(0, |sum, &list| sum * 8 + u32::from(model.rank(list, &lower)))
        };
        let class = TagModel::builtin().class(&lower);
        Form {
            case,
            setting,
            class,
            cluster: model.cluster(&lower),
            flags,
            rank,
            is_everyday: lex.common_words.has(&lower) || lex.function_words.has(&lower),
            word: text_hash(&lower),
            shape: mix(1, shape(&lower), case as u32),
            lower,
        }
    }

    /// Beyond the borders of a sentence.
    #[must_use]
    pub fn border() -> Form {
        Form {
            lower: String::new(),
            case: Case::None,
            setting: Setting::Middle,
            class: [0, 0],
            cluster: [0, 0],
            flags: 1 << 31,
            rank: 0,
            is_everyday: false,
            word: 0x5bd1_e995,
            shape: 0,
        }
    }

    /// Whether it is one of the words that begin sentences, where it begins one.
    #[must_use]
    pub fn opens_sentence(&self) -> bool {
        self.setting == Setting::First && self.flags & FUNCTION != 0
    }

    /// Whether everybody uses the word or what it is made from ("climber").
    #[must_use]
    pub fn is_common(&self) -> bool {
        self.flags & COMMON != 0
    }

    /// Whether no list knows the word.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.flags & !ACRONYM == 0 && self.rank == 0
    }

    /// Case and setting as one number.
    #[must_use]
    pub fn look(&self) -> u32 {
        self.case as u32 * 4 + self.setting as u32
    }
}

fn mark_flags(raw: &str) -> u32 {
    let first = raw.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() { 1 << 25 } else { 1 << 26 }
}

fn flags(lex: &Lexicon, raw: &str, lower: &str, case: Case) -> u32 {
    let mut flags = 0;
    let mut set = |bit: u32, is_so: bool| flags |= if is_so { bit } else { 0 };
    set(FUNCTION, lex.function_words.has(lower));
    set(PARTICLE, PARTICLES.contains(&lower));
    set(1 << 19, is_calendar(lex, lower));
    let word = without_stop(lower);
    for (class, bit) in TITLES {
        set(bit, lex.titles.column(word, 0) == Some(class));
    }
    for (kind, bit) in HEADS {
        set(bit, lex.name_heads.column(word, 0) == Some(kind));
    }
    if case == Case::Small {
        return flags;
    }
    let weak = |table: &Table, column: usize| table.column(lower, column) == Some("weak");
    set(GIVEN, lex.given_names.has(lower) && !weak(&lex.given_names, 0));
    set(1 << 1, lex.given_names.has(lower) && weak(&lex.given_names, 0));
    set(1 << 2, lex.surnames.has(lower));
    set(1 << 3, lex.countries.has(lower));
    set(1 << 4, lex.demonyms.has(lower));
    set(1 << 5, lex.places.has(lower) && !weak(&lex.places, 0));
    set(1 << 22, lex.places.has(lower) && weak(&lex.places, 0));
    set(1 << 6, lex.organizations.has(lower));
    set(COMMON, is_common(lex, lower));
    set(ACRONYM, is_acronym(raw));
    set(1 << 21, is_people(lower));
    set(1 << 24, lex.other_names.column(lower, 0) == Some("none"));
    set(1 << 27, lex.other_names.has(lower) && lex.other_names.column(lower, 0) != Some("none"));
    flags
}

/// Adjectives and plurals of peoples and camps, by their ending.
fn is_people(word: &str) -> bool {
    let ends = |list: &[&str]| list.iter().any(|ending| word.ends_with(ending));
    word.len() > 5 && ends(&["ists", "ians", "eans", "ites", "ean", "ish", "ese", "ist"])
        || word.len() > 7 && ends(&["ian", "ians"])
}
