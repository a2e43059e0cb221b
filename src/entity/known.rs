//! Names and titles of several words that the lists know.
//!
//! In: a place in the text. Out: the longest listed name or title that begins there.
//! Example: at "Prime Minister Ann Lee" stands a title of two words.
//! Limit: words are compared as they are folded; other spellings have to be listed.

use crate::entity::evidence::is_acronym;
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;

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
