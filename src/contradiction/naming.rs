//! Forms of a name across articles: who writes it how, and which way most do.
//!
//! In: [`Corpus`] and one of its shared entities. Out: [`Form`]s and groups of them. Shared by the rules on names.

use crate::contradiction::passage::sentence_evidence;
use crate::corpus::{Corpus, Document, Linked};
use crate::entity::Mention;
use crate::kind::{BlockRole, MentionForm};
use crate::report::Evidence;

/// One way in which one article writes a name.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    /// The article.
    pub article: usize,
    /// The mention that shows it, in the body where there is one.
    pub mention: usize,
    /// As written.
    pub text: &'a str,
    /// How often the article writes it so.
    pub count: usize,
}

/// The named forms of a shared entity, each once for each article, in order.
#[must_use]
pub fn forms<'a>(corpus: &'a Corpus, linked: &Linked) -> Vec<Form<'a>> {
    let mut out: Vec<Form<'a>> = Vec::new();
    for &(article, local) in &linked.members {
        let Some(document) = corpus.documents.get(article) else { continue };
        let Some(entity) = document.names.entities.get(local) else { continue };
        for &at in &entity.mentions {
            let Some(mention) = document.names.mentions.get(at).filter(|m| m.form == MentionForm::Name)
            else {
                continue;
            };
            let text = document.text(mention.span);
            let is_body = document.prose.role_of(mention.tokens.start) == BlockRole::Body;
            match out.iter_mut().find(|f| f.article == article && f.text == text) {
                Some(form) => {
                    form.count += 1;
                    if is_body && !shown_in_body(corpus, form) {
                        form.mention = at;
                    }
                }
                None => out.push(Form { article, mention: at, text, count: 1 }),
            }
        }
    }
    out
}

fn shown_in_body(corpus: &Corpus, form: &Form<'_>) -> bool {
    corpus.documents.get(form.article).is_some_and(|d| {
        d.names.mentions.get(form.mention).is_some_and(|m| d.prose.role_of(m.tokens.start) == BlockRole::Body)
    })
}

/// The sentence of a form, the name in focus.
#[must_use]
pub fn shown(corpus: &Corpus, form: &Form<'_>) -> Option<Evidence> {
    let mention = corpus.documents.get(form.article)?.names.mentions.get(form.mention)?;
    Some(mention_evidence(corpus, form.article, mention))
}

/// The sentence of a mention, the name in focus.
#[must_use]
pub fn mention_evidence(corpus: &Corpus, article: usize, mention: &Mention) -> Evidence {
    let sentence = corpus.documents.get(article).map_or(0, |d| d.prose.sentence_of(mention.tokens.start));
    sentence_evidence(corpus, article, sentence, mention.span, Some(mention.tokens.clone()))
}

/// Forms that count as one way of writing, by articles and then by mentions.
#[derive(Debug)]
pub struct Way<'a> {
    /// Its forms, in order.
    pub forms: Vec<Form<'a>>,
}

impl Way<'_> {
    /// Number of articles, then number of mentions.
    #[must_use]
    pub fn weight(&self) -> (usize, usize) {
        (self.articles().len(), self.forms.iter().map(|f| f.count).sum())
    }

    /// The articles that write it so.
    #[must_use]
    pub fn articles(&self) -> Vec<usize> {
        let mut out: Vec<usize> = self.forms.iter().map(|f| f.article).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// Puts forms into ways by a test of sameness; the way of most articles first, ties by text.
#[must_use]
pub fn ways<'a>(forms: Vec<Form<'a>>, same: impl Fn(&Form<'a>, &Form<'a>) -> bool) -> Vec<Way<'a>> {
    let mut out: Vec<Way<'a>> = Vec::new();
    for form in forms {
        match out.iter_mut().find(|way| way.forms.iter().any(|other| same(other, &form))) {
            Some(way) => way.forms.push(form),
            None => out.push(Way { forms: vec![form] }),
        }
    }
    let text = |way: &Way<'a>| way.forms.iter().map(|f| f.text).min().unwrap_or("");
    out.sort_by(|a, b| b.weight().cmp(&a.weight()).then_with(|| text(a).cmp(text(b))));
    out
}

/// Evidence of an odd way first, then of the usual one, from at most `most` articles.
#[must_use]
pub fn pairs(corpus: &Corpus, odd: &Form<'_>, usual: &Way<'_>, most: usize) -> Vec<Evidence> {
    let mut out: Vec<Evidence> = shown(corpus, odd).into_iter().collect();
    let mut seen = vec![odd.article];
    // Like beside like: "Acme Distribution Ltd." shows better what "Acme Distributors Ltd." has otherwise than "Acme Distribution" does.
    let words = |form: &Form<'_>| form.text.split_whitespace().count();
    let mut ordered: Vec<&Form<'_>> = usual.forms.iter().collect();
    ordered.sort_by_key(|form| words(form).abs_diff(words(odd)));
    for form in ordered {
        if !seen.contains(&form.article) && out.len() <= most {
            seen.push(form.article);
            out.extend(shown(corpus, form));
        }
    }
    out
}

/// Whether two names are one in other letters: "US" beside "U.S.", a name beside its initials or a part of it.
#[must_use]
pub fn is_alike((a, m): (&Document, &Mention), (b, n): (&Document, &Mention)) -> bool {
    let letters = |d: &Document, m: &Mention| -> String {
        d.text(m.span).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let initials = |d: &Document, m: &Mention| -> String {
        let heavy =
            m.tokens.clone().filter(|&i| !matches!(d.prose.lower(i), "of" | "for" | "the" | "and" | "in"));
        let first = heavy.filter_map(|i| d.prose.lower(i).chars().next());
        first.filter(|c| c.is_alphabetic()).collect()
    };
    let (x, y) = (letters(a, m), letters(b, n));
    let (i, j) = (initials(a, m), initials(b, n));
    let is_short = |short: &str, initials: &str| {
        short.len() > 1 && (initials.starts_with(short) || initials.ends_with(short))
    };
    x.contains(&y) || y.contains(&x) || is_short(&x, &j) || is_short(&y, &i)
}
