//! Passages: sentences as grammar sees them, with every marked run as one item.
//!
//! In: [`Prose`] and its [`Marked`] runs. Out: [`Passage`]s in order. A run that goes over several sentences keeps them together, and so does a
//! closing mark behind "!" or "?", after which the attribution still belongs to the quotation.
//! Example: `"Is it over?" Smith asked.` is one passage of four items. Limits: words inside a run can not be cues.

use std::ops::Range;

use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::quotation::delimit::Marked;
use crate::tag::Pos;
use crate::token::TokenKind;

/// A token, or a run in marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Index of a token.
    Token(usize),
    /// Index of a marked run.
    Quote(usize),
    /// Index of a marked run that names something.
    Title(usize),
}

/// A stretch of text that is read as one sentence.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// Word lists.
    pub lex: &'a Lexicon,
    /// The article's layers.
    pub prose: &'a Prose,
    /// All marked runs of the article.
    pub marked: &'a [Marked],
    /// What it is made of.
    pub items: Vec<Item>,
    /// Role of the block in which it begins.
    pub role: BlockRole,
    /// Index of that block.
    pub block: usize,
}

/// The passages of an article.
#[must_use]
pub fn passages<'a>(lex: &'a Lexicon, prose: &'a Prose, marked: &'a [Marked]) -> Vec<Passage<'a>> {
    let mut out: Vec<Passage<'a>> = Vec::new();
    let mut next_run = 0;
    let mut sentence = 0;
    while let Some(first) = prose.sentences.get(sentence) {
        let mut items = Vec::new();
        let mut at = first.start;
        let mut end = first.end;
        loop {
            while at < end {
                match marked.get(next_run) {
                    Some(run) if run.outer.start <= at => {
                        items.push(if run.is_title { Item::Title(next_run) } else { Item::Quote(next_run) });
                        at = run.outer.end.max(at + 1);
                        next_run += 1;
                    }
                    _ => {
                        items.push(Item::Token(at));
                        at += 1;
                    }
                }
            }
            sentence = prose.sentence_of(at.saturating_sub(1));
            end = prose.sentences.get(sentence).map_or(at, |s| s.end);
            if at >= end {
                let next_start = end;
                if !awaits_attribution(prose, marked, &items, next_start) {
                    break;
                }
                sentence += 1;
                end = prose.sentences.get(sentence).map_or(at, |s| s.end);
            }
        }
        let start = prose.span(first.start).start;
        let block = prose.blocks.partition_point(|b| b.span.end <= start);
        let role = prose.role_at(start);
        out.push(Passage { lex, prose, marked, items, role, block });
        sentence += 1;
    }
    out
}

/// `"Is it over?" Smith asked.`: behind such a mark the sentence may go on, though the next word has a capital.
fn awaits_attribution(prose: &Prose, marked: &[Marked], items: &[Item], next: usize) -> bool {
    let Some(Item::Quote(run)) = items.last() else { return false };
    let Some(run) = marked.get(*run) else { return false };
    let stop = prose.raw(run.inner.end.saturating_sub(1));
    let block_of = |token: usize| prose.blocks.partition_point(|b| b.span.end <= prose.span(token).start);
    let same_block = block_of(run.outer.start) == block_of(next);
    let is_signed = matches!(prose.raw(next), "—" | "–" | "―" | "--" | "-");
    run.is_closed
        && (is_signed || matches!(stop, "!" | "?" | "…" | "—" | "-" | "--" | ","))
        && same_block
        && next < prose.len()
}

impl Passage<'_> {
    /// Number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The token behind an item; `None` for a run and past the end.
    #[must_use]
    pub fn token(&self, n: usize) -> Option<usize> {
        match self.items.get(n) {
            Some(Item::Token(at)) => Some(*at),
            _ => None,
        }
    }

    /// The run behind an item.
    #[must_use]
    pub fn quote(&self, n: usize) -> Option<usize> {
        match self.items.get(n) {
            Some(Item::Quote(run)) => Some(*run),
            _ => None,
        }
    }

    /// The folded word; empty for a run and past the end.
    #[must_use]
    pub fn word(&self, n: usize) -> &str {
        self.token(n).map_or("", |at| self.prose.lower(at))
    }

    /// Whether the item is this word.
    #[must_use]
    pub fn is(&self, n: usize, word: &str) -> bool {
        self.word(n) == word
    }

    /// The part of speech; `X` for a run.
    #[must_use]
    pub fn pos(&self, n: usize) -> Pos {
        self.token(n).map_or(Pos::X, |at| self.prose.pos(at))
    }

    /// The class of a function word; empty for others.
    #[must_use]
    pub fn class(&self, n: usize) -> &'static str {
        let raw = self.token(n).map_or("", |at| self.prose.raw(at));
        if raw.len() > 1 && raw.bytes().all(|b| b.is_ascii_uppercase()) {
            return "";
        }
        self.lex.word_classes.column(self.word(n), 0).unwrap_or("")
    }

    /// Whether the item begins with a capital.
    #[must_use]
    pub fn is_capitalised(&self, n: usize) -> bool {
        self.is_title(n) || self.token(n).is_some_and(|at| self.prose.is_capitalised(at))
    }

    /// Whether the item is a run in marks that names something.
    #[must_use]
    pub fn is_title(&self, n: usize) -> bool {
        matches!(self.items.get(n), Some(Item::Title(_)))
    }

    /// Whether the item is a title whose marks hold the comma of the sentence.
    #[must_use]
    pub fn closes_with_comma(&self, n: usize) -> bool {
        let Some(Item::Title(run)) = self.items.get(n) else { return false };
        let last = self.marked.get(*run).map_or(0, |m| m.inner.end.saturating_sub(1));
        self.prose.raw(last) == ","
    }

    /// First token of an item.
    #[must_use]
    pub fn first(&self, n: usize) -> usize {
        match self.items.get(n) {
            Some(Item::Token(at)) => *at,
            Some(Item::Quote(run) | Item::Title(run)) => self.marked.get(*run).map_or(0, |m| m.outer.start),
            None => self.prose.len(),
        }
    }

    /// One past the last token of an item.
    #[must_use]
    pub fn end(&self, n: usize) -> usize {
        match self.items.get(n) {
            Some(Item::Token(at)) => at + 1,
            Some(Item::Quote(run) | Item::Title(run)) => self.marked.get(*run).map_or(0, |m| m.outer.end),
            None => self.prose.len(),
        }
    }

    /// Tokens that a range of items covers.
    #[must_use]
    pub fn tokens(&self, items: &Range<usize>) -> Range<usize> {
        if items.is_empty() {
            return 0..0;
        }
        self.first(items.start)..self.end(items.end - 1)
    }

    /// Whether the item is one of these marks of punctuation.
    #[must_use]
    pub fn is_mark(&self, n: usize, marks: &[&str]) -> bool {
        self.token(n).is_some_and(|at| marks.contains(&self.prose.raw(at)))
    }

    /// Whether the item is punctuation of any kind.
    #[must_use]
    pub fn is_punctuation(&self, n: usize) -> bool {
        self.token(n).is_some_and(|at| self.prose.kind(at) == TokenKind::Punctuation)
    }

    /// Whether the item is a lone quotation mark.
    #[must_use]
    pub fn is_quote_mark(&self, n: usize) -> bool {
        self.token(n).is_some_and(|at| self.prose.kind(at) == TokenKind::QuoteMark)
    }

    /// Whether the item ends the passage: its full stop, or nothing.
    #[must_use]
    pub fn is_end(&self, n: usize) -> bool {
        n >= self.len() || n + 1 == self.len() && self.is_mark(n, &[".", "!", "?", "…", ":"])
    }

    /// Whether the item may stand inside a noun phrase.
    #[must_use]
    pub fn is_nominal(&self, n: usize) -> bool {
        let Some(at) = self.token(n) else { return self.is_title(n) };
        match self.prose.kind(at) {
            TokenKind::Number => true,
            TokenKind::Word => {
                let is_open = self.class(n).is_empty()
                    || self.is_capitalised(n) && self.pos(n) == Pos::Propn && n > 0
                    || self.is(n, "'s") && self.pos(n) == Pos::Part;
                let is_adverb =
                    matches!(self.pos(n), Pos::Adv | Pos::Sconj) && (n == 0 || !self.is_capitalised(n));
                is_open && !self.is_verb(n) && !is_adverb
            }
            TokenKind::Symbol => matches!(self.word(n), "&" | "$" | "%"),
            _ => false,
        }
    }

    /// Whether the item may be a present participle ("leaving"; not "during", "nothing", "morning").
    #[must_use]
    pub fn is_gerund(&self, n: usize) -> bool {
        let word = self.word(n);
        let is_other = matches!(self.pos(n), Pos::Pron | Pos::Adp | Pos::Propn);
        word.len() > 4 && word.ends_with("ing") && self.class(n).is_empty() && !is_other
    }

    /// Whether the item is a dash between blanks, or one that is never a hyphen.
    #[must_use]
    pub fn is_dash(&self, n: usize) -> bool {
        self.is_mark(n, &["—", "–", "--", "―"])
            || self.is_mark(n, &["-"]) && self.token(n).is_some_and(|at| self.prose.is_spaced(at))
    }

    /// Whether the item is a verb, as far as tag and lists can tell.
    #[must_use]
    pub fn is_verb(&self, n: usize) -> bool {
        // In running text a capital after the first word is that of a name, whatever the tagger thinks.
        let is_name = n > 0 && self.role == BlockRole::Body && self.is_capitalised(n);
        if self.pos(n) == Pos::Verb && !is_name || matches!(self.class(n), "aux" | "modal") {
            return true;
        }
        let is_plain = self.lex.reporting_verbs.get(self.word(n)).is_some_and(|row| row.len() < 6);
        let follows_aux = n > 0 && matches!(self.class(n - 1), "aux" | "adv");
        is_plain
            && !self.is_capitalised(n)
            && (!matches!(self.pos(n), Pos::Adj | Pos::Noun | Pos::Propn) || follows_aux)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::delimit::marked;

    fn sizes(text: &str) -> Vec<usize> {
        let lex = Lexicon::builtin();
        let prose = Prose::read(lex, text);
        let runs = marked(lex, &prose);
        passages(lex, &prose, &runs).iter().map(Passage::len).collect()
    }

    #[test]
    fn runs_keep_sentences_together() {
        assert_eq!(sizes("“We won. It is over,” he said. She left."), [4, 3]);
        assert_eq!(sizes("“Is it over?” Smith asked. She left."), [4, 3]);
        assert_eq!(sizes("He left. “It is over.”"), [3, 1]);
    }
}
