//! The bundled articles as a script.
//!
//! In go the topic folders of `seeds/` with their manifests; out comes the classic script `seeds.js`, which sets
//! `globalThis.CROSSCHECK_SEEDS` to a list of topics: `{topic, title, articles: [{name, text, title, outlet, date}]}`.
//!
//! Example: `seeds/ukraine-talks/` becomes a topic called `ukraine-talks` with five articles.
//!
//! Limits: a folder without a manifest is an error, as is a text that no manifest names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::project;

/// The script that gives the page its bundled articles.
pub fn script(topics: &Value) -> String {
    format!("globalThis.CROSSCHECK_SEEDS = {topics};\n")
}

/// Every topic, in the order of the folders' names.
pub fn topics() -> Result<Value> {
    let seeds = project::path("seeds");
    let mut folders = Vec::new();
    for entry in fs::read_dir(&seeds).with_context(|| format!("listing {}", seeds.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    folders.sort();
    let topics: Result<Vec<Value>> = folders.iter().map(|folder| topic(folder)).collect();
    Ok(Value::from(topics?))
}

fn topic(folder: &Path) -> Result<Value> {
    let path = folder.join("manifest.json");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let manifest: Value =
        serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))?;
    let rows = manifest["articles"].as_array().with_context(|| format!("{}: no articles", path.display()))?;
    let articles: Result<Vec<Value>> = rows.iter().map(|row| article(folder, row)).collect();
    let articles = articles?;
    let texts = fs::read_dir(folder)?.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    if texts.filter(|path| path.extension().is_some_and(|end| end == "txt")).count() != articles.len() {
        bail!("{} does not name every text of its folder once", path.display());
    }
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(json!({"topic": name, "title": manifest["title"], "articles": articles}))
}

fn article(folder: &Path, row: &Value) -> Result<Value> {
    let file =
        row["file"].as_str().with_context(|| format!("{}: an article without a file", folder.display()))?;
    let path = folder.join(file);
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let name = file.strip_suffix(".txt").unwrap_or(file);
    Ok(json!({
        "name": name, "text": text, "title": row["title"], "outlet": row["outlet"], "date": row["date"],
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    /// The texts as they were given. They are evidence: nobody may tidy them, not even a line end.
    const GIVEN: &[(&str, &str)] = &[
        ("1-menafn", "255dca42261708e0633398515e417839ebf2eb202b44392071e83d9ad193abe7"),
        ("2-independent", "e63ed75e821894c5d2fece2336dd0b0ee9632474b24352ffafd2dfeca2410809"),
        ("3-as-soon-as-next-week", "f03325c061123c521356030699af9ab0929ab089eb6094a70b8d1fca1f432129"),
        ("4-push-for-ceasefire", "49649e181103477b0980a32194e906e192ce2996eee8eb78ac23b727eecb1100"),
        ("5-open-to-meeting", "47847199281616b6fc3d2473abe38fa381da2118d9b03d31d3fe2d5d1e0a98bd"),
    ];

    #[test]
    fn the_articles_are_unchanged_and_in_order() {
        let topics = topics().unwrap();
        let articles = topics[0]["articles"].as_array().unwrap();
        let now: Vec<(String, String)> = articles
            .iter()
            .map(|article| {
                let hash = Sha256::digest(article["text"].as_str().unwrap());
                (article["name"].as_str().unwrap().to_string(), format!("{hash:x}"))
            })
            .collect();
        let given: Vec<(String, String)> =
            GIVEN.iter().map(|&(n, h)| (n.to_string(), h.to_string())).collect();
        assert_eq!(now, given);
    }

    #[test]
    fn heads_are_given_only_where_the_text_has_them() {
        for article in topics().unwrap()[0]["articles"].as_array().unwrap() {
            let text = article["text"].as_str().unwrap().replace('\u{a0}', " ");
            for field in ["title", "outlet", "date"] {
                if let Some(value) = article[field].as_str() {
                    assert!(text.contains(value), "{}: {field} is not in the text", article["name"]);
                }
            }
        }
    }
}
