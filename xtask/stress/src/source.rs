//! An article as the generator sees it: the core's reading of it, and edits of its text.
//!
//! In: an [`Article`]. Out: a [`Source`], from which the other modules choose places, and [`Edit`]s, which make copies.
//! Example: `source.phrases(&[("will", "may")])` gives each "will" outside quotation marks with its token range.
//! Limits: bylines, furniture and captions state no facts here; words in marks are left to the kind for quoted words.

use std::ops::Range;

use crosscheck::kind::{BlockRole, EntityKind, MentionForm};
use crosscheck::lexicon::Lexicon;
use crosscheck::prose::Prose;
use crosscheck::report::{Entity, Report};
use crosscheck::span::Span;
use crosscheck::{Article, Options, check};

/// An article with the core's reading of it.
pub struct Source {
    /// As it was given.
    pub article: Article,
    /// What the core says of it alone.
    pub report: Report,
    /// Its tokens, sentences and tags.
    pub prose: Prose,
}

/// One place of the original with what stands there in a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// In the original; never empty.
    pub span: Span,
    /// Never empty.
    pub text: String,
}

impl Source {
    /// Reads an article.
    #[must_use]
    pub fn read(article: &Article) -> Source {
        let report = check(std::slice::from_ref(article), &Options::default());
        let prose = Prose::read(Lexicon::builtin(), &article.text);
        Source { article: article.clone(), report, prose }
    }

    /// Whether the token stands where facts are told in the article's own words.
    #[must_use]
    pub fn is_narrated(&self, token: usize) -> bool {
        let told = matches!(
            self.prose.role_of(token),
            BlockRole::Headline | BlockRole::Standfirst | BlockRole::Subhead | BlockRole::Body
        );
        told && !self.is_quoted(self.prose.span(token))
    }

    /// Whether the span touches words in quotation marks.
    #[must_use]
    pub fn is_quoted(&self, span: Span) -> bool {
        self.report.quotations.iter().any(|q| q.kind.is_verbatim() && q.content.overlaps(span))
    }

    /// Every narrated token, in order.
    pub fn narrated(&self) -> impl Iterator<Item = usize> {
        (0..self.prose.len()).filter(|&token| self.is_narrated(token))
    }

    /// Names of one kind that stand alone, with their entities, by place.
    #[must_use]
    pub fn names(&self, kind: EntityKind) -> Vec<(&Entity, Span)> {
        let all = self.report.entities.iter().filter(|entity| entity.kind == kind);
        let mut names: Vec<(&Entity, Span)> = all
            .flat_map(|entity| {
                let own = entity.mentions.iter().filter(|m| m.form == MentionForm::Name && !m.nested);
                own.map(move |mention| (entity, mention.place.span))
            })
            .collect();
        names.sort_by_key(|(_, span)| *span);
        names
    }

    /// The longest phrase of the table at each narrated token, without overlaps, with what the table says of it.
    #[must_use]
    pub fn phrases<'a>(&self, table: &[(&str, &'a str)]) -> Vec<(Range<usize>, &'a str)> {
        let mut found: Vec<(Range<usize>, &str)> = Vec::new();
        for at in self.narrated() {
            let here = table.iter().filter_map(|(phrase, other)| {
                let words = phrase.split(' ').count();
                let fits = phrase.split(' ').zip(at..).all(|(word, token)| self.prose.lower(token) == word);
                fits.then_some((at..at + words, *other))
            });
            let longest = here.max_by_key(|(range, _)| range.len());
            if let Some((range, other)) = longest
                && found.last().is_none_or(|(before, _)| before.end <= at)
                && range.clone().all(|token| self.is_narrated(token))
            {
                found.push((range, other));
            }
        }
        found
    }

    /// Puts words in the place of tokens, with the capitals that were there.
    #[must_use]
    pub fn replacing(&self, tokens: Range<usize>, words: &str) -> Edit {
        let span = self.prose.cover(tokens);
        Edit { span, text: in_case_of(span.of(&self.article.text), words) }
    }

    /// The sentence that holds the token, as tokens.
    #[must_use]
    pub fn sentence(&self, token: usize) -> Range<usize> {
        self.prose.sentence_at(token).unwrap_or(token..token)
    }

    /// The article with the edit made, in its title too where it stands there.
    #[must_use]
    pub fn with(&self, edit: &Edit) -> Article {
        let text = edited(&self.article.text, edit);
        let title = self.article.title.as_ref().map(|title| {
            let at = self.article.text.find(title.as_str());
            let within = at.filter(|&at| Span::new(at, at + title.len()).contains(edit.span));
            within.map_or_else(
                || title.clone(),
                |at| {
                    let grown = title.len() + edit.text.len() - edit.span.len();
                    Span::new(at, at + grown).of(&text).to_owned()
                },
            )
        });
        Article { text, title, ..self.article.clone() }
    }
}

fn edited(text: &str, edit: &Edit) -> String {
    let before = Span::new(0, edit.span.start as usize).of(text);
    let after = Span::new(edit.span.end as usize, text.len()).of(text);
    [before, &edit.text, after].concat()
}

/// The words with a capital where the model's have one: at the beginning, or on each.
fn in_case_of(model: &str, words: &str) -> String {
    let is_upper = |word: &str| word.starts_with(char::is_uppercase);
    let long: Vec<&str> = model.split([' ', '-', '\u{a0}']).filter(|word| word.len() > 2).collect();
    let every = !long.is_empty() && long.iter().all(|word| is_upper(word));
    let cased = words.split(' ').enumerate().map(|(index, word)| {
        let small = ["of", "to", "for", "on"].contains(&word);
        if (index == 0 && is_upper(model))
            || (every && long.len() > 1 && !small)
            || (every && index > 0 && !small)
        {
            capitalised(word)
        } else {
            word.to_owned()
        }
    });
    cased.collect::<Vec<_>>().join(" ")
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
