//! Votes: what each place in the text says of the kind of a name, added up over the article.
//!
//! In: [`Piece`]s. Out: one kind for each distinct name. A name used ten times is judged by all ten places, so that a bare surname in a headline is
//! what its full form further down is. Example: "in Acme", "Acme, Freeland" and "Acme-based" make Acme a place.
//! Limit: one name for two things of different kinds in one article gets one kind, but for seats of power (see `recognize`).

use std::collections::HashMap;

use crate::entity::evidence::{Evidence, is_acronym, is_common};
use crate::entity::piece::{Certainty, Piece, title_at, without_stop};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// Points by kind, in the order of [`KINDS`].
type Points = [i32; 8];

/// The words around a name, however often it stands, weigh less than a head word.
const MOST_AROUND: i32 = 9;
/// A kind with so many points may speak for its neighbours in a list.
const CLEAR: i32 = 7;

/// The kinds that names have.
const KINDS: [EntityKind; 8] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Law,
    EntityKind::Product,
    EntityKind::Work,
];

const PERSON: usize = 0;
const ORGANIZATION: usize = 1;
const PLACE: usize = 2;
const GROUP: usize = 3;
const EVENT: usize = 4;
const WORK: usize = 7;

/// A word list that is sure.
const SURE: i32 = 12;
/// A word list with a name that may be something else.
const LISTED: i32 = 4;
/// A state whose name is a personal name or word too.
const STATE: i32 = 8;
/// A head word.
const HEAD: i32 = 10;
/// A title before the name.
const TITLED: i32 = 9;
/// A part of a person's or body's full name that stands in the same article.
const PART: i32 = 9;
/// One telling word beside the name.
const CUE: i32 = 4;
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

/// The kinds of an article's names.
pub(super) struct Ballot {
    points: HashMap<String, Points>,
}

impl Ballot {
    /// Reads every piece once, then lets full names speak for their parts.
    pub(super) fn count(lex: &Lexicon, prose: &Prose, evidence: &Evidence, pieces: &[Piece]) -> Ballot {
        let mut ballot = Ballot { points: HashMap::new() };
        let mut places: HashMap<String, Points> = HashMap::new();
        for piece in pieces {
            let judge = Judge { lex, prose, evidence, piece };
            let key = key(prose, piece);
            judge.around(places.entry(key.clone()).or_default());
            judge.inside(ballot.points.entry(key).or_default());
        }
        for (key, around) in places {
            if let Some(points) = ballot.points.get_mut(&key) {
                for (sum, n) in points.iter_mut().zip(around) {
                    *sum += n.clamp(-MOST_AROUND, MOST_AROUND);
                }
            }
        }
        ballot.neighbours(prose, pieces);
        ballot.spread(lex);
        ballot
    }

    /// Names in one list are of one kind: "Alden, Bray and Corve".
    fn neighbours(&mut self, prose: &Prose, pieces: &[Piece]) {
        let mut gifts: Vec<(String, usize)> = Vec::new();
        for pair in pieces.windows(2) {
            let [a, b] = pair else { continue };
            let is_list = b.tokens.start == a.tokens.end + 1
                && matches!(prose.lower(a.tokens.end), "," | "and" | "or" | "&")
                && !b.titled;
            if !is_list {
                continue;
            }
            for (giver, taker) in [(a, b), (b, a)] {
                let points = self.points.get(&key(prose, giver)).copied().unwrap_or_default();
                let kind = best(&points);
                if points.get(kind).is_some_and(|n| *n >= CLEAR) && taker.known.is_none() {
                    gifts.push((key(prose, taker), kind));
                }
            }
        }
        gifts.sort_unstable();
        gifts.dedup();
        for (taker, kind) in gifts {
            if let Some(points) = self.points.get_mut(&taker) {
                add(points, kind, CUE - 1);
            }
        }
    }

    /// Full names speak for their parts: "Ann Lee" for "Lee" and "Ann", "Acme Motors" for "Acme", a long form for its letters.
    fn spread(&mut self, lex: &Lexicon) {
        let mut parts: HashMap<String, Points> = HashMap::new();
        let mut full: Vec<(&String, usize)> = self
            .points
            .iter()
            .filter(|(key, _)| key.contains(' '))
            .map(|(key, points)| (key, best(points)))
            .collect();
        full.sort_unstable();
        for (name, kind) in full {
            let words: Vec<&str> = name.split(' ').filter(|w| *w != "-").collect();
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let mut give = |part: &str, kind: usize, n: i32| {
                if let Some(slot) = parts.entry(part.to_owned()).or_default().get_mut(kind) {
                    *slot = (*slot).max(n);
                }
            };
            if kind == PERSON && words.len() < 6 {
                give(last, PERSON, PART);
                give(first, PERSON, if lex.given_names.has(first) { PART - 2 } else { CUE });
                for middle in words.iter().skip(1) {
                    give(middle, PERSON, CUE);
                }
                if words.len() > 2 {
                    give(&words.get(1..).unwrap_or(&[]).join(" "), PERSON, PART);
                }
            } else if kind == ORGANIZATION && !is_common(lex, first) {
                give(first, ORGANIZATION, CUE + 1);
            }
            let letters: String = words
                .iter()
                .filter(|w| !matches!(**w, "of" | "the" | "and" | "for" | "de" | "&"))
                .filter_map(|w| w.chars().next())
                .collect();
            if letters.chars().count() > 1 && kind != PERSON {
                give(&letters, kind, PART);
            }
        }
        for (part, gift) in parts {
            if let Some(points) = self.points.get_mut(&part) {
                for (sum, n) in points.iter_mut().zip(gift) {
                    *sum += n;
                }
            }
        }
    }

    /// The kind of a piece, and how many points speak for it.
    pub(super) fn kind(&self, prose: &Prose, piece: &Piece) -> (EntityKind, i32) {
        if let Some((kind, Certainty::Sure)) = piece.known {
            return (kind, SURE);
        }
        let points = self.points.get(&key(prose, piece)).copied().unwrap_or_default();
        let kind = best(&points);
        (KINDS.get(kind).copied().unwrap_or(EntityKind::Organization), points.get(kind).copied().unwrap_or(0))
    }
}

/// The words of a piece, folded, one space between.
pub(super) fn key(prose: &Prose, piece: &Piece) -> String {
    let words: Vec<&str> = piece.tokens.clone().map(|at| prose.lower(at)).collect();
    words.join(" ")
}

/// The kind with most points; the earlier of two that are equal.
fn best(points: &Points) -> usize {
    let mut at = 0;
    for (kind, n) in points.iter().enumerate() {
        if *n > points.get(at).copied().unwrap_or(0) {
            at = kind;
        }
    }
    at
}

fn index(kind: EntityKind) -> usize {
    KINDS.iter().position(|&k| k == kind).unwrap_or(ORGANIZATION)
}

struct Judge<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    evidence: &'a Evidence<'a>,
    piece: &'a Piece,
}

fn add(points: &mut Points, kind: usize, n: i32) {
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
    fn inside(&self, points: &mut Points) {
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
    fn around(&self, points: &mut Points) {
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
