//! The tables under the findings: names with their forms and offices, quotations by speaker.
//!
//! In: a report and its [`View`]. Out: lines on the page. Example: `Ann Smyth  person  2 1 ·`, and below it her other forms.
//! Limits: with more than ten articles the counts are summed up; names that stand once are one list.

use crate::export::flow::{Flow, Style, slice, width, wrap};
use crate::export::speakers::{Quote, Speaker, speakers};
use crate::export::view::{Name, View};
use crate::export::words::{clean, letter, letters};
use crate::kind::{FormNote, QuoteStatus};
use crate::wire::Report;

use super::LIST;
use super::page::Page;

/// Beyond this many articles a column each would not fit.
const MOST_COLUMNS: usize = 10;
/// Width of the first column; longer names push their counts to the right.
const NAME: usize = 34;
/// Width of the kind.
const KIND: usize = 14;
/// Width of a count.
const COUNT: usize = 4;

/// Who and what is named, and how often in each article.
pub fn names(page: &mut Page, view: &View, articles: usize) {
    let (rows, once): (Vec<_>, Vec<_>) = view.names().into_iter().partition(|name| is_row(name));
    if rows.is_empty() && once.is_empty() {
        return;
    }
    page.title("Names");
    page.blank();
    if articles <= MOST_COLUMNS && !rows.is_empty() {
        let letters: String =
            (0u32..).take(articles).map(|article| format!("{:>COUNT$}", letter(article))).collect();
        let letters = page.paint(Style::Dim, &letters);
        page.line(&format!("{}{letters}", " ".repeat(NAME + KIND)));
    }
    for name in &rows {
        row(page, name, articles);
    }
    if !once.is_empty() {
        let list: Vec<_> = once.iter().map(|name| clean(&name.entity.name)).collect();
        page.blank();
        page.flow("", 2, &Flow::default().styled(Style::Dim, "Named once: ").plain(&list.join(", ")));
    }
}

/// Whether there is more to say of it than that it stands once.
fn is_row(name: &Name) -> bool {
    name.counts.iter().sum::<u32>() > 1 || !name.forms.is_empty() || !name.offices.is_empty()
}

fn row(page: &mut Page, name: &Name, articles: usize) {
    let counts: String = if articles <= MOST_COLUMNS {
        name.counts
            .iter()
            .map(|&count| if count == 0 { "   ·".into() } else { format!("{count:>COUNT$}") })
            .collect()
    } else {
        let present = name.counts.iter().filter(|&&count| count > 0).count();
        format!("  {} in {present} articles", name.counts.iter().sum::<u32>())
    };
    let words = clean(&name.entity.name);
    let lines = wrap(&words, NAME - 3);
    for line in lines.iter().take(lines.len().saturating_sub(1)) {
        let part = page.paint(Style::Bold, slice(&words, line.clone()));
        page.line(&format!("  {part}"));
    }
    let last = lines.last().map_or("", |line| slice(&words, line.clone()));
    let fill = " ".repeat((NAME - 2).saturating_sub(width(last)));
    let kind = page.paint(Style::Dim, &format!("{:<KIND$}", name.entity.kind));
    let last = page.paint(Style::Bold, last);
    page.line(&format!("  {last}{fill}{kind}{counts}"));
    if !name.forms.is_empty() {
        let forms: Vec<_> =
            name.forms.iter().map(|form| form_words(&form.text, form.count, form.note)).collect();
        page.flow("", LIST, &Flow::default().styled(Style::Dim, "also ").plain(&forms.join(", ")));
    }
    for (office, articles) in &name.offices {
        page.flow(
            "",
            LIST,
            &Flow::default().plain(office).styled(Style::Dim, &format!("  {}", letters(articles))),
        );
    }
}

fn form_words(text: &str, count: u32, note: Option<FormNote>) -> String {
    let note = match note {
        Some(FormNote::Spelling) => ", other spelling",
        Some(FormNote::GivenName) => ", other given name",
        Some(FormNote::Short | FormNote::Title) | None => "",
    };
    format!("{} ({count}{note})", clean(text))
}

/// Who is quoted with which words, and where.
pub fn quotations(page: &mut Page, report: &Report, view: &View) {
    let speakers = speakers(report, view);
    if speakers.is_empty() {
        return;
    }
    page.title("Quotations");
    let (quoted, reported): (Vec<_>, Vec<_>) =
        speakers.iter().partition(|speaker| !speaker.quotes.is_empty());
    for speaker in quoted {
        page.blank();
        words(page, speaker);
    }
    if !reported.is_empty() {
        let list: Vec<_> =
            reported.into_iter().map(|speaker| format!("{} {}", name(speaker), speaker.unmarked)).collect();
        let head = "Only without quotation marks: ";
        page.blank();
        page.flow("", 2, &Flow::default().styled(Style::Dim, head).plain(&list.join(", ")));
    }
}

fn name(speaker: &Speaker) -> String {
    speaker.name.map_or_else(|| "Speaker not known".to_owned(), clean)
}

fn words(page: &mut Page, speaker: &Speaker) {
    page.flow("", 2, &Flow::default().styled(Style::Bold, &name(speaker)));
    for quote in &speaker.quotes {
        let words = Flow::default().plain(&format!("“{}”", quote.text)).styled(Style::Dim, &tail(quote));
        page.flow("", LIST, &words);
    }
    if let Some(words) = speaker.rest() {
        page.flow("", LIST, &Flow::default().styled(Style::Dim, &words));
    }
}

/// "  A 4, B 7, altered".
fn tail(quote: &Quote) -> String {
    let places: Vec<_> =
        quote.places.iter().map(|(article, line)| format!("{} {line}", letter(*article))).collect();
    let status = match quote.first.status {
        Some(QuoteStatus::Altered) => ", altered",
        Some(QuoteStatus::Truncated) => ", truncated",
        Some(QuoteStatus::Spliced) => ", spliced",
        _ => "",
    };
    format!("  {}{status}", places.join(", "))
}
