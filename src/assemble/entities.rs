//! The report's list of entities: what is named, with forms and offices, then values.

use std::collections::BTreeMap;

use crate::assemble::{number, place};
use crate::corpus::{Corpus, Linked};
use crate::kind::{EntityKind, FormNote, MentionForm};
use crate::prose::fold;
use crate::report::{Entity, Form, Mention, Office};

/// Shared entities in their order, then dates and figures by kind and value.
pub fn entities(corpus: &Corpus) -> Vec<Entity> {
    let mut out: Vec<Entity> =
        corpus.entities.iter().enumerate().map(|(id, e)| named(corpus, id, e)).collect();
    for ((kind, _), group) in values(corpus) {
        let id = number(out.len());
        out.push(Entity { id, kind, ..group });
    }
    out
}

fn named(corpus: &Corpus, id: usize, linked: &Linked) -> Entity {
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
            let held = document.names.offices.iter().filter(|office| office.mention == m);
            offices.extend(held.map(|office| Office {
                title: office.title.clone(),
                of: office.of.clone(),
                status: office.status,
                place: place(article, office.span),
            }));
        }
    }
    mentions.sort_by_key(|m| m.place);
    offices.sort_by_key(|o| o.place);
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

/// Each spelling once, most frequent first.
fn forms(corpus: &Corpus, linked: &Linked, mentions: &[Mention]) -> Vec<Form> {
    let mut found: BTreeMap<(String, bool), (u32, Vec<u32>)> = BTreeMap::new();
    for mention in mentions.iter().filter(|m| matches!(m.form, MentionForm::Name | MentionForm::Title)) {
        let Some(document) = corpus.documents.get(mention.place.article as usize) else { continue };
        let text = document.text(mention.place.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let slot = found.entry((text, mention.form == MentionForm::Title)).or_default();
        slot.0 += 1;
        if slot.1.last() != Some(&mention.place.article) {
            slot.1.push(mention.place.article);
        }
    }
    let mut forms: Vec<Form> = found
        .into_iter()
        .map(|((text, is_title), (count, articles))| {
            let note = if is_title { Some(FormNote::Title) } else { note(linked, &text) };
            Form { text, count, articles, note }
        })
        .collect();
    forms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    forms
}

/// How a form differs from the fullest one.
fn note(linked: &Linked, text: &str) -> Option<FormNote> {
    let (name, form) = (fold(&linked.name), fold(text));
    if name == form {
        return None;
    }
    let name: Vec<&str> = name.split_whitespace().collect();
    let form: Vec<&str> = form.split_whitespace().collect();
    let is_part = form.len() < name.len() && form.iter().all(|word| name.contains(word));
    let is_letters = form.len() == 1
        && linked.kind != EntityKind::Person
        && text.chars().all(|c| c.is_uppercase() || c == '.');
    if is_part || is_letters {
        return Some(FormNote::Short);
    }
    let is_other_given =
        linked.kind == EntityKind::Person && form.len() > 1 && name.len() > 1 && form.last() == name.last();
    Some(if is_other_given { FormNote::GivenName } else { FormNote::Spelling })
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
