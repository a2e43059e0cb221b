//! Cues: the words that ascribe ("said", "according to", "pointed out").
//!
//! In: a [`Passage`]. Out: [`Cue`]s in order. Example: in "Smith, who has called it 'a farce', said no" the cues are "called" and "said".
//! Limits: a verb that waits for something ("would say", "to announce") is no cue, since nothing was said yet.

use std::ops::Range;

use crate::kind::BlockRole;
use crate::quotation::passage::Passage;
use crate::tag::Pos;

/// How a cue ascribes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A verb with its subject.
    Verb,
    /// A verb in the passive: its source follows "by".
    Passive,
    /// "according to" and the like: the source follows.
    According,
    /// "reportedly": there is no source.
    Reportedly,
}

/// The words that ascribe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its items.
    pub range: Range<usize>,
    /// How it ascribes.
    pub how: How,
    /// What the verb may take, as letters of the lexicon.
    pub frames: &'static str,
    /// Dictionary form.
    pub lemma: &'static str,
    /// Whether it is a present participle.
    pub is_participle: bool,
}

impl Cue {
    /// Whether the verb takes the frame.
    #[must_use]
    pub fn takes(&self, frame: char) -> bool {
        self.frames.contains(frame)
    }
}

/// The cues of a passage.
#[must_use]
pub fn cues(p: &Passage) -> Vec<Cue> {
    let mut out = Vec::new();
    let mut n = 0;
    while n < p.len() {
        let found = other_cue(p, n).or_else(|| verb_cue(p, n));
        n = found.as_ref().map_or(n + 1, |cue| cue.range.end);
        out.extend(found);
    }
    out
}

fn other_cue(p: &Passage, n: usize) -> Option<Cue> {
    let cue = |len: usize, how: How, frames| Cue {
        range: n..n + len,
        how,
        frames,
        lemma: "accord",
        is_participle: false,
    };
    match p.word(n) {
        "according" if p.is(n + 1, "to") => Some(cue(2, How::According, "cb")),
        "in" if p.is(n + 1, "the") && p.is(n + 2, "words") && p.is(n + 3, "of") => {
            Some(cue(4, How::According, "cb"))
        }
        "reportedly" | "allegedly" => Some(cue(1, How::Reportedly, "cb")),
        _ => None,
    }
}

fn verb_cue(p: &Passage, n: usize) -> Option<Cue> {
    let first = p.token(n)?;
    let (len, row) = p.lex.reporting_verbs.phrase(p.prose.lowers(first))?;
    let &[lemma, form, _, frames, _, ..] = row else { return None };
    if !(0..len).all(|i| p.token(n + i).is_some()) || !has_verb_place(p, n, form, row.len() > 5) {
        return None;
    }
    // `Asked about it, she …`: at the head of a sentence the form is passive, but for `Said Smith: "…"`.
    let names_speaker =
        || p.phrase_beginning(n + 1).is_some_and(|r| p.is_capitalised(r.end - 1) && p.is_punctuation(r.end));
    if n == 0 && lemma != "ask" && matches!(form, "past" | "part") && !names_speaker() {
        return None;
    }
    let how = match (form, be_before(p, n)) {
        ("past" | "part", true) if p.is(n + len, "by") => How::Passive,
        ("past" | "part", true) => return None,
        _ => How::Verb,
    };
    Some(Cue { range: n..n + len, how, frames, lemma, is_participle: form == "ing" })
}

/// Whether the form stands where a verb that tells of something said can stand.
fn has_verb_place(p: &Passage, n: usize, form: &str, is_noun_too: bool) -> bool {
    if n > 0 && p.is_capitalised(n) && p.role != BlockRole::Headline {
        return false;
    }
    if n > 0 && p.is_mark(n - 1, &["-"]) {
        return false;
    }
    if form == "ing" && matches!(p.class(n.wrapping_sub(1)), "det" | "poss") {
        return false;
    }
    if p.pos(n) == Pos::Adj && before_adverbs(p, n).is_none_or(|i| p.class(i) != "aux") {
        return false;
    }
    let before = before_adverbs(p, n);
    let class = before.map_or("", |i| p.class(i));
    let word = before.map_or("", |i| p.word(i));
    if form != "ing"
        && (matches!(class, "det" | "poss")
            && !matches!(
                word,
                "all" | "both" | "many" | "some" | "this" | "that" | "most" | "several" | "few"
            )
            || word == "'s" && is_noun_too)
    {
        return false;
    }
    let announces = p.quote(n + 1).is_some() || p.is_mark(n + 1, &[",", ":"]) && p.quote(n + 2).is_some();
    if form == "base"
        && (class == "modal" && !announces || matches!(word, "to" | "let") && !is_continued(p, before))
    {
        return false;
    }
    if matches!(word, "when" | "if") && matches!(form, "past" | "part") {
        return false;
    }
    if class == "prep" && form != "ing" && !is_continued(p, before) {
        return false;
    }
    // "outlets report that": a plural before the plain form and "that" behind it.
    let agrees = form == "base" && word.ends_with('s') && p.is(n + 1, "that");
    !is_noun_too || p.pos(n) == Pos::Verb || agrees || is_clear_verb(p, n, class) || closes_quotation(p, n)
}

/// "went on to say".
fn is_continued(p: &Passage, to: Option<usize>) -> bool {
    to.and_then(|n| n.checked_sub(1)).is_some_and(|n| matches!(p.word(n), "on" | "continued" | "continues"))
}

fn before_adverbs(p: &Passage, n: usize) -> Option<usize> {
    (0..n)
        .rev()
        .find(|&i| !matches!(p.class(i), "adv" | "neg") && (p.pos(i) != Pos::Adv || p.class(i) == "sub"))
}

/// A form that may be a noun is a verb behind a subject pronoun or before "that" or a quotation.
fn is_clear_verb(p: &Passage, n: usize, class: &str) -> bool {
    let opens = p.is(n + 1, "that")
        || p.quote(n + 1).is_some()
        || p.is_mark(n + 1, &[",", ":"]) && p.quote(n + 2).is_some();
    let is_single = p.word(n).ends_with('s') && n > 0 && !p.word(n - 1).ends_with('s');
    (matches!(class, "pron" | "aux") || opens && n > 0 && p.is_nominal(n - 1)) && p.pos(n) != Pos::Noun
        || opens && (class == "pron" || is_single && p.quote(n + 1).is_some() && p.is_nominal(n - 1))
}

/// `"…," Lee notes.`: nothing but a name between the marks and the verb, nothing behind it.
fn closes_quotation(p: &Passage, n: usize) -> bool {
    let is_last = p.is_end(n + 1) || p.is_mark(n + 1, &[","]);
    let start = (0..n).rev().take_while(|&i| p.is_capitalised(i) && p.token(i).is_some()).last();
    is_last && start.and_then(|i| i.checked_sub(1)).is_some_and(|i| p.quote(i).is_some())
}

/// Whether a form of "be" makes a participle passive.
fn be_before(p: &Passage, n: usize) -> bool {
    before_adverbs(p, n).is_some_and(|i| {
        matches!(p.word(i), "is" | "are" | "was" | "were" | "been" | "being" | "be" | "got")
            || p.is(i, "'s") && p.class(i.wrapping_sub(1)) == "pron" && p.pos(n) == Pos::Adj
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::prose::Prose;
    use crate::quotation::passage::passages;

    fn words(text: &str) -> Vec<String> {
        let lex = Lexicon::builtin();
        let prose = Prose::read(lex, text);
        let all = passages(lex, &prose, &[]);
        let word = |p: &Passage, cue: &Cue| {
            cue.range.clone().map(|n| p.word(n).to_owned()).collect::<Vec<_>>().join(" ")
        };
        all.iter().flat_map(|p| cues(p).iter().map(|c| word(p, c)).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn verbs_that_tell_of_something_said() {
        assert_eq!(words("Smith has said that it is over and added that he will go."), ["said", "added"]);
        assert_eq!(words("According to Smith, the so-called plan is dead."), ["according to"]);
        assert_eq!(words("She pointed out that it is late."), ["pointed out"]);
    }

    #[test]
    fn what_was_not_said_yet_is_no_cue() {
        assert!(
            words("Smith would say so. They hope to announce a deal. The alleged theft is old.").is_empty()
        );
    }
}
