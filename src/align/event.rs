//! Mentions of one event: the same class, the same parties, no exclusive year.
//!
//! "A meeting has not been scheduled" names no party: such a mention takes those of the nearest earlier mention of its class in the article.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Claim, Frame};
use crate::corpus::Corpus;
use crate::kind::{BlockRole, EntityKind};
use crate::lexicon::Lexicon;
use crate::value::Grain;

/// An event without parties of its own takes those named at most this many sentences before.
const ANAPHORA_REACH: usize = 3;

/// One mention of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventMention {
    /// The article.
    pub article: usize,
    /// Index of the claim there.
    pub claim: usize,
    /// Shared parties: persons, bodies, polities.
    pub parties: BTreeSet<usize>,
    /// Whether the parties come from an earlier mention.
    pub is_anaphoric: bool,
    /// The year that the clause gives, if it gives one and it is past.
    pub year: Option<String>,
}

/// Mentions of one event over all articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Class of the event.
    pub event: String,
    /// What a reader is told it is: "meeting".
    pub name: String,
    /// Who takes part.
    pub parties: BTreeSet<usize>,
    /// Its mentions, in order of article and claim.
    pub mentions: Vec<EventMention>,
}

/// Events that two or more parties share, such as meetings, calls, agreements.
pub const MUTUAL: [&str; 5] = ["meet", "call", "agree", "negotiate", "marry"];

/// All events of the corpus, by class and parties.
#[must_use]
pub fn events(lex: &Lexicon, corpus: &Corpus) -> Vec<Group> {
    let mut groups: BTreeMap<(String, Vec<usize>, Option<String>), Vec<EventMention>> = BTreeMap::new();
    for article in 0..corpus.documents.len() {
        for mention in article_events(lex, corpus, article) {
            let Some(claim) = corpus.claim(article, mention.claim) else { continue };
            let key = (claim.event.clone(), mention.parties.iter().copied().collect(), mention.year.clone());
            groups.entry(key).or_default().push(mention);
        }
    }
    let all = groups.into_iter();
    let group = |((event, parties, _), mentions): ((String, Vec<usize>, _), Vec<EventMention>)| Group {
        name: lex.event_names.column(&event, 0).map_or_else(|| format!("“{event}”"), str::to_owned),
        event,
        parties: parties.into_iter().collect(),
        mentions,
    };
    join_sides(corpus, all.map(group).collect())
}

/// "Russian officials" and the president of Russia are one party when all other parties are the same and no second person
/// of that side fits.
fn join_sides(corpus: &Corpus, mut groups: Vec<Group>) -> Vec<Group> {
    let mut at = 0;
    while at < groups.len() {
        let Some(into) = person_group(corpus, &groups, at) else {
            at += 1;
            continue;
        };
        let joined = groups.remove(at);
        if let Some(group) = groups.get_mut(if into > at { into - 1 } else { into }) {
            group.mentions.extend(joined.mentions);
            group.mentions.sort_by_key(|m| (m.article, m.claim));
        }
    }
    groups
}

/// The only group of the same event that has a person where this one has that person's people.
fn person_group(corpus: &Corpus, groups: &[Group], at: usize) -> Option<usize> {
    let group = groups.get(at)?;
    if !MUTUAL.contains(&group.event.as_str()) || group.parties.len() != 2 {
        return None;
    }
    let is_person = |p: usize| corpus.entities.get(p).is_some_and(|e| e.kind == EntityKind::Person);
    let people = group.parties.iter().copied().find(|&p| !is_person(p))?;
    let side = corpus.side(people)?;
    let year = |g: &Group| g.mentions.first().and_then(|m| m.year.clone());
    let fits = |other: &Group| {
        let mut extra = other.parties.difference(&group.parties);
        let is_same = other.event == group.event && other.parties.len() == 2 && year(other) == year(group);
        let stands_in = extra.next().is_some_and(|&p| is_person(p) && corpus.side(p) == Some(side));
        is_same && stands_in && extra.next().is_none() && !other.parties.contains(&people)
    };
    // Groups are in order of event, so those of one event stand side by side.
    let near = groups.iter().enumerate().filter(|(i, other)| *i != at && other.event == group.event);
    let mut found = near.filter(|(_, other)| fits(other)).map(|(i, _)| i);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn article_events(lex: &Lexicon, corpus: &Corpus, article: usize) -> Vec<EventMention> {
    let mut out: Vec<EventMention> = Vec::new();
    let mut latest: BTreeMap<&str, (usize, BTreeSet<usize>)> = BTreeMap::new();
    let Some(document) = corpus.documents.get(article) else { return out };
    for (index, claim) in document.claims.iter().enumerate() {
        let mut parties = parties(corpus, article, claim);
        if !claim.is_known_event && (parties.len() < 2 || is_speech(lex, corpus, article, claim)) {
            continue;
        }
        let needed = if MUTUAL.contains(&claim.event.as_str()) { 2 } else { 1 };
        let mut is_anaphoric = false;
        if parties.len() < needed {
            let Some((sentence, earlier)) = latest.get(claim.event.as_str()) else { continue };
            let fits = claim.sentence.saturating_sub(*sentence) <= ANAPHORA_REACH
                && parties.is_subset(earlier)
                && !is_another(corpus, article, claim);
            if !fits {
                continue;
            }
            parties.clone_from(earlier);
            is_anaphoric = true;
        } else if claim.role == BlockRole::Body || !latest.contains_key(claim.event.as_str()) {
            latest.insert(&claim.event, (claim.sentence, parties.clone()));
        }
        if is_anaphoric {
            latest.insert(&claim.event, (claim.sentence, parties.clone()));
        }
        let year = year(corpus, article, claim);
        out.push(EventMention { article, claim: index, parties, is_anaphoric, year });
    }
    out
}

/// Saying is what quotations are for.
fn is_speech(lex: &Lexicon, corpus: &Corpus, article: usize, claim: &Claim) -> bool {
    let lemma = corpus.documents.get(article).map_or("", |d| d.prose.lemma(claim.head));
    lex.reporting_verbs.has(lemma)
}

/// "A subsequent meeting", "another call": not the one named before.
fn is_another(corpus: &Corpus, article: usize, claim: &Claim) -> bool {
    let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return false };
    let before = claim.head.saturating_sub(4)..claim.head;
    before.into_iter().any(|i| {
        matches!(
            prose.lower(i),
            "subsequent"
                | "another"
                | "second"
                | "separate"
                | "previous"
                | "other"
                | "further"
                | "earlier"
                | "last"
                | "first"
        )
    })
}

/// Persons, bodies and polities that take part in the event.
fn parties(corpus: &Corpus, article: usize, claim: &Claim) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    let is_mutual = MUTUAL.contains(&claim.event.as_str());
    let Some(document) = corpus.documents.get(article) else { return out };
    let kept = claim.others.iter().filter(|a| match a.preposition.as_str() {
        "" | "with" | "between" | "and" | "involving" | "including" => true,
        "by" => claim.is_passive,
        "of" => !is_mutual,
        _ => false,
    });
    for mention in claim.agents.iter().copied().chain(kept.map(|a| a.mention)) {
        let Some(named) = document.names.mentions.get(mention) else { continue };
        let Some(entity) = corpus.entity(article, mention) else { continue };
        let takes_part = match named.kind {
            EntityKind::Person | EntityKind::Organization | EntityKind::Group => true,
            // A state meets another; a town is where they meet.
            EntityKind::Place => !is_mutual || corpus.side(entity).is_some(),
            _ => false,
        };
        if takes_part {
            out.insert(entity);
        }
    }
    out
}

/// A past calendar year that sets the event apart from others of its kind.
fn year(corpus: &Corpus, article: usize, claim: &Claim) -> Option<String> {
    let document = corpus.documents.get(article)?;
    let current = document.head.date.as_deref().and_then(|d| d.get(..4)).unwrap_or("");
    let times = claim.times.iter().filter_map(|&t| document.times.get(t));
    let years = times
        .filter(|t| t.grain <= Grain::Year)
        .filter_map(|t| t.value.as_deref()?.get(..4).map(str::to_owned));
    years.into_iter().find(|y| y.as_str() != current && y.starts_with(['1', '2']))
}

impl EventMention {
    /// Whether it is asserted outright: no condition, no question.
    #[must_use]
    pub fn is_plain(&self, corpus: &Corpus) -> bool {
        corpus.claim(self.article, self.claim).is_some_and(|c| c.frame == Frame::Plain)
    }
}
