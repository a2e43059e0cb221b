//! A quotation loses a part that its sense hangs on.

use std::collections::BTreeSet;

use crate::align::{Aligned, Likeness, Loss, Lost, QuotePair, Quotes, loss};
use crate::contradiction::quote::{sources, speaker, speakers, utterance_evidence};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::QuoteTruncation,
    summary: "Marks close before a condition, or open behind one or behind a word of degree or denial, that another passage prints inside them.",
    spares: "A shorter quotation that keeps the sense; one that goes on in the next marks of the same article; a lost word that stands just outside the marks.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus, quotes) = (aligned.lex, aligned.corpus, &aligned.quotes);
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut found: Vec<(QuotePair, Loss)> = Vec::new();
    for pair in &quotes.pairs {
        let pair = match pair.likeness {
            Likeness::Part => pair.clone(),
            Likeness::Whole => pair.swapped(),
            _ => continue,
        };
        if !pair.is_one_speaker {
            continue;
        }
        found.extend(loss(lex, corpus, &quotes.utterances, &pair).map(|loss| (pair, loss)));
    }
    // The longest witness first, so that one finding stands for all.
    let text = |n: usize| quotes.utterances.get(n).map_or("", |u| u.printed(corpus));
    let length = |n: usize| quotes.utterances.get(n).map_or(0, |u| u.words.len());
    let article = |n: usize| quotes.utterances.get(n).map(|u| u.article);
    let is_own = |pair: &QuotePair| article(pair.a) == article(pair.b);
    found.sort_by_key(|(pair, loss)| {
        (std::cmp::Reverse(weight(loss.lost).0), !is_own(pair), length(pair.b), text(pair.a), text(pair.b))
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

/// How much it matters, and how sure it is.
fn weight(lost: Lost) -> (Severity, u8) {
    match lost {
        Lost::Denial => (Severity::High, 74),
        Lost::Degree => (Severity::Medium, 74),
        Lost::Condition => (Severity::Medium, 78),
        Lost::Rest => (Severity::Low, 70),
    }
}

fn reason(loss: &Loss) -> String {
    let word = &loss.word;
    match loss.lost {
        Lost::Denial | Lost::Degree => {
            format!("\u{201c}{word}\u{201d} stands inside the marks of one passage only")
        }
        Lost::Condition if loss.words.start == 0 => {
            format!("one passage opens the sentence behind its \u{201c}{word}\u{201d}")
        }
        Lost::Condition => format!("one passage closes the sentence before \u{201c}{word}\u{201d}"),
        Lost::Rest => format!("the heading stops at \u{201c}{word}\u{201d}"),
    }
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
    let (severity, confidence) = weight(loss.lost);
    Some(Draft {
        kind: ContradictionKind::QuoteTruncation,
        severity,
        confidence,
        topic: format!("What {who} said"),
        summary: format!("{} quotes {who} more shortly than {}, and the sense changes", corpus.label(short.article), corpus.label(long.article)),
        explanation: "Both passages quote the same words, but one leaves out a part that limits, strengthens or turns them.".to_owned(),
        evidence,
        entities: speakers(quotes, &members),
        quotations: sources(quotes, &members),
        trace: vec!["same speaker".to_owned(), format!("{} shared words", pair.wording.shared), reason(loss)],
    })
}
