//! The reader's corrections, through the public interface: names joined, kept apart, given a kind, and everything that follows from it.
#![allow(clippy::unwrap_used, clippy::panic)] // A test that can not go on has failed.

use crosscheck::kind::{ContradictionKind, EntityKind};
use crosscheck::options::Alias;
use crosscheck::report::{Entity, Report};
use crosscheck::{Article, Options, check};

fn alias(names: &[&str], kind: Option<EntityKind>, apart: &[&str]) -> Alias {
    let owned = |list: &[&str]| list.iter().map(|&name| name.to_owned()).collect();
    Alias { names: owned(names), kind, apart: owned(apart) }
}

fn checked(texts: &[&str], aliases: Vec<Alias>) -> Report {
    let articles: Vec<Article> =
        texts.iter().map(|&text| Article { text: text.to_owned(), ..Article::default() }).collect();
    check(&articles, &Options { aliases, minimum: None })
}

/// The entity that has a form.
fn entity<'a>(report: &'a Report, form: &str) -> &'a Entity {
    let has = |e: &&Entity| e.forms.iter().any(|f| f.text == form);
    report.entities.iter().find(has).unwrap_or_else(|| panic!("nothing is called {form}"))
}

const HARBOUR: [&str; 2] = [
    "Mayor Ann Smyth opened the harbour on Monday. She was glad.",
    "“The harbour is safe,” said Anneke Brandt. The mayor left at noon.",
];

#[test]
fn names_that_the_reader_joins_are_one_in_all_articles() {
    let apart = checked(&HARBOUR, Vec::new());
    assert_ne!(entity(&apart, "Ann Smyth").id, entity(&apart, "Anneke Brandt").id);
    let report = checked(&HARBOUR, vec![alias(&["Anneke Brandt", "Ann Smyth"], None, &[])]);
    let one = entity(&report, "Ann Smyth");
    assert_eq!((one.id, one.name.as_str()), (entity(&report, "Anneke Brandt").id, "Anneke Brandt"));
    assert!(one.offices.iter().any(|office| office.title == "mayor"));
    let quotation = report.quotations.iter().find(|q| q.place.article == 1).unwrap();
    assert_eq!(quotation.speaker, Some(one.id));
}

#[test]
fn names_that_the_reader_keeps_apart_are_two() {
    let texts = ["Ann Smyth spoke. Smyth left.", "Smyth was seen in town."];
    let one = checked(&texts, Vec::new());
    assert_eq!(entity(&one, "Smyth").id, entity(&one, "Ann Smyth").id);
    let report = checked(&texts, vec![alias(&["Ann Smyth"], None, &["Smyth"])]);
    assert_ne!(entity(&report, "Smyth").id, entity(&report, "Ann Smyth").id);
    assert_eq!(entity(&report, "Smyth").mentions.len(), 2);
}

#[test]
fn states_and_bodies_are_kept_apart_too() {
    let texts = ["Britain agreed. Officials in the UK were glad.", "The United Kingdom agreed."];
    let report = checked(&texts, vec![alias(&["United Kingdom", "UK"], None, &["Britain"])]);
    assert_eq!(entity(&report, "UK").id, entity(&report, "United Kingdom").id);
    assert_ne!(entity(&report, "UK").id, entity(&report, "Britain").id);
}

#[test]
fn other_forms_follow_a_joined_name() {
    let texts = ["The United Kingdom agreed. Officials in the UK were glad. The Northern Council met."];
    let report = checked(&texts, vec![alias(&["Northern Council", "United Kingdom"], None, &[])]);
    assert_eq!(entity(&report, "UK").id, entity(&report, "Northern Council").id);
}

#[test]
fn a_kind_that_the_reader_gives_holds_for_every_form() {
    let texts = ["Leeds won on Sunday. Thornveld spoke in Leeds.", "Leeds lost."];
    let report = checked(&texts, vec![alias(&["Leeds"], Some(EntityKind::Organization), &[])]);
    assert_eq!(
        (entity(&report, "Leeds").kind, entity(&report, "Leeds").mentions.len()),
        (EntityKind::Organization, 3)
    );
}

#[test]
fn a_name_that_is_no_capitalised_word_is_found() {
    let texts =
        ["The new ferry, the blue whale, sank. Some say the Blue whale is safe.", "A blue whale is large."];
    let report = checked(&texts, vec![alias(&["blue whale"], Some(EntityKind::Product), &[])]);
    let whale = entity(&report, "blue whale");
    assert_eq!((whale.kind, whale.mentions.len()), (EntityKind::Product, 2));
}

#[test]
fn findings_follow() {
    let texts = ["Mayor Karoline Petrowick spoke on Monday.", "Mayor Carolyn Petrowick spoke on Monday."];
    let names =
        |report: &Report| report.findings.iter().filter(|f| f.kind == ContradictionKind::NameError).count();
    assert_eq!(names(&checked(&texts, Vec::new())), 1);
    let split = checked(&texts, vec![alias(&["Karoline Petrowick"], None, &["Carolyn Petrowick"])]);
    assert_eq!(names(&split), 0);
}

#[test]
fn aliases_that_contradict_each_other_do_no_harm() {
    let aliases = vec![
        alias(&["Ann Smyth", ""], None, &["Ann Smyth"]),
        alias(&["Ann Smyth", "Anneke Brandt"], Some(EntityKind::Person), &[" "]),
        alias(&[], Some(EntityKind::Date), &["Ann Smyth"]),
    ];
    let report = checked(&HARBOUR, aliases);
    assert_ne!(entity(&report, "Ann Smyth").id, entity(&report, "Anneke Brandt").id);
}
