//! All articles of one check, analysed: the value that alignment and every rule reads.
//!
//! In: articles. Out: [`Corpus`], which owns a [`Document`] for each article and the entities that they share.

mod link;
mod memory;
mod people;
mod side;

pub use link::{Keys, Linked, keys, link};
pub use memory::Memory;
pub use side::by_name;

use crate::article::{Article, Head, head};
use crate::claim::{Claim, Layers, claims};
use crate::entity::{Corrections, Names, names};
use crate::language::is_foreign;
use crate::lexicon::Lexicon;
use crate::options::Alias;
use crate::order::sort_by_key;
use crate::prose::Prose;
use crate::quotation::{Quotation, quotations};
use crate::span::Span;
use crate::value::{Quantity, TimeExpr, quantities_beside, times};

/// One analysed article.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Title, outlet, date.
    pub head: Head,
    /// Blocks, tokens, sentences, tags.
    pub prose: Prose,
    /// Plainly in another language than English: the layers below are empty.
    pub is_foreign: bool,
    /// Mentions, entities, offices.
    pub names: Names,
    /// For each entity what joins it to those of other articles.
    pub keys: Vec<Keys>,
    /// Numbers with units, in order.
    pub quantities: Vec<Quantity>,
    /// Times, in order.
    pub times: Vec<TimeExpr>,
    /// Quotations, in order.
    pub quotations: Vec<Quotation>,
    /// Claims, in order.
    pub claims: Vec<Claim>,
}

impl Document {
    /// Runs the stages of one article. `observe` is called with a stage's name when it has ended.
    pub fn read(
        lex: &Lexicon,
        article: &Article,
        corrections: &Corrections,
        observe: &mut dyn FnMut(&'static str),
    ) -> Document {
        let prose = Prose::read(lex, &article.text);
        observe("prose");
        let head = head(lex, article, &prose.blocks);
        // What the later stages made of another language would be nonsense; a notice says that the article was left alone.
        if is_foreign(lex, &prose) {
            return Document { head, prose, is_foreign: true, ..Document::default() };
        }
        let names = names(lex, &prose, corrections);
        let keys = keys(lex, corrections, &prose, &names);
        observe("entity");
        let times = times(lex, &prose, head.date.as_deref());
        let quantities = quantities_beside(lex, &prose, &times);
        observe("value");
        let quotations = quotations(lex, &prose, &names);
        observe("quotation");
        let mut document =
            Document { head, prose, names, keys, quantities, times, quotations, ..Document::default() };
        document.claims = claims(Layers {
            lex,
            prose: &document.prose,
            names: &document.names,
            quotations: &document.quotations,
            quantities: &document.quantities,
            times: &document.times,
        });
        observe("claim");
        document
    }

    /// Words of a span.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.prose.text)
    }
}

/// All articles and what they share.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The articles in the order of their texts, so that nothing that is found hangs on the order in which they were given.
    pub documents: Vec<Document>,
    /// For each document its place in the order given.
    pub given: Vec<usize>,
    /// Entities across articles, in order of their first mention.
    pub entities: Vec<Linked>,
    /// For each article and each entity of its own, the shared entity.
    shared: Vec<Vec<usize>>,
    /// For each shared entity the state it stands for, where one is known.
    pub sides: Vec<Option<String>>,
}

impl Corpus {
    /// Analyses the articles one by one, then links their entities, both as the reader has corrected them.
    pub fn analyze(
        lex: &Lexicon,
        articles: &[Article],
        aliases: &[Alias],
        observe: &mut dyn FnMut(&'static str),
    ) -> Corpus {
        Corpus::of(lex, articles, aliases, &mut Memory::default(), observe)
    }

    /// The same; articles that the memory holds are not read again.
    pub fn of(
        lex: &Lexicon,
        articles: &[Article],
        aliases: &[Alias],
        memory: &mut Memory,
        observe: &mut dyn FnMut(&'static str),
    ) -> Corpus {
        memory.forget_others(articles, aliases);
        let corrections = Corrections::new(lex, aliases);
        let mut given: Vec<usize> = (0..articles.len()).collect();
        sort_by_key(&mut given, |&n| articles.get(n).map(|a| (&a.text, &a.title, &a.outlet, &a.date)));
        let ordered = given.iter().filter_map(|&n| articles.get(n));
        let documents: Vec<Document> = ordered
            .map(|article| {
                memory.take(article).unwrap_or_else(|| Document::read(lex, article, &corrections, observe))
            })
            .collect();
        let parts: Vec<(&Names, &[Keys])> = documents.iter().map(|d| (&d.names, d.keys.as_slice())).collect();
        let entities = link(lex, &parts, &corrections);
        let mut shared: Vec<Vec<usize>> =
            documents.iter().map(|d| vec![usize::MAX; d.names.entities.len()]).collect();
        for (id, entity) in entities.iter().enumerate() {
            for &(article, local) in &entity.members {
                if let Some(slot) = shared.get_mut(article).and_then(|list| list.get_mut(local)) {
                    *slot = id;
                }
            }
        }
        let sides = side::sides(lex, &documents, &entities);
        observe("link");
        Corpus { documents, given, entities, shared, sides }
    }

    /// The shared entity that a mention of an article names.
    #[must_use]
    pub fn entity(&self, article: usize, mention: usize) -> Option<usize> {
        let local = self.documents.get(article)?.names.mentions.get(mention)?.entity;
        self.shared.get(article)?.get(local).copied().filter(|&id| id != usize::MAX)
    }

    /// The state that a shared entity stands for.
    #[must_use]
    pub fn side(&self, entity: usize) -> Option<&str> {
        self.sides.get(entity)?.as_deref()
    }

    /// The name of a shared entity.
    #[must_use]
    pub fn name(&self, entity: usize) -> &str {
        self.entities.get(entity).map_or("", |e| &e.name)
    }

    /// A claim of an article.
    #[must_use]
    pub fn claim(&self, article: usize, claim: usize) -> Option<&Claim> {
        self.documents.get(article)?.claims.get(claim)
    }

    /// The letter and, where known, the outlet of an article, as summaries name it: "A (The Paper)".
    #[must_use]
    pub fn label(&self, article: usize) -> String {
        let place = self.given.get(article).copied().unwrap_or(article);
        let letter =
            u32::try_from(place % 26).ok().and_then(|n| char::from_u32('A' as u32 + n)).unwrap_or('?');
        let round = if place >= 26 { (place / 26 + 1).to_string() } else { String::new() };
        match self.documents.get(article).and_then(|d| d.head.outlet.as_deref()) {
            Some(outlet) => format!("{letter}{round} ({outlet})"),
            None => format!("article {letter}{round}"),
        }
    }
}
