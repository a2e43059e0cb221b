//! One event in places that exclude each other, or in a place that another article says is open.

use crate::align::{Aligned, EventMention, Group, MUTUAL};
use crate::claim::{Argument, Certainty, Frame};
use crate::contradiction::bearing::bearings;
use crate::contradiction::passage::{Said, names, same_event, same_parties, sentence_evidence};
use crate::contradiction::residence::residences;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;
use crate::report::Evidence;
use crate::tag::Pos;
use crate::token::fold;
use crate::value::{Verdict, times_exclude};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Location,
    summary: "One event is put in two states or two cities, one distance from a place in two directions, one person from two towns, or an event in a place that another article says has not been settled.",
    spares: "A place inside another, events of other days, places of other events, and articles that name no place.",
    detect,
};

/// Words for the slot itself.
const SLOT: [&str; 5] = ["location", "venue", "site", "place", "locale"];
/// Verbs that say that an event happens, and bear its place.
const SUPPORT: [&str; 5] = ["take", "happen", "occur", "hold", "schedule"];
/// What is done to settle it.
const SETTLE: [&str; 10] =
    ["agree", "determine", "set", "decide", "choose", "fix", "select", "settle", "announce", "finalize"];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    for group in &aligned.events {
        let placed: Vec<Placed<'_>> = group.mentions.iter().filter_map(|m| placed(corpus, m)).collect();
        if MUTUAL.contains(&group.event.as_str()) {
            undetermined(corpus, group, &placed, findings);
        }
        two_places(lex, corpus, group, &placed, findings);
    }
    bearings(corpus, findings);
    residences(lex, corpus, findings);
}

struct Placed<'a> {
    said: Said<'a>,
    mention: usize,
    place: usize,
}

impl Placed<'_> {
    fn evidence(&self, corpus: &Corpus) -> Evidence {
        let tokens = corpus
            .documents
            .get(self.said.article)
            .and_then(|d| d.names.mentions.get(self.mention))
            .map(|m| m.tokens.clone());
        self.said.evidence(corpus, tokens.unwrap_or_default())
    }
}

/// The place that "in" or "at" gives to the event's clause.
fn placed<'a>(corpus: &'a Corpus, mention: &EventMention) -> Option<Placed<'a>> {
    let said = Said::new(corpus, mention.article, mention.claim)?;
    let document = corpus.documents.get(mention.article)?;
    let is_place = |a: &&Argument| {
        matches!(a.preposition.as_str(), "in" | "at")
            && document.names.mentions.get(a.mention).is_some_and(|m| m.kind == EntityKind::Place)
    };
    let support = || {
        let next = document.claims.partition_point(|c| c.sentence < said.claim.sentence);
        let same = document.claims.iter().skip(next).take_while(|c| c.sentence == said.claim.sentence);
        let verb = same.into_iter().find(|c| {
            c.head > said.claim.head
                && c.tokens == said.claim.tokens
                && SUPPORT.contains(&document.prose.lemma(c.head))
        });
        verb.filter(|_| said.claim.is_nominal).map(|c| (c.head, c.others.iter()))
    };
    let own = said.claim.others.iter().find(is_place).map(|a| (said.claim.head, a));
    let (head, argument) =
        own.or_else(|| support().and_then(|(head, mut others)| Some((head, others.find(is_place)?))))?;
    let place = corpus.entity(mention.article, argument.mention)?;
    let at = document.names.mentions.get(argument.mention)?.tokens.start;
    // What is signed is not what the place belongs to.
    if said.claim.event != "sign" && is_of_another(document, head, at) {
        return None;
    }
    (said.claim.frame == Frame::Plain && !said.claim.is_negated).then_some(Placed {
        said,
        mention: argument.mention,
        place,
    })
}

/// "Meet to discuss a ceasefire in Acmeland": a noun between the event and the place has the place to itself.
fn is_of_another(document: &Document, head: usize, place: usize) -> bool {
    let named = |i: usize| document.names.mention_at(i).is_some();
    let timed = |i: usize| document.times.iter().any(|t| t.tokens.contains(&i));
    let is_idle =
        |i: usize| matches!(document.prose.lower(i), "place" | "hospital" | "home" | "morning" | "age");
    (head + 1..place).any(|i| document.prose.pos(i) == Pos::Noun && !named(i) && !timed(i) && !is_idle(i))
}

fn two_places(lex: &Lexicon, corpus: &Corpus, group: &Group, placed: &[Placed<'_>], findings: &mut Findings) {
    let knows = |article: usize, other: &Placed<'_>| {
        placed.iter().any(|p| p.said.article == article && apart(lex, corpus, p.place, other.place).is_none())
    };
    for (i, a) in placed.iter().enumerate() {
        for b in placed.iter().skip(i + 1).filter(|b| b.said.article != a.said.article) {
            let Some(reason) = apart(lex, corpus, a.place, b.place) else { continue };
            if a.said.claim.certainty != b.said.claim.certainty
                || knows(a.said.article, b)
                || knows(b.said.article, a)
                || are_other_days(corpus, a, b)
            {
                continue;
            }
            let evidence = [a.evidence(corpus), b.evidence(corpus)];
            findings.drafts.push(draft(corpus, group, a.said.article, b.said.article, evidence, &reason));
            return;
        }
    }
}

/// Why nothing can be in both places: two states, two large cities, or a city and another state than its own.
pub fn apart(lex: &Lexicon, corpus: &Corpus, a: usize, b: usize) -> Option<String> {
    let city = |place: usize| lex.cities.column(&fold(corpus.name(place)), 0);
    let state = |place: usize| city(place).or_else(|| corpus.side(place));
    let (x, y) = (state(a)?, state(b)?);
    let are_cities = city(a).is_some() && city(b).is_some() && fold(corpus.name(a)) != fold(corpus.name(b));
    (a != b && (x != y || are_cities)).then(|| {
        let at = |place: usize, state: &str| match city(place) {
            Some(_) => format!("{} is in {state}", corpus.name(place)),
            None => format!("the other place is {}", corpus.name(place)),
        };
        format!("{}, {}", at(a, x), at(b, y))
    })
}

/// Two days, two events.
fn are_other_days(corpus: &Corpus, a: &Placed<'_>, b: &Placed<'_>) -> bool {
    let times = |p: &Placed<'_>| {
        let document = corpus.documents.get(p.said.article);
        p.said
            .claim
            .times
            .iter()
            .filter_map(move |&t| document.and_then(|d| d.times.get(t)))
            .collect::<Vec<_>>()
    };
    times(a).iter().any(|x| times(b).iter().any(|y| matches!(times_exclude(x, y), Verdict::Excludes(_))))
}

/// "In Russia" against "no location has been determined".
fn undetermined(corpus: &Corpus, group: &Group, placed: &[Placed<'_>], findings: &mut Findings) {
    let Some(place) = placed.iter().find(|p| {
        matches!(
            p.said.claim.certainty,
            Certainty::Possible | Certainty::Likely | Certainty::Planned | Certainty::Scheduled
        )
    }) else {
        return;
    };
    let mut open: Vec<Evidence> = Vec::new();
    for mention in group.mentions.iter().filter(|m| m.article != place.said.article) {
        let Some(said) = Said::new(corpus, mention.article, mention.claim) else { continue };
        let Some(document) = corpus.documents.get(mention.article) else { continue };
        let found = (said.claim.sentence..said.claim.sentence + 2)
            .find_map(|s| open_slot(document, s).map(|at| (s, at)));
        if let Some((sentence, at)) = found.filter(|_| said.claim.certainty != Certainty::Done) {
            let clause = document.prose.cover(at.clone());
            open.push(sentence_evidence(corpus, mention.article, sentence, clause, Some(at)));
        }
    }
    open.sort();
    open.dedup();
    let Some(&first) = open.first() else { return };
    let reason = format!(
        "{} names {}, the other says that no place is settled",
        corpus.label(place.said.article),
        corpus.name(place.place)
    );
    let mut draft = draft(
        corpus,
        group,
        place.said.article,
        first.article as usize,
        [place.evidence(corpus), first],
        &reason,
    );
    draft.evidence.extend(open.iter().skip(1).take(3));
    findings.drafts.push(draft);
}

/// "No location agreed on": tokens from "no" to the verb.
fn open_slot(document: &Document, sentence: usize) -> Option<std::ops::Range<usize>> {
    let prose = &document.prose;
    let tokens = prose.sentences.get(sentence)?.clone();
    let no = tokens
        .clone()
        .find(|&i| prose.lower(i) == "no" && (i + 1..i + 4).any(|j| SLOT.contains(&prose.lower(j))))?;
    let verb = (no + 1..tokens.end.min(no + 9)).find(|&i| SETTLE.contains(&prose.lemma(i)))?;
    Some(no..verb + 1)
}

fn draft(corpus: &Corpus, group: &Group, a: usize, b: usize, evidence: [Evidence; 2], reason: &str) -> Draft {
    Draft {
        kind: ContradictionKind::Location,
        severity: Severity::Medium,
        confidence: 70,
        topic: format!("Where: {} ({})", group.name, names(corpus, group.parties.iter().copied())),
        summary: format!("{} and {} do not give the same place", corpus.label(a), corpus.label(b)),
        explanation: format!("Both passages speak of the same event ({}): {reason}.", group.name),
        evidence: evidence.to_vec(),
        entities: group.parties.iter().copied().collect(),
        quotations: Vec::new(),
        trace: vec![same_event(group), same_parties(corpus, group), reason.to_owned()],
    }
}
