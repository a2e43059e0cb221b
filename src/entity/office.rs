//! Offices: which title a passage gives a person, of what, and whether still held.
//!
//! In: [`Prose`] and mentions. Out: [`Office`]s in order. Read before the name ("former Freeland president Ann Lee", "Freeland's president, Ann Lee",
//! "President-elect Lee", "President of Freeland Ann Lee") and behind it ("Ann Lee, the governor of Westland,").
//! Limit: offices told of in whole clauses ("was elected president") are not read.

use crate::entity::known::{title_at, without_stop};
use crate::entity::{Mention, Office};
use crate::kind::{EntityKind, MentionForm, OfficeStatus};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// A title has at most this many tokens.
const LONGEST_TITLE: usize = 6;
/// Words before a title that say nothing of it.
const FILLERS: [&str; 22] = [
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
    "country's",
    "federal",
    "national",
    "outspoken",
    "controversial",
];

/// The offices of an article.
pub(super) fn offices(lex: &Lexicon, prose: &Prose, mentions: &[Mention]) -> Vec<Office> {
    let reader = Reader { lex, prose, mentions };
    let mut out = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        if mention.kind == EntityKind::Person && mention.form == MentionForm::Name {
            let found = reader.before(at, mention).or_else(|| reader.behind(at, mention));
            out.extend(found);
        }
    }
    out.sort_by_key(|office| (office.span.start, office.mention));
    out
}

struct Reader<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    mentions: &'a [Mention],
}

/// What the words before a title add to it.
#[derive(Default)]
struct Modifiers {
    start: usize,
    status: Option<OfficeStatus>,
    of: Option<String>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
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
            end -= 1;
            return self.title_ending(end).and_then(|(start, title)| {
                let modifiers = self.modifiers(start);
                modifiers.of.as_ref()?;
                self.office(at, &title, modifiers, end)
            });
        }
        let elect = end >= 2 && self.word(end - 1) == "elect" && self.prose.raw(end - 2) == "-";
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
        let words: Vec<&str> = (start..end).map(|i| self.word(i)).filter(|w| *w != "-").collect();
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
        let limit = self.prose.sentence_at(comma)?.end;
        let mut head = comma + 1;
        let mut given = None;
        let mut of = None;
        while head < limit && head < comma + 7 {
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
        let mut end = head + title.len;
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
        Some(Office {
            mention: at,
            title: self.title_words(head, head + title.len),
            of,
            status: given
                .or_else(|| self.is_dated(end).then_some(OfficeStatus::Then))
                .unwrap_or(OfficeStatus::Current),
            span: self.prose.cover(comma + 1..end),
        })
    }

    /// "…, Freeland's president from 2000 to 2006": the words behind the title bind it to a time.
    fn is_dated(&self, at: usize) -> bool {
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
