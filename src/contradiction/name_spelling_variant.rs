//! One name in two accepted spellings.

use rustc_hash::FxHashMap;

use crate::align::Aligned;
use crate::contradiction::naming::{Form, Way, forms, pairs, ways};
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Linked};
use crate::entity::person::{Likeness, fold_letters, given_likeness, likeness, person_name};
use crate::kind::{ContradictionKind, EntityKind, Severity};
use crate::lexicon::Lexicon;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::NameSpellingVariant,
    summary: "Articles spell the surname or given name of one person, or the name of one town, in two accepted ways.",
    spares: "Marks on letters, hyphens, stops and initials, short forms, other names of states, and spellings that one article uses side by side.",
    detect,
};

/// Passages shown for the usual spelling.
const MOST_SHOWN: usize = 4;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    for (id, linked) in corpus.entities.iter().enumerate().filter(|(_, l)| l.members.len() > 1) {
        match linked.kind {
            EntityKind::Person => {
                let is_found = spellings(lex, corpus, id, linked, Part::Surname, findings);
                if !is_found {
                    spellings(lex, corpus, id, linked, Part::Given, findings);
                }
            }
            EntityKind::Place => {
                spellings(lex, corpus, id, linked, Part::Town, findings);
            }
            _ => {}
        }
    }
}

/// Which part of a name is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Surname,
    Given,
    Town,
}

/// The compared part, folded; empty where the form has none.
fn part(lex: &Lexicon, text: &str, part: Part) -> String {
    match part {
        Part::Surname => person_name(text).surname,
        Part::Given => person_name(text).given.first().cloned().unwrap_or_default(),
        Part::Town => {
            let folded = fold_letters(text).replace('-', " - ").replace('’', "'");
            let is_known = lex.place_spellings.has(&folded)
                || lex.place_spellings.rows().any(|(_, row)| row.first() == Some(&folded.as_str()));
            if is_known { folded } else { String::new() }
        }
    }
}

/// Reports each further spelling once against the most usual one.
fn spellings(
    lex: &Lexicon,
    corpus: &Corpus,
    id: usize,
    linked: &Linked,
    which: Part,
    findings: &mut Findings,
) -> bool {
    let mut all: Vec<Form<'_>> = forms(corpus, linked);
    let mut parts: FxHashMap<&str, String> = FxHashMap::default();
    for form in &all {
        parts.entry(form.text).or_insert_with(|| part(lex, form.text, which));
    }
    let part = |form: &Form<'_>| parts.get(form.text).map_or("", String::as_str);
    all.retain(|f| !part(f).is_empty());
    all.sort_by_key(|f| (f.article, std::cmp::Reverse(f.text.split_whitespace().count())));
    let ways = ways(all, |a, b| part(a) == part(b));
    let Some((usual, rest)) = ways.split_first() else { return false };
    let Some(reference) = usual.forms.first() else { return false };
    let mut is_found = false;
    for way in rest {
        let Some(odd) = clearest(lex, way, usual) else { continue };
        let is_variant =
            which == Part::Town || likeness(lex, part(odd), part(reference)) == Likeness::Spelling;
        let evidence = pairs(corpus, odd, usual, MOST_SHOWN);
        if !is_variant || evidence.len() < 2 {
            continue;
        }
        is_found = true;
        findings.drafts.push(Draft {
            kind: ContradictionKind::NameSpellingVariant,
            severity: Severity::Low,
            confidence: 84,
            topic: format!("The name {}", linked.name),
            summary: format!("“{}” in {}, “{}” in {}", odd.text, corpus.label(odd.article), reference.text, corpus.label(reference.article)),
            explanation: "Both are accepted spellings of one name in Latin letters; it is a matter of house style and no error.".to_owned(),
            evidence,
            entities: vec![id],
            quotations: Vec::new(),
            trace: vec!["same bearer".to_owned(), "equal once spellings are folded".to_owned()],
        });
    }
    is_found
}

/// The form that shows the spelling and nothing else: its given name is the usual one; it stands in an article that never writes the usual way.
fn clearest<'w, 'a>(lex: &Lexicon, odd: &'w Way<'a>, usual: &Way<'a>) -> Option<&'w Form<'a>> {
    let known = usual.articles();
    let reference =
        usual.forms.iter().map(|f| person_name(f.text)).find(|n| !n.given.is_empty()).unwrap_or_default();
    let free = odd.forms.iter().filter(|f| !known.contains(&f.article));
    free.min_by_key(|f| {
        let name = person_name(f.text);
        let is_bare = name.given.is_empty() && !reference.given.is_empty();
        (given_likeness(lex, &name, &reference).max(Likeness::Style), is_bare, f.article)
    })
}
