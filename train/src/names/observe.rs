//! Samples as numbers: for every token in a zone its observations, and the labels that it may have.

use crosscheck::entity::features;
use crosscheck::entity::label::{Class, LABELS, OUTSIDE, label};
use crosscheck::entity::model::Model;
use crosscheck::entity::scene::Scene;
use crosscheck::lexicon::Lexicon;
use crosscheck::prose::Prose;

use crate::names::corpus::{Name, Sample};

/// Any label.
const ANYTHING: u16 = (1 << LABELS) - 1;

/// A zone of an article.
pub struct Zone {
    /// For each token, its observations; after [`number`], their numbers.
    pub tokens: Vec<Vec<u32>>,
    /// For each token, the labels that it may have, a bit for each.
    pub allowed: Vec<u16>,
    /// How much the zone counts.
    pub weight: f32,
}

/// The zones of an article that hold labelled tokens.
pub fn zones(model: &Model, sample: &Sample) -> Vec<Zone> {
    let lex = Lexicon::builtin();
    let prose = Prose::read(lex, &sample.text);
    let scene = Scene::new(lex, model, &prose);
    let allowed = allowed(&prose, sample);
    let mut zones = Vec::new();
    for zone in &scene.zones {
        let Some(sentence) = prose.sentence_at(zone.start) else { continue };
        if (prose.span(zone.start).start as usize) < sample.from {
            continue;
        }
        let tokens = zone.clone().map(|at| {
            let mut out = Vec::new();
            features::all(&scene, at, &sentence, &mut out);
            out
        });
        let mut allowed = allowed[zone.clone()].to_vec();
        if let Some(first) = allowed.first_mut() {
            *first = begun(*first);
        }
        zones.push(Zone { tokens: tokens.collect(), allowed, weight: sample.weight });
    }
    zones
}

/// The labels that each token of the article may have.
fn allowed(prose: &Prose, sample: &Sample) -> Vec<u16> {
    let mut outside = 1 << OUTSIDE;
    for &class in sample.unlabelled {
        outside |= 1 << label(class, true) | 1 << label(class, false);
    }
    let mut allowed = vec![outside; prose.len()];
    for name in &sample.names {
        mark(prose, name, &mut allowed);
    }
    for (at, token) in prose.tokens.iter().enumerate() {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        if sample.open.iter().any(|&(from, to)| start < to && end > from) {
            allowed[at] = ANYTHING;
        }
    }
    allowed
}

fn mark(prose: &Prose, name: &Name, allowed: &mut [u16]) {
    let bits = |is_first| name.classes.iter().map(|&class: &Class| 1 << label(class, is_first)).sum();
    let mut is_first = true;
    for (at, slot) in allowed.iter_mut().enumerate() {
        let span = prose.span(at);
        if (span.start as usize) < name.end && (span.end as usize) > name.start {
            *slot = bits(is_first);
            is_first = false;
        }
    }
}

/// A name that began before its zone begins with it.
fn begun(labels: u16) -> u16 {
    Class::ALL.iter().fold(labels, |labels, &class| {
        let inside = 1 << label(class, false);
        if labels & inside == 0 { labels } else { labels & !inside | 1 << label(class, true) }
    })
}
