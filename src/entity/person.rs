//! Personal names as parts, and how two of them compare.
//!
//! In: a name as written. Out: [`PersonName`] and, for two given names or surnames, a [`Likeness`].
//! Example: "Zelinsky" and "Zelinskyy" are two spellings of one surname; "Ken" is short for "Kenneth"; "Ann" and "Anne" are near each other.
//! Limit: the last word is taken for the surname, except where a surname that is put first stands before syllables ("Park Min-ho"); other orders
//! with the surname first are met by comparing both ends (`namesake`).

use crate::lexicon::Lexicon;

/// A personal name in folded letters: no capitals, no marks on letters, no stops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    /// The words before the surname.
    pub given: Vec<String>,
    /// The surname with its particles.
    pub surname: String,
    /// "jr", "sr", "iii"; empty where none stands.
    pub generation: String,
    /// Whether the surname stood first, as in Chinese and Korean names: the given name is then one, whatever its blanks.
    pub is_family_first: bool,
    /// The given names drawn together, without hyphens: they are compared often.
    joined: String,
}

impl PersonName {
    fn of(given: Vec<String>, surname: String, generation: String, is_family_first: bool) -> PersonName {
        PersonName { joined: given.concat().replace('-', ""), given, surname, generation, is_family_first }
    }
}

/// How two names stand to each other, from same to different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same letters.
    Same,
    /// The same name in another dress: a mark on a letter, an initial, a hyphen, a short form.
    Style,
    /// Accepted spellings of one name in Latin letters.
    Spelling,
    /// Alike, as a slip or another form of the name would be.
    Near,
    /// Unlike.
    Different,
}

/// Small words that belong to the surname behind them.
pub(super) const PARTICLES: [&str; 20] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "ter", "bin",
    "ibn", "al", "el", "la", "le",
];
/// Those of them that are given names too.
const GIVEN_PARTICLES: [&str; 4] = ["al", "van", "del", "von"];
/// Words behind a surname that tell generations apart.
const GENERATIONS: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];
/// Words behind a surname that are no part of it.
const SUFFIXES: [&str; 8] = ["jr", "sr", "ii", "iii", "iv", "phd", "md", "kc"];

/// Takes a name apart.
#[must_use]
pub fn person_name(name: &str) -> PersonName {
    let mut words: Vec<String> = fold_letters(name)
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '“' | '”' | '‘'))
        .filter(|w| !w.is_empty())
        .map(|w| if w.contains(['.', '’', '\'']) { w.replace(['.', '’', '\''], "") } else { w.to_owned() })
        .filter(|w| !w.is_empty())
        .collect();
    let mut generation = String::new();
    while words.len() > 1 && words.last().is_some_and(|w| SUFFIXES.contains(&w.as_str())) {
        let suffix = words.pop().unwrap_or_default();
        if GENERATIONS.contains(&suffix.as_str()) {
            generation = suffix;
        }
    }
    if is_family_first(&words) {
        let surname = words.remove(0);
        return PersonName::of(words, surname, generation, true);
    }
    let mut cut = words.len().saturating_sub(1);
    while cut > 0 && words.get(cut - 1).is_some_and(|w| PARTICLES.contains(&w.as_str())) {
        cut -= 1;
    }
    // "Al Gore" and "Van Morrison" bear a given name, "van der Berg" and "bin Hamad" none.
    if cut == 0 && words.len() == 2 && words.first().is_some_and(|w| GIVEN_PARTICLES.contains(&w.as_str())) {
        cut = 1;
    }
    let surname = words.split_off(cut).join(" ");
    PersonName::of(words, surname, generation, false)
}

/// A surname that is put first, and behind it a given name of syllables as Chinese, Korean and Vietnamese names have them.
fn is_family_first(words: &[String]) -> bool {
    let lex = Lexicon::builtin();
    let Some((first, rest)) = words.split_first() else { return false };
    let is_open = rest.len() == 1
        && rest.iter().any(|w| !w.contains('-') && (lex.surnames.has(w) || lex.given_names.has(w)));
    (1..=3).contains(&rest.len())
        && !is_open
        && lex.family_names_first.has(first)
        && rest.iter().flat_map(|w| w.split('-')).all(is_syllables)
}

/// One or two syllables: consonants, vowels, and at most one of a few sounds at the end.
fn is_syllables(word: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w');
    let mut syllables = 0;
    let mut rest = word;
    while !rest.is_empty() {
        let onset = ["zh", "ch", "sh", "ng", "ts", "hs", "kh", "ph", "th", "tr", "gi", "nh"]
            .iter()
            .find_map(|two| rest.strip_prefix(two))
            .or_else(|| rest.strip_prefix(|c: char| c.is_ascii_alphabetic() && !is_vowel(c)))
            .unwrap_or(rest);
        let vowels = onset.trim_start_matches(is_vowel);
        if vowels.len() == onset.len() {
            return false;
        }
        syllables += 1;
        let coda = ["ng", "nh", "ch", "n", "k", "m", "l", "p", "t"].iter().find_map(|end| {
            let after = vowels.strip_prefix(end)?;
            (!after.starts_with(is_vowel)).then_some(after)
        });
        rest = coda.unwrap_or(vowels);
    }
    (1..=2).contains(&syllables)
}

/// Lower case, and Latin letters without their marks.
#[must_use]
pub fn fold_letters(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => out.push('a'),
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => out.push('c'),
            'ď' | 'đ' | 'ð' => out.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => out.push('e'),
            'ğ' | 'ĝ' | 'ġ' | 'ģ' => out.push('g'),
            'ì'..='ï' | 'ī' | 'ĭ' | 'į' | 'ı' => out.push('i'),
            'ķ' => out.push('k'),
            'ł' | 'ľ' | 'ĺ' | 'ļ' => out.push('l'),
            'ñ' | 'ń' | 'ň' | 'ņ' => out.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => out.push('o'),
            'ř' | 'ŕ' => out.push('r'),
            'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => out.push('s'),
            'ť' | 'ţ' | 'ț' => out.push('t'),
            'ù'..='ü' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'ź' | 'ž' | 'ż' => out.push('z'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'þ' => out.push_str("th"),
            '\u{300}'..='\u{36f}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// Compares two given names or two surnames, both folded.
#[must_use]
pub fn likeness(lex: &Lexicon, a: &str, b: &str) -> Likeness {
    if a == b {
        return Likeness::Same;
    }
    let (plain_a, plain_b) = (a.replace([' ', '-'], ""), b.replace([' ', '-'], ""));
    if plain_a == plain_b || is_initial(&plain_a, &plain_b) || is_initial(&plain_b, &plain_a) {
        return Likeness::Style;
    }
    if is_short_form(lex, a, b) || is_short_form(lex, b, a) {
        return Likeness::Style;
    }
    let (key_a, key_b) = (spelling_key(&plain_a), spelling_key(&plain_b));
    if key_a == key_b || differ_in_near_vowels(&key_a, &key_b) {
        return Likeness::Spelling;
    }
    if is_near(&plain_a, &plain_b) || is_near(&key_a, &key_b) || sounds_alike(&key_a, &key_b) {
        return Likeness::Near;
    }
    Likeness::Different
}

/// "J" or "JD" against "John" or "Jacob Daniel".
fn is_initial(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}

/// "Ken" for "Kenneth", from the list or as the first syllable.
fn is_short_form(lex: &Lexicon, short: &str, long: &str) -> bool {
    let listed = lex.nicknames.get(short).is_some_and(|full| full.contains(&long));
    let shared = lex.nicknames.get(short).zip(lex.nicknames.get(long));
    listed
        || shared.is_some_and(|(a, b)| a.iter().any(|name| b.contains(name)))
        || short.len() >= 3 && long.len() >= short.len() + 2 && long.starts_with(short)
}

/// One key for the accepted Latin spellings of a name: doubled letters single, "y", "iy", "yy" and "ii" as "i".
#[must_use]
pub fn spelling_key(name: &str) -> String {
    let mut text = name.to_owned().into_bytes();
    // Most names lack the letters of most of these spellings, and are not searched for them.
    let mut held = small_letters(&text);
    for (from, to) in [
        ("y", "i"),
        ("j", "i"),
        ("sch", "sh"),
        ("tch", "ch"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("ei", "i"),
        ("ai", "a"),
        ("ks", "x"),
        ("q", "k"),
    ] {
        if small_letters(from.as_bytes()) & !held == 0 {
            replace(&mut text, from.as_bytes(), to.as_bytes());
            held = small_letters(&text);
        }
    }
    let text = String::from_utf8(text).unwrap_or_default();
    // "Yelena" and "Elena".
    let text = text.strip_prefix('i').filter(|rest| rest.starts_with('e')).unwrap_or(&text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Puts one stretch of plain letters for another that is no longer, in place: names are taken to keys often.
fn replace(text: &mut Vec<u8>, from: &[u8], to: &[u8]) {
    let (mut read, mut written) = (0, 0);
    while let Some(&byte) = text.get(read) {
        let put = if text.get(read..).is_some_and(|rest| rest.starts_with(from)) {
            read += from.len();
            to
        } else {
            read += 1;
            &[byte]
        };
        for &byte in put {
            if let Some(slot) = text.get_mut(written) {
                *slot = byte;
            }
            written += 1;
        }
    }
    text.truncate(written);
}

/// Which of the letters from a to z a text has, one bit for each.
fn small_letters(text: &[u8]) -> u32 {
    text.iter().filter(|byte| byte.is_ascii_lowercase()).fold(0, |bits, letter| bits | 1 << (letter - b'a'))
}

/// Equal but for vowels that spellings exchange ("Mohammed", "Muhammad").
pub(crate) fn differ_in_near_vowels(a: &str, b: &str) -> bool {
    if a.chars().count() != b.chars().count() || a.len() < 5 {
        return false;
    }
    a.chars().zip(b.chars()).all(|(x, y)| {
        x == y || matches!((x, y), ('o' | 'e', 'u') | ('u', 'o' | 'e') | ('e', 'i' | 'a') | ('i' | 'a', 'e'))
    })
}

/// At most one letter in five put in, left out, changed or swapped.
fn is_near(a: &str, b: &str) -> bool {
    let (length, other) = (a.chars().count(), b.chars().count());
    let longest = length.max(other);
    let allowed = if longest >= 9 { 2 } else { usize::from(longest >= 3) };
    // Each letter more is a step.
    length.abs_diff(other) <= allowed && distance(a, b) <= allowed
}

/// Edit distance with swaps of neighbours.
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    if a.is_ascii() && b.is_ascii() {
        return steps(a.as_bytes(), b.as_bytes());
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    steps(&a, &b)
}

fn steps<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let cell = |row: &Vec<usize>, at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
    let mut before: Vec<usize> = Vec::with_capacity(b.len() + 1);
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row: Vec<usize> = Vec::with_capacity(b.len() + 1);
    for (i, x) in a.iter().enumerate() {
        row.clear();
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut best =
                (cell(&last, j) + usize::from(x != y)).min(cell(&last, j + 1) + 1).min(cell(&row, j) + 1);
            let is_swap = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if is_swap {
                best = best.min(cell(&before, j - 1) + 1);
            }
            row.push(best);
        }
        // The oldest row is written over next.
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    cell(&last, b.len())
}

/// Three consonants or more, and all of them alike; both are spelling keys.
#[must_use]
pub fn sounds_alike(a: &str, b: &str) -> bool {
    let sound_a = sound(a);
    sound_a.len() > 2 && sound_a == sound(b)
}

/// The consonants by class, so that names that sound alike are equal.
fn sound(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        let class = match c {
            'b' | 'p' | 'f' | 'v' => 'p',
            'c' | 'k' | 'g' | 'q' | 'x' => 'k',
            's' | 'z' => 's',
            'd' | 't' => 't',
            'm' | 'n' => 'n',
            'l' => 'l',
            'r' => 'r',
            'h' | 'w' | 'a' | 'e' | 'i' | 'o' | 'u' => continue,
            other => other,
        };
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}

/// How the given names of two persons compare: the first names decide, a missing one is style.
#[must_use]
pub fn given_likeness(lex: &Lexicon, a: &PersonName, b: &PersonName) -> Likeness {
    let (Some(first_a), Some(first_b)) = (a.given.first(), b.given.first()) else { return Likeness::Style };
    let (joined_a, joined_b) = (&a.joined, &b.joined);
    if are_generations(a, b) {
        return Likeness::Different;
    }
    if joined_a == joined_b {
        return if a.given == b.given { Likeness::Same } else { Likeness::Style };
    }
    let (key_a, key_b) = (spelling_key(joined_a), spelling_key(joined_b));
    if key_a == key_b || differ_in_near_vowels(&key_a, &key_b) {
        return Likeness::Spelling;
    }
    if a.is_family_first || b.is_family_first {
        return likeness(lex, joined_a, joined_b);
    }
    let all = |n: &PersonName| initials(&n.given);
    let are_initials = first_a.len() == 2 && all(b) == *first_a || first_b.len() == 2 && all(a) == *first_b;
    if are_initials {
        return Likeness::Style;
    }
    if have_other_middles(a, b) {
        return Likeness::Different;
    }
    let first = likeness(lex, first_a, first_b);
    let crossed = a.given.len() != b.given.len() && (a.given.contains(first_b) || b.given.contains(first_a));
    if first == Likeness::Different && crossed {
        Likeness::Style
    } else {
        first.max(if a.given.len() == b.given.len() { Likeness::Same } else { Likeness::Style })
    }
}

/// "Paul Lee Jr." and "Paul Lee Sr.".
#[must_use]
pub fn are_generations(a: &PersonName, b: &PersonName) -> bool {
    !a.generation.is_empty() && !b.generation.is_empty() && a.generation != b.generation
}

/// "Ann B. Lee" and "Ann C. Lee", "George H.W. Ross" and "George W. Ross": one of a family each.
fn have_other_middles(a: &PersonName, b: &PersonName) -> bool {
    let middles = |n: &PersonName| n.given.get(1..).map(initials).unwrap_or_default();
    let (a, b) = (middles(a), middles(b));
    let starts = |x: &str, y: &str| x.starts_with(y) || y.starts_with(x);
    !a.is_empty() && !b.is_empty() && !starts(&a, &b)
}

/// First letters; of initials written together all.
fn initials(words: &[String]) -> String {
    words
        .iter()
        .flat_map(|w| {
            w.chars().take(if w.len() == 2 && !w.contains(['a', 'e', 'i', 'o', 'u', 'y']) { 2 } else { 1 })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_apart() {
        let name = person_name("José-María de la Cruz Jr.");
        assert_eq!((name.given.join(" ").as_str(), name.surname.as_str()), ("jose-maria", "de la cruz"));
        assert_eq!(person_name("Lee").surname, "lee");
        for (name, surname) in [
            ("Park Min-ho", "park"),
            ("Xu Weiming", "xu"),
            ("Min-ho Park", "park"),
            ("Kim Hartwell", "hartwell"),
            ("van der Berg", "van der berg"),
            ("Al Dawson", "dawson"),
            ("bin Hamad", "bin hamad"),
            ("Nguyen Van Tran", "nguyen"),
        ] {
            assert_eq!(person_name(name).surname, surname, "{name}");
        }
        assert!(person_name("").surname.is_empty());
    }

    #[test]
    fn likeness_of_words() {
        let lex = Lexicon::builtin();
        for (a, b, want) in [
            ("zelinsky", "zelinskyy", Likeness::Spelling),
            ("dmitry", "dmitri", Likeness::Spelling),
            ("mohammed", "muhammad", Likeness::Spelling),
            ("ken", "kenneth", Likeness::Style),
            ("mike", "michael", Likeness::Style),
            ("j", "john", Likeness::Style),
            ("smyth", "smith", Likeness::Spelling),
            ("carolyn", "karoline", Likeness::Near),
            ("vincente", "vicente", Likeness::Near),
            ("anre", "andre", Likeness::Near),
            ("ann", "john", Likeness::Different),
            ("peter", "paul", Likeness::Different),
        ] {
            assert_eq!(likeness(lex, a, b), want, "{a} {b}");
        }
    }

    #[test]
    fn given_names_of_two_persons() {
        let lex = Lexicon::builtin();
        let compare = |a: &str, b: &str| given_likeness(lex, &person_name(a), &person_name(b));
        assert_eq!(compare("J.D. Vane", "JD Vane"), Likeness::Same);
        assert_eq!(compare("Ann B. Lee", "Ann Lee"), Likeness::Style);
        assert_eq!(compare("Lee", "Ann Lee"), Likeness::Style);
        assert_eq!(compare("Paul Lee", "Ann Lee"), Likeness::Different);
        assert_eq!(compare("George H.W. Ross", "George W. Ross"), Likeness::Different);
        assert_eq!(compare("George W. Ross", "George Walter Ross"), Likeness::Same);
        assert_eq!(compare("Paul Lee Jr.", "Paul Lee Sr."), Likeness::Different);
        assert_eq!(compare("Park Min Ho", "Park Min-ho"), Likeness::Style);
        assert_eq!(compare("Park Min-ho", "Park Min-su"), Likeness::Different);
    }
}
