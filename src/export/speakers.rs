//! Quotations by speaker, each wording once.
//!
//! In: a report. Out: [`Speaker`]s with what they are quoted with. Example: the same words in two articles, one with curly
//! and one with straight marks, are one [`Quote`] in two places. Limits: clauses without marks are only counted.

use std::collections::BTreeMap;

use crate::kind::QuoteKind;
use crate::order::sort_by_key;
use crate::wire::{Quotation, Report};

use super::view::View;

/// What one speaker is quoted with.
pub struct Speaker<'a> {
    /// The name, or none when the speaker is not known.
    pub name: Option<&'a str>,
    /// Each wording once.
    pub quotes: Vec<Quote<'a>>,
    /// Reported clauses without marks.
    pub unmarked: usize,
}

/// One wording and where it stands.
pub struct Quote<'a> {
    /// The words, without marks.
    pub text: String,
    /// The first quotation that has it.
    pub first: &'a Quotation,
    /// Article and line of each.
    pub places: Vec<(u32, usize)>,
}

/// In the order in which speakers first appear; quotations without a known speaker come last.
pub fn speakers<'a>(report: &'a Report, view: &View) -> Vec<Speaker<'a>> {
    let mut lists: Vec<(Option<u32>, Vec<&Quotation>)> = Vec::new();
    let mut index = BTreeMap::new();
    for quotation in &report.quotations {
        let at = *index.entry(quotation.speaker).or_insert_with(|| {
            lists.push((quotation.speaker, Vec::new()));
            lists.len() - 1
        });
        if let Some((_, list)) = lists.get_mut(at) {
            list.push(quotation);
        }
    }
    sort_by_key(&mut lists, |(id, _)| id.is_none());
    lists.into_iter().map(|(id, list)| speaker(report, view, id, &list)).collect()
}

fn speaker<'a>(report: &'a Report, view: &View, id: Option<u32>, list: &[&'a Quotation]) -> Speaker<'a> {
    let name = id.and_then(|id| report.entities.get(id as usize)).map(|entity| entity.name.as_str());
    let unmarked = list.iter().filter(|quotation| quotation.kind == QuoteKind::Indirect).count();
    Speaker { name, quotes: quotes(view, list), unmarked }
}

/// The same words again are a further place; versions of one utterance stand beside each other.
fn quotes<'a>(view: &View, list: &[&'a Quotation]) -> Vec<Quote<'a>> {
    let mut quotes: Vec<Quote<'a>> = Vec::new();
    let mut index = BTreeMap::new();
    for &quotation in list.iter().filter(|quotation| has_marks(quotation.kind)) {
        let Some((text, line)) = view.words(quotation.article, quotation.content) else { continue };
        let at = *index.entry(wording(&text)).or_insert_with(|| {
            quotes.push(Quote { text, first: quotation, places: Vec::new() });
            quotes.len() - 1
        });
        if let Some(quote) = quotes.get_mut(at) {
            quote.places.push((quotation.article, line));
        }
    }
    let mut first = BTreeMap::new();
    let order: Vec<_> = (0..)
        .zip(&quotes)
        .map(|(at, quote)| quote.first.cluster.map_or(at, |id| *first.entry(id).or_insert(at)))
        .collect();
    let mut order: Vec<(usize, Quote)> = order.into_iter().zip(quotes).collect();
    sort_by_key(&mut order, |(at, _)| *at);
    order.into_iter().map(|(_, quote)| quote).collect()
}

/// The words in marks of a mixed quotation are quotations of their own.
fn has_marks(kind: QuoteKind) -> bool {
    matches!(kind, QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Headline)
}

impl Speaker<'_> {
    /// "2 more without quotation marks", where there are any.
    pub fn rest(&self) -> Option<String> {
        let more = if self.quotes.is_empty() { "" } else { " more" };
        (self.unmarked > 0).then(|| format!("{}{more} without quotation marks", self.unmarked))
    }
}

/// The words without what outlets set in their own way: the shape of marks, the comma before "said".
fn wording(text: &str) -> String {
    let straight = text.trim_end_matches([',', '.']).chars().map(|character| match character {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        other => other,
    });
    straight.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::reader::Reader;
    use crate::export::sample;

    const NOBODY: Reader = Reader { addresses: Vec::new(), reviews: Vec::new(), only: None };

    #[test]
    fn the_same_words_of_one_speaker_stand_once() {
        let report = sample::report();
        let speakers = speakers(&report, &View::new(&report, &NOBODY));
        let smyth = speakers.iter().find(|speaker| speaker.name == Some("Ann Smyth")).unwrap();
        assert_eq!(smyth.quotes[0].places.len(), 2);
        assert_eq!(smyth.unmarked, 1);
        assert!(speakers.last().unwrap().name.is_none());
    }

    #[test]
    fn versions_of_one_utterance_stand_together() {
        let mut report = sample::report();
        // "We had no warning at all" of A and "We had no warning" of B, with another quotation between them.
        report.quotations[0].cluster = Some(3);
        report.quotations[3].cluster = Some(3);
        let speakers = speakers(&report, &View::new(&report, &NOBODY));
        let texts: Vec<_> = speakers[0].quotes.iter().map(|quote| quote.text.as_str()).collect();
        assert_eq!(
            texts,
            ["We had no warning at all,", "We had no warning,", "The ship came in much too fast."]
        );
    }

    #[test]
    fn marks_and_the_comma_before_said_make_no_other_wording() {
        assert_eq!(wording("We’ve “won”,"), wording("We've \"won\"."));
        assert_ne!(wording("We won"), wording("We won!"));
    }
}
