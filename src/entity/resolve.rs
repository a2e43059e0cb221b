//! Resolution: which mentions name the same thing within one article.
//!
//! In: mentions. Out: [`Entity`]s in order of their first mention, each mention's `entity` set.
//! Example: "Ann Lee", "Mrs Lee" and "Lee" are one person. A given name alone never joins two persons.

use std::collections::HashMap;

use crate::entity::{Entity, Mention};
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// Groups mentions into entities.
pub(super) fn entities(_lex: &Lexicon, prose: &Prose, mentions: &mut [Mention]) -> Vec<Entity> {
    let mut ids: HashMap<String, usize> = HashMap::new();
    let mut out: Vec<Entity> = Vec::new();
    for (n, mention) in mentions.iter_mut().enumerate() {
        let name = mention.span.of(&prose.text).to_owned();
        let key = format!("{}:{}", mention.kind, name.to_lowercase());
        let id = *ids.entry(key).or_insert_with(|| {
            out.push(Entity { kind: mention.kind, name, mentions: Vec::new() });
            out.len() - 1
        });
        mention.entity = id;
        if let Some(entity) = out.get_mut(id) {
            entity.mentions.push(n);
        }
    }
    out
}
