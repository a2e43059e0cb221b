//! A quotation loses a part that its sense hangs on.

use std::collections::BTreeSet;

use crate::align::{Aligned, Likeness, QuotePair, Quotes, Utterance};
use crate::contradiction::quote::{printed, sources, speaker, speakers, swapped, utterance_evidence};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};
use crate::lexicon::Lexicon;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::QuoteTruncation,
    summary: "Marks close before a condition or open behind a word of degree or denial that another passage prints inside them.",
    spares: "A shorter quotation that keeps the sense; one that goes on in the next marks of the same article; a lost word that stands just outside the marks.",
    detect,
};

/// A phrase of at most this many words can lose its word of degree.
const LONGEST_PHRASE: usize = 3;
/// A statement of at least this many words can lose its condition.
const SHORTEST_STATEMENT: usize = 4;
/// Words that begin a condition, a limit or a turn.
const TURNS: &[&str] = &[
    "but", "if", "unless", "except", "until", "because", "although", "though", "only", "without", "provided",
    "when", "however",
];

/// What was lost.
struct Loss {
    severity: Severity,
    confidence: u8,
    why: String,
    /// Words of the longer side that were lost.
    words: std::ops::Range<usize>,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus, quotes) = (aligned.lex, aligned.corpus, &aligned.quotes);
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut found: Vec<(QuotePair, Loss)> = Vec::new();
    for pair in &quotes.pairs {
        let pair = match pair.likeness {
            Likeness::Part => pair.clone(),
            Likeness::Whole => swapped(pair),
            _ => continue,
        };
        if !pair.is_one_speaker {
            continue;
        }
        found.extend(loss(lex, corpus, quotes, &pair).map(|loss| (pair, loss)));
    }
    // The longest witness first, so that one finding stands for all.
    let text = |n: usize| quotes.utterances.get(n).map_or("", |u| printed(corpus, u));
    let length = |n: usize| quotes.utterances.get(n).map_or(0, |u| u.words.len());
    let article = |n: usize| quotes.utterances.get(n).map(|u| u.article);
    let is_own = |pair: &QuotePair| article(pair.a) == article(pair.b);
    found.sort_by_key(|(pair, loss)| {
        (std::cmp::Reverse(loss.severity), !is_own(pair), length(pair.b), text(pair.a), text(pair.b))
    });
    for (pair, loss) in &found {
        let Some(short) = quotes.utterances.get(pair.a) else { continue };
        if seen.insert((short.article, short.tokens.start)) {
            let others: Vec<usize> =
                found.iter().filter(|(p, _)| p.a == pair.a && p.b != pair.b).map(|(p, _)| p.b).collect();
            findings.drafts.extend(draft(corpus, quotes, pair, loss, &others));
        }
    }
}

fn loss(lex: &Lexicon, corpus: &Corpus, quotes: &Quotes, pair: &QuotePair) -> Option<Loss> {
    let (short, long) = (quotes.utterances.get(pair.a)?, quotes.utterances.get(pair.b)?);
    if short.is_heading {
        return dangling(lex, short, long, pair);
    }
    degree(lex, corpus, quotes, (short, long), pair).or_else(|| condition(corpus, quotes, short, long, pair))
}

/// "progress" for "great progress".
fn degree(
    lex: &Lexicon,
    corpus: &Corpus,
    quotes: &Quotes,
    (short, long): (&Utterance, &Utterance),
    pair: &QuotePair,
) -> Option<Loss> {
    let before = pair.wording.b.start.checked_sub(1)?;
    let lost = long.words.get(before)?;
    let class = lex.degrees.column(lost, 0)?;
    let is_phrase = short.words.len() <= LONGEST_PHRASE
        && !long.edits.contains(&(before + 1))
        && (0..short.words.len()).any(|n| short.is_content(lex, n));
    let prose = &corpus.documents.get(short.article)?.prose;
    let outside =
        (short.tokens.start.saturating_sub(3)..short.tokens.start).any(|at| prose.lower(at) == lost);
    let elsewhere = own_utterances(quotes, short)
        .any(|u| u.words.windows(2).any(|w| w.first() == Some(lost) && w.get(1) == short.words.first()));
    if !is_phrase || outside || elsewhere || !has_speaker(short, long) {
        return None;
    }
    let severity = if class == "negator" { Severity::High } else { Severity::Medium };
    Some(Loss {
        severity,
        confidence: 74,
        why: format!("\u{201c}{lost}\u{201d} stands inside the marks of one passage only"),
        words: before..before + 1,
    })
}

/// "It is safe." for "It is safe, if it is handled well."
fn condition(
    corpus: &Corpus,
    quotes: &Quotes,
    short: &Utterance,
    long: &Utterance,
    pair: &QuotePair,
) -> Option<Loss> {
    let prose = &corpus.documents.get(short.article)?.prose;
    let closes = prose.raw(short.tokens.end.saturating_sub(1)) == ".";
    let next = pair.wording.b.end;
    let turn = long.words.get(next)?;
    let goes_on = own_utterances(quotes, short)
        .any(|u| u.tokens.start > short.tokens.start && u.words.first() == Some(turn));
    if !closes
        || goes_on
        || short.words.len() < SHORTEST_STATEMENT
        || !TURNS.contains(&turn.as_str())
        || long.edits.contains(&next)
        || short.edits.contains(&short.words.len())
    {
        return None;
    }
    Some(Loss {
        severity: Severity::Medium,
        confidence: 78,
        why: format!("one passage closes the sentence before \u{201c}{turn}\u{201d}"),
        words: next..long.words.len(),
    })
}

/// A heading that stops at "before", "if", "not": its words wait for what was cut.
fn dangling(lex: &Lexicon, short: &Utterance, long: &Utterance, pair: &QuotePair) -> Option<Loss> {
    let last = short.words.last()?;
    let class = lex.word_classes.column(last, 0)?;
    let next = pair.wording.b.end;
    let waits = matches!(class, "prep" | "sub" | "aux" | "modal" | "neg")
        && next < long.words.len()
        && short.words.len() >= 3
        && !long.is_heading;
    waits.then(|| Loss {
        severity: Severity::Low,
        confidence: 70,
        why: format!("the heading stops at \u{201c}{last}\u{201d}"),
        words: next..long.words.len(),
    })
}

fn has_speaker(a: &Utterance, b: &Utterance) -> bool {
    a.speaker.is_some() && b.speaker.is_some()
}

/// Utterances of the same article.
fn own_utterances<'a>(quotes: &'a Quotes, of: &Utterance) -> impl Iterator<Item = &'a Utterance> {
    let article = of.article;
    let first = quotes.utterances.partition_point(|u| u.article < article);
    quotes.utterances.iter().skip(first).take_while(move |u| u.article == article)
}

fn draft(corpus: &Corpus, quotes: &Quotes, pair: &QuotePair, loss: &Loss, others: &[usize]) -> Option<Draft> {
    let (short, long) = (quotes.utterances.get(pair.a)?, quotes.utterances.get(pair.b)?);
    let mut evidence = vec![
        utterance_evidence(corpus, short, &(0..short.words.len())),
        utterance_evidence(corpus, long, &loss.words),
    ];
    let more = others.iter().filter_map(|&n| quotes.utterances.get(n)).filter(|u| u.article != short.article);
    evidence.extend(more.take(3).map(|u| utterance_evidence(corpus, u, &(0..0))));
    let members = [pair.a, pair.b];
    let who = speaker(corpus, quotes, &members);
    Some(Draft {
        kind: ContradictionKind::QuoteTruncation,
        severity: loss.severity,
        confidence: loss.confidence,
        topic: format!("What {who} said"),
        summary: format!("{} quotes {who} more shortly than {}, and the sense changes", corpus.label(short.article), corpus.label(long.article)),
        explanation: "Both passages quote the same words, but one leaves out a part that limits, strengthens or turns them.".to_owned(),
        evidence,
        entities: speakers(quotes, &members),
        quotations: sources(quotes, &members),
        trace: vec!["same speaker".to_owned(), format!("{} shared words", pair.wording.shared), loss.why.clone()],
    })
}
