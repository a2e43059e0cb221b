//! Articles that an earlier check has read.
//!
//! In: the articles of one check after the other. Out: for those that have not changed, what reading them made, so that a reader who types in one of many
//! does not wait for all; and one article more, read before its check is asked for. What an article is read to hangs on nothing but itself and the corrections, so the report is the same with and without.
//! Example: `check_again(&articles, &options, &mut memory)`. Limits: holds the articles of the last check and that one, and no others.

use super::{Corpus, Document};
use crate::article::Article;
use crate::entity::Corrections;
use crate::lexicon::Lexicon;
use crate::options::Alias;

/// What the last check has read.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    aliases: Vec<Alias>,
    documents: Vec<(Article, Document)>,
    ahead: Option<(Article, Document)>,
}

impl Memory {
    /// Reads an article of the next check before that is asked for; of several only the last is kept.
    pub fn read_ahead(&mut self, lex: &Lexicon, article: Article) {
        let is_known = |known: &(Article, Document)| known.0 == article;
        if !self.documents.iter().chain(&self.ahead).any(is_known) {
            let corrections = Corrections::new(lex, &self.aliases);
            let document = Document::read(lex, &article, &corrections, &mut |_| {});
            self.ahead = Some((article, document));
        }
    }

    /// Forgets what the next check has no use for: other articles, and all of them when the corrections are others.
    pub fn forget_others(&mut self, articles: &[Article], aliases: &[Alias]) {
        self.documents.extend(self.ahead.take());
        if self.aliases != aliases {
            self.documents.clear();
            self.aliases = aliases.to_vec();
        }
        self.documents.retain(|(article, _)| articles.contains(article));
    }

    /// What an article was read to, handed out once.
    pub fn take(&mut self, article: &Article) -> Option<Document> {
        let at = self.documents.iter().position(|(known, _)| known == article)?;
        Some(self.documents.swap_remove(at).1)
    }

    /// Keeps what a check has read, which was of these articles.
    pub fn keep(&mut self, articles: &[Article], corpus: Corpus) {
        let Corpus { documents, given, .. } = corpus;
        let ordered = given.iter().filter_map(|&n| articles.get(n).cloned());
        self.documents = ordered.zip(documents).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check, check_again, wire};

    fn article(text: &str) -> Article {
        Article { text: text.to_owned(), ..Article::default() }
    }

    fn aliases(names: &[&str]) -> Options {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        Options { aliases: vec![Alias { names, ..Alias::default() }], ..Options::default() }
    }

    #[test]
    fn a_report_is_the_same_with_and_without() {
        let bridge =
            "The bridge in Arlen was closed on Monday, Ann Smyth said. \"We had no choice,\" she said.";
        let other = "Ann Smith said the bridge in Arlen stayed open on Monday. About 40 people were hurt.";
        let changed = "Ann Smith said the bridge in Arlen stayed open on Monday. About 45 people were hurt.";
        let third = "Forty people were hurt when the bridge in Arlen was closed, A. Smyth said on Tuesday.";
        let courses = [
            (vec![bridge, other], Options::default()),
            (vec![bridge, changed], Options::default()),
            (vec![third, bridge, changed], Options::default()),
            (vec![changed, bridge, bridge], Options::default()),
            (vec![changed, bridge], aliases(&["Ann Smyth", "Ann Smith"])),
            (vec![changed, third], aliases(&["Ann Smyth", "Ann Smith"])),
            (vec![], Options::default()),
        ];
        let mut memory = Memory::default();
        for (texts, options) in courses {
            let articles: Vec<Article> = texts.into_iter().map(article).collect();
            let again = check_again(&articles, &options, &mut memory);
            let anew = check(&articles, &options);
            assert_eq!(wire::Report::new(&again), wire::Report::new(&anew));
            assert_eq!(memory.documents.len(), articles.len());
        }
    }

    #[test]
    fn an_article_that_was_read_ahead_is_read_as_it_is_in_the_check() {
        let corrected = aliases(&["Ann Smyth", "Ann Smith"]);
        let texts = ["Ann Smyth said the bridge was closed.", "Ann Smith said it was open."];
        for options in [Options::default(), corrected] {
            let mut memory = Memory::default();
            check_again(&[article(texts[0])], &Options::default(), &mut memory);
            memory.read_ahead(Lexicon::builtin(), article("An earlier state of it."));
            memory.read_ahead(Lexicon::builtin(), article(texts[1]));
            assert_eq!(memory.ahead.as_ref().map(|(read, _)| read.text.as_str()), Some(texts[1]));
            let articles = texts.map(article);
            let again = check_again(&articles, &options, &mut memory);
            assert_eq!(wire::Report::new(&again), wire::Report::new(&check(&articles, &options)));
            assert_eq!((memory.documents.len(), memory.ahead.is_none()), (2, true));
        }
    }

    #[test]
    fn an_article_is_taken_once_and_only_as_it_was() {
        let articles = [article("The bridge was closed."), article("The bridge was open.")];
        let mut memory = Memory::default();
        check_again(&articles, &Options::default(), &mut memory);
        assert!(
            memory.take(&Article { date: Some("2024-05-01".to_owned()), ..articles[0].clone() }).is_none()
        );
        assert!(memory.take(&articles[0]).is_some());
        assert!(memory.take(&articles[0]).is_none());
        memory.forget_others(&articles, &aliases(&["A", "B"]).aliases);
        assert!(memory.take(&articles[1]).is_none());
    }
}
