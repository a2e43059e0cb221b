//! Headlines made from sentences: nearly every word capitalised, no full stop, a text below.
//!
//! In: a labelled article. Out: short articles, each with one of its sentences as the headline over the sentences that follow, labels kept.
//! The labelled sets hold few headlines, and there a capital says nothing. Limit: real headlines are terser.

use crosscheck::lexicon::Lexicon;
use crosscheck::prose::Prose;
use crosscheck::token::TokenKind;

use crate::names::corpus::{Name, Sample};

/// Headlines made from one article at most.
const MOST: usize = 3;
/// Tokens of a sentence that can be a headline.
const TOKENS: std::ops::Range<usize> = 6..24;
/// Sentences below a headline.
const BELOW: usize = 3;
/// How much they count.
const WEIGHT: f32 = 0.5;
/// Shorter words stay small.
const SHORTEST: usize = 4;

/// The made articles.
pub fn headlines(sample: &Sample) -> Vec<Sample> {
    let prose = Prose::read(Lexicon::builtin(), &sample.text);
    let begins = |n: usize| prose.sentence_span(n).start as usize;
    let fitting = (0..prose.sentences.len()).filter(|&n| {
        let is_short = TOKENS.contains(&prose.sentences[n].len());
        let span = prose.sentence_span(n);
        let named = |name: &Name| name.start >= span.start as usize && name.end <= span.end as usize;
        is_short && begins(n) >= sample.from && sample.names.iter().any(named)
    });
    fitting.take(MOST).map(|n| headline(&prose, sample, n)).collect()
}

fn headline(prose: &Prose, sample: &Sample, sentence: usize) -> Sample {
    let span = prose.sentence_span(sentence);
    let from = span.start as usize;
    let last = (sentence + BELOW).min(prose.sentences.len() - 1);
    let to = prose.sentence_span(last).end as usize;
    let mut text = sample.text.as_bytes()[from..to].to_vec();
    for at in prose.sentences[sentence].clone() {
        let word = prose.raw(at);
        if prose.kind(at) == TokenKind::Word && word.len() >= SHORTEST {
            text[prose.span(at).start as usize - from].make_ascii_uppercase();
        }
    }
    let end = span.end as usize - from;
    let text = String::from_utf8_lossy(&text).into_owned();
    let (head, rest) = text.split_at(end);
    let line = head.strip_suffix('.').unwrap_or(head);
    let stop = head.len() - line.len();
    // The blank line takes the place of the full stop and of the space behind it, so that no offset moves by much.
    let joined = format!("{line}\n\n{}", rest.trim_start());
    let below = joined.len() as isize - text.len() as isize;
    let moved = |place: usize| {
        let place = place - from;
        if place <= end - stop { place } else { place.saturating_add_signed(below) }
    };
    let names = sample.names.iter().filter(|name| name.start >= from && name.end <= to);
    let names =
        names.map(|name| Name { start: moved(name.start), end: moved(name.end), classes: name.classes });
    Sample {
        names: names.collect(),
        from: 0,
        unlabelled: sample.unlabelled,
        open: Vec::new(),
        weight: WEIGHT,
        text: joined,
    }
}
