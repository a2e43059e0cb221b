//! A report without marks says more, less or other than the words that another article prints in marks.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::{Aligned, Cluster, Utterance};
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::quote::{is_translated, utterance_evidence};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{ContradictionKind, Severity};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::quotation::Quotation;
use crate::report::Evidence;
use crate::tag::Pos;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::ParaphraseDrift,
    summary: "An article reports a statement without marks and makes it firmer, weaker, the opposite, or another group's, while another prints it in marks.",
    spares: "The tense of reported speech; reports of other words of the speaker; conditions; words carried over from another language.",
    detect,
};

/// Words that govern a verb stand at most this many tokens before it.
const REACH: usize = 5;
/// A group stands at most this many tokens before its verb.
const GROUP_REACH: usize = 4;
/// Verbs that only hope for what follows them.
const WISHES: &[&str] = &["consider", "hope", "want", "wish", "explore", "discuss", "weigh", "ponder"];
/// Words with which a report denies by itself.
const REFUSALS: &[&str] = &[
    "refuse",
    "deny",
    "decline",
    "reject",
    "fail",
    "doubt",
    "unlikely",
    "without",
    "nor",
    "neither",
    "none",
    "nobody",
    "nothing",
    "rule",
    "stop",
    "oppose",
    "against",
    "avoid",
    "cancel",
    "little",
    "hardly",
    "barely",
    "rather",
    "instead",
    "unable",
    "impossible",
];

/// How firmly a verb is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Force {
    /// "may sell", "might sell".
    Possible,
    /// "consider selling", "hope to sell".
    Wished,
    /// "will sell", "are going to sell".
    Firm,
    /// "must sell", "have to sell".
    Due,
    /// Nothing of the kind.
    Plain,
}

/// A verb with what governs it.
struct Act {
    at: usize,
    force: Force,
    is_denied: bool,
    is_conditional: bool,
    group: Option<&'static str>,
    /// The governing words and the verb.
    tokens: Range<usize>,
}

/// One verb that report and words share, on both sides.
struct Shared<'a> {
    document: &'a Document,
    quotation: (usize, usize),
    own: Act,
    utterance: &'a Utterance,
    printed: Act,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    for cluster in aligned.clusters.all.iter().filter(|c| !c.reported.is_empty()) {
        let shared = shared(aligned, cluster);
        let drift = shared.iter().find_map(|pair| strength(aligned.corpus, cluster, pair));
        findings.drafts.extend(drift.or_else(|| groups(aligned.corpus, cluster, &shared)));
    }
}

/// Every report of the cluster with the reference, verb by verb.
fn shared<'a>(aligned: &'a Aligned<'_>, cluster: &Cluster) -> Vec<Shared<'a>> {
    let corpus = aligned.corpus;
    let mut out = Vec::new();
    let utterances = cluster.versions.get(cluster.reference).into_iter().flat_map(|v| &v.utterances);
    for utterance in utterances.filter_map(|&n| aligned.quotes.utterances.get(n)) {
        let Some(home) = corpus.documents.get(utterance.article) else { continue };
        let mut printed: BTreeMap<&str, Act> = BTreeMap::new();
        for at in utterance.tokens.clone().filter(|&at| is_verb(aligned.lex, &home.prose, at)) {
            printed.entry(home.prose.lemma(at)).or_insert_with(|| act(&home.prose, at, &utterance.tokens));
        }
        for &(article, index) in &cluster.reported {
            let Some(document) = corpus.documents.get(article) else { continue };
            let Some(quotation) = document.quotations.get(index) else { continue };
            for at in quotation.tokens.clone().filter(|&at| is_verb(aligned.lex, &document.prose, at)) {
                let Some(there) = printed.get(document.prose.lemma(at)) else { continue };
                let own = act(&document.prose, at, &quotation.tokens);
                let there = Act { tokens: there.tokens.clone(), ..*there };
                out.push(Shared { document, quotation: (article, index), own, utterance, printed: there });
            }
        }
    }
    out
}

fn is_verb(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    prose.pos(at) == Pos::Verb
        && !lex.word_classes.has(prose.lower(at))
        && !matches!(prose.lemma(at), "be" | "have" | "do" | "say" | "get" | "go" | "make" | "think")
}

/// What stands before a verb, up to the clause's edge.
fn act(prose: &Prose, at: usize, whole: &Range<usize>) -> Act {
    let floor = whole.start;
    let is_edge = |i: &usize| {
        matches!(prose.raw(*i), "," | ";" | ":" | "." | "—" | "–" | "(")
            || matches!(
                prose.lower(*i),
                "that" | "and" | "but" | "because" | "if" | "which" | "who" | "or" | "when"
            )
    };
    let before = (floor.max(at.saturating_sub(REACH))..at).rev().take_while(|i| !is_edge(i));
    let start = before.last().unwrap_or(at);
    let mut made = Act {
        at,
        force: Force::Plain,
        is_denied: false,
        is_conditional: whole.clone().any(|i| matches!(prose.lower(i), "if" | "unless" | "could" | "can")),
        group: group(prose, floor.max(at.saturating_sub(GROUP_REACH)), at),
        tokens: start..at + 1,
    };
    for i in start..at {
        let (word, lemma) = (prose.lower(i), prose.lemma(i));
        made.is_denied |= matches!(word, "not" | "n't" | "never" | "no");
        let force = match word {
            "may" | "might" => Force::Possible,
            "will" | "'ll" | "’ll" | "shall" | "would" | "wo" => Force::Firm,
            "going" if prose.lower(i + 1) == "to" => Force::Firm,
            "must" | "ought" => Force::Due,
            "has" | "have" | "had" | "need" | "needs" | "needed" if prose.lower(i + 1) == "to" => Force::Due,
            "like" | "love" | "prefer" if made.force == Force::Firm => Force::Wished,
            _ if WISHES.contains(&lemma) => Force::Wished,
            _ => continue,
        };
        // "would like to sell", "will consider selling": the weaker word counts.
        made.force = if matches!(made.force, Force::Possible | Force::Wished) { made.force } else { force };
    }
    made
}

/// Who acts, where it is all or both of those concerned.
fn group(prose: &Prose, from: usize, at: usize) -> Option<&'static str> {
    let words: Vec<&str> = (from..at).map(|i| prose.lower(i)).collect();
    if words.iter().any(|w| matches!(*w, "everyone" | "everybody" | "all")) {
        return Some("all");
    }
    let is_two = |pair: &[&str]| {
        matches!(pair, ["both" | "two", "sides" | "leaders" | "parties" | "men" | "countries"])
    };
    words.windows(2).any(is_two).then_some("both")
}

/// Firm for possible, possible for firm, denied for not denied.
fn strength(corpus: &Corpus, cluster: &Cluster, pair: &Shared<'_>) -> Option<Draft> {
    let (own, printed) = (&pair.own, &pair.printed);
    if own.is_conditional || printed.is_conditional || is_translated(corpus, pair.utterance) {
        return None;
    }
    let (severity, why) = match (own.force, printed.force) {
        _ if own.is_denied != printed.is_denied => {
            let plain = (own.force == Force::Plain) == (printed.force == Force::Plain);
            (plain && !refuses(pair)).then_some((Severity::High, "one of them denies it"))?
        }
        (Force::Firm | Force::Due, Force::Possible | Force::Wished) => {
            (Severity::Medium, "the report is firmer than the words in marks")
        }
        (Force::Possible | Force::Wished, Force::Firm | Force::Due) => {
            (Severity::Medium, "the report is weaker than the words in marks")
        }
        _ => return None,
    };
    let evidence = vec![
        report_evidence(corpus, pair),
        utterance_evidence(corpus, pair.utterance, &words(pair.utterance, &printed.tokens)),
    ];
    Some(draft(corpus, cluster, pair, evidence, severity, why))
}

/// Whether either side denies in other words.
fn refuses(pair: &Shared<'_>) -> bool {
    let prose = &pair.document.prose;
    let quotation = pair.document.quotations.get(pair.quotation.1);
    let sentence = quotation.and_then(|q| prose.sentence_at(q.tokens.start)).unwrap_or(0..0);
    sentence.into_iter().any(|at| {
        REFUSALS.contains(&prose.lemma(at)) || matches!(prose.lower(at), "not" | "n't" | "never" | "no")
    }) && !pair.own.is_denied
        || pair.utterance.words.iter().any(|word| REFUSALS.contains(&word.as_str()))
}

/// "Both sides agreed" in one report, "they all agreed" in another or in the words themselves.
fn groups(corpus: &Corpus, cluster: &Cluster, shared: &[Shared<'_>]) -> Option<Draft> {
    let both = shared.iter().find(|pair| pair.own.group == Some("both"))?;
    let prose = |pair: &Shared<'_>| pair.document.prose.lemma(pair.own.at).to_owned();
    let same: Vec<&Shared<'_>> = shared.iter().filter(|pair| prose(pair) == prose(both)).collect();
    let others = same.iter().filter(|pair| pair.own.group == Some("all"));
    let mut evidence = vec![report_evidence(corpus, both)];
    if both.printed.group == Some("all") {
        evidence.push(utterance_evidence(
            corpus,
            both.utterance,
            &words(both.utterance, &both.printed.tokens),
        ));
    }
    evidence.extend(others.map(|pair| report_evidence(corpus, pair)));
    let why = "both in one passage, all in the other";
    (evidence.len() > 1).then(|| draft(corpus, cluster, both, evidence, Severity::Medium, why))
}

fn report_evidence(corpus: &Corpus, pair: &Shared<'_>) -> Evidence {
    let (article, index) = pair.quotation;
    let prose = &pair.document.prose;
    let content = pair.document.quotations.get(index).map(|q: &Quotation| q.content).unwrap_or_default();
    sentence_evidence(corpus, article, prose.sentence_of(pair.own.at), content, Some(pair.own.tokens.clone()))
}

/// The words of an utterance that stand in the tokens.
fn words(utterance: &Utterance, tokens: &Range<usize>) -> Range<usize> {
    let first = utterance.places.partition_point(|&at| at < tokens.start);
    first..utterance.places.partition_point(|&at| at < tokens.end)
}

fn draft(
    corpus: &Corpus,
    cluster: &Cluster,
    pair: &Shared<'_>,
    evidence: Vec<Evidence>,
    severity: Severity,
    why: &str,
) -> Draft {
    let who = cluster.speaker.map_or("the same speaker", |id| corpus.name(id));
    let other = evidence.get(1).map_or(pair.utterance.article, |e| e.article as usize);
    Draft {
        kind: ContradictionKind::ParaphraseDrift,
        severity,
        confidence: 70,
        topic: format!("What {who} said"),
        summary: format!(
            "{} reports the words of {who} otherwise than {}",
            corpus.label(pair.quotation.0),
            corpus.label(other)
        ),
        explanation: "One passage tells in its own words what another prints in quotation marks or tells too, and they do not say the same."
            .to_owned(),
        evidence,
        entities: cluster.speaker.into_iter().collect(),
        quotations: vec![pair.quotation, (pair.utterance.article, pair.utterance.quotation)],
        trace: vec![
            "same speaker".to_owned(),
            format!("both say \u{201c}{}\u{201d}", pair.document.prose.lemma(pair.own.at)),
            why.to_owned(),
        ],
    }
}
