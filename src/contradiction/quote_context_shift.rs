//! A heading ties quoted words to another event than the text does.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Aligned, EventMention, Likeness, MUTUAL, Quotes, Utterance};
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::quote::{sources, speaker, speakers};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};
use crate::report::Evidence;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::QuoteContextShift,
    summary: "A headline or standfirst ties words in marks to an encounter of other participants than the text does.",
    spares: "Quotations of more than a phrase, which carry their own context; participants that only one side leaves open.",
    detect,
};

/// A fragment of at most this many words takes its sense from what stands around it.
const LONGEST_FRAGMENT: usize = 7;

/// Events by article and sentence.
type Occasions = BTreeMap<(usize, usize), Vec<(String, BTreeSet<usize>)>>;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (corpus, quotes) = (aligned.corpus, &aligned.quotes);
    let occasions = occasions(aligned);
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    for pair in &quotes.pairs {
        let (Some(a), Some(b)) = (quotes.utterances.get(pair.a), quotes.utterances.get(pair.b)) else {
            continue;
        };
        let (heading, body) = if a.is_heading { (pair.a, pair.b) } else { (pair.b, pair.a) };
        let is_own = a.article == b.article && a.is_heading != b.is_heading;
        let is_same =
            matches!(pair.likeness, Likeness::Same | Likeness::Part | Likeness::Whole) && pair.is_one_speaker;
        let is_short = a.words.len().min(b.words.len()) <= LONGEST_FRAGMENT && pair.wording.content > 0;
        if !is_own || !is_same || !is_short {
            continue;
        }
        if let Some(draft) = shift(corpus, quotes, &occasions, (heading, body)) {
            if seen.insert((a.article, quotes.utterances.get(heading).map_or(0, |u| u.tokens.start))) {
                findings.drafts.push(draft);
            }
        }
    }
}

fn occasions(aligned: &Aligned<'_>) -> Occasions {
    let mut out: Occasions = BTreeMap::new();
    for group in aligned.events.iter().filter(|g| MUTUAL.contains(&g.event.as_str())) {
        for mention in &group.mentions {
            if let Some((sentence, parties)) = place(aligned.corpus, mention) {
                out.entry((mention.article, sentence)).or_default().push((group.event.clone(), parties));
            }
        }
    }
    out
}

fn place(corpus: &Corpus, mention: &EventMention) -> Option<(usize, BTreeSet<usize>)> {
    let claim = corpus.claim(mention.article, mention.claim)?;
    (!mention.is_anaphoric && mention.parties.len() >= 2).then(|| (claim.sentence, mention.parties.clone()))
}

fn sentence(corpus: &Corpus, utterance: &Utterance) -> usize {
    corpus.documents.get(utterance.article).map_or(0, |d| d.prose.sentence_of(utterance.tokens.start))
}

fn shift(
    corpus: &Corpus,
    quotes: &Quotes,
    occasions: &Occasions,
    (heading, body): (usize, usize),
) -> Option<Draft> {
    let (top, low) = (quotes.utterances.get(heading)?, quotes.utterances.get(body)?);
    let above = occasions.get(&(top.article, sentence(corpus, top)))?;
    let below = occasions.get(&(low.article, sentence(corpus, low)))?;
    let (event, here) = above.iter().find(|(event, _)| below.iter().any(|(other, _)| other == event))?;
    let same_event: Vec<&BTreeSet<usize>> =
        below.iter().filter(|(other, _)| other == event).map(|(_, p)| p).collect();
    let differs = same_event.iter().all(|there| *there != here && there.iter().any(|p| here.contains(p)));
    let there = same_event.first()?;
    differs.then(|| {
        draft(corpus, quotes, (heading, body), (here, there), further(corpus, quotes, occasions, top, there))
    })
}

/// A passage of another article with the same words on the occasion that the text names.
fn further(
    corpus: &Corpus,
    quotes: &Quotes,
    occasions: &Occasions,
    top: &Utterance,
    there: &BTreeSet<usize>,
) -> Option<Evidence> {
    let index = quotes.utterances.iter().position(|u| u == top)?;
    let partners = quotes
        .pairs
        .iter()
        .filter(|p| p.is_one_speaker && !matches!(p.likeness, Likeness::Altered | Likeness::Restated))
        .filter_map(|p| {
            if p.a == index {
                Some(p.b)
            } else if p.b == index {
                Some(p.a)
            } else {
                None
            }
        });
    partners.filter_map(|n| quotes.utterances.get(n)).find_map(|u| {
        let at = sentence(corpus, u);
        let fits = occasions
            .get(&(u.article, at))
            .is_some_and(|list| list.iter().any(|(_, parties)| parties == there));
        (u.article != top.article && fits).then(|| embedding(corpus, u))
    })
}

fn embedding(corpus: &Corpus, utterance: &Utterance) -> Evidence {
    let span = corpus
        .documents
        .get(utterance.article)
        .map(|d| d.prose.cover(utterance.tokens.clone()))
        .unwrap_or_default();
    sentence_evidence(
        corpus,
        utterance.article,
        sentence(corpus, utterance),
        span,
        Some(utterance.tokens.clone()),
    )
}

fn draft(
    corpus: &Corpus,
    quotes: &Quotes,
    (heading, body): (usize, usize),
    (here, there): (&BTreeSet<usize>, &BTreeSet<usize>),
    more: Option<Evidence>,
) -> Draft {
    let members = [body, heading];
    let who = speaker(corpus, quotes, &members);
    let names = |set: &BTreeSet<usize>| set.iter().map(|&e| corpus.name(e)).collect::<Vec<_>>().join(", ");
    let mut evidence: Vec<Evidence> = [heading, body]
        .iter()
        .filter_map(|&n| quotes.utterances.get(n))
        .map(|u| embedding(corpus, u))
        .collect();
    evidence.extend(more);
    let article = quotes.utterances.get(heading).map_or(0, |u| u.article);
    Draft {
        kind: ContradictionKind::QuoteContextShift,
        severity: Severity::High,
        confidence: 76,
        topic: format!("What {who} said"),
        summary: format!(
            "{} ties the quoted words to an encounter of {} at the top and of {} in the text",
            corpus.label(article),
            names(here),
            names(there)
        ),
        explanation: "The same words in marks are about two different encounters, told by who takes part."
            .to_owned(),
        evidence,
        entities: speakers(quotes, &members),
        quotations: sources(quotes, &members),
        trace: vec![
            "the same words in marks".to_owned(),
            format!("heading: {}", names(here)),
            format!("text: {}", names(there)),
        ],
    }
}
