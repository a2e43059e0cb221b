//! The tokenizer: one pass over characters, each branch takes the longest token of its kind.

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::token::{Token, TokenKind};

/// Marks that may open or close a quotation.
const QUOTE_MARKS: &str = "\"'“”‘’„‟‚‛«»‹›`";

/// Splits text into tokens.
#[must_use]
pub fn tokens(lex: &Lexicon, text: &str) -> Vec<Token> {
    let mut scan = Scan { lex, text, out: Vec::with_capacity(text.len() / 5) };
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        at = if is_blank(c) { at + c.len_utf8() } else { scan.token(at, c) };
    }
    scan.out
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

struct Scan<'a> {
    lex: &'a Lexicon,
    text: &'a str,
    out: Vec<Token>,
}

impl Scan<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        self.out.push(Token { span: Span::new(start, end), kind });
        end
    }

    fn token(&mut self, at: usize, c: char) -> usize {
        if c.is_alphabetic() {
            return self.word(at);
        }
        if c.is_numeric() {
            return self.number(at);
        }
        let rest = self.rest(at);
        if rest.starts_with("``") || rest.starts_with("''") {
            return self.push(at, at + 2, TokenKind::QuoteMark);
        }
        if QUOTE_MARKS.contains(c) {
            return self.apostrophe(at, c);
        }
        if c.is_ascii_punctuation() && !"$%&+=<>^|~#@*".contains(c) || "–—…¡¿·•".contains(c) {
            let is_run = matches!(c, '-' | '.' | '…');
            let run = if is_run { rest.chars().take_while(|&d| d == c).count() } else { 1 };
            return self.push(at, at + run * c.len_utf8(), TokenKind::Punctuation);
        }
        self.push(at, at + c.len_utf8(), TokenKind::Symbol)
    }

    /// A leading clitic that the text sets apart ("the team 's"), or a quote mark.
    fn apostrophe(&mut self, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        if matches!(c, '\'' | '’') {
            let tail: String = self.rest(end).chars().take_while(|d| d.is_alphanumeric()).take(3).collect();
            let lower = tail.to_lowercase();
            if matches!(lower.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m") && !self.out.is_empty() {
                return self.push(at, end + tail.len(), TokenKind::Word);
            }
        }
        self.push(at, end, TokenKind::QuoteMark)
    }

    fn word(&mut self, at: usize) -> usize {
        if let Some(end) = self.initials(at) {
            return self.push(at, end, TokenKind::Word);
        }
        let mut end = at + run(self.rest(at), |c| c.is_alphanumeric() || is_joiner(c));
        end = self.unglue(at, end);
        if let Some(next) = self.inner_apostrophe(end) {
            return self.with_apostrophe(at, end, next);
        }
        let word = self.text.get(at..end).unwrap_or("");
        if self.rest(end).starts_with('.') && self.is_abbreviation(word, end) {
            end += 1;
        }
        self.split_not(at, end)
    }

    /// "U.S.", "J.D.", "a.m.": single letters each with a stop; a lone initial ("J. Smith") too.
    fn initials(&self, at: usize) -> Option<usize> {
        let mut chars = self.rest(at).char_indices().peekable();
        let mut end = 0;
        let mut letters = 0;
        while let Some((_, letter)) = chars.next() {
            match chars.peek() {
                Some(&(dot, '.')) if letter.is_alphabetic() => {
                    letters += 1;
                    end = dot + 1;
                    chars.next();
                }
                _ => break,
            }
        }
        let after = self.rest(at + end).chars().next();
        let first_is_upper = self.rest(at).chars().next().is_some_and(char::is_uppercase);
        match letters {
            0 => None,
            1 if !first_is_upper || after.is_some_and(|c| !c.is_whitespace()) => None,
            1 => self.begins_name(at + end).then_some(at + end),
            _ if after.is_some_and(char::is_alphabetic) => None,
            _ => Some(at + end),
        }
    }

    /// After a lone initial comes a capital: "J. Smith", not "plan B. The".
    fn begins_name(&self, at: usize) -> bool {
        let rest = self.rest(at).trim_start();
        let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
        word.chars().next().is_some_and(char::is_uppercase)
            && !self.lex.sentence_starters.has(&word.to_lowercase())
    }

    fn is_abbreviation(&self, word: &str, end: usize) -> bool {
        let lower = word.to_lowercase();
        let Some(kind) = self.lex.abbreviations.column(&lower, 0) else { return false };
        let next = self.rest(end + 1).trim_start().chars().next();
        let is_capitalised = word.chars().next().is_some_and(char::is_uppercase);
        match kind {
            "title" => is_capitalised && next.is_some_and(char::is_uppercase),
            _ => {
                is_capitalised
                    && !matches!(
                        lower.as_str(),
                        "no" | "sat"
                            | "sun"
                            | "mass"
                            | "wash"
                            | "ill"
                            | "miss"
                            | "ore"
                            | "ala"
                            | "fig"
                            | "jan"
                    )
                    || next.is_some_and(|c| c.is_ascii_digit())
                    || matches!(lower.as_str(), "vs" | "etc" | "approx" | "inc" | "corp")
            }
        }
    }

    /// "Rai7 August": a name run into a date.
    fn unglue(&self, at: usize, end: usize) -> usize {
        let word = self.text.get(at..end).unwrap_or("");
        let letters = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
        let digits = word.len() - letters;
        let is_glued = letters >= 2
            && (1..=2).contains(&digits)
            && word.get(letters..).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()));
        if !is_glued {
            return end;
        }
        let next: String = self.rest(end).trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        if self.lex.months.has(&next.to_lowercase()) { at + letters } else { end }
    }

    /// The apostrophe inside a word, with letters after it.
    fn inner_apostrophe(&self, end: usize) -> Option<usize> {
        let mut chars = self.rest(end).chars();
        let mark = chars.next().filter(|&c| matches!(c, '\'' | '’'))?;
        chars.next().filter(|c| c.is_alphabetic()).map(|_| end + mark.len_utf8())
    }

    /// Splits "isn't" into "is|n't" and "Smith's" into "Smith|'s"; "O'Brien" stays whole.
    fn with_apostrophe(&mut self, at: usize, mark: usize, next: usize) -> usize {
        let end = next + run(self.rest(next), |c| c.is_alphanumeric() || is_joiner(c));
        let tail = self.text.get(next..end).unwrap_or("").to_lowercase();
        let head = self.text.get(at..mark).unwrap_or("");
        if tail == "t" && head.to_lowercase().ends_with('n') && head.len() > 1 {
            let split = mark - 1;
            if split > at {
                self.push(at, split, TokenKind::Word);
                return self.push(split, end, TokenKind::Word);
            }
        }
        if matches!(tail.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m") {
            self.push(at, mark, TokenKind::Word);
            return self.push(mark, end, TokenKind::Word);
        }
        let is_name = head.chars().count() <= 2
            || self.text.get(next..).is_some_and(|t| t.chars().next().is_some_and(char::is_uppercase));
        if is_name || tail.len() <= 3 {
            return self.push(at, end, TokenKind::Word);
        }
        self.push(at, mark, TokenKind::Word)
    }

    /// "cannot" is "can|not".
    fn split_not(&mut self, at: usize, end: usize) -> usize {
        let word = self.text.get(at..end).unwrap_or("");
        if word.eq_ignore_ascii_case("cannot") {
            self.push(at, at + 3, TokenKind::Word);
            return self.push(at + 3, end, TokenKind::Word);
        }
        self.push(at, end, TokenKind::Word)
    }

    /// Digits with grouping, decimals, times, dates and a short suffix ("21st", "10k", "1990s").
    fn number(&mut self, at: usize) -> usize {
        let mut end = at;
        let mut chars = self.rest(at).char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let next = chars.peek().map(|&(_, d)| d);
            let joins = matches!(c, '.' | ',' | ':' | '/') && next.is_some_and(char::is_numeric);
            if !(c.is_numeric() || joins) {
                break;
            }
            end = at + i + c.len_utf8();
        }
        end = self.iso_date(at).unwrap_or(end);
        let suffix = run(self.rest(end), char::is_alphabetic);
        let tail = self.rest(end).get(..suffix).unwrap_or("").to_lowercase();
        if suffix > 0 && (suffix <= 2 || tail.len() <= 3 && tail.starts_with(['k', 'm', 'b'])) {
            end += suffix;
        }
        self.push(at, end, TokenKind::Number)
    }

    fn iso_date(&self, at: usize) -> Option<usize> {
        let date = self.rest(at).get(..10)?;
        let shape: String = date.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
        let ends = self.rest(at + 10).chars().next().is_none_or(|c| !c.is_ascii_digit());
        (shape == "9999-99-99" && ends).then_some(at + 10)
    }
}

/// Combining marks and the like that continue a word.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '_')
}

fn run(text: &str, keep: impl Fn(char) -> bool) -> usize {
    text.char_indices().find(|&(_, c)| !keep(c)).map_or(text.len(), |(i, _)| i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(Lexicon::builtin(), text).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn table() {
        let rows: &[(&str, &str)] = &[
            ("The U.S. said.", "The|U.S.|said|."),
            ("J.D. Smith isn't here", "J.D.|Smith|is|n't|here"),
            ("Mr. Smith’s plan B. The end", "Mr.|Smith|’s|plan|B|.|The|end"),
            ("a three-hour-long call", "a|three|-|hour|-|long|call"),
            ("Ann Rai7 August 2025 04:49", "Ann|Rai|7|August|2025|04:49"),
            ("$1,200.50, 50% on 2025-08-07", "$|1,200.50|,|50|%|on|2025-08-07"),
            ("He ``said'' O'Brien can't", "He|``|said|''|O'Brien|ca|n't"),
            ("the team 's 21st win, No. 5", "the|team|'s|21st|win|,|No.|5"),
            ("allies' plan. No. They left.", "allies|'|plan|.|No|.|They|left|."),
            ("L'Aquila d'Ivoire cannot", "L'Aquila|d'Ivoire|can|not"),
        ];
        for (text, want) in rows {
            assert_eq!(split(text).join("|"), *want, "{text}");
        }
    }
}
