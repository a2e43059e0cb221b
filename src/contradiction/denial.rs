//! Who denies having done what, and who says it was done.
//!
//! In: the corpus. Out: [`Denial`]s ("Smith denied that he insulted Brown", "Smith said he never insulted Brown") and, for each, the
//! claims of others that assert the same act of the same persons. A silence, a condition or a "not yet" is no denial.

use std::collections::BTreeSet;

use crate::align::Aligned;
use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::passage::Said;
use crate::corpus::{Corpus, Document};
use crate::kind::BlockRole;
use crate::tag::Pos;
use crate::value::{Grain, Verdict, times_exclude};

/// Verbs that deny what they bring in.
const DENY: [&str; 6] = ["deny", "dispute", "refute", "rebut", "reject", "dismiss"];
/// What is rejected must be a statement: one may also reject an offer.
const STATEMENTS: [&str; 7] =
    ["claim", "allegation", "accusation", "report", "suggestion", "assertion", "charge"];
/// Verbs too general to show that two passages tell of one act.
const GENERAL: [&str; 18] = [
    "be", "do", "have", "say", "make", "go", "get", "take", "know", "think", "want", "see", "give", "use",
    "come", "tell", "feel", "need",
];

/// Somebody's denial of an act of his own.
#[derive(Clone, Debug)]
pub struct Denial<'a> {
    /// The denied act.
    pub said: Said<'a>,
    /// The shared entity that denies.
    pub who: usize,
    /// Whom or what the act is about: shared entities, and lemmas of nouns behind the verb.
    about: BTreeSet<String>,
}

/// All denials of an article.
pub fn denials<'a>(corpus: &'a Corpus, article: usize) -> Vec<Denial<'a>> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    let mut out = Vec::new();
    for claim in document.claims.iter().filter(|c| is_act(document, c)) {
        let said = Said { article, claim };
        let Some(who) = said.speaker(corpus).or_else(|| side_of_source(corpus, &said)) else { continue };
        if is_denied(document, claim) && is_own(corpus, document, &said, who) {
            out.push(Denial { said, who, about: about(corpus, &said, who) });
        }
    }
    out
}

/// "The Norwegian foreign ministry": the state named in the words for an unnamed source.
fn side_of_source(corpus: &Corpus, said: &Said<'_>) -> Option<usize> {
    let document = corpus.documents.get(said.article)?;
    let source = document.quotations.get(said.claim.quotation?)?.source?;
    let named = document.names.beginning_in(document.prose.tokens_in(source));
    let named = named.filter(|(_, m)| source.contains(m.span));
    named.filter_map(|(m, _)| corpus.entity(said.article, m)).find(|&e| corpus.side(e).is_some())
}

/// A plain act by a verb that says something.
fn is_act(document: &Document, claim: &Claim) -> bool {
    let lemma = document.prose.lemma(claim.head);
    let is_text = matches!(claim.role, BlockRole::Body | BlockRole::Standfirst);
    is_text && !claim.is_nominal && claim.frame == Frame::Plain && !GENERAL.contains(&lemma)
}

/// "Denied that he did", "denied doing", "said that he never did".
fn is_denied(document: &Document, claim: &Claim) -> bool {
    let Some(quotation) = claim.quotation.and_then(|q| document.quotations.get(q)) else { return false };
    let prose = &document.prose;
    let Some(cue) = quotation.cue.map(|span| prose.tokens_in(span)) else { return false };
    let is_turned = (cue.start.saturating_sub(3)..cue.start)
        .any(|i| matches!(prose.lower(i), "not" | "n't" | "never" | "nor" | "neither" | "cannot"));
    let is_statement = (quotation.tokens.start..(quotation.tokens.start + 4).min(claim.head))
        .any(|i| STATEMENTS.contains(&prose.lemma(i)));
    let denies = cue.clone().any(|i| match prose.lemma(i) {
        "reject" | "dismiss" => is_statement,
        lemma => DENY.contains(&lemma),
    });
    let is_open = claim
        .tokens
        .clone()
        .any(|i| matches!(prose.lower(i), "yet" | "since" | "until" | "ever" | "anymore"));
    if denies {
        return !is_turned && matches!(claim.certainty, Certainty::Done | Certainty::Denied);
    }
    let is_past = (claim.head.saturating_sub(4)..claim.head)
        .any(|i| matches!(prose.lower(i), "did" | "never" | "does" | "had"));
    let is_no_plan = claim.certainty == Certainty::Denied
        && (claim.tokens.start..claim.head).any(|i| matches!(prose.lemma(i), "plan" | "intention"));
    let is_undone = claim.certainty == Certainty::NotDone && is_past || is_no_plan;
    is_undone && !is_open && !is_turned
}

/// Whether the speaker is the one who is said to act; "it", "they" and a bare "denied shelling" stand for the speaker.
fn is_own(corpus: &Corpus, document: &Document, said: &Said<'_>, who: usize) -> bool {
    let agents = keys(corpus, said.article, &said.claim.agents);
    if !agents.is_empty() {
        return agents.contains(&key(corpus, who));
    }
    let from = said.claim.tokens.start;
    let is_named = |i: usize| {
        matches!(document.prose.pos(i), Pos::Noun | Pos::Propn)
            && !matches!(document.prose.lemma(i), "plan" | "intention")
    };
    !(from..said.claim.head).any(is_named)
}

/// Claims of other articles, and of other sources in the same one, that the act was done.
pub fn assertions<'a>(aligned: &Aligned<'a>, denial: &Denial<'_>) -> Vec<Said<'a>> {
    let corpus = aligned.corpus;
    let mut out = Vec::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        // Most claims are of other events: they are passed over before anything is looked up.
        let alike = document.claims.iter().filter(|c| c.event == denial.said.claim.event);
        for claim in alike.filter(|c| is_act(document, c)) {
            let said = Said { article, claim };
            if is_assertion(corpus, denial, &said) {
                out.push(said);
            }
        }
    }
    out
}

fn is_assertion(corpus: &Corpus, denial: &Denial<'_>, said: &Said<'_>) -> bool {
    let claim = said.claim;
    let speaker = said.speaker(corpus).or_else(|| side_of_source(corpus, said));
    let is_same_article = said.article == denial.said.article;
    let is_foreign = speaker.map(|s| key(corpus, s)) != Some(key(corpus, denial.who));
    let is_told = match denial.said.claim.certainty {
        Certainty::Denied => claim.certainty >= Certainty::Likely && claim.certainty != Certainty::Named,
        _ => claim.certainty == Certainty::Done,
    };
    let has_voice = !is_same_article || said.is_attributed();
    let acts =
        keys(corpus, said.article, &claim.agents).contains(&key(corpus, denial.who)) && !claim.is_passive;
    let mut about = about(corpus, said, denial.who);
    about.extend(speaker.map(|s| key(corpus, s)));
    is_told
        && !claim.is_negated
        && is_foreign
        && has_voice
        && acts
        && !is_denial_cue(corpus, said)
        && !about.is_disjoint(&denial.about)
        && !is_apart(corpus, denial, said)
}

/// Whether the words stand behind "denied" themselves.
fn is_denial_cue(corpus: &Corpus, said: &Said<'_>) -> bool {
    let Some(document) = corpus.documents.get(said.article) else { return true };
    let Some(quotation) = said.claim.quotation.and_then(|q| document.quotations.get(q)) else { return false };
    let cue = quotation.cue.map(|span| document.prose.tokens_in(span)).unwrap_or_default();
    cue.into_iter().any(|i| DENY.contains(&document.prose.lemma(i)))
}

/// Told of other years or days.
fn is_apart(corpus: &Corpus, denial: &Denial<'_>, said: &Said<'_>) -> bool {
    let times = |s: &Said<'_>| {
        let document = corpus.documents.get(s.article);
        let listed = s.claim.times.iter().filter_map(|&t| document?.times.get(t));
        listed.filter(|t| t.grain <= Grain::Year).cloned().collect::<Vec<_>>()
    };
    let (ours, theirs) = (times(&denial.said), times(said));
    ours.iter().any(|a| {
        theirs.iter().any(|b| {
            matches!(times_exclude(a, b), Verdict::Excludes(_))
                || a.value.is_some() && b.value.is_some() && a.value != b.value
        })
    })
}

/// What an act is about: entities beside the actor, and the nouns behind the verb.
fn about(corpus: &Corpus, said: &Said<'_>, actor: usize) -> BTreeSet<String> {
    let Some(document) = corpus.documents.get(said.article) else { return BTreeSet::new() };
    let prose = &document.prose;
    let others: Vec<usize> = said.claim.others.iter().map(|a| a.mention).collect();
    let mut out = keys(corpus, said.article, &others);
    out.remove(&key(corpus, actor));
    let behind = said.claim.head + 1..said.claim.tokens.end.min(said.claim.head + 8);
    let nouns = behind.filter(|&i| prose.pos(i) == Pos::Noun && prose.lemma(i).len() > 2);
    out.extend(nouns.map(|i| prose.lemma(i).to_owned()));
    out
}

fn keys(corpus: &Corpus, article: usize, mentions: &[usize]) -> BTreeSet<String> {
    mentions.iter().filter_map(|&m| corpus.entity(article, m)).map(|e| key(corpus, e)).collect()
}

/// A state by its name, whoever stands for it; all else by itself.
fn key(corpus: &Corpus, entity: usize) -> String {
    corpus.side(entity).map_or_else(|| format!("#{entity}"), str::to_owned)
}
