//! What the recogniser looks at, as numbers. Training and use share this file, so they can not drift apart.
//!
//! In: a [`Scene`] and a token of one of its zones. Out: 32-bit hashes, one for every observation such as "ends in -stan", "the word before is
//! 'Mayor'" or "elsewhere in the article 'said' follows it". Observations that hang on one word alone stand apart, so that use can add up their
//! weights once for each distinct word. Looking at the other places of a word follows Ratinov and Roth (CoNLL 2009).
//! Limit: two observations may share a hash; training sees the same.

use std::ops::Range;

use crate::entity::form::{Form, GIVEN, HEAD_BITS};
use crate::entity::scene::Scene;
use crate::tag::features::{Case, Side, head, mix, tail, text_hash};

/// Counts and distances above this are alike.
const MANY: usize = 4;
/// The word lists, by bit.
const LISTS: u32 = 32;

/// Observations on the word itself.
pub fn own(form: &Form, out: &mut Vec<u32>) {
    let look = form.look();
    out.push(mix(100, form.word, 0));
    out.push(mix(101, form.word, look + 1));
    for n in 1..=4 {
        let ending = tail(&form.lower, n);
        if ending.len() < form.lower.len() {
            out.push(mix(102, text_hash(ending), form.case as u32));
        }
        let beginning = head(&form.lower, n);
        if beginning.len() < form.lower.len() {
            out.push(mix(103, text_hash(beginning), n as u32 * 8 + form.case as u32));
        }
    }
    if form.case == Case::Title && form.cluster[0] == 0 {
        let letters: Vec<char> = form.lower.chars().collect();
        for three in letters.windows(3) {
            let number =
                three.iter().fold(0u32, |sum, &c| sum.wrapping_mul(1_000).wrapping_add(u32::from(c)));
            out.push(mix(114, number, 0));
        }
    }
    out.push(mix(104, look, 0));
    out.push(mix(105, form.shape, form.setting as u32));
    out.push(mix(106, form.class[0].into(), look));
    out.push(mix(107, form.class[1].into(), look));
    out.push(mix(108, form.cluster[0], form.case as u32));
    out.push(mix(109, form.cluster[1], look));
    out.push(mix(110, form.flags, look));
    for bit in (0..LISTS).filter(|bit| form.flags >> bit & 1 == 1) {
        out.push(mix(111, bit, form.case as u32));
    }
    out.push(mix(112, form.rank, form.setting as u32));
    for list in 0..3 {
        out.push(mix(113, list, form.rank >> (list * 3) & 7));
    }
}

/// Observations on a neighbour.
pub fn neighbour(form: &Form, side: Side, out: &mut Vec<u32>) {
    let base = 120 + side as u32 * 8;
    out.push(mix(base, form.word, 0));
    out.push(mix(base + 1, form.cluster[0], 0));
    out.push(mix(base + 2, form.cluster[1], form.case as u32));
    out.push(mix(base + 3, form.flags, 0));
    if matches!(side, Side::Before | Side::After) {
        out.push(mix(base + 4, form.shape, 0));
        out.push(mix(base + 5, text_hash(tail(&form.lower, 3)), form.case as u32));
        out.push(mix(250 + side as u32, form.rank, form.case as u32));
        out.push(mix(base + 6, form.class[0].into(), form.class[1].into()));
        for bit in (0..LISTS).filter(|bit| form.flags >> bit & 1 == 1) {
            out.push(mix(base + 7, bit, 0));
        }
    }
}

/// Observations on a token together with what stands around it.
pub fn joint(scene: &Scene, at: usize, sentence: &Range<usize>, out: &mut Vec<u32>) {
    let form = |place: usize| scene.form(place, sentence);
    let (Some(far), Some(previous), Some(here), Some(next), Some(after)) =
        (form(at.wrapping_sub(2)), form(at.wrapping_sub(1)), form(at), form(at + 1), form(at + 2))
    else {
        return;
    };
    let pos = |place: usize| if sentence.contains(&place) { scene.prose.pos(place) as u32 + 1 } else { 0 };
    let (before, own, behind) = (pos(at.wrapping_sub(1)), pos(at), pos(at + 1));
    out.push(mix(160, own, here.look()));
    out.push(mix(161, before * 32 + own, 0));
    out.push(mix(162, own * 32 + behind, 0));
    out.push(mix(163, (before * 32 + own) * 32 + behind, 0));
    out.push(mix(164, previous.word, here.word));
    out.push(mix(165, here.word, next.word));
    out.push(mix(166, previous.cluster[1], here.cluster[1]));
    out.push(mix(167, here.cluster[1], next.cluster[1]));
    out.push(mix(168, previous.flags, here.flags));
    out.push(mix(169, here.flags, next.flags));
    out.push(mix(170, far.word, previous.word));
    out.push(mix(171, next.word, after.word));
    let cases = [far, previous, here, next, after].iter().fold(0, |sum, f| sum * 8 + f.case as u32);
    out.push(mix(172, cases, here.setting as u32));
    out.push(mix(173, previous.shape, here.shape));
    out.push(mix(174, here.shape, next.shape));
    out.push(mix(175, previous.rank, here.rank));
    out.push(mix(176, here.rank, next.rank));
    lists(scene, at, here, out);
    run(scene, at, sentence, here, out);
}

/// What the lists say of the token and its neighbours.
fn lists(scene: &Scene, at: usize, here: &Form, out: &mut Vec<u32>) {
    let [before, own, behind] = [at.wrapping_sub(1), at, at + 1].map(|place| scene.matched(place));
    out.push(mix(180, own.name, here.setting as u32));
    out.push(mix(181, own.title, own.name));
    out.push(mix(182, before.title, own.title));
    out.push(mix(183, before.title, own.name));
    out.push(mix(184, own.name, behind.name));
    out.push(mix(185, before.name, own.name));
    out.push(mix(186, own.name, behind.title));
    out.push(mix(187, own.town, own.name));
    out.push(mix(188, here.rank, before.title));
    out.push(mix(189, here.rank, behind.name));
}

/// The run of capitalised words that the token is part of, and what "of" and "and" tie it to.
fn run(scene: &Scene, at: usize, sentence: &Range<usize>, here: &Form, out: &mut Vec<u32>) {
    let run = scene.run(at);
    if run.end <= run.start {
        return;
    }
    let form =
        |place: usize| scene.form(place, sentence).map_or((0, 0, 0), |f| (f.word, f.flags, f.cluster[1]));
    let (first, last) = (form(run.start), form(run.end - 1));
    let (from, to) = ((at - run.start).min(MANY) as u32, (run.end - 1 - at).min(MANY) as u32);
    let place = from * 8 + to;
    out.push(mix(190, place, here.setting as u32));
    out.push(mix(191, last.0, place.min(1)));
    out.push(mix(192, last.1, u32::from(to == 0)));
    out.push(mix(193, last.1 & HEAD_BITS, place));
    out.push(mix(194, first.1, from));
    out.push(mix(195, first.0, to));
    out.push(mix(196, last.2, u32::from(to == 0)));
    let (before, behind) = (form(run.start.wrapping_sub(1)), form(run.end));
    out.push(mix(197, before.0, from.min(1)));
    out.push(mix(198, behind.0, to.min(1)));
    out.push(mix(199, before.0, behind.0));
    out.push(mix(200, before.2, behind.2));
    let head = form(run.start.wrapping_sub(2));
    out.push(mix(201, mix(1, before.0, head.1 & HEAD_BITS), from));
    out.push(mix(202, mix(1, behind.0, form(run.end + 1).1 & HEAD_BITS), to));
    out.push(mix(203, mix(1, before.0, head.0), 0));
    let ahead = run.ahead;
    out.push(mix(204, ahead.verb, 0));
    out.push(mix(205, ahead.verb_cluster, u32::from(run.end - run.start > 1)));
    out.push(mix(206, ahead.pronoun, here.look()));
    let fine = |place: usize| scene.form(place, sentence).map_or(0, |f| f.cluster[0]);
    out.push(mix(207, fine(run.start.wrapping_sub(1)), from.min(1)));
    out.push(mix(208, fine(run.end), to.min(1)));
    out.push(mix(209, before.0, last.1 & HEAD_BITS));
}

/// What the rest of the article says of the word.
pub fn elsewhere(scene: &Scene, at: usize, sentence: &Range<usize>, out: &mut Vec<u32>) {
    let Some(here) = scene.form(at, sentence) else { return };
    let (small, named) = scene.counts(at);
    let [small, named] = [small, named].map(|n| n.min(3));
    out.push(mix(210, small * 4 + named, here.setting as u32));
    let start = out.len();
    for &place in scene.places(at) {
        let Some(within) = scene.prose.sentence_at(place) else { continue };
        place_of(scene, place, &within, out);
    }
    let mut told = out.split_off(start);
    told.sort_unstable();
    told.dedup();
    out.append(&mut told);
}

/// What one place of a word says of it.
fn place_of(scene: &Scene, at: usize, sentence: &Range<usize>, out: &mut Vec<u32>) {
    let form = |place: usize| scene.form(place, sentence);
    let (Some(previous), Some(next)) = (form(at.wrapping_sub(1)), form(at + 1)) else { return };
    out.push(mix(211, previous.word, 0));
    out.push(mix(212, next.word, 0));
    out.push(mix(213, previous.flags, 0));
    out.push(mix(214, next.cluster[1], 0));
    out.push(mix(215, scene.matched(at).name, 0));
    out.push(mix(216, scene.matched(at.wrapping_sub(1)).title, 0));
    let run = scene.run(at);
    if run.end <= run.start {
        return;
    }
    let ends = u32::from(at == run.start) * 2 + u32::from(at + 1 == run.end);
    let flags = |place: usize| form(place).map_or(0, |f| f.flags);
    out.push(mix(217, ends, (run.end - run.start).min(MANY) as u32));
    out.push(mix(218, flags(run.start) & GIVEN, ends));
    out.push(mix(219, flags(run.end - 1) & HEAD_BITS, ends));
}

/// All observations on a token, in the form in which training counts them.
pub fn all(scene: &Scene, at: usize, sentence: &Range<usize>, out: &mut Vec<u32>) {
    if let Some(form) = scene.form(at, sentence) {
        own(form, out);
    }
    for (side, place) in Side::ALL.into_iter().zip([at.wrapping_sub(2), at.wrapping_sub(1), at + 1, at + 2]) {
        if let Some(form) = scene.form(place, sentence) {
            neighbour(form, side, out);
        }
    }
    joint(scene, at, sentence, out);
    elsewhere(scene, at, sentence, out);
}
