//! The tagger: from left to right, each word takes the part of speech with the highest score, given the two before it.
//!
//! In: words. Out: parts of speech. Weights that hang on one word alone are added up once for each distinct word and reused wherever it occurs,
//! which is most of the speed.

use std::collections::HashMap;
use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::tag::features::{self, Form, Setting, Side};
use crate::tag::lemma::lemma;
use crate::tag::model::{Model, Scores};
use crate::tag::{Pos, Tag};
use crate::token::{Token, TokenKind};

/// Tags every token.
#[must_use]
pub fn tags(lex: &Lexicon, text: &str, tokens: &[Token], sentences: &[Range<usize>]) -> Vec<Tag> {
    let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
    let mut tagger = Tagger::new(Model::builtin());
    let mut out = Vec::with_capacity(tokens.len());
    for sentence in sentences {
        let (Some(words), Some(tokens)) = (words.get(sentence.clone()), tokens.get(sentence.clone())) else {
            continue;
        };
        let sentence = tagger.tag(words);
        for ((word, token), (pos, id)) in words.iter().zip(tokens).zip(sentence) {
            let pos = if token.kind == TokenKind::QuoteMark { Pos::Punct } else { pos };
            let lemma = tagger.lemmas.entry((id, pos)).or_insert_with(|| lemma(lex, word, pos));
            out.push(Tag { pos, lemma: lemma.clone() });
        }
    }
    out
}

/// Parts of speech of the words of one sentence, split as they are; what training measures.
#[must_use]
pub fn parts_of_speech(model: &Model, words: &[&str]) -> Vec<Pos> {
    Tagger::new(model).tag(words).into_iter().map(|(pos, _)| pos).collect()
}

/// A distinct word in its setting, with the scores that hang on it alone.
struct Profile {
    form: Form,
    own: Scores,
    sides: [Scores; 4],
}

struct Tagger<'a> {
    model: &'a Model,
    ids: HashMap<(&'a str, Setting), u32>,
    profiles: Vec<Profile>,
    lemmas: HashMap<(u32, Pos), String>,
    observations: Vec<u32>,
}

impl<'a> Tagger<'a> {
    fn new(model: &'a Model) -> Tagger<'a> {
        let mut tagger = Tagger {
            model,
            ids: HashMap::new(),
            profiles: Vec::new(),
            lemmas: HashMap::new(),
            observations: Vec::new(),
        };
        tagger.add(Form::border());
        tagger
    }

    fn tag(&mut self, words: &[&'a str]) -> Vec<(Pos, u32)> {
        let ids = self.profiles_of(words);
        let mut before = [Pos::X, Pos::X];
        let mut out = Vec::with_capacity(words.len());
        for at in 0..words.len() {
            let around = [at.wrapping_sub(2), at.wrapping_sub(1), at, at + 1, at + 2]
                .map(|i| ids.get(i).copied().unwrap_or(0));
            let pos = self.best(around, before);
            before = [before[1], pos];
            out.push((pos, around[2]));
        }
        out
    }

    fn profiles_of(&mut self, words: &[&'a str]) -> Vec<u32> {
        let whole = features::setting(words.iter().copied());
        let first = features::first_word(words.iter().copied());
        words
            .iter()
            .enumerate()
            .map(|(at, &word)| {
                let setting = if whole == Setting::Middle && at == first { Setting::First } else { whole };
                if let Some(&id) = self.ids.get(&(word, setting)) {
                    return id;
                }
                let model = self.model;
                let id = self.add(Form::new(word, setting, |lower| model.class(lower)));
                self.ids.insert((word, setting), id);
                id
            })
            .collect()
    }

    fn add(&mut self, form: Form) -> u32 {
        let own = self.sum(|out| features::own(&form, out));
        let sides = Side::ALL.map(|side| self.sum(|out| features::neighbour(&form, side, out)));
        self.profiles.push(Profile { form, own, sides });
        u32::try_from(self.profiles.len() - 1).unwrap_or(0)
    }

    fn sum(&mut self, observe: impl Fn(&mut Vec<u32>)) -> Scores {
        let mut scores = Scores::default();
        self.observations.clear();
        observe(&mut self.observations);
        for &observation in &self.observations {
            self.model.add(observation, &mut scores);
        }
        scores
    }

    fn best(&self, around: [u32; 5], before: [Pos; 2]) -> Pos {
        let [Some(a), Some(b), Some(c), Some(d), Some(e)] = around.map(|id| self.profiles.get(id as usize))
        else {
            return Pos::X;
        };
        let mut scores = c.own;
        for (profile, side) in [(a, 0), (b, 1), (d, 2), (e, 3)] {
            for (score, add) in scores.iter_mut().zip(profile.sides[side]) {
                *score = score.wrapping_add(add);
            }
        }
        for observation in features::joint([&a.form, &b.form, &c.form, &d.form, &e.form], before) {
            self.model.add(observation, &mut scores);
        }
        winner(&scores)
    }
}

/// The part of speech with the highest score; the first of equals.
fn winner(scores: &Scores) -> Pos {
    let mut best = (i16::MIN, Pos::X);
    for (&score, pos) in scores.iter().zip(Pos::ALL) {
        if score > best.0 {
            best = (score, pos);
        }
    }
    best.1
}
