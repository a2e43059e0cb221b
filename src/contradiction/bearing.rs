//! "150 miles west of Acme" beside "150 miles east of Acme": one distance from one place, in two directions.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::contradiction::passage::stretch_evidence;
use crate::contradiction::{Draft, Findings, first_pair};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, EntityKind, Severity};
use crate::value::{Quantity, Verdict, quantities_exclude};

/// The points of the compass, in degrees.
const COMPASS: [(&str, i32); 12] = [
    ("north", 0),
    ("northeast", 45),
    ("north-east", 45),
    ("east", 90),
    ("southeast", 135),
    ("south-east", 135),
    ("south", 180),
    ("southwest", 225),
    ("south-west", 225),
    ("west", 270),
    ("northwest", 315),
    ("north-west", 315),
];
/// Neighbours among them name one direction more and less exactly.
const LEAST_ANGLE: i32 = 90;

/// Where something lies from a place.
struct Bearing<'a> {
    article: usize,
    distance: &'a Quantity,
    degrees: i32,
    /// From the distance to the place.
    tokens: Range<usize>,
}

/// Adds a draft for each place from which one distance goes two ways, where neither article gives both.
pub fn bearings(corpus: &Corpus, findings: &mut Findings) {
    let mut by_place: BTreeMap<usize, Vec<Bearing<'_>>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for distance in document.quantities.iter().filter(|q| q.unit == "km") {
            if let Some((place, bearing)) = bearing(corpus, article, document, distance) {
                by_place.entry(place).or_default().push(bearing);
            }
        }
    }
    for (place, list) in by_place {
        let gives = |article: usize, other: &Bearing<'_>| {
            list.iter().any(|b| b.article == article && turn(b.degrees, other.degrees) < LEAST_ANGLE)
        };
        let clash = first_pair(&list, |a, b| {
            let is_same = !matches!(quantities_exclude(a.distance, b.distance), Verdict::Excludes(_));
            is_same
                && a.article != b.article
                && turn(a.degrees, b.degrees) >= LEAST_ANGLE
                && !gives(a.article, b)
                && !gives(b.article, a)
        });
        if let Some((a, b)) = clash {
            findings.drafts.push(draft(corpus, place, a, b));
        }
    }
}

/// How far one direction is from another, in degrees.
fn turn(a: i32, b: i32) -> i32 {
    let gap = (a - b).abs();
    gap.min(360 - gap)
}

/// "150 nautical miles (280 km) west of Acme".
fn bearing<'a>(
    corpus: &Corpus,
    article: usize,
    document: &Document,
    distance: &'a Quantity,
) -> Option<(usize, Bearing<'a>)> {
    let prose = &document.prose;
    if prose.role_of(distance.tokens.start) == BlockRole::Boilerplate {
        return None;
    }
    let mut at = distance.tokens.end;
    if prose.lower(at) == "(" {
        at = (at..at + 6).find(|&i| prose.lower(i) == ")")? + 1;
    }
    let degrees = COMPASS.iter().find(|(word, _)| *word == prose.lower(at))?.1;
    if !matches!(prose.lower(at + 1), "of" | "from") {
        return None;
    }
    let first = if prose.lower(at + 2) == "the" { at + 3 } else { at + 2 };
    let mention = document.names.mention_at(first)?;
    let named = document.names.mentions.get(mention).filter(|m| m.kind == EntityKind::Place)?;
    let place = corpus.entity(article, mention)?;
    Some((place, Bearing { article, distance, degrees, tokens: distance.tokens.start..named.tokens.end }))
}

fn draft(corpus: &Corpus, place: usize, a: &Bearing<'_>, b: &Bearing<'_>) -> Draft {
    let shown = |bearing: &Bearing<'_>| stretch_evidence(corpus, bearing.article, &bearing.tokens);
    let text = |bearing: &Bearing<'_>| {
        corpus.documents.get(bearing.article).map_or("", |d| d.text(d.prose.cover(bearing.tokens.clone())))
    };
    let name = corpus.name(place);
    Draft {
        kind: ContradictionKind::Location,
        severity: Severity::Medium,
        confidence: 78,
        topic: format!("Which way from {name}"),
        summary: format!(
            "“{}” in {}, “{}” in {}",
            text(a),
            corpus.label(a.article),
            text(b),
            corpus.label(b.article)
        ),
        explanation: format!(
            "Both passages give the same distance from {name}, in directions that do not go together."
        ),
        evidence: vec![shown(a), shown(b)],
        entities: vec![place],
        quotations: Vec::new(),
        trace: vec![
            format!("same place: {name}"),
            "same distance".to_owned(),
            format!("directions {} degrees apart", turn(a.degrees, b.degrees)),
        ],
    }
}
