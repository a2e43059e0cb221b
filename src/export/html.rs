//! The report as one page for a browser: no script, no request, readable in black and white.
//!
//! In: a report. Out: a whole document with its style inside. Example: a name `<b>` in an article is written `&lt;b&gt;`
//! and shows as it was typed. Limits: the only place in Rust that writes HTML; everything that comes from the report goes
//! through [`escape`], and a content policy forbids scripts and loading besides.

use crate::kind::{Scope, Severity};
use crate::wire::{Finding, Report};

use super::flow::slice;
use super::reader::Reader;
use super::speakers::{Speaker, speakers};
use super::view::{Name, Passage, View};
use super::words::{clean, letter, letters};

/// Colors and spaces, for screen and print.
const STYLE: &str = include_str!("html.css");

/// The report as a document.
pub fn html(report: &Report, reader: &Reader) -> String {
    let view = View::new(report, reader);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>Crosscheck</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<header>\n<h1>Crosscheck</h1>\n<p>{}</p>\n</header>\n<main>\n",
        view.sizes()
    );
    articles(&mut out, report, &view);
    findings(&mut out, &view);
    names(&mut out, &view);
    quotations(&mut out, report, &view);
    dropped(&mut out, report, &view);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn articles(out: &mut String, report: &Report, view: &View) {
    out.push_str(
        "<div class=\"table\"><table>\n<tr><th></th><th>Outlet</th><th>Date</th><th>Title</th></tr>\n",
    );
    for (index, article) in (0u32..).zip(&report.articles) {
        let known = |field: &Option<String>| field.as_deref().map(escape).unwrap_or_default();
        let (letter, outlet) = (letter(index), known(&article.outlet));
        let (date, title) = (known(&article.date), known(&article.title));
        let title = view.address(index).map_or(title.clone(), |address| link(&title, address));
        out.push_str(&format!(
            "<tr><th scope=\"row\">{letter}</th><td dir=\"auto\">{outlet}</td><td class=\"date\">{date}</td><td dir=\"auto\">{title}</td></tr>\n"
        ));
    }
    out.push_str("</table></div>\n");
    for notice in &report.notices {
        let about = notice.article.map(|article| format!("{}: ", letter(article))).unwrap_or_default();
        out.push_str(&format!("<p class=\"soft\">{about}{}</p>\n", escape(&notice.text)));
    }
}

fn findings(out: &mut String, view: &View) {
    if let Some(words) = view.nothing() {
        out.push_str(&format!("<p>{words}</p>\n"));
    }
    for group in view.groups() {
        out.push_str(&format!("<section>\n<h2>{}</h2>\n", escape(&group.title)));
        for finding in group.findings {
            show(out, view, finding);
        }
        out.push_str("</section>\n");
    }
    let notes = view.findings(|severity| severity == Severity::Info);
    if !notes.is_empty() {
        out.push_str("<section>\n<h2>Minor notes</h2>\n<ul>\n");
        for note in notes {
            out.push_str(&format!("<li>{}: {}</li>\n", note.kind.title(), escape(&note.summary)));
        }
        out.push_str("</ul>\n</section>\n");
    }
}

fn show(out: &mut String, view: &View, finding: &Finding) {
    let (severity, title) = (finding.severity, finding.kind.title());
    let within = if finding.scope == Scope::Within { ", within one article" } else { "" };
    out.push_str(&format!(
        "<article class=\"finding finding--{severity}\">\n<h3>{title}</h3>\n\
         <p class=\"soft\"><span class=\"severity severity--{severity}\">{severity}</span>, confidence {} %{within}</p>\n\
         <p>{}</p>\n<div class=\"passages\">\n",
        finding.confidence,
        escape(&finding.summary)
    ));
    for evidence in &finding.evidence {
        let passage = view.passage(evidence);
        let label = escape(&view.label(passage.article));
        out.push_str(&format!(
            "<figure>\n<figcaption class=\"soft\">{label}, line {}</figcaption>\n\
             <blockquote dir=\"auto\">{}</blockquote>\n</figure>\n",
            passage.line,
            quoted(&passage)
        ));
    }
    out.push_str(&format!("</div>\n<p>{}</p>\n", escape(&finding.explanation)));
    for (what, text) in view.review(finding) {
        out.push_str(&format!(
            "<p class=\"review\" dir=\"auto\"><strong>{what}:</strong> {}</p>\n",
            escape(&text)
        ));
    }
    out.push_str("</article>\n");
}

/// The title, or the address where there is none, as a link that opens without telling the other side where from.
fn link(title: &str, address: &str) -> String {
    let address = encode(address);
    let words = if title.is_empty() { &address } else { title };
    format!("<a href=\"{address}\" rel=\"noopener noreferrer\">{words}</a>")
}

/// The words of the passage with the focus marked.
fn quoted(passage: &Passage) -> String {
    let part = |from, to| encode(slice(&passage.text, from..to));
    let focus = part(passage.focus.start, passage.focus.end);
    let focus = if focus.is_empty() { focus } else { format!("<mark>{focus}</mark>") };
    let before = if passage.cut_before { "… " } else { "" };
    let after = if passage.cut_after { " …" } else { "" };
    format!(
        "{before}{}{focus}{}{after}",
        part(0, passage.focus.start),
        part(passage.focus.end, passage.text.len())
    )
}

fn names(out: &mut String, view: &View) {
    let names = view.names();
    if names.is_empty() {
        return;
    }
    out.push_str(
        "<section>\n<h2>Names</h2>\n<div class=\"table\"><table>\n\
         <tr><th>Name</th><th>Kind</th><th>Articles</th><th>Other forms</th><th>Offices</th></tr>\n",
    );
    for name in &names {
        out.push_str(&name_row(name));
    }
    out.push_str("</table></div>\n</section>\n");
}

fn name_row(name: &Name) -> String {
    let counts = (0u32..).zip(&name.counts).filter(|(_, count)| **count > 0);
    let counts: Vec<_> = counts.map(|(article, count)| format!("{} {count}", letter(article))).collect();
    let forms: Vec<_> = name.forms.iter().map(|form| escape(&form.text)).collect();
    let offices =
        name.offices.iter().map(|(office, articles)| format!("{} ({})", escape(office), letters(articles)));
    let offices: Vec<_> = offices.collect();
    format!(
        "<tr><th scope=\"row\" dir=\"auto\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        escape(&name.entity.name),
        name.entity.kind,
        counts.join(", "),
        forms.join(", "),
        offices.join(", ")
    )
}

fn quotations(out: &mut String, report: &Report, view: &View) {
    let speakers = speakers(report, view);
    if speakers.is_empty() {
        return;
    }
    out.push_str("<section>\n<h2>Quotations</h2>\n");
    for speaker in &speakers {
        speaker_list(out, speaker);
    }
    out.push_str("</section>\n");
}

fn speaker_list(out: &mut String, speaker: &Speaker) {
    let name = speaker.name.map_or_else(|| "Speaker not known".to_owned(), escape);
    out.push_str(&format!("<h3>{name}</h3>\n<ul>\n"));
    for quote in &speaker.quotes {
        let places: Vec<_> =
            quote.places.iter().map(|(article, line)| format!("{} {line}", letter(*article))).collect();
        let (words, places) = (encode(&quote.text), places.join(", "));
        out.push_str(&format!("<li dir=\"auto\">“{words}” <span class=\"soft\">{places}</span></li>\n"));
    }
    if let Some(words) = speaker.rest() {
        out.push_str(&format!("<li class=\"soft\">{words}</li>\n"));
    }
    out.push_str("</ul>\n");
}

/// What was looked at and why it is no finding, folded away.
fn dropped(out: &mut String, report: &Report, view: &View) {
    if report.dropped.is_empty() {
        return;
    }
    let count = report.dropped.len();
    out.push_str(&format!("<details>\n<summary>Looked at and not reported: {count}</summary>\n<ul>\n"));
    for dropped in &report.dropped {
        let passages: Vec<_> = dropped.evidence.iter().map(|evidence| view.passage(evidence)).collect();
        let words = |passage: &Passage| {
            format!("{} {}: “{}”", letter(passage.article), passage.line, quoted(passage))
        };
        let passages: Vec<_> = passages.iter().map(words).collect();
        let (title, step, reason) = (dropped.kind.title(), escape(&dropped.step), escape(&dropped.reason));
        out.push_str(&format!(
            "<li>{title}, {step}: {reason} <span class=\"soft\">{}</span></li>\n",
            passages.join(" ")
        ));
    }
    out.push_str("</ul>\n</details>\n");
}

/// A text of the report, on one line and harmless.
fn escape(text: &str) -> String {
    encode(&clean(text))
}

/// The five characters that mean something in HTML, written as what they are.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn articles_can_not_become_markup() {
        let page = html(&sample::report(), &Reader::default());
        assert!(!page.contains("<script") && !page.contains("<i>") && !page.contains("<b>"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; | *Ferry*"));
        assert_eq!(encode("<a href=\"x\" b='y'>&"), "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
    }

    #[test]
    fn the_differing_words_are_marked() {
        let page = html(&sample::report(), &Reader::default());
        assert!(page.contains("<mark>At least 12</mark> people were hurt"));
        assert!(page.contains("<figcaption class=\"soft\">B, Coast Daily, line 3</figcaption>"));
    }

    #[test]
    fn nothing_is_loaded_or_run() {
        let page = html(&sample::report(), &Reader::default());
        for word in ["<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "@import", "onload"] {
            assert!(!page.contains(word), "{word}");
        }
        assert!(page.contains("default-src 'none'"));
    }

    #[test]
    fn every_element_is_closed() {
        let page = html(&sample::report(), &Reader::default());
        let names = "html head style title body header main section article figure figcaption blockquote div table tr th td \
                     ul li details summary h1 h2 h3 p span mark";
        for name in names.split_whitespace() {
            let opened =
                page.matches(&format!("<{name}>")).count() + page.matches(&format!("<{name} ")).count();
            assert_eq!(opened, page.matches(&format!("</{name}>")).count(), "{name}");
        }
    }
}
