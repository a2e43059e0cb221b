//! What all exports show, read from a report once: articles with letters, findings by topic, names.
//!
//! In: a [`Report`]. Out: texts ready to be escaped, in the order they are shown. Example: evidence at line 3 of the
//! second article is a [`Passage`] of "B", line 3, with the range of the differing words.
//! Limits: an index that leads nowhere gives an empty text, never an error; a saved report may have been edited.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::kind::{EntityKind, OfficeStatus, Severity};
use crate::order::sort_by_key;
use crate::span::Span;
use crate::wire::{Article, Entity, Evidence, Finding, Form, Range as Units, Report, Utf16Map};

use super::reader::{Reader, Review};
use super::words::{clean, fold, letter, plural};

/// A report with the tables that its texts are looked up with.
pub struct View<'a> {
    report: &'a Report,
    reader: &'a Reader,
    articles: Vec<ArticleView<'a>>,
}

struct ArticleView<'a> {
    article: &'a Article,
    offsets: Utf16Map<'a>,
    /// Where each line begins, in bytes.
    lines: Vec<u32>,
}

/// One side of a finding, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Index into the articles.
    pub article: u32,
    /// Line of the text on which it begins, from 1.
    pub line: usize,
    /// The words, on one line.
    pub text: String,
    /// Bytes of `text` that hold the differing words; empty when none are named.
    pub focus: Range<usize>,
    /// Whether the sentence begins before it.
    pub cut_before: bool,
    /// Whether the sentence goes on after it.
    pub cut_after: bool,
}

/// Findings about one matter.
pub struct Group<'a> {
    /// The matter.
    pub title: String,
    /// The most serious first.
    pub findings: Vec<&'a Finding>,
}

/// One row of the table of names.
pub struct Name<'a> {
    /// Who or what.
    pub entity: &'a Entity,
    /// Mentions in each article.
    pub counts: Vec<u32>,
    /// Forms other than the name itself.
    pub forms: Vec<&'a Form>,
    /// Offices as words, each with the articles that give it.
    pub offices: Vec<(String, Vec<u32>)>,
}

impl<'a> View<'a> {
    /// Reads each text once.
    pub fn new(report: &'a Report, reader: &'a Reader) -> Self {
        Self { report, reader, articles: report.articles.iter().map(ArticleView::new).collect() }
    }

    /// Lines with what the reader said of a finding, each with what it is.
    pub fn review(&self, finding: &Finding) -> Vec<(&'static str, String)> {
        self.reader.review(finding.id).map(Review::lines).unwrap_or_default()
    }

    /// The address of an article, when it may be opened.
    pub fn address(&self, article: u32) -> Option<&'a str> {
        self.reader.address(article)
    }

    /// A sentence in place of the findings, when there is none to show.
    pub fn nothing(&self) -> Option<&'static str> {
        if self.report.findings.is_empty() {
            return Some(
                "No difference was found. That is not agreement: what only one article tells, and what is told in other \
                 words, is not compared.",
            );
        }
        let none = self.findings(|_| true).is_empty();
        none.then_some("None of the findings was chosen.")
    }

    /// The passage of a piece of evidence.
    pub fn passage(&self, evidence: &Evidence) -> Passage {
        let (start, end) = (evidence.start, evidence.end);
        let mut passage = Passage {
            article: evidence.article,
            line: 1,
            text: String::new(),
            focus: 0..0,
            cut_before: false,
            cut_after: false,
        };
        if let Some(view) = self.articles.get(evidence.article as usize) {
            let span = view.offsets.bytes(start, end);
            let focus =
                evidence.focus.map_or(Span::default(), |focus| view.offsets.bytes(focus.start, focus.end));
            let focus = focus.start.saturating_sub(span.start) as usize
                ..focus.end.saturating_sub(span.start) as usize;
            (passage.text, passage.focus) = fold(span.of(&view.article.text), focus);
            passage.line = view.line(span.start);
            (passage.cut_before, passage.cut_after) = view.cuts(start, end);
        }
        passage
    }

    /// Findings from low severity up, by topic; the most serious topics and findings first.
    pub fn groups(&self) -> Vec<Group<'a>> {
        let mut groups: Vec<Group<'a>> = Vec::new();
        let mut index = BTreeMap::new();
        for finding in self.findings(|severity| severity > Severity::Info) {
            let at = *index.entry(finding.topic).or_insert_with(|| {
                groups.push(Group { title: self.topic(finding.topic), findings: Vec::new() });
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(at) {
                group.findings.push(finding);
            }
        }
        groups
    }

    /// Findings of the chosen severities, the most serious first, then the surest.
    pub fn findings(&self, wanted: impl Fn(Severity) -> bool) -> Vec<&'a Finding> {
        let taken = self.report.findings.iter().filter(|f| wanted(f.severity) && self.reader.takes(f.id));
        let mut findings: Vec<_> = taken.collect();
        sort_by_key(&mut findings, |f| (std::cmp::Reverse((f.severity, f.confidence)), f.id));
        findings
    }

    /// The title of a finding's topic.
    pub fn topic(&self, id: u32) -> String {
        let topic = self.report.topics.iter().find(|topic| topic.id == id);
        topic.map_or_else(|| "Other findings".to_owned(), |topic| clean(&topic.title))
    }

    /// People, organizations, places and the like, by kind, the most often named first; dates and figures are left out.
    pub fn names(&self) -> Vec<Name<'a>> {
        let named = |entity: &&Entity| entity.kind <= EntityKind::Work && !entity.mentions.is_empty();
        let mut names: Vec<_> =
            self.report.entities.iter().filter(named).map(|entity| self.row(entity)).collect();
        sort_by_key(&mut names, |name| {
            (name.entity.kind, std::cmp::Reverse(name.counts.iter().sum::<u32>()), name.entity.name.clone())
        });
        names
    }

    /// The words at a place, and the line on which they begin.
    pub fn words(&self, article: u32, units: Units) -> Option<(String, usize)> {
        let view = self.articles.get(article as usize)?;
        let span = view.offsets.bytes(units.start, units.end);
        Some((clean(span.of(&view.article.text)), view.line(span.start)))
    }

    /// How many pairs each step dropped, the most frequent first.
    pub fn dropped(&self) -> Vec<(&'a str, usize)> {
        let mut steps = BTreeMap::new();
        for dropped in &self.report.dropped {
            *steps.entry(dropped.step.as_str()).or_default() += 1;
        }
        let mut steps: Vec<_> = steps.into_iter().collect();
        sort_by_key(&mut steps, |&(_, count)| std::cmp::Reverse(count));
        steps
    }

    /// "The Post", or nothing.
    pub fn outlet(&self, article: u32) -> Option<String> {
        let outlet = self.report.articles.get(article as usize)?.outlet.as_ref();
        outlet.map(|name| clean(name)).filter(|name| !name.is_empty())
    }

    /// "The Post", or the title where the outlet is not known, or nothing.
    pub fn name(&self, article: u32) -> Option<String> {
        let article = self.report.articles.get(article as usize)?;
        article
            .outlet
            .as_ref()
            .or(article.title.as_ref())
            .map(|name| clean(name))
            .filter(|name| !name.is_empty())
    }

    /// "B, The Post", or "Article B" where no name is known.
    pub fn label(&self, article: u32) -> String {
        let letter = letter(article);
        self.name(article).map_or_else(|| format!("Article {letter}"), |name| format!("{letter}, {name}"))
    }

    /// "3 articles, 4 findings: 1 high, 2 medium, 1 low"; "3 of 4 findings" when not all are taken.
    pub fn sizes(&self) -> String {
        let findings = self.findings(|_| true);
        let parts: Vec<_> = Severity::ALL
            .iter()
            .rev()
            .filter_map(|&severity| {
                let count = findings.iter().filter(|finding| finding.severity == severity).count();
                (count > 0).then(|| format!("{count} {severity}"))
            })
            .collect();
        let colon = if parts.is_empty() { "" } else { ": " };
        let (articles, all) = (self.report.articles.len(), self.report.findings.len());
        let of = if findings.len() < all { format!("{} of ", findings.len()) } else { String::new() };
        let findings = plural(all, "finding");
        format!("{}, {of}{findings}{colon}{}", plural(articles, "article"), parts.join(", "))
    }

    fn row(&self, entity: &'a Entity) -> Name<'a> {
        let mut counts = vec![0; self.report.articles.len()];
        for mention in entity.mentions.iter().filter(|mention| !mention.nested) {
            if let Some(count) = counts.get_mut(mention.article as usize) {
                *count += 1;
            }
        }
        let name = clean(&entity.name);
        let forms = entity.forms.iter().filter(|form| clean(&form.text) != name).collect();
        Name { entity, counts, forms, offices: offices(entity) }
    }
}

impl<'a> ArticleView<'a> {
    fn new(article: &'a Article) -> Self {
        let starts =
            article.text.bytes().zip(1u32..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next);
        Self {
            article,
            offsets: Utf16Map::new(&article.text),
            lines: std::iter::once(0).chain(starts).collect(),
        }
    }

    fn line(&self, byte: u32) -> usize {
        self.lines.partition_point(|&start| start <= byte)
    }

    /// Whether the sentences at both ends reach beyond the passage by at least one word.
    fn cuts(&self, start: u32, end: u32) -> (bool, bool) {
        let sentences = &self.article.sentences;
        let at = |unit| {
            sentences.partition_point(|s| s.start <= unit).checked_sub(1).and_then(|i| sentences.get(i))
        };
        let words = |from, to| {
            from < to && self.offsets.bytes(from, to).of(&self.article.text).contains(char::is_alphanumeric)
        };
        let before = at(start).is_some_and(|s| start < s.end && words(s.start, start));
        let after = at(end.saturating_sub(1)).is_some_and(|s| words(end, s.end));
        (before, after)
    }
}

fn offices(entity: &Entity) -> Vec<(String, Vec<u32>)> {
    let mut offices: Vec<(String, Vec<u32>)> = Vec::new();
    for office in &entity.offices {
        let words = office_words(office.status, &clean(&office.title), office.of.as_deref().map(clean));
        match offices.iter_mut().find(|(known, _)| *known == words) {
            Some((_, articles)) if articles.contains(&office.article) => {}
            Some((_, articles)) => articles.push(office.article),
            None => offices.push((words, vec![office.article])),
        }
    }
    offices
}

fn office_words(status: OfficeStatus, title: &str, of: Option<String>) -> String {
    let title = match status {
        OfficeStatus::Current => title.to_owned(),
        OfficeStatus::Former => format!("former {title}"),
        OfficeStatus::Then => format!("then {title}"),
        OfficeStatus::Acting => format!("acting {title}"),
        OfficeStatus::Elect => format!("{title}-elect"),
    };
    of.map_or(title.clone(), |of| format!("{title} of {of}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::flow::slice;
    use crate::export::sample;

    #[test]
    fn a_passage_knows_its_line_and_cuts() {
        let report = Report {
            articles: vec![Article {
                text: "Title\n\n“Où?” 😀 said the mayor, who left.".into(),
                sentences: vec![Units { start: 7, end: 41 }],
                ..Default::default()
            }],
            ..Default::default()
        };
        let evidence = Evidence { article: 0, start: 13, end: 30, focus: Some(Units { start: 25, end: 30 }) };
        let reader = Reader::default();
        let passage = View::new(&report, &reader).passage(&evidence);
        assert_eq!((passage.text.as_str(), passage.line), ("😀 said the mayor", 3), "{passage:?}");
        assert_eq!(slice(&passage.text, passage.focus), "mayor");
        assert!(passage.cut_before && passage.cut_after);
        let whole =
            View::new(&report, &reader).passage(&Evidence { article: 0, start: 7, end: 41, focus: None });
        assert!(!whole.cut_before && !whole.cut_after && whole.focus.is_empty());
    }

    #[test]
    fn serious_findings_come_first() {
        let report = sample::report();
        let reader = Reader::default();
        let groups = View::new(&report, &reader).groups();
        assert_eq!(
            groups.iter().map(|g| g.title.as_str()).collect::<Vec<_>>(),
            ["How many were hurt?", "Who is the harbour master?"]
        );
        let severities: Vec<_> = groups[1].findings.iter().map(|f| f.severity).collect();
        assert!(severities.is_sorted_by(|a, b| a >= b), "{severities:?}");
    }
}
