//! Claims made by nouns that name an event: "a meeting between Smith and Brown has not been scheduled".

use std::ops::Range;

use crate::claim::certainty::{Chain, chain};
use crate::claim::verbal::{clipped, is_hoped, next_verb, others};
use crate::claim::{Argument, Certainty, Claim, Layers, frame, quotation_of, within};
use crate::kind::EntityKind;
use crate::prose::Prose;
use crate::tag::Pos;

/// Claims of one sentence's event nouns. `verbal` are the sentence's claims by verbs: one of them may govern the noun.
#[must_use]
pub fn claims(layers: Layers<'_>, sentence: usize, clauses: &[Range<usize>], verbal: &[Claim]) -> Vec<Claim> {
    let Some(tokens) = layers.prose.sentences.get(sentence) else { return Vec::new() };
    let mut out = Vec::new();
    for whole in clauses {
        for head in whole.clone() {
            let Some(class) = class(layers, head) else { continue };
            let clause = &clipped(layers, whole.clone(), head);
            let after = verbal.iter().find(|v| whole.contains(&v.head) && v.head > head);
            let before = verbal.iter().rev().find(|v| whole.contains(&v.head) && v.head < head);
            let chain =
                chain(layers.lex, layers.prose, clause.start, phrase_start(layers, clause.start, head));
            let (mut certainty, is_negated) = certainty(layers.prose, head, &chain, after, before);
            if certainty > Certainty::Possible && is_hoped(layers.prose, clause.start, chain.tokens.start) {
                certainty = Certainty::Possible;
            }
            let (agents, named) = participants(layers, clause, head, before);
            out.push(Claim {
                sentence,
                span: layers.prose.cover(clause.clone()),
                head,
                event: class.to_owned(),
                is_known_event: true,
                is_nominal: true,
                is_passive: false,
                agents,
                others: named,
                quantities: within(layers.quantities, clause, |q| &q.tokens),
                times: within(layers.times, clause, |t| &t.tokens),
                certainty,
                is_negated,
                is_hedged: chain.is_hedged,
                frame: frame(
                    layers.prose,
                    tokens,
                    clause,
                    &after.map_or(chain.tokens.clone(), |v| chain.tokens.start..v.head + 1),
                ),
                quotation: quotation_of(layers, head),
                role: layers.prose.role_of(head),
                tokens: clause.clone(),
            });
        }
    }
    out
}

fn class(layers: Layers<'_>, at: usize) -> Option<&'static str> {
    let prose = layers.prose;
    let is_noun =
        prose.pos(at) == Pos::Noun || prose.pos(at) == Pos::Propn && layers.names.mention_at(at).is_none();
    let is_compound = matches!(prose.pos(at + 1), Pos::Noun) && !prose.lower(at + 1).is_empty();
    // "March" is a month before it is a protest.
    let is_month = prose.is_capitalised(at) && layers.lex.months.has(prose.lower(at));
    if !is_noun || is_compound || is_month {
        return None;
    }
    let row = layers.lex.events.get(prose.lemma(at)).or_else(|| layers.lex.events.get(prose.lower(at)))?;
    (row.get(1) != Some(&"verb")).then_some(()).and(row.first().copied())
}

/// First token of the noun phrase: articles, adjectives, names and nouns before the head.
fn phrase_start(layers: Layers<'_>, from: usize, head: usize) -> usize {
    let prose = layers.prose;
    let is_inside = |i: usize| {
        matches!(prose.pos(i), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
            && !matches!(
                prose.lemma(i),
                "possibility" | "prospect" | "chance" | "plan" | "interest" | "desire"
            )
            || matches!(prose.lower(i), "'s" | "’s" | "-" | "'")
    };
    let mut start = head;
    while start > from && is_inside(start - 1) && !is_adjectival_operator(layers, start - 1) {
        start -= 1;
    }
    start
}

/// "Open", "likely": adjectives that govern, not describe.
fn is_adjectival_operator(layers: Layers<'_>, at: usize) -> bool {
    matches!(layers.prose.lower(at), "open" | "likely" | "unlikely" | "ready" | "willing")
}

/// Verbs that say that an event happens.
const SUPPORT: [&str; 8] = ["take", "happen", "occur", "hold", "go", "come", "begin", "start"];
/// Verbs that settle an event; negated they leave it open.
const SETTLING: [&str; 9] =
    ["schedule", "set", "arrange", "agree", "confirm", "fix", "determine", "finalize", "finalise"];

fn certainty(
    prose: &Prose,
    head: usize,
    chain: &Chain,
    after: Option<&Claim>,
    before: Option<&Claim>,
) -> (Certainty, bool) {
    let adjective = (head.saturating_sub(4)..head).find_map(|i| match prose.lower(i) {
        "potential" | "possible" | "proposed" | "mooted" | "prospective" => Some(Certainty::Possible),
        "planned" | "upcoming" | "forthcoming" => Some(Certainty::Planned),
        "scheduled" => Some(Certainty::Scheduled),
        _ => None,
    });
    if let Some(verb) = after.filter(|v| v.head - head < 14) {
        let lemma = prose.lemma(verb.head);
        if SETTLING.contains(&lemma) {
            let rung = if verb.is_negated || verb.certainty == Certainty::Denied {
                Certainty::Unsettled
            } else {
                verb.certainty.min(Certainty::Scheduled)
            };
            return (rung, false);
        }
        if SUPPORT.contains(&lemma) {
            let rung = adjective.map_or(verb.certainty, |a| a.min(verb.certainty));
            return (rung, verb.is_negated);
        }
    }
    let is_off_agenda = after.is_none() && is_off_agenda(prose, head);
    if is_off_agenda {
        return (Certainty::Denied, true);
    }
    if chain.tokens.len() > 1 && chain.certainty != Certainty::Done {
        return (adjective.map_or(chain.certainty, |a| a.min(chain.certainty)), chain.is_negated);
    }
    let governed = before.filter(|v| {
        head - v.head < 6
            && matches!(prose.lemma(v.head), "hold" | "have" | "attend" | "join" | "host" | "conduct")
    });
    match (adjective, governed) {
        (Some(rung), _) => (rung, false),
        (None, Some(verb)) => (verb.certainty, verb.is_negated),
        _ => (Certainty::Named, false),
    }
}

/// "Is not on the agenda", "is not in the cards".
fn is_off_agenda(prose: &Prose, head: usize) -> bool {
    let Some(sentence) = prose.sentence_at(head) else { return false };
    let rest: Vec<&str> = (head + 1..sentence.end.min(head + 16)).map(|i| prose.lower(i)).collect();
    let negated = rest.iter().take(6).any(|w| matches!(*w, "not" | "n't" | "never"));
    negated && rest.iter().any(|w| matches!(*w, "agenda" | "table" | "cards" | "plans"))
}

/// Who takes part: names joined to the noun, behind it, and the subject of a verb that brings the event about.
fn participants(
    layers: Layers<'_>,
    clause: &Range<usize>,
    head: usize,
    before: Option<&Claim>,
) -> (Vec<usize>, Vec<Argument>) {
    let prose = layers.prose;
    let start = phrase_start(layers, clause.start, head);
    let first = layers.names.mentions.partition_point(|m| m.tokens.start < start);
    let inside =
        layers.names.mentions.iter().enumerate().skip(first).take_while(|(_, m)| m.tokens.start < head);
    let mut agents: Vec<usize> =
        inside.filter(|(_, m)| !m.nested && m.kind != EntityKind::Place).map(|(i, _)| i).collect();
    let behind = others(layers, head + 1, next_verb(prose, head + 1, clause.end));
    let named: Vec<Argument> = behind.into_iter().filter(|a| !a.preposition.is_empty()).collect();
    let brings = before.filter(|v| {
        (chain(layers.lex, prose, clause.start, start).tokens.len() > 1 || head - v.head < 8)
            && is_bringing(prose, v.head)
    });
    if agents.is_empty() {
        if let Some(verb) = brings {
            agents.clone_from(&verb.agents);
        } else if chain(layers.lex, prose, clause.start, start).tokens.len() > 1 {
            agents = super::verbal::agents(
                layers,
                clause.start,
                chain(layers.lex, prose, clause.start, start).tokens.start,
            );
        }
    }
    (agents, named)
}

fn is_bringing(prose: &Prose, verb: usize) -> bool {
    matches!(
        prose.lemma(verb),
        "have"
            | "hold"
            | "attend"
            | "join"
            | "request"
            | "propose"
            | "seek"
            | "want"
            | "plan"
            | "arrange"
            | "announce"
            | "host"
            | "conduct"
            | "favor"
            | "favour"
            | "demand"
            | "get"
    )
}
