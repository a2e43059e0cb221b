//! Names that stand in full in the article and show in its headlines, where a capital says nothing.
//!
//! In: the names found, and the scene. Out: the same, with surnames in headlines and at heads of sentences added, and a calling in capitals cut off a
//! surname. Example: above "Lena Haas spoke", the line "Haas to Speak" names her, and "Climber Haas Speaks" does so too.
//! Limit: words that everybody uses ("Brown") are left as they were found.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::entity::agree::Found;
use crate::entity::form::Form;
use crate::entity::label::Class;
use crate::entity::scene::Scene;
use crate::tag::features::Setting;

/// Adds the echoes and mends the starts; in order.
pub(super) fn echoed(scene: &Scene, found: Vec<Found>) -> Vec<Found> {
    let surnames: FxHashSet<&str> = found
        .iter()
        .filter(|name| {
            name.class == Class::Person && name.tokens.len() > 1 && is_in_text(scene, name.tokens.start)
        })
        .map(|name| scene.prose.lower(name.tokens.end - 1))
        .collect();
    let is_echo = |at: usize| surnames.contains(scene.prose.lower(at)) && is_rare_and_raised(scene, at);
    let mut out = Vec::with_capacity(found.len());
    let mut from = 0;
    for mut name in found {
        let Range { start, end } = name.tokens;
        out.extend(echoes(scene, from..start, &is_echo));
        from = end;
        if name.class == Class::Person
            && end - start == 2
            && !is_plain(scene, start)
            && is_echo(end - 1)
            && is_common(scene, start)
        {
            name.tokens.start = end - 1;
        }
        out.push(name);
    }
    out.extend(echoes(scene, from..scene.prose.len(), &is_echo));
    out
}

/// Echoes among tokens that stand in no name.
fn echoes(scene: &Scene, gap: Range<usize>, is_echo: &impl Fn(usize) -> bool) -> Vec<Found> {
    let first = scene.zones.partition_point(|zone| zone.end <= gap.start);
    let zones = scene.zones.iter().skip(first).take_while(|zone| zone.start < gap.end);
    let tokens = zones.flat_map(|zone| zone.start.max(gap.start)..zone.end.min(gap.end));
    let heard = tokens.filter(|&at| !is_plain(scene, at) && is_echo(at));
    heard.map(|at| Found { tokens: at..at + 1, class: Class::Person, leads: Default::default() }).collect()
}

/// Whether a capital means something where the token stands.
fn is_plain(scene: &Scene, at: usize) -> bool {
    scene.form_at(at).is_some_and(|form| form.setting == Setting::Middle)
}

/// Whether the token stands in running text.
fn is_in_text(scene: &Scene, at: usize) -> bool {
    scene.form_at(at).is_some_and(|form| matches!(form.setting, Setting::Middle | Setting::First))
}

fn is_common(scene: &Scene, at: usize) -> bool {
    scene.form_at(at).is_some_and(Form::is_common)
}

fn is_rare_and_raised(scene: &Scene, at: usize) -> bool {
    scene.run(at).end > at && scene.form_at(at).is_some_and(|form| !form.is_everyday)
}
