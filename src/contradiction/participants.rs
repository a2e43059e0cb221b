//! Different members of one event: lists that differ, or two parties against three.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Aligned, MUTUAL};
use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::passage::Said;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;
use crate::report::Evidence;
use crate::value::{Verdict, times_exclude};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Participants,
    summary: "Two articles list different members of the same call or meeting, or one has two parties and the other three.",
    spares: "Lists that only leave members out, roles beside the persons who hold them, and events that share no member.",
    detect,
};

/// Verbs that list members.
const LISTING: [&str; 6] = ["include", "involve", "comprise", "feature", "attend", "join"];

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    lists(lex, corpus, findings);
    two_or_three(aligned, findings);
}

/// A list of members with its event.
struct List<'a> {
    said: Said<'a>,
    members: BTreeMap<String, usize>,
    sides: BTreeSet<String>,
}

fn lists(lex: &Lexicon, corpus: &Corpus, findings: &mut Findings) {
    let mut by_event: BTreeMap<&'static str, Vec<List<'_>>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for claim in document
            .claims
            .iter()
            .filter(|c| !c.is_nominal && LISTING.contains(&document.prose.lemma(c.head)))
            .filter(|c| c.frame == Frame::Plain && !c.is_negated)
        {
            if let Some(event) = listed_event(lex, corpus, article, claim) {
                by_event.entry(event).or_default().push(list(corpus, article, claim));
            }
        }
    }
    for (event, lists) in by_event {
        for (i, a) in lists.iter().enumerate() {
            let other = lists
                .iter()
                .skip(i + 1)
                .find(|b| b.said.article != a.said.article && differ(a, b) && !are_other_days(corpus, a, b));
            if let Some(b) = other {
                findings.drafts.push(list_draft(corpus, event, a, b));
                break;
            }
        }
    }
}

/// The event noun that is the subject of the listing verb.
fn listed_event(lex: &Lexicon, corpus: &Corpus, article: usize, claim: &Claim) -> Option<&'static str> {
    let prose = &corpus.documents.get(article)?.prose;
    let before = claim.tokens.start..claim.head;
    let class = before.rev().find_map(|i| lex.events.column(prose.lemma(i), 0))?;
    MUTUAL.contains(&class).then_some(class)
}

fn list<'a>(corpus: &'a Corpus, article: usize, claim: &'a Claim) -> List<'a> {
    let mut members = BTreeMap::new();
    let mut sides = BTreeSet::new();
    if let Some(document) = corpus.documents.get(article) {
        let sentence_end = document.prose.sentence_at(claim.head).map_or(claim.tokens.end, |s| s.end);
        let start = document.names.mentions.partition_point(|m| m.tokens.start <= claim.head);
        for (index, mention) in document
            .names
            .mentions
            .iter()
            .enumerate()
            .skip(start)
            .take_while(|(_, m)| m.tokens.end <= sentence_end)
        {
            let Some(entity) = corpus.entity(article, index) else { continue };
            let is_member = matches!(mention.kind, EntityKind::Person)
                || mention.kind == EntityKind::Place && is_home(corpus, article, mention.tokens.start);
            if is_member && !mention.nested {
                let side = corpus.side(entity).map(str::to_owned);
                let key = if mention.kind == EntityKind::Place { side.clone() } else { None };
                members.insert(key.unwrap_or_else(|| corpus.name(entity).to_owned()), entity);
                sides.extend(side);
            }
        }
    }
    List { said: Said { article, claim }, members, sides }
}

/// "Leaders from Britain, Germany and Finland": a place in a list behind "from" or "of".
fn is_home(corpus: &Corpus, article: usize, token: usize) -> bool {
    let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return false };
    let from = token.saturating_sub(12);
    let leaders = (from..token).rev().find(|&i| {
        matches!(
            prose.lemma(i),
            "leader"
                | "president"
                | "minister"
                | "official"
                | "representative"
                | "envoy"
                | "delegation"
                | "chancellor"
                | "diplomat"
        )
    });
    leaders.is_some_and(|l| (l..token).any(|i| matches!(prose.lower(i), "from" | "of")))
        && prose.lower(token.saturating_sub(1)) != "'s"
}

/// A call on Monday and a call on Wednesday are two calls.
fn are_other_days(corpus: &Corpus, a: &List<'_>, b: &List<'_>) -> bool {
    let times = |l: &List<'_>| {
        let document = corpus.documents.get(l.said.article);
        l.said
            .claim
            .times
            .iter()
            .filter_map(move |&t| document.and_then(|d| d.times.get(t)))
            .collect::<Vec<_>>()
    };
    times(a).iter().any(|x| times(b).iter().any(|y| matches!(times_exclude(x, y), Verdict::Excludes(_))))
}

/// Both name members that the other does not know, and they share at least one.
fn differ(a: &List<'_>, b: &List<'_>) -> bool {
    let shared = a.members.keys().filter(|k| b.members.contains_key(*k) || b.sides.contains(*k)).count()
        + b.members.keys().filter(|k| !a.members.contains_key(*k) && a.sides.contains(*k)).count();
    shared >= 1 && !missing(a, b).is_empty() && !missing(b, a).is_empty()
}

/// Members of `a` that `b` has neither by name nor by side.
fn missing<'l>(a: &'l List<'_>, b: &List<'_>) -> Vec<&'l str> {
    a.members
        .keys()
        .filter(|k| !b.members.contains_key(*k) && !b.sides.contains(*k))
        .map(String::as_str)
        .collect()
}

fn list_draft(corpus: &Corpus, event: &str, a: &List<'_>, b: &List<'_>) -> Draft {
    let (only_a, only_b) = (missing(a, b).join(", "), missing(b, a).join(", "));
    let focus = |l: &List<'_>| l.said.claim.head..l.said.claim.tokens.end;
    Draft {
        kind: ContradictionKind::Participants,
        severity: Severity::Medium,
        confidence: 72,
        topic: format!("Who took part: {event}"),
        summary: format!(
            "Only {} names {only_a}; only {} names {only_b}",
            corpus.label(a.said.article),
            corpus.label(b.said.article)
        ),
        explanation: format!(
            "Both passages list who took part in the {event}, share members, and each names some that the other does not."
        ),
        evidence: vec![a.said.evidence(corpus, focus(a)), b.said.evidence(corpus, focus(b))],
        entities: a
            .members
            .values()
            .chain(b.members.values())
            .copied()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        quotations: Vec::new(),
        trace: vec![
            format!("same event: {event}"),
            format!("only in one: {only_a}"),
            format!("only in the other: {only_b}"),
        ],
    }
}

/// "Trilateral talks including Smith" against "a summit between Smith and Brown".
fn two_or_three(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (corpus, groups) = (aligned.corpus, &aligned.events);
    let mut threes: Vec<(Said<'_>, Vec<usize>)> = Vec::new();
    let mut twos: Vec<(Said<'_>, Vec<usize>)> = Vec::new();
    for group in groups.iter().filter(|g| g.event == "meet") {
        for mention in group.mentions.iter().filter(|m| !m.is_anaphoric) {
            let Some(said) = Said::new(corpus, mention.article, mention.claim) else { continue };
            if said.claim.frame != Frame::Plain || !is_open(said.claim.certainty) || !said.is_body() {
                continue;
            }
            let parties: Vec<usize> = group.parties.iter().copied().collect();
            if is_pair(corpus, &said) && parties.len() == 2 {
                twos.push((said, parties));
            }
        }
    }
    for (article, document) in corpus.documents.iter().enumerate() {
        for claim in document.claims.iter().filter(|c| c.event == "meet" && c.frame == Frame::Plain) {
            let said = Said { article, claim };
            if is_three(corpus, &said) {
                let named = claim.mentions().filter_map(|m| corpus.entity(article, m)).collect();
                threes.push((said, named));
            }
        }
    }
    // An article that also tells of the meeting of the two sets it apart from the meeting of three.
    let knows = |article: usize, parties: &[usize]| {
        let same = |g: &&crate::align::Group| {
            g.event == "meet" && g.parties.iter().copied().eq(parties.iter().copied())
        };
        groups.iter().filter(same).any(|g| g.mentions.iter().any(|m| m.article == article))
    };
    let clash = threes.iter().find_map(|t| {
        let fits = |two: &&(Said<'_>, Vec<usize>)| {
            two.0.article != t.0.article
                && !threes.iter().any(|o| o.0.article == two.0.article)
                && two.1.iter().any(|p| t.1.contains(p))
                && !knows(t.0.article, &two.1)
        };
        twos.iter().find(fits).map(|two| (t, two))
    });
    if let Some((three, two)) = clash {
        let more =
            threes.iter().filter(|t| t.0.article != three.0.article && t.0.article != two.0.article).take(3);
        let focus = |s: &Said<'_>| s.claim.head.saturating_sub(1).max(s.claim.tokens.start)..s.claim.head + 1;
        let mut evidence: Vec<Evidence> =
            vec![two.0.evidence(corpus, focus(&two.0)), three.0.evidence(corpus, focus(&three.0))];
        evidence.extend(more.map(|t| t.0.evidence(corpus, focus(&t.0))));
        findings.drafts.push(Draft {
            kind: ContradictionKind::Participants,
            severity: Severity::Medium,
            confidence: 64,
            topic: "Who would meet: two parties or three".to_owned(),
            summary: format!("{} has a meeting of two, {} of three", corpus.label(two.0.article), corpus.label(three.0.article)),
            explanation: "Both passages speak of a possible meeting with a shared party; one has it between two, the other among three.".to_owned(),
            evidence,
            entities: two.1.clone(),
            quotations: Vec::new(),
            trace: vec!["same kind of event: meet".to_owned(), "a shared party".to_owned(), "two parties against three".to_owned()],
        });
    }
}

fn is_open(certainty: Certainty) -> bool {
    matches!(certainty, Certainty::Possible | Certainty::Likely | Certainty::Planned | Certainty::Scheduled)
}

/// "Between Smith and Brown".
fn is_pair(corpus: &Corpus, said: &Said<'_>) -> bool {
    let Some(document) = corpus.documents.get(said.article) else { return false };
    let sentence = document.prose.sentence_at(said.claim.head).unwrap_or_default();
    (said.claim.head + 1..sentence.end.min(said.claim.head + 8)).any(|i| document.prose.lower(i) == "between")
}

fn is_three(corpus: &Corpus, said: &Said<'_>) -> bool {
    let Some(document) = corpus.documents.get(said.article) else { return false };
    let prose = &document.prose;
    let head = said.claim.head;
    let before = (head.saturating_sub(4)..head)
        .any(|i| matches!(prose.lower(i), "trilateral" | "tripartite" | "three-way"));
    let all_three = (head..head + 6).any(|i| prose.lower(i) == "all" && prose.lower(i + 1) == "three");
    before || all_three
}
