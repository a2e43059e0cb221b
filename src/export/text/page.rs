//! Lines of text as they are written: plain, wrapped with a margin, or titles with a rule.
//!
//! In: words and styles. Out: one string. Example: a flow with the lead "A" and an indent of 4 begins `A   words`, and its
//! further lines begin with four spaces. Limits: without color every style is left out.

use std::ops::Range;

use crate::export::flow::{Flow, Style, slice, width, wrap};

use super::Color;

/// The text as it grows.
pub struct Page {
    out: String,
    color: Color,
    columns: usize,
}

impl Page {
    /// An empty page.
    pub fn new(color: Color, columns: usize) -> Self {
        Self { out: String::new(), color, columns }
    }

    /// What has been written.
    pub fn into_text(self) -> String {
        self.out
    }

    /// Columns that are left of a line that is moved in.
    pub fn columns(&self, indent: usize) -> usize {
        self.columns.saturating_sub(indent)
    }

    /// A line without style.
    pub fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.out.push('\n');
    }

    /// The words in the style, when there is color.
    pub fn paint(&self, style: Style, text: &str) -> String {
        match self.color {
            Color::Always => style.paint(text),
            Color::Never => text.to_owned(),
        }
    }

    /// One line of the flow, with its styles when there is color.
    pub fn words(&self, flow: &Flow, line: Range<usize>) -> String {
        match self.color {
            Color::Always => flow.paint(line),
            Color::Never => slice(flow.text(), line).to_owned(),
        }
    }

    /// The flow in lines that all begin after `indent` columns; the first begins with `lead` in its place.
    pub fn flow(&mut self, lead: &str, indent: usize, flow: &Flow) {
        let lines = flow.wrap(self.columns.saturating_sub(indent));
        for (index, line) in lines.into_iter().enumerate() {
            let margin = if index == 0 { self.margin(lead, indent) } else { " ".repeat(indent) };
            let words = self.words(flow, line);
            self.line(&format!("{margin}{words}"));
        }
    }

    /// The lead, bold, filled up with spaces.
    fn margin(&self, lead: &str, indent: usize) -> String {
        let fill = " ".repeat(indent.saturating_sub(width(lead)));
        if lead.trim().is_empty() {
            " ".repeat(indent)
        } else {
            format!("{}{fill}", self.paint(Style::Bold, lead))
        }
    }

    /// A title and a rule up to the right border.
    pub fn title(&mut self, title: &str) {
        let lines = wrap(title, self.columns);
        let last = lines.last().map_or(0, |line| width(slice(title, line.clone())));
        let rule = "─".repeat(self.columns.saturating_sub(last + 1));
        self.blank();
        for (index, line) in lines.iter().enumerate() {
            let words = self.paint(Style::Bold, slice(title, line.clone()));
            let rule = if index + 1 == lines.len() { self.paint(Style::Dim, &rule) } else { String::new() };
            self.line(&format!("{words} {rule}"));
        }
    }
}
