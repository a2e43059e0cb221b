//! The matrix of claims: who says what, and how many articles stand behind it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that can not go on has failed.

use crosscheck::{Article, Options, check};

const COPIED: &str = "President Omar Tessa met Prime Minister Ana Kovic in Vienna on Monday to sign a pact on gas that both sides had sought for years.";
const OWN: &str =
    "In an old palace on Monday, Prime Minister Ana Kovic and President Omar Tessa met for talks about gas.";

fn independent(texts: &[&str]) -> Vec<(u32, bool)> {
    let articles: Vec<Article> =
        texts.iter().map(|text| Article { text: (*text).to_owned(), ..Article::default() }).collect();
    let report = check(&articles, &Options::default());
    let meeting = report.claims.iter().filter(|claim| claim.kind == "meeting");
    meeting.map(|claim| (claim.independent, claim.single_source)).collect()
}

#[test]
fn agreement_in_copied_words_counts_once() {
    let second = format!("{COPIED} The weather was fine.");
    let third = format!("It snowed in the hills. {COPIED}");
    assert_eq!(independent(&[COPIED, &second, &third]), [(1, true)]);
}

#[test]
fn agreement_in_own_words_counts() {
    assert_eq!(independent(&[COPIED, OWN]), [(2, false)]);
    let copy = format!("{COPIED} The weather was fine.");
    assert_eq!(independent(&[COPIED, &copy, OWN]), [(2, false)]);
}
