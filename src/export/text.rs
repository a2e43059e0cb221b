//! The report for a terminal, a mail or a file of plain text.
//!
//! In: a report and a [`Layout`]. Out: lines of at most the layout's columns. Example:
//!
//! ```text
//! HIGH    Different figures  confidence 91 %
//!         “At least 12” in A and “seven” in B
//!
//!    A    The Harbour Post, line 4
//!         At least 12 people were hurt when the ferry ran aground.
//!         ^^^^^^^^^^^
//! ```
//!
//! Limits: findings of severity info are one line each, at the end; dates and figures are not among the names.

mod page;
mod tables;

use crate::kind::{Scope, Severity};
use crate::wire::{Finding, Report};

use super::flow::{Flow, Style, carets, slice, wrap};
use super::reader::Reader;
use super::view::{Passage, View};
use super::words::{clean, letter};
use page::Page;

/// Findings are moved in by this much; severities and letters stand in the margin.
const MARGIN: usize = 8;
/// The same for lists.
const LIST: usize = 5;
/// Columns of a headline that stands for an outlet that is not known.
const LONGEST_NAME: usize = 48;
/// Below this nothing is readable, so lines are never made narrower.
const NARROWEST: usize = 40;

/// Whether color codes are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// Plain text.
    #[default]
    Never,
    /// ANSI codes.
    Always,
}

/// How the text is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// With or without color codes.
    pub color: Color,
    /// Width of a line.
    pub columns: usize,
    /// Where each article came from, such as a path; shown beside its outlet. May be empty.
    pub sources: Vec<String>,
}

impl Default for Layout {
    fn default() -> Self {
        Self { color: Color::Never, columns: 100, sources: Vec::new() }
    }
}

/// The report as text.
pub fn text(report: &Report, reader: &Reader, layout: &Layout) -> String {
    let columns = layout.columns.max(NARROWEST);
    let mut page = Page::new(layout.color, columns);
    let view = View::new(report, reader);
    head(&mut page, report, &view, layout);
    findings(&mut page, &view, layout);
    tables::names(&mut page, &view, report.articles.len());
    tables::quotations(&mut page, report, &view);
    page.into_text()
}

fn head(page: &mut Page, report: &Report, view: &View, layout: &Layout) {
    let name = Flow::default().styled(Style::Bold, "Crosscheck").plain(&format!("  {}", view.sizes()));
    page.flow("", 0, &name);
    page.blank();
    for (index, article) in (0u32..).zip(&report.articles) {
        let name = view.name(index).unwrap_or_else(|| format!("Article {}", letter(index)));
        let mut line = Flow::default().styled(Style::Bold, &name);
        if let Some(date) = &article.date {
            line = line.plain(&format!(", {}", clean(date)));
        }
        if let Some(source) = layout.sources.get(index as usize) {
            line = line.styled(Style::Dim, &format!("  {}", clean(source)));
        }
        page.flow(&format!("  {}", letter(index)), LIST, &line);
        if let (Some(title), Some(_)) = (&article.title, &article.outlet) {
            page.flow("", LIST, &Flow::default().plain(&clean(title)));
        }
        if let Some(address) = view.address(index) {
            page.flow("", LIST, &Flow::default().styled(Style::Dim, address));
        }
    }
    for notice in &report.notices {
        let about = notice.article.map(|article| format!("{}: ", letter(article))).unwrap_or_default();
        page.flow("  !", LIST, &Flow::default().plain(&format!("{about}{}", clean(&notice.text))));
    }
}

fn findings(page: &mut Page, view: &View, layout: &Layout) {
    let groups = view.groups();
    if let Some(words) = view.nothing() {
        page.blank();
        page.flow("", 0, &Flow::default().plain(words));
    }
    for group in &groups {
        page.title(&group.title);
        for finding in &group.findings {
            page.blank();
            show(page, view, finding, &layout.sources);
        }
    }
    notes(page, view);
    dropped(page, view);
}

fn show(page: &mut Page, view: &View, finding: &Finding, sources: &[String]) {
    let severity = finding.severity.as_str().to_uppercase();
    let severity = page.paint(style(finding.severity), &format!("{severity:<MARGIN$}"));
    let title = page.paint(Style::Bold, finding.kind.title());
    let within = if finding.scope == Scope::Within { ", within one article" } else { "" };
    let sure = page.paint(Style::Dim, &format!("confidence {} %{within}", finding.confidence));
    page.line(&format!("{severity}{title}  {sure}"));
    page.flow("", MARGIN, &Flow::default().plain(&clean(&finding.summary)));
    for evidence in &finding.evidence {
        page.blank();
        passage(page, view, &view.passage(evidence), sources);
    }
    if !finding.explanation.is_empty() {
        page.blank();
        page.flow("", MARGIN, &Flow::default().plain(&clean(&finding.explanation)));
    }
    for (what, words) in view.review(finding) {
        let line = Flow::default().styled(Style::Bold, &format!("{what}:")).plain(&format!(" {words}"));
        page.flow("", MARGIN, &line);
    }
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::High => Style::Red,
        Severity::Medium => Style::Yellow,
        Severity::Low => Style::Blue,
        Severity::Info => Style::Dim,
    }
}

/// The words of one side, with carets under those that differ.
fn passage(page: &mut Page, view: &View, passage: &Passage, sources: &[String]) {
    let (article, line) = (passage.article, passage.line);
    // Editors and terminals jump to a path with a line; beside it a headline is not needed.
    let (name, line) = match sources.get(article as usize) {
        Some(source) => (view.outlet(article), format!("{}:{line}", clean(source))),
        None => (view.name(article).map(|name| short(&name)), format!("line {line}")),
    };
    let name = name.map(|name| format!("{name}, ")).unwrap_or_default();
    let place = Flow::default().styled(Style::Dim, &format!("{name}{line}"));
    page.flow(&format!("   {}", letter(article)), MARGIN, &place);
    let before = if passage.cut_before { "… " } else { "" };
    let after = if passage.cut_after { " …" } else { "" };
    let focus = passage.focus.start + before.len()..passage.focus.end + before.len();
    let flow = Flow::default()
        .styled(Style::Dim, before)
        .plain(slice(&passage.text, 0..passage.focus.start))
        .styled(Style::Focus, slice(&passage.text, passage.focus.clone()))
        .plain(slice(&passage.text, passage.focus.end..passage.text.len()))
        .styled(Style::Dim, after);
    let margin = " ".repeat(MARGIN);
    for line in flow.wrap(page.columns(MARGIN)) {
        let words = page.words(&flow, line.clone());
        page.line(&format!("{margin}{words}"));
        if let Some((before, count)) = carets(flow.text(), line, focus.clone()) {
            let carets = page.paint(Style::Focus, &"^".repeat(count));
            page.line(&format!("{margin}{}{carets}", " ".repeat(before)));
        }
    }
}

/// A name that may be a whole headline, cut to what reminds of it.
fn short(name: &str) -> String {
    match wrap(name, LONGEST_NAME).as_slice() {
        [first, _, ..] => format!("{} …", slice(name, first.clone())),
        _ => name.to_owned(),
    }
}

/// Findings of severity info, a line each.
fn notes(page: &mut Page, view: &View) {
    let notes = view.findings(|severity| severity == Severity::Info);
    if notes.is_empty() {
        return;
    }
    page.title("Minor notes");
    page.blank();
    for note in notes {
        let line = Flow::default().plain(&format!("{}: {}", note.kind.title(), clean(&note.summary)));
        page.flow("  ·", LIST, &line);
    }
}

fn dropped(page: &mut Page, view: &View) {
    let steps = view.dropped();
    let count: usize = steps.iter().map(|(_, count)| count).sum();
    if count == 0 {
        return;
    }
    let steps: Vec<_> = steps.iter().map(|(step, count)| format!("{} {count}", clean(step))).collect();
    let pairs = if count == 1 { "pair was" } else { "pairs were" };
    let words = format!("{count} more {pairs} looked at and not reported: {}.", steps.join(", "));
    page.blank();
    page.flow("", 0, &Flow::default().styled(Style::Dim, &words));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::flow::width;
    use crate::export::sample;

    fn plain() -> String {
        text(&sample::report(), &Reader::default(), &Layout::default())
    }

    /// The text under which the carets of the first line that holds `words` stand.
    fn under_carets(page: &str, words: &str) -> String {
        let mut lines = page.lines().skip_while(|line| !line.contains(words));
        let (line, carets) = (lines.next().unwrap(), lines.next().unwrap());
        let column = |text: &str, from: usize| {
            text.char_indices()
                .map(|(at, _)| at)
                .find(|&at| width(slice(text, 0..at)) == from)
                .unwrap_or(text.len())
        };
        let start = carets.find('^').unwrap();
        slice(line, column(line, start)..column(line, carets.len())).to_owned()
    }

    #[test]
    fn carets_stand_under_the_words_that_differ() {
        let page = plain();
        assert_eq!(under_carets(&page, "At least 12 people"), "At least 12");
        assert_eq!(under_carets(&page, "東京 readers"), "seven");
        assert_eq!(under_carets(&page, "said Ann Smyth, the"), "the harbour master");
    }

    #[test]
    fn no_line_is_longer_than_asked_for() {
        for columns in [40, 60, 100] {
            let page = text(&sample::report(), &Reader::default(), &Layout { columns, ..Layout::default() });
            let longest = page.lines().map(width).max().unwrap();
            let table = NARROWEST + 24;
            assert!(longest <= columns.max(table), "{longest} in {columns}");
        }
        let lines: Vec<_> = plain().lines().map(|line| line.trim_end() == line).collect();
        assert!(lines.iter().all(|trimmed| *trimmed));
    }

    #[test]
    fn color_adds_codes_and_nothing_else() {
        let painted = text(
            &sample::report(),
            &Reader::default(),
            &Layout { color: Color::Always, ..Layout::default() },
        );
        let mut bare = String::new();
        for part in painted.split('\u{1b}') {
            bare.push_str(
                part.split_once('m').filter(|_| part.starts_with('[')).map_or(part, |(_, rest)| rest),
            );
        }
        let trimmed: Vec<_> = bare.lines().map(str::trim_end).collect();
        assert_eq!(trimmed, plain().lines().collect::<Vec<_>>());
    }

    #[test]
    fn articles_can_not_steer_the_terminal() {
        let page = plain();
        assert!(!page.contains(['\u{1b}', '\u{202E}']));
        assert!(page.contains("�[31mwho is harbour master�"));
    }

    #[test]
    fn the_most_serious_topic_comes_first_and_notes_come_last() {
        let page = plain();
        let at = |words: &str| page.find(words).unwrap();
        assert!(at("How many were hurt?") < at("Who is the harbour master?"));
        assert!(at("Who is the harbour master?") < at("Minor notes"));
        assert!(
            page.contains("3 more pairs were looked at and not reported: different target 2, rounding 1.")
        );
        assert!(page.contains("  !  B: No date was found"));
    }

    #[test]
    fn sources_give_a_place_to_jump_to() {
        let sources = vec!["a.txt".to_owned(), "b\u{1b}.txt".to_owned(), "c.txt".to_owned()];
        let page = text(&sample::report(), &Reader::default(), &Layout { sources, ..Layout::default() });
        assert!(page.contains("The Harbour Post, a.txt:4"));
        assert!(page.contains("Coast Daily, b�.txt:3"));
    }

    #[test]
    fn no_finding_is_not_called_agreement() {
        let mut report = sample::report();
        report.findings.clear();
        assert!(
            text(&report, &Reader::default(), &Layout::default())
                .contains("No difference was found. That is not agreement")
        );
    }
}
