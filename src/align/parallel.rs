//! Two sentences laid side by side: which word of the one stands for which word of the other, whatever their order.
//!
//! In: two sentences of the corpus. Out: [`Parallel`]: linked content words and how much of the first one the second one says too.
//! "Voters approved the plan" and "the plan won approval of the voters" share all but a light verb. Words link by entity, by dictionary form, by state and people
//! ("Danish", "Denmark"), by stem ("approve", "approval") and by class of event; the closest to a link that stands already wins.
//! Limits: synonyms that no list knows do not link, so that little is seen as said twice; what is compared then is little too.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, EntityKind};
use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::token::TokenKind;

/// Two words of one stem share this many first bytes.
const STEM: usize = 6;
/// More words than this make no sentence but a list.
const MOST_WORDS: usize = 80;

/// Words of a sentence that carry no matter of their own.
const LIGHT: [&str; 22] = [
    "be", "have", "do", "get", "make", "take", "go", "come", "say", "tell", "add", "report", "also", "then",
    "just", "now", "mr", "mrs", "ms", "dr", "more", "new",
];

/// No entity, state or class.
const NONE: u32 = u32::MAX;

/// A content word as it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    token: usize,
    folded: u32,
    lemma: u32,
    entity: u32,
    state: u32,
    class: u32,
    stem: u32,
    weight: u32,
    is_number: bool,
    is_person: bool,
}

/// The content words of every sentence, made once for all comparisons.
#[derive(Debug, Default)]
pub struct Outlines {
    sentences: Vec<Vec<Vec<Word>>>,
}

/// Two sentences with their links.
#[derive(Debug)]
pub struct Parallel {
    /// Content words of the first, in order.
    pub own: Vec<usize>,
    /// Content words of the second, in order.
    pub other: Vec<usize>,
    /// Linked words of both, in the order of the first.
    pub links: Vec<(usize, usize)>,
    weights: Vec<u32>,
}

/// How surely two words stand for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    Stem,
    Word,
    Entity,
}

impl Outlines {
    /// Outlines of all articles.
    #[must_use]
    pub fn new(lex: &Lexicon, corpus: &Corpus) -> Outlines {
        let mut names = Interner::default();
        let of = |(article, document): (usize, &Document)| {
            let sentences = document.prose.sentences.iter();
            sentences.map(|s| outline(lex, corpus, article, document, s, &mut names)).collect()
        };
        Outlines { sentences: corpus.documents.iter().enumerate().map(of).collect() }
    }

    fn words(&self, (article, sentence): (usize, usize)) -> Option<&[Word]> {
        self.sentences.get(article)?.get(sentence).map(Vec::as_slice)
    }

    /// Lays a sentence beside another, each given by article and sentence; nothing where one is a list, or empty, or both are the same.
    #[must_use]
    pub fn parallel(&self, first: (usize, usize), second: (usize, usize)) -> Option<Parallel> {
        let (own, other) = (self.words(first)?, self.words(second)?);
        if own.is_empty() || other.is_empty() || own.len().max(other.len()) > MOST_WORDS {
            return None;
        }
        Some(Parallel {
            own: own.iter().map(|w| w.token).collect(),
            other: other.iter().map(|w| w.token).collect(),
            links: links(own, other),
            weights: own.iter().map(|w| w.weight).collect(),
        })
    }
}

impl Parallel {
    /// The word of the second sentence that stands for a word of the first.
    #[must_use]
    pub fn link(&self, own: usize) -> Option<usize> {
        let at = self.links.partition_point(|l| l.0 < own);
        self.links.get(at).filter(|l| l.0 == own).map(|l| l.1)
    }

    /// Whether a word of the second sentence stands for one of the first.
    #[must_use]
    pub fn is_met(&self, other: usize) -> bool {
        self.links.iter().any(|l| l.1 == other)
    }

    /// How much of a stretch of the first sentence the second one says, in percent, outside of what is compared; words that `is_known` knows count too.
    #[must_use]
    pub fn coverage(
        &self,
        within: &Range<usize>,
        skipped: &Range<usize>,
        is_known: impl Fn(usize) -> bool,
    ) -> u32 {
        let (mut all, mut said) = (0, 0);
        for (&i, &weight) in self.own.iter().zip(&self.weights) {
            if !within.contains(&i) || skipped.contains(&i) {
                continue;
            }
            all += weight;
            if self.link(i).is_some() || is_known(i) {
                said += weight;
            }
        }
        (100 * said).checked_div(all).unwrap_or(0)
    }

    /// Whether the next content words before and behind two stretches are linked; `None` where one of the stretches has none there.
    #[must_use]
    pub fn anchors(&self, own: &Range<usize>, other: &Range<usize>) -> [Option<bool>; 2] {
        let before = |list: &[usize], at: usize| list.iter().rev().copied().find(|&i| i < at);
        let behind = |list: &[usize], at: usize| list.iter().copied().find(|&i| i >= at);
        let pairs = [
            (before(&self.own, own.start), before(&self.other, other.start)),
            (behind(&self.own, own.end), behind(&self.other, other.end)),
        ];
        pairs.map(|(x, y)| x.zip(y).map(|(x, y)| self.link(x) == Some(y)))
    }
}

#[derive(Default)]
struct Interner {
    ids: FxHashMap<String, u32>,
}

impl Interner {
    fn id(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = u32::try_from(self.ids.len()).unwrap_or(NONE);
        self.ids.insert(word.to_owned(), id);
        id
    }
}

/// Words of a sentence that carry its matter.
fn outline(
    lex: &Lexicon,
    corpus: &Corpus,
    article: usize,
    document: &Document,
    sentence: &Range<usize>,
    names: &mut Interner,
) -> Vec<Word> {
    let prose = &document.prose;
    if prose.role_of(sentence.start) == BlockRole::Boilerplate {
        return Vec::new();
    }
    sentence
        .clone()
        .filter(|&i| is_content(document, i))
        .map(|i| {
            let (folded, lemma) = (prose.lower(i), prose.lemma(i));
            let mention = document.names.mention_at(i);
            let entity = mention.and_then(|m| corpus.entity(article, m));
            let state = lex.demonyms.column(folded, 0).or_else(|| lex.countries.column(folded, 0));
            let is_name = prose.pos(i) == Pos::Propn || prose.kind(i) == TokenKind::Number;
            let stem = lemma.get(..STEM).filter(|_| !is_name && !is_compound(lemma));
            Word {
                token: i,
                folded: names.id(folded),
                lemma: names.id(&american(lemma)),
                entity: entity.and_then(|e| u32::try_from(e).ok()).unwrap_or(NONE),
                state: state.map_or(NONE, |s| names.id(s)),
                class: lex.events.column(lemma, 0).map_or(NONE, |c| names.id(c)),
                stem: stem.map_or(NONE, |s| names.id(s)),
                weight: weight(document, i),
                is_number: prose.kind(i) == TokenKind::Number,
                is_person: mention
                    .and_then(|m| document.names.mentions.get(m))
                    .is_some_and(|m| m.kind == EntityKind::Person),
            }
        })
        .collect()
}

/// "Schoolgirl" is no form of "school".
fn is_compound(lemma: &str) -> bool {
    const SECOND: [&str; 12] =
        ["girl", "boy", "man", "woman", "child", "house", "work", "time", "land", "side", "ship", "line"];
    SECOND.iter().any(|second| lemma.len() > second.len() + 2 && lemma.ends_with(second))
}

/// The American spelling of a word that has two: "labor" for "labour".
#[must_use]
pub fn american(lemma: &str) -> Cow<'_, str> {
    const ENDINGS: [(&str, &str); 9] = [
        ("isation", "ization"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("our", "or"),
        ("ogue", "og"),
        ("tre", "ter"),
        ("bre", "ber"),
        ("fence", "fense"),
        ("gramme", "gram"),
    ];
    let found = ENDINGS.iter().find_map(|(british, other)| Some((lemma.strip_suffix(british)?, other)));
    match found {
        Some((stem, other)) if stem.len() > 2 => Cow::Owned(format!("{stem}{other}")),
        _ => Cow::Borrowed(lemma),
    }
}

fn is_content(document: &Document, at: usize) -> bool {
    let prose = &document.prose;
    match prose.pos(at) {
        Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num => {
            matches!(prose.kind(at), TokenKind::Word | TokenKind::Number)
                && !matches!(prose.lemma(at), "be" | "have" | "do")
        }
        Pos::Adv => prose.lower(at).ends_with("ly"),
        Pos::Pron => document.names.mention_at(at).is_some(),
        _ => prose.kind(at) == TokenKind::Number,
    }
}

/// How much a word says.
fn weight(document: &Document, at: usize) -> u32 {
    if LIGHT.contains(&document.prose.lemma(at)) {
        return 1;
    }
    match document.prose.pos(at) {
        Pos::Noun | Pos::Propn | Pos::Verb => 4,
        Pos::Adj | Pos::Num => 3,
        _ => 1,
    }
}

/// Links of content words, as tokens: the surest ties first, among equals those closest to a link that stands.
fn links(own: &[Word], other: &[Word]) -> Vec<(usize, usize)> {
    let mut ties: Vec<(Tie, usize, usize)> = Vec::new();
    for (x, word) in own.iter().enumerate() {
        ties.extend(other.iter().enumerate().filter_map(|(y, o)| Some((tie(word, o)?, x, y))));
    }
    let mut linked: Vec<(usize, usize)> = Vec::new();
    for level in [Tie::Entity, Tie::Word, Tie::Stem] {
        // The words of a name all stand for that name.
        let is_free = |linked: &[(usize, usize)], x: usize, y: usize| {
            linked.iter().all(|l| l.0 != x && (l.1 != y || level == Tie::Entity))
        };
        let at_level = ties.iter().filter(|t| t.0 == level).map(|t| (t.1, t.2));
        let mut open: Vec<(usize, usize)> = at_level.filter(|&(x, y)| is_free(&linked, x, y)).collect();
        while let Some(best) = open.iter().copied().min_by_key(|&pair| (distance(&linked, pair), pair)) {
            linked.push(best);
            open.retain(|&(x, y)| is_free(&linked, x, y));
        }
    }
    let mut out: Vec<(usize, usize)> =
        linked.into_iter().filter_map(|(x, y)| Some((own.get(x)?.token, other.get(y)?.token))).collect();
    out.sort_unstable();
    out
}

/// How far a pair of words lies from where the nearest link would put it.
fn distance(linked: &[(usize, usize)], (x, y): (usize, usize)) -> usize {
    let nearest = linked.iter().min_by_key(|l| (l.0.abs_diff(x), l.0));
    nearest.map_or(x.abs_diff(y), |l| (x + l.1).abs_diff(y + l.0))
}

/// How two words stand for each other.
fn tie(a: &Word, b: &Word) -> Option<Tie> {
    let same = |x: u32, y: u32| x != NONE && x == y;
    if same(a.entity, b.entity) {
        Some(Tie::Entity)
    } else if a.entity != NONE && b.entity != NONE && a.is_person && b.is_person {
        None
    } else if a.folded == b.folded || a.lemma == b.lemma && !a.is_number {
        Some(Tie::Word)
    } else if a.is_number || b.is_number {
        None
    } else if same(a.state, b.state) {
        Some(Tie::Word)
    } else if same(a.class, b.class) || same(a.stem, b.stem) {
        Some(Tie::Stem)
    } else {
        None
    }
}
