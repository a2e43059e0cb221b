//! What goes on from one passage to the next: the speaker of a quotation that nothing else ascribes.
//!
//! In: the attributions of the passages before. Out: more of them for the [`Reader`]. Example: in `"We won," said Smith. "It is over."` the second run is
//! Smith's too. Limits: a run goes on from the last speaker only, over one paragraph's end at most.

use crate::kind::BlockRole;
use crate::quotation::attribute::{Attribution, CONTINUED, CONTINUED_FAR, GUESSED, Reader, UNKNOWN};
use crate::quotation::cue::cues;
use crate::quotation::passage::{Item, Passage};
use crate::quotation::subject::Subject;
use crate::tag::Pos;

/// What a passage leaves to the next one.
#[derive(Clone, Debug, Default)]
pub(super) struct Last {
    /// The attribution that a following run continues.
    spoken: Option<Attribution>,
    block: usize,
    /// Whether the passage ended with a colon.
    is_announced: bool,
}

impl Last {
    pub(super) fn after(&self, p: &Passage, found: &[Attribution]) -> Last {
        let spoken = found.iter().rev().find(|a| a.source.is_some()).cloned();
        let ends_open = p.len() > 0 && p.is_mark(p.len() - 1, &[":"]);
        let is_announced = ends_open && p.role == BlockRole::Body;
        let announced = is_announced.then(|| announcer(p)).flatten();
        let spoken = spoken.or(announced).or_else(|| subject_of(p));
        Last { spoken, block: p.block, is_announced }
    }
}

/// "Smith wrote:" at the end of a paragraph ascribes what the next one holds in marks.
fn announcer(p: &Passage) -> Option<Attribution> {
    let cue = cues(p).into_iter().rev().find(|c| c.takes('q'));
    let source = cue
        .as_ref()
        .and_then(|c| match p.subject(c.range.start) {
            Subject::Before(range) => Some(range),
            _ => p.main_subject(c.range.start),
        })
        .or_else(|| p.main_subject(p.len()))?;
    Some(Attribution {
        run: None,
        clause: 0..0,
        cue: cue.map(|c| p.tokens(&c.range)),
        source: Some(p.tokens(&source)),
        addressee: None,
        confidence: CONTINUED,
    })
}

/// "Ann Smith was furious." before a quotation that fills the next sentence: she is likely its speaker.
fn subject_of(p: &Passage) -> Option<Attribution> {
    let has_quote = (0..p.len()).any(|n| p.quote(n).is_some());
    let source = p.main_subject(p.len()).filter(|_| p.role == BlockRole::Body && !has_quote)?;
    let is_person = matches!(p.word(source.start), "he" | "she")
        || p.is_capitalised(source.end - 1) && p.pos(source.end - 1) == Pos::Propn;
    let names_another = (source.end..p.len()).any(|n| p.is_capitalised(n) && !p.is_day(n));
    (is_person && !names_another).then(|| Attribution {
        run: None,
        clause: 0..0,
        cue: None,
        source: Some(p.tokens(&source)),
        addressee: None,
        confidence: GUESSED,
    })
}

impl Reader<'_, '_> {
    /// Runs that no cue of the passage governs go on from the last one, where nothing speaks against it.
    pub(super) fn continue_from(&mut self, last: &Last) {
        let p = self.p;
        // `Adding, "…"`: a participle alone says nothing of another speaker.
        let is_adding = p.token(0).is_some_and(|_| p.is_gerund(0) && p.reports(0));
        let is_bare = (usize::from(is_adding)..p.len()).all(|n| p.quote(n).is_some() || p.is_punctuation(n));
        for n in 0..p.len() {
            let Some(run) = p.quote(n).filter(|&run| !self.is_taken(run)) else {
                continue;
            };
            let previous = self.out.iter().rev().find(|a| a.source.is_some()).cloned();
            let (from, confidence) = match previous {
                Some(found) if self.follows_on(n) => (Some(found), CONTINUED),
                Some(_) => (None, UNKNOWN),
                None if !is_bare => (None, UNKNOWN),
                None if last.block == p.block || last.is_announced => (last.spoken.clone(), CONTINUED),
                None if last.block + 1 == p.block => {
                    (last.spoken.clone().filter(|s| s.run.is_some()), CONTINUED_FAR)
                }
                None => (None, UNKNOWN),
            };
            if let Some(found) = from {
                self.out.push(Attribution {
                    run: Some(run),
                    clause: 0..0,
                    addressee: None,
                    confidence: confidence.min(found.confidence),
                    ..found
                });
            }
        }
    }

    /// "called it 'a farce' and 'a shame'": another run in the clause of an ascribed one.
    fn follows_on(&self, n: usize) -> bool {
        let p = self.p;
        let before = (0..n).rev().find(|&i| p.quote(i).is_some());
        before.is_some_and(|i| {
            n - i <= 8
                && (i + 1..n)
                    .all(|k| !p.is_mark(k, &[";", "."]) && !matches!(p.items.get(k), Some(Item::Quote(_))))
        })
    }
}
