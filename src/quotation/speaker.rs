//! Who a source phrase stands for.
//!
//! In: the tokens of a source and the article's [`Names`]. Out: a mention, a class of source, an outlet.
//! Example: in "White House spokesman Joe Doe told the Acme News" the speaker is "Joe Doe" and the outlet "the Acme News".
//! Limits: a pronoun goes to the last person that was source or subject; "they" and "we" stay unknown.

use std::ops::Range;

use crate::entity::{Names, Office};
use crate::kind::{EntityKind, MentionForm, SourceClass};
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// A pronoun looks this many mentions back.
const LONGEST_REACH: usize = 24;

/// A statement or interview is named at most this many tokens behind the cue.
const LONGEST_CHANNEL: usize = 20;
/// From it to "to", "with" or "by" it is at most this many tokens.
const LONGEST_LINK: usize = 4;

/// Who stands behind a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Index of the mention; `None` where the source has no name.
    pub mention: Option<usize>,
    /// Class of the source.
    pub class: SourceClass,
}

/// Finds speakers in the order of the text, since a pronoun depends on who spoke before.
#[derive(Debug)]
pub struct Speakers<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    names: &'a Names,
    /// Source tokens and mention of the persons that were sources so far.
    heard: Vec<(usize, usize)>,
}

impl<'a> Speakers<'a> {
    /// Begins at the top of an article.
    #[must_use]
    pub fn new(lex: &'a Lexicon, prose: &'a Prose, names: &'a Names) -> Speakers<'a> {
        Speakers { lex, prose, names, heard: Vec::new() }
    }

    /// The speaker that a source phrase names.
    pub fn speaker(&mut self, source: Option<&Range<usize>>) -> Speaker {
        let unknown = Speaker { mention: None, class: SourceClass::Unnamed };
        let Some(source) = source else { return unknown };
        if source.len() == 1 && self.is_pronoun(source.start) {
            let mention = self.antecedent(source.start);
            let class = if mention.is_some() { SourceClass::Named } else { SourceClass::Unnamed };
            return self.heard_as(source, Speaker { mention, class });
        }
        let found = self.named(source);
        self.heard_as(source, found)
    }

    fn heard_as(&mut self, source: &Range<usize>, found: Speaker) -> Speaker {
        let person = found.mention.filter(|&m| self.kind(m) == Some(EntityKind::Person));
        if let Some(mention) = person {
            self.heard.push((source.start, mention));
        }
        found
    }

    fn kind(&self, mention: usize) -> Option<EntityKind> {
        self.names.mentions.get(mention).map(|m| m.kind)
    }

    fn is_pronoun(&self, at: usize) -> bool {
        matches!(self.lex.word_classes.column(self.prose.lower(at), 0), Some("pron" | "obj" | "rel" | "poss"))
    }

    /// A phrase with a noun in it: a person's name anywhere in its head, else what its last noun says.
    fn named(&self, source: &Range<usize>) -> Speaker {
        if let Some(mention) = self.label(source).or_else(|| self.holder(source)) {
            return Speaker { mention: Some(mention), class: SourceClass::Named };
        }
        let head = self.head(source);
        let mentions = self.mentions(&(source.start..head + 1));
        let at_head = mentions
            .iter()
            .copied()
            .filter(|&m| self.names.mentions.get(m).is_some_and(|x| x.tokens.contains(&head)));
        let person = mentions
            .iter()
            .copied()
            .rev()
            .find(|&m| self.kind(m) == Some(EntityKind::Person) && !self.is_possessor(m));
        let best =
            person.filter(|&m| self.names.mentions.get(m).is_some_and(|x| x.tokens.contains(&head))).or_else(
                || at_head.clone().max_by_key(|&m| self.names.mentions.get(m).map_or(0, |x| x.tokens.len())),
            );
        if let Some(mention) = best {
            let form = self.names.mentions.get(mention).map(|m| m.form);
            if form != Some(MentionForm::Nominal) {
                let class = if self.is_outlet(mention) { SourceClass::Outlet } else { SourceClass::Named };
                return Speaker { mention: Some(mention), class };
            }
        }
        let class = self.class(source, head);
        // "a report by the Acme Times": the paper behind the paper.
        let behind = self.mentions(&(head + 1..source.end)).into_iter().find(|&m| self.is_outlet(m));
        let mention = match class {
            SourceClass::Document | SourceClass::Outlet => {
                behind.or_else(|| mentions.iter().copied().find(|&m| self.is_outlet(m)))
            }
            _ => None,
        };
        Speaker { mention, class: if mention.is_some() { SourceClass::Outlet } else { class } }
    }

    /// "state secretary of education Ann Lee": the person behind an office that stands in the source too.
    fn holder(&self, source: &Range<usize>) -> Option<usize> {
        let bytes = self.prose.cover(source.clone());
        let offices = &self.names.offices;
        let first = offices.partition_point(|office| office.span.start < bytes.start);
        let inside = offices.iter().skip(first).take_while(|office| office.span.start < bytes.end);
        let holder = |office: &Office| {
            let mention = self.names.mentions.get(office.mention)?;
            let is_behind = office.span.end <= mention.span.start && mention.span.end <= bytes.end;
            (is_behind && mention.kind == EntityKind::Person).then_some(office.mention)
        };
        inside.filter_map(holder).next()
    }

    /// A label in capitals ("LEE:") stands for the person of that surname, where the name model does not know it.
    fn label(&self, source: &Range<usize>) -> Option<usize> {
        let raw = self.prose.raw(source.start);
        let is_label = source.len() == 1 && raw.chars().count() > 2 && raw.chars().all(char::is_uppercase);
        if !is_label
            || self.names.mention_at(source.start).is_some_and(|m| self.kind(m) == Some(EntityKind::Person))
        {
            return None;
        }
        let surname = self.prose.lower(source.start);
        let is_of = |m: &usize| {
            let last = self.names.mentions.get(*m).and_then(|m| m.tokens.end.checked_sub(1));
            self.kind(*m) == Some(EntityKind::Person)
                && last.is_some_and(|at| self.prose.lower(at) == surname)
        };
        (0..self.names.mentions.len()).find(is_of)
    }

    /// The last word of the phrase before its first preposition or bracket.
    fn head(&self, source: &Range<usize>) -> usize {
        let lex = self.lex;
        let is_border = |at: usize| {
            let covered = self
                .names
                .mention_at(at)
                .and_then(|m| self.names.mentions.get(m))
                .is_some_and(|m| m.tokens.start < at);
            !covered
                && (lex.word_classes.column(self.prose.lower(at), 0) == Some("prep")
                    || matches!(self.prose.raw(at), "," | "("))
        };
        let end = (source.start + 1..source.end).find(|&at| is_border(at)).unwrap_or(source.end);
        end.saturating_sub(1).max(source.start)
    }

    fn class(&self, source: &Range<usize>, head: usize) -> SourceClass {
        let words = (source.start..head + 1).rev().map(|at| self.prose.lower(at));
        let code = words.filter_map(|word| self.lex.attribution_nouns.column(word, 0)).next();
        code.and_then(|c| c.parse().ok()).unwrap_or(SourceClass::Unnamed)
    }

    /// Mentions that lie in the tokens, not nested in others, in order.
    fn mentions(&self, tokens: &Range<usize>) -> Vec<usize> {
        let all = &self.names.mentions;
        let first = all.partition_point(|m| m.tokens.start < tokens.start);
        (first..all.len())
            .take_while(|&i| all.get(i).is_some_and(|m| m.tokens.start < tokens.end))
            .filter(|&i| all.get(i).is_some_and(|m| !m.nested))
            .collect()
    }

    fn is_possessor(&self, mention: usize) -> bool {
        self.names
            .mentions
            .get(mention)
            .is_some_and(|m| matches!(self.prose.lower(m.tokens.end), "'s" | "'" | "’"))
    }

    /// Whether an organization's name tells of a news outlet.
    #[must_use]
    pub fn is_outlet(&self, mention: usize) -> bool {
        self.names.mentions.get(mention).is_some_and(|m| {
            matches!(m.kind, EntityKind::Organization | EntityKind::Work | EntityKind::Product)
                && m.tokens.clone().any(|at| self.lex.outlet_words.has(self.prose.lower(at)))
        })
    }

    /// The outlet through which it came: the one that was told, or "in a statement to the Acme Times".
    #[must_use]
    pub fn via(&self, addressee: Option<&Range<usize>>, cue: Option<&Range<usize>>) -> Option<usize> {
        let told = addressee.and_then(|range| self.mentions(range).into_iter().find(|&m| self.is_medium(m)));
        told.or_else(|| self.channel(cue?.end))
    }

    /// The outlet behind "statement to", "interview with", "transcript obtained by" in the rest of the sentence.
    fn channel(&self, from: usize) -> Option<usize> {
        let prose = self.prose;
        let end = prose.sentence_at(from)?.end.min(from + LONGEST_CHANNEL);
        let is_link = |at: usize| matches!(prose.lower(at), "to" | "with" | "by" | "on");
        let names_channel = |at: usize| self.lex.channel_nouns.has(prose.lower(at));
        let noun = (from..end).find(|&at| names_channel(at))?;
        let link = (noun + 1..end.min(noun + LONGEST_LINK)).find(|&at| is_link(at))?;
        let first = if prose.lower(link + 1) == "the" { link + 2 } else { link + 1 };
        let all = self.mentions(&(link + 1..first + 1));
        all.into_iter().find(|&m| self.is_medium(m))
    }

    fn is_medium(&self, mention: usize) -> bool {
        self.kind(mention) == Some(EntityKind::Organization) || self.is_outlet(mention)
    }

    /// The person for whom "he" or "she" stands: the subject of its own or the last sentence, or the last who spoke.
    fn antecedent(&self, at: usize) -> Option<usize> {
        if !matches!(self.prose.lower(at), "he" | "she" | "who" | "him" | "her" | "himself" | "herself") {
            return None;
        }
        let marked = self.names.mention_at(at);
        if marked.is_some() {
            return marked;
        }
        let sentence = self.prose.sentence_of(at);
        let spoke = self.heard.iter().rev().find(|&&(token, _)| token < at).copied();
        if let Some((token, mention)) = spoke {
            if sentence.saturating_sub(self.prose.sentence_of(token)) <= 1 {
                return Some(mention);
            }
        }
        let before = self.names.mentions.partition_point(|m| m.tokens.end <= at);
        let recent = (before.saturating_sub(LONGEST_REACH)..before)
            .filter(|&m| self.kind(m) == Some(EntityKind::Person) && !self.is_possessor(m));
        let in_sentence = |m: &usize, back: usize| {
            self.names
                .mentions
                .get(*m)
                .is_some_and(|x| self.prose.sentence_of(x.tokens.start) + back == sentence)
        };
        let recent: Vec<usize> = recent.collect();
        (0..3)
            .find_map(|back| recent.iter().copied().find(|m| in_sentence(m, back)))
            .or(spoke.map(|(_, m)| m))
    }
}
