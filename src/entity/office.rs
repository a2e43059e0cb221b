//! Offices: which title a passage gives a person, of what, and whether still held.
//!
//! In: [`Prose`] and mentions. Out: [`Office`]s in order. Read before the name ("former Freeland president Ann Lee", "Freeland's president, Ann Lee",
//! "the president of Freeland, Ann Lee,", "President-elect Lee", "President of Freeland Ann Lee") and behind it ("Ann Lee, the governor of Westland,");
//! clauses ("who served as mayor") are read in `tenure`. Limit: a title that two names share ("Presidents Lee and Roe") is not read.

use std::ops::Range;

use crate::entity::known::{title_at, without_stop};
use crate::entity::{Mention, Office};
use crate::kind::{EntityKind, MentionForm, OfficeStatus};
use crate::lexicon::Lexicon;
use crate::order::sort_by_key;
use crate::prose::Prose;
use crate::token::TokenKind;

/// A title has at most this many tokens.
const LONGEST_TITLE: usize = 6;
/// Nouns that stand for the polity of an office: "the country's president, Ann Lee".
const POLITIES: [&str; 20] = [
    "country",
    "nation",
    "state",
    "city",
    "town",
    "village",
    "county",
    "province",
    "region",
    "island",
    "republic",
    "kingdom",
    "territory",
    "company",
    "party",
    "group",
    "club",
    "team",
    "agency",
    "ministry",
];
/// Words that stand for them.
const OWNERS: [&str; 6] = ["its", "their", "his", "her", "our", "my"];
/// Words before a title that say nothing of it.
const FILLERS: [&str; 25] = [
    "new",
    "current",
    "longtime",
    "veteran",
    "top",
    "senior",
    "the",
    "a",
    "an",
    "its",
    "incumbent",
    "first",
    "late",
    "embattled",
    "newly",
    "elected",
    "sitting",
    "reelected",
    "federal",
    "national",
    "outspoken",
    "controversial",
    "outgoing",
    "appointed",
    "serving",
];

/// The offices of an article.
pub(super) fn offices(lex: &Lexicon, prose: &Prose, mentions: &[Mention]) -> Vec<Office> {
    let reader = Reader { lex, prose, mentions };
    let mut out = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        if mention.kind == EntityKind::Person && mention.form == MentionForm::Name {
            let beside = reader.before(at, mention).or_else(|| reader.behind(at, mention));
            out.extend(beside.or_else(|| reader.told(at, mention)));
        }
    }
    sort_by_key(&mut out, |office| (office.span.start, office.mention));
    out
}

pub(super) struct Reader<'a> {
    pub lex: &'a Lexicon,
    pub prose: &'a Prose,
    pub mentions: &'a [Mention],
}

/// What the words before a title add to it.
#[derive(Default)]
struct Modifiers {
    start: usize,
    status: Option<OfficeStatus>,
    of: Option<String>,
}

/// A title as it is read from left to right.
pub(super) struct Phrase {
    /// The title's words.
    pub title: String,
    /// Its polity.
    pub of: Option<String>,
    /// What a status word says.
    pub status: Option<OfficeStatus>,
    /// Where it stands, status word and polity included.
    pub tokens: Range<usize>,
}

impl Reader<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        without_stop(self.prose.lower(at))
    }

    /// A title right before the name.
    fn before(&self, at: usize, mention: &Mention) -> Option<Office> {
        let first = mention.tokens.start;
        let mut end = first;
        let mut of = None;
        if let Some((place, start)) = self.polity_ending(first).filter(|&(_, start)| start > 1) {
            if self.word(start - 1) == "of" {
                of = Some(place);
                end = start - 1;
            }
        }
        if end == first && end > 0 && self.prose.raw(end - 1) == "," {
            return self.before_comma(at, mention, end - 1);
        }
        let elect = end >= 2 && is_elect(self.word(end - 1)) && self.prose.raw(end - 2) == "-";
        if elect {
            end -= 2;
        }
        let (start, title) = self.title_ending(end)?;
        let mut modifiers = self.modifiers(start);
        modifiers.of = of.or(modifiers.of);
        if elect {
            modifiers.status = Some(OfficeStatus::Elect);
        }
        self.office(at, &title, modifiers, first)
    }

    /// "Freeland's president, Ann Lee", "a spokesman for the ministry, Ann Lee,": a title that a comma parts from the name, when it is bound to a polity or
    /// a definite office between commas; what "and" goes on from is a list.
    fn before_comma(&self, at: usize, mention: &Mention, comma: usize) -> Option<Office> {
        let next = self.prose.raw(mention.tokens.end);
        let goes_on =
            matches!(next, "and" | "or") || next == "," && self.word(mention.tokens.end + 1) == "and";
        if let Some((place, start)) = self.polity_ending(comma) {
            let the = usize::from(start > 0 && self.word(start - 1) == "the");
            let link = start.checked_sub(1 + the)?;
            if goes_on || !matches!(self.word(link), "of" | "for" | "at") {
                return None;
            }
            let (start, title) = self.title_ending(link)?;
            let modifiers = Modifiers { of: Some(place), ..self.modifiers(start) };
            return self.office(at, &title, modifiers, comma);
        }
        let (start, title) = self.title_ending(comma)?;
        let modifiers = self.modifiers(start);
        let is_bound = modifiers.of.is_some() || self.is_owned(modifiers.start);
        let is_definite = modifiers.start.checked_sub(1).is_some_and(|i| self.is_subject(i))
            && self.lex.titles.column(&title, 0) == Some("office")
            && next == ",";
        if !is_bound && (goes_on || !is_definite) {
            return None;
        }
        self.office(at, &title, modifiers, comma)
    }

    /// "the" that begins a sentence, or the agent of an act; elsewhere ("an aide to the president, Ann Lee") the name may be another's.
    fn is_subject(&self, the: usize) -> bool {
        let starts = self.prose.sentence_at(the).is_some_and(|sentence| sentence.start == the);
        self.word(the) == "the" && (starts || self.word(the - 1) == "by")
    }

    /// "the country's", "its" before the token.
    fn is_owned(&self, at: usize) -> bool {
        let word = |back: usize| at.checked_sub(back).map_or("", |i| self.word(i));
        OWNERS.contains(&word(1)) || matches!(word(1), "'s" | "'") && POLITIES.contains(&word(2))
    }

    fn office(&self, mention: usize, title: &str, modifiers: Modifiers, end: usize) -> Option<Office> {
        Some(Office {
            mention,
            title: title.to_owned(),
            of: modifiers.of,
            status: modifiers.status.unwrap_or(OfficeStatus::Current),
            span: self.prose.cover(modifiers.start..end),
        })
    }

    /// The longest title that ends right before token `end`: its first token and its words.
    fn title_ending(&self, end: usize) -> Option<(usize, String)> {
        let longest = LONGEST_TITLE.min(end);
        (1..=longest).rev().find_map(|n| {
            let start = end - n;
            let title = title_at(self.lex, self.prose, start, end)?;
            let is_office = title.len == n && !matches!(title.class, "honor" | "kin");
            is_office.then(|| (start, self.title_words(start, end)))
        })
    }

    fn title_words(&self, start: usize, end: usize) -> String {
        let words = (start..end).map(|i| self.word(i)).filter(|w| *w != "-");
        let words: Vec<&str> = words.map(|w| self.lex.titles.column(w, 2).unwrap_or(w)).collect();
        words.join(" ")
    }

    /// Status words and the polity before a title, in any order.
    fn modifiers(&self, title: usize) -> Modifiers {
        let mut found = Modifiers { start: title, ..Modifiers::default() };
        let mut at = title;
        for _ in 0..6 {
            let Some(last) = at.checked_sub(1) else { break };
            let word = self.word(last);
            if let Some(status) = status(word) {
                found.status = found.status.or(Some(status));
                at = last;
            } else if self.is_passed_over(last) {
                at = last;
                continue;
            } else if let Some((of, start)) = self.polity_ending(at).filter(|_| found.of.is_none()) {
                found.of = Some(of);
                at = start;
            } else {
                break;
            }
            found.start = at;
        }
        found
    }

    /// A filler, a possessive ending, or the hyphen behind a status word ("ex-").
    fn is_passed_over(&self, at: usize) -> bool {
        let word = self.word(at);
        let joins = word == "-" && at > 0 && status(self.word(at - 1)).is_some();
        joins || FILLERS.contains(&word) || matches!(word, "'s" | "'")
    }

    /// A state, body or people whose name ends right before the token, and its first token.
    fn polity_ending(&self, end: usize) -> Option<(String, usize)> {
        let span = self.prose.span(end.checked_sub(1)?);
        let at = self.mentions.partition_point(|m| m.span.start <= span.start).checked_sub(1)?;
        let mention = self.mentions.get(at)?;
        if mention.tokens.end != end || mention.form != MentionForm::Name {
            return None;
        }
        Some((polity(self.lex, mention.span.of(&self.prose.text)), mention.tokens.start))
    }

    /// A title behind the name, between commas.
    fn behind(&self, at: usize, mention: &Mention) -> Option<Office> {
        let comma = mention.tokens.end;
        if self.prose.raw(comma) != "," {
            return None;
        }
        let phrase = self.phrase(comma + 1)?;
        let status = phrase
            .status
            .or_else(|| self.is_dated(phrase.tokens.end).then_some(OfficeStatus::Then))
            .unwrap_or(OfficeStatus::Current);
        Some(self.given(at, phrase, status))
    }

    pub(super) fn given(&self, mention: usize, phrase: Phrase, status: OfficeStatus) -> Office {
        let span = self.prose.cover(phrase.tokens);
        Office { mention, title: phrase.title, of: phrase.of, status, span }
    }

    /// A title with its status words and polity that begins at the token.
    pub(super) fn phrase(&self, start: usize) -> Option<Phrase> {
        let limit = self.prose.sentence_at(start)?.end;
        let mut head = start;
        let mut given = None;
        let mut of = None;
        while head < limit && head < start + 6 {
            if let Some(word) = status(self.word(head)) {
                given = given.or(Some(word));
                head += 1;
            } else if FILLERS.contains(&self.word(head)) || matches!(self.word(head), "-" | "'s") {
                head += 1;
            } else if let Some((place, end)) = self.polity_at(head).filter(|_| of.is_none()) {
                of = Some(place);
                head = end;
            } else {
                break;
            }
        }
        let title =
            title_at(self.lex, self.prose, head, limit).filter(|t| !matches!(t.class, "honor" | "kin"))?;
        let words = self.title_words(head, head + title.len);
        let mut end = head + title.len;
        if self.prose.raw(end) == "-" && is_elect(self.word(end + 1)) {
            given = given.or(Some(OfficeStatus::Elect));
            end += 2;
        }
        if self.prose.raw(end).starts_with(char::is_uppercase) {
            return None;
        }
        if matches!(self.word(end), "of" | "for" | "at") {
            let skip = usize::from(self.word(end + 1) == "the");
            if let Some((place, last)) = self.polity_at(end + 1 + skip) {
                of = of.or(Some(place));
                end = last;
            }
        }
        Some(Phrase { title: words, of, status: given, tokens: start..end })
    }

    /// "…, Freeland's president from 2000 to 2006": the words behind the title bind it to a time.
    pub(super) fn is_dated(&self, at: usize) -> bool {
        let is_number = |at: usize| self.prose.kind(at) == TokenKind::Number;
        match self.word(at) {
            "until" | "when" | "during" => true,
            "from" | "between" | "in" | "since" | "(" => is_number(at + 1),
            "at" => self.word(at + 2) == "time",
            _ => false,
        }
    }

    fn polity_at(&self, start: usize) -> Option<(String, usize)> {
        let span = self.prose.span(start);
        let at = self.mentions.partition_point(|m| m.span.start < span.start);
        let mention =
            self.mentions.get(at).filter(|m| m.tokens.start == start && m.kind != EntityKind::Person)?;
        Some((polity(self.lex, mention.span.of(&self.prose.text)), mention.tokens.end))
    }
}

/// "Freelandish" as "Freeland", states under their one name; other names as written.
fn polity(lex: &Lexicon, name: &str) -> String {
    let key = name.to_lowercase().replace('-', " - ");
    let state = lex.demonyms.column(&key, 0).or_else(|| lex.countries.column(&key, 0));
    state.map_or_else(|| name.to_owned(), str::to_owned)
}

/// "president-elect", "prime minister-designate".
fn is_elect(word: &str) -> bool {
    matches!(word, "elect" | "designate")
}

fn status(word: &str) -> Option<OfficeStatus> {
    match word {
        "former" | "ex" | "erstwhile" | "onetime" | "ousted" | "deposed" | "outgone" | "past" => {
            Some(OfficeStatus::Former)
        }
        "then" => Some(OfficeStatus::Then),
        "acting" | "interim" | "caretaker" => Some(OfficeStatus::Acting),
        "incoming" | "designate" => Some(OfficeStatus::Elect),
        _ => None,
    }
}
