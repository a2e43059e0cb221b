//! Who is for a matter and who against it.
//!
//! In: the statements of all articles. Out: [`Position`]s, by verbs that tell an attitude ("backs the bill", "never supported the ban"). The one who takes it
//! is the doer, or the speaker of "I". A matter is a thing that one is for or against, never a person: whom one praises today one may blame tomorrow.

use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::align::{Aligned, Party, Statement};
use crate::contradiction::passage::sentence_evidence;
use crate::corpus::{Corpus, Document};
use crate::kind::EntityKind;
use crate::report::Evidence;
use crate::tag::Pos;

/// Verbs of being for something.
const FOR: [&str; 14] = [
    "approve", "applaud", "back", "champion", "cheer", "commend", "defend", "embrace", "endorse", "favor",
    "favour", "hail", "support", "welcome",
];
/// Verbs of being against something.
const AGAINST: [&str; 16] = [
    "attack",
    "blast",
    "condemn",
    "criticise",
    "criticize",
    "decry",
    "denounce",
    "deplore",
    "lambast",
    "lambaste",
    "oppose",
    "protest",
    "reject",
    "resist",
    "slam",
    "fault",
];
/// Things that one is for or against.
const MATTERS: [&str; 50] = [
    "accord",
    "act",
    "agreement",
    "amendment",
    "appeal",
    "appointment",
    "ban",
    "bid",
    "bill",
    "budget",
    "campaign",
    "ceasefire",
    "claim",
    "closure",
    "crackdown",
    "cut",
    "deal",
    "decision",
    "expansion",
    "idea",
    "invasion",
    "law",
    "legislation",
    "measure",
    "merger",
    "move",
    "nomination",
    "offer",
    "operation",
    "pact",
    "plan",
    "policy",
    "project",
    "proposal",
    "reform",
    "referendum",
    "resolution",
    "rule",
    "ruling",
    "sale",
    "sanction",
    "scheme",
    "strike",
    "takeover",
    "tariff",
    "tax",
    "treaty",
    "truce",
    "verdict",
    "war",
];

/// Positions that are compared at most: a text of more is a list of votes.
const MOST: usize = 200;

/// One position on one matter.
#[derive(Clone, Debug)]
pub struct Position<'s, 'a> {
    /// The statement that tells it.
    pub statement: &'s Statement<'a>,
    /// The shared entity that takes it.
    pub who: usize,
    /// For it, or against it.
    pub is_for: bool,
    /// The words that stand right before the matter's noun anywhere in the article.
    kinds: Rc<BTreeSet<&'a str>>,
}

/// The first positions, in the order of their words.
pub fn positions<'s, 'a>(aligned: &'s Aligned<'a>) -> Vec<Position<'s, 'a>> {
    let mut known: FxHashMap<(usize, &str), Rc<BTreeSet<&'a str>>> = FxHashMap::default();
    let told = aligned.statements.iter().filter(|s| s.has_object && is_matter(aligned.corpus, &s.core));
    let taken = told.filter_map(|statement| {
        let is_for = FOR.contains(&statement.verb);
        let is_known = is_for || AGAINST.contains(&statement.verb);
        let who = who(aligned.corpus, statement).filter(|_| is_known)?;
        let at = (statement.said.article, statement.core.noun.as_str());
        let kinds = known.entry(at).or_insert_with(|| Rc::new(kinds(aligned.corpus, at)));
        Some(Position { statement, who, is_for: is_for == statement.is_positive, kinds: Rc::clone(kinds) })
    });
    taken.take(MOST).collect()
}

/// The doer, or the speaker who says "I" or "we".
fn who(corpus: &Corpus, statement: &Statement<'_>) -> Option<usize> {
    let said = statement.said;
    let document = corpus.documents.get(said.article)?;
    let is_self = |document: &Document| {
        let before = said.claim.tokens.start..said.claim.head;
        before.rev().take(4).any(|i| matches!(document.prose.lower(i), "i" | "we"))
    };
    if is_self(document) {
        return said.speaker(corpus);
    }
    let entities = &statement.doer.as_ref()?.entities;
    let &who = entities.first().filter(|_| entities.len() == 1)?;
    let kind = corpus.entities.get(who)?.kind;
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Group).then_some(who)
}

fn is_matter(corpus: &Corpus, party: &Party) -> bool {
    let kinds = [EntityKind::Law, EntityKind::Event, EntityKind::Work];
    let is_kind = |e: &usize| corpus.entities.get(*e).is_some_and(|e| kinds.contains(&e.kind));
    !party.is_person && (MATTERS.contains(&party.noun.as_str()) || party.entities.iter().any(is_kind))
}

impl<'s, 'a> Position<'s, 'a> {
    /// Whether both are on one matter: one entity, or one noun with a word or name of both around it; a bare "the bill" is one where
    /// both articles know no other.
    pub fn is_on_matter_of(&self, other: &Position<'s, 'a>) -> bool {
        let (a, b) = (&self.statement.core, &other.statement.core);
        let is_tied = !a.entities.is_disjoint(&b.entities)
            || !a.words.is_disjoint(&b.words)
            || !a.names.is_disjoint(&b.names);
        a.fits(b) && (is_tied || self.kinds.union(&other.kinds).count() <= 1)
    }

    /// The article it stands in.
    pub fn article(&self) -> usize {
        self.statement.said.article
    }

    /// "For" or "against", as a summary says it.
    pub fn side(&self) -> &'static str {
        if self.is_for { "for" } else { "against" }
    }

    /// The matter as its article names it.
    pub fn matter(&self) -> String {
        let core = &self.statement.core;
        let words = core.words.iter().chain(&core.names).map(String::as_str);
        words.chain([core.noun.as_str()]).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Its sentence, with the verb marked.
    pub fn evidence(&self, corpus: &Corpus) -> Evidence {
        let claim = self.statement.said.claim;
        sentence_evidence(
            corpus,
            self.article(),
            claim.sentence,
            claim.span,
            Some(self.statement.said.governed()),
        )
    }
}

/// The words right before a noun: "the water bill", "the school bill" are two.
fn kinds<'a>(corpus: &'a Corpus, (article, noun): (usize, &str)) -> BTreeSet<&'a str> {
    let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return BTreeSet::new() };
    let nouns = (1..prose.len()).filter(|&i| prose.lemma(i) == noun && prose.pos(i) == Pos::Noun);
    let narrowed = nouns.filter(|&i| matches!(prose.pos(i - 1), Pos::Noun | Pos::Adj | Pos::Propn));
    narrowed.map(|i| prose.lemma(i - 1)).collect()
}
