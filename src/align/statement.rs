//! What a verb says of whom, in slots that rules can compare: who does it, to what it is done, what else stands beside it.
//!
//! In: the corpus. Out: [`Statement`]s in order. "Police arrested Ann Lee in Leeds" and "Ann Lee was arrested by police" have the same slots.
//! Known limit: there is no parser, so a phrase of many parts may be cut short; rules ask for agreement of every slot, which then fails.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::align::said::Said;
use crate::claim::{Certainty, Claim, Frame};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, EntityKind};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::fold;
use crate::value::{TimeExpr, Verdict, times_exclude};

/// A noun phrase: whom it names, or its head noun with the words that narrow it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Shared entities that are its head.
    pub entities: BTreeSet<usize>,
    /// Whether one of them is a person.
    pub is_person: bool,
    /// Lemma of the head noun.
    pub noun: String,
    /// Common words that narrow the head: "core", "stadium".
    pub words: BTreeSet<String>,
    /// Names that narrow it: "Denmark".
    pub names: BTreeSet<String>,
    /// "Him", "them": somebody, and nobody knows whom.
    is_open: bool,
    /// Its tokens.
    tokens: Range<usize>,
}

/// One verb with its slots.
#[derive(Clone, Debug)]
pub struct Statement<'a> {
    /// The claim with its article.
    pub said: Said<'a>,
    /// Lemma of the verb.
    pub verb: &'a str,
    /// Who does it, where it is done to something.
    pub doer: Option<Party>,
    /// To what it is done; who does it, where it is done to nothing.
    pub core: Party,
    /// Whether it is done to something.
    pub has_object: bool,
    /// All other content words of the clause, times left out.
    pub rest: BTreeSet<String>,
    /// Said to be so.
    pub is_positive: bool,
    /// "Has not": only up to now.
    pub is_perfect: bool,
}

/// Adverbs that change nothing of what is said.
const IDLE: [&str; 22] = [
    "also",
    "ever",
    "already",
    "now",
    "finally",
    "later",
    "however",
    "too",
    "then",
    "actually",
    "even",
    "reportedly",
    "meanwhile",
    "instead",
    "still",
    "once",
    "never",
    "not",
    "just",
    "there",
    "therefore",
    "here",
];

/// Statements of all articles that assert or deny something outright, in the order of their words.
pub fn statements<'a>(lex: &Lexicon, corpus: &'a Corpus) -> Vec<Statement<'a>> {
    let mut out = Vec::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        let outright = document.claims.iter().filter(|c| is_outright(document, c));
        out.extend(outright.filter_map(|claim| statement(lex, corpus, Said { article, claim })));
    }
    // By their own words, so that another order of the articles gives the same first pair.
    out.sort_by_cached_key(|s: &Statement<'_>| {
        let document = corpus.documents.get(s.said.article);
        let sentence = document.map_or("", |d| d.text(d.prose.sentence_span(s.said.claim.sentence)));
        (sentence, s.said.claim.span.start, s.said.claim.head)
    });
    out
}

fn is_outright(document: &Document, claim: &Claim) -> bool {
    !claim.is_nominal
        && claim.frame == Frame::Plain
        && matches!(claim.certainty, Certainty::Done | Certainty::NotDone)
        && !claim.is_hedged
        && claim.role == BlockRole::Body
        && !document.prose.lower(claim.head).ends_with("ing")
        && !is_wished(&document.prose, claim)
        && !has_bare_pronoun(document, claim)
}

/// "Will force the court to read it": what stands behind "to" has not been done, whatever governs it.
fn is_wished(prose: &Prose, claim: &Claim) -> bool {
    !claim.is_negated && (chain_start(prose, claim)..claim.head).any(|i| prose.lower(i) == "to")
}

/// "Insulted her": whom, the clause alone does not say.
fn has_bare_pronoun(document: &Document, claim: &Claim) -> bool {
    let prose = &document.prose;
    let at = claim.head + 1;
    matches!(prose.lower(at), "him" | "her" | "them" | "me" | "us")
        && !matches!(prose.pos(at + 1), Pos::Noun | Pos::Propn | Pos::Adj)
        && document.names.mention_at(at).is_none()
}

fn statement<'a>(lex: &Lexicon, corpus: &'a Corpus, said: Said<'a>) -> Option<Statement<'a>> {
    let document = corpus.documents.get(said.article)?;
    let prose = &document.prose;
    let claim = said.claim;
    let cue = cue(document, claim);
    if cue == Cue::Open {
        return None;
    }
    let chain = chain_start(prose, claim);
    let from = (claim.tokens.start..chain)
        .rev()
        .find(|&i| is_verbal(prose, i))
        .map_or(claim.tokens.start, |i| i + 1);
    let subject = phrase(lex, corpus, said.article, from..chain, false)
        .or_else(|| named(corpus, said))
        .or_else(|| spoken(corpus, said, from..chain));
    let end = (claim.head + 1..claim.tokens.end).find(|&i| is_verbal(prose, i)).unwrap_or(claim.tokens.end);
    let object = phrase(lex, corpus, said.article, claim.head + 1..end, true);
    let by = (claim.head + 1..end).find(|&i| claim.is_passive && prose.lower(i) == "by");
    let by = by.and_then(|i| phrase(lex, corpus, said.article, i + 1..end, true));
    let skipped: Vec<Range<usize>> =
        [&subject, &object, &by].into_iter().flatten().map(|p| p.tokens.clone()).collect();
    let (doer, core, has_object) = match (claim.is_passive, object) {
        (true, _) => (by, subject?, true),
        (false, Some(object)) => (subject, object, true),
        (false, None) => (None, subject?, false),
    };
    Some(Statement {
        said,
        verb: prose.lemma(claim.head),
        doer,
        core,
        has_object,
        rest: rest(lex, corpus, said, &skipped),
        is_positive: (!claim.is_negated && claim.certainty == Certainty::Done) != (cue == Cue::Denies),
        is_perfect: (chain..claim.head).any(|i| matches!(prose.lower(i), "has" | "have" | "yet")),
    })
}

/// How the cue of the quotation that holds a claim takes it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// "Said": as it stands.
    Says,
    /// "Denied that he ever called her": it is said not to be so.
    Denies,
    /// "Neither confirmed nor denied", "asked", "hoped": nothing is said.
    Open,
}

fn cue(document: &Document, claim: &Claim) -> Cue {
    let span = claim.quotation.and_then(|q| document.quotations.get(q)).and_then(|q| q.cue);
    let tokens = span.map(|span| document.prose.tokens_in(span)).unwrap_or_default();
    let before = tokens.start.saturating_sub(3)..tokens.start;
    let is = |words: &[&str]| tokens.clone().any(|i| words.contains(&document.prose.lemma(i)));
    let is_negated = before
        .chain(tokens.clone())
        .any(|i| matches!(document.prose.lower(i), "not" | "n't" | "never" | "neither" | "nor" | "no"));
    if is(&["doubt", "question", "ask", "wonder", "hope", "fear", "wish", "want", "suspect", "predict"])
        || is_negated
    {
        Cue::Open
    } else if is(&["deny", "refute", "dispute"]) {
        Cue::Denies
    } else {
        Cue::Says
    }
}

fn is_verbal(prose: &Prose, at: usize) -> bool {
    matches!(prose.pos(at), Pos::Verb | Pos::Aux)
}

/// First token of the verb's group: auxiliaries, adverbs, and a verb that governs it by "to".
fn chain_start(prose: &Prose, claim: &Claim) -> usize {
    let mut start = claim.head;
    while start > claim.tokens.start {
        let before = start - 1;
        let governs = prose.lower(start) == "to" && prose.pos(before) == Pos::Verb;
        if !governs && !matches!(prose.pos(before), Pos::Aux | Pos::Adv | Pos::Part) {
            break;
        }
        start = before;
    }
    start
}

/// Subject by the names that the claim itself knows: behind "and", in a clause of "who".
fn named(corpus: &Corpus, said: Said<'_>) -> Option<Party> {
    let entities: BTreeSet<usize> =
        said.claim.agents.iter().filter_map(|&m| corpus.entity(said.article, m)).collect();
    let document = corpus.documents.get(said.article)?;
    let kinds = said.claim.agents.iter().filter_map(|&m| document.names.mentions.get(m));
    let is_person = kinds.into_iter().any(|m| m.kind == EntityKind::Person);
    (!entities.is_empty()).then(|| Party { entities, is_person, ..Party::default() })
}

/// "I" is whoever speaks, and so, where nobody else is meant, is "he" in what he is said to say.
fn spoken(corpus: &Corpus, said: Said<'_>, subject: Range<usize>) -> Option<Party> {
    let prose = &corpus.documents.get(said.article)?.prose;
    let is_self = subject.into_iter().any(|i| matches!(prose.lower(i), "i" | "he" | "she"));
    let speaker = said.speaker(corpus).filter(|_| is_self)?;
    Some(Party { entities: BTreeSet::from([speaker]), is_person: true, ..Party::default() })
}

/// The first noun phrase of a stretch that no preposition brings in, with what is tied to it by "of", "in", "at", "for".
fn phrase(
    lex: &Lexicon,
    corpus: &Corpus,
    article: usize,
    range: Range<usize>,
    at_once: bool,
) -> Option<Party> {
    let document = corpus.documents.get(article)?;
    let prose = &document.prose;
    let is_time = |i: usize| in_time(document, i);
    let mut i = range.start;
    let mut is_brought = false;
    while i < range.end {
        if prose.pos(i) == Pos::Adp {
            if at_once {
                return None;
            }
            is_brought = true;
        } else if is_nominal(prose, i) && !is_time(i) {
            // "Called the governor a racist": an article behind a noun begins a phrase of its own.
            let begins = |j: usize| {
                j > i
                    && prose.pos(j) == Pos::Det
                    && matches!(prose.pos(j - 1), Pos::Noun | Pos::Propn | Pos::Pron)
            };
            let end = (i..range.end)
                .find(|&j| !is_nominal(prose, j) || is_time(j) || begins(j))
                .unwrap_or(range.end);
            if !is_brought {
                return party(lex, corpus, article, i..end, range.end);
            }
            i = end;
            is_brought = false;
            continue;
        } else if prose.pos(i) != Pos::Adv && prose.lower(i) != "," && !is_time(i) {
            is_brought = false;
        }
        i += 1;
    }
    None
}

/// Whether a token belongs to a time; times are in order and do not overlap.
fn in_time(document: &Document, token: usize) -> bool {
    let end = document.times.partition_point(|t| t.tokens.start <= token);
    end.checked_sub(1).and_then(|i| document.times.get(i)).is_some_and(|t| t.tokens.contains(&token))
}

fn is_nominal(prose: &Prose, at: usize) -> bool {
    matches!(prose.pos(at), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron)
        || matches!(prose.lower(at), "'s" | "-" | "'")
}

fn party(lex: &Lexicon, corpus: &Corpus, article: usize, core: Range<usize>, limit: usize) -> Option<Party> {
    let document = corpus.documents.get(article)?;
    let prose = &document.prose;
    let is_noun = |i: &usize| matches!(prose.pos(*i), Pos::Noun | Pos::Propn | Pos::Pron);
    let head = core.clone().rev().find(is_noun)?;
    let mention =
        document.names.mention_at(head).and_then(|m| document.names.mentions.get(m).map(|n| (m, n)));
    let named = mention.filter(|(_, m)| m.tokens.end == head + 1);
    if matches!(prose.lower(head), "him" | "her" | "them") {
        return Some(Party { is_open: true, tokens: core.start..head + 1, ..Party::default() });
    }
    if prose.pos(head) == Pos::Pron && named.is_none() {
        return None;
    }
    let mut party = Party {
        entities: named.and_then(|(m, _)| corpus.entity(article, m)).into_iter().collect(),
        is_person: named.is_some_and(|(_, m)| m.kind == EntityKind::Person),
        noun: prose.lemma(head).to_owned(),
        tokens: core.start..head + 1,
        ..Party::default()
    };
    let mut end = core.end;
    while matches!(prose.lower(end), "of" | "in" | "at" | "for" | "from") && end < limit {
        let is_time = |i: usize| in_time(document, i);
        let stop = (end + 1..limit).find(|&j| !is_nominal(prose, j) || is_time(j)).unwrap_or(limit);
        if stop == end + 1 || !party.entities.is_empty() && party.is_person {
            break;
        }
        end = stop;
    }
    party.tokens.end = party.tokens.end.max(end);
    for i in (core.start..end).filter(|&i| i != head) {
        match prose.pos(i) {
            Pos::Propn => party.names.insert(word(lex, document, i)),
            Pos::Noun | Pos::Adj | Pos::Num => party.words.insert(word(lex, document, i)),
            _ => false,
        };
    }
    Some(party)
}

/// A word in the form in which it is compared; peoples and states have one name.
fn word(lex: &Lexicon, document: &Document, at: usize) -> String {
    let key = document.prose.lower(at);
    let state = lex.demonyms.column(key, 0).or_else(|| lex.countries.column(key, 0));
    state.map_or_else(|| document.prose.lemma(at).to_lowercase(), str::to_owned)
}

/// Content words of the clause outside its slots and times.
fn rest(lex: &Lexicon, corpus: &Corpus, said: Said<'_>, skipped: &[Range<usize>]) -> BTreeSet<String> {
    let Some(document) = corpus.documents.get(said.article) else { return BTreeSet::new() };
    let prose = &document.prose;
    let inside = (said.claim.tokens.start..attribution(lex, prose, said.claim)).filter(|&i| {
        i != said.claim.head
            && !skipped.iter().any(|r| r.contains(&i))
            && !said.claim.times.iter().filter_map(|&t| document.times.get(t)).any(|t| t.tokens.contains(&i))
    });
    let content = inside.filter(|&i| {
        matches!(prose.pos(i), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Adv)
            || prose.pos(i) == Pos::Verb && i > said.claim.head
    });
    content.map(|i| word(lex, document, i)).filter(|w| !IDLE.contains(&w.as_str())).collect()
}

/// Where "…, police said" begins behind the verb, if it does.
fn attribution(lex: &Lexicon, prose: &Prose, claim: &Claim) -> usize {
    let end = claim.tokens.end;
    let said = (claim.head + 1..end)
        .rev()
        .find(|&i| prose.pos(i) == Pos::Verb && lex.reporting_verbs.has(prose.lower(i)));
    said.and_then(|said| (claim.head + 1..said).rev().find(|&i| prose.lower(i) == ",")).unwrap_or(end)
}

impl Party {
    /// Whether both can be the same: one entity, or one noun of which neither is narrowed otherwise.
    pub fn fits(&self, other: &Party) -> bool {
        if !self.entities.is_empty() && !other.entities.is_empty() {
            let is_shared = !self.entities.is_disjoint(&other.entities);
            return is_shared || !self.is_person && !other.is_person && self.is_worded_as(other);
        }
        if self.is_person != other.is_person || self.noun.is_empty() {
            return false;
        }
        self.noun == other.noun && nests(&self.words, &other.words) && nests(&self.names, &other.names)
    }

    /// The same noun with the same words around it.
    pub fn is_worded_as(&self, other: &Party) -> bool {
        !self.noun.is_empty()
            && self.noun == other.noun
            && self.words == other.words
            && self.names == other.names
    }

    /// Whether it names somebody or something.
    fn shares_name(&self, other: &Party) -> bool {
        !self.entities.is_disjoint(&other.entities) || !self.names.is_disjoint(&other.names)
    }
}

fn nests(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.is_subset(b) || b.is_subset(a)
}

impl<'a> Statement<'a> {
    /// What another statement must share one of, to match this: names of the doer, names and noun of what it is done to.
    #[must_use]
    pub fn keys(&self) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for party in self.doer.iter().chain([&self.core]) {
            out.extend(party.entities.iter().map(|entity| format!("#{entity}")));
            out.extend(party.names.iter().cloned());
        }
        out.extend([&self.core.noun].into_iter().filter(|noun| !noun.is_empty()).cloned());
        out
    }

    /// Whether both speak of the same doers and things, at times that go together.
    pub fn matches(&self, other: &Statement<'a>, corpus: &Corpus) -> bool {
        let doers = match (&self.doer, &other.doer) {
            (Some(a), Some(b)) => a.fits(b),
            _ => true,
        };
        // A bare "him" may be anybody: then who does it and what else is said have to agree.
        let is_open = self.core.is_open || other.core.is_open;
        let are_named = self.doer.as_ref().zip(other.doer.as_ref()).is_some_and(|(a, b)| a.shares_name(b));
        let cores = if is_open {
            are_named && !self.rest.is_disjoint(&other.rest)
        } else {
            self.core.fits(&other.core)
        };
        doers && cores && self.is_particular(other, corpus) && !self.is_apart(other, corpus)
    }

    /// A shared name, or a shared day: without either any two bridges would be one.
    fn is_particular(&self, other: &Statement<'a>, corpus: &Corpus) -> bool {
        let doers = self.doer.as_ref().zip(other.doer.as_ref()).is_some_and(|(a, b)| a.shares_name(b));
        doers || self.core.shares_name(&other.core) || self.shares_time(other, corpus)
    }

    /// Times of the clause.
    pub fn times(&self, corpus: &'a Corpus) -> impl Iterator<Item = &'a TimeExpr> + use<'a> {
        let document = corpus.documents.get(self.said.article);
        let times = self.said.claim.times.iter();
        times.filter_map(move |&t| document.and_then(|d| d.times.get(t)))
    }

    /// Whether both give one time in the same words or of the same days.
    pub fn shares_time(&self, other: &Statement<'a>, corpus: &'a Corpus) -> bool {
        self.times(corpus).any(|a| other.times(corpus).any(|b| self.is_one_time(other, corpus, a, b)))
    }

    /// Whether both give the same times, no more and no fewer, and at least one.
    pub fn same_times(&self, other: &Statement<'a>, corpus: &'a Corpus) -> bool {
        let count = |s: &Statement<'a>| s.times(corpus).count();
        count(self) == count(other)
            && self.times(corpus).all(|a| other.times(corpus).any(|b| self.is_one_time(other, corpus, a, b)))
            && count(self) > 0
    }

    fn is_one_time(&self, other: &Statement<'a>, corpus: &'a Corpus, a: &TimeExpr, b: &TimeExpr) -> bool {
        let words = |s: &Statement<'a>, t: &TimeExpr| {
            corpus.documents.get(s.said.article).map(|d| fold(d.text(t.span)))
        };
        a.from.is_some() && (a.from, a.to) == (b.from, b.to)
            || a.from.is_none() && b.from.is_none() && words(self, a) == words(other, b)
    }

    /// Whether the two give times that exclude each other, or differ in what they compare with.
    pub fn is_apart(&self, other: &Statement<'a>, corpus: &'a Corpus) -> bool {
        self.times(corpus)
            .any(|a| other.times(corpus).any(|b| matches!(times_exclude(a, b), Verdict::Excludes(_))))
            || self.times(corpus).next().is_some()
                && other.times(corpus).next().is_some()
                && !self.shares_time(other, corpus)
    }
}
