//! Whether two figures of two sentences are of one thing: one unit, one thing counted, one verb, one scope, times that go together.
//!
//! In: two sentences that share words, a figure of each. Out: yes or no; whether the figures exclude each other is for `value` to say.
//! Known limit: without a parser the verb of a figure is the nearest one before it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::align::Pair;
use crate::claim::Claim;
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, EntityKind};
use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::token::fold;
use crate::value::{Bound, Quantity, TimeExpr, Verdict, times_exclude};

/// Above this cosine sentences on harm are about one event even without a shared name.
const SURE_SCORE: u32 = 40;
/// Names and rare words that must stand near both figures, beside what is counted.
const LEAST_SHARED: usize = 2;
/// Words this far from a figure say what it is about.
const NEAR: usize = 14;
/// Deaths, injuries and arrests are known by their count alone.
const CASUALTIES: [&str; 3] = ["death", "injury", "arrest"];

/// Verbs that give a score its match.
const MATCH: [&str; 12] =
    ["beat", "defeat", "down", "draw", "edge", "lose", "overcome", "rout", "thrash", "tie", "trounce", "win"];
/// Lengths of time by which careers and contests are counted; many of them stand in one life.
pub const PERIODS: [&str; 9] =
    ["appearance", "day", "game", "match", "month", "season", "time", "week", "year"];
/// What is counted over and over in one contest.
const SCORED: [&str; 16] = [
    "assist",
    "basket",
    "carry",
    "catch",
    "goal",
    "hit",
    "kick",
    "pass",
    "point",
    "punch",
    "rebound",
    "run",
    "shot",
    "tackle",
    "touchdown",
    "yard",
];
/// Sentences of short texts.
const SHORT: usize = 30;
/// From this cosine on sentences tell one thing of figures with the same words beside them;
const TOLD_ALIKE: u32 = 32;
/// as do, in short texts, where what is shared weighs little, those of which one stands in the other to this part, in percent;
const TOLD_PART: u32 = 60;
/// from this one on they are nearly the same.
const ALMOST_SAME: u32 = 65;
/// A sentence of more figures is a list.
const MOST_FIGURES: usize = 12;
/// Words this far from a figure stand beside it.
const BESIDE: usize = 7;
/// Words that cut a part from a whole: "the first two games", "another three people".
const PARTS: [&str; 17] = [
    "first",
    "last",
    "next",
    "other",
    "another",
    "more",
    "further",
    "additional",
    "remaining",
    "final",
    "opening",
    "previous",
    "only",
    "these",
    "those",
    "of",
    "additionally",
];

/// The same unit, the same thing counted, and words around both that tell of one event.
pub fn is_same_thing(lex: &Lexicon, corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> bool {
    let is_harmed = is_harmed_group(lex, corpus, (pair.a.0, a), (pair.b.0, b))
        || is_harmed_group(lex, corpus, (pair.b.0, b), (pair.a.0, a));
    let same_target = a.target.is_some() && a.target == b.target || is_harmed;
    let is_harm = same_target && (is_casualty(a) || is_casualty(b));
    if a.unit != b.unit || a.kind != b.kind || scope(corpus, pair.a.0, a) != scope(corpus, pair.b.0, b) {
        return false;
    }
    if is_part(corpus, pair.a.0, a) != is_part(corpus, pair.b.0, b)
        || is_part(corpus, pair.a.0, a) && pair.score < SURE_SCORE
    {
        return false;
    }
    if a.unit == "score" {
        return pair.entities.len() >= 2
            && !are_apart(corpus, pair)
            && is_result(corpus, pair.a, a)
            && is_result(corpus, pair.b, b);
    }
    if are_from_others(corpus, (pair.a.0, a), (pair.b.0, b)) {
        return false;
    }
    let is_scored = a.target.as_deref().is_some_and(|t| SCORED.contains(&t));
    if is_scored && pair.score < ALMOST_SAME {
        return false;
    }
    if has_better(lex, corpus, pair, a, b) || !is_harm && are_of_others(corpus, pair) {
        return false;
    }
    if is_harm && are_of_other_years(corpus, pair) {
        return false;
    }
    if is_told_alike(lex, corpus, pair, a, b) {
        return same_target || a.target.is_none() && b.target.is_none();
    }
    if are_apart(corpus, pair) || !is_harm && !is_same_doing(lex, corpus, pair, a, b) {
        return false;
    }
    let (near_a, near_b) = (near(corpus, pair.a.0, a), near(corpus, pair.b.0, b));
    let shared = near_a.intersection(&near_b).filter(|w| a.target.as_deref() != Some(w.as_str())).count();
    let has_name = near_a.intersection(&near_b).any(|w| w.starts_with('#'));
    match a.kind {
        EntityKind::Quantity => {
            let is_period = a.target.as_deref().is_some_and(|t| PERIODS.contains(&t));
            same_target
                && shared >= LEAST_SHARED + 2 * usize::from(is_period)
                && (!is_harm || has_name || pair.score >= SURE_SCORE)
        }
        _ if is_vague(a) || is_vague(b) => same_target && shared > LEAST_SHARED,
        _ => {
            (same_target || a.kind != EntityKind::Percent)
                && shared >= LEAST_SHARED + usize::from(!same_target)
        }
    }
}

/// "Injured 30 workers" beside "18 people injured": a group can not be more than all.
fn is_harmed_group(
    lex: &Lexicon,
    corpus: &Corpus,
    group: (usize, &Quantity),
    all: (usize, &Quantity),
) -> bool {
    let Some(prose) = corpus.documents.get(group.0).map(|d| &d.prose) else { return false };
    let verb = group.1.tokens.start.saturating_sub(1);
    let is_active =
        !matches!(prose.lower(verb.saturating_sub(1)), "was" | "were" | "been" | "are" | "is" | "be");
    let harm =
        lex.count_states.column(prose.lower(verb), 0).filter(|_| is_active && prose.pos(verb) == Pos::Verb);
    !is_casualty(group.1)
        && harm.is_some()
        && harm == all.1.target.as_deref()
        && all.1.bound == Bound::Exactly
        && group.1.low > all.1.high
}

/// "The first two games": a part, which does not compare with the whole.
pub fn is_part(corpus: &Corpus, article: usize, quantity: &Quantity) -> bool {
    let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return false };
    let before = prose.lower(quantity.tokens.start.saturating_sub(1));
    let is_share = before == "the" && prose.lower(quantity.tokens.start.saturating_sub(2)) == "of";
    PARTS.contains(&before) && quantity.kind == EntityKind::Quantity && before != "of" || is_share
}

/// "Beat Rovers 3-1": the score of a match, not the record of a season.
fn is_result(corpus: &Corpus, place: (usize, usize), quantity: &Quantity) -> bool {
    let Some(prose) = corpus.documents.get(place.0).map(|d| &d.prose) else { return false };
    governors(corpus, place, quantity).iter().any(|c| MATCH.contains(&prose.lemma(c.head)))
}

/// Words that say of what whole a figure speaks; figures of different wholes do not compare.
pub const SCOPES: [&str; 18] = [
    "altogether",
    "annually",
    "career",
    "cash",
    "daily",
    "shares",
    "stock",
    "globally",
    "lifetime",
    "monthly",
    "nationwide",
    "overall",
    "so",
    "total",
    "weekly",
    "worldwide",
    "yearly",
    "world",
];

/// The words of `SCOPES` around a figure ("so" only in "so far").
fn scope<'a>(corpus: &'a Corpus, article: usize, quantity: &Quantity) -> BTreeSet<&'a str> {
    let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return BTreeSet::new() };
    let sentence = prose.sentence_at(quantity.tokens.start).unwrap_or_default();
    let inside = sentence.filter(|&i| {
        SCOPES.contains(&prose.lower(i)) && (prose.lower(i) != "so" || prose.lower(i + 1) == "far")
    });
    inside.map(|i| prose.lower(i)).collect()
}

/// Whether both sentences give times and none of the one is a time of the other.
fn are_apart(corpus: &Corpus, pair: &Pair) -> bool {
    are_times_without(corpus, pair, |(d, x), (e, y)| match times_exclude(x, y) {
        Verdict::Same => true,
        Verdict::Excludes(_) => false,
        Verdict::Compatible(_) => {
            x.from.is_some() && y.from.is_some() || fold(d.text(x.span)) == fold(e.text(y.span))
        }
    })
}

/// Whether both sentences give times and each of the one excludes each of the other.
fn are_of_other_times(corpus: &Corpus, pair: &Pair) -> bool {
    are_times_without(corpus, pair, |(_, x), (_, y)| !matches!(times_exclude(x, y), Verdict::Excludes(_)))
}

/// Whether both sentences give times, and no two of them go together.
fn are_times_without(
    corpus: &Corpus,
    pair: &Pair,
    goes: impl Fn((&Document, &TimeExpr), (&Document, &TimeExpr)) -> bool,
) -> bool {
    let times = |(article, sentence): (usize, usize)| -> Vec<(&Document, &TimeExpr)> {
        let Some(document) = corpus.documents.get(article) else { return Vec::new() };
        let Some(tokens) = document.prose.sentences.get(sentence) else { return Vec::new() };
        let first = document.times.partition_point(|t| t.tokens.start < tokens.start);
        document
            .times
            .iter()
            .skip(first)
            .take_while(|t| t.tokens.start < tokens.end)
            .filter(|t| !t.is_vague)
            .map(|t| (document, t))
            .collect()
    };
    let (left, right) = (times(pair.a), times(pair.b));
    !left.is_empty() && !right.is_empty() && !left.iter().any(|x| right.iter().any(|y| goes(*x, *y)))
}

/// Whether two distances are measured from two things.
pub fn are_from_others(corpus: &Corpus, a: (usize, &Quantity), b: (usize, &Quantity)) -> bool {
    let origins = origin(corpus, a.0, a.1).zip(origin(corpus, b.0, b.1));
    origins.is_some_and(|(x, y)| x != y)
}

/// From what a distance is measured: "150 miles west of Acme", "13 miles from the ship".
fn origin(corpus: &Corpus, article: usize, quantity: &Quantity) -> Option<usize> {
    let document = corpus.documents.get(article)?;
    let end = quantity.tokens.end;
    let of = (end..end + 2).find(|&i| matches!(document.prose.lower(i), "of" | "from"))?;
    let named = if document.prose.lower(of + 1) == "the" { of + 2 } else { of + 1 };
    corpus.entity(article, document.names.mention_at(named)?).filter(|_| quantity.unit == "km")
}

/// Whether so much stands right around both figures that one thing is told of, whoever does it in either. Lengths of time need a sentence that is nearly the same.
fn is_told_alike(lex: &Lexicon, corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> bool {
    let is_period = a.target.as_deref().is_some_and(|t| PERIODS.contains(&t));
    let is_near = if is_period {
        pair.score >= ALMOST_SAME
    } else {
        pair.score >= TOLD_ALIKE || pair.part >= TOLD_PART && is_short(corpus)
    };
    let documents = corpus.documents.get(pair.a.0).zip(corpus.documents.get(pair.b.0));
    let is_alike = documents
        .is_some_and(|(x, y)| a.kind != EntityKind::Quantity || is_measure(x, a) == is_measure(y, b));
    if !is_near || !is_alike || is_list(corpus, pair) || are_of_other_times(corpus, pair) {
        return false;
    }
    let needed = LEAST_SHARED + usize::from(a.target.is_none() || a.target != b.target);
    common(lex, corpus, pair, a, b) >= needed
}

/// Whether all texts together are a few sentences.
fn is_short(corpus: &Corpus) -> bool {
    corpus.documents.iter().map(|d| d.prose.sentences.len()).sum::<usize>() <= SHORT
}

/// "A three-game streak": the number is part of a name for something else.
pub fn is_measure(document: &Document, quantity: &Quantity) -> bool {
    document.prose.lower(quantity.tokens.end) == "-" || document.text(quantity.span).contains('-')
}

/// How much stands beside both of two figures, outside of what they count.
fn common(lex: &Lexicon, corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> usize {
    let (left, right) = (beside(lex, corpus, pair.a.0, a), beside(lex, corpus, pair.b.0, b));
    left.intersection(&right).filter(|w| a.target.as_deref() != Some(w.as_str())).count()
}

/// Whether one of the sentences is a list of figures, in which the words beside one say little of it.
fn is_list(corpus: &Corpus, pair: &Pair) -> bool {
    [pair.a, pair.b].into_iter().any(|place| figures(corpus, place).len() > MOST_FIGURES)
}

/// Whether another figure of either sentence, of the same unit and thing, has more beside it of what stands beside this one.
fn has_better(lex: &Lexicon, corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> bool {
    if is_list(corpus, pair) {
        return false;
    }
    let shared = common(lex, corpus, pair, a, b);
    let is_better = |x: &Quantity, y: &Quantity| {
        x.unit == y.unit && x.target == y.target && common(lex, corpus, pair, x, y) > shared
    };
    figures(corpus, pair.a).iter().any(|x| is_better(x, b))
        || figures(corpus, pair.b).iter().any(|y| is_better(a, y))
}

/// Whether both sentences name persons, and none in common: each figure is somebody's own.
fn are_of_others(corpus: &Corpus, pair: &Pair) -> bool {
    let persons = |(article, sentence): (usize, usize)| -> BTreeSet<usize> {
        let Some(document) = corpus.documents.get(article) else { return BTreeSet::new() };
        let Some(tokens) = document.prose.sentences.get(sentence) else { return BTreeSet::new() };
        let mentions = tokens.clone().filter_map(|i| document.names.mention_at(i));
        let of_persons = mentions
            .filter(|&m| document.names.mentions.get(m).is_some_and(|m| m.kind == EntityKind::Person));
        of_persons.filter_map(|m| corpus.entity(article, m)).collect()
    };
    let (left, right) = (persons(pair.a), persons(pair.b));
    !left.is_empty() && !right.is_empty() && left.is_disjoint(&right)
}

/// Whether one sentence gives a year and the other gives none, or another one: a toll of long ago beside one of today.
fn are_of_other_years(corpus: &Corpus, pair: &Pair) -> bool {
    let years = |(article, sentence): (usize, usize)| -> BTreeSet<&str> {
        let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return BTreeSet::new() };
        let tokens = prose.sentences.get(sentence).cloned().unwrap_or_default();
        let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        tokens
            .map(|i| prose.lower(i))
            .filter(|w| is_year(w) && w.bytes().all(|b| b.is_ascii_digit()))
            .collect()
    };
    years(pair.a) != years(pair.b)
}

/// Figures of a sentence of the text.
pub fn figures(corpus: &Corpus, (article, sentence): (usize, usize)) -> Vec<&Quantity> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    let Some(tokens) = document.prose.sentences.get(sentence) else { return Vec::new() };
    if document.prose.role_of(tokens.start) == BlockRole::Boilerplate {
        return Vec::new();
    }
    let start = document.quantities.partition_point(|q| q.tokens.start < tokens.start);
    let inside = document.quantities.iter().skip(start).take_while(|q| q.tokens.start < tokens.end);
    inside.filter(|q| !matches!(q.unit.as_str(), "ordinal" | "age")).collect()
}

/// Names and content lemmas right beside a figure, up to the next figure on either side.
fn beside(lex: &Lexicon, corpus: &Corpus, article: usize, quantity: &Quantity) -> BTreeSet<String> {
    let Some(document) = corpus.documents.get(article) else { return BTreeSet::new() };
    let prose = &document.prose;
    let sentence = prose.sentence_at(quantity.tokens.start).unwrap_or_default();
    let others = figures(corpus, (article, prose.sentence_of(quantity.tokens.start)));
    let before = others.iter().map(|q| q.tokens.end).filter(|&end| end <= quantity.tokens.start).max();
    let behind = others.iter().map(|q| q.tokens.start).filter(|&start| start >= quantity.tokens.end).min();
    let from = quantity.tokens.start.saturating_sub(BESIDE).max(before.unwrap_or(sentence.start));
    let to = (quantity.tokens.end + BESIDE).min(behind.unwrap_or(sentence.end));
    words_in(corpus, article, quantity, from..to, |i| {
        !matches!(prose.lemma(i), "have" | "be" | "people" | "more" | "other")
            && !lex.reporting_verbs.has(prose.lower(i))
    })
}

/// Whether the verbs that govern both figures tell of one kind of event with a shared party.
fn is_same_doing(lex: &Lexicon, corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> bool {
    let (left, right) = (governors(corpus, pair.a, a), governors(corpus, pair.b, b));
    left.iter().any(|x| {
        right.iter().any(|y| {
            let parties = |article: usize, claim: &Claim| -> BTreeSet<usize> {
                // Where it was is no party: two shares rise in one town.
                let kept = claim
                    .others
                    .iter()
                    .filter(|a| !matches!(a.preposition.as_str(), "in" | "at" | "near" | "from"));
                let mentions = claim.agents.iter().copied().chain(kept.map(|a| a.mention));
                mentions.filter_map(|m| corpus.entity(article, m)).collect()
            };
            let is_said = corpus
                .documents
                .get(pair.a.0)
                .is_some_and(|d| lex.reporting_verbs.has(d.prose.lower(x.head)));
            x.event == y.event
                && !is_said
                && x.certainty == y.certainty
                && !parties(pair.a.0, x).is_disjoint(&parties(pair.b.0, y))
        })
    })
}

/// Claims of the sentence around a figure whose verb stands next to it.
fn governors<'a>(
    corpus: &'a Corpus,
    (article, sentence): (usize, usize),
    quantity: &Quantity,
) -> Vec<&'a Claim> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    let start = document.claims.partition_point(|c| c.sentence < sentence);
    let around = document.claims.iter().skip(start).take_while(|c| c.sentence == sentence);
    let holding: Vec<&Claim> = around
        .filter(|c| c.tokens.start <= quantity.tokens.start && quantity.tokens.end <= c.tokens.end)
        .collect();
    let before =
        holding.iter().filter(|c| !c.is_nominal && c.head < quantity.tokens.start).max_by_key(|c| c.head);
    let behind =
        holding.iter().filter(|c| !c.is_nominal && c.head >= quantity.tokens.end).min_by_key(|c| c.head);
    before.or(behind).into_iter().chain(holding.iter().filter(|c| c.is_nominal)).copied().collect()
}

/// Whether the figure counts people who came to harm or were held.
pub fn is_casualty(quantity: &Quantity) -> bool {
    quantity.target.as_deref().is_some_and(|t| CASUALTIES.contains(&t))
}

/// A toll that grew from one day's article to a later day's is news and no contradiction.
pub fn is_update(corpus: &Corpus, pair: &Pair, a: &Quantity, b: &Quantity) -> bool {
    let date = |article: usize| corpus.documents.get(article).and_then(|d| d.head.date.as_deref());
    match (date(pair.a.0), date(pair.b.0)) {
        (Some(x), Some(y)) => x < y && a.high < b.high || y < x && b.high < a.high,
        _ => false,
    }
}

fn is_vague(quantity: &Quantity) -> bool {
    matches!(quantity.bound, Bound::About)
}

/// Names and content lemmas around a figure.
fn near(corpus: &Corpus, article: usize, quantity: &Quantity) -> BTreeSet<String> {
    let Some(document) = corpus.documents.get(article) else { return BTreeSet::new() };
    let prose = &document.prose;
    let sentence = prose.sentence_at(quantity.tokens.start).unwrap_or_default();
    let from = quantity.tokens.start.saturating_sub(NEAR).max(sentence.start);
    let to = (quantity.tokens.end + NEAR).min(sentence.end);
    words_in(corpus, article, quantity, from..to, |i| {
        !matches!(prose.lemma(i), "say" | "have" | "be" | "make" | "year" | "people" | "more" | "other")
    })
}

/// Names and content lemmas of a stretch around a figure, of those that say something.
fn words_in(
    corpus: &Corpus,
    article: usize,
    quantity: &Quantity,
    range: Range<usize>,
    says: impl Fn(usize) -> bool,
) -> BTreeSet<String> {
    let Some(document) = corpus.documents.get(article) else { return BTreeSet::new() };
    let words = range.filter(|&i| {
        let is_content = matches!(document.prose.pos(i), Pos::Noun | Pos::Verb | Pos::Adj | Pos::Propn);
        is_content && !quantity.tokens.contains(&i) && says(i)
    });
    words.map(|i| name_at(corpus, article, document, i)).collect()
}

/// A word, or the shared name that it belongs to.
fn name_at(corpus: &Corpus, article: usize, document: &Document, token: usize) -> String {
    let mention = document.names.mention_at(token);
    let entity = mention.and_then(|m| corpus.entity(article, m));
    entity.map_or_else(|| document.prose.lemma(token).to_owned(), |e| format!("#{e}"))
}
