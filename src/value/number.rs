//! Numbers as written, in figures and in words.
//!
//! In: [`Prose`] and a token. Out: the [`Number`] that begins there, with the place of its last written digit, which is what rounding is judged by.
//! Example: "1.5 million" is 1,500,000 with a step of 100,000; "two hundred and five" is 205 with a step of 1.
//! Limits: no Roman numerals, no decimals in words, no figures of other scripts.

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;

/// A number of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// One past its last token.
    pub end: usize,
    /// Its value.
    pub value: f64,
    /// The place of its last written digit: 0.1 for "1.5", 1000 for "12,000", 1 for "12".
    pub step: f64,
    /// The factor of its scale word ("million"); 1 where it has none.
    pub scale: f64,
    /// How exactly it is meant.
    pub sense: Sense,
    /// A short unit written onto the figures ("5km"): folded.
    pub suffix: Option<String>,
}

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// In figures or plain number words.
    Plain,
    /// A lump that is rarely counted out: "a dozen", "a hundred", "a couple".
    Lump,
    /// "several", "dozens": the value is the least it can be.
    Vague,
    /// A rank: "21st", "fifth".
    Rank,
    /// A part of a whole: "two-thirds", "half", "one in five".
    Part,
}

impl Number {
    fn plain(end: usize, value: f64, step: f64) -> Number {
        Number { end, value, step, scale: 1.0, sense: Sense::Plain, suffix: None }
    }
}

/// From here on, figures that end in noughts are taken as rounded.
const LEAST_ROUND: f64 = 100.0;

/// The number that begins at the token.
pub(super) fn number(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Number> {
    match prose.kind(at) {
        TokenKind::Number => {
            figures(prose.raw(at), at).map(|n| scaled(lex, prose, spaced_groups(prose, at, n)))
        }
        TokenKind::Word => in_words(lex, prose, at),
        _ => None,
    }
}

/// "20 000", "1 500 000": groups parted by spaces, the last of them noughts.
fn spaced_groups(prose: &Prose, at: usize, number: Number) -> Number {
    let is_group = |i: usize| prose.kind(i) == TokenKind::Number && is_triple(prose.raw(i));
    let is_open = prose.raw(at).len() <= 3 && prose.raw(at).bytes().all(|b| b.is_ascii_digit());
    let mut end = at + 1;
    while is_open && end < at + 4 && is_group(end) && prose.sentence_of(end) == prose.sentence_of(at) {
        end += 1;
    }
    if end == at + 1 || prose.raw(end - 1) != "000" {
        return number;
    }
    let grouped = (at + 1..end)
        .try_fold(number.value, |value, i| Some(value * 1e3 + prose.raw(i).parse::<f64>().ok()?));
    grouped.map_or(number, |value| Number::plain(end, value, place(value)))
}

/// Three figures, as between two commas.
pub(super) fn is_triple(raw: &str) -> bool {
    raw.len() == 3 && raw.bytes().all(|b| b.is_ascii_digit())
}

/// The value of figures with grouping and decimals ("1,200.5"), and the place of the last digit.
fn decimal(text: &str) -> Option<(f64, f64)> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = whole.contains(',');
    // "0800", "007": a code, not a number.
    let is_code = first.len() > 1 && first.starts_with('0');
    let fits = !first.is_empty()
        && !is_code
        && (!is_grouped || first.len() <= 3)
        && groups.all(|g| g.len() == 3 || g.len() == 2 && whole.len() > 6);
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !fits || !digits(part) || whole.len() > 18 || part.len() > 9 {
        return None;
    }
    let plain: String = whole.chars().filter(|&c| c != ',').collect();
    if !digits(&plain) {
        return None;
    }
    let value = format!("{plain}.{part}").parse::<f64>().ok()?;
    let places = i32::try_from(part.len()).unwrap_or(0);
    Some((value, if places > 0 { 10f64.powi(-places) } else { place(value) }))
}

/// The place of the last digit that is not a nought, from hundreds on; 1 for anything finer.
fn place(value: f64) -> f64 {
    let mut step = 1.0;
    while value >= LEAST_ROUND && step < value && (value / (step * 10.0)).fract() == 0.0 {
        step *= 10.0;
    }
    if step >= LEAST_ROUND { step } else { 1.0 }
}

/// The number that a token of figures stands for, with what is written onto it ("5km", "21st", "3bn").
pub(super) fn figures(raw: &str, at: usize) -> Option<Number> {
    if let Some(number) = vulgar(raw, at) {
        return Some(number);
    }
    let body = raw.trim_end_matches(char::is_alphabetic);
    let suffix = raw.get(body.len()..).unwrap_or("").to_lowercase();
    let (value, step) = decimal(body)?;
    let mut number = Number::plain(at + 1, value, step);
    let scale = match suffix.as_str() {
        "" => return Some(number),
        "st" | "nd" | "rd" | "th" => {
            number.sense = Sense::Rank;
            return Some(number);
        }
        "k" => 1e3,
        "mn" | "mln" => 1e6,
        "bn" | "b" => 1e9,
        "tn" => 1e12,
        _ => {
            number.suffix = Some(suffix);
            return Some(number);
        }
    };
    number.scale = scale;
    number.value *= scale;
    number.step = step.min(1.0) * scale;
    Some(number)
}

/// "1/2", "½", "2½".
fn vulgar(raw: &str, at: usize) -> Option<Number> {
    let part = |value: f64, sense| Number { sense, ..Number::plain(at + 1, value, 0.1) };
    if let Some((over, under)) = raw.split_once('/') {
        let (over, under) = (over.parse::<u8>().ok()?, under.parse::<u8>().ok()?);
        return (over > 0 && over < under && under <= 10)
            .then(|| part(f64::from(over) / f64::from(under), Sense::Part));
    }
    let sign = raw.chars().next_back()?;
    let value = match sign {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    };
    let whole = raw.strip_suffix(sign).unwrap_or("");
    if whole.is_empty() {
        return Some(part(value, Sense::Part));
    }
    decimal(whole).map(|(whole, _)| part(whole + value, Sense::Plain))
}

/// Takes in the scale words behind a number: "1.5 million", "$80-million", "12 hundred thousand".
pub(super) fn scaled(lex: &Lexicon, prose: &Prose, mut number: Number) -> Number {
    if number.suffix.is_some() || !matches!(number.sense, Sense::Plain) {
        return number;
    }
    let part = figures(prose.raw(number.end), number.end).filter(|part| part.sense == Sense::Part);
    if let Some(part) = part.filter(|_| number.value.fract() == 0.0 && number.end < prose.len()) {
        number = Number { end: part.end, value: number.value + part.value, step: part.step, ..number };
    }
    if let Some(half) = and_a_half(prose, number.end) {
        number = Number { end: half, value: number.value + 0.5, step: 0.5, ..number };
    }
    while let Some((end, factor)) = scale_word(lex, prose, number.end) {
        let finest = if number.scale > 1.0 { number.step } else { number.step.min(1.0) };
        number = Number {
            end,
            value: number.value * factor,
            step: finest * factor,
            scale: number.scale * factor,
            ..number
        };
    }
    number
}

/// "two and a half", "two-and-a-half": the token behind it.
fn and_a_half(prose: &Prose, at: usize) -> Option<usize> {
    let words: Vec<usize> = (at..at + 6).filter(|&i| prose.raw(i) != "-").take(3).collect();
    let is_half = words.iter().map(|&i| prose.lower(i)).eq(["and", "a", "half"]);
    is_half.then(|| words.last().map_or(at, |&i| i + 1))
}

fn scale_word(lex: &Lexicon, prose: &Prose, at: usize) -> Option<(usize, f64)> {
    let word =
        if prose.raw(at) == "-" && !prose.is_spaced(at) && !prose.is_spaced(at + 1) { at + 1 } else { at };
    let class = lex.number_words.column(prose.lower(word), 1)?;
    let is_scale = matches!(class, "scale" | "hundred") || class == "group" && prose.lower(word) == "dozen";
    let factor = lex.number_words.column(prose.lower(word), 0)?.parse().ok()?;
    is_scale.then_some((word + 1, factor))
}

fn in_words(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Number> {
    let word = prose.lower(at);
    if matches!(word, "a" | "an") {
        return after_article(lex, prose, at);
    }
    if let Some(number) = part_in_words(lex, prose, at) {
        return Some(number);
    }
    match lex.number_words.column(word, 1) {
        Some("unit" | "tens") => Some(counted(lex, prose, at)),
        Some("vague") => vague(lex, prose, at),
        _ => {
            let rank = lex.ordinals.column(word, 0)?.parse().ok()?;
            Some(Number { sense: Sense::Rank, ..Number::plain(at + 1, rank, 1.0) })
        }
    }
}

/// "several", "dozens", "several hundred", "tens of thousands": the least that it can be.
fn vague(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Number> {
    let is_vague = |i: usize| lex.number_words.column(prose.lower(i), 1) == Some("vague");
    if at >= 2 && prose.lower(at - 1) == "of" && prose.lower(at).ends_with('s') && is_vague(at - 2) {
        return None;
    }
    let mut value: f64 = lex.number_words.column(prose.lower(at), 0)?.parse().ok()?;
    let mut end = at + 1;
    while let Some((next, factor)) = scale_word(lex, prose, end) {
        (end, value) = (next, value * factor);
    }
    // "thousands" is listed as two thousand, the least it can be alone; behind "tens of" it is the scale.
    if prose.lower(end) == "of"
        && is_vague(end + 1)
        && prose.lower(end + 1).ends_with('s')
        && prose.lower(at).ends_with('s')
    {
        let scale: f64 = lex.number_words.column(prose.lower(end + 1), 0)?.parse().ok()?;
        (end, value) = (end + 2, value * scale / 2.0);
    }
    Some(Number { sense: Sense::Vague, ..Number::plain(end, value, value) })
}

/// "a dozen", "a hundred", "a couple", "a few", "a third".
fn after_article(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Number> {
    let word = prose.lower(at + 1);
    if let Some(divisor) = lex.fractions.column(word, 0).filter(|_| word != "half") {
        let value = 1.0 / divisor.parse::<f64>().ok()?;
        // "fell by a third", but "a third man"
        let before = at.checked_sub(1).map_or("", |i| prose.lower(i));
        let is_led =
            matches!(before, "by" | "than" | "nearly" | "almost" | "about" | "over" | "around" | "roughly");
        let is_open = !matches!(prose.pos(at + 2), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num);
        let is_part = prose.lower(at + 2) == "of" || is_led && is_open;
        return is_part.then(|| Number { sense: Sense::Part, ..Number::plain(at + 2, value, value / 4.0) });
    }
    let class = lex.number_words.column(word, 1)?;
    let value = lex.number_words.column(word, 0)?.parse::<f64>().ok()?;
    match class {
        "vague" if word == "few" => vague(lex, prose, at + 1),
        "hundred" | "scale" | "group" => {
            let start = Number { sense: Sense::Plain, scale: value, ..Number::plain(at + 2, value, value) };
            let whole = scaled(lex, prose, start);
            Some(Number { sense: Sense::Lump, ..whole })
        }
        _ => None,
    }
}

/// "half", "two-thirds", "three quarters", "one in five", "half a million".
fn part_in_words(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Number> {
    let word = prose.lower(at);
    let part = |end, value| Number { sense: Sense::Part, ..Number::plain(end, value, value / 4.0) };
    if word == "half" {
        let article = at + 1 + usize::from(prose.raw(at + 1) == "-");
        let is_article = matches!(prose.lower(article), "a" | "an");
        let multiple = scale_word(lex, prose, article + 1).filter(|_| is_article);
        return Some(match multiple {
            Some((end, factor)) => {
                Number { sense: Sense::Lump, scale: factor, ..Number::plain(end, factor / 2.0, factor / 4.0) }
            }
            None => part(at + 1, 0.5),
        });
    }
    let over =
        lex.number_words.column(word, 0).filter(|_| lex.number_words.column(word, 1) == Some("unit"))?;
    let over = over.parse::<f64>().ok().filter(|&n| (1.0..10.0).contains(&n))?;
    let under = if prose.raw(at + 1) == "-" { at + 2 } else { at + 1 };
    let divisor =
        lex.fractions.column(prose.lower(under), 0).filter(|_| prose.lower(under) != "half" || over == 1.0);
    if let Some(divisor) = divisor.and_then(|d| d.parse::<f64>().ok()) {
        let is_part = over < divisor && (under > at + 1 || prose.lower(under + 1) == "of" || over > 1.0);
        return is_part.then(|| part(under + 1, over / divisor));
    }
    one_in_five(lex, prose, at, over).map(|(end, value)| part(end, value))
}

fn one_in_five(lex: &Lexicon, prose: &Prose, at: usize, over: f64) -> Option<(usize, f64)> {
    let under = match (prose.lower(at + 1), prose.lower(at + 2)) {
        ("in", _) => at + 2,
        ("out", "of") => at + 3,
        _ => return None,
    };
    let word = prose.lower(under);
    let is_unit = matches!(lex.number_words.column(word, 1), Some("unit" | "tens"));
    let divisor =
        if is_unit { lex.number_words.column(word, 0)?.parse().ok()? } else { decimal(prose.raw(under))?.0 };
    let is_share = over < divisor && divisor <= 100.0 && (over == 1.0 || prose.lower(at + 1) == "out");
    let is_time = lex.units.column(prose.lower(under + 1), 0) == Some("hour");
    (is_share && !is_time).then(|| (under + 1, over / divisor))
}

/// "two hundred and five", "twenty-one thousand", "twelve hundred".
fn counted(lex: &Lexicon, prose: &Prose, at: usize) -> Number {
    let (mut total, mut run, mut end, mut scale) = (0.0, 0.0, at, 1.0);
    let mut last = f64::INFINITY;
    while let Some((next, value, class)) = next_word(lex, prose, end, end > at) {
        match class {
            "unit" | "tens" if value < last => {
                run += value;
                last = if class == "tens" { 10.0 } else { 0.0 };
            }
            "hundred" if run > 0.0 && run < 100.0 => {
                run *= 100.0;
                last = 100.0;
            }
            "scale" if run > 0.0 => {
                total += run * value;
                run = 0.0;
                last = 100.0;
                scale = value;
            }
            _ => break,
        }
        end = next;
    }
    let value = total + run;
    let number = Number { scale, ..Number::plain(end.max(at + 1), value, place(value)) };
    match and_a_half(prose, number.end) {
        Some(_) => scaled(lex, prose, number),
        None if scale_word(lex, prose, number.end).is_some() => scaled(lex, prose, number),
        None => number,
    }
}

/// The next number word of a compound: behind "and" or a hyphen too, once the compound has begun.
fn next_word<'a>(
    lex: &'a Lexicon,
    prose: &Prose,
    at: usize,
    has_begun: bool,
) -> Option<(usize, f64, &'a str)> {
    let glue = has_begun
        && (prose.raw(at) == "-" && !prose.is_spaced(at)
            || prose.lower(at) == "and" && is_hundred(lex, prose, at));
    let word = at + usize::from(glue);
    let class = lex.number_words.column(prose.lower(word), 1)?;
    let value = lex.number_words.column(prose.lower(word), 0)?.parse().ok()?;
    matches!(class, "unit" | "tens" | "hundred" | "scale").then_some((word + 1, value, class))
}

/// "and" joins only behind a hundred or a scale: "two hundred and five", but "five and two".
fn is_hundred(lex: &Lexicon, prose: &Prose, and: usize) -> bool {
    let before = and.checked_sub(1).map_or("", |i| prose.lower(i));
    matches!(lex.number_words.column(before, 1), Some("hundred" | "scale"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(f64, f64, Sense, usize)> {
        let lex = Lexicon::builtin();
        number(lex, &Prose::read(lex, text), 0).map(|n| (n.value, n.step, n.sense, n.end))
    }

    #[test]
    fn numbers() {
        for (text, value, step, sense, tokens) in [
            ("12 people", 12.0, 1.0, Sense::Plain, 1),
            ("1,234 people", 1234.0, 1.0, Sense::Plain, 1),
            ("12,000 people", 12_000.0, 1000.0, Sense::Plain, 1),
            ("1.5 million people", 1_500_000.0, 100_000.0, Sense::Plain, 2),
            ("80 million people", 80e6, 1e6, Sense::Plain, 2),
            ("80-million contract", 80e6, 1e6, Sense::Plain, 3),
            ("5bn euros", 5e9, 1e9, Sense::Plain, 1),
            ("2½ hours", 2.5, 0.1, Sense::Plain, 1),
            ("2 1/2 hours", 2.5, 0.1, Sense::Plain, 2),
            ("twenty-one people", 21.0, 1.0, Sense::Plain, 3),
            ("two hundred and five people", 205.0, 1.0, Sense::Plain, 4),
            ("twelve hundred people", 1200.0, 100.0, Sense::Plain, 2),
            ("three hundred thousand people", 300_000.0, 100_000.0, Sense::Plain, 3),
            ("two million three hundred thousand", 2_300_000.0, 100_000.0, Sense::Plain, 5),
            ("two and a half years", 2.5, 0.5, Sense::Plain, 4),
            ("two-and-a-half-hour talks", 2.5, 0.5, Sense::Plain, 7),
            ("a dozen people", 12.0, 12.0, Sense::Lump, 2),
            ("two dozen people", 24.0, 12.0, Sense::Plain, 2),
            ("half a million people", 500_000.0, 250_000.0, Sense::Lump, 3),
            ("half-a-dozen people", 6.0, 3.0, Sense::Lump, 5),
            ("half the people", 0.5, 0.125, Sense::Part, 1),
            ("two-thirds of them", 2.0 / 3.0, 1.0 / 6.0, Sense::Part, 3),
            ("one in five people", 0.2, 0.05, Sense::Part, 3),
            ("21st win", 21.0, 1.0, Sense::Rank, 1),
            ("fifth win", 5.0, 1.0, Sense::Rank, 1),
            ("several people", 2.0, 2.0, Sense::Vague, 1),
            ("five and two people", 5.0, 1.0, Sense::Plain, 1),
        ] {
            assert_eq!(read(text), Some((value, step, sense, tokens)), "{text}");
        }
    }

    #[test]
    fn no_numbers() {
        for text in [
            "04:49 now",
            "9/11 attacks",
            "1,2 and",
            "192.168.0.1 is",
            "people",
            "a man",
            "2025-08-07",
            "12,34",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
