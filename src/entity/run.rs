//! Runs: stretches of capitalised words with the small words that names hold together.
//!
//! In: [`Prose`] and the article's [`Evidence`]. Out: token ranges, in order, none overlapping; each holds one name or several with titles between.
//! Example: "The Bank of Freeland met Ann de la Cruz" gives "Bank of Freeland" and "Ann de la Cruz".
//! Limit: names without a capital ("adidas") are not seen.

use std::ops::Range;

use crate::entity::evidence::{Evidence, is_calendar, is_common};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// No run goes on for more tokens: lists without commas and texts without small letters stay cheap.
const LONGEST_RUN: usize = 40;
/// Small words inside personal names.
const PARTICLES: [&str; 27] = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den",
    "ter", "bin", "bint", "ibn", "al", "el", "ul", "ur", "abu", "zu", "af", "ben",
];
/// Words beside the heads of `name_heads` that "of" joins to what follows.
const OF_HEADS: [&str; 19] = [
    "republic",
    "kingdom",
    "states",
    "duke",
    "prince",
    "lord",
    "statue",
    "order",
    "sons",
    "friends",
    "knights",
    "people",
    "institutes",
    "centers",
    "centres",
    "courts",
    "union",
    "commonwealth",
    "emirate",
];

/// The runs of a sentence.
pub(super) fn runs(
    lex: &Lexicon,
    prose: &Prose,
    evidence: &Evidence,
    sentence: Range<usize>,
) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !begins(prose, evidence, at) {
            at += 1;
            continue;
        }
        let end = extend(lex, prose, evidence, at, sentence.end.min(at + LONGEST_RUN));
        out.push(at..end);
        at = end;
    }
    out
}

fn is_hyphen(prose: &Prose, at: usize) -> bool {
    matches!(prose.raw(at), "-" | "–" | "‑")
}

/// "al-Sham": a small particle glued to a name.
fn is_glued_particle(prose: &Prose, evidence: &Evidence, at: usize) -> bool {
    matches!(
        prose.lower(at),
        "al" | "el" | "an" | "as" | "at" | "ad" | "ar" | "az" | "ash" | "ul" | "ibn" | "bin"
    ) && is_hyphen(prose, at + 1)
        && !prose.is_spaced(at + 1)
        && !prose.is_spaced(at + 2)
        && evidence.is_name_word(at + 2)
}

fn begins(prose: &Prose, evidence: &Evidence, at: usize) -> bool {
    evidence.is_name_word(at) || is_glued_particle(prose, evidence, at)
}

/// One past the last token of the run that begins at `start`.
fn extend(lex: &Lexicon, prose: &Prose, evidence: &Evidence, start: usize, limit: usize) -> usize {
    let mut end = if evidence.is_name_word(start) { start + 1 } else { start + 3 };
    loop {
        let step = joined(lex, prose, evidence, start, end, limit);
        if step == 0 {
            return end.min(limit);
        }
        end += step;
    }
}

/// How many tokens from `at` on belong to the run as well.
fn joined(lex: &Lexicon, prose: &Prose, evidence: &Evidence, start: usize, at: usize, limit: usize) -> usize {
    if at >= limit {
        return 0;
    }
    let is_name = |i: usize| i < limit && evidence.is_name_word(i);
    let word = prose.lower(at);
    if is_name(at) || prose.is_spaced(at) && is_glued_particle(prose, evidence, at) {
        return if is_name(at) { 1 } else { 3 };
    }
    if is_calendar(lex, word) {
        let is_may = word == "may" || word == "april" || word == "august";
        let after_given = at > start && lex.given_names.has(prose.lower(at - 1));
        return usize::from(
            is_may && after_given && prose.is_capitalised(at) && prose.kind(at + 1) != TokenKind::Number,
        );
    }
    if is_hyphen(prose, at) {
        return hyphen(lex, prose, evidence, start, at, limit);
    }
    match word {
        "&" if is_name(at + 1) => 2,
        "of" | "for" => complement(lex, prose, evidence, start, at, limit),
        "and" => conjunct(lex, prose, evidence, start, at, limit),
        "'s" => possessive(lex, prose, evidence, start, at, limit),
        "'" if is_name(at + 1) && prose.lower(at - 1).ends_with('s') => {
            possessive(lex, prose, evidence, start, at, limit)
        }
        "," if is_legal_form(prose.lower(at + 1)) && is_name(at + 1) => 2,
        "," if prose.lower(at - 1) == "washington" && matches!(prose.lower(at + 1), "dc" | "d.c.") => 2,
        _ if PARTICLES.contains(&word) && prose.is_spaced(at) => particles(prose, evidence, at, limit),
        _ => 0,
    }
}

/// "Saint-Denis", "Covid-19", "Yoon Suk-yeol".
fn hyphen(lex: &Lexicon, prose: &Prose, evidence: &Evidence, start: usize, at: usize, limit: usize) -> usize {
    if prose.is_spaced(at) || prose.is_spaced(at + 1) || at + 1 >= limit {
        return 0;
    }
    if evidence.is_name_word(at + 1) || is_glued_particle(prose, evidence, at + 1) {
        return 2;
    }
    let is_tail = at > start
        && prose.raw(at + 1).starts_with(char::is_lowercase)
        && (2..=5).contains(&prose.raw(at + 1).len())
        && evidence.is_name_word(at - 1)
        && at >= start + 2
        && prose.is_spaced(at - 1)
        && (!is_common(lex, prose.lower(at + 1)) || lex.surnames.has(prose.lower(at - 2)));
    if is_tail {
        return 2;
    }
    let is_disease = prose.lower(at - 1) == "covid" && prose.kind(at + 1) == TokenKind::Number;
    usize::from(is_disease) * 2
}

/// "Acme, Inc."
fn is_legal_form(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "inc" | "ltd" | "llc" | "plc" | "corp" | "l.l.c" | "gmbh")
}

fn particles(prose: &Prose, evidence: &Evidence, at: usize, limit: usize) -> usize {
    let small = (at..limit.min(at + 3)).take_while(|&i| PARTICLES.contains(&prose.raw(i))).count();
    let next = at + small;
    if small > 0 && next < limit && evidence.is_name_word(next) { small + 1 } else { 0 }
}

/// "Ministry of the Interior", "Centre for Policy": only behind a head word.
fn complement(
    lex: &Lexicon,
    prose: &Prose,
    evidence: &Evidence,
    start: usize,
    at: usize,
    limit: usize,
) -> usize {
    let mut next = at + 1;
    if prose.lower(next) == "the" {
        next += 1;
    }
    if next >= limit || !evidence.is_name_word(next) || evidence.is_titled(at) && at - start < 1 {
        return 0;
    }
    let head = prose.lower(at - 1);
    let is_head = match lex.name_heads.get(head) {
        Some(row) => prose.lower(at) == "of" || row.first() == Some(&"organization"),
        None => OF_HEADS.contains(&head) && prose.lower(at) == "of",
    };
    let is_title = (start..at).any(|i| lex.titles.phrase(prose.lowers(i)).is_some_and(|(n, _)| i + n > at));
    let is_known = lex.places.phrase(prose.lowers(at - 1)).is_some_and(|(n, _)| n > 2)
        || lex.organizations.phrase(prose.lowers(start)).is_some_and(|(n, _)| start + n > at);
    if is_head || is_title || is_known { next + 1 - at } else { 0 }
}

/// "Food and Drug Administration", "Ministry of Health and Welfare".
fn conjunct(
    lex: &Lexicon,
    prose: &Prose,
    evidence: &Evidence,
    start: usize,
    at: usize,
    limit: usize,
) -> usize {
    let next = at + 1;
    if next >= limit || !evidence.is_name_word(next) || evidence.is_titled(at) {
        return 0;
    }
    let is_word = |i: usize| is_common(lex, prose.lower(i)) && evidence.named(prose.lower(i)) < 3;
    if !is_word(at - 1) || !is_word(next) {
        let known =
            |t: &crate::lexicon::Table| t.phrase(prose.lowers(start)).is_some_and(|(n, _)| start + n > at);
        return if known(&lex.countries) || known(&lex.organizations) || known(&lex.places) { 2 } else { 0 };
    }
    let has_complement = (start..at).any(|i| matches!(prose.lower(i), "of" | "for"));
    let mut last = next;
    while last + 1 < limit && evidence.is_name_word(last + 1) {
        last += 1;
    }
    let ends_in_head = last > next && lex.name_heads.column(prose.lower(last), 0) == Some("organization");
    if has_complement || ends_in_head { 2 } else { 0 }
}

/// "People's Party", "St. Mary's Hospital": the possessive of a word, before a head.
fn possessive(
    lex: &Lexicon,
    prose: &Prose,
    evidence: &Evidence,
    start: usize,
    at: usize,
    limit: usize,
) -> usize {
    let known =
        |t: &crate::lexicon::Table| t.phrase(prose.lowers(start)).is_some_and(|(n, _)| start + n > at);
    if known(&lex.organizations) {
        return 1;
    }
    let mut last = at;
    while last + 1 < limit && evidence.is_name_word(last + 1) {
        last += 1;
    }
    if last == at || evidence.is_titled(at) {
        return 0;
    }
    let owner = prose.lower(at - 1);
    let is_plural = matches!(
        owner,
        "people"
            | "women"
            | "children"
            | "men"
            | "workers"
            | "teachers"
            | "farmers"
            | "girls"
            | "boys"
            | "veterans"
    );
    let is_saint = at >= start + 2 && matches!(prose.lower(at - 2), "st." | "st" | "saint");
    let ends_in_head = lex.name_heads.has(prose.lower(last));
    if ends_in_head && (is_plural || is_saint) { 2 } else { 0 }
}
