//! Quantities and times against `cases/values.txt`.
//!
//! A line is: day of publication (or `-`), a sentence, what is found in it, separated by tabs. What is found is separated by ` | `, in order of the text;
//! a quantity is `words=value;unit;bound;target`, a time is `words=value;grain;bound`. Nothing else may be found.

use crosscheck::lexicon::Lexicon;
use crosscheck::prose::Prose;
use crosscheck::value::{Bound, Grain, Quantity, TimeBound, TimeExpr, quantities, times};

fn quantity(text: &str, q: &Quantity) -> String {
    let bound = match q.bound {
        Bound::Exactly => "exactly",
        Bound::About => "about",
        Bound::Nearly => "nearly",
        Bound::JustOver => "just-over",
        Bound::AtLeast => "at-least",
        Bound::AtMost => "at-most",
        Bound::Between => "between",
    };
    let value = if q.is_vague { "vague" } else { &q.value };
    format!("{}={value};{};{bound};{}", q.span.of(text), q.unit, q.target.as_deref().unwrap_or("-"))
}

fn time(text: &str, t: &TimeExpr) -> String {
    let grain = match t.grain {
        Grain::Clock => "clock",
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Year => "year",
        Grain::Longer => "longer",
    };
    let bound = match t.bound {
        TimeBound::In => "in",
        TimeBound::Earliest => "earliest",
        TimeBound::Within => "within",
        TimeBound::Since => "since",
        TimeBound::Until => "until",
        TimeBound::Before => "before",
        TimeBound::After => "after",
    };
    let value = match &t.value {
        _ if t.is_vague => "vague",
        Some(value) => value,
        None => "unresolved",
    };
    format!("{}={value};{grain};{bound}", t.span.of(text))
}

fn found(date: &str, sentence: &str) -> String {
    let lex = Lexicon::builtin();
    let prose = Prose::read(lex, sentence);
    let date = Some(date).filter(|d| *d != "-");
    let mut all: Vec<(u32, String)> =
        quantities(lex, &prose).iter().map(|q| (q.span.start, quantity(sentence, q))).collect();
    all.extend(times(lex, &prose, date).iter().map(|t| (t.span.start, time(sentence, t))));
    all.sort();
    all.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join(" | ")
}

#[test]
fn every_line() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in include_str!("cases/values.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let (date, sentence, want) =
            (columns.next().unwrap(), columns.next().unwrap(), columns.next().unwrap_or(""));
        let got = found(date, sentence);
        count += 1;
        if got != want {
            wrong.push(format!("{date}\t{sentence}\n  want {want}\n  got  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} lines differ\n{}", wrong.len(), wrong.join("\n"));
}
