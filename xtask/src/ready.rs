//! What the page knows before its core has started: the report of the bundled articles, and the text of the first of them.
//!
//! In go the core and the articles; out come a script that sets `globalThis.CROSSCHECK_READY` to `{version, rules, text}`, the text being the report
//! as JSON, and the first article as HTML. The report is made by the core that travels with the page, run by Node, so that it is to the letter
//! what the page's worker answers; a browser test holds one against the other.
//!
//! Example: `ready::made(&core, &topic)?.script`.
//!
//! Limits: the first topic only, as the page shows no other at first.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;

use crate::wasm;

/// Runs the core as the worker does. What it needs comes by its standard input, one JSON value.
const RUN: &str = "
const {glue, module, articles} = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const wasm_bindgen = new Function(glue + '; return wasm_bindgen;')();
wasm_bindgen.initSync({module: require('fs').readFileSync(module)});
const text = wasm_bindgen.check_json(articles, {aliases: []});
if (JSON.stringify(wasm_bindgen.check(articles, {aliases: []})) !== text) throw new Error('a report and its JSON differ');
process.stdout.write(JSON.stringify({version: wasm_bindgen.version(), rules: wasm_bindgen.rules(), text}));
";

/// What is put into the page.
pub struct Ready {
    /// A classic script.
    pub script: String,
    /// The first article's blocks as elements.
    pub first: String,
}

#[derive(Deserialize)]
struct Block {
    start: usize,
    end: usize,
    role: String,
}

/// Runs the core on the articles of a topic of [`crate::seeds::topics`].
pub fn made(core: &wasm::Core, topic: &Value) -> Result<Ready> {
    let told = run(core, &topic["articles"])?;
    let answer: Value = serde_json::from_str(&told).context("the core's answer is no JSON")?;
    let report: Value = serde_json::from_str(answer["text"].as_str().context("there is no report")?)?;
    let article = &report["articles"][0];
    let blocks: Vec<Block> = serde_json::from_value(article["blocks"].clone()).context("blocks")?;
    let first = html(article["text"].as_str().context("an article without its text")?, &blocks)?;
    Ok(Ready { script: format!("globalThis.CROSSCHECK_READY = {told};\n"), first })
}

fn run(core: &wasm::Core, articles: &Value) -> Result<String> {
    let fields = ["text", "title", "outlet", "date"];
    let rows = articles.as_array().context("a topic without articles")?;
    let asked: Vec<Value> = rows
        .iter()
        .map(|row| fields.iter().map(|&name| (name.to_owned(), row[name].clone())).collect())
        .collect();
    let input = serde_json::json!({ "glue": core.glue, "module": wasm::module()?, "articles": asked });
    let mut node = Command::new("node");
    node.args(["-e", RUN]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = node.spawn().context("starting Node")?;
    child.stdin.take().context("no way in")?.write_all(input.to_string().as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("the core did not answer about the bundled articles");
    }
    String::from_utf8(output.stdout).context("the core's answer is no text")
}

/// The blocks as the reading view draws them, without marks. Offsets are UTF-16 code units.
fn html(text: &str, blocks: &[Block]) -> Result<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut page = String::new();
    for Block { start, end, role } in blocks {
        let words = String::from_utf16(units.get(*start..*end).context("a block beyond the text")?)?;
        let tag = if matches!(role.as_str(), "headline" | "subhead") { "h3" } else { "p" };
        page += &format!("<{tag} class=\"block block--{role}\">{}</{tag}>", escaped(&words));
    }
    Ok(page)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_cut_by_utf_16_and_are_no_markup() {
        let block = |start, end, role: &str| Block { start, end, role: role.into() };
        let page = html("A \u{1f600} b\nR&D <b>", &[block(0, 6, "headline"), block(7, 14, "body")]).unwrap();
        assert_eq!(
            page,
            "<h3 class=\"block block--headline\">A \u{1f600} b</h3><p class=\"block block--body\">R&amp;D &lt;b&gt;</p>"
        );
        assert!(html("short", &[block(0, 9, "body")]).is_err());
    }
}
