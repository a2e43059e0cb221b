//! What the copies of the bundled articles are: one fact changed, or none.
#![allow(clippy::unwrap_used, clippy::string_slice)] // A test that can not go on has failed.

use std::collections::BTreeMap;

use crosscheck::Article;
use stress::source::{Edit, Source};
use stress::vocabulary::REPORTING;
use stress::{KINDS, MOST_COPIES, NEUTRAL, judge, seeds};

fn sources() -> Vec<Source> {
    seeds::articles().unwrap().iter().map(Source::read).collect()
}

fn source(text: &str) -> Source {
    Source::read(&Article { text: text.to_owned(), ..Article::default() })
}

fn edits(code: &str, text: &str) -> Vec<String> {
    let source = source(text);
    let kind = KINDS.iter().find(|kind| kind.code == code).unwrap();
    kind.edits(&source).iter().map(|e| format!("{} -> {}", e.span.of(text), e.text)).collect()
}

fn neutral(code: &str, source: &Source) -> Vec<Article> {
    NEUTRAL.iter().find(|kind| kind.code == code).unwrap().copies(source)
}

/// Letters and digits in their order, without marks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn words(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

#[test]
fn a_changed_copy_differs_from_the_article_in_one_place() {
    for source in sources() {
        let text = &source.article.text;
        for kind in KINDS {
            let edits = kind.edits(&source);
            assert!(edits.len() <= MOST_COPIES);
            for Edit { span, text: other } in &edits {
                let copy = source.with(&Edit { span: *span, text: other.clone() });
                assert_eq!(copy.text[..span.start as usize], text[..span.start as usize]);
                assert_eq!(copy.text[span.start as usize + other.len()..], text[span.end as usize..]);
                assert!(!other.is_empty() && span.of(text) != other, "{}: {other}", kind.code);
                let sentence = source.sentence(source.prose.tokens_in(*span).start);
                assert!(source.prose.cover(sentence).contains(*span), "{}: {other}", kind.code);
            }
        }
    }
}

#[test]
fn no_kind_of_change_is_without_copies() {
    let sources = sources();
    for kind in KINDS {
        let copies: usize = sources.iter().map(|source| kind.edits(source).len()).sum();
        assert!(copies >= 10, "{}: {copies}", kind.code);
    }
    for kind in NEUTRAL {
        let copies: usize = sources.iter().map(|source| kind.copies(source).len()).sum();
        assert!(copies >= 5, "{}: {copies}", kind.code);
    }
}

#[test]
fn the_title_changes_with_the_text() {
    let text = "Bridge closed on Monday\n\nThe bridge of the old town was closed on Monday, the mayor said.";
    let title = Some("Bridge closed on Monday".to_owned());
    let source = Source::read(&Article { text: text.to_owned(), title, ..Article::default() });
    let weekdays = KINDS.iter().find(|kind| kind.code == "weekday").unwrap().edits(&source);
    let titles: Vec<_> = weekdays.iter().map(|edit| source.with(edit).title.unwrap()).collect();
    assert_eq!(titles[0], "Bridge closed on Sunday");
    assert_eq!(titles[2], "Bridge closed on Monday");
}

#[test]
fn facts_become_other_facts() {
    let table: &[(&str, &str, &[&str])] = &[
        (
            "figure",
            "The fire killed three people and cost 250 dollars.",
            &["three -> four", "three -> seven", "250 -> 350", "250 -> 650"],
        ),
        ("figure", "The two-way road was closed on 3 May 2019, one of the ministers said.", &[]),
        ("date", "The treaty was signed in June 2021.", &["June -> November", "2021 -> 2018"]),
        ("date", "The talks may begin next week.", &["next week -> next month"]),
        ("name", "The mayor, Ann Lee, opened the bridge.", &["Lee -> Halvorsen", "Ann -> Tobias"]),
        (
            "office",
            "Former President Ann Lee met Governor Paul Roe.",
            &["Former President -> President", "President -> Prime Minister", "Governor -> Mayor"],
        ),
        ("place", "Ann Lee met Paul Roe in Paris.", &["Paris -> Lisbon"]),
        ("negation", "The council agreed to the plan.", &["agreed -> did not agree"]),
        ("negation", "The mayor has not been told yet.", &["has not been told yet -> has been told"]),
        ("antonym", "The council rejected the plan.", &["rejected -> accepted"]),
        ("antonym", "If the council rejected the plan, work would stop.", &[]),
        ("certainty", "The mayor will open the bridge.", &["will -> may"]),
        ("certainty", "If it rained, the bridge would be closed.", &[]),
        (
            "quoted-word",
            "\u{201c}The weather was awful,\u{201d} Ann Lee said.",
            &["weather -> question", "awful -> foreign"],
        ),
        ("speaker", "Paul Roe left. \u{201c}The bridge is safe,\u{201d} Ann Lee said.", &["Ann Lee -> Roe"]),
    ];
    for (code, text, expected) in table {
        assert_eq!(edits(code, text), *expected, "{code}: {text}");
    }
}

#[test]
fn words_in_marks_are_left_to_their_own_kind() {
    let text = "\u{201c}We will meet three people on Monday in Paris,\u{201d} Ann Lee said.";
    for kind in KINDS.iter().filter(|kind| !matches!(kind.code, "quoted-word" | "name" | "speaker")) {
        assert_eq!(edits(kind.code, text), Vec::<String>::new(), "{}", kind.code);
    }
}

#[test]
fn another_order_or_style_keeps_every_word() {
    for source in sources() {
        let own = &source.article.text;
        for copy in neutral("reordered", &source) {
            assert_ne!(&copy.text, own);
            assert_eq!(words(&copy.text), words(own));
        }
        for copy in neutral("restyled", &source) {
            assert_ne!(&copy.text, own);
            assert_eq!(letters(&copy.text), letters(own));
        }
    }
}

#[test]
fn a_synonym_changes_reporting_verbs_only() {
    for source in sources() {
        for copy in neutral("synonym", &source) {
            let (own, other) = (words(&source.article.text), words(&copy.text));
            let gone = own.iter().filter(|(word, count)| other.get(**word) != Some(count));
            for (word, _) in gone {
                let verb = letters(word).to_lowercase();
                assert!(
                    REPORTING.iter().any(|(a, b)| verb == *a || b.split(' ').any(|b| verb == b)),
                    "{word}"
                );
            }
        }
    }
}

#[test]
fn a_shortened_copy_lacks_one_sentence() {
    for source in sources() {
        for copy in neutral("shortened", &source) {
            let own = &source.article.text;
            let without = |sentence: &std::ops::Range<usize>| {
                let span = source.prose.cover(sentence.clone());
                letters(&[&own[..span.start as usize], &own[span.end as usize..]].concat())
            };
            assert!(source.prose.sentences.iter().any(|sentence| without(sentence) == letters(&copy.text)));
        }
    }
}

#[test]
fn what_hangs_on_words_before_it_stays_behind_them() {
    let text = "Ann Lee opened the bridge on Monday. She thanked the builders. Paul Roe came too.\n\nHe spoke of the weather.\n\nThe new bridge of Ann Lee is long.";
    let copies = neutral("shortened", &source(text));
    assert!(copies.iter().all(|copy| !copy.text.starts_with("She") && copy.text.contains("Paul Roe came")));
    assert_eq!(neutral("reordered", &source(text)).len(), 0);
}

#[test]
fn a_finding_at_the_changed_place_counts() {
    let text = "Fire at the harbour\n\nThe fire at the harbour killed 12 people on Monday, Governor Ann Lee said.\n\nThe harbour was closed after the fire, and ships were sent to other towns on the coast.";
    let source = source(text);
    let unchanged = judge::beside(&source, &source.article);
    assert!(judge::alarms(&source, &unchanged, &source.article).is_empty());
    let at = u32::try_from(text.find("12").unwrap()).unwrap();
    let figure =
        |text: &str| Edit { span: crosscheck::span::Span { start: at, end: at + 2 }, text: text.to_owned() };
    assert!(judge::is_found(&source, &unchanged, &figure("57")));
    assert!(!judge::is_found(&source, &unchanged, &figure("twelve")));
}
