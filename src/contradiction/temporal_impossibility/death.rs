//! "Weber died on Monday", "Weber told us on Tuesday": an act after the day of the actor's death.

use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::temporal_impossibility::Impossible;
use crate::corpus::{Corpus, Document};
use crate::kind::{EntityKind, MentionForm, Severity};
use crate::value::{Grain, TimeBound, TimeExpr};

/// Acts that only the living do, and that no paper tells of a namesake's memory.
const ACTS: [&str; 20] = [
    "address",
    "announce",
    "appear",
    "arrive",
    "attend",
    "host",
    "interview",
    "join",
    "meet",
    "play",
    "say",
    "score",
    "sign",
    "speak",
    "talk",
    "tell",
    "testify",
    "travel",
    "visit",
    "vote",
];
/// Words of what lasts beyond a death, and of those who share a name.
const AFTER: [&str; 22] = [
    "father",
    "mother",
    "son",
    "daughter",
    "brother",
    "sister",
    "widow",
    "wife",
    "husband",
    "junior",
    "jr",
    "jr.",
    "senior",
    "sr",
    "sr.",
    "posthumous",
    "posthumously",
    "record",
    "recording",
    "will",
    "late",
    "before",
];
/// A story has so many days; further apart two of one name are told of.
const LONGEST: i32 = 30;

/// A death or an act with its day.
struct Dated<'a> {
    article: usize,
    claim: &'a Claim,
    time: &'a TimeExpr,
    who: usize,
}

/// Persons who act on a day after that of their death; one finding for each.
pub fn outlived(corpus: &Corpus) -> Vec<Impossible> {
    let deaths = dated(corpus, is_death);
    if deaths.is_empty() {
        return Vec::new();
    }
    let acts = dated(corpus, is_act);
    let mut out: Vec<Impossible> = Vec::new();
    for death in &deaths {
        let is_later = |act: &&Dated<'_>| {
            let days = death.time.to.zip(act.time.from).map(|(died, acted)| acted - died);
            act.who == death.who && days.is_some_and(|days| (1..=LONGEST).contains(&days))
        };
        let is_known = out.iter().any(|known| known.who == Some(death.who));
        // One article's own order is plainer than that of two.
        let of_one = acts.iter().filter(is_later).find(|act| act.article == death.article);
        if let Some(act) = of_one.or_else(|| acts.iter().find(is_later)).filter(|_| !is_known) {
            out.push(impossible(corpus, death, act));
        }
    }
    out
}

fn impossible(corpus: &Corpus, death: &Dated<'_>, act: &Dated<'_>) -> Impossible {
    let side = |dated: &Dated<'_>| {
        let (head, time) = (dated.claim.head, &dated.time.tokens);
        (dated.article, dated.claim.sentence, head.min(time.start)..time.end.max(head + 1))
    };
    Impossible {
        sides: [side(death), side(act)],
        severity: Severity::High,
        confidence: if death.article == act.article { 72 } else { 64 },
        topic: "Alive or dead",
        why: format!(
            "{} is said to have died on one day and to have acted on a later one.",
            corpus.name(death.who)
        ),
        who: Some(death.who),
    }
}

fn dated(corpus: &Corpus, is_one: fn(&Document, &Claim) -> bool) -> Vec<Dated<'_>> {
    let mut out = Vec::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        let plain = document.claims.iter().filter(|c| {
            c.certainty == Certainty::Done && c.frame == Frame::Plain && !c.is_negated && !c.is_nominal
        });
        for claim in plain.filter(|c| is_one(document, c) && !is_set_apart(document, c)) {
            let named = claim.agents.as_slice();
            let person = |m: usize| {
                document
                    .names
                    .mentions
                    .get(m)
                    .filter(|m| m.kind == EntityKind::Person && m.form == MentionForm::Name)
            };
            let &[agent] = named else { continue };
            let Some(who) = person(agent).and_then(|_| corpus.entity(article, agent)) else { continue };
            let &[time] = claim.times.as_slice() else { continue };
            let Some(time) = document.times.get(time).filter(|t| is_day(t)) else { continue };
            out.push(Dated { article, claim, time, who });
        }
    }
    out
}

fn is_death(document: &Document, claim: &Claim) -> bool {
    claim.event == "die" && (claim.is_passive || document.prose.lemma(claim.head) == "die")
}

fn is_act(document: &Document, claim: &Claim) -> bool {
    !claim.is_passive && ACTS.contains(&document.prose.lemma(claim.head))
}

fn is_set_apart(document: &Document, claim: &Claim) -> bool {
    let mut sentence = document.prose.sentence_at(claim.head).unwrap_or_default();
    sentence.any(|i| AFTER.contains(&document.prose.lower(i)) || AFTER.contains(&document.prose.lemma(i)))
}

/// A day, and no border of a span.
fn is_day(time: &TimeExpr) -> bool {
    let is_one = time.from.is_some() && time.from == time.to;
    is_one && matches!(time.grain, Grain::Day | Grain::Clock) && time.bound == TimeBound::In && !time.is_vague
}
