//! Pieces: a run of capitalised words taken apart into names and titles.
//!
//! In: a run. Out: [`Piece`]s in order; titles and joining hyphens are no part of a name.
//! Example: "White House Press Secretary Ann Lee" gives an organization, a title and a name yet to be judged.
//! Limit: two persons' names side by side without anything between are one piece.

use std::ops::Range;

use crate::entity::evidence::{Evidence, is_acronym, is_common};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// A name within a run, its kind known or not.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What a word list or its head word says it is, and how surely.
    pub known: Option<(EntityKind, Certainty)>,
    /// Whether a title stands right before it.
    pub titled: bool,
}

/// How sure a word list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// The name means nothing else.
    Sure,
    /// It may be a personal name or a word as well.
    Weak,
}

/// What a title phrase is, from the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct TitlePhrase {
    /// Number of tokens.
    pub len: usize,
    /// `office`, `role`, `honor` or `kin`.
    pub class: &'static str,
    /// Whether it also begins names of other things.
    pub is_word: bool,
}

/// The longest title that begins at the token and ends before `limit`.
pub(super) fn title_at(lex: &Lexicon, prose: &Prose, at: usize, limit: usize) -> Option<TitlePhrase> {
    let words = (at..limit).map(|i| without_stop(prose.lower(i)));
    let (len, row) = lex.titles.phrase(words)?;
    Some(TitlePhrase {
        len,
        class: row.first().copied().unwrap_or("role"),
        is_word: row.get(1) == Some(&"word"),
    })
}

/// "sen." as "sen"; "u.s." stays.
pub(super) fn without_stop(word: &str) -> &str {
    match word.strip_suffix('.') {
        Some(bare) if bare.len() > 1 && !bare.contains('.') => bare,
        _ => word,
    }
}

/// The longest known name that begins at the token and ends before `limit`: its length, kind and certainty.
pub(super) fn known_at(
    lex: &Lexicon,
    prose: &Prose,
    at: usize,
    limit: usize,
) -> Option<(usize, EntityKind, Certainty)> {
    let words = || (at..limit).map(|i| prose.lower(i));
    let weak =
        |row: &[&str], n: usize| if row.get(n) == Some(&"weak") { Certainty::Weak } else { Certainty::Sure };
    let mut best: Option<(usize, EntityKind, Certainty)> = None;
    let mut offer = |found: Option<(usize, EntityKind, Certainty)>| {
        if found.is_some_and(|f| best.is_none_or(|b| f.0 > b.0)) {
            best = found;
        }
    };
    offer(
        lex.countries.phrase(words()).map(|(n, _)| (n, EntityKind::Place, country_certainty(prose, at, n))),
    );
    offer(lex.demonyms.phrase(words()).filter(|_| !is_acronym(prose.raw(at))).map(|(n, row)| {
        let sure = if row.get(1) == Some(&"region") { Certainty::Weak } else { Certainty::Sure };
        (n, EntityKind::Group, sure)
    }));
    offer(lex.organizations.phrase(words()).and_then(|(n, row)| {
        let is_wrong_case = row.first() == Some(&"caps") && !is_acronym(prose.raw(at));
        (!is_wrong_case).then(|| (n, EntityKind::Organization, weak(row, 0)))
    }));
    offer(lex.other_names.phrase(words()).and_then(|(n, row)| {
        let kind = row.first()?.parse().ok()?;
        Some((n, kind, Certainty::Sure))
    }));
    offer(lex.places.phrase(words()).map(|(n, row)| (n, EntityKind::Place, weak(row, 0))));
    best
}

/// "Us", "Chad" and the like need more than their letters.
fn country_certainty(prose: &Prose, at: usize, len: usize) -> Certainty {
    let is_name = len == 1
        && matches!(prose.lower(at), "chad" | "jordan" | "georgia" | "israel" | "car" | "congo" | "trinidad");
    let is_word = len == 1 && matches!(prose.lower(at), "us" | "car" | "png") && !is_acronym(prose.raw(at));
    if is_name || is_word { Certainty::Weak } else { Certainty::Sure }
}

/// Takes a run apart.
pub(super) fn pieces(lex: &Lexicon, prose: &Prose, evidence: &Evidence, run: Range<usize>) -> Vec<Piece> {
    Cutter { lex, prose, evidence, end: run.end, open: None, titled: false, out: Vec::new() }.cut(run.start)
}

struct Cutter<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    evidence: &'a Evidence<'a>,
    end: usize,
    open: Option<usize>,
    titled: bool,
    out: Vec<Piece>,
}

impl Cutter<'_> {
    fn cut(mut self, start: usize) -> Vec<Piece> {
        let mut at = start;
        while at < self.end {
            at = self.step(at);
        }
        self.close(self.end);
        self.out
    }

    fn step(&mut self, at: usize) -> usize {
        if let Some(title) = self.title(at) {
            self.close_before_title(at);
            self.titled = true;
            return at + title.len;
        }
        if self.is_split_hyphen(at) {
            self.close(at);
            return at + 1;
        }
        if self.open.is_none() {
            if let Some((len, kind, certainty)) = known_at(self.lex, self.prose, at, self.end) {
                if at + len == self.end || self.stands_alone(at, len, kind) {
                    self.push(at..at + len, Some((kind, certainty)));
                    return at + len;
                }
                self.open = Some(at);
                return at + len;
            }
            if !self.evidence.is_name_word(at) && self.prose.raw(at) != "al" && !self.is_particle(at) {
                return at + 1;
            }
            self.open = Some(at);
        } else if let Some((len, kind, certainty)) = self.known_in_titled(at) {
            self.close(at);
            self.push(at..at + len, Some((kind, certainty)));
            return at + len;
        } else if self.begins_person(at) {
            self.close(at);
            self.open = Some(at);
        }
        at + 1
    }

    fn is_particle(&self, at: usize) -> bool {
        matches!(
            self.prose.raw(at),
            "al" | "el" | "bin" | "ibn" | "ul" | "an" | "as" | "ash" | "ad" | "at" | "ar" | "az"
        )
    }

    /// "Human Rights Ann Lee": a given name behind everyday words, with a surname to follow, begins a person.
    fn begins_person(&self, at: usize) -> bool {
        let word = self.prose.lower(at);
        let is_given = self.lex.given_names.has(word)
            && self.lex.given_names.column(word, 0).is_none()
            && !self.lex.places.has(word)
            && !self.lex.countries.has(word);
        let last = self.prose.lower(at - 1);
        let is_plain =
            is_common(self.lex, last) && !self.lex.given_names.has(last) && !self.lex.surnames.has(last);
        let surname = self.prose.lower(at + 1);
        let goes_on = at + 1 < self.end
            && self.evidence.is_name_word(at + 1)
            && !is_common(self.lex, surname)
            && !self.lex.name_heads.has(surname);
        is_given
            && is_plain
            && goes_on
            && self.prose.kind(at - 1) == TokenKind::Word
            && !matches!(last, "of" | "and" | "for" | "the")
    }

    /// In a line in title case every neighbour is capitalised: known names stand by themselves.
    fn known_in_titled(&self, at: usize) -> Option<(usize, EntityKind, Certainty)> {
        if !self.evidence.is_titled(at) {
            return None;
        }
        let found = known_at(self.lex, self.prose, at, self.end)?;
        (found.2 == Certainty::Sure && matches!(found.1, EntityKind::Place | EntityKind::Group))
            .then_some(found)
    }

    /// A title at this place that is not the first word of another name.
    fn title(&self, at: usize) -> Option<TitlePhrase> {
        let title = title_at(self.lex, self.prose, at, self.end)?;
        let rest = at + title.len;
        let longer = known_at(self.lex, self.prose, at, self.end)
            .is_some_and(|(n, kind, _)| n > title.len && kind != EntityKind::Group);
        if longer || self.prose.raw(rest) == "-" && !self.prose.is_spaced(rest) {
            return None;
        }
        let tail = self.prose.lower(self.end - 1);
        let heads_other = rest < self.end && self.lex.name_heads.has(tail) && !self.lex.titles.has(tail);
        if title.is_word && heads_other || title.class == "honor" && self.open.is_some() {
            return None;
        }
        let is_surname = title.is_word && title.class != "honor" && self.open.is_some() && rest == self.end;
        let after_given = at > 0 && self.lex.given_names.has(self.prose.lower(at - 1));
        (!(is_surname && after_given)).then_some(title)
    }

    /// Everyday words before a title are part of it ("Tourism Minister"); names are not ("Acme President").
    fn close_before_title(&mut self, at: usize) {
        let Some(open) = self.open else { return };
        let is_plain = (open..at).all(|i| {
            let word = self.prose.lower(i);
            is_common(self.lex, word) && !is_acronym(self.prose.raw(i)) || matches!(word, "and" | "of" | "-")
        });
        let known = known_at(self.lex, self.prose, open, at);
        if is_plain && known.is_none() {
            self.open = None;
        } else {
            self.close(at);
        }
    }

    /// Whether the known name at `at` ends here, although capitalised words follow.
    fn stands_alone(&self, at: usize, len: usize, kind: EntityKind) -> bool {
        let rest = at + len;
        let next = self.prose.lower(rest);
        if title_at(self.lex, self.prose, rest, self.end).is_some() && self.title(rest).is_some() {
            return true;
        }
        if self.prose.raw(rest) == "," {
            return false;
        }
        if matches!(self.prose.raw(rest), "-" | "–" | "‑") {
            return self.is_split_hyphen(rest);
        }
        let tail = self.prose.lower(self.end - 1);
        if let Some(row) = self.lex.name_heads.get(tail) {
            let is_bare = self.end - rest == 1 && row.get(1) == Some(&"loose");
            let is_code = matches!(self.prose.lower(at), "u.s." | "us" | "uk" | "u.k.");
            return is_bare && (self.evidence.is_titled(rest) || is_code || kind == EntityKind::Organization)
                || self.evidence.is_titled(rest) && row.get(1) == Some(&"loose");
        }
        if self.evidence.is_titled(rest) {
            return true;
        }
        let is_given = self.lex.given_names.has(next) && !self.lex.places.has(next);
        let is_code = is_acronym(self.prose.raw(at)) && kind == EntityKind::Place;
        let follows_name = known_at(self.lex, self.prose, rest, self.end).is_some_and(|(_, k, c)| {
            c == Certainty::Sure && (kind == EntityKind::Group || k == EntityKind::Group)
        });
        match kind {
            EntityKind::Group => {
                is_given || self.evidence.named(next) > 1 && !is_common(self.lex, next) || follows_name
            }
            EntityKind::Place => is_given && self.end - rest > 1 || is_code || follows_name,
            _ => is_given && self.end - rest > 1 || follows_name,
        }
    }

    /// A hyphen between two names that also stand by themselves ("Freeland-Acme talks").
    fn is_split_hyphen(&self, at: usize) -> bool {
        if !matches!(self.prose.raw(at), "-" | "–" | "‑") || at + 1 >= self.end {
            return false;
        }
        let (left, right) = (self.prose.lower(at - 1), self.prose.lower(at + 1));
        let given = |w: &str| self.lex.given_names.has(w);
        let stands = |w: &str| {
            self.lex.countries.has(w) || self.lex.demonyms.has(w) || self.evidence.named(w) > 1 && !given(w)
        };
        let listed = self
            .lex
            .places
            .phrase((at - 1..self.end).map(|i| self.prose.lower(i)))
            .is_some_and(|(n, _)| n > 2);
        let is_state = |w: &str| self.lex.countries.has(w) || self.lex.demonyms.has(w);
        let is_double_given = self.open.is_some_and(|open| open + 1 < at) && at + 2 == self.end;
        stands(left) && stands(right) && !listed && (!is_double_given || is_state(left) && is_state(right))
    }

    fn close(&mut self, at: usize) {
        if let Some(open) = self.open.take() {
            self.push(open..at, None);
        }
    }

    fn push(&mut self, mut tokens: Range<usize>, known: Option<(EntityKind, Certainty)>) {
        while tokens.end > tokens.start
            && matches!(
                self.prose.raw(tokens.end - 1),
                "-" | "–" | "‑" | "'s" | "of" | "and" | "for" | "the" | "&"
            )
        {
            tokens.end -= 1;
        }
        if !tokens.is_empty() {
            self.out.push(Piece { tokens, known, titled: self.titled });
        }
        self.titled = false;
    }
}
