//! Who is who, against `cases/who.txt`: which mentions are one entity, which are not, and which offices persons hold.
//!
//! A case begins with `== name`; then come articles, each a line begun by `A:`, `B:`, … with `¶` for the end of a paragraph. Every name stands in square
//! brackets behind its kind, so that the cases test joining and not recognition. Then come expectations, one a line:
//!
//! ```text
//! = Ann Smyth | Smyth@B | She     all mentions with these words are one entity
//! ! Ann Smyth | Paul Smyth        no two of these are
//! @ Ann Smyth: mayor; of Leeds; former      all offices of the entity, several separated by ` + `; `none` for no office
//! ? She                           these words are no mention
//! ```
//!
//! `Smyth@B` is the mention in article B, `Smyth#2` the second with these words of all. Lines that begin with `#` are comments.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that can not go on has failed.

use crosscheck::corpus::{Keys, Linked, keys, link};
use crosscheck::entity::{Corrections, Mention, Names, who_is_who};
use crosscheck::kind::MentionForm;
use crosscheck::lexicon::Lexicon;
use crosscheck::prose::Prose;
use crosscheck::span::Span;

/// Fewer expectations than this would leave kinds of names untested.
const FEWEST: usize = 150;

struct World {
    prose: Vec<Prose>,
    names: Vec<Names>,
    linked: Vec<Linked>,
}

/// The text of a line without its marks, and the named mentions in it.
fn unmarked(line: &str) -> (String, Vec<(Span, String)>) {
    let (mut text, mut named) = (String::new(), Vec::new());
    for (n, part) in line.replace('¶', "\n").split('[').enumerate() {
        match part.split_once(']') {
            Some((name, rest)) if n > 0 => {
                let (kind, words) = name.split_once(' ').unwrap();
                let start = text.len();
                text.push_str(words);
                named.push((Span::new(start, text.len()), kind.to_owned()));
                text.push_str(rest);
            }
            _ => text.push_str(part),
        }
    }
    (text, named)
}

fn world(lex: &Lexicon, articles: &[&str]) -> World {
    let (mut prose, mut names) = (Vec::new(), Vec::new());
    for line in articles {
        let (text, named) = unmarked(line);
        let read = Prose::read(lex, &text);
        let mention = |(span, kind): (Span, String)| Mention {
            span,
            tokens: read.tokens_in(span),
            kind: kind.parse().unwrap_or_else(|_| panic!("`{kind}` is no kind: {line}")),
            form: MentionForm::Name,
            nested: false,
            value: None,
            entity: 0,
        };
        let mentions = named.into_iter().map(mention).collect();
        names.push(who_is_who(lex, &read, mentions, &Corrections::default()));
        prose.push(read);
    }
    let none = Corrections::default();
    let keyed: Vec<Vec<Keys>> =
        prose.iter().zip(&names).map(|(prose, names)| keys(lex, &none, prose, names)).collect();
    let parts: Vec<(&Names, &[Keys])> = names.iter().zip(keyed.iter().map(Vec::as_slice)).collect();
    let linked = link(lex, &parts, &none);
    World { prose, names, linked }
}

impl World {
    /// Shared entity of every mention, with its words and article.
    fn mentions(&self) -> Vec<(usize, &str, usize)> {
        let mut out = Vec::new();
        for (article, (prose, names)) in self.prose.iter().zip(&self.names).enumerate() {
            for mention in &names.mentions {
                let member = (article, mention.entity);
                let shared = self.linked.iter().position(|l| l.members.contains(&member)).unwrap();
                out.push((article, mention.span.of(&prose.text), shared));
            }
        }
        out
    }

    /// Shared entities of the mentions that a form means: `Smyth`, `Smyth@B`, `Smyth#2`.
    fn entities(&self, form: &str) -> Vec<usize> {
        let (words, article, place) = match (form.rsplit_once('@'), form.rsplit_once('#')) {
            (Some((words, letter)), _) => (words, Some(usize::from(letter.as_bytes()[0] - b'A')), None),
            (_, Some((words, n))) => (words, None, Some(n.parse::<usize>().unwrap() - 1)),
            _ => (form, None, None),
        };
        let mentions = self.mentions();
        let found = mentions.iter().filter(|m| m.1 == words && article.is_none_or(|a| a == m.0));
        let mut found: Vec<usize> = found.map(|m| m.2).collect();
        if let Some(place) = place {
            found = found.get(place).map(|one| vec![*one]).unwrap_or_default();
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn offices(&self, form: &str) -> String {
        let entities = self.entities(form);
        let mut out: Vec<String> = Vec::new();
        for (article, names) in self.names.iter().enumerate() {
            for office in &names.offices {
                let member = (article, names.mentions[office.mention].entity);
                if !entities.iter().any(|&e| self.linked[e].members.contains(&member)) {
                    continue;
                }
                let of = office.of.as_ref().map_or(String::new(), |of| format!("; of {of}"));
                let line = format!("{}{of}; {}", office.title, office.status);
                if !out.contains(&line) {
                    out.push(line);
                }
            }
        }
        if out.is_empty() { "none".to_owned() } else { out.join(" + ") }
    }

    /// What is wrong with an expectation, if anything.
    fn complaint(&self, expectation: &str) -> Option<String> {
        let (sign, rest) = expectation.split_once(' ').unwrap();
        let forms: Vec<&str> = rest.split(" | ").collect();
        let lost = || forms.iter().find(|form| self.entities(form).is_empty()).copied();
        match sign {
            "=" => {
                if let Some(form) = lost() {
                    return Some(format!("no mention `{form}`"));
                }
                let mut all: Vec<usize> = forms.iter().flat_map(|form| self.entities(form)).collect();
                all.sort_unstable();
                all.dedup();
                (all.len() > 1).then(|| format!("{} entities: {rest}", all.len()))
            }
            "!" => {
                if let Some(form) = lost() {
                    return Some(format!("no mention `{form}`"));
                }
                let clash = forms.iter().enumerate().find(|(n, a)| {
                    let of_a = self.entities(a);
                    forms[n + 1..].iter().any(|b| self.entities(b).iter().any(|e| of_a.contains(e)))
                });
                clash.map(|(_, form)| format!("`{form}` is joined with another of {rest}"))
            }
            "@" => {
                let (form, want) = rest.split_once(": ").unwrap();
                let got = self.offices(form);
                (got != want).then(|| format!("offices of {form}: {got}, not {want}"))
            }
            "?" => (!self.entities(rest).is_empty()).then(|| format!("`{rest}` is a mention")),
            _ => panic!("no such sign: {expectation}"),
        }
    }
}

/// The text of a line that is an article.
fn article(line: &str) -> Option<&str> {
    let (letter, text) = line.split_once(": ")?;
    (letter.len() == 1).then_some(text)
}

#[test]
fn every_case() {
    let lex = Lexicon::builtin();
    let source = include_str!("cases/who.txt");
    let (mut complaints, mut expectations) = (Vec::new(), 0);
    for block in source.split("\n== ").skip(1) {
        let lines: Vec<&str> = block.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect();
        let articles: Vec<&str> = lines.iter().filter_map(|line| article(line)).collect();
        let world = world(lex, &articles);
        for line in lines.iter().skip(1).filter(|line| article(line).is_none()) {
            expectations += 1;
            complaints.extend(world.complaint(line).map(|c| format!("{}: {c}", lines[0])));
        }
    }
    assert!(complaints.is_empty(), "{} expectations fail:\n  {}", complaints.len(), complaints.join("\n  "));
    assert!(expectations >= FEWEST, "only {expectations} expectations");
}
