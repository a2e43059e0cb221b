//! Crosscheck reads news articles and shows where they differ.
#![warn(missing_docs)]

pub mod article;
pub mod block;
pub mod entity;
pub mod export;
pub mod kind;
pub mod lexicon;
pub mod options;
pub mod pattern;
pub mod prose;
pub mod quotation;
pub mod report;
pub mod sentence;
pub mod span;
pub mod tag;
pub mod token;
pub mod wire;

pub use article::Article;
pub use options::Options;

/// Checks the articles against each other and each against itself.
pub fn check(articles: &[Article], options: &Options) -> report::Report {
    check_observed(articles, options, &mut |_| {})
}

/// The same as [`check`]; `observe` is called with a stage's name when that stage has ended.
pub fn check_observed(
    articles: &[Article],
    _options: &Options,
    observe: &mut dyn FnMut(&'static str),
) -> report::Report {
    let articles = articles
        .iter()
        .map(|article| report::ReportArticle {
            text: article.text.clone(),
            title: article.title.clone(),
            outlet: article.outlet.clone(),
            date: article.date.clone(),
            ..Default::default()
        })
        .collect();
    observe("article");
    report::Report { articles, ..Default::default() }
}
