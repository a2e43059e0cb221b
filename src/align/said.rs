//! A claim with its article: who says it, and in which part of the article it stands.

use crate::claim::Claim;
use crate::corpus::Corpus;
use crate::kind::BlockRole;

/// A claim with its article.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// Index of the article.
    pub article: usize,
    /// The claim.
    pub claim: &'a Claim,
}

impl<'a> Said<'a> {
    /// The claim at an index, with its article.
    #[must_use]
    pub fn new(corpus: &'a Corpus, article: usize, claim: usize) -> Option<Said<'a>> {
        corpus.claim(article, claim).map(|claim| Said { article, claim })
    }

    /// Who says it: the shared entity of the speaker whose quotation holds the claim.
    #[must_use]
    pub fn speaker(&self, corpus: &Corpus) -> Option<usize> {
        let quotation = corpus.documents.get(self.article)?.quotations.get(self.claim.quotation?)?;
        corpus.entity(self.article, quotation.speaker?)
    }

    /// Whether somebody other than the narrator says it.
    #[must_use]
    pub fn is_attributed(&self) -> bool {
        self.claim.quotation.is_some()
    }

    /// The words that name the source, as the article has them.
    #[must_use]
    pub fn source<'c>(&self, corpus: &'c Corpus) -> Option<&'c str> {
        let document = corpus.documents.get(self.article)?;
        let quotation = document.quotations.get(self.claim.quotation?)?;
        quotation.source.map(|span| document.text(span)).filter(|text| !text.is_empty())
    }

    /// Whether it stands in the body of the article.
    #[must_use]
    pub fn is_body(&self) -> bool {
        matches!(self.claim.role, BlockRole::Body | BlockRole::Standfirst)
    }

    /// Whether it is a title of the article or of a part of it.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        matches!(self.claim.role, BlockRole::Headline | BlockRole::Subhead)
    }
}
