//! Units: what a number measures.
//!
//! In: the token behind a number. Out: [`Measure`], the unit with its factor to the base unit. Example: behind "5", "-kilometre" gives "km", factor 1.
//! Limits: one unit only (two are joined in `compound`); a ton is a tonne.

use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::value::number::{Number, Sense};

/// A unit at its place in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    /// One past its last token.
    pub end: usize,
    /// Base unit.
    pub unit: String,
    /// Factor to the base unit.
    pub factor: f64,
    /// Kind of the quantity.
    pub kind: EntityKind,
    /// ISO 8601 designator of a time ("TH", "10Y").
    pub designator: &'static str,
    /// Whether a hyphen ties it to the number: "three-hour".
    pub is_tied: bool,
}

impl Measure {
    /// Temperatures and rates of change may be negative.
    pub(super) fn falls_below_nought(&self) -> bool {
        matches!(self.unit.as_str(), "celsius" | "fahrenheit" | "degree" | "percent" | "point")
    }
}

/// Hours in a year, as the list of units has it.
pub(super) const YEAR: f64 = 8766.0;
/// From here on, pounds are money: nobody writes of a weight of thousands of pounds as often as of a price.
const LEAST_MONEY: f64 = 1000.0;
/// No weather is hotter, in degrees Celsius.
const HOTTEST: f64 = 60.0;
/// Words behind "100m" that make it a length.
const LENGTH_WORDS: &[&str] = &[
    "long",
    "high",
    "tall",
    "deep",
    "wide",
    "away",
    "below",
    "above",
    "race",
    "sprint",
    "final",
    "freestyle",
    "hurdles",
    "underwater",
];
/// Currencies whose name is a common word as well; they count only behind a scale word or figures in thousands.
const WORDLIKE: &[&str] = &["won", "rand", "real", "lira", "cent", "peso"];

/// The unit behind a number.
pub(super) fn measure(lex: &Lexicon, prose: &Prose, number: &Number) -> Option<Measure> {
    if number.sense == Sense::Rank {
        return None;
    }
    if let Some(suffix) = &number.suffix {
        let millions = Number { scale: 1e6, ..number.clone() };
        let money = if suffix == "m" { priced(lex, prose, number.end, &millions) } else { None };
        return money.or_else(|| written_on(lex, prose, number, suffix));
    }
    let is_tied =
        prose.raw(number.end) == "-" && !prose.is_spaced(number.end) && !prose.is_spaced(number.end + 1);
    let at = number.end + usize::from(is_tied);
    let skip = usize::from(number.sense == Sense::Part && matches!(prose.lower(at), "a" | "an"));
    let found = old(lex, prose, at)
        .or_else(|| tied_area(lex, prose, at).filter(|_| is_tied))
        .or_else(|| named(lex, prose, at + skip, number))
        .or_else(|| priced(lex, prose, at, number));
    found.map(|measure| Measure { is_tied, ..measure })
}

/// "5,000-square-foot": hyphens between the words of the unit.
fn tied_area(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Measure> {
    let is_area = matches!(prose.lower(at), "square" | "nautical" | "metric") && prose.raw(at + 1) == "-";
    let row = is_area.then(|| lex.units.get(&format!("{} {}", prose.lower(at), prose.lower(at + 2))))??;
    of_row(row, at + 3)
}

/// "39-year-old", "40 years old".
fn old(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Measure> {
    let hours = factor_of(lex, prose.lower(at)).filter(|_| is_time(lex, prose.lower(at)))?;
    let behind = at + 1 + usize::from(prose.raw(at + 1) == "-");
    let age = |end, designator| Measure {
        end,
        unit: "age".to_owned(),
        factor: hours / YEAR,
        kind: EntityKind::Duration,
        designator,
        is_tied: false,
    };
    let is_old = matches!(prose.lower(behind), "old" | "olds")
        || behind == at + 1 && prose.lower(behind) == "of" && prose.lower(behind + 1) == "age";
    let designator = lex.units.column(prose.lower(at), 2)?;
    is_old.then(|| age(behind + 1 + usize::from(prose.lower(behind) == "of"), designator))
}

fn is_time(lex: &Lexicon, word: &str) -> bool {
    lex.units.column(word, 0) == Some("hour")
}

fn factor_of(lex: &Lexicon, word: &str) -> Option<f64> {
    lex.units.column(word, 1)?.parse().ok()
}

fn of_row(row: &[&'static str], end: usize) -> Option<Measure> {
    let unit = *row.first()?;
    let kind = match unit {
        "percent" => EntityKind::Percent,
        "hour" => EntityKind::Duration,
        _ => EntityKind::Quantity,
    };
    let designator = row.get(2).copied().unwrap_or("");
    Some(Measure {
        end,
        unit: unit.to_owned(),
        factor: row.get(1)?.parse().ok()?,
        kind,
        designator,
        is_tied: false,
    })
}

fn named(lex: &Lexicon, prose: &Prose, at: usize, number: &Number) -> Option<Measure> {
    let (length, row) = lex.units.phrase(prose.lowers(at))?;
    if matches!(prose.lower(at), "pound" | "pounds") && (number.scale > 1.0 || number.value >= LEAST_MONEY) {
        return None;
    }
    // A capital makes a name of it: "5 Stone Street", "12 Miles".
    if length == 1
        && prose.is_capitalised(at)
        && prose.raw(at).chars().count() > 2
        && prose.is_capitalised(at + 1)
    {
        return None;
    }
    of_row(row, at + length)
}

fn money(end: usize, code: &str, factor: f64) -> Measure {
    Measure { end, unit: code.to_owned(), factor, kind: EntityKind::Money, designator: "", is_tied: false }
}

fn priced(lex: &Lexicon, prose: &Prose, at: usize, number: &Number) -> Option<Measure> {
    if matches!(prose.lower(at), "pound" | "pounds") && (number.scale > 1.0 || number.value >= LEAST_MONEY) {
        let sterling = usize::from(prose.lower(at + 1) == "sterling");
        return Some(money(at + 1 + sterling, "GBP", 1.0));
    }
    let (length, row) = lex.currencies.phrase(prose.lowers(at))?;
    if !matches!(row.get(2), Some(&("after" | "both"))) {
        return None;
    }
    if WORDLIKE.contains(&prose.lower(at))
        && number.scale <= 1.0
        && number.value < LEAST_MONEY
        && prose.lower(at) != "cent"
    {
        return None;
    }
    Some(money(at + length, row.first()?, row.get(1)?.parse().ok()?))
}

/// "5km", "10kg", "100m".
fn written_on(lex: &Lexicon, prose: &Prose, number: &Number, suffix: &str) -> Option<Measure> {
    let next = prose.lower(number.end);
    let raw = prose.raw(number.end - 1);
    // "30C" but not "30c", "50p" but not "1080p"
    if suffix == "c" && raw.ends_with('C') && number.value <= HOTTEST {
        return of_row(lex.units.get("celsius")?, number.end);
    }
    // "350g", but "5g" may be a network.
    if suffix == "g" && number.value >= 10.0 {
        return of_row(lex.units.get("gram")?, number.end);
    }
    if suffix == "in" {
        return of_row(lex.units.get("inch")?, number.end);
    }
    if suffix == "p" && number.value < 100.0 {
        return Some(money(number.end, "GBP", 0.01));
    }
    if suffix == "m"
        && !LENGTH_WORDS.contains(&next)
        && !(next == "-" && LENGTH_WORDS.contains(&prose.lower(number.end + 1)))
    {
        return None;
    }
    of_row(lex.units.get(suffix)?, number.end)
}

/// "magnitude 6.1", "a magnitude of 6.1", "aged 5 to 11": the unit before the number.
pub(super) fn measure_before(prose: &Prose, at: usize, number: &Number) -> Option<Measure> {
    let before = |n: usize| at.checked_sub(n).map_or("", |i| prose.lower(i));
    if matches!(before(1), "aged" | "ages") {
        let end = number.end;
        let unit = "age".to_owned();
        return Some(Measure {
            end,
            unit,
            factor: 1.0,
            kind: EntityKind::Duration,
            designator: "Y",
            is_tied: false,
        });
    }
    let is_magnitude = before(1) == "magnitude" || before(1) == "of" && before(2) == "magnitude";
    is_magnitude.then(|| Measure {
        end: number.end,
        unit: "magnitude".to_owned(),
        factor: 1.0,
        kind: EntityKind::Quantity,
        designator: "",
        is_tied: false,
    })
}

/// The currency sign or code that ends before the number at `at`: where it begins, and its code.
pub(super) fn currency_before(lex: &Lexicon, prose: &Prose, at: usize) -> Option<(usize, &'static str)> {
    let sign = at.checked_sub(1)?;
    if prose.sentence_of(sign) != prose.sentence_of(at) {
        return None;
    }
    let letters = sign.checked_sub(1).filter(|&i| !prose.is_spaced(sign) && prose.is_capitalised(i));
    if let Some(start) = letters {
        let key =
            format!("{}{}", prose.lower(start).trim_end_matches('.').replace('.', ""), prose.lower(sign));
        if let Some(code) = lex.currencies.column(&key, 0) {
            return Some((start, code));
        }
    }
    let row = lex.currencies.get(prose.lower(sign))?;
    let is_code = prose.raw(sign).len() != 3
        || prose.raw(sign).chars().all(char::is_uppercase)
        || !prose.raw(sign).is_ascii()
        || prose.is_capitalised(sign) && !row.first()?.eq_ignore_ascii_case(prose.raw(sign));
    (matches!(row.get(2), Some(&("before" | "both"))) && is_code)
        .then(|| row.first().map(|&code| (sign, code)))?
}
