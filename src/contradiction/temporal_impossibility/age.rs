//! "Weber, 45, was born in 1960" in a paper of 2025: an age that does not fit the year of birth.

use crate::contradiction::temporal_impossibility::{Impossible, calendar};
use crate::corpus::{Corpus, Document};
use crate::kind::{EntityKind, MentionForm, Severity};
use crate::value::calendar::{civil, parse};
use crate::value::{Bound, Grain, Quantity, TimeExpr};

/// An age in a report on last year's event may be this much less than at publication.
const SLACK: i32 = 2;
/// Words that put an age into another time.
const THEN: [&str; 12] =
    ["then", "when", "was", "were", "aged", "died", "killed", "late", "would", "had", "became", "turned"];

/// Persons of an article whose age and year of birth do not fit.
pub fn wrong(corpus: &Corpus, article: usize, document: &Document) -> Vec<Impossible> {
    let Some((published, _, _)) = document.head.date.as_deref().and_then(parse).map(civil) else {
        return Vec::new();
    };
    let births = births(corpus, article, document);
    let ages = document.quantities.iter().filter_map(|q| Some((age_of(corpus, article, document, q)?, q)));
    ages.filter_map(|(who, age)| {
        let (_, year, time) = births.iter().find(|(e, _, _)| *e == who)?;
        let most = published - year;
        let fits = age.low <= f64::from(most) && age.low >= f64::from(most - SLACK);
        (!fits).then(|| Impossible {
            sides: [
                (article, document.prose.sentence_of(age.tokens.start), age.tokens.clone()),
                (article, document.prose.sentence_of(time.tokens.start), time.tokens.clone()),
            ],
            severity: Severity::Medium,
            confidence: 78,
            topic: "Age and year of birth",
            why: format!(
                "Whoever was born in {year} was {} or {most} in the year of publication, {published}.",
                most - 1
            ),
            who: Some(who),
        })
    })
    .take(1)
    .collect()
}

/// Persons with the year that "was born in" gives them.
fn births<'a>(corpus: &Corpus, article: usize, document: &'a Document) -> Vec<(usize, i32, &'a TimeExpr)> {
    let born =
        document.claims.iter().filter(|c| c.quotation.is_none() && document.prose.lower(c.head) == "born");
    let told = born.filter_map(|claim| {
        let &[who] = claim.agents.as_slice() else { return None };
        let is_named = document.names.mentions.get(who).is_some_and(|m| m.kind == EntityKind::Person);
        let time = claim
            .times
            .iter()
            .filter_map(|&t| document.times.get(t))
            .find(|t| t.tokens.start > claim.head)?;
        let is_year = matches!(time.grain, Grain::Year | Grain::Day) && time.value.is_some();
        let has_year = calendar::year(document, time).is_some();
        let year = time.from.filter(|_| is_named && is_year && has_year).map(|day| civil(day).0)?;
        Some((corpus.entity(article, who)?, year, time))
    });
    told.collect()
}

/// The person whose age stands between commas behind the name, told of the present.
fn age_of(corpus: &Corpus, article: usize, document: &Document, age: &Quantity) -> Option<usize> {
    let prose = &document.prose;
    let comma = age.tokens.start.checked_sub(1).filter(|&i| prose.lower(i) == ",")?;
    let is_closed = matches!(prose.lower(age.tokens.end), "," | "." | ";");
    let sentence = prose.sentence_at(comma)?;
    let is_past = sentence.clone().any(|i| THEN.contains(&prose.lower(i)) && prose.lower(i + 1) != "born");
    let has_year =
        document.times.iter().any(|t| t.grain >= Grain::Year && sentence.contains(&t.tokens.start));
    let of_birth = sentence.clone().any(|i| prose.lower(i) == "born");
    if age.unit != "age" || age.bound != Bound::Exactly || !is_closed || is_past || has_year && !of_birth {
        return None;
    }
    let named = document.names.mentions.iter().position(|m| {
        m.kind == EntityKind::Person && m.form == MentionForm::Name && !m.nested && m.tokens.end == comma
    })?;
    corpus.entity(article, named)
}
