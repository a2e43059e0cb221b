//! What is ascribed: the stretch of items that a cue governs.
//!
//! In: a [`Passage`], a [`Cue`]. Out: ranges of items. Example: in "Smith said that the bridge is safe, but gave no proof" the content is "the
//! bridge is safe". Limits: where a clause ends is told by conjunctions, participles and punctuation, not by a parse.

use std::ops::Range;

use crate::quotation::cue::{Cue, How};
use crate::quotation::passage::Passage;
use crate::tag::Pos;

/// Between a cue and its "that" or quotation stand at most this many items of place and time.
const LONGEST_ADJUNCT: usize = 22;

/// A run is taken without the rest of its clause when it has so many times as many tokens.
const LEAST_SHARE: usize = 5;

/// What follows a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its items.
    pub items: Range<usize>,
    /// Whether the items are a single run in marks that stands for itself.
    pub is_quote: bool,
    /// Who was told.
    pub addressee: Option<Range<usize>>,
}

/// The content behind a cue.
#[must_use]
pub fn content_right(p: &Passage, cue: &Cue) -> Option<Content> {
    let mut at = adverbs_end(p, cue.range.end);
    if cue.how == How::Passive {
        at = p.phrase_beginning(at + 1)?.end;
    }
    let addressee = addressee(p, cue, at);
    if let Some(range) = &addressee {
        at = range.end;
    }
    let with = |found: Option<Content>| found.map(|c| Content { addressee: addressee.clone(), ..c });
    // "wrote in the morning that …": a preposition opens a clause only where no "that" follows.
    let adjunct =
        if p.class(at) == "prep" && !p.is(at, "to") { with(behind_adjunct(p, cue, at)) } else { None };
    let adjunct = adjunct.or_else(|| with(addressee.as_ref().and_then(|_| behind_relative(p, cue, at))));
    at = time_end(p, at);
    adjunct.or_else(|| with(content_at(p, cue, at))).or_else(|| with(behind_adjunct(p, cue, at)))
}

/// Who was told, behind the cue.
#[must_use]
pub fn told(p: &Passage, cue: &Cue) -> Option<Range<usize>> {
    addressee(p, cue, adverbs_end(p, cue.range.end))
}

fn adverbs_end(p: &Passage, from: usize) -> usize {
    let is_adverb = |at: usize| {
        p.class(at) == "adv"
            || p.pos(at) == Pos::Adv
                && !matches!(p.word(at), "there" | "how" | "why" | "where" | "when" | "as")
    };
    (from..p.len()).find(|&at| !is_adverb(at)).unwrap_or(p.len())
}

/// "told a man who feared that the dam would break that '…'": words in marks behind the clause about the addressee.
fn behind_relative(p: &Passage, cue: &Cue, from: usize) -> Option<Content> {
    let is_joined = |n: usize| p.is(n - 1, "that") || p.is_mark(n - 1, &[",", ":"]);
    let quote = (from + 1..p.len().min(from + LONGEST_ADJUNCT)).find(|&n| p.quote(n).is_some());
    quote.filter(|&n| p.is(from, "who") && is_joined(n)).and_then(|n| quote_at(p, cue, n))
}

/// Behind "this week", "last month", where they stand before a clause.
fn time_end(p: &Passage, at: usize) -> usize {
    let is_time = matches!(p.word(at), "this" | "last" | "next" | "late" | "early")
        && matches!(
            p.word(at + 1),
            "week"
                | "weekend"
                | "month"
                | "year"
                | "morning"
                | "evening"
                | "afternoon"
                | "summer"
                | "spring"
                | "fall"
                | "autumn"
                | "winter"
        );
    if is_time && !p.is_end(at + 2) { at + 2 } else { at }
}

fn plain(items: Range<usize>) -> Option<Content> {
    (!items.is_empty()).then_some(Content { items, is_quote: false, addressee: None })
}

/// Who is told: "told reporters", "warned the board that", "asked her to".
fn addressee(p: &Passage, cue: &Cue, at: usize) -> Option<Range<usize>> {
    if !cue.takes('a') || p.quote(at).is_some() {
        return None;
    }
    let mut range = p.phrase_beginning(at)?;
    if p.class(range.start) != "obj" && p.class(range.end) != "that" {
        // "told reporters Smith would …": a name behind a common noun begins the clause.
        let lower = |n: usize| !p.is_capitalised(n);
        let border = (range.start + 1..range.end)
            .find(|&n| lower(n - 1) && p.is_nominal(n - 1) && !lower(n) && p.class(n - 1).is_empty());
        range.end = border.unwrap_or(range.end);
    }
    if cue.takes('p') {
        let border = (range.start + 1..range.end).find(|&n| matches!(p.word(n), "of" | "about"));
        range.end = border.unwrap_or(range.end);
    }
    range.end = p.skip_bracket_after(range.end);
    let next = range.end;
    let is_told = cue.lemma == "tell" || p.class(range.start) == "obj";
    let opens = p.class(next) == "that"
        || p.is(next, "to")
        || matches!(p.word(next), "not" | "if" | "whether" | "how" | "what" | "why")
        || cue.takes('p') && matches!(p.word(next), "of" | "about")
        || p.quote(next).is_some()
        || p.is_mark(next, &[",", ":"]);
    (is_told || opens).then_some(range)
}

/// Content that begins right at `at`.
fn content_at(p: &Passage, cue: &Cue, at: usize) -> Option<Content> {
    let mut at = at;
    if (p.is_mark(at, &[",", ":"]) || p.is_dash(at))
        && p.quote(at + 1).is_some()
        && (cue.takes('q') || cue.takes('c'))
    {
        return quote_at(p, cue, at + 1);
    }
    if p.quote(at).is_some() {
        return if cue.takes('q') || cue.takes('c') || cue.takes('i') || cue.takes('n') {
            quote_at(p, cue, at)
        } else {
            None
        };
    }
    if p.is_mark(at, &[":"]) && cue.takes('q') && !cue.takes('r') && at + 2 < p.len() {
        return plain(at + 1..p.clause_end(at + 1));
    }
    if p.is(at, "that") && cue.takes('c') {
        at += 1;
        return if p.quote(at).is_some() { quote_at(p, cue, at) } else { plain(at..p.clause_end(at)) };
    }
    if p.is(at, "as") && cue.takes('i') {
        return plain(at + 1..p.clause_end(at + 1)).and_then(|c| first_quote(p, c.items));
    }
    let class = p.class(at);
    if p.is(at, "to") && cue.takes('t') || p.is(at, "not") && p.is(at + 1, "to") && cue.takes('t') {
        return plain(at..p.clause_end(at));
    }
    let is_relative = p.is(at, "who") && at > cue.range.end;
    if cue.takes('w')
        && !is_relative
        && (matches!(class, "rel") || matches!(p.word(at), "whether" | "if" | "who" | "where"))
    {
        return plain(at..p.clause_end(at));
    }
    if cue.takes('p') && matches!(p.word(at), "for" | "of" | "about" | "against" | "at" | "to" | "on") {
        let from = at + 1;
        let opens = p.begins_phrase(from) || p.quote(from).is_some() || p.is_gerund(from);
        return if opens && !p.is_day(from) && !matches!(p.word(at), "on" | "at" | "to") {
            plain(from..p.clause_end(from))
        } else {
            None
        };
    }
    let end = p.clause_end(at);
    if (cue.takes('b') || cue.takes('c')) && p.begins_clause(at, end) {
        return plain(at..end);
    }
    if (cue.takes('n') || cue.takes('i')) && p.begins_phrase(at) && !p.is_day(at) {
        return object(p, cue, at, end);
    }
    None
}

/// The first run in the items, alone.
fn first_quote(p: &Passage, items: Range<usize>) -> Option<Content> {
    let n = items.into_iter().find(|&n| p.quote(n).is_some())?;
    Some(Content { items: n..n + 1, is_quote: true, addressee: None })
}

/// A noun phrase as content; "described it as 'a farce'" ends with the quotation.
fn object(p: &Passage, cue: &Cue, at: usize, end: usize) -> Option<Content> {
    let group = p.verb_group_start(cue.range.start);
    let is_negated = (group..cue.range.start).any(|n| p.class(n) == "neg") || p.is(cue.range.end, "no");
    let is_source = |n: usize| p.lex.attribution_nouns.has(p.word(n));
    let is_ground = cue.lemma == "cite" && cue.is_participle;
    if is_negated || is_ground || cue.lemma == "cite" && (at..end.min(at + 6)).any(is_source) {
        return None;
    }
    let quote = (at..end).find(|&n| p.quote(n).is_some());
    match quote {
        // "called the talks 'a farce'": who or what is so called is no part of what was said, unless it is the greater part of the clause.
        Some(n)
            if cue.takes('i')
                && (p.is(n - 1, "as") || p.tokens(&(at..n)).len() > p.tokens(&(n..n + 1)).len()) =>
        {
            plain(at..n + 1)
        }
        Some(_) if cue.takes('i') => first_quote(p, at..end),
        _ if cue.takes('n') && p.class(at) != "obj" && !p.is(at, "it") => {
            let occasion = (at + 1..end)
                .find(|&n| matches!(p.word(n), "during" | "via") || p.is(n, "by") && p.is_gerund(n + 1));
            plain(at..occasion.unwrap_or(end))
        }
        // "called him reckless", "called it a mistake"
        _ if (p.class(at) == "obj" || p.is(at, "it"))
            && (p.pos(at + 1) == Pos::Adj || matches!(p.class(at + 1), "det")) =>
        {
            plain(at..end)
        }
        _ => None,
    }
}

/// A run in marks behind a cue: alone, or the beginning of a longer clause.
fn quote_at(p: &Passage, cue: &Cue, at: usize) -> Option<Content> {
    let alone = Some(Content { items: at..at + 1, is_quote: true, addressee: None });
    let is_bound = cue.takes('i') || !(cue.takes('c') || cue.takes('b') || cue.takes('n'));
    if is_bound || p.quote_is_whole(at) || !p.clause_goes_on(at + 1) {
        return alone;
    }
    // Where the words in marks are nearly the whole clause, they are the quotation.
    let end = p.clause_end(at + 1);
    let rest = p.tokens(&(at + 1..end)).len();
    if p.tokens(&(at..at + 1)).len() > LEAST_SHARE * rest { alone } else { plain(at..end) }
}

/// "said on Monday in a speech to the union that …": the content stands behind time and place.
fn behind_adjunct(p: &Passage, cue: &Cue, from: usize) -> Option<Content> {
    if !(cue.takes('q') || cue.takes('c'))
        || !(p.class(from) == "prep"
            || p.is_day(from)
            || p.is_mark(from, &[","])
            || matches!(p.word(from), "last" | "late" | "early" | "this" | "when" | "as" | "after" | "who"))
    {
        return None;
    }
    for n in from..p.len().min(from + LONGEST_ADJUNCT) {
        if p.quote(n).is_some() {
            let joined = n > from && (p.is_mark(n - 1, &[",", ":"]) || p.is(n - 1, "that"));
            return if joined && cue.takes('q') { quote_at(p, cue, n) } else { None };
        }
        if p.is(n, "that") && cue.takes('c') && n > from && !p.is_mark(from, &[","]) && !p.is_verb(n + 1) {
            return if p.quote(n + 1).is_some() {
                quote_at(p, cue, n + 1)
            } else {
                plain(n + 1..p.clause_end(n + 1))
            };
        }
        let acts = p.pos(n + 1) == Pos::Verb || p.quote(n + 1).is_some();
        if p.is(n, "to") && cue.takes('t') && n > from && acts {
            return plain(n..p.clause_end(n));
        }
        if p.reports(n) || p.is_mark(n, &[";", "."]) || n > from && p.class(n) == "coord" && p.is_verb(n + 1)
        {
            return None;
        }
        // "said Monday he would go", "said in a statement the bridge is safe"
        let is_time = n > from && (p.is_day(n - 1) || matches!(p.word(n - 1), "statement" | "interview"));
        if is_time && cue.takes('b') && !p.is_mark(n, &[","]) {
            let end = p.clause_end(n);
            if p.begins_clause(n, end) {
                return plain(n..end);
            }
        }
    }
    None
}
