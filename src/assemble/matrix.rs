//! The matrix: what several articles say of one event, article by article.

use std::ops::Range;

use crate::align::{Aligned, Group, join, root};
use crate::assemble::{number, place};
use crate::claim::{Certainty, Frame};
use crate::corpus::Corpus;
use crate::kind::{BlockRole, Stance};
use crate::order::{sort_by, sort_by_key};
use crate::report::{Cell, ClaimRow};
use crate::span::Span;

/// More rows than this are no overview.
const MOST_ROWS: usize = 40;
/// A claim is told by its sentence up to this many words.
const LONGEST_WORDING: usize = 28;

/// One row for each event with parties, those of most articles first.
pub fn rows(aligned: &Aligned<'_>) -> Vec<ClaimRow> {
    let corpus = aligned.corpus;
    if corpus.documents.len() < 2 {
        return Vec::new();
    }
    let mut groups: Vec<(usize, &Group)> = aligned
        .events
        .iter()
        .map(|g| (told_by(corpus, g), g))
        .filter(|(n, g)| *n > 1 || *n == 1 && g.parties.len() > 1)
        .collect();
    sort_by(&mut groups, |(n, a), (m, b)| m.cmp(n).then_with(|| b.mentions.len().cmp(&a.mentions.len())));
    groups.truncate(MOST_ROWS);
    (0u32..).zip(groups).map(|(id, (_, group))| row(aligned, id, group)).collect()
}

/// How many articles tell of the event outside titles and page furniture.
fn told_by(corpus: &Corpus, group: &Group) -> usize {
    let mut articles: Vec<usize> = group
        .mentions
        .iter()
        .filter(|m| stance(corpus, m.article, m.claim).is_some())
        .map(|m| m.article)
        .collect();
    articles.dedup();
    articles.len()
}

fn row(aligned: &Aligned<'_>, id: u32, group: &Group) -> ClaimRow {
    let corpus = aligned.corpus;
    let mut cells: Vec<Cell> =
        (0..corpus.documents.len()).map(|article| cell(corpus, article, group)).collect();
    if cells.iter().all(|c| matches!(c.stance, Stance::Silent | Stance::Denies)) {
        // The claim itself is a negative one then: "have not met since".
        let denying = cells.iter_mut().filter(|c| c.stance == Stance::Denies);
        denying.for_each(|c| c.stance = Stance::States);
    }
    let first = cells.iter().find(|c| c.stance != Stance::Silent);
    let text = first.map_or_else(String::new, |c| wording(corpus, c.place.article as usize, c.place.span));
    let independent = independent(aligned, &cells);
    ClaimRow { id, text, kind: group.name.clone(), single_source: independent == 1, independent, cells }
}

/// How many articles say something of the claim, those that print it in words that one of them has copied from another counted once.
fn independent(aligned: &Aligned<'_>, cells: &[Cell]) -> u32 {
    let told: Vec<&Cell> = cells.iter().filter(|c| c.stance != Stance::Silent).collect();
    let mut origins: Vec<usize> = (0..told.len()).collect();
    for run in aligned.reuse.iter().filter(|run| !run.is_quoted) {
        let holder = |(article, tokens): &(usize, Range<usize>)| {
            let document = aligned.corpus.documents.get(*article)?;
            let copied = document.prose.cover(tokens.clone());
            told.iter().position(|c| c.place.article as usize == *article && c.place.span.overlaps(copied))
        };
        if let (Some(a), Some(b)) = (holder(&run.a), holder(&run.b)) {
            join(&mut origins, a, b);
        }
    }
    number((0..told.len()).filter(|&n| root(&origins, n) == n).count())
}

/// The sentence of a clause, where it is short enough to be read in a table; else the clause.
fn wording(corpus: &Corpus, article: usize, clause: Span) -> String {
    let Some(document) = corpus.documents.get(article) else { return String::new() };
    let token = document.prose.tokens_in(clause).start;
    let sentence = document.text(document.prose.sentence_span(document.prose.sentence_of(token)));
    let is_short = sentence.split_whitespace().count() <= LONGEST_WORDING;
    let text = if is_short { sentence } else { document.text(clause) };
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !"\"'“‘".contains(c));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The clearest thing the article says of the event: in its body before its titles, the plainest first.
fn cell(corpus: &Corpus, article: usize, group: &Group) -> Cell {
    let own = group.mentions.iter().filter(|m| m.article == article);
    let mut said: Vec<(bool, Stance, Span, Certainty)> = own
        .filter_map(|m| {
            let claim = corpus.claim(article, m.claim)?;
            Some((
                claim.role != BlockRole::Body,
                stance(corpus, article, m.claim)?,
                claim.span,
                claim.certainty,
            ))
        })
        .collect();
    sort_by_key(&mut said, |(is_title, stance, span, _)| (*is_title, *stance, *span));
    match said.first() {
        Some((_, stance, span, certainty)) => {
            Cell { place: place(article, *span), stance: *stance, value: Some(certainty.phrase().to_owned()) }
        }
        None => Cell {
            place: crate::report::Place { article: number(article), span: Span::default() },
            stance: Stance::Silent,
            value: None,
        },
    }
}

fn stance(corpus: &Corpus, article: usize, claim: usize) -> Option<Stance> {
    let claim = corpus.claim(article, claim)?;
    if claim.frame != Frame::Plain {
        return None;
    }
    Some(match claim.certainty {
        Certainty::Done | Certainty::Scheduled | Certainty::Planned => Stance::States,
        Certainty::Likely | Certainty::Possible | Certainty::Unlikely => Stance::Hedges,
        Certainty::Denied | Certainty::NotDone | Certainty::Unsettled => Stance::Denies,
        Certainty::Named => return None,
    })
}
