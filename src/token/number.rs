//! Numbers as written: digits with grouping, and number words.

/// The value of a numeral such as "1,200", "3.5", "21st"; `None` for times, dates and anything else.
#[must_use]
pub fn parse_number(text: &str) -> Option<f64> {
    let body = text.trim_end_matches(|c: char| c.is_alphabetic());
    let suffix = text.get(body.len()..).unwrap_or("").to_lowercase();
    let factor = match suffix.as_str() {
        "" | "st" | "nd" | "rd" | "th" | "s" => 1.0,
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "bn" | "b" => 1e9,
        _ => return None,
    };
    if !body.starts_with(|c: char| c.is_ascii_digit())
        || !body.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
    {
        return None;
    }
    body.replace(',', "").parse::<f64>().ok().map(|value| value * factor)
}

/// The value of a cardinal word in lower case ("seven", "dozen", "million"); multipliers give their factor.
#[must_use]
pub fn cardinal(word: &str) -> Option<f64> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if let Some(n) = UNITS.iter().position(|&w| w == word) {
        return Some(n as f64);
    }
    if let Some(n) = TENS.iter().position(|&w| w == word) {
        return Some(((n + 2) * 10) as f64);
    }
    match word {
        "dozen" => Some(12.0),
        "hundred" => Some(100.0),
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        "trillion" => Some(1e12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals() {
        for (text, want) in [
            ("1,200", Some(1200.0)),
            ("3.5", Some(3.5)),
            ("21st", Some(21.0)),
            ("10k", Some(10_000.0)),
            ("04:49", None),
            ("3bn", Some(3e9)),
        ] {
            assert_eq!(parse_number(text), want, "{text}");
        }
        assert_eq!(cardinal("seventeen"), Some(17.0));
        assert_eq!(cardinal("several"), None);
    }
}
