//! Blocks: headlines, paragraphs and page furniture, each with a role.
//!
//! In: text. Out: [`Block`]s in order, without gaps but for white space. A line is a block; a stamp that a scraper put before the title is one of its own,
//! and a head line that runs on into a paragraph printed again below is cut there. Roles come from shape and place alone.

use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::pattern;
use crate::span::Span;

/// A run of text with one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// What it is for.
    pub role: BlockRole,
}

/// A headline has at most this many words; more is prose without its full stop.
const LONGEST_HEADLINE: usize = 26;
/// A standfirst has at most this many words.
const LONGEST_STANDFIRST: usize = 65;
/// Bytes behind a credit's colon at most: sixty characters.
const LONGEST_CREDIT: usize = 60 * 4;
/// A line of so many words is prose.
const LEAST_PROSE: usize = 12;
/// A heading between paragraphs has at most this many words.
const LONGEST_SUBHEAD: usize = 18;

/// Splits text into blocks and gives each its role.
#[must_use]
pub fn blocks(lex: &Lexicon, text: &str) -> Vec<Block> {
    let lines = cut_head(text, lines(text));
    let mut place = Place::of(text, &lines);
    let mut roles: Vec<BlockRole> = Vec::with_capacity(lines.len());
    for at in 0..lines.len() {
        let role = role(lex, text, &lines, &place, at);
        place.pass(role);
        roles.push(role);
    }
    lines.into_iter().zip(roles).map(|(span, role)| Block { span, role }).collect()
}

/// What stands around a line, as far as its role hangs on it: kept while going down the lines, so that no line looks through all others.
struct Place {
    /// The last line that is long enough for prose.
    last_prose: Option<usize>,
    has_headline: bool,
    has_body: bool,
    /// The role of the last line that is no page furniture.
    last: Option<BlockRole>,
}

impl Place {
    fn of(text: &str, lines: &[Span]) -> Place {
        let last_prose = lines.iter().rposition(|span| words(span.of(text)) >= LEAST_PROSE);
        Place { last_prose, has_headline: false, has_body: false, last: None }
    }

    fn pass(&mut self, role: BlockRole) {
        self.has_headline |= role == BlockRole::Headline;
        self.has_body |= role == BlockRole::Body;
        if role != BlockRole::Boilerplate {
            self.last = Some(role);
        }
    }

    fn has_prose_after(&self, at: usize) -> bool {
        self.last_prose.is_some_and(|last| last > at)
    }
}

fn lines(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let lead = line.len() - line.trim_start().len();
        let body = line.trim();
        if !body.is_empty() {
            out.push(Span::new(start + lead, start + lead + body.len()));
        }
        start += line.len();
    }
    out
}

/// Cuts a scraper's stamp off the first line, and a standfirst that is printed again below off the title.
fn cut_head(text: &str, mut lines: Vec<Span>) -> Vec<Span> {
    let Some(&first) = lines.first() else { return lines };
    let line = first.of(text);
    let mut head = Vec::new();
    let mut rest = first;
    if let Some(stamp) = pattern::date_stamp().find(line) {
        let end = first.start as usize + stamp.as_str().trim_end().len();
        head.push(Span::new(first.start as usize, end));
        rest = trimmed(text, end, first.end as usize);
    }
    let repeated = lines.iter().skip(1).find_map(|later| {
        let body = later.of(text);
        let at = rest.of(text).strip_suffix(body)?.len();
        (at > 0 && body.len() > 20).then_some(rest.start as usize + at)
    });
    match repeated {
        Some(at) => {
            head.extend([trimmed(text, rest.start as usize, at), trimmed(text, at, rest.end as usize)])
        }
        None => head.push(rest),
    }
    head.retain(|span| !span.is_empty());
    lines.splice(..1, head);
    lines
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let body = text.get(start..end).unwrap_or("");
    let lead = body.len() - body.trim_start().len();
    Span::new(start + lead, start + lead + body.trim().len())
}

fn role(lex: &Lexicon, text: &str, lines: &[Span], place: &Place, at: usize) -> BlockRole {
    let Some(line) = lines.get(at).map(|span| span.of(text)) else { return BlockRole::Body };
    if is_boilerplate(lex, line) {
        return BlockRole::Boilerplate;
    }
    if lines.len() == 1 {
        return BlockRole::Body;
    }
    if is_byline(line) {
        return BlockRole::Byline;
    }
    let is_repeated_with_credit =
        lines.get(at + 1).is_some_and(|next| next.of(text).strip_prefix(line).is_some_and(is_credited));
    if words(line) <= LONGEST_STANDFIRST && is_credited(line) || is_repeated_with_credit {
        return BlockRole::Caption;
    }
    let Place { has_headline, has_body, .. } = *place;
    let is_open = !line.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', ':', ';', ',', '!']);
    if !has_body && !has_headline && is_open && words(line) <= LONGEST_HEADLINE && place.has_prose_after(at) {
        return BlockRole::Headline;
    }
    if !has_body && has_headline && is_standfirst(text, lines, place, at, is_open) {
        return BlockRole::Standfirst;
    }
    let is_last = at + 1 == lines.len();
    if has_body && is_open && !is_last && words(line) <= LONGEST_SUBHEAD && words(line) > 1 {
        return BlockRole::Subhead;
    }
    BlockRole::Body
}

fn words(line: &str) -> usize {
    line.split_whitespace().count()
}

/// Whether a line ends in a picture's or agency's credit.
fn is_credited(line: &str) -> bool {
    // A credit is the last bracket, or has a colon near the end: the pattern is tried there and not on the many lines without.
    let body = line.trim_end_matches([' ', '.']);
    let bracket = body.strip_suffix(')').and_then(|inner| inner.rfind('(')).and_then(|at| line.get(at..));
    let behind_colon = body.rsplit_once(':').map(|(_, name)| name.len());
    bracket.is_some_and(|tail| pattern::credit().is_match(tail))
        || behind_colon.is_some_and(|length| length <= LONGEST_CREDIT) && pattern::credit().is_match(line)
}

/// The paragraph under the title: without a full stop, or before a dateline or byline, or printed again below.
fn is_standfirst(text: &str, lines: &[Span], place: &Place, at: usize, is_open: bool) -> bool {
    let line = lines.get(at).map_or("", |span| span.of(text));
    let follows_title = place.last == Some(BlockRole::Headline);
    if !follows_title || words(line) > LONGEST_STANDFIRST || pattern::dateline().is_match(line) {
        return false;
    }
    let next = lines.get(at + 1).map_or("", |span| span.of(text));
    let is_repeated = lines.iter().skip(at + 1).any(|later| later.of(text) == line);
    is_open && place.has_prose_after(at)
        || is_byline(next)
        || pattern::dateline().is_match(next)
        || is_repeated
}

/// Page furniture: known beginnings, a scraper's stamp, a line without a letter.
fn is_boilerplate(lex: &Lexicon, line: &str) -> bool {
    let bare = line.trim_start_matches(['(', '[', '*', '•', '-', ' ']);
    let lower: String = bare.chars().take(60).flat_map(char::to_lowercase).collect();
    let known =
        lex.boilerplate.phrase(lower.split_whitespace()).is_some_and(|(n, _)| n > 1 || words(line) <= 3);
    let is_stamp = line.len() < 40
        && line.trim_start().starts_with(['D', 'd'])
        && pattern::date_stamp().find(line).is_some_and(|m| m.as_str().trim_end().len() == line.len());
    known && words(line) <= 40 || is_stamp || !line.chars().any(char::is_alphabetic)
}

/// "By Ann Smith", "Ann Smith", "Thursday 07 August 2025 04:49 BST", "Ann Smith7 August 2025 04:49", "Washington:".
fn is_byline(line: &str) -> bool {
    let count = words(line);
    if count == 0
        || count > 9
        || line.ends_with(['.', '?', '!', '"', '”']) && !line.ends_with("a.m.") && !line.ends_with("p.m.")
    {
        return false;
    }
    let lower_words = line.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count();
    let begins_by = line.starts_with("By ") || line.starts_with("by ");
    let is_name = (2..=3).contains(&count)
        && !line.contains([':', ',', '-'])
        && line.split_whitespace().all(is_name_word);
    let has_date = lower_words <= 1
        && line.contains(|c: char| c.is_ascii_digit())
        && pattern::calendar_date().is_match(line);
    let is_place = count <= 3 && line.ends_with(':') && lower_words == 0;
    begins_by && lower_words <= 2 || is_name || has_date || is_place
}

fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars.clone().count() >= 1
        && chars.all(|c| c.is_alphabetic() && c.is_lowercase() || "-'’.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = " date 2025-08-07 Bridge may close 'as soon as May' The bridge is old and must be closed, say officials.\n\nAnn Smith\nThursday 07 August 2025 04:49 BST\n\
        The bridge is old and must be closed, say officials.\nWhy now?\nThe town council met on Monday and voted by nine to two for the plan.\n\
        A view of the bridge at dawn\nA view of the bridge at dawn (Acme Images)\nSign up for our newsletter\nIt will close.";

    #[test]
    fn credits_stand_at_the_end() {
        for line in [
            "A view of the bridge (Acme Images) .",
            "The mayor: she spoke. Photo: Ann Lee",
            "The mayor (left) speaks (Lee/Getty)",
        ] {
            assert!(is_credited(line), "{line}");
        }
        for line in [
            "The mayor (Acme Images) spoke",
            "The mayor (left)",
            "Photo: it is said that. She left",
            "Photo:",
        ] {
            assert!(!is_credited(line), "{line}");
        }
    }

    #[test]
    fn roles_of_a_scraped_article() {
        let got: Vec<(BlockRole, &str)> =
            blocks(Lexicon::builtin(), ARTICLE).iter().map(|b| (b.role, b.span.of(ARTICLE))).collect();
        let want = [
            (BlockRole::Boilerplate, "date 2025-08-07"),
            (BlockRole::Headline, "Bridge may close 'as soon as May'"),
            (BlockRole::Standfirst, "The bridge is old and must be closed, say officials."),
            (BlockRole::Byline, "Ann Smith"),
            (BlockRole::Byline, "Thursday 07 August 2025 04:49 BST"),
            (BlockRole::Body, "The bridge is old and must be closed, say officials."),
            (BlockRole::Subhead, "Why now?"),
            (BlockRole::Body, "The town council met on Monday and voted by nine to two for the plan."),
            (BlockRole::Caption, "A view of the bridge at dawn"),
            (BlockRole::Caption, "A view of the bridge at dawn (Acme Images)"),
            (BlockRole::Boilerplate, "Sign up for our newsletter"),
            (BlockRole::Body, "It will close."),
        ];
        assert_eq!(got, want);
    }
}
