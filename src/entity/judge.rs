//! What one place in the text says of the kind of a name: its own words, and the words before and behind.
//!
//! In: a [`Piece`]. Out: points by kind, which `vote` adds up over the article.
//! Example: "Lake Alden" gives points to a place by its first word, "in Alden" by the word before, "Alden, 42," to a person.
//! Limit: only the nearest words are read.

use crate::entity::evidence::{Evidence, is_acronym, is_common};
use crate::entity::piece::{Certainty, Piece, title_at, without_stop};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// Points by kind, in the order of [`KINDS`].
pub(super) type Points = [i32; 8];

/// The kinds that names have.
pub(super) const KINDS: [EntityKind; 8] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Law,
    EntityKind::Product,
    EntityKind::Work,
];

pub(super) const PERSON: usize = 0;
pub(super) const ORGANIZATION: usize = 1;
const PLACE: usize = 2;
const GROUP: usize = 3;
const EVENT: usize = 4;
const WORK: usize = 7;

/// A word list that is sure.
pub(super) const SURE: i32 = 12;
/// A word list with a name that may be something else.
const LISTED: i32 = 4;
/// A state whose name is a personal name or word too.
const STATE: i32 = 8;
/// A head word.
const HEAD: i32 = 10;
/// A title before the name.
const TITLED: i32 = 9;
/// A part of a person's or body's full name that stands in the same article.
pub(super) const PART: i32 = 9;
/// One telling word beside the name.
pub(super) const CUE: i32 = 4;
/// One word beside the name that is a hint only.
const HINT: i32 = 2;

/// First words of events.
const LEADS_EVENT: [&str; 6] = ["hurricane", "typhoon", "cyclone", "operation", "storm", "tropical"];
/// First words of places.
const LEADS_PLACE: [&str; 24] = [
    "lake", "mount", "mt", "mt.", "cape", "fort", "gulf", "isle", "isla", "rio", "río", "playa", "playas",
    "cayo", "cerro", "puerto", "estadio", "plaza", "hotel", "wadi", "tel", "jebel", "koh", "pulau",
];
/// First words of bodies in languages that put the head first.
const LEADS_BODY: [&str; 22] = [
    "universidad",
    "universidade",
    "université",
    "universität",
    "università",
    "banco",
    "banque",
    "banca",
    "ministerio",
    "ministère",
    "ministério",
    "instituto",
    "institut",
    "partido",
    "parti",
    "radio",
    "air",
    "grupo",
    "groupe",
    "consejo",
    "asociación",
    "fundación",
];
/// First words of places and at times of persons.
const QUARTERS: [&str; 28] = [
    "port", "camp", "saint", "st.", "st", "san", "santa", "santo", "são", "sao", "north", "south", "east",
    "west", "new", "northern", "southern", "eastern", "western", "upper", "lower", "central", "greater",
    "los", "las", "la", "villa", "nueva",
];

/// One piece with all that is needed to judge it.
pub(super) struct Judge<'a> {
    pub lex: &'a Lexicon,
    pub prose: &'a Prose,
    pub evidence: &'a Evidence<'a>,
    pub piece: &'a Piece,
}

impl Judge<'_> {
    fn words(&self) -> Vec<&str> {
        self.piece
            .tokens
            .clone()
            .filter(|&i| self.prose.kind(i) == TokenKind::Word)
            .map(|i| self.prose.lower(i))
            .collect()
    }

    /// What the name's own words say.
    pub(super) fn inside(&self, points: &mut Points) {
        if let Some((kind, certainty)) = self.piece.known {
            let is_state = self.piece.tokens.len() == 1
                && self.lex.countries.has(self.prose.lower(self.piece.tokens.start));
            let weak = if is_state { STATE } else { LISTED };
            raise(points, index(kind), if certainty == Certainty::Sure { SURE } else { weak });
        }
        let words = self.words();
        let (Some(first), Some(last)) = (words.first().copied(), words.last().copied()) else { return };
        let raw = self.prose.raw(self.piece.tokens.start);
        if words.len() > 1 {
            self.head(points, &words);
            self.personal(points, &words);
            return;
        }
        if is_acronym(raw) && !self.evidence.is_shouted(self.piece.tokens.start) && raw.len() > 1 {
            raise(points, ORGANIZATION, CUE + 1);
        } else if self.lex.given_names.has(first) && self.lex.given_names.column(first, 0).is_none() {
            raise(points, PERSON, CUE);
        } else if self.lex.surnames.has(last) {
            raise(points, PERSON, CUE - 1);
        } else {
            raise(points, ORGANIZATION, 1);
        }
        if let Some(row) = self.lex.name_heads.get(first) {
            let kind = row.first().and_then(|code| code.parse().ok()).unwrap_or(EntityKind::Organization);
            raise(points, index(kind), HINT);
        }
        if is_people(first) {
            raise(points, GROUP, CUE);
        }
    }

    /// The head word: the last, or the one before "of" or "for".
    fn head(&self, points: &mut Points, words: &[&str]) {
        let cut = words.iter().position(|w| matches!(*w, "of" | "for")).filter(|&n| n > 0);
        let front = cut.and_then(|n| words.get(n - 1)).and_then(|w| self.lex.name_heads.column(w, 0));
        let back = words.last().and_then(|w| self.lex.name_heads.column(without_stop(w), 0));
        if let Some(kind) = front.or(back).and_then(|code| code.parse::<EntityKind>().ok()) {
            raise(points, index(kind), HEAD);
        }
        let lead = words.first().copied().unwrap_or("");
        if LEADS_EVENT.contains(&lead) {
            raise(points, EVENT, HEAD - 2);
        } else if LEADS_PLACE.contains(&lead) {
            raise(points, PLACE, HEAD - 2);
        } else if LEADS_BODY.contains(&lead) {
            raise(points, ORGANIZATION, HEAD - 2);
        } else if QUARTERS.contains(&lead) && !matches!(front.or(back), Some("organization" | "event")) {
            raise(points, PLACE, CUE + 1);
        }
        if words.iter().any(|w| matches!(*w, "of" | "&" | "for" | "and")) {
            raise(points, ORGANIZATION, HINT + 1);
        }
        let all_common = words.iter().all(|w| is_common(self.lex, w));
        if all_common {
            raise(points, ORGANIZATION, HINT + 1);
        }
        if words.iter().any(|w| is_acronym_word(self.prose, self.piece, w)) {
            raise(points, ORGANIZATION, CUE);
        }
    }

    /// Whether the words look like a person's.
    fn personal(&self, points: &mut Points, words: &[&str]) {
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let n = words.len();
        let is_shape = n <= 5 && !words.iter().any(|w| matches!(*w, "of" | "and" | "for" | "&" | "the"));
        if !is_shape || self.lex.name_heads.has(last) && !self.lex.surnames.has(last) {
            return;
        }
        let given = self.lex.given_names.has(first);
        let weak = given && self.lex.given_names.column(first, 0).is_some();
        let surname = self.lex.surnames.has(last);
        let initial = words.iter().any(|w| w.ends_with('.') && w.chars().count() <= 4)
            || first.len() == 2
                && is_acronym(self.prose.raw(self.piece.tokens.start))
                && n == 2
                && !self.lex.countries.has(first);
        let plain = |w: &str| is_common(self.lex, w);
        let mut score = 0;
        score += if weak {
            4
        } else if given {
            7
        } else {
            0
        };
        score += if surname { 4 } else { 0 };
        score += if initial { 5 } else { 0 };
        score += if self.lex.surnames.has(first) || self.lex.given_names.has(last) { 2 } else { 0 };
        score += if n <= 3 && !words.iter().any(|w| plain(w)) { 3 } else { 0 };
        score -= if plain(last) && !surname { 2 } else { 0 };
        raise(points, PERSON, score);
    }

    /// What stands before and behind.
    pub(super) fn around(&self, points: &mut Points) {
        let (start, end) = (self.piece.tokens.start, self.piece.tokens.end);
        let is_headed = self.piece.tokens.len() > 1
            && self.lex.name_heads.get(self.prose.lower(end - 1)).is_some_and(|row| row.len() == 1);
        if !is_headed && (self.piece.titled || self.has_small_title(start)) {
            add(points, PERSON, TITLED);
        }
        let before = if start > 0 && !self.evidence.starts(start) { self.prose.lower(start - 1) } else { "" };
        let next = self.prose.lower(end);
        match before {
            "in" | "near" | "across" | "throughout" | "outside" => add(points, PLACE, CUE),
            "southern" | "northern" | "eastern" | "western" | "central" | "downtown" | "nearby"
            | "neighboring" | "neighbouring" | "mainland" | "rural" => add(points, PLACE, CUE + 1),
            "from" | "at" | "around" | "toward" | "towards" => add(points, PLACE, HINT),
            "to" | "into" | "of" => add(points, PLACE, 1),
            "the" => {
                add(points, ORGANIZATION, HINT);
                add(points, PERSON, -CUE);
            }
            "said" | "says" | "by" | "told" | "added" => add(points, PERSON, HINT),
            "film" | "movie" | "novel" | "book" | "song" | "album" | "series" | "play" => {
                add(points, WORK, CUE)
            }
            _ => {}
        }
        if start > 1 && before == "of" {
            self.of(points, start - 2);
        }
        self.behind(points, end, next);
    }

    fn of(&self, points: &mut Points, at: usize) {
        match self.prose.lower(at) {
            "town" | "city" | "village" | "province" | "region" | "district" | "state" | "capital"
            | "north" | "south" | "east" | "west" | "outskirts" | "suburb" | "island" | "port" | "coast"
            | "part" | "parts" => {
                add(points, PLACE, CUE + 1);
            }
            "people" | "government" | "army" | "invasion" | "centre" | "center" => add(points, PLACE, HINT),
            "member" | "members" | "head" | "director" | "chairman" | "leader" | "ceo" | "founder" => {
                add(points, ORGANIZATION, HINT)
            }
            _ => {}
        }
    }

    fn behind(&self, points: &mut Points, end: usize, next: &str) {
        match next {
            "said" | "says" | "told" | "added" | "tweeted" | "wrote" | "recalled" | "testified"
            | "explained" | "argued" => {
                add(points, PERSON, HINT + 1);
                add(points, ORGANIZATION, 1);
            }
            "who" | "whose" => add(points, PERSON, CUE),
            "-" if self.prose.lower(end + 1) == "based" => add(points, PLACE, CUE + 1),
            "province" | "region" | "district" | "city" | "town" | "village" | "county" | "airport"
            | "state" | "island" | "border" => {
                add(points, PLACE, CUE);
            }
            "people" | "tribe" | "community" | "language" | "speakers" | "culture" | "nation" => {
                add(points, GROUP, HINT + 1)
            }
            "spokesman" | "spokeswoman" | "shares" | "ceo" | "chief" | "executive" | "employees"
            | "staff" | "officials" | "customers" => {
                add(points, ORGANIZATION, HINT + 1);
            }
            "(" => self.bracket(points, end),
            "," => self.comma(points, end),
            _ => {}
        }
    }

    /// "Ann Lee (42)", "Acme Motors (AM)".
    fn bracket(&self, points: &mut Points, end: usize) {
        let inner = self.prose.raw(end + 1);
        if self.prose.raw(end + 2) != ")" {
            return;
        }
        if is_age(inner) {
            add(points, PERSON, CUE);
        } else if is_acronym(inner) {
            add(points, ORGANIZATION, CUE);
        }
    }

    /// "Ann Lee, 42,", "Acme, Freeland", "Ann Lee, a farmer".
    fn comma(&self, points: &mut Points, end: usize) {
        let after = self.prose.lower(end + 1);
        if is_age(after) && matches!(self.prose.raw(end + 2), "," | ".") {
            add(points, PERSON, CUE + 1);
        } else if self.prose.is_capitalised(end + 1)
            && (self.lex.countries.has(after) || self.lex.places.has(after))
        {
            add(points, PLACE, HINT);
        } else if matches!(after, "who" | "whose") {
            add(points, PERSON, CUE);
        } else {
            let skip = usize::from(matches!(after, "a" | "an" | "the"));
            let at = end + 1 + skip;
            if title_at(self.lex, self.prose, at, at + 4).is_some() && !self.prose.is_capitalised(at) {
                add(points, PERSON, CUE);
            }
        }
    }

    /// A title in lower case right before the name: "spokesman Ann Lee".
    fn has_small_title(&self, start: usize) -> bool {
        if self.evidence.starts(start) {
            return false;
        }
        (1..=4usize).any(|n| {
            start >= n
                && !self.prose.is_capitalised(start - 1)
                && title_at(self.lex, self.prose, start - n, start)
                    .is_some_and(|t| t.len == n && (t.class != "kin" || n == 1))
        })
    }
}

/// Adjectives and plurals of peoples and camps, by their ending.
fn is_people(word: &str) -> bool {
    let ends = |list: &[&str]| list.iter().any(|ending| word.ends_with(ending));
    word.len() > 5 && ends(&["ists", "ians", "eans", "ites", "ean", "ish", "ese", "ist"])
        || word.len() > 7 && ends(&["ian", "ians"])
}

fn is_age(word: &str) -> bool {
    word.parse::<u32>().is_ok_and(|n| (1..120).contains(&n))
}

fn is_acronym_word(prose: &Prose, piece: &Piece, word: &str) -> bool {
    piece
        .tokens
        .clone()
        .any(|i| prose.lower(i) == word && is_acronym(prose.raw(i)) && !word.contains('.') && word.len() > 2)
}

/// Adds points to a kind.
pub(super) fn add(points: &mut Points, kind: usize, n: i32) {
    if let Some(slot) = points.get_mut(kind) {
        *slot += n;
    }
}

/// What is said once of a name however often it stands.
fn raise(points: &mut Points, kind: usize, n: i32) {
    if let Some(slot) = points.get_mut(kind) {
        *slot = (*slot).max(n);
    }
}

fn index(kind: EntityKind) -> usize {
    KINDS.iter().position(|&k| k == kind).unwrap_or(ORGANIZATION)
}
