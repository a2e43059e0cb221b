//! Names against `cases/entities.txt`, and what one article's names are resolved to.
//!
//! A line is one article, `¶` for the end of a paragraph; each name stands in square brackets behind its kind. Nothing else may be found.

use crosscheck::entity::{Corrections, Names, names};
use crosscheck::kind::{MentionForm, OfficeStatus};
use crosscheck::lexicon::Lexicon;
use crosscheck::prose::Prose;
use crosscheck::span::Span;

/// The text of a line without its marks.
fn plain(line: &str) -> String {
    let mut out = String::new();
    for (n, part) in line.split('[').enumerate() {
        match part.split_once(']') {
            Some((name, rest)) if n > 0 => {
                out.push_str(name.split_once(' ').map_or(name, |(_, words)| words));
                out.push_str(rest);
            }
            _ => out.push_str(part),
        }
    }
    out.replace('¶', "\n")
}

/// The text with the names that are found marked.
fn marked(text: &str, names: &Names) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mention in names.mentions.iter().filter(|m| m.form == MentionForm::Name && !m.nested) {
        out.push_str(Span { start: at, end: mention.span.start }.of(text));
        out.push_str(&format!("[{} {}]", mention.kind, mention.span.of(text)));
        at = mention.span.end;
    }
    out.push_str(Span::new(at as usize, text.len()).of(text));
    out.replace('\n', "¶")
}

fn read(text: &str) -> (Prose, Names) {
    let lex = Lexicon::builtin();
    let prose = Prose::read(lex, text);
    let names = names(lex, &prose, &Corrections::default());
    (prose, names)
}

#[test]
fn every_line_is_marked_as_written() {
    let source = include_str!("cases/entities.txt");
    let mut complaints = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let text = plain(line);
        let got = marked(&text, &read(&text).1);
        if got != line {
            complaints.push(format!("wanted {line}\n     got {got}"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n  "));
}

/// Text of every mention of the entity that a name belongs to.
fn mentions_of(text: &str, name: &str) -> Vec<String> {
    let (prose, names) = read(text);
    let entity = names.entities.iter().find(|e| e.name == name);
    let mentions = entity.map_or(&[][..], |e| &e.mentions);
    mentions.iter().map(|&m| names.mentions[m].span.of(&prose.text).to_owned()).collect()
}

#[test]
fn names_titles_and_pronouns_of_one_person() {
    let text =
        "Governor Ann Smyth spoke on Monday. She was glad. Smyth then left, and the governor did not return.";
    assert_eq!(mentions_of(text, "Ann Smyth"), ["Ann Smyth", "She", "Smyth", "governor"]);
}

#[test]
fn two_holders_leave_a_title_open() {
    let text =
        "President Ann Smyth met President Boris Karlov. Many people in the town say the president is tired.";
    assert_eq!(mentions_of(text, "Boris Karlov"), ["Boris Karlov"]);
}

#[test]
fn a_given_name_alone_joins_nobody() {
    let text = "President Vladimir Karlov met Vladimir Dovgan in Vienna.";
    assert_eq!(mentions_of(text, "Vladimir Karlov"), ["Vladimir Karlov"]);
}

#[test]
fn long_form_and_letters_are_one() {
    let text = "The Northern Farmers Association (NFA) met. The NFA will meet again.";
    assert_eq!(
        mentions_of(text, "Northern Farmers Association"),
        ["Northern Farmers Association", "NFA", "NFA"]
    );
}

#[test]
fn offices_with_state_and_status() {
    use OfficeStatus::{Acting, Current, Elect, Former, Then};
    let rows = [
        ("Former U.S. President Ann Smyth spoke.", "president", Some("United States"), Former),
        ("French president Ann Smyth spoke.", "president", Some("France"), Current),
        ("In 2021 then-President Ann Smyth spoke.", "president", None, Then),
        ("President-elect Ann Smyth spoke.", "president", None, Elect),
        ("Acting Defence Minister Ann Smyth spoke.", "defence minister", None, Acting),
        ("Ann Smyth, the governor of Texas, spoke.", "governor", Some("Texas"), Current),
        ("White House press secretary Ann Smyth spoke.", "press secretary", Some("White House"), Current),
        ("NATO Secretary-General Ann Smyth spoke.", "secretary general", Some("NATO"), Current),
    ];
    for (text, title, of, status) in rows {
        let (_, names) = read(text);
        let got: Vec<_> =
            names.offices.iter().map(|o| (o.title.as_str(), o.of.as_deref(), o.status)).collect();
        assert_eq!(got, [(title, of, status)], "{text}");
    }
}
