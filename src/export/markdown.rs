//! The report as Markdown, for notes and issue trackers.
//!
//! In: a report. Out: headings, quoted passages with the differing words in bold, tables. Example: evidence
//! `At least 12 were hurt` becomes `> **At least 12** were hurt`. Limits: written for CommonMark with GitHub's tables; what
//! articles say is escaped, so it shows as it stands in the text.

use crate::kind::{Scope, Severity};
use crate::wire::{Finding, Report};

use super::flow::slice;
use super::reader::Reader;
use super::speakers::{Speaker, speakers};
use super::view::{Name, Passage, View};
use super::words::{clean, letter, letters, plural};

/// The report in one document.
pub fn markdown(report: &Report, reader: &Reader) -> String {
    let view = View::new(report, reader);
    let mut out = format!("# Crosscheck\n\n{}\n\n", view.sizes());
    articles(&mut out, report, &view);
    for group in view.groups() {
        line(&mut out, &format!("## {}\n", escape(&group.title)));
        for finding in group.findings {
            show(&mut out, &view, finding);
        }
    }
    if let Some(words) = view.nothing() {
        line(&mut out, &format!("{words}\n"));
    }
    notes(&mut out, &view);
    names(&mut out, &view);
    quotations(&mut out, report, &view);
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn articles(out: &mut String, report: &Report, view: &View) {
    line(out, "| | Outlet | Date | Title |\n|---|---|---|---|");
    for (index, article) in (0u32..).zip(&report.articles) {
        let known = |field: &Option<String>| field.as_deref().map(escape).unwrap_or_default();
        let (outlet, date, title) = (known(&article.outlet), known(&article.date), known(&article.title));
        let title = view.address(index).map_or(title.clone(), |address| link(&title, address));
        line(out, &format!("| {} | {outlet} | {date} | {title} |", letter(index)));
    }
    out.push('\n');
    for notice in &report.notices {
        let about = notice.article.map(|article| format!("{}: ", letter(article))).unwrap_or_default();
        line(out, &format!("- {about}{}", escape(&notice.text)));
    }
    if !report.notices.is_empty() {
        out.push('\n');
    }
}

fn show(out: &mut String, view: &View, finding: &Finding) {
    line(out, &format!("### {}\n", finding.kind.title()));
    let (severity, confidence) = (finding.severity, finding.confidence);
    let within = if finding.scope == Scope::Within { ", within one article" } else { "" };
    line(out, &format!("*{severity}, confidence {confidence} %{within}.* {}\n", escape(&finding.summary)));
    for evidence in &finding.evidence {
        let passage = view.passage(evidence);
        let label = escape(&view.label(passage.article));
        line(out, &format!("{label}, line {}:\n\n> {}\n", passage.line, quoted(&passage)));
    }
    if !finding.explanation.is_empty() {
        line(out, &format!("{}\n", escape(&finding.explanation)));
    }
    for (what, text) in view.review(finding) {
        line(out, &format!("**{what}:** {}\n", words(&text)));
    }
}

/// The words of the passage with the focus in bold.
fn quoted(passage: &Passage) -> String {
    let (start, end) = bold(&passage.text, passage.focus.start, passage.focus.end);
    let part = |from, to| inline(slice(&passage.text, from..to));
    let (head, tail) = (part(0, start), part(end, passage.text.len()));
    let before = if passage.cut_before { "… " } else { "" };
    let after = if passage.cut_after { " …" } else { "" };
    if start < end {
        // Bold text needs no guard at the line's beginning: it begins with stars.
        let head = if before.is_empty() { guard(&head) } else { head };
        format!("{before}{head}**{}**{tail}{after}", part(start, end))
    } else {
        let whole = inline(&passage.text);
        format!("{before}{}{after}", if before.is_empty() { guard(&whole) } else { whole })
    }
}

/// The focus without marks at its ends: stars between a letter and a mark would not be read as bold.
fn bold(text: &str, start: usize, end: usize) -> (usize, usize) {
    let focus = slice(text, start..end);
    let inner = focus.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = end - inner.len();
    let inner = inner.trim_end_matches(|c: char| !c.is_alphanumeric());
    if inner.is_empty() { (end, end) } else { (first, first + inner.len()) }
}

fn notes(out: &mut String, view: &View) {
    let notes = view.findings(|severity| severity == Severity::Info);
    if !notes.is_empty() {
        line(out, "## Minor notes\n");
    }
    for note in &notes {
        line(out, &format!("- {}: {}", note.kind.title(), escape(&note.summary)));
    }
    if !notes.is_empty() {
        out.push('\n');
    }
    let steps = view.dropped();
    if !steps.is_empty() {
        let count = plural(steps.iter().map(|(_, count)| count).sum(), "more pair");
        let steps: Vec<_> = steps.iter().map(|(step, count)| format!("{} {count}", words(step))).collect();
        line(out, &format!("Looked at and not reported: {count} ({}).\n", steps.join(", ")));
    }
}

fn names(out: &mut String, view: &View) {
    let names = view.names();
    if names.is_empty() {
        return;
    }
    line(out, "## Names\n\n| Name | Kind | Articles | Other forms | Offices |\n|---|---|---|---|---|");
    for name in &names {
        line(out, &name_row(name));
    }
    out.push('\n');
}

fn name_row(name: &Name) -> String {
    let counts = (0u32..).zip(&name.counts).filter(|(_, count)| **count > 0);
    let counts: Vec<_> = counts.map(|(article, count)| format!("{} {count}", letter(article))).collect();
    let forms: Vec<_> = name.forms.iter().map(|form| words(&form.text)).collect();
    let offices =
        name.offices.iter().map(|(office, articles)| format!("{} ({})", words(office), letters(articles)));
    let offices: Vec<_> = offices.collect();
    let (title, kind) = (escape(&name.entity.name), name.entity.kind);
    format!("| {title} | {kind} | {} | {} | {} |", counts.join(", "), forms.join(", "), offices.join(", "))
}

fn quotations(out: &mut String, report: &Report, view: &View) {
    let speakers = speakers(report, view);
    if !speakers.is_empty() {
        line(out, "## Quotations");
    }
    for speaker in &speakers {
        speaker_list(out, speaker);
    }
}

fn speaker_list(out: &mut String, speaker: &Speaker) {
    let name = speaker.name.map_or_else(|| "Speaker not known".to_owned(), escape);
    line(out, &format!("\n**{name}**\n"));
    for quote in &speaker.quotes {
        let places: Vec<_> =
            quote.places.iter().map(|(article, line)| format!("{} {line}", letter(*article))).collect();
        line(out, &format!("- “{}” ({})", inline(&quote.text), places.join(", ")));
    }
    if let Some(words) = speaker.rest() {
        line(out, &format!("- {words}"));
    }
}

/// The title with where it leads, or the address alone. An address that may be opened holds neither space nor `<` nor `>`;
/// a bar would end the cell.
fn link(title: &str, address: &str) -> String {
    let address = address.replace('|', "%7C");
    if title.is_empty() { format!("<{address}>") } else { format!("[{title}](<{address}>)") }
}

/// A text that stands at the beginning of a line or cell.
fn escape(text: &str) -> String {
    guard(&words(text))
}

/// A text within a line.
fn words(text: &str) -> String {
    inline(&clean(text))
}

/// A text that is already on one line: nothing in it is read as markup.
fn inline(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '!' => {
                out.push('\\');
                out.push(character);
            }
            // A name after this sign would call a person of that name on issue trackers.
            '@' => out.push_str("&#64;"),
            _ => out.push(character),
        }
    }
    out
}

/// Keeps a line's first characters from making it a list, a rule or a heading.
fn guard(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at_checked(digits).unwrap_or((text, ""));
    let mut out = String::from(number);
    if rest.starts_with(['-', '+', '=']) && number.is_empty()
        || rest.starts_with(['.', ')']) && !number.is_empty()
    {
        out.push('\\');
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn passages_are_quoted_with_the_focus_in_bold() {
        let page = markdown(&sample::report(), &Reader::default());
        assert!(page.contains("> **At least 12** people were hurt"), "{page}");
        assert!(page.contains("A, The Harbour Post, line 4:"));
        assert!(page.contains("*high, confidence 91 %.* “At least 12” in A"));
    }

    #[test]
    fn articles_can_not_become_markup() {
        let page = markdown(&sample::report(), &Reader::default());
        assert!(!page.contains("<script") && !page.contains("<i>"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; \\| \\*Ferry\\*"), "{page}");
        assert!(page.contains("| C | \\=cmd &lt;i&gt; |"), "{page}");
        for (text, safe) in [
            ("1. one", "1\\. one"),
            ("- one", "\\- one"),
            ("# one", "\\# one"),
            ("![x](javascript:1)", "\\!\\[x\\](javascript:1)"),
            ("a_b_c", "a\\_b\\_c"),
            ("@all", "&#64;all"),
            ("2026", "2026"),
        ] {
            assert_eq!(escape(text), safe);
        }
    }

    #[test]
    fn bold_begins_and_ends_with_a_letter_or_digit() {
        let text = "cost“$5 m”now";
        let (start, end) = bold(text, text.find('“').unwrap(), text.find("now").unwrap());
        assert_eq!(slice(text, start..end), "5 m");
        assert_eq!(bold("a ... b", 2, 5), (5, 5));
    }

    #[test]
    fn every_row_of_a_table_has_the_same_cells() {
        let page = markdown(&sample::report(), &Reader::default());
        let cells = |line: &str| line.replace("\\|", "").matches('|').count();
        for rows in page.split("\n\n").filter(|part| part.starts_with('|')) {
            let counts: Vec<_> = rows.lines().map(cells).collect();
            assert!(counts.windows(2).all(|pair| pair[0] == pair[1]), "{rows}");
        }
    }
}
