//! Numbers that are names.
//!
//! In: the token of a number. Out: whether it is a name, an address or part of a telephone number. Example: "Flight 12", "COVID-19", "Boeing 737", "76ers".
//! Limits: a name in figures behind a common word that is no label ("bus 12") is taken for a count.

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;

/// Whether the number is a name, an address or part of a telephone number.
pub(super) fn is_name(lex: &Lexicon, prose: &Prose, at: usize, is_money: bool) -> bool {
    if is_money {
        return false;
    }
    let is_figure = prose.kind(at) == TokenKind::Number;
    let is_code = is_figure && (is_glued(prose, at) || is_marker(prose, at));
    if is_code || is_tied_to_preposition(lex, prose, at) || is_figured(prose, at) || is_telephone(prose, at) {
        return true;
    }
    let Some(before) = at.checked_sub(1).filter(|&i| prose.sentence_of(i) == prose.sentence_of(at)) else {
        return false;
    };
    let has_unit = prose.raw(at).ends_with(char::is_alphabetic) && !prose.raw(at).ends_with("th");
    is_labelled(lex, prose, before, at)
        || is_figure && (is_named(lex, prose, before, at) || !has_unit && is_address(lex, prose, at))
}

/// "76ers", "4x4", "#12", "COVID-19", "F-16": signs and letters touch the figures, and no currency.
fn is_glued(prose: &Prose, at: usize) -> bool {
    let touches_word = prose.kind(at + 1) == TokenKind::Word
        && !prose.is_spaced(at + 1)
        && !prose.lower(at + 1).starts_with('\'');
    let Some(before) = at.checked_sub(1).filter(|_| !prose.is_spaced(at)) else { return touches_word };
    let is_hyphen = matches!(prose.raw(before), "-" | "–") && !prose.is_spaced(before);
    let follows_hyphen = is_hyphen
        && before
            .checked_sub(1)
            .is_some_and(|i| matches!(prose.kind(i), TokenKind::Word | TokenKind::Number));
    // "(+8%)" is a share with its sign, "Mix104.9" and "7,17" are codes.
    let is_share = prose.raw(before) == "+" && matches!(prose.raw(at + 1), "%" | "°");
    let follows_point = matches!(prose.raw(before), "." | ",")
        && !prose.is_spaced(before)
        && before.checked_sub(1).is_some_and(|i| prose.raw(i).ends_with(|c: char| c.is_ascii_digit()));
    let follows_sign = prose.kind(before) == TokenKind::Number
        || matches!(prose.raw(before), "#" | "@" | "/" | "№")
        || prose.raw(before) == "+" && !is_share
        || follows_point;
    touches_word || follows_hyphen || follows_sign
}

/// A bracket opens at most this many tokens before figures that close it.
const BRACKET: usize = 12;

/// "(1)", "2)", but "(12 people)": figures that number a list or a clause.
fn is_marker(prose: &Prose, at: usize) -> bool {
    let is_enclosed = at.checked_sub(1).is_some_and(|i| prose.raw(i) == "(");
    let has_bracket = || {
        let last = (at.saturating_sub(BRACKET)..at).rev().find(|&i| matches!(prose.raw(i), "(" | ")"));
        last.is_some_and(|i| prose.raw(i) == "(")
    };
    prose.raw(at + 1) == ")" && prose.raw(at).len() <= 2 && (is_enclosed || !has_bracket())
}

/// "a five-figure sum", "double-digit", "44 BC", "six-pack": how many is not what is told.
fn is_figured(prose: &Prose, at: usize) -> bool {
    let is_tied = prose.raw(at + 1) == "-" && !prose.is_spaced(at + 1) && !prose.is_spaced(at + 2);
    is_tied && matches!(prose.lower(at + 2), "figure" | "figures")
        || matches!(prose.raw(at + 1), "BC" | "BCE" | "AD")
        || is_tied && matches!(prose.lower(at + 2), "pack" | "packs" | "carat")
}

/// "10-for-11", "one-on-one".
fn is_tied_to_preposition(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    let tied = prose.lower(at + 2);
    prose.raw(at + 1) == "-"
        && !prose.is_spaced(at + 1)
        && !prose.is_spaced(at + 2)
        && tied != "and"
        && lex.word_classes.has(tied)
}

/// "Flight 12", "number-10", but "in the unit 12 people were hurt".
fn is_labelled(lex: &Lexicon, prose: &Prose, before: usize, at: usize) -> bool {
    // "Group of Seven"
    let is_title =
        prose.lower(before) == "of" && prose.is_capitalised(at) && prose.kind(at) == TokenKind::Word;
    if is_title && before.checked_sub(1).is_some_and(|i| prose.is_capitalised(i)) {
        return true;
    }
    let is_hyphen = prose.raw(before) == "-";
    let label = if is_hyphen { before.saturating_sub(1) } else { before };
    let is_name = is_hyphen
        || prose.kind(at) == TokenKind::Number
        || prose.is_capitalised(at)
        || prose.is_capitalised(label);
    let is_share = matches!(prose.lower(at + 1), "%" | "percent" | "per");
    lex.number_labels.has(prose.lower(label)) && is_name && !is_share && !follows_people(lex, prose, at)
}

fn follows_people(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    lex.people_words.has(prose.lower(at + 1)) || lex.count_states.has(prose.lower(at + 1))
}

/// "Boeing 737", "Channel 4": a capital stands before the figures and no noun behind them.
fn is_named(lex: &Lexicon, prose: &Prose, before: usize, at: usize) -> bool {
    let is_first =
        prose.sentence_at(at).is_some_and(|s| s.start == before) && lex.word_classes.has(prose.lower(before));
    // "Windows 8.1 users"
    let is_version = prose.raw(at).contains('.') && prose.is_capitalised(at + 1);
    let is_word = prose.kind(before) == TokenKind::Word
        && prose.is_capitalised(before)
        && !is_first
        && !lex.word_classes.has(prose.lower(before));
    let is_calendar = lex.months.has(prose.lower(before)) || lex.weekdays.has(prose.lower(before));
    let has_noun = prose.pos(at + 1) == Pos::Noun && prose.kind(at + 1) == TokenKind::Word;
    let has_sign = matches!(prose.raw(at + 1), "%" | "-" | "€" | "°")
        || lex.number_words.has(prose.lower(at + 1))
        || lex.units.has(prose.lower(at + 1));
    is_word && !is_calendar && (!has_noun || is_version) && !has_sign
}

/// Last words of addresses.
const STREETS: &[&str] = &[
    "street",
    "st.",
    "st",
    "avenue",
    "ave.",
    "ave",
    "boulevard",
    "blvd.",
    "blvd",
    "road",
    "rd.",
    "lane",
    "drive",
    "court",
    "square",
    "highway",
    "terrace",
];
/// An address ends at most this many words behind its number.
const ADDRESS: usize = 4;
/// Numbers that are called for help.
const HOTLINES: &[&str] = &["911", "999", "112", "988", "111", "311", "000"];

/// "24 Mill Street", "200 W. Acme Blvd.", and "called 911".
fn is_address(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    let called = at.checked_sub(1).is_some_and(|i| {
        matches!(prose.lemma(i), "call" | "dial" | "ring") || lex.number_labels.has(prose.lower(i))
    });
    let is_line = matches!(
        prose.lower(at + 1),
        "call" | "calls" | "caller" | "callers" | "dispatcher" | "dispatchers" | "operator" | "operators"
    );
    if HOTLINES.contains(&prose.raw(at)) && (called || is_line) {
        return true;
    }
    let run =
        (at + 1..=at + ADDRESS).take_while(|&i| prose.is_capitalised(i) || prose.raw(i).ends_with("th"));
    run.skip(1)
        .chain([at + 2])
        .filter(|&i| prose.is_capitalised(i) && prose.is_capitalised(at + 1))
        .any(|i| STREETS.contains(&prose.lower(i)))
}

/// "0800 123 4567", "+44 20 7946 0958", "(212) 555-0123": groups of figures in a row, one of which is no number of things.
fn is_spaced_line(prose: &Prose, at: usize) -> bool {
    let is_group =
        |i: usize| prose.kind(i) == TokenKind::Number && prose.raw(i).bytes().all(|b| b.is_ascii_digit());
    if !is_group(at) {
        return false;
    }
    let mut first = at;
    while first > 0 && at - first < 4 && is_group(first - 1) {
        first -= 1;
    }
    let mut last = at;
    while last < first + 5 && is_group(last + 1) {
        last += 1;
    }
    let is_code = (first..=last).any(|i| prose.raw(i).len() > 1 && prose.raw(i).starts_with('0'));
    let is_dialled = first > 0 && prose.raw(first - 1) == "+" && !prose.is_spaced(first);
    let is_area =
        prose.raw(at + 1) == ")" && prose.raw(at).len() == 3 && is_group(at + 2) && prose.raw(at + 3) == "-";
    last > first && (is_code && prose.raw(last) != "000" || is_dialled) || is_area
}

/// Three or more groups of figures tied by hyphens: "555-012-3456".
fn is_telephone(prose: &Prose, at: usize) -> bool {
    let is_tied = |i: usize| {
        prose.raw(i) == "-"
            && !prose.is_spaced(i)
            && !prose.is_spaced(i + 1)
            && prose.kind(i + 1) == TokenKind::Number
    };
    is_spaced_line(prose, at)
        || is_tied(at + 1)
            && (is_tied(at + 3) || at >= 2 && is_tied(at - 1) && prose.kind(at - 2) == TokenKind::Number)
        || prose.kind(at) == TokenKind::Number
            && prose.raw(at).len() == 3
            && is_tied(at + 1)
            && prose.raw(at + 2).len() == 4
}
