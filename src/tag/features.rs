//! What the tagger looks at, as numbers. Training and use share this file, so they can not drift apart.
//!
//! In: the words of one sentence. Out: 32-bit hashes, one for every observation such as "ends in -ing" or "the word before is 'to'".
//! Spelling is levelled first: quote marks, dashes and apostrophes are alike however they are written, and every digit is a 0.
//! Limit: two observations may share a hash; with some tens of thousands of them learnt that is rare, and training sees the same.

use crate::tag::Pos;

/// Letters of a word that are looked at; longer ones are addresses and noise.
const LONGEST: usize = 32;
/// A sentence is set like a headline where at least this share (percent) of its longer words is capitalised.
const HEADLINE_SHARE: usize = 65;
/// Shorter words than this stay small in headlines, so they say nothing.
const HEADLINE_LETTERS: usize = 4;
/// Fewer longer words than this do not make a headline.
const HEADLINE_WORDS: usize = 3;

/// How a sentence, or a word's place in it, bears on capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// A capital here means something.
    Middle,
    /// The first word has a capital anyway.
    First,
    /// Nearly all words have one.
    Headline,
    /// All letters are capitals.
    Capitals,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// No letter.
    None,
    /// Small letters.
    Small,
    /// One capital, then small letters.
    Title,
    /// Two capitals or more, nothing small.
    Capitals,
    /// A single capital, perhaps with a stop.
    Initial,
    /// Anything else ("iPhone", "McLean").
    Mixed,
}

/// A word as the tagger sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Levelled spelling in lower case.
    pub lower: String,
    /// How it is written.
    pub case: Case,
    /// Where it stands.
    pub setting: Setting,
    /// What the model's dictionary knows of it: a class of words that take the same parts of speech, and one of words in like company; 0 is unknown.
    pub class: [u8; 2],
    word: u32,
    ending: u32,
}

/// Where a neighbour stands, seen from the word to be tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Side {
    TwoBefore,
    Before,
    After,
    TwoAfter,
}

impl Side {
    /// From left to right.
    pub const ALL: [Side; 4] = [Side::TwoBefore, Side::Before, Side::After, Side::TwoAfter];
}

impl Form {
    /// Levels a word; `class` is what [`crate::tag::model::Model::class`] knows of it.
    #[must_use]
    pub fn new(word: &str, setting: Setting, class: impl Fn(&str) -> [u8; 2]) -> Form {
        let lower = level(word);
        let class = class(&lower);
        let word_hash = mix(1, text_hash(&lower), 0);
        let ending = mix(2, text_hash(tail(&lower, 3)), 0);
        Form { case: case(word), setting, class, word: word_hash, ending, lower }
    }

    /// Beyond the borders of a sentence.
    #[must_use]
    pub fn border() -> Form {
        Form {
            lower: String::new(),
            case: Case::None,
            setting: Setting::Middle,
            class: [0, 0],
            word: 0x5bd1_e995,
            ending: 0x1b87_3593,
        }
    }

    fn look(&self) -> u32 {
        self.case as u32 * 4 + self.setting as u32
    }
}

/// The setting of a sentence as a whole: middle, headline or capitals.
#[must_use]
pub fn setting<'a>(words: impl Iterator<Item = &'a str>) -> Setting {
    let (mut long, mut raised, mut capitals, mut count) = (0, 0, 0, 0);
    for word in words {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters.next() else { continue };
        count += 1;
        let rest = letters.by_ref().take(LONGEST).filter(|c| !c.is_uppercase()).count();
        let length = word.chars().take(LONGEST).count();
        if rest == 0 && first.is_uppercase() && length > 1 {
            capitals += 1;
        }
        if length >= HEADLINE_LETTERS {
            long += 1;
            raised += usize::from(first.is_uppercase());
        }
    }
    if capitals >= 3 && capitals * 10 >= count * 7 {
        Setting::Capitals
    } else if long >= HEADLINE_WORDS && raised * 100 >= long * HEADLINE_SHARE {
        Setting::Headline
    } else {
        Setting::Middle
    }
}

/// Index of the sentence's first word, behind quote marks and brackets.
#[must_use]
pub fn first_word<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.take_while(|word| !word.contains(char::is_alphanumeric)).count()
}

/// Observations on the word itself.
pub fn own(form: &Form, out: &mut Vec<u32>) {
    let look = form.look();
    let letters = text_hash(&form.lower);
    out.push(mix(10, letters, 0));
    out.push(mix(11, letters, look + 1));
    for n in 1..=5 {
        let ending = tail(&form.lower, n);
        if ending.len() < form.lower.len() {
            out.push(mix(12, text_hash(ending), look + 1));
            out.push(mix(13, text_hash(ending), 0));
        }
    }
    for n in 1..=4 {
        let beginning = head(&form.lower, n);
        if beginning.len() < form.lower.len() {
            out.push(mix(14, text_hash(beginning), n as u32));
        }
    }
    out.push(mix(15, look, 0));
    out.push(mix(16, shape(&form.lower), look));
    out.push(mix(17, form.class[0].into(), look + 1));
    out.push(mix(18, form.class[1].into(), look + 1));
    out.push(mix(19, form.class[1].into(), form.ending));
}

/// Observations on a neighbour.
pub fn neighbour(form: &Form, side: Side, out: &mut Vec<u32>) {
    let base = 20 + side as u32 * 5;
    out.push(mix(base, form.word, 0));
    out.push(mix(base + 2, form.class[0].into(), form.class[1].into()));
    out.push(mix(base + 4, form.class[1].into(), 0));
    if matches!(side, Side::Before | Side::After) {
        out.push(mix(base + 1, form.ending, 0));
        out.push(mix(base + 3, form.look(), form.class[0].into()));
    }
}

/// Observations on a word together with its neighbours, tags of those before it among them; the last of these is the nearest.
#[must_use]
pub fn joint(around: [&Form; 5], before: [Pos; 2]) -> [u32; 13] {
    let [_, previous, form, next, after] = around;
    let [far, near] = before.map(|pos| pos as u32 + 1);
    let [kind, company] = form.class.map(u32::from);
    let [next_kind, next_company] = next.class.map(u32::from);
    [
        mix(50, near, 0),
        mix(51, near, far),
        mix(52, form.word, near),
        mix(53, next.word, near),
        mix(54, form.ending, near),
        mix(55, kind, near * 32 + far),
        mix(56, next_kind, near * 256 + kind),
        mix(57, form.word, previous.word),
        mix(58, form.word, next.word),
        mix(59, previous.word, near * 32 + far),
        mix(60, next.ending, form.ending),
        mix(61, next_company, mix(62, near, company)),
        mix(63, after.class[0].into(), mix(64, kind, next_kind)),
    ]
}

/// Hash of a dictionary word.
#[must_use]
pub fn word_hash(lower: &str) -> u32 {
    mix(1, text_hash(lower), 0)
}

/// Levelled spelling: lower case, one quote mark, one dash, one apostrophe, digits made 0.
#[must_use]
pub fn level(word: &str) -> String {
    match word {
        "``" | "''" | "“" | "”" | "„" | "«" | "»" | "\"" | "‘" | "`" | "‹" | "›" => {
            return "\"".to_owned();
        }
        "--" | "—" | "–" | "---" => return "–".to_owned(),
        "…" | "...." | ".." => return "...".to_owned(),
        _ => {}
    }
    let lower = word.chars().take(LONGEST).flat_map(char::to_lowercase);
    lower
        .map(|c| match c {
            '’' | '‘' => '\'',
            c if c.is_numeric() => '0',
            c => c,
        })
        .collect()
}

/// How a word is written.
#[must_use]
pub fn case(word: &str) -> Case {
    let mut letters = word.chars().take(LONGEST).filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut small, mut capitals) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            capitals += 1;
        } else {
            small += 1;
        }
    }
    match (first.is_uppercase(), capitals, small) {
        (false, 0, _) => Case::Small,
        (true, 0, 0) => Case::Initial,
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Capitals,
        _ => Case::Mixed,
    }
}

/// Letters, digits and marks in the order in which they come, runs drawn together, as a number.
pub(crate) fn shape(lower: &str) -> u32 {
    let mut last = 0;
    let mut sum = 7u32;
    for c in lower.chars() {
        let kind = match c {
            '0' => 1,
            c if c.is_ascii_lowercase() => 2,
            c if c.is_alphabetic() => 3,
            '.' | ',' | ':' => c as u32,
            '-' | '/' | '@' | '_' => 5,
            _ => 4,
        };
        if kind != last {
            sum = sum.wrapping_mul(131).wrapping_add(kind);
            last = kind;
        }
    }
    sum
}

/// The last letters of a word.
pub(crate) fn tail(text: &str, letters: usize) -> &str {
    text.char_indices().rev().take(letters).last().and_then(|(at, _)| text.get(at..)).unwrap_or("")
}

/// The first letters of a word.
pub(crate) fn head(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// A word as a number.
pub(crate) fn text_hash(text: &str) -> u32 {
    let sum =
        text.bytes().fold(0xcbf2_9ce4_8422_2325u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    (sum ^ (sum >> 32)) as u32
}

/// An observation of a kind, with what was observed, as a number.
pub(crate) fn mix(kind: u32, a: u32, b: u32) -> u32 {
    let joined = (u64::from(a) << 32 | u64::from(b)) ^ u64::from(kind).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let stirred = (joined ^ (joined >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let stirred = (stirred ^ (stirred >> 32)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (stirred >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_levelled() {
        assert_eq!(level("“"), level("\""));
        assert_eq!(level("isn’t"), "isn't");
        assert_eq!(level("2025"), "0000");
        assert_eq!(level("—"), level("--"));
    }

    #[test]
    fn settings() {
        let of = |text: &str| setting(text.split(' '));
        assert_eq!(of("Mayor Plans to Meet Farmers Over Water"), Setting::Headline);
        assert_eq!(of("MAYOR PLANS TO MEET FARMERS"), Setting::Capitals);
        assert_eq!(of("The mayor plans to meet Ann Smyth on Friday"), Setting::Middle);
    }

    #[test]
    fn cases() {
        for (word, want) in [
            ("House", Case::Title),
            ("house", Case::Small),
            ("NATO", Case::Capitals),
            ("U.S.", Case::Capitals),
            ("J.", Case::Initial),
            ("McLean", Case::Mixed),
            ("12", Case::None),
        ] {
            assert_eq!(case(word), want, "{word}");
        }
    }
}
