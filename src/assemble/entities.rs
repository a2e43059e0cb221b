//! The report's list of entities: what is named, with forms and offices, then values.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::assemble::{number, place};
use crate::corpus::{Corpus, Document, Linked};
use crate::entity::person::{Likeness, PersonName, given_likeness, likeness, person_name};
use crate::kind::{EntityKind, FormNote, MentionForm};
use crate::lexicon::Lexicon;
use crate::order::{sort_by, sort_by_key};
use crate::report::{Entity, Form, Mention, Office};
use crate::token::fold;

/// Shared entities in their order, then dates and figures by kind and value.
pub fn entities(corpus: &Corpus) -> Vec<Entity> {
    let held: Vec<Held> = corpus.documents.iter().map(held).collect();
    let mut out: Vec<Entity> =
        corpus.entities.iter().enumerate().map(|(id, e)| named(corpus, &held, id, e)).collect();
    for ((kind, _), group) in values(corpus) {
        let id = number(out.len());
        out.push(Entity { id, kind, ..group });
    }
    out
}

/// The offices of an article under the mention of their holder.
type Held<'a> = BTreeMap<usize, Vec<&'a crate::entity::Office>>;

fn held(document: &Document) -> Held<'_> {
    let mut out = Held::new();
    for office in &document.names.offices {
        out.entry(office.mention).or_default().push(office);
    }
    out
}

fn named(corpus: &Corpus, held: &[Held<'_>], id: usize, linked: &Linked) -> Entity {
    let mut mentions = Vec::new();
    let mut offices = Vec::new();
    for &(article, local) in &linked.members {
        let Some(document) = corpus.documents.get(article) else { continue };
        let Some(entity) = document.names.entities.get(local) else { continue };
        for &m in &entity.mentions {
            let Some(mention) = document.names.mentions.get(m) else { continue };
            mentions.push(Mention {
                place: place(article, mention.span),
                form: mention.form,
                nested: mention.nested,
            });
            let held = held.get(article).and_then(|own| own.get(&m));
            offices.extend(held.into_iter().flatten().map(|office| Office {
                title: office.title.clone(),
                of: office.of.clone(),
                status: office.status,
                place: place(article, office.span),
            }));
        }
    }
    sort_by_key(&mut mentions, |m| m.place);
    sort_by_key(&mut offices, |o| o.place);
    tell_polities(&mut offices);
    let forms = forms(corpus, linked, &mentions);
    Entity {
        id: number(id),
        kind: linked.kind,
        name: linked.name.clone(),
        value: None,
        forms,
        offices,
        mentions,
    }
}

/// "President Lee" is of the polity that another passage names, if all that name one agree.
fn tell_polities(offices: &mut [Office]) {
    let mut known: BTreeMap<String, Option<String>> = BTreeMap::new();
    for office in offices.iter().filter(|office| office.of.is_some()) {
        let slot = known.entry(office.title.clone()).or_insert_with(|| office.of.clone());
        if *slot != office.of {
            *slot = None;
        }
    }
    for office in offices.iter_mut().filter(|office| office.of.is_none()) {
        office.of = known.get(&office.title).cloned().flatten();
    }
}

/// Each spelling once, most frequent first.
fn forms(corpus: &Corpus, linked: &Linked, mentions: &[Mention]) -> Vec<Form> {
    let mut found: BTreeMap<(Cow<'_, str>, bool), (u32, Vec<u32>)> = BTreeMap::new();
    for mention in mentions.iter().filter(|m| matches!(m.form, MentionForm::Name | MentionForm::Title)) {
        let Some(document) = corpus.documents.get(mention.place.article as usize) else { continue };
        let text = single_spaced(document.text(mention.place.span));
        let slot = found.entry((text, mention.form == MentionForm::Title)).or_default();
        slot.0 += 1;
        if slot.1.last() != Some(&mention.place.article) {
            slot.1.push(mention.place.article);
        }
    }
    let person = person_name(&linked.name);
    let mut forms: Vec<Form> = found
        .into_iter()
        .map(|((text, is_title), (count, articles))| {
            let note = if is_title { Some(FormNote::Title) } else { note(linked, &person, &text) };
            Form { text: text.into_owned(), count, articles, note }
        })
        .collect();
    sort_by(&mut forms, |a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    forms
}

/// The words with one plain blank between them.
fn single_spaced(text: &str) -> Cow<'_, str> {
    let is_plain =
        text.is_ascii() && !text.contains("  ") && !text.contains(['\t', '\n', '\r', '\x0b', '\x0c']);
    if is_plain && !text.starts_with(' ') && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// How a form differs from the fullest one; `None` for the same name, perhaps in another dress, and for other names of a state.
fn note(linked: &Linked, person: &PersonName, text: &str) -> Option<FormNote> {
    if linked.name == text {
        return None;
    }
    if linked.kind == EntityKind::Person {
        return person_note(person, text);
    }
    let (name, form) = (fold(&linked.name), fold(text));
    let name: Vec<&str> = name.split_whitespace().collect();
    let form: Vec<&str> = form.split_whitespace().collect();
    let is_part = form.len() < name.len() && form.iter().all(|word| name.contains(word));
    let is_letters = form.len() == 1 && name.len() > 1 && text.chars().all(|c| c.is_uppercase() || c == '.');
    (is_part || is_letters).then_some(FormNote::Short)
}

/// A person's form: a surname in another spelling, another given name, or a part of the name.
fn person_note(name: &PersonName, text: &str) -> Option<FormNote> {
    let lex = Lexicon::builtin();
    let form = person_name(text);
    if likeness(lex, &name.surname, &form.surname) > Likeness::Style && !name.given.contains(&form.surname) {
        return Some(FormNote::Spelling);
    }
    if form.given.len() < name.given.len() && form.given.iter().all(|word| name.given.contains(word)) {
        return Some(FormNote::Short);
    }
    let given = given_likeness(lex, name, &form);
    (given > Likeness::Style).then_some(if given == Likeness::Spelling {
        FormNote::Spelling
    } else {
        FormNote::GivenName
    })
}

type Values = BTreeMap<(EntityKind, String), Entity>;

/// Dates and figures; those of one value are one entity.
fn values(corpus: &Corpus) -> Values {
    let mut out = Values::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for mention in crate::value::mentions(&document.quantities, &document.times) {
            let text = document.text(mention.span).to_owned();
            let key = mention.value.clone().unwrap_or_else(|| text.to_lowercase());
            let slot = out.entry((mention.kind, key)).or_insert_with(|| Entity {
                id: 0,
                kind: mention.kind,
                name: text.clone(),
                value: mention.value.clone(),
                forms: Vec::new(),
                offices: Vec::new(),
                mentions: Vec::new(),
            });
            slot.mentions.push(Mention {
                place: place(article, mention.span),
                form: MentionForm::Name,
                nested: false,
            });
            count(&mut slot.forms, text, number(article));
        }
    }
    out
}

fn count(forms: &mut Vec<Form>, text: String, article: u32) {
    match forms.iter_mut().find(|form| form.text == text) {
        Some(form) => {
            form.count += 1;
            if form.articles.last() != Some(&article) {
                form.articles.push(article);
            }
        }
        None => forms.push(Form { text, count: 1, articles: vec![article], note: None }),
    }
}
