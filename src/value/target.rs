//! What a number counts or measures.
//!
//! In: [`Prose`] and the place of a number with its unit. Out: the lemma of the noun that follows it ("12 police officers": officer) or governs it
//! ("a tariff of 50%": tariff). People who came to harm or were held have one word whatever the text says: "12 dead", "killed 12 people",
//! "12 people were killed" and "a death toll of 12" all count "death". Limits: a noun further away than a few words is not seen.

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;

/// The noun stands at most this many tokens behind the number.
const REACH: usize = 9;
/// The verb stands at most this many tokens behind the noun, or before the number.
const VERB_REACH: usize = 9;

/// The target of a count that ends before `at` and begins at `start`.
pub(super) fn counted(lex: &Lexicon, prose: &Prose, start: usize, at: usize) -> Option<String> {
    // "four-term mayor", "first-degree murder": what the hyphen ties on is counted, not the noun behind it.
    if prose.raw(at) == "-" && !prose.is_spaced(at) && !prose.is_spaced(at + 1) {
        return (prose.kind(at + 1) == TokenKind::Word).then(|| lemma(prose, at + 1));
    }
    let from = behind_of(prose, at);
    if let Some(word) = harm(lex, prose, from, &["state", "noun"]).filter(|_| !is_modifier(lex, prose, from))
    {
        return Some(word);
    }
    match head(lex, prose, from) {
        Some(noun) => {
            let lemma = lemma(prose, noun);
            if let Some(word) = harm(lex, prose, noun, &["noun"]) {
                return Some(word);
            }
            let is_anyone = lex.people_words.has(prose.lower(noun));
            let suffered = || suffered(lex, prose, noun + 1).or_else(|| harming(lex, prose, start));
            Some(if is_anyone { suffered().unwrap_or(lemma) } else { lemma })
        }
        None if from == at => suffered(lex, prose, at)
            .or_else(|| harming(lex, prose, start))
            .or_else(|| toll(prose, start))
            .or_else(|| governing(prose, start)),
        None => None,
    }
}

/// The target of a measure that ends before `at`: "50% tariffs", "50% of voters", "a three-hour call", "$5m in aid", "a fine of $5m".
pub(super) fn measured(
    lex: &Lexicon,
    prose: &Prose,
    start: usize,
    at: usize,
    is_adjective: bool,
) -> Option<String> {
    let from = behind_of(prose, at);
    let is_open = from > at || is_adjective;
    let follows = is_open.then(|| head(lex, prose, from)).flatten();
    follows.map(|noun| lemma(prose, noun)).or_else(|| governing(prose, start))
}

/// Steps over "of", "of the", "in".
fn behind_of(prose: &Prose, at: usize) -> usize {
    let at = if prose.lower(at) == "worth" && prose.lower(at + 1) == "of" { at + 1 } else { at };
    if prose.lower(at) != "of" {
        return at + usize::from(matches!(prose.lower(at), "the" | "its" | "his" | "her" | "their" | "our"));
    }
    let is_skipped = |word: &str| {
        matches!(
            word,
            "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "these" | "those" | "all" | "them"
        )
    };
    at + 1 + usize::from(is_skipped(prose.lower(at + 1)))
}

/// Whether the noun phrase at the token ends in a name: "43-year-old Ann Smyth".
pub(super) fn is_named(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    head(lex, prose, at).is_some_and(|noun| prose.is_capitalised(noun) && prose.pos(noun) == Pos::Propn)
}

/// The lemma of a noun; the tagger leaves the plural on names ("Democrats").
fn lemma(prose: &Prose, noun: usize) -> String {
    let lemma = prose.lemma(noun);
    let is_name = prose.pos(noun) == Pos::Propn && lemma.len() > 3;
    let singular = lemma.strip_suffix('s').filter(|s| is_name && !s.ends_with(['s', 'u', 'i']));
    singular.unwrap_or(lemma).to_owned()
}

fn is_plural(prose: &Prose, noun: usize) -> bool {
    let word = prose.lower(noun);
    let is_name = prose.pos(noun) == Pos::Propn;
    word.ends_with('s') && !word.ends_with("ss") && (is_name || word != prose.lemma(noun))
}

/// The last noun of the noun phrase that begins at the token.
pub(super) fn head(lex: &Lexicon, prose: &Prose, at: usize) -> Option<usize> {
    let end = prose.sentence_at(at)?.end.min(at + REACH);
    let mut found = None;
    let mut i = at;
    while i < end {
        match part(lex, prose, i) {
            // Plural nouns do not modify others, but for plurals ("women voters"): a noun behind them is a verb in disguise.
            Part::Noun
                if found.is_some_and(|n| is_plural(prose, n))
                    && (!is_plural(prose, i) || prose.is_capitalised(i)) =>
            {
                break;
            }
            // "the first time Congress …": a name behind a noun begins a phrase of its own.
            Part::Noun if found.is_some_and(|n| !prose.is_capitalised(n)) && prose.is_capitalised(i) => break,
            Part::Noun => found = Some(i),
            Part::Modifier if found.is_none() || continues(lex, prose, i + 1, end) => {}
            Part::Possessive if found.is_some() => found = None,
            // "a three-hour-long call"
            Part::Hyphen if prose.lower(i + 1) == "long" && !lex.word_classes.has(prose.lower(i + 2)) => {
                return (prose.kind(i + 2) == TokenKind::Word).then_some(i + 2);
            }
            Part::Hyphen if !prose.is_spaced(i) => {}
            _ => break,
        }
        i += 1;
    }
    found
}

/// Whether nouns go on behind a modifier that stands behind a noun: "police dog handlers", but not "people badly hurt".
fn continues(lex: &Lexicon, prose: &Prose, at: usize, end: usize) -> bool {
    at < end
        && prose.raw(at - 1) != ","
        && prose.pos(at - 1) == Pos::Adj
        && part(lex, prose, at) == Part::Noun
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Noun,
    Modifier,
    Possessive,
    Hyphen,
    Other,
}

fn part(lex: &Lexicon, prose: &Prose, at: usize) -> Part {
    let lower = prose.lower(at);
    if matches!(lower, "'s" | "'") {
        return Part::Possessive;
    }
    if lower == "-" {
        return Part::Hyphen;
    }
    if prose.kind(at) != TokenKind::Word
        || lex.word_classes.has(lower)
        || lex.weekdays.has(lower)
        || prose.is_capitalised(at) && lex.months.has(lower)
    {
        return Part::Other;
    }
    match prose.pos(at) {
        Pos::Noun | Pos::Propn => Part::Noun,
        Pos::Adj => Part::Modifier,
        Pos::Verb if lower.ends_with("ed") || lower.ends_with("ing") => {
            if matches!(prose.pos(at + 1), Pos::Noun | Pos::Adj) { Part::Modifier } else { Part::Other }
        }
        Pos::Adv if matches!(prose.pos(at + 1), Pos::Adj | Pos::Verb | Pos::Noun) => Part::Modifier,
        Pos::Num if lex.ordinals.has(lower) => Part::Modifier,
        Pos::Verb | Pos::Adv => Part::Other,
        // Behind figures the tagger errs; a word of no closed class is a noun there.
        _ if prose.raw(at).chars().all(char::is_alphabetic) && !lex.number_words.has(lower) => Part::Noun,
        _ => Part::Other,
    }
}

/// The word for people who came to harm at the token, in one of the forms.
fn harm(lex: &Lexicon, prose: &Prose, at: usize, forms: &[&str]) -> Option<String> {
    let form = lex.count_states.column(prose.lower(at), 1)?;
    forms.contains(&form).then(|| lex.count_states.column(prose.lower(at), 0).map(str::to_owned))?
}

/// "12 missing persons", "12 dead bodies": a noun follows, so the word is its adjective. "12 dead people" count deaths all the same.
fn is_modifier(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    let next = prose.lower(at + 1);
    prose.pos(at + 1) == Pos::Noun && !lex.people_words.has(next)
}

/// "… were killed", "… have been wounded", "… died" behind the noun.
fn suffered(lex: &Lexicon, prose: &Prose, at: usize) -> Option<String> {
    let end = prose.sentence_at(at)?.end.min(at + VERB_REACH);
    let mut is_passive = false;
    for i in at..end {
        let word = prose.lower(i);
        if matches!(
            word,
            "died"
                | "drowned"
                | "perished"
                | "dead"
                | "injured"
                | "wounded"
                | "killed"
                | "arrested"
                | "missing"
        ) && (is_passive || i == at || word == "died" || word == "perished")
        {
            return harm(lex, prose, i, &["state"]);
        }
        if matches!(
            word,
            "were"
                | "was"
                | "are"
                | "is"
                | "been"
                | "be"
                | "being"
                | "feared"
                | "confirmed"
                | "reported"
                | "have"
                | "has"
                | "had"
                | "left"
        ) {
            is_passive = true;
            continue;
        }
        let is_passed_over = !is_passive
            || prose.pos(i) == Pos::Adv
            || matches!(word, "also" | "already" | "reportedly" | "now" | "still" | "to" | "have");
        if let Some(found) = is_passive.then(|| harm(lex, prose, i, &["state"])).flatten() {
            return Some(found);
        }
        if !is_passed_over
            || prose.kind(i) != TokenKind::Word
            || matches!(word, "and" | "but" | "as" | "when" | "while")
        {
            return None;
        }
    }
    None
}

/// "killed 12", "killing at least 12", "injured another 12" before the number.
fn harming(lex: &Lexicon, prose: &Prose, start: usize) -> Option<String> {
    let sentence = prose.sentence_at(start)?.start;
    let from = sentence.max(start.saturating_sub(2));
    let verb = (from..start).rev().find(|&i| lex.count_states.has(prose.lower(i)))?;
    let is_passive =
        verb.checked_sub(1).is_some_and(|i| matches!(prose.lower(i), "were" | "was" | "been" | "are" | "is"));
    let is_plain = (verb + 1..start)
        .all(|i| matches!(prose.lower(i), "another" | "a" | "further" | "the" | "all" | "all of"));
    if is_passive || !is_plain { None } else { harm(lex, prose, verb, &["verb", "state"]) }
}

/// "the death toll rose to 12".
fn toll(prose: &Prose, start: usize) -> Option<String> {
    let sentence = prose.sentence_at(start)?.start;
    let from = sentence.max(start.saturating_sub(VERB_REACH));
    let is_led = start.checked_sub(1).is_some_and(|i| {
        matches!(
            prose.lower(i),
            "to" | "at" | "of" | "reached" | "is" | "was" | "reaching" | "passed" | "hit"
        )
    });
    let at = (from..start)
        .rev()
        .take_while(|&i| !matches!(prose.raw(i), "," | ";" | ":"))
        .find(|&i| prose.lower(i) == "toll")?;
    (is_led && at.checked_sub(1).is_some_and(|i| prose.lower(i) == "death")).then(|| "death".to_owned())
}

/// "a tariff of", "a contract worth", "a deal valued at" before the number.
fn governing(prose: &Prose, start: usize) -> Option<String> {
    let link = start.checked_sub(1)?;
    let noun = match prose.lower(link) {
        "of" | "worth" | "totaling" | "totalling" => link.checked_sub(1)?,
        "at" if link > 1 && matches!(prose.lower(link - 1), "valued" | "estimated" | "priced") => {
            link.checked_sub(2)?
        }
        _ => return None,
    };
    let is_noun = prose.kind(noun) == TokenKind::Word && matches!(prose.pos(noun), Pos::Noun | Pos::Propn);
    (is_noun && prose.sentence_of(noun) == prose.sentence_of(start)).then(|| lemma(prose, noun))
}
