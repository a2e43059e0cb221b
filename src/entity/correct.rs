//! The reader's corrections: names that are one thing, names that are not, and what a name stands for.
//!
//! In: [`Alias`]es and the mentions of an article. Out: [`Corrections`] for the stages that join names, and the mentions with the reader's names among
//! them. A name acts where it stands whole, to the letter: "Ann Smyth" joined with "Harbour boss" makes both one person in every article.
//! Limits: a name inside a longer name ("Smyth" in "Ann Smyth") is left to the longer one; of two aliases that claim one name the first has it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::entity::Mention;
use crate::kind::{EntityKind, MentionForm};
use crate::lexicon::Lexicon;
use crate::options::Alias;
use crate::order::sort_by_key;
use crate::prose::Prose;
use crate::token::tokens;

/// The reader's aliases, ready for look-up.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    aliases: Vec<Wanted>,
    names: FxHashMap<String, usize>,
    apart: FxHashMap<String, Vec<usize>>,
    phrases: FxHashMap<String, Vec<Phrase>>,
}

/// What an alias wants of its entity.
#[derive(Clone, Debug)]
struct Wanted {
    name: String,
    kind: Option<EntityKind>,
}

/// The tokens of a name.
#[derive(Clone, Debug)]
struct Phrase {
    words: Vec<String>,
    alias: usize,
    place: usize,
}

/// Which aliases a name belongs to and which it is kept from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bond {
    /// The alias whose name it is.
    pub alias: Option<usize>,
    /// Aliases that it is kept from.
    pub apart: Vec<usize>,
}

impl Bond {
    /// Whether two names may be one thing as far as the reader has said.
    #[must_use]
    pub fn allows(&self, other: &Bond) -> bool {
        let clash = |a: &Bond, b: &Bond| a.alias.is_some_and(|alias| b.apart.contains(&alias));
        let are_two = self.alias.zip(other.alias).is_some_and(|(a, b)| a != b);
        !are_two && !clash(self, other) && !clash(other, self)
    }

    /// Takes over what the reader said of another name of the same thing.
    pub fn join(&mut self, other: &Bond) {
        self.alias = self.alias.or(other.alias);
        self.apart.extend(&other.apart);
        self.apart.sort_unstable();
        self.apart.dedup();
    }
}

impl Corrections {
    /// Reads the aliases; blank names and names that an earlier alias holds say nothing.
    #[must_use]
    pub fn new(lex: &Lexicon, aliases: &[Alias]) -> Corrections {
        let mut out = Corrections::default();
        for alias in aliases {
            let id = out.aliases.len();
            for (place, name) in alias.names.iter().map(|name| plain(name)).enumerate() {
                if !name.is_empty() && !out.names.contains_key(&name) {
                    out.names.insert(name.clone(), id);
                    out.add_phrase(lex, &name, id, place);
                }
            }
            for name in alias.apart.iter().map(|name| plain(name)).filter(|name| !name.is_empty()) {
                if out.names.get(&name) != Some(&id) {
                    out.apart.entry(name).or_default().push(id);
                }
            }
            let name = alias.names.first().map(|name| plain(name)).unwrap_or_default();
            out.aliases.push(Wanted { name, kind: alias.kind });
        }
        out
    }

    fn add_phrase(&mut self, lex: &Lexicon, name: &str, alias: usize, place: usize) {
        let words: Vec<String> = tokens(lex, name).iter().map(|token| plain(token.span.of(name))).collect();
        if let Some(first) = words.first() {
            self.phrases.entry(first.clone()).or_default().push(Phrase { words, alias, place });
        }
    }

    /// Whether the reader has said nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// What the reader said of a name.
    #[must_use]
    pub fn bond(&self, name: &str) -> Bond {
        if self.is_empty() {
            return Bond::default();
        }
        let name = plain(name);
        Bond {
            alias: self.names.get(&name).copied(),
            apart: self.apart.get(&name).cloned().unwrap_or_default(),
        }
    }

    /// The name that the reader wants for an alias.
    #[must_use]
    pub fn name(&self, alias: usize) -> &str {
        self.aliases.get(alias).map_or("", |wanted| &wanted.name)
    }

    /// What the reader says that an alias is.
    #[must_use]
    pub fn kind(&self, alias: usize) -> Option<EntityKind> {
        self.aliases.get(alias)?.kind
    }

    /// The mentions with the reader's names among them, each of the kind that the reader wants.
    pub(super) fn apply(&self, lex: &Lexicon, prose: &Prose, mentions: Vec<Mention>) -> Vec<Mention> {
        if self.is_empty() {
            return mentions;
        }
        let named = self.occurrences(prose, &mentions);
        let kinds = self.kinds(lex, prose, &mentions, &named);
        let mut out: Vec<Mention> = mentions
            .into_iter()
            .filter_map(|mention| beside(mention, &named))
            .chain(named.iter().map(|(tokens, alias, _)| Mention {
                span: prose.cover(tokens.clone()),
                tokens: tokens.clone(),
                kind: kinds.get(alias).copied().unwrap_or(EntityKind::Organization),
                form: MentionForm::Name,
                nested: false,
                value: None,
                entity: 0,
            }))
            .collect();
        sort_by_key(&mut out, |m| (m.span.start, std::cmp::Reverse(m.span.end)));
        out
    }

    /// Where names of aliases stand outside longer names: tokens, alias, and place of the name in it; the longest of those that overlap.
    fn occurrences(&self, prose: &Prose, mentions: &[Mention]) -> Vec<(Range<usize>, usize, usize)> {
        let mut out: Vec<(Range<usize>, usize, usize)> = Vec::new();
        let mut next = 0;
        let mut at = 0;
        while at < prose.len() {
            while mentions.get(next).is_some_and(|m| m.tokens.end <= at) {
                next += 1;
            }
            let Some((len, alias, place)) = self.longest_at(prose, at) else {
                at += 1;
                continue;
            };
            let found = at..at + len;
            let around = mentions.iter().skip(next).take_while(|m| m.tokens.start <= at);
            let is_inside = around
                .filter(|m| m.form == MentionForm::Name)
                .any(|m| m.tokens.end >= found.end && m.tokens.len() > len);
            if is_inside {
                at += 1;
                continue;
            }
            at = found.end;
            out.push((found, alias, place));
        }
        out
    }

    fn longest_at(&self, prose: &Prose, at: usize) -> Option<(usize, usize, usize)> {
        let phrases = self.phrases.get(plain(prose.raw(at)).as_str())?;
        let end = prose.sentence_at(at)?.end;
        let fits = |phrase: &&Phrase| {
            at + phrase.words.len() <= end
                && phrase.words.iter().zip(at..).all(|(word, i)| plain(prose.raw(i)) == *word)
        };
        let best = phrases.iter().filter(fits).max_by_key(|phrase| phrase.words.len())?;
        Some((best.words.len(), best.alias, best.place))
    }

    /// What each alias is in this article: as the reader says; else as the first of its names that was recognised; else as given names show.
    fn kinds(
        &self,
        lex: &Lexicon,
        prose: &Prose,
        mentions: &[Mention],
        named: &[(Range<usize>, usize, usize)],
    ) -> FxHashMap<usize, EntityKind> {
        let mut found: FxHashMap<usize, (usize, EntityKind)> = FxHashMap::default();
        let mut by_tokens: FxHashMap<(usize, usize), EntityKind> = FxHashMap::default();
        for mention in mentions {
            by_tokens.insert((mention.tokens.start, mention.tokens.end), mention.kind);
        }
        for (tokens, alias, place) in named {
            let recognised = by_tokens.get(&(tokens.start, tokens.end)).copied();
            let is_given = tokens.len() > 1 && lex.given_names.has(prose.lower(tokens.start));
            let guess = if is_given { EntityKind::Person } else { EntityKind::Organization };
            // A guess counts for less than any name that was recognised.
            let rank = if recognised.is_some() { *place } else { usize::MAX };
            let slot = found.entry(*alias).or_insert((usize::MAX, guess));
            if rank < slot.0 {
                *slot = (rank, recognised.unwrap_or(guess));
            }
        }
        found.into_iter().map(|(alias, (_, kind))| (alias, self.kind(alias).unwrap_or(kind))).collect()
    }
}

/// A mention that keeps its place beside the reader's names: outside of them, around them, or nested in one.
fn beside(mut mention: Mention, named: &[(Range<usize>, usize, usize)]) -> Option<Mention> {
    let first = named.partition_point(|(tokens, _, _)| tokens.end <= mention.tokens.start);
    let meets = |tokens: &Range<usize>| tokens.start < mention.tokens.end;
    let Some((tokens, _, _)) = named.get(first).filter(|(tokens, _, _)| meets(tokens)) else {
        return Some(mention);
    };
    let is_within = tokens.start <= mention.tokens.start && mention.tokens.end <= tokens.end;
    if !is_within || *tokens == mention.tokens {
        return None;
    }
    mention.nested = true;
    Some(mention)
}

/// White space as single blanks, curly apostrophes plain; capitals stay.
fn plain(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").replace(['’', '‘'], "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alias(names: &[&str], apart: &[&str]) -> Alias {
        let owned = |list: &[&str]| list.iter().map(|&s| s.to_owned()).collect();
        Alias { names: owned(names), kind: None, apart: owned(apart) }
    }

    #[test]
    fn bonds_of_names() {
        let lex = Lexicon::builtin();
        let aliases = [alias(&["Ann Smyth", "A. Smyth"], &["Smyth"]), alias(&["Oakfield", "Ann Smyth"], &[])];
        let fixed = Corrections::new(lex, &aliases);
        let (ann, smyth, oakfield) = (fixed.bond("Ann  Smyth"), fixed.bond("Smyth"), fixed.bond("Oakfield"));
        assert_eq!((ann.alias, oakfield.alias), (Some(0), Some(1)));
        assert!(!ann.allows(&smyth) && !smyth.allows(&ann) && !ann.allows(&oakfield));
        assert!(smyth.allows(&oakfield) && ann.allows(&fixed.bond("A. Smyth")));
    }
}
