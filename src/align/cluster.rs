//! Clusters: all printed versions of one utterance, and how each stands to the fullest wording that most articles print.
//!
//! In: the pairs of [`Quotes`]. Out: [`Clusters`]: those of two versions or more, or with indirect reports, in order, and the place of each quotation. Example: two
//! papers print "we will not pay", a third "we will not pay a cent": the third has the reference, the others have fragments.
//!
//! Utterances are sentences, so that a long quotation does not tie together what other articles print apart; sentences that stand side by side in
//! every version are put together again. A fragment goes to one cluster only, the one of most articles that holds it. Articles that share the
//! words around the marks too have copied from one source and count once. Limits: a fragment of two statements goes to one of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::align::difference::{Difference, Sides};
use crate::align::group::{Sentence, groups};
use crate::align::loss::loss;
use crate::align::quotes::{Likeness, QuotePair, Quotes};
use crate::align::splice::Splices;
use crate::align::standing::{Standing, lent, standings};
use crate::align::utterance::Utterance;
use crate::align::wording::Wording;
use crate::corpus::Corpus;
use crate::kind::QuoteStatus;
use crate::lexicon::Lexicon;

/// What one passage prints of an utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The sentences, as indexes of utterances that follow each other in one quotation.
    pub utterances: Vec<usize>,
    /// How it stands to the reference.
    pub status: QuoteStatus,
    /// Where it parts from the reference, with the sentence in which it does, counted from the first.
    pub differences: Vec<(usize, Difference)>,
}

/// All versions of one utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Shared entity of the speaker whom most versions name.
    pub speaker: Option<usize>,
    /// Index of the version that the others are compared with.
    pub reference: usize,
    /// By article and place; one only where others report it without marks.
    pub versions: Vec<Version>,
    /// How many of the articles did not copy the passage from another.
    pub independent: usize,
    /// Indirect reports of it: article and index of the quotation.
    pub reported: Vec<(usize, usize)>,
}

/// Every cluster of two versions or more, and where each quotation belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters {
    /// In the order of their first versions.
    pub all: Vec<Cluster>,
    /// By article and index of the quotation.
    pub standings: BTreeMap<(usize, usize), Standing>,
    /// Shared entity of the speaker of a heading's words that its own article gives to somebody further down.
    pub lent: BTreeMap<(usize, usize), usize>,
}

/// Brings the utterances together.
#[must_use]
pub fn clusters(lex: &Lexicon, corpus: &Corpus, quotes: &Quotes, splices: &Splices) -> Clusters {
    let stage = Stage::new(lex, corpus, quotes, splices);
    let all: Vec<Cluster> =
        groups(lex, corpus, quotes).iter().map(|sentences| stage.cluster(sentences)).collect();
    let standings = standings(quotes, &all);
    let lent = lent(quotes, &all);
    Clusters { all, standings, lent }
}

struct Stage<'a> {
    lex: &'a Lexicon,
    corpus: &'a Corpus,
    quotes: &'a Quotes,
    pairs: BTreeMap<(usize, usize), &'a QuotePair>,
    /// Sentences that join two others.
    joined: BTreeSet<usize>,
    /// Indirect reports of each utterance.
    reported: BTreeMap<usize, Vec<(usize, usize)>>,
}

impl<'a> Stage<'a> {
    fn new(lex: &'a Lexicon, corpus: &'a Corpus, quotes: &'a Quotes, splices: &Splices) -> Stage<'a> {
        let pairs = quotes.pairs.iter().map(|pair| ((pair.a, pair.b), pair)).collect();
        let joined = splices.all.iter().map(|splice| splice.whole).collect();
        let mut reported: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for report in &quotes.reported {
            reported.entry(report.utterance).or_default().push(report.quotation);
        }
        Stage { lex, corpus, quotes, pairs, joined, reported }
    }

    fn utterance(&self, n: usize) -> Option<&'a Utterance> {
        self.quotes.utterances.get(n)
    }

    fn words(&self, n: usize) -> &'a [String] {
        self.utterance(n).map_or(&[], |u| &u.words)
    }

    fn pair(&self, a: usize, b: usize) -> Option<QuotePair> {
        let held = self.pairs.get(&(a, b)).map(|pair| (*pair).clone());
        held.or_else(|| self.pairs.get(&(b, a)).map(|pair| pair.swapped()))
    }

    fn cluster(&self, sentences: &[Sentence]) -> Cluster {
        let count = sentences.first().map_or(0, Vec::len);
        let column = |k: usize| sentences.iter().filter_map(|s| s.get(k).copied()).collect::<Vec<usize>>();
        let columns: Vec<Vec<usize>> = (0..count).map(column).collect();
        let firsts: Vec<usize> = columns.iter().filter_map(|own| own.first().copied()).collect();
        let origins = self.quotes.origins(&firsts);
        let reference = self.reference(&columns, &origins);
        let model = columns.get(reference).cloned().unwrap_or_default();
        let versions = columns.iter().enumerate().map(|(k, own)| self.version(own, &model, k == reference));
        Cluster {
            speaker: self.speaker(&columns),
            reference,
            versions: versions.collect(),
            independent: origins.iter().collect::<BTreeSet<_>>().len(),
            reported: sentences
                .iter()
                .flatten()
                .filter_map(|n| self.reported.get(n))
                .flatten()
                .copied()
                .collect(),
        }
    }

    /// Of the versions outside headings and without the writer's marks the one whose words, or a part of them, most independent passages print; the longest of those, then the one of most passages, then by its words.
    fn reference(&self, columns: &[Vec<usize>], origins: &[usize]) -> usize {
        let texts: Vec<Vec<&str>> = columns.iter().map(|own| self.text(own)).collect();
        let supporters = |k: usize, fits: &dyn Fn(&[&str], &[&str]) -> bool| {
            let own = texts.get(k).map_or(&[][..], Vec::as_slice);
            let held = texts.iter().zip(origins).filter(|(text, _)| fits(own, text));
            held.map(|(_, origin)| *origin).collect::<BTreeSet<_>>().len()
        };
        let is_heading = |k: usize| {
            columns.get(k).and_then(|own| self.utterance(*own.first()?)).is_none_or(|u| u.is_heading)
        };
        let is_edited = |k: usize| {
            let own = columns.get(k).map_or(&[][..], Vec::as_slice);
            own.iter().filter_map(|&n| self.utterance(n)).any(|u| !u.edits.is_empty())
        };
        let weight = |&k: &usize| {
            let own = texts.get(k);
            (
                !is_heading(k),
                !is_edited(k),
                supporters(k, &|own, text| contains(own, text)),
                own.map_or(0, Vec::len),
                supporters(k, &|own, text| own == text),
                Reverse(own),
                Reverse(k),
            )
        };
        (0..columns.len()).max_by(|x, y| weight(x).cmp(&weight(y))).unwrap_or(0)
    }

    fn text(&self, own: &[usize]) -> Vec<&'a str> {
        own.iter().flat_map(|&n| self.words(n)).map(String::as_str).collect()
    }

    fn speaker(&self, columns: &[Vec<usize>]) -> Option<usize> {
        let mut named: BTreeMap<usize, usize> = BTreeMap::new();
        for speaker in columns.iter().filter_map(|own| self.utterance(*own.first()?)?.speaker) {
            *named.entry(speaker).or_default() += 1;
        }
        named
            .into_iter()
            .max_by_key(|&(speaker, count)| (count, Reverse(speaker)))
            .map(|(speaker, _)| speaker)
    }

    fn version(&self, own: &[usize], model: &[usize], is_reference: bool) -> Version {
        if is_reference {
            return Version {
                utterances: own.to_vec(),
                status: QuoteStatus::Reference,
                differences: Vec::new(),
            };
        }
        let mut status = QuoteStatus::Exact;
        let mut differences = Vec::new();
        for (sentence, (&a, &b)) in own.iter().zip(model).enumerate() {
            status = status.max(self.status(a, b));
            differences.extend(self.differences(a, b).into_iter().map(|difference| (sentence, difference)));
        }
        Version { utterances: own.to_vec(), status, differences }
    }

    fn differences(&self, own: usize, reference: usize) -> Vec<Difference> {
        let (Some(a), Some(b)) = (self.utterance(own), self.utterance(reference)) else { return Vec::new() };
        let wording = Wording::new(self.lex, a, b);
        Sides::new(self.lex, self.corpus, a, b).map(|sides| sides.differences(&wording)).unwrap_or_default()
    }

    fn status(&self, own: usize, reference: usize) -> QuoteStatus {
        let (mine, theirs) = (self.words(own), self.words(reference));
        if mine == theirs {
            let is_same = self.printed(own) == self.printed(reference);
            return if is_same { QuoteStatus::Exact } else { QuoteStatus::GlyphOnly };
        }
        let pair = self.pair(own, reference).or_else(|| self.compared(own, reference));
        match pair {
            _ if self.joined.contains(&own) => QuoteStatus::Spliced,
            Some(pair) if pair.likeness == Likeness::Same => QuoteStatus::GlyphOnly,
            // An omission that is marked keeps the sense, a bracket in the place of words does not keep the words.
            Some(pair) if pair.likeness == Likeness::Edited && !self.printed(own).contains('[') => {
                QuoteStatus::Fragment
            }
            Some(pair) if pair.likeness == Likeness::Part => {
                let loss = loss(self.lex, self.corpus, &self.quotes.utterances, &pair);
                if loss.is_some() { QuoteStatus::Truncated } else { QuoteStatus::Fragment }
            }
            _ => QuoteStatus::Altered,
        }
    }

    /// A pair that no index brought together.
    fn compared(&self, a: usize, b: usize) -> Option<QuotePair> {
        let (x, y) = (self.utterance(a)?, self.utterance(b)?);
        let wording = Wording::new(self.lex, x, y);
        let likeness = if wording.is_part(x, y) { Likeness::Part } else { Likeness::Altered };
        Some(QuotePair { a, b, likeness, wording, is_one_speaker: true })
    }

    /// The text as printed, but for blanks and the stop or comma at its end, which belong to the sentence around it.
    fn printed(&self, n: usize) -> String {
        let text = self.utterance(n).map_or("", |u| u.printed(self.corpus));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.trim_end_matches(['.', ',', ';']).to_owned()
    }
}

fn contains(big: &[&str], small: &[&str]) -> bool {
    !small.is_empty() && big.windows(small.len()).any(|window| window == small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::matter::Strangers;
    use crate::align::quotes::quotes;
    use crate::align::reuse::reuse;
    use crate::align::splice::splices;
    use crate::article::Article;

    fn read(texts: &[&str]) -> (Corpus, Clusters) {
        let lex = Lexicon::builtin();
        let make = |text: &&str| Article { text: (*text).to_owned(), ..Article::default() };
        let articles: Vec<Article> = texts.iter().map(make).collect();
        let corpus = Corpus::analyze(lex, &articles, &[], &mut |_| {});
        let quotes = quotes(lex, &corpus, &Strangers::default(), &reuse(&corpus));
        let clusters = clusters(lex, &corpus, &quotes, &splices(&corpus, &quotes));
        (corpus, clusters)
    }

    fn made(texts: &[&str]) -> Vec<Cluster> {
        read(texts).1.all
    }

    fn statuses(texts: &[&str]) -> Vec<(usize, QuoteStatus)> {
        let (corpus, clusters) = read(texts);
        let standings = clusters.standings;
        let mut placed: Vec<_> = standings.iter().map(|(&(a, q), s)| (corpus.given[a], q, s)).collect();
        placed.sort_by_key(|(article, quotation, _)| (*article, *quotation));
        placed.into_iter().map(|(_, _, s)| (s.cluster, s.status)).collect()
    }

    #[test]
    fn standings_in_a_cluster() {
        let got = statuses(&[
            "\"We will never sell the town's old harbour,\" Ann Lee said.",
            "“We will never sell the town’s old harbour.” Ann Lee left.",
            "\"We will never lease the town's old harbour,\" Ann Lee said.",
            "\"The weather was fine on the island,\" Tom Hale said.",
        ]);
        let mut status: Vec<QuoteStatus> = got.iter().map(|s| s.1).collect();
        status.sort_unstable();
        assert_eq!(
            status,
            [QuoteStatus::Reference, QuoteStatus::GlyphOnly, QuoteStatus::Altered, QuoteStatus::Singleton]
        );
        let clusters: BTreeSet<usize> = got.iter().map(|s| s.0).collect();
        assert_eq!(clusters.len(), 2);
    }

    #[test]
    fn copied_passages_count_once() {
        let copy = "The mayor spoke on the old pier on Sunday. \"We will never sell the town's old harbour,\" Ann Lee told the crowd before she left.";
        let own = "Asked again, Ann Lee was firm: \"We will never sell the town's old harbour.\"";
        let independent: Vec<usize> = made(&[copy, copy, own]).iter().map(|c| c.independent).collect();
        assert_eq!(independent, [2]);
        let first =
            "\"We will never sell the old harbour,\" Ann Lee said. \"The fish are ours and always were.\"";
        let second = "\"We will never sell the old harbour,\" Ann Lee said. \"The fish are ours and always were.\" She left.";
        assert!(made(&[first, second]).iter().all(|c| c.independent == 2), "only what was said is alike");
    }

    #[test]
    fn a_lone_word_of_nobody_ties_nothing() {
        let whole = "\"A protest is one thing and murder is quite another, and this office was unprofessional,\" Ann Lee said.";
        let sizes = |other: &str| made(&[whole, other]).iter().map(|c| c.versions.len()).collect::<Vec<_>>();
        assert_eq!(
            sizes("The headline of the evening paper over the story was \"murder\"."),
            Vec::<usize>::new()
        );
        assert_eq!(sizes("Ann Lee called the deaths in the bank \"murder\"."), [2], "her own word");
        assert_eq!(
            sizes("The paper wrote that the office had been called \"unprofessional\"."),
            [2],
            "a rare word"
        );
    }

    #[test]
    fn what_the_writer_marks_is_the_same_utterance() {
        let reference = "\"We lost four houses, the bridge and the school in the flood,\" Ann Lee said.";
        let statuses = |other: &str| {
            let all = made(&[reference, other]);
            let versions = all.iter().flat_map(|c| c.versions.iter());
            versions.map(|v| v.status.as_str()).collect::<BTreeSet<_>>()
        };
        let dots = "\"We lost four houses … and the school in the flood,\" Ann Lee said.";
        assert_eq!(statuses(dots), BTreeSet::from(["reference", "fragment"]));
        let bracket = "\"We lost four houses, [a bridge] and the school in the flood,\" Ann Lee said.";
        assert_eq!(statuses(bracket), BTreeSet::from(["reference", "altered"]));
    }

    #[test]
    fn sentences_that_others_print_apart_stay_apart() {
        let whole = "\"The harbour is not for sale. Our children will fish there one day,\" Ann Lee said.";
        let first = "\"The harbour is not for sale,\" Ann Lee said.";
        let second = "\"Our children will fish there one day,\" Ann Lee said.";
        let sizes = |texts: &[&str]| made(texts).iter().map(|c| c.versions.len()).collect::<Vec<_>>();
        assert_eq!(sizes(&[whole, first, second]), [2, 2]);
        assert_eq!(sizes(&[whole, whole]), [2]);
    }

    #[test]
    fn differences_have_names() {
        let reference = "\"We will not sell the old harbour for 20 million to anybody,\" Ann Lee said.";
        let kinds = |other: &str| {
            let all = made(&[reference, reference, other]);
            let versions = all.iter().flat_map(|c| c.versions.iter());
            versions.flat_map(|v| v.differences.iter().map(|(_, d)| d.kind.as_str())).collect::<Vec<_>>()
        };
        assert_eq!(
            kinds("\"We will sell the old harbour for 20 million to anybody,\" Ann Lee said."),
            ["denial"]
        );
        assert_eq!(
            kinds("\"We will not sell the old harbour for 30 million to anybody,\" Ann Lee said."),
            ["figure"]
        );
        assert_eq!(
            kinds("\"We would not sell the old harbour for 20 million to anybody,\" Ann Lee said."),
            ["likelihood"]
        );
        assert_eq!(kinds("\"We will not sell the old harbour for 20 million,\" Ann Lee said."), ["cut"]);
        assert_eq!(
            kinds("\"We will not lease the old harbour for 20 million to anybody,\" Ann Lee said."),
            ["wording"]
        );
        assert_eq!(
            kinds("\"We will not sell our old harbours for 20 million to anybody,\" Ann Lee said."),
            ["wording", "form"]
        );
    }
}
