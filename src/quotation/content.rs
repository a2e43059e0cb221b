//! What is ascribed: the stretch of items that a cue governs.
//!
//! In: a [`Passage`], a [`Cue`]. Out: ranges of items. Example: in "Smith said that the bridge is safe, but gave no proof" the content is "the
//! bridge is safe". Limits: where a clause ends is told by conjunctions, participles and punctuation, not by a parse.

use std::ops::Range;

use crate::quotation::cue::Cue;
use crate::quotation::passage::Passage;
use crate::tag::Pos;

/// Between a cue and its "that" or quotation stand at most this many items of place and time.
const LONGEST_ADJUNCT: usize = 22;

/// A reported clause has at most this many items; more is no sentence of prose.
const LONGEST_CLAUSE: usize = 160;

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
    let mut at = cue.range.end;
    while matches!(p.class(at), "adv")
        || p.pos(at) == Pos::Adv && !matches!(p.word(at), "there" | "how" | "why" | "where" | "when" | "as")
    {
        at += 1;
    }
    let addressee = addressee(p, cue, at);
    if let Some(range) = &addressee {
        at = range.end;
    }
    let with = |found: Option<Content>| found.map(|c| Content { addressee: addressee.clone(), ..c });
    with(content_at(p, cue, at)).or_else(|| with(behind_adjunct(p, cue, at)))
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
    if p.class(range.start) != "obj" {
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
    if p.is_mark(at, &[",", ":", "—", "–", "-"])
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
    if cue.takes('w') && (matches!(class, "rel") || matches!(p.word(at), "whether" | "if" | "who" | "where"))
    {
        return plain(at..p.clause_end(at));
    }
    if cue.takes('p') && matches!(p.word(at), "for" | "of" | "about" | "against" | "at" | "to" | "on") {
        let from = at + 1;
        let opens = p.begins_phrase(from) || p.quote(from).is_some() || p.word(from).ends_with("ing");
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
        // The clause is worth showing where the words in marks are the greater part of it.
        Some(n) if cue.takes('i') && p.tokens(&(at..n)).len() > p.tokens(&(n..n + 1)).len() => {
            first_quote(p, at..n + 1)
        }
        Some(n) if cue.takes('i') => plain(at..n + 1),
        _ if cue.takes('n') && p.class(at) != "obj" && !p.is(at, "it") => {
            let occasion = (at + 1..end).find(|&n| matches!(p.word(n), "during" | "via"));
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
    if p.quote_is_whole(at) || !p.clause_goes_on(at + 1) || cue.takes('i') {
        return alone;
    }
    plain(at..p.clause_end(at + 1))
}

/// "said on Monday in a speech to the union that …": the content stands behind time and place.
fn behind_adjunct(p: &Passage, cue: &Cue, from: usize) -> Option<Content> {
    if !(cue.takes('q') || cue.takes('c'))
        || !(p.class(from) == "prep"
            || p.is_day(from)
            || p.is_mark(from, &[","])
            || matches!(p.word(from), "last" | "late" | "early" | "this" | "when" | "as" | "after"))
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

impl Passage<'_> {
    /// Whether the run in marks is an utterance of its own: it ends with its own punctuation, or begins with a capital and holds several words.
    #[must_use]
    pub fn quote_is_whole(&self, n: usize) -> bool {
        let Some(run) = self.quote(n).and_then(|run| self.marked.get(run)) else { return false };
        let last = self.prose.raw(run.inner.end.saturating_sub(1));
        let is_upper = run
            .inner
            .clone()
            .find(|&t| !self.prose.raw(t).starts_with(['“', '"', '‘', '\'', '[', '.', '…']))
            .is_some_and(|t| self.prose.is_capitalised(t));
        matches!(last, "," | "." | "!" | "?" | "…" | "..." | "—") && (is_upper || run.inner.len() > 6)
            || is_upper && run.inner.len() > 8
    }

    /// Whether the clause of a run goes on behind it.
    #[must_use]
    pub fn clause_goes_on(&self, next: usize) -> bool {
        let ends = self.is_end(next)
            || self.is_punctuation(next)
            || matches!(self.class(next), "sub" | "coord" | "adv");
        !ends && !self.is_day(next) && !matches!(self.word(next), "who" | "which")
    }

    /// Whether a noun phrase may begin at the item.
    #[must_use]
    pub fn begins_phrase(&self, n: usize) -> bool {
        matches!(self.class(n), "det" | "poss" | "obj")
            || matches!(self.word(n), "that" | "it")
            || self.is_nominal(n)
            || self.word(n).ends_with("ing") && self.token(n).is_some()
    }

    /// Whether a clause with a verb begins at the item.
    #[must_use]
    pub fn begins_clause(&self, n: usize, end: usize) -> bool {
        let opens = matches!(self.class(n), "det" | "poss" | "pron")
            || self.is(n, "there")
            || self.is(n, "that")
            || self.is_nominal(n)
            || matches!(
                self.word(n),
                "if" | "while" | "although" | "because" | "no" | "in" | "under" | "despite"
            );
        let opens = opens || self.word(n).ends_with("ing") && self.token(n).is_some();
        opens
            && !self.is_day(n)
            && (n + 1..end).any(|i| {
                self.is_verb(i)
                    || self.quote(i).is_some()
                    || matches!(self.word(i), "'s" | "'re" | "'ll" | "'m" | "'ve" | "'d")
            })
    }

    /// One past the last item of the clause that begins at `from`.
    #[must_use]
    pub fn clause_end(&self, from: usize) -> usize {
        let mut n = from;
        while n < self.len().min(from + LONGEST_CLAUSE) {
            if self.is_end(n) || self.is_mark(n, &[";"]) && n > from {
                break;
            }
            if n > from && self.ends_clause(from, n) {
                break;
            }
            n += 1;
        }
        n
    }

    fn ends_clause(&self, from: usize, n: usize) -> bool {
        let reports = |i: usize| self.reports(i);
        if self.is(n, "but") && self.quote(n - 1).is_some_and(|run| self.ends_in_comma(run)) {
            return true;
        }
        if matches!(self.word(n), "and" | "but") {
            let next = if self.class(n + 1) == "adv" { n + 2 } else { n + 1 };
            return reports(next) && !self.word(next).ends_with("ing") && self.pos(next) != Pos::Noun;
        }
        if !self.is_mark(n, &[",", "—", "–", "--"]) {
            return false;
        }
        let next = self.word(n + 1);
        if matches!(
            next,
            "but"
                | "though"
                | "although"
                | "whereas"
                | "according"
                | "when"
                | "who"
                | "which"
                | "citing"
                | "while"
                | "after"
                | "despite"
        ) {
            return true;
        }
        if next.ends_with("ing") && self.token(n + 1).is_some() && self.lex.reporting_verbs.has(next) {
            return true;
        }
        if next == "and" {
            return !self.is(n + 2, "that")
                && (self.begins_clause(n + 2, self.len().min(n + 12)) || reports(n + 2));
        }
        // ", Smith said," closes what stands before it.
        let source = self.phrase_beginning(n + 1).map_or(n + 1, |r| r.end);
        let inverted = reports(n + 1) && !next.ends_with("ing");
        let verb = (source..source + 3).find(|&i| reports(i));
        n > from + 2 && (inverted || verb.is_some_and(|v| self.closes_report(v)))
    }

    fn ends_in_comma(&self, run: usize) -> bool {
        let last = self.marked.get(run).map(|m| m.inner.end.saturating_sub(1));
        last.is_some_and(|at| matches!(self.prose.raw(at), "," | "." | "!" | "?"))
    }

    /// Whether a verb of reporting stands at the item.
    #[must_use]
    pub fn reports(&self, n: usize) -> bool {
        let found = self.token(n).and_then(|at| self.lex.reporting_verbs.phrase(self.prose.lowers(at)));
        found.is_some_and(|(len, _)| len > 1 || self.is_verb(n))
    }

    /// Whether nothing that could be content follows the verb: a comma, the end, an addressee, time and place.
    #[must_use]
    pub fn closes_report(&self, verb: usize) -> bool {
        let next = verb + 1;
        self.is_end(next)
            || self.is_mark(next, &[",", ".", ":"])
            || matches!(self.class(next), "prep" | "obj")
            || self.is_day(next)
            || self.quote(next).is_some()
            || self.is(verb, "told")
    }

    /// First item of the clause that ends before `end`.
    #[must_use]
    pub fn clause_start(&self, floor: usize, end: usize) -> usize {
        let floor = floor.max(end.saturating_sub(LONGEST_CLAUSE));
        let mut start = (floor..end).rev().find(|&n| self.is_mark(n, &[";"])).map_or(floor, |n| n + 1);
        while start < end
            && (matches!(self.word(start), "but" | "and" | "yet" | "so" | "however" | "meanwhile" | "still")
                || self.is_punctuation(start))
        {
            start += 1;
        }
        start
    }
}
