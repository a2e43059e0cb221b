//! Two sentences of one article stand in one pair of marks of another, joined by words that were not said between them.

use std::collections::BTreeSet;

use crate::align::{Aligned, Parts, Quotes, Splice};
use crate::contradiction::quote::{is_translated, sources, speaker, speakers, utterance_evidence};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::QuoteSplicing,
    summary: "One article joins in a single sentence in marks what another prints as two statements of the speaker, by a word or by dots over distant parts.",
    spares: "Sentences that only stand side by side; an omission within one statement; a sentence that an attribution breaks in two; parts of fewer than three words.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (corpus, quotes) = (aligned.corpus, &aligned.quotes);
    let mut splices: Vec<&Splice> = aligned.splices.all.iter().collect();
    let text = |n: usize| quotes.utterances.get(n).map_or("", |u| u.printed(corpus));
    splices.sort_by_key(|s| (text(s.whole), text(s.first), text(s.second)));
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    for splice in splices {
        if seen.insert(splice.whole) {
            findings.drafts.extend(draft(corpus, quotes, splice, &aligned.splices.parts));
        }
    }
}

fn draft(corpus: &Corpus, quotes: &Quotes, splice: &Splice, parts: &Parts) -> Option<Draft> {
    let whole = quotes.utterances.get(splice.whole)?;
    let mut evidence = vec![utterance_evidence(corpus, whole, &splice.joint)];
    let own = [splice.first, splice.second];
    evidence.extend(
        own.iter().filter_map(|&n| quotes.utterances.get(n)).map(|u| utterance_evidence(corpus, u, &(0..0))),
    );
    // Further articles that keep the sentences apart.
    let article = quotes.utterances.get(splice.first)?.article;
    let others = parts.iter().filter(|((w, a), list)| *w == splice.whole && *a != article && list.len() > 1);
    let others = others.flat_map(|(_, list)| list.iter().take(2)).filter_map(|p| quotes.utterances.get(p.a));
    evidence.extend(others.take(2).map(|u| utterance_evidence(corpus, u, &(0..0))));
    let members = [splice.whole, splice.first, splice.second];
    let who = speaker(corpus, quotes, &members);
    let joint = whole.words.get(splice.joint.clone()).unwrap_or(&[]).join(" ");
    let has_dots = splice.joint.is_empty();
    let link = if has_dots { "an omission".to_owned() } else { format!("\u{201c}{joint}\u{201d}") };
    let severity = if is_translated(corpus, whole) { Severity::Info } else { Severity::High };
    Some(Draft {
        kind: ContradictionKind::QuoteSplicing,
        severity,
        confidence: if has_dots { 72 } else { 80 },
        topic: format!("What {who} said"),
        summary: format!(
            "{} joins what {} prints as two statements of {who}",
            corpus.label(whole.article),
            corpus.label(article)
        ),
        explanation: format!(
            "Inside the marks {link} links two statements that the other article keeps apart."
        ),
        evidence,
        entities: speakers(quotes, &members),
        quotations: sources(quotes, &members),
        trace: vec![
            "same speaker".to_owned(),
            "two quotations lie in one".to_owned(),
            format!("joined by {link}"),
        ],
    })
}
