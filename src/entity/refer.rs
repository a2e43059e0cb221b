//! References without a name: titles ("the president"), descriptions ("the envoy") and pronouns, where one reading is safe.
//!
//! In: named mentions with entities and offices. Out: further mentions, and offices that follow from "his presidency" and "our president".
//! Example: with one governor in the article "the governor" is that person. Where several could be meant nothing is said.
//! Limit: no gender is known, so that "he" is only resolved where the sentence and the one before name one person, or begin with one.

use crate::entity::evidence::is_common;
use crate::entity::known::title_at;
use crate::entity::office::Reader;
use crate::entity::{Mention, Office};
use crate::kind::{BlockRole, EntityKind, MentionForm, OfficeStatus};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// Words for the time in an office, and the office.
const TERMS: [(&str, &str); 6] = [
    ("presidency", "president"),
    ("premiership", "prime minister"),
    ("governorship", "governor"),
    ("chancellorship", "chancellor"),
    ("mayoralty", "mayor"),
    ("papacy", "pope"),
];

/// Nouns that bind a pronoun to an office of the time told of: "her time as mayor".
const SPELLS: [&str; 9] = ["time", "years", "days", "tenure", "term", "stint", "spell", "career", "terms"];

/// Names of one sentence that are looked at.
const MOST_NEARBY: usize = 64;
/// Holders of one title that are looked at.
const MOST_HOLDERS: usize = 24;

/// Finds the references; the new mentions and offices are not yet in order.
pub(super) fn references(
    lex: &Lexicon,
    prose: &Prose,
    mentions: &[Mention],
    offices: &[Office],
) -> (Vec<Mention>, Vec<Office>) {
    let mut finder = Finder { lex, prose, mentions, offices, found: Vec::new(), implied: Vec::new() };
    let mut next = 0;
    for sentence in &prose.sentences {
        if prose.role_of(sentence.start) == BlockRole::Boilerplate {
            continue;
        }
        for at in sentence.clone() {
            while mentions.get(next).is_some_and(|m| m.tokens.end <= at) {
                next += 1;
            }
            let is_named = mentions.get(next).is_some_and(|m| m.tokens.contains(&at));
            if !is_named {
                finder.look(at, sentence.start, sentence.end);
            }
        }
    }
    (finder.found, finder.implied)
}

struct Finder<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    mentions: &'a [Mention],
    offices: &'a [Office],
    found: Vec<Mention>,
    implied: Vec<Office>,
}

impl Finder<'_> {
    fn look(&mut self, at: usize, start: usize, end: usize) {
        match self.prose.lower(at) {
            "the" | "our" | "my" => self.title(at, start, end),
            "he" | "she" => {
                if let Some(entity) = self.antecedent(at, start) {
                    self.push(at..at + 1, MentionForm::Pronoun, entity);
                }
            }
            "his" | "her" if SPELLS.contains(&self.prose.lower(at + 1)) => self.spell(at, start),
            "his" | "her" => self.term(at, start),
            _ => {}
        }
    }

    fn push(&mut self, tokens: std::ops::Range<usize>, form: MentionForm, entity: usize) -> usize {
        self.found.push(Mention {
            span: self.prose.cover(tokens.clone()),
            tokens,
            kind: EntityKind::Person,
            form,
            nested: false,
            value: None,
            entity,
        });
        self.mentions.len() + self.found.len() - 1
    }

    /// "the president", "the Freelandish president", "our president".
    fn title(&mut self, at: usize, start: usize, end: usize) {
        let polity = self.named_at(at + 1).filter(|m| m.kind != EntityKind::Person);
        let head = polity.map_or(at + 1, |m| m.tokens.end);
        let Some(title) =
            title_at(self.lex, self.prose, head, end).filter(|t| matches!(t.class, "office" | "role"))
        else {
            return;
        };
        let last = head + title.len;
        let follows = self.prose.raw(last);
        if self.prose.is_capitalised(last) && last < end
            || follows == "-"
            || matches!(self.prose.lower(last), "of" | "and" | "or")
        {
            return;
        }
        if self.prose.kind(last) == TokenKind::Word
            && follows != "'s"
            && title.is_word
            && self.is_noun_next(last)
        {
            return;
        }
        let words: Vec<&str> = (head..last).map(|i| self.prose.lower(i)).filter(|w| *w != "-").collect();
        let words = words.join(" ");
        let of = polity.map(|m| self.state(m));
        let Some(entity) = self.holder(&words, of.as_deref(), at, start) else { return };
        let form = if title.class == "office" { MentionForm::Title } else { MentionForm::Nominal };
        let mention = self.push(head..last, form, entity);
        if title.class == "office" && matches!(self.prose.lower(at), "our" | "my") {
            self.imply(mention, &words, at..last);
        }
    }

    /// A plain noun behind the title makes it a modifier ("the police chief job"); verbs are met far more often, so only few words count.
    fn is_noun_next(&self, at: usize) -> bool {
        matches!(
            self.prose.lower(at),
            "job"
                | "position"
                | "post"
                | "office"
                | "candidate"
                | "candidates"
                | "election"
                | "role"
                | "title"
        ) && is_common(self.lex, self.prose.lower(at))
    }

    fn imply(&mut self, mention: usize, title: &str, tokens: std::ops::Range<usize>) {
        self.implied.push(Office {
            mention,
            title: title.to_owned(),
            of: None,
            status: OfficeStatus::Current,
            span: self.prose.cover(tokens),
        });
    }

    /// "his presidency".
    fn term(&mut self, at: usize, start: usize) {
        let Some((_, title)) = TERMS.iter().find(|(term, _)| *term == self.prose.lower(at + 1)) else {
            return;
        };
        let Some(entity) = self.antecedent(at, start) else { return };
        let holds = self.offices.iter().any(|o| o.title == *title && self.entity(o) == Some(entity));
        if holds {
            let mention = self.push(at..at + 1, MentionForm::Pronoun, entity);
            self.imply(mention, title, at..at + 2);
        }
    }

    /// "her time as mayor of Leeds".
    fn spell(&mut self, at: usize, start: usize) {
        if self.prose.lower(at + 2) != "as" {
            return;
        }
        let reader = Reader { lex: self.lex, prose: self.prose, mentions: self.mentions };
        let Some(phrase) = reader.phrase(at + 3) else { return };
        let Some(entity) = self.antecedent(at, start) else { return };
        let mention = self.push(at..at + 1, MentionForm::Pronoun, entity);
        let office = reader.given(mention, phrase, OfficeStatus::Then);
        self.implied.push(office);
    }

    fn entity(&self, office: &Office) -> Option<usize> {
        self.mentions.get(office.mention).map(|m| m.entity)
    }

    fn state(&self, mention: &Mention) -> String {
        let key = mention.span.of(&self.prose.text).to_lowercase();
        let state = self.lex.demonyms.column(&key, 0).or_else(|| self.lex.countries.column(&key, 0));
        state.map_or_else(|| mention.span.of(&self.prose.text).to_owned(), str::to_owned)
    }

    fn named_at(&self, token: usize) -> Option<&Mention> {
        let start = self.prose.span(token).start;
        let at = self.mentions.partition_point(|m| m.span.start < start);
        self.mentions.get(at).filter(|m| m.tokens.start == token)
    }

    /// The one person who can be meant by a title.
    fn holder(&self, title: &str, of: Option<&str>, at: usize, sentence: usize) -> Option<usize> {
        let byte = self.prose.span(at).start;
        let before = self.offices.partition_point(|o| o.span.start < byte);
        let mut holders: Vec<usize> = Vec::new();
        for office in self.offices.iter().take(before).rev().take(400) {
            let fits =
                office.title == title && of.is_none_or(|p| office.of.as_deref().is_none_or(|o| o == p));
            if let Some(id) = self.entity(office).filter(|id| fits && !holders.contains(id)) {
                holders.push(id);
                if holders.len() > MOST_HOLDERS {
                    return None;
                }
            }
        }
        if let [one] = holders.as_slice() {
            return Some(*one);
        }
        if of.is_some() {
            return None;
        }
        self.likeliest(&holders, at, sentence)
    }

    /// Of several holders the one whom this sentence has named, else the one with whom the last sentence begins; a holder named further on in the sentence is another.
    fn likeliest(&self, holders: &[usize], at: usize, sentence: usize) -> Option<usize> {
        let here = self.persons(sentence, at);
        let mut named: Vec<usize> = here.into_iter().filter(|id| holders.contains(id)).collect();
        named.dedup();
        if let [one] = named.as_slice() {
            return Some(*one);
        }
        let end = self.prose.sentence_at(at)?.end;
        let later = self.persons(at, end);
        let rest: Vec<usize> = holders.iter().copied().filter(|id| !later.contains(id)).collect();
        if let [one] = rest.as_slice() {
            return Some(*one);
        }
        if !named.is_empty() {
            return None;
        }
        self.subject_before(sentence).filter(|id| rest.contains(id))
    }

    /// Entities of the persons named in a range of tokens, in order.
    fn persons(&self, from: usize, to: usize) -> Vec<usize> {
        let begin = self.prose.span(from).start;
        let at = self.mentions.partition_point(|m| m.span.start < begin);
        let inside = self.mentions.iter().skip(at).take(MOST_NEARBY).take_while(|m| m.tokens.start < to);
        inside.filter(|m| m.kind == EntityKind::Person).map(|m| m.entity).collect()
    }

    /// The person with whom the sentence before begins.
    fn subject_before(&self, sentence: usize) -> Option<usize> {
        let index = self.prose.sentence_of(sentence).checked_sub(1)?;
        let before = self.prose.sentences.get(index)?.clone();
        if self.prose.role_of(before.start) != self.prose.role_of(sentence) {
            return None;
        }
        self.subject(before.start, before.end)
    }

    /// The first person of a sentence when nothing but a title or an opening word stands before.
    fn subject(&self, start: usize, end: usize) -> Option<usize> {
        let begin = self.prose.span(start).start;
        let at = self.mentions.partition_point(|m| m.span.start < begin);
        let first = self
            .mentions
            .iter()
            .skip(at)
            .take(MOST_NEARBY)
            .take_while(|m| m.tokens.start < end)
            .find(|m| m.kind == EntityKind::Person)?;
        let verb = self.prose.raw(first.tokens.end);
        let leads = first.tokens.start <= start + 6
            && verb != "'s"
            && verb != "’s"
            && self.prose.lower(first.tokens.end) != "and";
        leads.then_some(first.entity)
    }

    /// "He" or "she" at the head of a sentence: its subject, and so the likeliest one of the next.
    fn opening_pronoun(&self, start: usize) -> Option<usize> {
        let is_mark = self.prose.kind(start) == TokenKind::QuoteMark;
        (!is_mark && matches!(self.prose.lower(start), "he" | "she")).then_some(start)
    }

    /// The person "he", "she" or "his" means: the only one named so far in this sentence, else the one whom "he" at the head of the last sentence means,
    /// the only one of it, or its subject.
    fn antecedent(&self, at: usize, sentence: usize) -> Option<usize> {
        let mut here = self.persons(sentence, at);
        here.sort_unstable();
        here.dedup();
        match here.as_slice() {
            [one] => return Some(*one),
            [] => {}
            _ => return self.subject(sentence, at),
        }
        let index = self.prose.sentence_of(sentence).checked_sub(1)?;
        let before = self.prose.sentences.get(index)?.clone();
        if let Some(pronoun) = self.opening_pronoun(before.start) {
            return self.found.iter().rev().find(|m| m.tokens.start == pronoun).map(|m| m.entity);
        }
        let mut there = self.persons(before.start, before.end);
        there.sort_unstable();
        there.dedup();
        if let [one] = there.as_slice() {
            return Some(*one);
        }
        self.subject_before(sentence)
    }
}
