//! Copies in which a person's name, an office or the speaker of a quotation is another one.
//!
//! In: a [`Source`]. Out: one edit for each such fact of its text. Example: "Mayor Ann Lee" becomes once "Mayor Ann Halvorsen", once
//! "Mayor Tobias Lee" and once "Governor Ann Lee".
//! Limits: a surname is changed throughout one sentence, which is then one edit from its first place to its last.

use std::ops::Range;

use crosscheck::kind::{EntityKind, MentionForm};
use crosscheck::report::{Entity, Quotation};
use crosscheck::tag::Pos;

use crate::source::{Edit, Source};
use crate::vocabulary::{GIVEN_NAMES, OFFICES, PRONOUNS, SURNAMES};

/// So many words may stand between a name and an office after it: "Lee, the newly elected mayor".
const BEFORE_OFFICE: usize = 5;

/// Full names with another surname in their sentence, or another given name.
#[must_use]
pub fn names(source: &Source) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (index, (_, span)) in source.names(EntityKind::Person).into_iter().enumerate() {
        let name = source.prose.tokens_in(span);
        if name.len() < 2 || !source.is_narrated(name.start) {
            continue;
        }
        let pick = |names: &[&'static str]| names.get(index % names.len()).copied().unwrap_or_default();
        edits.push(surname(source, &name, pick(SURNAMES)));
        if source.prose.raw(name.start).chars().filter(|c| c.is_lowercase()).count() > 1 {
            edits.push(source.replacing(name.start..name.start + 1, pick(GIVEN_NAMES)));
        }
    }
    edits
}

fn surname(source: &Source, name: &Range<usize>, other: &str) -> Edit {
    let prose = &source.prose;
    let old = prose.raw(name.end - 1);
    let narrated = source.sentence(name.start).filter(|&at| prose.raw(at) == old && source.is_narrated(at));
    let own: Vec<usize> = narrated.collect();
    let (first, last) =
        (own.first().copied().unwrap_or(name.end - 1), own.last().copied().unwrap_or(name.end - 1));
    let span = prose.cover(first..last + 1);
    Edit { span, text: span.of(&source.article.text).replace(old, other) }
}

/// Offices beside the name of their holder, and former holders told as holders.
#[must_use]
pub fn offices(source: &Source) -> Vec<Edit> {
    let names: Vec<Range<usize>> =
        source.names(EntityKind::Person).into_iter().map(|(_, span)| source.prose.tokens_in(span)).collect();
    let mut edits = Vec::new();
    for (office, other) in source.phrases(OFFICES) {
        let before = names.iter().any(|name| name.start == office.end);
        let after = names.iter().any(|name| {
            source.prose.raw(name.end) == ","
                && (name.end + 1..name.end + 2 + BEFORE_OFFICE).contains(&office.start)
                && source.sentence(name.end).contains(&office.start)
                && (name.end + 1..office.start).all(|at| source.prose.raw(at) != ",")
        });
        if before || after {
            edits.extend(former(source, &office));
            edits.push(source.replacing(office, other));
        }
    }
    edits
}

/// "former US president" without "former".
fn former(source: &Source, office: &Range<usize>) -> Option<Edit> {
    let from = office.start.saturating_sub(3);
    let at = (from..office.start).find(|&at| source.prose.lower(at) == "former")?;
    let rest = source.prose.raw(at + 1).to_owned();
    Some(Edit { span: source.prose.cover(at..at + 2), text: rest })
}

/// Quotations and reports, each with another person of the article as its speaker.
#[must_use]
pub fn speakers(source: &Source) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for quotation in &source.report.quotations {
        let Some(edit) = other_speaker(source, quotation, edits.len()) else { continue };
        if edits.iter().all(|known| !known.span.overlaps(edit.span)) {
            edits.push(edit);
        }
    }
    edits.sort_by_key(|edit| edit.span);
    edits
}

fn other_speaker(source: &Source, quotation: &Quotation, index: usize) -> Option<Edit> {
    let (span, cue) = (quotation.source?, quotation.cue?);
    let tokens = source.prose.tokens_in(span);
    if cue.is_empty() || !source.is_narrated(tokens.start) {
        return None;
    }
    let speaker = source.report.entities.iter().find(|entity| Some(entity.id) == quotation.speaker)?;
    let sentence = source.prose.cover(source.sentence(tokens.start));
    let others: Vec<&str> = source
        .report
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Person && entity.id != speaker.id)
        .filter(|entity| entity.mentions.iter().all(|m| !m.place.span.overlaps(sentence)))
        .filter_map(|entity| full_surname(source, entity))
        .collect();
    let is_pronoun = tokens.len() == 1 && PRONOUNS.contains(&source.prose.lower(tokens.start));
    let named =
        speaker.kind == EntityKind::Person && tokens.clone().any(|at| source.prose.pos(at) == Pos::Propn);
    // "He said …, noting": the pronoun between is not the one who notes.
    if is_pronoun && cue.of(&source.article.text).ends_with("ing") {
        return None;
    }
    let other = others.get(index % others.len().max(1)).filter(|_| is_pronoun || named)?;
    Some(Edit { span, text: (*other).to_owned() })
}

/// The surname of a person who is named in full somewhere in the text's sentences.
fn full_surname<'a>(source: &'a Source, entity: &Entity) -> Option<&'a str> {
    let names = entity.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
    let full = names.map(|mention| source.prose.tokens_in(mention.place.span)).find(|name| name.len() > 1)?;
    source.is_narrated(full.start).then(|| source.prose.raw(full.end - 1))
}
