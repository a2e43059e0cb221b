//! The forms in which a report leaves the tool, made once for page and command.
//!
//! In: a [`wire::Report`](crate::wire::Report), fresh or saved. Out: one string. Example: `export(&report, Format::Csv)`
//! gives one row a finding. Limits: what articles say is put in as plain text everywhere; it can not become markup, a
//! formula or a terminal command. Characters that only steer a display are shown as `�`, and white space is folded.

mod csv;
mod flow;
mod html;
mod markdown;
#[cfg(test)]
mod sample;
mod speakers;
mod text;
mod view;
mod words;

use std::str::FromStr;

use crate::kind::UnknownCode;
use crate::wire::Report;

pub use text::{Color, Layout};

/// A form to read or to calculate with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal or a mail: carets under the differing words.
    Text,
    /// For notes and issue trackers.
    Markdown,
    /// For spreadsheets: one row a finding.
    Csv,
    /// One file for a browser, without scripts.
    Html,
}

impl FromStr for Format {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "text" => Ok(Self::Text),
            "markdown" => Ok(Self::Markdown),
            "csv" => Ok(Self::Csv),
            "html" => Ok(Self::Html),
            _ => Err(UnknownCode),
        }
    }
}

/// The report in the given form; text comes without color.
#[must_use]
pub fn export(report: &Report, format: Format) -> String {
    match format {
        Format::Text => text(report, &Layout::default()),
        Format::Markdown => markdown::markdown(report),
        Format::Csv => csv::csv(report),
        Format::Html => html::html(report),
    }
}

/// The report as text, laid out for a terminal or a file.
#[must_use]
pub fn text(report: &Report, layout: &Layout) -> String {
    text::text(report, layout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_formats() {
        for (name, format) in [
            ("text", Ok(Format::Text)),
            ("markdown", Ok(Format::Markdown)),
            ("csv", Ok(Format::Csv)),
            ("html", Ok(Format::Html)),
            ("Text", Err(UnknownCode)),
            ("pdf", Err(UnknownCode)),
        ] {
            assert_eq!(name.parse(), format, "{name}");
        }
    }

    #[test]
    fn an_empty_report_can_leave_in_every_form() {
        for format in [Format::Text, Format::Markdown, Format::Csv, Format::Html] {
            assert!(!export(&Report::default(), format).is_empty(), "{format:?}");
        }
    }

    #[test]
    fn references_that_lead_nowhere_do_no_harm() {
        let mut report = sample::report();
        report.articles.truncate(1);
        report.entities.clear();
        report.topics.clear();
        for format in [Format::Text, Format::Markdown, Format::Csv, Format::Html] {
            assert!(export(&report, format).to_lowercase().contains("ferry"), "{format:?}");
        }
    }
}
