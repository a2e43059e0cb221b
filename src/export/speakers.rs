//! Quotations by speaker, each wording once.
//!
//! In: a report. Out: [`Speaker`]s with what they are quoted with. Example: the same words in two articles, one with curly
//! and one with straight marks, are one [`Quote`] in two places. Limits: clauses without marks are only counted.

use crate::kind::QuoteKind;
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
    let mut speakers: Vec<(Option<u32>, Speaker<'a>)> = Vec::new();
    for quotation in &report.quotations {
        let at = speakers.iter().position(|(id, _)| *id == quotation.speaker).unwrap_or_else(|| {
            let name = quotation.speaker.and_then(|id| report.entities.get(id as usize));
            let name = name.map(|entity| entity.name.as_str());
            speakers.push((quotation.speaker, Speaker { name, quotes: Vec::new(), unmarked: 0 }));
            speakers.len() - 1
        });
        if let Some((_, speaker)) = speakers.get_mut(at) {
            speaker.add(view, quotation);
        }
    }
    speakers.sort_by_key(|(id, _)| id.is_none());
    speakers.into_iter().map(|(_, speaker)| speaker).collect()
}

impl<'a> Speaker<'a> {
    /// "2 more without quotation marks", where there are any.
    pub fn rest(&self) -> Option<String> {
        let more = if self.quotes.is_empty() { "" } else { " more" };
        (self.unmarked > 0).then(|| format!("{}{more} without quotation marks", self.unmarked))
    }

    fn add(&mut self, view: &View, quotation: &'a Quotation) {
        match quotation.kind {
            QuoteKind::Indirect => self.unmarked += 1,
            // The words in marks of a mixed quotation are quotations of their own.
            QuoteKind::Mixed => {}
            QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Headline => {
                if let Some((text, line)) = view.words(quotation.article, quotation.content) {
                    self.insert(Quote { text, first: quotation, places: vec![(quotation.article, line)] });
                }
            }
        }
    }

    /// The same words again are a further place; other versions of an utterance stand beside it.
    fn insert(&mut self, quote: Quote<'a>) {
        let key = wording(&quote.text);
        if let Some(known) = self.quotes.iter_mut().find(|known| wording(&known.text) == key) {
            known.places.extend(quote.places);
            return;
        }
        let cluster = quote.first.cluster;
        let beside =
            self.quotes.iter().rposition(|known| cluster.is_some() && known.first.cluster == cluster);
        self.quotes.insert(beside.map_or(self.quotes.len(), |at| at + 1), quote);
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
    use crate::export::sample;

    #[test]
    fn the_same_words_of_one_speaker_stand_once() {
        let report = sample::report();
        let speakers = speakers(&report, &View::new(&report));
        let smyth = speakers.iter().find(|speaker| speaker.name == Some("Ann Smyth")).unwrap();
        assert_eq!(smyth.quotes[0].places.len(), 2);
        assert_eq!(smyth.unmarked, 1);
        assert!(speakers.last().unwrap().name.is_none());
    }

    #[test]
    fn marks_and_the_comma_before_said_make_no_other_wording() {
        assert_eq!(wording("We’ve “won”,"), wording("We've \"won\"."));
        assert_ne!(wording("We won"), wording("We won!"));
    }
}
