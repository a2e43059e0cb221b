//! "In 21 countries" beside "in 25 countries": one figure of one thing.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::contradiction::figure::{PERIODS, SCOPES, are_from_others, is_casualty, is_measure, is_part};
use crate::contradiction::parallel::doing::{Doing, doing};
use crate::contradiction::parallel::{Clash, Sides};
use crate::contradiction::passage::is_quoted;
use crate::corpus::Document;
use crate::kind::ContradictionKind;
use crate::value::{Quantity, Verdict, quantities_exclude};

/// So much of the sentence, in percent, stands in the other.
const LEAST_COVERAGE: u32 = 60;
/// So much where the words before and behind the figure do.
const ANCHORED_COVERAGE: u32 = 42;
/// So much where one of the two does not name who does it.
const OPEN_COVERAGE: u32 = 68;
/// Fewer words in common make no common matter.
const LEAST_LINKS: usize = 3;
/// Words this near to a figure say of what whole it speaks.
const NEAR: usize = 5;

/// Two figures that can not both be so.
pub fn clash(sides: &Sides<'_>) -> Option<Clash> {
    let own: Vec<&Quantity> = inside(&sides.own.quantities, &sides.own_tokens);
    let other: Vec<&Quantity> = inside(&sides.other.quantities, &sides.other_tokens);
    let pairs = own.iter().flat_map(|x| other.iter().map(move |y| (*x, *y)));
    pairs.filter_map(|(x, y)| conflict(sides, x, y)).next()
}

fn inside<'q>(all: &'q [Quantity], tokens: &Range<usize>) -> Vec<&'q Quantity> {
    let start = all.partition_point(|q| q.tokens.start < tokens.start);
    all.iter()
        .skip(start)
        .take_while(|q| q.tokens.start < tokens.end)
        .filter(|q| !matches!(q.unit.as_str(), "ordinal" | "score"))
        .collect()
}

fn conflict(sides: &Sides<'_>, x: &Quantity, y: &Quantity) -> Option<Clash> {
    let is_copy = sides.is_near_copy(&x.tokens, &y.tokens);
    let what = match quantities_exclude(x, y) {
        Verdict::Excludes(reason) => reason.to_string(),
        // "Up to 4,000" leaves room for "up to 1,000", but one sentence does not say both.
        Verdict::Compatible(_) if is_copy && x.bound == y.bound && is_far(x, y) => {
            "one bound, two figures".to_owned()
        }
        _ => return None,
    };
    let is_update = is_casualty(x) && sides.own.head.date != sides.other.head.date;
    let are_quoted = is_quoted(sides.own, &x.tokens) && is_quoted(sides.other, &y.tokens);
    let is_said = sides.parallel.links.len() + usize::from(sides.is_brief) >= LEAST_LINKS
        && x.unit == y.unit
        && x.kind == y.kind
        && is_tied(sides, x, y)
        && is_covered(sides, x, y, is_copy);
    let is_other = is_update || are_quoted || is_told(sides, x, y, is_copy) || is_piece(sides, x, y, is_copy);
    (is_said && !is_other).then(|| Clash {
        kind: ContradictionKind::Numeric,
        own: x.tokens.clone(),
        other: y.tokens.clone(),
        what,
        confidence: 74,
    })
}

/// One thing counted, or, where that is not known, one word beside both figures.
fn is_tied(sides: &Sides<'_>, x: &Quantity, y: &Quantity) -> bool {
    if x.target.is_some() && y.target.is_some() {
        return x.target == y.target;
    }
    let [left, right] = sides.parallel.anchors(&x.tokens, &y.tokens);
    left == Some(true) && right != Some(false) || right == Some(true)
}

/// Whether enough of the sentence besides the figure is said by both, of one doing.
fn is_covered(sides: &Sides<'_>, x: &Quantity, y: &Quantity, is_copy: bool) -> bool {
    let own = &x.tokens;
    let are_anchored = sides.parallel.anchors(own, &y.tokens) == [Some(true), Some(true)];
    match doing(sides, own, &y.tokens) {
        _ if sides.is_brief => {
            sides.coverage(own) >= if are_anchored { ANCHORED_COVERAGE } else { LEAST_COVERAGE }
        }
        Doing::Same if are_anchored => sides.coverage(own) >= ANCHORED_COVERAGE,
        Doing::Same => sides.coverage(own) >= LEAST_COVERAGE && sides.has_names(own),
        Doing::Open => {
            sides.own_coverage(own) >= OPEN_COVERAGE && sides.has_names(own) && sides.shares_name()
        }
        Doing::Other => is_copy && sides.has_names(own),
    }
}

/// Whether one article has the other's figure too, in the sentence or, but for copies, in what it says on the matter.
fn is_told(sides: &Sides<'_>, x: &Quantity, y: &Quantity, is_copy: bool) -> bool {
    let has_twin = |all: &[Quantity], q: &Quantity, tokens: &Range<usize>| {
        let goes =
            |z: &&Quantity| z.unit == q.unit && !matches!(quantities_exclude(z, q), Verdict::Excludes(_));
        inside(all, tokens).iter().any(goes)
    };
    has_twin(&sides.other.quantities, x, &sides.other_tokens)
        || has_twin(&sides.own.quantities, y, &sides.own_tokens)
        || !is_copy && sides.matter().any(|tokens| has_twin(&sides.other.quantities, x, &tokens))
}

/// Whether one figure is of a part, another whole, or another measure.
fn is_piece(sides: &Sides<'_>, x: &Quantity, y: &Quantity, is_copy: bool) -> bool {
    let is_bracketed = |d: &Document, q: &Quantity| d.prose.lower(q.tokens.start.wrapping_sub(1)) == "(";
    let is_period = x.target.as_deref().is_some_and(|t| PERIODS.contains(&t)) || x.unit == "hour";
    are_from_others(sides.corpus, (sides.own_at.0, x), (sides.other_at.0, y))
        || is_part(sides.corpus, sides.own_at.0, x)
        || is_part(sides.corpus, sides.other_at.0, y)
        || is_measure(sides.own, x) != is_measure(sides.other, y)
        || scopes(sides.own, x) != scopes(sides.other, y)
        || is_period && !(is_copy && sides.is_mutual())
        || sides.is_brief && !sides.knows_names(&x.tokens)
        || is_bracketed(sides.own, x) != is_bracketed(sides.other, y)
}

/// Whether two figures of one unit differ by more than rounding may bring.
fn is_far(x: &Quantity, y: &Quantity) -> bool {
    !x.is_vague
        && !y.is_vague
        && x.unit == y.unit
        && (x.high - y.high).abs() > 0.1 * x.high.abs().max(y.high.abs())
}

/// Words right around a figure, and "so far" before it, that say of what whole it speaks.
fn scopes<'d>(document: &'d Document, quantity: &Quantity) -> BTreeSet<&'d str> {
    let prose = &document.prose;
    let sentence = prose.sentence_at(quantity.tokens.start).unwrap_or_default();
    let from = quantity.tokens.start.saturating_sub(NEAR).max(sentence.start);
    let around = from..(quantity.tokens.end + NEAR).min(sentence.end);
    let near = around.map(|i| prose.lower(i)).filter(|w| *w != "so" && SCOPES.contains(w));
    let is_far = |&i: &usize| prose.lower(i) == "so" && prose.lower(i + 1) == "far";
    let so_far = (sentence.start..quantity.tokens.start).find(is_far);
    near.chain(so_far.map(|i| prose.lower(i))).collect()
}
