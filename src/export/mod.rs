//! The forms in which a report leaves the tool, made once for page and command.
//!
//! In: a [`wire::Report`](crate::wire::Report), fresh or saved, and the [`Reader`]'s part. Out: one string. Example:
//! `export(&report, &Reader::default(), Format::Csv)` gives one row a finding. Limits: what articles say is put in as plain
//! text everywhere; it can not become markup, a formula or a terminal command. Characters that only steer a display are
//! shown as `�`, and white space is folded; only the selectors of annotations keep a text to the letter, in escapes.

mod annotation;
mod claim_review;
mod csv;
mod flow;
mod html;
mod json;
mod markdown;
mod reader;
#[cfg(test)]
mod sample;
mod speakers;
mod text;
mod view;
mod words;

use std::str::FromStr;

use crate::kind::UnknownCode;
use crate::wire::Report;

pub use reader::{Reader, Review, Verdict};
pub use text::{Color, Layout};

/// A form to read or to calculate with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal or a mail: carets under the differing words.
    Text,
    /// For notes and issue trackers.
    Markdown,
    /// One file for a browser, without scripts.
    Html,
    /// For spreadsheets: one row a finding.
    Csv,
    /// One row a name and article.
    CsvNames,
    /// One row a quotation.
    CsvQuotations,
    /// One row a claim and article.
    CsvClaims,
    /// W3C Web Annotations in JSON-LD.
    Annotations,
    /// Drafts of schema.org ClaimReview in JSON-LD.
    ClaimReview,
}

impl Format {
    /// Every form with its name.
    pub const ALL: [(&'static str, Self); 9] = [
        ("text", Self::Text),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("csv", Self::Csv),
        ("csv-names", Self::CsvNames),
        ("csv-quotations", Self::CsvQuotations),
        ("csv-claims", Self::CsvClaims),
        ("annotations", Self::Annotations),
        ("claim-review", Self::ClaimReview),
    ];
}

impl FromStr for Format {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, format)| *format).ok_or(UnknownCode)
    }
}

/// The report in the given form; text comes without color.
#[must_use]
pub fn export(report: &Report, reader: &Reader, format: Format) -> String {
    match format {
        Format::Text => text(report, reader, &Layout::default()),
        Format::Markdown => markdown::markdown(report, reader),
        Format::Html => html::html(report, reader),
        Format::Csv => csv::findings(report, reader),
        Format::CsvNames => csv::names(report, reader),
        Format::CsvQuotations => csv::quotations(report, reader),
        Format::CsvClaims => csv::claims(report, reader),
        Format::Annotations => annotation::annotations(report, reader),
        Format::ClaimReview => claim_review::claim_review(report, reader),
    }
}

/// The report as text, laid out for a terminal or a file.
#[must_use]
pub fn text(report: &Report, reader: &Reader, layout: &Layout) -> String {
    text::text(report, reader, layout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_formats() {
        for (name, format) in [
            ("text", Ok(Format::Text)),
            ("csv-names", Ok(Format::CsvNames)),
            ("claim-review", Ok(Format::ClaimReview)),
            ("Text", Err(UnknownCode)),
            ("pdf", Err(UnknownCode)),
        ] {
            assert_eq!(name.parse(), format, "{name}");
        }
    }

    #[test]
    fn an_empty_report_can_leave_in_every_form() {
        for (name, format) in Format::ALL {
            assert!(!export(&Report::default(), &Reader::default(), format).is_empty(), "{name}");
        }
    }

    #[test]
    fn references_that_lead_nowhere_do_no_harm() {
        let mut report = sample::report();
        report.articles.truncate(1);
        report.entities.clear();
        report.topics.clear();
        for format in [
            Format::Text,
            Format::Markdown,
            Format::Csv,
            Format::Html,
            Format::Annotations,
            Format::ClaimReview,
        ] {
            assert!(
                export(&report, &Reader::default(), format).to_lowercase().contains("ferry"),
                "{format:?}"
            );
        }
    }

    #[test]
    fn what_the_reader_said_and_chose_stands_in_every_form_to_read() {
        let review = Review {
            finding: 0,
            verdict: Some(Verdict::Dismissed),
            reason: "early count".into(),
            follow_up: true,
            note: "<b>=call</b> the guard".into(),
        };
        let addresses =
            vec![Some("https://example.org/a?b=1&c=2".into()), Some("javascript:alert(1)".into())];
        let reader = Reader { addresses, reviews: vec![review], only: Some(vec![0]) };
        for format in [Format::Text, Format::Markdown, Format::Html, Format::Csv] {
            let text = export(&sample::report(), &reader, format);
            assert!(
                text.contains("dismissed") && text.contains("early count") && text.contains("the guard"),
                "{text}"
            );
            assert!(!text.contains("Ann Smyth in A, Anne Smith in B"), "not chosen: {format:?}");
            assert!(
                text.contains("https://example.org/a?b=1") && !text.contains("javascript:"),
                "{format:?}"
            );
        }
    }

    #[test]
    fn choosing_none_is_not_called_no_difference() {
        let reader = Reader { only: Some(vec![]), ..Reader::default() };
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let text = export(&sample::report(), &reader, format);
            assert!(
                text.contains("None of the findings was chosen.") && text.contains("0 of 4 findings"),
                "{text}"
            );
        }
    }
}
