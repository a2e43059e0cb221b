//! The bundled articles, as the page gives them to the core.
//!
//! In: the folder `seeds/` of the repository. Out: articles with what their manifest says of them, in its order.
//! Example: the first is `seeds/ukraine-talks/1-menafn.txt`, with title, outlet and date.
//! Limits: reads the repository that it was compiled in.

use std::path::Path;
use std::{fs, io};

use crosscheck::Article;
use serde_json::Value;

/// The articles of every topic, in order.
///
/// # Errors
/// A folder that can not be read, or a manifest that is no JSON.
pub fn articles() -> io::Result<Vec<Article>> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds"));
    let mut folders: Vec<_> = fs::read_dir(root)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    let mut articles = Vec::new();
    for folder in folders {
        let manifest: Value = serde_json::from_str(&fs::read_to_string(folder.join("manifest.json"))?)?;
        for row in manifest["articles"].as_array().into_iter().flatten() {
            let given = |field: &str| row[field].as_str().map(str::to_owned);
            let text = fs::read_to_string(folder.join(given("file").unwrap_or_default()))?;
            articles.push(Article {
                text,
                title: given("title"),
                outlet: given("outlet"),
                date: given("date"),
            });
        }
    }
    Ok(articles)
}
