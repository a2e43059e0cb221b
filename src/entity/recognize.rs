//! Recognition: from words to mentions of names.
//!
//! In: [`Prose`]. Out: mentions of form name, in order, their entities not yet set. A learnt model (`models/names.bin`) labels the tokens of each zone
//! in which names may stand; its observations reach over the whole article. Example: "Smith" in a headline is a person because "Ann Smith" stands below.
//! Limit: names without a capital are not seen.

use std::ops::Range;

use crate::entity::Mention;
use crate::entity::agree::{Found, agree, leads, parted};
use crate::entity::echo::echoed;
use crate::entity::features;
use crate::entity::form::Form;
use crate::entity::known::{known_at, title_at};
use crate::entity::label::{Class, LABELS, Scores, best, class};
use crate::entity::model::Model;
use crate::entity::other::other;
use crate::entity::scene::Scene;
use crate::kind::{EntityKind, MentionForm};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::features::Side;
use crate::token::TokenKind;

/// The mentions of names.
pub(super) fn mentions(lex: &Lexicon, prose: &Prose) -> Vec<Mention> {
    let model = Model::builtin();
    let scene = Scene::new(lex, model, prose);
    let mut recognizer =
        Recognizer { model, scene: &scene, sums: vec![None; scene.forms.len()], seen: Vec::new() };
    let mut found = Vec::new();
    for zone in scene.zones.iter().filter(|zone| !is_opening(&scene, zone)) {
        let scores = recognizer.scores(zone);
        let labels = best(&scores, model.transitions());
        found.extend(names(zone.start, &labels).into_iter().map(|(tokens, class)| {
            let own = scores.get(tokens.start - zone.start..tokens.end - zone.start).unwrap_or(&[]);
            Found { leads: leads(own), tokens, class }
        }));
    }
    let mut found = echoed(&scene, parted(prose, found));
    agree(&scene, &mut found);
    let mut out = Vec::new();
    for name in found {
        if out.last().is_none_or(|last: &Mention| last.tokens.end <= name.tokens.start) {
            untitled(lex, prose, name, &mut out);
        }
    }
    out
}

/// "The", "He", "But": a zone that a sentence's first word makes by itself holds no name, and a third of all zones are such.
fn is_opening(scene: &Scene, zone: &Range<usize>) -> bool {
    zone.len() == 1 && scene.form(zone.start, zone).is_some_and(Form::opens_sentence)
}

/// A name that no word shows to be an event, law, product or work is a body, if that lies behind by less.
const CLOSE: i32 = 150;

/// What an unknown form adds.
const NOTHING: [Scores; 6] = [[0; LABELS]; 6];

/// Scores of labels, with what hangs on one word alone added up once.
struct Recognizer<'a> {
    model: &'a Model,
    scene: &'a Scene<'a>,
    /// For each form what it adds, once it was needed.
    sums: Vec<Option<Box<[Scores; 6]>>>,
    seen: Vec<u32>,
}

impl Recognizer<'_> {
    fn scores(&mut self, zone: &Range<usize>) -> Vec<Scores> {
        let Some(sentence) = self.scene.prose.sentence_at(zone.start) else { return Vec::new() };
        zone.clone().map(|at| self.score(at, &sentence)).collect()
    }

    fn score(&mut self, at: usize, sentence: &Range<usize>) -> Scores {
        let mut scores = [0; LABELS];
        let places = [at, at.wrapping_sub(2), at.wrapping_sub(1), at + 1, at + 2, at];
        for (part, place) in places.into_iter().enumerate() {
            let sums = self.sums(self.scene.id(place, sentence), place, sentence);
            add(&mut scores, sums.get(part).unwrap_or(&[0; LABELS]));
        }
        self.seen.clear();
        features::joint(self.scene, at, sentence, &mut self.seen);
        self.seen.iter().for_each(|&observation| self.model.add(observation, &mut scores));
        scores
    }

    /// What a form adds as the word itself, as each of four neighbours, and by its other places.
    fn sums(&mut self, id: usize, at: usize, sentence: &Range<usize>) -> &[Scores; 6] {
        if self.sums.get(id).is_none_or(Option::is_none) {
            let made = self.made(id, at, sentence);
            if let Some(slot) = self.sums.get_mut(id) {
                *slot = Some(Box::new(made));
            }
        }
        self.sums.get(id).and_then(Option::as_deref).unwrap_or(&NOTHING)
    }

    fn made(&mut self, id: usize, at: usize, sentence: &Range<usize>) -> [Scores; 6] {
        let mut sums = [[0; LABELS]; 6];
        let [own, beside @ .., elsewhere] = &mut sums;
        if let Some(form) = self.scene.forms.get(id) {
            self.sum(own, |out| features::own(form, out));
            for (side, sum) in Side::ALL.into_iter().zip(beside) {
                self.sum(sum, |out| features::neighbour(form, side, out));
            }
        }
        let scene = self.scene;
        self.sum(elsewhere, |out| features::elsewhere(scene, at, sentence, out));
        sums
    }

    fn sum(&mut self, scores: &mut Scores, observe: impl Fn(&mut Vec<u32>)) {
        self.seen.clear();
        observe(&mut self.seen);
        self.seen.iter().for_each(|&observation| self.model.add(observation, scores));
    }
}

fn add(scores: &mut Scores, more: &Scores) {
    scores.iter_mut().zip(more).for_each(|(score, more)| *score = score.wrapping_add(*more));
}

/// Token ranges and classes of the names in a row of labels.
fn names(start: usize, labels: &[usize]) -> Vec<(Range<usize>, Class)> {
    let mut out: Vec<(Range<usize>, Class)> = Vec::new();
    for (at, &label) in (start..).zip(labels) {
        match class(label) {
            Some((class, true)) => out.push((at..at + 1, class)),
            Some((_, false)) => {
                if let Some((tokens, _)) = out.last_mut() {
                    tokens.end = at + 1;
                }
            }
            None => {}
        }
    }
    out
}

/// Adds a mention; titles inside the name of a person are cut off, and a listed name before them stands for itself ("U.S. President Ann Lee").
fn untitled(lex: &Lexicon, prose: &Prose, name: Found, out: &mut Vec<Mention>) {
    let Found { mut tokens, class, leads } = name;
    if class == Class::Person {
        let title =
            |at: usize| title_at(lex, prose, at, tokens.end).filter(|title| at + title.len < tokens.end);
        let last = tokens
            .clone()
            .rev()
            .find_map(|at| title(at).filter(|t| t.class != "kin").map(|t| (at, at + t.len)));
        if let Some((at, end)) = last {
            if let Some((len, kind, _)) = known_at(lex, prose, tokens.start, at) {
                out.push(mention(lex, prose, tokens.start..tokens.start + len, kind));
            }
            tokens.start = end;
        }
        if tokens.len() > 2 && lex.demonyms.has(prose.lower(tokens.start)) {
            out.push(mention(lex, prose, tokens.start..tokens.start + 1, EntityKind::Group));
            tokens.start += 1;
        }
        tokens.end = with_suffix(prose, &tokens);
    }
    if class == Class::Place && is_before_district(prose, &tokens) {
        tokens.end += 2;
    }
    let kind = match class {
        Class::Person => EntityKind::Person,
        Class::Organization => EntityKind::Organization,
        Class::Place => EntityKind::Place,
        Class::Group => EntityKind::Group,
        Class::Other => {
            let lead = leads.get(Class::Organization as usize).copied().unwrap_or(0);
            let unknown = if lead > -CLOSE { EntityKind::Organization } else { EntityKind::Work };
            other(lex, prose, &tokens).unwrap_or(unknown)
        }
    };
    out.push(mention(lex, prose, tokens, kind));
}

/// "Ann II", "Ann Lee, Jr.": what belongs to a personal name behind it.
fn with_suffix(prose: &Prose, tokens: &Range<usize>) -> usize {
    let end = tokens.end;
    if is_numeral(prose.raw(end)) && prose.kind(end + 1) != TokenKind::Word {
        return end + 1;
    }
    let comma = usize::from(prose.raw(end) == ",");
    if matches!(prose.lower(end + comma), "jr" | "jr." | "sr" | "sr.") { end + comma + 1 } else { end }
}

/// "Washington, D.C." is one name, other than a town and its state.
fn is_before_district(prose: &Prose, tokens: &Range<usize>) -> bool {
    prose.lower(tokens.end - 1) == "washington"
        && prose.raw(tokens.end) == ","
        && matches!(prose.lower(tokens.end + 1), "dc" | "d.c.")
}

/// Numbers behind the names of monarchs and popes.
fn is_numeral(raw: &str) -> bool {
    const NUMERALS: [&str; 16] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    ];
    NUMERALS.contains(&raw)
}

fn mention(lex: &Lexicon, prose: &Prose, mut tokens: Range<usize>, kind: EntityKind) -> Mention {
    if tokens.start > 0 && prose.raw(tokens.start - 1) == "The" && keeps_article(lex, prose, tokens.start) {
        tokens.start -= 1;
    }
    Mention {
        span: prose.cover(tokens.clone()),
        tokens,
        kind,
        form: MentionForm::Name,
        nested: false,
        value: None,
        entity: 0,
    }
}

/// "The Independent": an outlet whose listed name begins with its article.
fn keeps_article(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    lex.organizations.has(&format!("the {}", prose.lower(at)))
}
