//! "Ann Lee, 36, of Acme" beside "Ann Lee of Beta": one person from two places.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::contradiction::passage::stretch_evidence;
use crate::contradiction::{Draft, Findings, first_pair};
use crate::corpus::{Corpus, Document};
use crate::entity::Mention;
use crate::kind::{BlockRole, ContradictionKind, EntityKind, MentionForm, Severity};
use crate::lexicon::Lexicon;
use crate::token::fold;

/// Words that make a region of a place's name.
const REGIONS: [&str; 9] =
    ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"];

/// Where one passage says that somebody is from.
struct Home {
    article: usize,
    place: usize,
    /// The place as written.
    name: String,
    /// From the name to the place.
    tokens: Range<usize>,
}

/// Adds a draft for each person whom two articles place in two towns.
pub fn residences(lex: &Lexicon, corpus: &Corpus, findings: &mut Findings) {
    let mut by_person: BTreeMap<usize, Vec<Home>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for (m, mention) in document.names.mentions.iter().enumerate() {
            let Some(person) = corpus.entity(article, m) else { continue };
            if let Some(home) = home(lex, corpus, article, document, mention) {
                by_person.entry(person).or_default().push(home);
            }
        }
    }
    for (person, homes) in by_person {
        let has =
            |article: usize, place: usize| homes.iter().any(|h| h.article == article && h.place == place);
        let clash = first_pair(&homes, |a, b| {
            a.article != b.article
                && a.place != b.place
                && !has(a.article, b.place)
                && !has(b.article, a.place)
        });
        if let Some((a, b)) = clash {
            findings.drafts.push(draft(corpus, person, a, b));
        }
    }
}

/// "Lee, 36, of Acme", "Lee of Acme": a town of one name, no state and no part of the world.
fn home(
    lex: &Lexicon,
    corpus: &Corpus,
    article: usize,
    document: &Document,
    mention: &Mention,
) -> Option<Home> {
    let prose = &document.prose;
    let is_named = mention.kind == EntityKind::Person
        && mention.form == MentionForm::Name
        && prose.role_of(mention.tokens.start) == BlockRole::Body;
    if !is_named {
        return None;
    }
    let mut at = mention.tokens.end;
    let is_age = |i: usize| prose.raw(i).parse::<u8>().is_ok_and(|age| age > 0);
    if prose.lower(at) == "," && is_age(at + 1) {
        at += if prose.lower(at + 2) == "," { 3 } else { 2 };
    } else if prose.lower(at) == "," {
        at += 1;
    }
    if prose.lower(at) != "of" {
        return None;
    }
    let place = document.names.mention_at(at + 1)?;
    let named =
        document.names.mentions.get(place).filter(|m| {
            m.kind == EntityKind::Place && m.form == MentionForm::Name && m.tokens.start == at + 1
        })?;
    let name = fold(document.text(named.span));
    let is_wide = lex.countries.has(&name)
        || lex.demonyms.has(&name)
        || corpus.side(corpus.entity(article, place)?).is_some();
    // "Of Acme Township", "of Acme County's Beta": the town's name goes on; "of South Acme": a region.
    let goes_on = prose.is_capitalised(named.tokens.end) || prose.lower(named.tokens.end) == "'s";
    let is_region = REGIONS.contains(&prose.lower(named.tokens.start)) || name.ends_with(" county");
    (!is_wide && !goes_on && !is_region).then_some(())?;
    Some(Home {
        article,
        place: corpus.entity(article, place)?,
        name: document.text(named.span).to_owned(),
        tokens: mention.tokens.start..named.tokens.end,
    })
}

fn draft(corpus: &Corpus, person: usize, a: &Home, b: &Home) -> Draft {
    let shown = |home: &Home| stretch_evidence(corpus, home.article, &home.tokens);
    let name = corpus.name(person);
    Draft {
        kind: ContradictionKind::Location,
        severity: Severity::Medium,
        confidence: 74,
        topic: format!("Where {name} is from"),
        summary: format!(
            "{} in {}, {} in {}",
            a.name,
            corpus.label(a.article),
            b.name,
            corpus.label(b.article)
        ),
        explanation: format!("The two passages do not give {name} the same place of residence."),
        evidence: vec![shown(a), shown(b)],
        entities: vec![person, a.place, b.place],
        quotations: Vec::new(),
        trace: vec![format!("same person: {name}"), "two places right behind the name".to_owned()],
    }
}
