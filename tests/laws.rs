//! Laws that hold for any text.
//!
//! In: made-up strings. Out: nothing, or the shortest string that breaks a law. Example: a byte offset turned into UTF-16
//! and back is the same offset.

#![allow(clippy::unwrap_used)]

use crosscheck::report::Report;
use crosscheck::span::Span;
use crosscheck::wire::Utf16Map;
use crosscheck::{Article, Options, check};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;

proptest! {
    #[test]
    fn utf16_and_bytes_convert_back_and_forth(text in any::<String>(), repeat in 1usize..30) {
        let text = text.repeat(repeat);
        let map = Utf16Map::new(&text);
        let mut unit = 0;
        for (byte, character) in text.char_indices() {
            prop_assert_eq!(map.to_utf16(byte as u32), unit);
            prop_assert_eq!(map.to_byte(unit), byte as u32);
            unit += character.len_utf16() as u32;
        }
        prop_assert_eq!(map.to_utf16(text.len() as u32), unit);
        prop_assert_eq!(map.to_byte(unit), text.len() as u32);
    }

    #[test]
    fn any_offset_has_an_answer_on_a_character_border(text in any::<String>(), offset in any::<u32>()) {
        let map = Utf16Map::new(&text);
        for offset in [offset, offset % (text.len() as u32 + 2)] {
            prop_assert!(text.is_char_boundary(map.to_byte(offset) as usize));
            prop_assert!(map.to_utf16(offset) as usize <= text.encode_utf16().count());
        }
    }

    #[test]
    fn a_span_never_cuts_a_character(text in any::<String>(), start in 0usize..60, end in 0usize..60) {
        let part = Span::new(start, end).of(&text);
        prop_assert!(text.contains(part));
    }
}

/// Pieces that news are made of, and pieces that break readers of news.
const PIECES: &[&str] = &[
    "Ann Smyth",
    "Governor Lee",
    "the mayor",
    "Acme Corp.",
    "Norway",
    "U.S.",
    "J.D. Brown",
    "said",
    "told reporters",
    "will meet",
    "could meet",
    "denied",
    "killed",
    "at least 12 people",
    "seven",
    "$82 million",
    "50%",
    "on Friday",
    "next week",
    "7 August 2025",
    "since 2019",
    "the first",
    "“",
    "”",
    "\"",
    "'",
    "’s",
    "``",
    "''",
    ".",
    ",",
    "?",
    ":",
    "—",
    "-",
    "\n",
    "\n\n",
    "(",
    ")",
    "not",
    "no",
    "if",
    "and",
    "with",
    "in",
    "\u{a0}",
    "\u{200f}שלום",
    "🙂",
    "é",
    "\u{301}",
    "\0",
    "<b>",
    "&amp;",
    "1,200",
    "24:99",
    "2025-13-45",
    "May",
    "ﬁ",
    "İ",
    "according to",
    "By Ann Smyth",
];

/// News-like text, or any text at all.
fn text() -> impl Strategy<Value = String> {
    let news = vec(select(PIECES), 0..60).prop_map(|pieces| pieces.join(" "));
    prop_oneof![news, any::<String>()]
}

fn article(text: &str) -> Article {
    Article { text: text.to_owned(), ..Article::default() }
}

fn report(texts: &[&str]) -> Report {
    check(&texts.iter().map(|text| article(text)).collect::<Vec<_>>(), &Options::default())
}

/// Every span that a report holds, with the text it points into.
fn spans(report: &Report) -> Vec<(u32, Span)> {
    let mut all: Vec<(u32, Span)> = Vec::new();
    for (n, article) in (0u32..).zip(&report.articles) {
        all.extend(article.blocks.iter().map(|b| (n, b.span)));
        all.extend(article.sentences.iter().map(|s| (n, *s)));
    }
    for entity in &report.entities {
        all.extend(entity.mentions.iter().map(|m| (m.place.article, m.place.span)));
        all.extend(entity.offices.iter().map(|o| (o.place.article, o.place.span)));
    }
    for quotation in &report.quotations {
        let inner = [Some(quotation.content), quotation.cue, quotation.source, Some(quotation.place.span)];
        all.extend(inner.into_iter().flatten().map(|span| (quotation.place.article, span)));
    }
    for evidence in report
        .findings
        .iter()
        .flat_map(|f| &f.evidence)
        .chain(report.dropped.iter().flat_map(|d| &d.evidence))
    {
        all.extend(
            [Some(evidence.span), evidence.focus].into_iter().flatten().map(|span| (evidence.article, span)),
        );
    }
    for cluster in &report.clusters {
        let home = cluster.versions[cluster.reference as usize].place.article;
        for version in &cluster.versions {
            all.push((version.place.article, version.place.span));
            all.extend(version.differences.iter().map(|d| (version.place.article, d.own)));
            all.extend(version.differences.iter().map(|d| (home, d.reference)));
        }
    }
    all.extend(report.timeline.iter().map(|t| (t.place.article, t.place.span)));
    all.extend(report.reuse.iter().flat_map(|r| [r.a, r.b]).map(|p| (p.article, p.span)));
    all
}

/// What a finding says, whatever the order of the articles: kind, severity, and the words of its passages.
fn said(report: &Report) -> Vec<(String, Vec<String>)> {
    let words = |f: &crosscheck::report::Finding| {
        let mut passages: Vec<String> = f
            .evidence
            .iter()
            .map(|e| e.span.of(&report.articles[e.article as usize].text).to_owned())
            .collect();
        passages.sort();
        (format!("{} {}", f.kind, f.severity), passages)
    };
    let mut all: Vec<_> = report.findings.iter().map(words).collect();
    all.sort();
    all
}

/// What is printed of each utterance and how it stands, whatever the order of the articles.
fn printed(report: &Report) -> Vec<(u32, Vec<(String, &'static str)>)> {
    let version = |v: &crosscheck::report::Version| {
        (v.place.span.of(&report.articles[v.place.article as usize].text).to_owned(), v.status.as_str())
    };
    let cluster = |c: &crosscheck::report::Cluster| {
        let mut versions: Vec<_> = c.versions.iter().map(version).collect();
        versions.sort();
        (c.independent, versions)
    };
    let mut all: Vec<_> = report.clusters.iter().map(cluster).collect();
    all.sort();
    all
}

fn seeds() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/ukraine-talks");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_report_whose_spans_fit(a in text(), b in text()) {
        let report = report(&[&a, &b]);
        for (article, span) in spans(&report) {
            let text = &report.articles[article as usize].text;
            prop_assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?} does not fit {text:?}");
        }
    }

    #[test]
    fn sentences_and_blocks_do_not_overlap(a in text()) {
        let report = report(&[&a]);
        let article = &report.articles[0];
        for pair in article.sentences.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start);
        }
        for pair in article.blocks.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }

    #[test]
    fn an_article_beside_its_own_copy_gives_no_finding_across(a in text()) {
        let report = report(&[&a, &a]);
        let across = report.findings.iter().filter(|f| f.scope == crosscheck::kind::Scope::Cross).count();
        prop_assert_eq!(across, 0, "{:?}", report.findings);
    }

    #[test]
    fn another_order_gives_the_same_findings(a in text(), b in text(), c in text()) {
        let (one, other) = (report(&[&a, &b, &c]), report(&[&c, &a, &b]));
        prop_assert_eq!(said(&one), said(&other));
        prop_assert_eq!(printed(&one), printed(&other));
    }

    #[test]
    fn every_quotation_of_a_cluster_is_there(a in text(), b in text()) {
        let report = report(&[&a, &b, &a]);
        for (id, cluster) in (0..).zip(&report.clusters) {
            prop_assert_eq!(cluster.id, id);
            prop_assert!(cluster.reported.iter().all(|&q| !report.quotations[q as usize].kind.is_verbatim()));
            for version in &cluster.versions {
                let quotation = &report.quotations[version.quotation as usize];
                prop_assert_eq!(quotation.place.article, version.place.article);
                prop_assert!(quotation.place.span.cover(version.place.span) == quotation.place.span);
            }
        }
    }

    #[test]
    fn two_runs_are_equal(a in text(), b in text()) {
        prop_assert_eq!(report(&[&a, &b]), report(&[&a, &b]));
    }
}

#[test]
fn the_seeds_in_any_order_give_the_same_findings() {
    let texts = seeds();
    let given: Vec<&str> = texts.iter().map(String::as_str).collect();
    let told = |texts: &[&str]| {
        let report = report(texts);
        (said(&report), printed(&report))
    };
    let first = told(&given);
    assert!(!first.0.is_empty() && !first.1.is_empty());
    for turn in 1..given.len() {
        let mut turned = given.clone();
        turned.rotate_left(turn);
        assert_eq!(told(&turned), first);
        turned.reverse();
        assert_eq!(told(&turned), first);
    }
}

#[test]
fn a_seed_beside_its_own_copy_gives_no_finding_across() {
    for text in seeds() {
        let report = report(&[&text, &text]);
        let across: Vec<_> =
            report.findings.iter().filter(|f| f.scope == crosscheck::kind::Scope::Cross).collect();
        assert!(across.is_empty(), "{across:#?}");
    }
}

#[test]
fn curly_and_straight_marks_give_the_same_quotations() {
    for text in seeds() {
        let straight = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
        let words = |report: &Report| -> Vec<String> {
            let all = report.quotations.iter().map(|q| {
                q.content.of(&report.articles[0].text).replace(['“', '”'], "\"").replace(['‘', '’'], "'")
            });
            all.collect()
        };
        assert_eq!(words(&report(&[&text])), words(&report(&[&straight])));
    }
}

#[test]
fn blanks_at_the_end_move_nothing() {
    for text in seeds() {
        let mut longer = report(&[&format!("{text}   \n\n  ")]);
        let plain = report(&[&text]);
        longer.articles = plain.articles.clone();
        assert_eq!(longer, plain);
    }
}
