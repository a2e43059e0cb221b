//! Dictionary forms.
//!
//! In: a word and its part of speech. Out: its lemma in lower case with plain apostrophes: ("met", verb) gives "meet", ("n't", particle) "not".
//! First the irregular forms of the lexicon, then exceptions learnt with the tagger, then spelling rules. Names stay as they are, in lower case.
//! Limits: spelling mistakes are not mended; "her" is always taken for the possessive.

use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::tag::model::Model;
use crate::token::fold;

/// Verbs in -eed whose last letters are no ending.
const VERBS_IN_EED: [&str; 13] = [
    "bleed", "breed", "exceed", "feed", "heed", "need", "proceed", "seed", "speed", "succeed", "weed",
    "overfeed", "misdeed",
];
/// Stems that take an e back, against the rule for their last letters.
const STEMS_WITH_E: [&str; 66] = [
    "ador",
    "adrenalin",
    "aton",
    "bit",
    "bor",
    "chor",
    "cit",
    "clon",
    "com",
    "compet",
    "complet",
    "condon",
    "cop",
    "creat",
    "delet",
    "delineat",
    "denot",
    "deplet",
    "deplor",
    "devot",
    "dron",
    "elop",
    "excit",
    "expedit",
    "explor",
    "extradit",
    "gor",
    "grop",
    "hom",
    "hon",
    "hop",
    "ignit",
    "ignor",
    "implor",
    "incit",
    "invit",
    "mop",
    "not",
    "overcom",
    "permeat",
    "phon",
    "pip",
    "pok",
    "por",
    "postpon",
    "procreat",
    "promot",
    "quot",
    "recit",
    "recreat",
    "restor",
    "reunit",
    "rop",
    "scop",
    "scor",
    "slop",
    "snip",
    "snor",
    "spit",
    "ston",
    "stor",
    "swip",
    "unit",
    "vot",
    "welcom",
    "wip",
];
/// Singular nouns and plurals without number in -s are listed in the lexicon; these endings never mark a plural.
const SINGULAR_ENDINGS: [&str; 3] = ["ss", "us", "is"];

/// The dictionary form of a word.
#[must_use]
pub fn lemma(lex: &Lexicon, word: &str, pos: Pos) -> String {
    let lower = fold(word);
    if pos == Pos::Propn {
        return lower;
    }
    Model::builtin().lemma(&lower, pos).map_or_else(|| by_rule(lex, &lower, pos), str::to_owned)
}

/// The dictionary form by lexicon and rules alone; training finds out where these fail.
#[must_use]
pub fn lemma_by_rule(lex: &Lexicon, word: &str, pos: Pos) -> String {
    by_rule(lex, &fold(word), pos)
}

fn by_rule(lex: &Lexicon, lower: &str, pos: Pos) -> String {
    let irregular = |column| lex.irregular_forms.column(lower, column).map(str::to_owned);
    let closed = |form: Option<&str>| form.unwrap_or(lower).to_owned();
    match pos {
        Pos::Verb => irregular(0).unwrap_or_else(|| verb(lower)),
        Pos::Noun => irregular(1).unwrap_or_else(|| noun(lower)),
        Pos::Adj => irregular(2).unwrap_or_else(|| lower.to_owned()),
        Pos::Adv => irregular(3).unwrap_or_else(|| lower.to_owned()),
        Pos::Aux => closed(auxiliary(lower)),
        Pos::Pron | Pos::Det => closed(pronoun(lower)),
        Pos::Part => closed(matches!(lower, "n't" | "nt").then_some("not")),
        _ => lower.to_owned(),
    }
}

fn auxiliary(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'s" | "'m" | "'re" | "ai" => "be",
        "has" | "had" | "having" | "'ve" => "have",
        "does" | "did" | "done" | "doing" => "do",
        "'ll" | "wo" => "will",
        "'d" => "would",
        "ca" => "can",
        "sha" => "shall",
        "got" => "get",
        _ => return None,
    })
}

fn pronoun(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "me" => "i",
        "him" => "he",
        "them" | "'em" => "they",
        "us" | "'s" => "we",
        "these" => "this",
        "those" => "that",
        "an" => "a",
        _ => return None,
    })
}

fn noun(lower: &str) -> String {
    let Some(stem) = lower.strip_suffix('s').filter(|stem| stem.chars().count() > 1) else {
        return lower.to_owned();
    };
    if let Some(root) = lower.strip_suffix("uses").filter(|root| !root.ends_with(['a', 'o'])) {
        return format!("{root}us");
    }
    if SINGULAR_ENDINGS.iter().any(|ending| lower.ends_with(ending)) {
        return lower.to_owned();
    }
    plural(lower).unwrap_or_else(|| stem.trim_end_matches('\'').to_owned())
}

fn verb(lower: &str) -> String {
    if let Some(stem) = lower.strip_suffix("ing").filter(|stem| has_vowel(stem)) {
        return restore(stem);
    }
    if VERBS_IN_EED.contains(&lower) {
        return lower.to_owned();
    }
    if let Some(root) = lower.strip_suffix("ied").filter(|root| !root.is_empty()) {
        return format!("{root}y");
    }
    if let Some(root) = lower.strip_suffix("eed").filter(|root| !root.is_empty()) {
        return format!("{root}ee");
    }
    if let Some(stem) = lower.strip_suffix("ed").filter(|stem| has_vowel(stem)) {
        return restore(stem);
    }
    if SINGULAR_ENDINGS.iter().any(|ending| lower.ends_with(ending)) {
        return lower.to_owned();
    }
    plural(lower).or_else(|| lower.strip_suffix('s').map(str::to_owned)).unwrap_or_else(|| lower.to_owned())
}

/// The endings -ies and -es, of nouns and verbs alike.
fn plural(lower: &str) -> Option<String> {
    if let Some(root) = lower.strip_suffix("ies").filter(|root| root.len() > 1) {
        return Some(format!("{root}y"));
    }
    let root = lower.strip_suffix("es")?;
    let is_hissed = ["ss", "sh", "ch", "x", "zz"].iter().any(|ending| root.ends_with(ending));
    is_hissed.then(|| root.to_owned())
}

/// What stood before -ed or -ing: "stopp" was "stop", "agre" "agree", "decid" "decide".
fn restore(stem: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    if is_doubled(stem, &letters) {
        return letters.iter().take(letters.len() - 1).collect();
    }
    if STEMS_WITH_E.contains(&stem) || wants_e(stem, &letters) { format!("{stem}e") } else { stem.to_owned() }
}

fn is_doubled(stem: &str, letters: &[char]) -> bool {
    let [.., a, b] = letters else { return false };
    if a != b || !"bdgklmnprtv".contains(*b) {
        return false;
    }
    // "called" is from "call", "travelled" from "travel".
    *b != 'l' || vowels(stem) > 1 && !stem.ends_with("ull") && !stem.ends_with("ill")
}

/// Whether a stem lost an e, by its last letters.
fn wants_e(stem: &str, letters: &[char]) -> bool {
    let at =
        |back: usize| letters.len().checked_sub(back).and_then(|i| letters.get(i)).copied().unwrap_or(' ');
    let (before, last) = (at(2), at(1));
    let after_one_vowel = is_vowel(before) && (!is_vowel(at(3)) || at(3) == 'u' && at(4) == 'q');
    let ends = |endings: &[&str]| endings.iter().any(|ending| stem.ends_with(ending));
    match last {
        'c' | 'v' | 'u' => true,
        'z' => before != 'z' && before != 't',
        's' => before != 's',
        'g' => match before {
            'n' => ends(&["eng", "ung", "chang", "rang", "fring", "cring", "hing"]),
            other => !matches!(other, 'g'),
        },
        'l' => {
            !is_vowel(before) && !matches!(before, 'l' | 'r' | 'w')
                || after_one_vowel && ends(&["il", "ol", "ul"]) && vowels(stem) == 1
        }
        't' => (after_one_vowel || before == 'a' && matches!(at(3), 'i' | 'u')) && ends(&["at", "ut"]),
        'd' => after_one_vowel && "aeiou".contains(before) || ends(&["guid", "suad"]),
        'r' => {
            after_one_vowel && ends(&["ar", "ir", "ur"])
                || after_one_vowel && before == 'o' && vowels(stem) == 1
                || ends(&["quir"])
        }
        'k' => after_one_vowel,
        'm' => after_one_vowel && "aiuy".contains(before) || ends(&["them", "schem"]),
        'n' => after_one_vowel && ends(&["in", "tun", "prun", "mun"]),
        'p' => after_one_vowel && (ends(&["ap", "yp"]) || vowels(stem) == 1),
        'b' => after_one_vowel,
        _ => false,
    }
}

fn is_vowel(c: char) -> bool {
    "aeiouy".contains(c)
}

fn has_vowel(stem: &str) -> bool {
    stem.chars().any(is_vowel)
}

/// Runs of vowels, roughly syllables.
fn vowels(stem: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for c in stem.chars() {
        count += usize::from(is_vowel(c) && !inside);
        inside = is_vowel(c);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs() {
        let rows = "met meet, said say, told tell, denied deny, agreed agree, planned plan, stopped stop, called call, \
            travelled travel, decided decide, invited invite, visited visit, created create, treated treat, meeting meet, \
            making make, taking take, using use, says say, discusses discuss, goes go, tries try, dying die, changing change, \
            bringing bring, merging merge, settled settle, required require, entered enter, secured secure, appeared appear, \
            declared declare, increased increase, addressed address, focused focus, continued continue, voted vote, \
            monitored monitor, restored restore, explained explain, combined combine, opened open, developed develop, \
            hoped hope, proceeded proceed, need need, conceded concede, including include, succeed succeed, sing sing, \
            believes believe, killed kill, controlled control, added add, offered offer, argued argue, rescued rescue, \
            issued issue, referred refer, occurred occur, pushes push, led lead, held hold, spoke speak, sought seek";
        check(rows, Pos::Verb);
    }

    #[test]
    fn nouns() {
        let rows = "men man, women woman, children child, countries country, houses house, viruses virus, crises crisis, \
            buses bus, boss boss, news news, politics politics, wives wife, matches match, taxes tax, heroes hero, shoes shoe, \
            movies movie, series series, headquarters headquarters, talks talk, people people, causes cause, gas gas, \
            services service, allies ally, bonuses bonus, focus focus, analysis analysis, spokesmen spokesman";
        check(rows, Pos::Noun);
    }

    #[test]
    fn other_words() {
        check("bigger big, worst bad, earliest early, happier happy, other other, former former", Pos::Adj);
        check("better well, later late, further far, never never", Pos::Adv);
        check("'s be, was be, wo will, had have, did do, could could, n't n't", Pos::Aux);
        check("n't not, n’t not, to to, 's 's", Pos::Part);
        check("them they, his his, those that", Pos::Pron);
        check("an a, the the", Pos::Det);
        check("Democrats democrats, Smith smith", Pos::Propn);
    }

    fn check(rows: &str, pos: Pos) {
        for row in rows.split(',') {
            let (word, want) = row.trim().split_once(' ').unwrap();
            assert_eq!(lemma(Lexicon::builtin(), word, pos), want, "{word}");
        }
    }
}
