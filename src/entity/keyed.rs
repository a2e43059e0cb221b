//! A personal name with the keys under which it is found and compared, made once.
//!
//! In: a [`PersonName`]. Out: a [`KeyedName`], which reads like the name itself.
//! Example: "Irina Belova" is found under "irina" and "belova", and her family's men bear "belov".
//! Limit: keys are for comparing; what is shown is the name as written.

use std::ops::Deref;

use crate::entity::person::{PARTICLES, PersonName, spelling_key};

/// Endings of surnames that a woman bears, and those that a man bears.
const FEMININE: [(&str, &str); 8] = [
    ("ova", "ov"),
    ("eva", "ev"),
    ("ina", "in"),
    ("skaya", "ski"),
    ("skaia", "ski"),
    ("ska", "ski"),
    ("naya", "ni"),
    ("aya", "i"),
];

/// A name with its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyedName {
    name: PersonName,
    /// All words of the name in the usual order, hyphens as blanks.
    pub words: Vec<String>,
    /// Each word in one spelling.
    pub word_keys: Vec<String>,
    /// The surname in one spelling, without particles, articles and hyphens.
    pub surname_key: String,
    /// The surname in one spelling, its parts drawn together.
    pub whole_key: String,
    /// The surname as a man of the family bears it, in one spelling.
    pub masculine: String,
}

impl KeyedName {
    /// Makes the keys of a name.
    #[must_use]
    pub fn new(name: PersonName) -> KeyedName {
        let words = words(&name);
        KeyedName {
            word_keys: words.iter().map(|word| spelling_key(word)).collect(),
            words,
            surname_key: surname_key(&name.surname),
            whole_key: spelling_key(&name.surname.replace([' ', '-'], "")),
            masculine: masculine(&name.surname),
            name,
        }
    }

    /// One key for the surnames whose spellings may exchange vowels ("Suleyman", "Soliman"); alone it says little.
    #[must_use]
    pub fn loose_key(&self) -> String {
        let vowels = |c: char| if matches!(c, 'a' | 'e' | 'i' | 'o' | 'u') { '.' } else { c };
        format!("~{}", self.surname_key.chars().map(vowels).collect::<String>())
    }
}

impl Deref for KeyedName {
    type Target = PersonName;

    fn deref(&self) -> &PersonName {
        &self.name
    }
}

fn words(name: &PersonName) -> Vec<String> {
    let (first, last) = if name.is_family_first {
        (name.surname.clone(), name.given.join(" "))
    } else {
        (name.given.join(" "), name.surname.clone())
    };
    format!("{first} {last}").split([' ', '-']).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn surname_key(surname: &str) -> String {
    let words: Vec<&str> = surname.split([' ', '-']).filter(|w| !w.is_empty()).collect();
    let is_small = |w: &&&str| PARTICLES.contains(w);
    let small = words.iter().take_while(is_small).count().min(words.len().saturating_sub(1));
    let joined = words.get(small..).unwrap_or(&[]).concat();
    let joined = match joined.strip_prefix("mc") {
        Some(rest) if rest.len() > 3 => format!("mac{rest}"),
        _ => joined,
    };
    spelling_key(&joined)
}

fn masculine(surname: &str) -> String {
    let found =
        FEMININE.iter().find_map(|(woman, man)| Some(format!("{}{man}", surname.strip_suffix(woman)?)));
    spelling_key(&found.unwrap_or_else(|| surname.to_owned()))
}
