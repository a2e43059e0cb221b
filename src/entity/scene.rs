//! An article as the recogniser sees it: where names may stand, what each word is, what the lists and the rest of the article know.
//!
//! In: [`Prose`]. Out: a [`Scene`]: a form for every token, zones in which names may stand, and for each token of a zone the listed name
//! or title that covers it and the run of capitalised words that it is part of. Training and use look at articles through this file alone.
//! Example: in "The Bank of Freeland met Ann de la Cruz." two zones hold the names.
//! Limit: a name without any capital ("adidas") stands in no zone.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::entity::evidence::Evidence;
use crate::entity::form::Form;
use crate::entity::known::{Certainty, known_at, title_at};
use crate::entity::model::{List, Model};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::tag::features::Setting;
use crate::token::TokenKind;

/// Tokens without a capital that may stand between two with one in a zone ("of the", "de la").
const WIDEST_GAP: usize = 3;
/// So many places of a word are looked at; what a hundred more would say is the same.
const MOST_PLACES: usize = 12;
/// Words of the longest towns that are looked up.
const LONGEST_TOWN: usize = 3;
/// Tokens behind a name within which its verb is looked for.
const FARTHEST_VERB: usize = 6;
/// Tokens behind a name within which a pronoun for it is looked for.
const FARTHEST_PRONOUN: usize = 18;
/// Pronouns by what they stand for.
const PRONOUNS: [&[&str]; 4] = [
    &["he", "his", "him", "himself", "she", "her", "hers", "herself"],
    &["who", "whom", "whose"],
    &["it", "its", "itself", "which"],
    &["they", "their", "them"],
];
/// Small words that begin names.
const LEADING: [&str; 19] = [
    "al", "el", "an", "as", "ash", "ad", "at", "ar", "az", "de", "da", "del", "di", "du", "van", "von",
    "der", "bin", "ibn",
];

/// What the lists say of a token in a zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// Kind of the listed name that covers the token, certainty and the token's place in it; 0 is none.
    pub name: u32,
    /// Class of the title that covers the token and its place in it; 0 is none.
    pub title: u32,
    /// How well known the town of several words is that covers the token, and the token's place in it; 0 is none.
    pub town: u32,
}

/// What comes behind a run: the next verb and the next pronoun of a person or thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ahead {
    /// The verb as a number; 0 is none near.
    pub verb: u32,
    /// Its class of words of like meaning.
    pub verb_cluster: u32,
    /// Which pronoun: 1 and up; 0 is none near.
    pub pronoun: u32,
}

/// The run of capitalised words around a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// What comes behind it.
    pub ahead: Ahead,
}

/// One article, made ready for observation.
pub struct Scene<'a> {
    /// The article.
    pub prose: &'a Prose,
    /// Distinct words in their settings; the first is the border.
    pub forms: Vec<Form>,
    /// Where names may stand, in order, none overlapping.
    pub zones: Vec<Range<usize>>,
    ids: Vec<u32>,
    matches: Vec<Match>,
    runs: Vec<Run>,
    evidence: Evidence<'a>,
    places: FxHashMap<&'a str, Vec<usize>>,
}

impl<'a> Scene<'a> {
    /// Looks at an article.
    #[must_use]
    pub fn new(lex: &'a Lexicon, model: &Model, prose: &'a Prose) -> Scene<'a> {
        let evidence = Evidence::new(lex, prose);
        let mut scene = Scene {
            prose,
            forms: vec![Form::border()],
            zones: Vec::new(),
            ids: Vec::with_capacity(prose.len()),
            matches: vec![Match::default(); prose.len()],
            runs: vec![Run { start: 0, end: 0, ahead: Ahead::default() }; prose.len()],
            evidence,
            places: FxHashMap::default(),
        };
        scene.read_forms(lex, model);
        for sentence in &prose.sentences {
            scene.read_zones(lex, sentence.clone());
            scene.read_runs(sentence.clone());
        }
        for zone in scene.zones.clone() {
            scene.read_matches(lex, zone.clone());
            scene.read_towns(model, zone);
        }
        scene.read_places();
        scene
    }

    fn read_forms(&mut self, lex: &Lexicon, model: &Model) {
        let mut known: FxHashMap<(&str, Setting), u32> = FxHashMap::default();
        for at in 0..self.prose.len() {
            let key = (self.prose.raw(at), self.setting(at));
            let id = *known.entry(key).or_insert_with(|| {
                self.forms.push(Form::new(lex, model, key.0, key.1));
                u32::try_from(self.forms.len() - 1).unwrap_or(0)
            });
            self.ids.push(id);
        }
    }

    fn setting(&self, at: usize) -> Setting {
        if self.evidence.is_shouted(at) {
            Setting::Capitals
        } else if self.evidence.is_titled(at) {
            Setting::Headline
        } else if self.evidence.starts(at) {
            Setting::First
        } else {
            Setting::Middle
        }
    }

    fn read_zones(&mut self, lex: &Lexicon, sentence: Range<usize>) {
        let mut open: Option<Range<usize>> = None;
        for at in sentence.clone() {
            if !self.is_raised(at) {
                continue;
            }
            let end = self.trail(lex, at + 1, sentence.end);
            match &mut open {
                Some(zone) if at <= zone.end + WIDEST_GAP => zone.end = end,
                _ => {
                    let start = self.lead(at, sentence.start.max(open.as_ref().map_or(0, |zone| zone.end)));
                    self.zones.extend(open.replace(start..end));
                }
            }
        }
        self.zones.extend(open);
    }

    /// Whether the token is a word with a capital in it.
    fn is_raised(&self, at: usize) -> bool {
        self.prose.kind(at) == TokenKind::Word && self.prose.raw(at).contains(char::is_uppercase)
    }

    /// "al-Sham", "de Cruz", "2004 Freeland election": small words and a year before a name.
    fn lead(&self, at: usize, limit: usize) -> usize {
        let mut start = at;
        while start > limit && at - start < 3 {
            let word = self.prose.lower(start - 1);
            if !(LEADING.contains(&word) || is_hyphen(word) || start == at && is_year(word)) {
                break;
            }
            start -= 1;
        }
        start
    }

    /// "Covid-19", "Apollo 11", "Freeland general election": figures and the head of an event behind a name.
    fn trail(&self, lex: &Lexicon, end: usize, limit: usize) -> usize {
        let hyphen = usize::from(is_hyphen(self.prose.raw(end)) && !self.prose.is_spaced(end + 1));
        let is_figure = end + hyphen < limit && self.prose.kind(end + hyphen) == TokenKind::Number;
        if is_figure {
            return end + hyphen + 1;
        }
        let is_head = |at: usize| lex.name_heads.column(self.prose.lower(at), 0) == Some("event");
        let head = (end..limit.min(end + WIDEST_GAP))
            .take_while(|&at| self.prose.kind(at) == TokenKind::Word && !self.is_raised(at))
            .find(|&at| is_head(at));
        head.map_or(end, |at| at + 1)
    }

    fn read_runs(&mut self, sentence: Range<usize>) {
        let mut at = sentence.start;
        while at < sentence.end {
            let end = (at..sentence.end).find(|&i| !self.is_raised(i)).unwrap_or(sentence.end);
            if end > at {
                let run = Run { start: at, end, ahead: self.ahead(end) };
                if let Some(runs) = self.runs.get_mut(at..end) {
                    runs.fill(run);
                }
            }
            at = end.max(at + 1);
        }
    }

    fn read_matches(&mut self, lex: &Lexicon, zone: Range<usize>) {
        let (mut names, mut titles) = (zone.start, zone.start);
        for at in zone.clone() {
            if at >= names {
                if let Some((len, kind, certainty)) = known_at(lex, self.prose, at, zone.end) {
                    let code = kind as u32 * 2 + u32::from(certainty == Certainty::Weak) + 1;
                    self.mark(at..at + len, |slot, place| slot.name = code * 4 + place);
                    names = at + len;
                }
            }
            if at >= titles {
                if let Some(title) = title_at(lex, self.prose, at, zone.end) {
                    let class = ["office", "role", "honor", "kin"].iter().position(|c| *c == title.class);
                    let code = class.map_or(1, |n| n as u32 + 1) * 2 + u32::from(title.is_word);
                    self.mark(at..at + title.len, |slot, place| slot.title = code * 4 + place);
                    titles = at + title.len;
                }
            }
        }
    }

    /// Towns of several words ("Los Angeles").
    fn read_towns(&mut self, model: &Model, zone: Range<usize>) {
        let mut at = zone.start;
        while at + 1 < zone.end {
            let longest = if self.is_raised(at) { self.town(model, at, zone.end) } else { None };
            if let Some((len, rank)) = longest {
                self.mark(at..at + len, |slot, place| slot.town = u32::from(rank) * 4 + place);
            }
            at += longest.map_or(1, |(len, _)| len);
        }
    }

    /// The longest town of several words at a place: its length and rank.
    fn town(&self, model: &Model, at: usize, end: usize) -> Option<(usize, u8)> {
        (2..=LONGEST_TOWN).rev().filter(|len| at + len <= end).find_map(|len| {
            let name: Vec<&str> = (at..at + len).map(|i| self.prose.lower(i)).collect();
            Some((len, model.rank(List::Town, &name.join(" ")))).filter(|&(_, rank)| rank > 0)
        })
    }

    /// Tells each token of a phrase whether it is the only, first, inner or last one.
    fn mark(&mut self, range: Range<usize>, set: impl Fn(&mut Match, u32)) {
        let len = range.len();
        for (n, slot) in self.matches.get_mut(range).unwrap_or(&mut []).iter_mut().enumerate() {
            let place = match (n == 0, n + 1 == len) {
                (true, true) => 0,
                (true, false) => 1,
                (false, false) => 2,
                (false, true) => 3,
            };
            set(slot, place);
        }
    }

    fn read_places(&mut self) {
        for zone in &self.zones {
            for at in zone.clone() {
                if self.setting(at) == Setting::Middle && self.is_raised(at) {
                    let places = self.places.entry(self.prose.lower(at)).or_default();
                    if places.len() < MOST_PLACES {
                        places.push(at);
                    }
                }
            }
        }
        self.places.retain(|_, places| places.len() > 1);
    }

    /// Number of the token's form; that of the border outside the token's sentence, which `within` gives.
    #[must_use]
    pub fn id(&self, at: usize, within: &Range<usize>) -> usize {
        if within.contains(&at) { self.ids.get(at).map_or(0, |&id| id as usize) } else { 0 }
    }

    /// The form of a token, or the border.
    #[must_use]
    pub fn form(&self, at: usize, within: &Range<usize>) -> Option<&Form> {
        self.forms.get(self.id(at, within))
    }

    /// The form of a token, wherever it stands.
    #[must_use]
    pub fn form_at(&self, at: usize) -> Option<&Form> {
        self.ids.get(at).and_then(|&id| self.forms.get(id as usize))
    }

    /// What the lists say of a token.
    #[must_use]
    pub fn matched(&self, at: usize) -> Match {
        self.matches.get(at).copied().unwrap_or_default()
    }

    /// The run of capitalised words around a token; empty where it has no capital.
    #[must_use]
    pub fn run(&self, at: usize) -> Run {
        self.runs.get(at).copied().unwrap_or(Run { start: at, end: at, ahead: Ahead::default() })
    }

    fn ahead(&self, end: usize) -> Ahead {
        let mut ahead = Ahead::default();
        let verb =
            (end..self.prose.len().min(end + FARTHEST_VERB)).find(|&at| self.prose.pos(at) == Pos::Verb);
        if let Some(form) = verb.and_then(|at| self.form_at(at)) {
            (ahead.verb, ahead.verb_cluster) = (form.word, form.cluster[0]);
        }
        let pronoun = |at: usize| (1..).zip(PRONOUNS).find(|(_, set)| set.contains(&self.prose.lower(at)));
        let found = (end..self.prose.len().min(end + FARTHEST_PRONOUN)).find_map(pronoun);
        ahead.pronoun = found.map_or(0, |(number, _)| number);
        ahead
    }

    /// How often the word is written small, and how often with a capital where only a name would be.
    #[must_use]
    pub fn counts(&self, at: usize) -> (u32, u32) {
        let word = self.prose.lower(at);
        (self.evidence.small(word), self.evidence.named(word))
    }

    /// The places where the word stands with a capital that means something, when there are several.
    #[must_use]
    pub fn places(&self, at: usize) -> &[usize] {
        self.places.get(self.prose.lower(at)).map_or(&[], Vec::as_slice)
    }
}

/// Whether the token joins two words.
pub(super) fn is_hyphen(raw: &str) -> bool {
    matches!(raw, "-" | "–" | "‑")
}

/// Four digits that stand for a year.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1500..2100).contains(&year))
}
