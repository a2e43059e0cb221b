//! The layers of one article below its meaning: blocks, tokens, sentences, tags, under one roof with the look-ups that every later stage needs.
//!
//! In: text. Out: [`Prose`]. Words are folded once (lower case, plain apostrophes) and shared, so that comparing words is comparing numbers.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::block::{Block, blocks};
use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::sentence::sentences;
use crate::span::Span;
use crate::tag::{Pos, tags};
use crate::token::{Token, TokenKind, fold, tokens};

/// The analysed surface of one article.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The text as it was given.
    pub text: String,
    /// Blocks in order.
    pub blocks: Vec<Block>,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// Token ranges of the sentences, in order; every token is in exactly one.
    pub sentences: Vec<Range<usize>>,
    pos: Vec<Pos>,
    folded: Vec<u32>,
    lemmas: Vec<u32>,
    words: Words,
}

impl Prose {
    /// Runs the stages from blocks to tags.
    #[must_use]
    pub fn read(lex: &Lexicon, text: &str) -> Prose {
        let blocks = blocks(lex, text);
        let tokens = tokens(lex, text);
        let sentences = sentences(lex, text, &tokens, &blocks);
        let tags = tags(lex, text, &tokens, &sentences);
        let mut words = Words::default();
        let folded = words.folded(text, &tokens);
        let forms: Vec<u32> = tags.lemmas.iter().map(|lemma| words.id(lemma)).collect();
        let lemmas =
            tags.all.iter().map(|tag| forms.get(tag.lemma as usize).copied().unwrap_or(u32::MAX)).collect();
        let pos = tags.all.iter().map(|tag| tag.pos).collect();
        Prose { text: text.to_owned(), blocks, tokens, sentences, pos, folded, lemmas, words }
    }

    /// Number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token as it is written; empty past the end.
    #[must_use]
    pub fn raw(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(&self.text))
    }

    /// The token in lower case, curly apostrophes made plain; empty past the end.
    #[must_use]
    pub fn lower(&self, at: usize) -> &str {
        self.shared(self.folded.get(at))
    }

    /// The token's dictionary form; empty past the end.
    #[must_use]
    pub fn lemma(&self, at: usize) -> &str {
        self.shared(self.lemmas.get(at))
    }

    fn shared(&self, id: Option<&u32>) -> &str {
        id.and_then(|&id| self.words.all.get(id as usize)).map_or("", |w| w)
    }

    /// Whether a folded word is that of a token, or the dictionary form of one.
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.words.ids.contains_key(word)
    }

    /// The token's part of speech; `X` past the end.
    #[must_use]
    pub fn pos(&self, at: usize) -> Pos {
        self.pos.get(at).copied().unwrap_or(Pos::X)
    }

    /// The token's kind; a symbol past the end.
    #[must_use]
    pub fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Symbol, |t| t.kind)
    }

    /// Where the token stands; empty past the end.
    #[must_use]
    pub fn span(&self, at: usize) -> Span {
        self.tokens.get(at).map_or(Span::default(), |t| t.span)
    }

    /// Folded words from token `at` to the end of its sentence, for look-ups of phrases.
    pub fn lowers(&self, at: usize) -> impl Iterator<Item = &str> {
        let end = self.sentence_at(at).map_or(at, |s| s.end);
        (at..end).map(|i| self.lower(i))
    }

    /// From the first byte of the range's first token to the last of its last.
    #[must_use]
    pub fn cover(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            return Span::default();
        }
        self.span(range.start).cover(self.span(range.end - 1))
    }

    /// The tokens that overlap the span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.end <= span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        start..end.max(start)
    }

    /// Index of the sentence that holds the token.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= token)
    }

    /// Token range of the sentence that holds the token.
    #[must_use]
    pub fn sentence_at(&self, token: usize) -> Option<Range<usize>> {
        self.sentences.get(self.sentence_of(token)).cloned()
    }

    /// Where a sentence stands.
    #[must_use]
    pub fn sentence_span(&self, sentence: usize) -> Span {
        self.sentences.get(sentence).map_or(Span::default(), |s| self.cover(s.clone()))
    }

    /// Role of the block that holds the byte.
    #[must_use]
    pub fn role_at(&self, byte: u32) -> BlockRole {
        let at = self.blocks.partition_point(|b| b.span.end <= byte);
        self.blocks.get(at).map_or(BlockRole::Body, |b| b.role)
    }

    /// Role of the block that holds the token.
    #[must_use]
    pub fn role_of(&self, token: usize) -> BlockRole {
        self.role_at(self.span(token).start)
    }

    /// Whether white space stands before the token.
    #[must_use]
    pub fn is_spaced(&self, at: usize) -> bool {
        at == 0 || self.span(at - 1).end < self.span(at).start
    }

    /// Whether the token begins with a capital letter.
    #[must_use]
    pub fn is_capitalised(&self, at: usize) -> bool {
        self.raw(at).starts_with(char::is_uppercase)
    }
}

#[derive(Clone, Debug, Default)]
struct Words {
    ids: FxHashMap<Arc<str>, u32>,
    all: Vec<Arc<str>>,
}

impl Words {
    /// The folded word of each token. A word is folded once, however often it stands in the text.
    fn folded(&mut self, text: &str, tokens: &[Token]) -> Vec<u32> {
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        let words = tokens.iter().map(|token| token.span.of(text));
        words.map(|word| *known.entry(word).or_insert_with(|| self.id(&fold(word)))).collect()
    }

    fn id(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let word: Arc<str> = word.into();
        self.ids.insert(Arc::clone(&word), id);
        self.all.push(word);
        id
    }
}
