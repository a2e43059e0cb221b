//! Brings cue, source and content together, passage by passage.
//!
//! In: the passages of an article. Out: [`Attribution`]s: what is ascribed, by which words, to which phrase. Example: `"We won," said Smith. "It is over."`
//! gives two, both to "Smith": the second continues the first. Limits: a quotation without any cue near it stays without a source.

use std::ops::Range;

use crate::kind::BlockRole;
use crate::quotation::carry::Last;
use crate::quotation::content::{Content, content_right, told};
use crate::quotation::cue::{Cue, How, cues};
use crate::quotation::passage::Passage;
use crate::quotation::subject::Subject;

/// A verb shares the subject of one that stands at most this many items before it.
const LONGEST_SHARING: usize = 40;
/// Confidence of an attribution whose cue and source stand beside the content.
const BESIDE: u8 = 95;
/// … of a reported clause.
pub(super) const REPORTED: u8 = 85;
/// … where the source is that of an earlier verb.
pub(super) const SHARED: u8 = 80;
/// … where a quotation continues the last one of its paragraph.
pub(super) const CONTINUED: u8 = 75;
/// … where it continues over a paragraph's end.
pub(super) const CONTINUED_FAR: u8 = 60;
/// … where only the subject of the sentence before tells of a speaker.
pub(super) const GUESSED: u8 = 50;
/// … of a run in marks that no cue governs.
pub const UNKNOWN: u8 = 40;

/// Words ascribed to a source; all ranges are tokens of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The run in marks that is ascribed, or `None` for a reported clause.
    pub run: Option<usize>,
    /// The reported clause; empty for a run.
    pub clause: Range<usize>,
    /// The words that ascribe.
    pub cue: Option<Range<usize>>,
    /// The words that name the source.
    pub source: Option<Range<usize>>,
    /// The words that name who was told.
    pub addressee: Option<Range<usize>>,
    /// In percent.
    pub confidence: u8,
}

/// The attributions of an article, in the order in which they were found.
#[must_use]
pub fn attributions(passages: &[Passage]) -> Vec<Attribution> {
    let mut out: Vec<Attribution> = Vec::new();
    let mut last = Last::default();
    for p in passages {
        let mut reader = Reader { p, out: Vec::new(), source: None, taken: 0 };
        reader.read();
        reader.continue_from(&last);
        last = last.after(p, &reader.out);
        out.append(&mut reader.out);
    }
    out
}

pub(super) struct Reader<'a, 'b> {
    pub(super) p: &'a Passage<'b>,
    pub(super) out: Vec<Attribution>,
    /// Source of the last cue with a subject of its own.
    source: Option<Range<usize>>,
    /// Items before this belong to earlier contents or cues.
    pub(super) taken: usize,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        if matches!(self.p.role, BlockRole::Headline | BlockRole::Subhead | BlockRole::Standfirst) {
            self.colon();
        }
        let all = cues(self.p);
        for cue in &all {
            match cue.how {
                How::According => self.according(cue),
                How::Reportedly => {}
                How::Verb | How::Passive => self.verb(cue),
            }
        }
        self.nouns();
        self.manner();
        self.announced();
        self.signed();
        if let Some(cue) = all.iter().find(|c| c.how == How::Reportedly).filter(|_| self.out.is_empty()) {
            self.reportedly(cue);
        }
    }

    pub(super) fn is_taken(&self, run: usize) -> bool {
        self.out.iter().any(|a| a.run == Some(run))
    }

    fn according(&mut self, cue: &Cue) {
        let p = self.p;
        let Some(source) = p.phrase_beginning(cue.range.end) else { return };
        let opens =
            (0..cue.range.start).all(|n| matches!(p.class(n), "coord" | "adv") || p.is_punctuation(n));
        let content = if opens {
            let comma = (source.end..p.len().min(source.end + 25)).find(|&n| p.is_mark(n, &[","]));
            comma.and_then(|n| {
                p.quote(n + 1)
                    .is_some()
                    .then(|| self.leading_quote(n + 1))
                    .flatten()
                    .or_else(|| self.clause(n + 1, p.clause_end(n + 1)))
            })
        } else {
            self.left_content(cue.range.start)
        };
        let is_attribution =
            |c: &Content| !c.is_quote && p.reports(c.items.end - 1) && c.items.start >= self.taken;
        let ascribed = !self.out.is_empty();
        if let Some(content) = content.filter(|c| !(ascribed && is_attribution(c))) {
            let taken = self.taken;
            self.put(content, Some(cue.range.clone()), Some(source.clone()), REPORTED);
            // What the source reports may be somebody's words in turn.
            self.taken = if opens { taken } else { self.taken };
        }
        self.source = self.source.take().or(Some(source));
    }

    fn leading_quote(&self, n: usize) -> Option<Content> {
        self.p.quote_is_whole(n).then_some(Content { items: n..n + 1, is_quote: true, addressee: None })
    }

    pub(super) fn clause(&self, start: usize, end: usize) -> Option<Content> {
        (end > start + 2).then_some(Content { items: start..end, is_quote: false, addressee: None })
    }

    fn verb(&mut self, cue: &Cue) {
        let before = self.out.len();
        if cue.range.start >= self.taken {
            self.ascribe(cue);
        }
        let told = told(self.p, cue).map(|range| self.p.tokens(&range));
        for found in self.out.iter_mut().skip(before) {
            found.addressee = found.addressee.take().or_else(|| told.clone());
        }
    }

    fn ascribe(&mut self, cue: &Cue) {
        let p = self.p;
        let subject = self.subject(cue);
        let right = content_right(p, cue);
        let is_own = matches!(subject, Subject::Before(_));
        let (source, anchor) = match (&subject, &right) {
            (Subject::Before(range), _) => (Some(range.clone()), self.behind_run(range.start)),
            (Subject::Shared, _) => (self.shared(cue.range.start), cue.range.start),
            (Subject::Open, _) if self.may_invert(cue) => {
                (p.phrase_beginning(cue.range.end), p.verb_group_start(cue.range.start))
            }
            (Subject::Open, Some(_)) => {
                (self.source.clone().or_else(|| p.main_subject(cue.range.start)), cue.range.start)
            }
            (Subject::Open, None) => (None, cue.range.start),
        };
        let is_inverted = matches!(subject, Subject::Open) && self.may_invert(cue) && source.is_some();
        let right = if is_inverted { self.quote_behind(source.as_ref()) } else { right };
        let confidence = if is_own || is_inverted { BESIDE } else { SHARED };
        if let Some(content) = self.as_clause(cue, source.as_ref()) {
            self.put(content, Some(cue.range.clone()), source.clone(), REPORTED);
            return;
        }
        let opens = source.is_none() && cue.is_participle && cue.range.start == 0;
        let source =
            if opens { right.as_ref().and_then(|c| self.subject_behind(c.items.end)) } else { source };
        // `Adding, "…"` goes on from the sentence before.
        if opens && source.is_none() && right.as_ref().is_some_and(|c| c.is_quote) {
            return;
        }
        let right = right.map(|content| self.within_subordinate(content, source.as_ref()));
        self.left(cue, &source, anchor, right.is_some(), confidence);
        if let Some(content) = right {
            let surely = if content.is_quote { confidence } else { confidence.min(REPORTED) };
            let end = content.items.end;
            let speaks = !content.is_quote && p.is_mark(end, &[",", ":"]) && p.quote_speaks(end + 1);
            self.put(content, Some(cue.range.clone()), source.clone(), surely);
            if speaks {
                let content = Content { items: end + 1..end + 2, is_quote: true, addressee: None };
                self.put(content, Some(cue.range.clone()), source.clone(), SHARED);
            }
        }
        if is_own || is_inverted {
            self.source = source;
        }
    }

    /// "He laughed and said", "She came, telling us": the subject of the nearest verb before, or the last source.
    fn shared(&self, verb: usize) -> Option<Range<usize>> {
        let p = self.p;
        let from = verb.saturating_sub(LONGEST_SHARING);
        let is_full = |n: &usize| p.is_verb(*n) && !matches!(p.class(*n), "aux" | "modal");
        let nearest =
            (from..verb).rev().take_while(|&n| !p.is_mark(n, &[";"])).filter(is_full).find_map(|n| {
                match p.subject(n) {
                    Subject::Before(range) if p.is_clause_start(range.start) => Some(range),
                    _ => None,
                }
            });
        let nearest = nearest.filter(|r| self.source.as_ref().is_none_or(|s| s.start < r.start));
        nearest.or_else(|| self.source.clone()).or_else(|| p.main_subject(verb))
    }

    /// "Saying it was old, Smith left": the subject of the clause behind the comma.
    fn subject_behind(&self, comma: usize) -> Option<Range<usize>> {
        let p = self.p;
        let found = p.phrase_beginning(comma + 1).filter(|_| p.is_mark(comma, &[",", "—", "–"]))?;
        (p.is_verb(found.end) || p.is_verb(found.end + 1)).then_some(found)
    }

    /// "As Smith noted, the bridge is old" and "The bridge is old, as Smith noted".
    fn as_clause(&self, cue: &Cue, source: Option<&Range<usize>>) -> Option<Content> {
        let p = self.p;
        let at = source?.start.checked_sub(1).filter(|&n| p.is(n, "as"))?;
        let comma = (cue.range.end..p.len().min(cue.range.end + 8)).find(|&n| p.is_mark(n, &[","]));
        let quote =
            comma.map(|n| n + 1).filter(|&n| p.quote(n).is_some() && p.quote(at.saturating_sub(2)).is_none());
        if let Some(n) = quote {
            return Some(Content { items: n..n + 1, is_quote: true, addressee: None });
        }
        if !p.closes_report(cue.range.end - 1) {
            return None;
        }
        if at > 0 && p.is_mark(at - 1, &[","]) {
            return self.left_content(at);
        }
        (at == 0).then(|| self.clause(comma? + 1, p.clause_end(comma? + 1))).flatten()
    }

    /// "While Smith said it is old, the bridge held": the content ends where the main clause begins.
    fn within_subordinate(&self, content: Content, source: Option<&Range<usize>>) -> Content {
        let p = self.p;
        let opens =
            source.and_then(|r| r.start.checked_sub(1)).is_some_and(|n| p.class(n) == "sub" && n <= 1);
        let comma = content.items.clone().skip(1).find(|&n| p.is_mark(n, &[","]));
        match comma {
            Some(n) if opens && !content.is_quote => Content { items: content.items.start..n, ..content },
            _ => content,
        }
    }

    /// A participle shares the subject of its clause, unless a noun stands right before it.
    fn subject(&self, cue: &Cue) -> Subject {
        let p = self.p;
        if cue.how == How::Passive {
            return p.phrase_beginning(cue.range.end + 1).map_or(Subject::Open, Subject::Before);
        }
        let subject = p.subject(cue.range.start);
        if !cue.is_participle {
            return subject;
        }
        let group = p.verb_group_start(cue.range.start);
        let has_be =
            (group..cue.range.start).any(|n| p.class(n) == "aux" || matches!(p.word(n), "'s" | "'re" | "'m"));
        let is_bound =
            matches!(subject, Subject::Before(_)) && group.checked_sub(1).is_some_and(|n| p.is_nominal(n));
        if has_be || is_bound && (!self.is_paper(&subject) || self.source.is_none()) {
            subject
        } else {
            Subject::Shared
        }
    }

    /// "issued a statement saying": the statement is not the source when somebody issued it.
    fn is_paper(&self, subject: &Subject) -> bool {
        let Subject::Before(range) = subject else { return false };
        let p = self.p;
        let is_paper = |n: usize| p.lex.attribution_nouns.column(p.word(n), 0) == Some("document");
        let has_author = range.clone().any(|n| matches!(p.word(n), "from" | "by" | "'s"));
        range.clone().any(is_paper) && !has_author
    }

    /// "…, said Ann Smith": nothing before the verb but what is said, a phrase behind it.
    fn may_invert(&self, cue: &Cue) -> bool {
        let p = self.p;
        let at = cue.range.start;
        let follows = at == 0 || p.is_mark(at - 1, &[","]) || p.quote(at - 1).is_some() || p.is_dash(at - 1);
        if !follows || cue.is_participle || !(cue.takes('q') || cue.takes('b')) {
            return false;
        }
        p.phrase_beginning(cue.range.end).is_some_and(|r| {
            let next = r.end;
            // "… among others — explains the old plan": behind a dash only a name is a speaker.
            let is_object = at > 0 && p.is_dash(at - 1) && !p.is_capitalised(r.end - 1);
            !r.is_empty() && !is_object && !p.is_verb(next) && p.class(r.start) != "obj"
        })
    }

    /// `said Smith, "…"`: a run behind the inverted source.
    fn quote_behind(&self, source: Option<&Range<usize>>) -> Option<Content> {
        let p = self.p;
        let end = source?.end;
        let at = (end..p.len().min(end + 12)).find(|&n| p.quote(n).is_some())?;
        let joined = p.is_mark(at - 1, &[",", ":", ".", ";"]);
        (joined && p.quote_is_whole(at)).then_some(Content {
            items: at..at + 1,
            is_quote: true,
            addressee: None,
        })
    }

    /// Keeps an attribution; the runs inside a clause are ascribed too, as parts.
    pub(super) fn put(
        &mut self,
        content: Content,
        cue: Option<Range<usize>>,
        source: Option<Range<usize>>,
        confidence: u8,
    ) {
        let p = self.p;
        let make = |run: Option<usize>, clause: Range<usize>| Attribution {
            run,
            clause,
            cue: cue.as_ref().map(|r| p.tokens(r)),
            source: source.as_ref().map(|r| p.tokens(r)),
            addressee: content.addressee.as_ref().map(|r| p.tokens(r)),
            confidence,
        };
        let mut runs = 0;
        for n in content.items.clone() {
            let Some(run) = p.quote(n) else { continue };
            runs += 1;
            if !self.is_taken(run) {
                self.out.push(make(Some(run), 0..0));
            }
        }
        if !(content.is_quote || runs == 1 && content.items.len() == 1) {
            self.out.push(make(None, p.tokens(&content.items)));
        }
        self.taken = self.taken.max(content.items.end);
    }
}
