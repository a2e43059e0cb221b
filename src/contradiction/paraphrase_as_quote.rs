//! A heading puts marks around words that no quotation of the text holds, though one comes near.

use crate::align::{Aligned, Likeness, Quotes, Reworded, changed};
use crate::contradiction::quote::{partings, sources, speaker, speakers, utterance_evidence};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::Corpus;
use crate::kind::{ContradictionKind, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::ParaphraseAsQuote,
    summary: "A headline or heading puts marks around words that nobody is quoted with, while a quotation of that speaker says nearly the same in other words.",
    spares: "Words that stand unbroken in a quotation of any article; other marks, case and contractions; articles and fillers left out.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (corpus, quotes) = (aligned.corpus, &aligned.quotes);
    findings.drafts.extend(quotes.headings.iter().filter_map(|heading| draft(corpus, quotes, heading)));
}

fn draft(corpus: &Corpus, quotes: &Quotes, found: &Reworded) -> Option<Draft> {
    let (n, m, wording) = (found.heading, found.body, &found.wording);
    let (heading, body) = (quotes.utterances.get(n)?, quotes.utterances.get(m)?);
    let (left, right) = (changed(heading, wording), partings(wording).1);
    let witnesses =
        quotes.pairs.iter().filter(|p| matches!(p.likeness, Likeness::Same | Likeness::Light)).filter_map(
            |p| {
                if p.a == m {
                    Some(p.b)
                } else if p.b == m {
                    Some(p.a)
                } else {
                    None
                }
            },
        );
    let witnesses = witnesses.filter_map(|k| quotes.utterances.get(k)).filter(|u| u.article != body.article);
    let mut evidence =
        vec![utterance_evidence(corpus, heading, &left), utterance_evidence(corpus, body, &right)];
    evidence.extend(witnesses.take(2).map(|u| utterance_evidence(corpus, u, &(0..0))));
    let members = [m, n];
    let who = speaker(corpus, quotes, &members);
    Some(Draft {
        kind: ContradictionKind::ParaphraseAsQuote,
        severity: Severity::Medium,
        confidence: 82,
        topic: format!("What {who} said"),
        summary: format!(
            "{} has words in the marks of a heading that no quotation of {who} holds",
            corpus.label(heading.article)
        ),
        explanation:
            "The heading gives a paraphrase in quotation marks: the nearest quotation says it in other words."
                .to_owned(),
        evidence,
        entities: speakers(quotes, &members),
        quotations: sources(quotes, &members),
        trace: vec![
            "marks in a heading".to_owned(),
            format!("{} of {} words in a quotation", wording.shared, heading.words.len()),
            "not one quotation holds them unbroken".to_owned(),
        ],
    })
}
