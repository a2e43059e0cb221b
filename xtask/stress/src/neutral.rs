//! Copies in which no fact is another one.
//!
//! In: a [`Source`]. Out: articles with paragraphs in another order, other marks, other verbs of reporting, or a sentence less.
//! Example: "“Yes,” Lee said." becomes "\"Yes,\" Lee said." in one copy and "“Yes,” Lee stated." in another.
//! Limits: a paragraph or sentence that takes up what was said before it ("He added that") stays behind what it follows.

use std::ops::Range;

use crosscheck::Article;
use crosscheck::kind::{BlockRole, EntityKind};
use crosscheck::span::Span;

use crate::source::{Edit, Source};
use crate::vocabulary::{CONNECTIVES, PRONOUNS, REPORTING};

/// Curly marks and long dashes with their plain forms.
const PLAIN: &[(char, &str)] = &[
    ('\u{2018}', "'"),
    ('\u{2019}', "'"),
    ('\u{201c}', "\""),
    ('\u{201d}', "\""),
    ('\u{2013}', "-"),
    ('\u{2014}', "--"),
    ('\u{2026}', "..."),
    ('\u{a0}', " "),
];

/// Neighbouring paragraphs exchanged, all of them turned round, and the second half put first.
#[must_use]
pub fn reordered(source: &Source) -> Vec<Article> {
    let parts = parts(source);
    let count = parts.len();
    let mut orders: Vec<Vec<usize>> = Vec::new();
    for first in 0..count.saturating_sub(1) {
        let mut order: Vec<usize> = (0..count).collect();
        order.swap(first, first + 1);
        orders.push(order);
    }
    if count > 2 {
        orders.push((0..count).rev().collect());
        orders.push((count / 2..count).chain(0..count / 2).collect());
    }
    orders.iter().map(|order| in_order(source, &parts, order)).collect()
}

/// Runs of blocks from one that stands by itself to the next: headings with what is under them, paragraphs with those that go on.
fn parts(source: &Source) -> Vec<Span> {
    let blocks = &source.report.articles.first().map_or(&[][..], |article| &article.blocks);
    let mut parts: Vec<Span> = Vec::new();
    let mut under_heading = false;
    for block in blocks.iter() {
        let stands = match block.role {
            BlockRole::Subhead => true,
            BlockRole::Body => !under_heading && is_self_standing(source, block.span.start),
            _ => false,
        };
        under_heading = block.role == BlockRole::Subhead;
        match parts.last_mut() {
            Some(last) if !stands => *last = last.cover(block.span),
            None if block.role != BlockRole::Body => {}
            _ => parts.push(block.span),
        }
    }
    parts
}

/// Whether the sentence at the byte names somebody or something before any pronoun, and takes up nothing.
fn is_self_standing(source: &Source, byte: u32) -> bool {
    let prose = &source.prose;
    let start = prose.tokens.partition_point(|token| token.span.end <= byte);
    let sentence = source.sentence(start);
    let first = prose.lower(start);
    let taken_up = CONNECTIVES.contains(&first) || (first == "the" && !prose.is_capitalised(start + 1));
    let pronoun =
        sentence.clone().find(|&at| PRONOUNS.contains(&prose.lower(at)) && !source.is_quoted(prose.span(at)));
    let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
    let named = kinds
        .iter()
        .flat_map(|kind| source.names(*kind))
        .map(|(_, span)| prose.tokens_in(span).start)
        .filter(|at| sentence.contains(at))
        .min();
    !taken_up && named.is_some_and(|named| pronoun.is_none_or(|pronoun| named < pronoun))
}

/// The text with its parts in another order; what lies between parts stays where it is.
fn in_order(source: &Source, parts: &[Span], order: &[usize]) -> Article {
    let text = &source.article.text;
    let mut out = String::new();
    let mut done = 0;
    for (slot, &part) in parts.iter().zip(order) {
        out.push_str(Span { start: done, end: slot.start }.of(text));
        out.push_str(parts.get(part).map_or("", |span| span.of(text)));
        done = slot.end;
    }
    out.push_str(Span::new(done as usize, text.len()).of(text));
    Article { text: out, ..source.article.clone() }
}

/// All marks plain, all quotation marks curly, and dashes of another kind.
#[must_use]
pub fn restyled(source: &Source) -> Vec<Article> {
    let styles: [fn(&str) -> String; 3] =
        [plain, curly, |text| text.replace('\u{2014}', "\u{2013}").replace(" - ", " \u{2014} ")];
    let copies = styles.iter().map(|style| Article {
        text: style(&source.article.text),
        title: source.article.title.as_deref().map(style),
        ..source.article.clone()
    });
    copies.filter(|copy| copy.text != source.article.text).collect()
}

fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| {
            let other = PLAIN.iter().find(|(mark, _)| *mark == letter).map(|(_, plain)| (*plain).to_owned());
            other.unwrap_or_else(|| letter.to_string())
        })
        .collect()
}

/// Straight marks curly: opening after white space, brackets and other opening marks, closing elsewhere.
fn curly(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        let opens = out
            .chars()
            .last()
            .is_none_or(|before| before.is_whitespace() || "([{\u{2018}\u{201c}\u{2014}".contains(before));
        out.push(match (letter, opens) {
            ('"', true) => '\u{201c}',
            ('"', false) => '\u{201d}',
            ('\'', true) => '\u{2018}',
            ('\'', false) => '\u{2019}',
            _ => letter,
        });
    }
    out
}

/// Each verb of reporting as another that says the same, and all of them at once.
#[must_use]
pub fn synonyms(source: &Source) -> Vec<Article> {
    let cues: Vec<Edit> = source
        .phrases(REPORTING)
        .into_iter()
        .filter(|(range, _)| is_cue(source, range))
        .map(|(range, other)| source.replacing(range, other))
        .collect();
    let mut all = source.article.text.clone();
    for edit in cues.iter().rev() {
        all.replace_range(edit.span.range(), &edit.text);
    }
    let one_by_one = cues.iter().map(|edit| source.with(edit));
    let together = (cues.len() > 1).then(|| Article { text: all, ..source.article.clone() });
    one_by_one.chain(together).collect()
}

/// Whether a quotation or report hangs on the verb.
fn is_cue(source: &Source, range: &Range<usize>) -> bool {
    let span = source.prose.cover(range.clone());
    source.report.quotations.iter().any(|q| q.cue.is_some_and(|cue| cue.overlaps(span)))
}

/// One sentence of the body left out, where none that follows hangs on it.
#[must_use]
pub fn shortened(source: &Source) -> Vec<Article> {
    let prose = &source.prose;
    let mut copies = Vec::new();
    for (index, sentence) in prose.sentences.iter().enumerate() {
        let next = prose.sentences.get(index + 1);
        let free = next.is_none_or(|next| is_self_standing(source, prose.span(next.start).start));
        let span = prose.cover(sentence.clone());
        let whole = source
            .report
            .quotations
            .iter()
            .all(|q| !q.place.span.overlaps(span) || span.contains(q.place.span));
        if prose.role_of(sentence.start) == BlockRole::Body && free && whole {
            let gone = with_blanks(source, index);
            let before = Span { start: 0, end: gone.start }.of(&source.article.text);
            let after = Span::new(gone.end as usize, source.article.text.len()).of(&source.article.text);
            copies.push(Article { text: [before, after].concat(), ..source.article.clone() });
        }
    }
    copies
}

/// The sentence with the blanks that part it from the next in its paragraph, or else from the one before.
fn with_blanks(source: &Source, index: usize) -> Span {
    let prose = &source.prose;
    let own = prose.sentence_span(index);
    let block = prose.blocks.iter().find(|block| block.span.contains(own)).map(|block| block.span);
    let beside = |other: Option<usize>| {
        let span = prose.sentence_span(other.filter(|&at| at < prose.sentences.len())?);
        block.is_some_and(|block| block.contains(span)).then_some(span)
    };
    match (beside(Some(index + 1)), beside(index.checked_sub(1))) {
        (Some(next), _) => Span { start: own.start, end: next.start },
        (None, Some(before)) => Span { start: before.end, end: own.end },
        (None, None) => own,
    }
}
