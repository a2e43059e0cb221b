//! The page in its two forms: several files for a web server, and one file for everything else.
//!
//! In go the core, `www/` and the seeds; out come `dist/site/` and `dist/crosscheck.html`. Both hold the same parts, each once:
//! a style sheet, the seeds with their report, the page's script, the assets (the worker's source), and the packed core. Only how the page
//! takes them in differs: by relative address there, inline here. So one code path serves both, and a page opened
//! from disk, where browsers refuse to load anything beside it but classic scripts, works like the hosted one.
//!
//! Example: `<!-- build:page -->` becomes `<script src="page.js" defer></script>` or `<script>…</script>`.
//!
//! Limits: every part is text; the core travels as base64 of its gzip form, which browsers unpack themselves.

use std::fs;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::{eval, node, project, ready, seeds, size, wasm};

/// The form of several files.
pub const HOSTED: &str = "dist/site";

/// The form of one file.
pub const SINGLE: &str = "dist/crosscheck.html";

/// What both forms forbid. A request can not leave the page, and no text can become script.
const POLICY: &str = "default-src 'none'; connect-src 'none'; worker-src blob:; img-src data:; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types crosscheck;";

/// The scripts in the order in which they run, with the markers of `index.html` they stand for.
const SCRIPTS: [(&str, &str); 4] =
    [("seeds", "seeds.js"), ("page", "page.js"), ("assets", "assets.js"), ("core", "core.js")];

/// Those that the hosted form asks for itself, after it has drawn what there is to read.
const LATER: [&str; 2] = ["assets", "core"];

/// The file of the hosted form that the page loads later, when a PDF comes. The single file has nothing beside it, and answers a PDF in words.
const PDF: &str = "pdf.js";

/// What keeps the hosted form for use without a network. A page from disk needs none.
const OFFLINE: &str = "sw.js";

/// pdf.js's own worker. Its source travels inside [`PDF`], so that the worker comes from a Blob and stands under the page's policy.
const PDF_WORKER: &str = "node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs";

/// The parts of the page, the same in both forms.
struct Parts {
    index: String,
    style: String,
    /// In the order of [`SCRIPTS`].
    scripts: [String; 4],
    /// Of the hosted form only.
    pdf: String,
}

/// `cargo xtask build [--page]`
pub fn command(words: &[String]) -> Result<()> {
    if project::only_option(words, "--page")? { around(&wasm::built()?) } else { build() }
}

/// Builds everything, writes both forms, and checks their sizes.
pub fn build() -> Result<()> {
    around(&wasm::build()?)
}

/// Builds the page around a core.
pub fn around(core: &wasm::Core) -> Result<()> {
    node::packages()?;
    println!("== page");
    let worker = format!("{}\n{}", core.glue, node::join("www/js/worker.js")?);
    let topics = seeds::topics()?;
    let ready = ready::made(core, &topics[0])?;
    let parts = Parts {
        index: put(&project::read("www/index.html")?, "first", &ready.first)?,
        style: style()?,
        scripts: [
            seeds::script(&topics) + &ready.script,
            after_paint(&node::join("www/js/main.js")?),
            assets(&worker)?,
            packed(&core.packed),
        ]
        .map(|script| inlinable(&script)),
        pdf: pdf()?,
    };
    let hosted = hosted(&parts)?;
    let single = single(&parts)?;
    let offline = offline(&hosted, &parts, &single)?;
    write(&hosted, &parts, &single, &offline)?;
    report(core, &worker, &parts, &single)
}

/// A script that begins when what `index.html` holds is on the screen: else the browser would run it first, and show nothing until it has ended.
/// A page in the background paints nothing and begins a second later. The marks around the function have it compiled while the file is read.
fn after_paint(script: &str) -> String {
    let wait = "let begun=false;const once=()=>{if(!begun){begun=true;begin()}};requestAnimationFrame(()=>setTimeout(once));setTimeout(once,1000)";
    format!("(begin=>{{{wait}}})((function(){{\n{script}}}));\n")
}

fn style() -> Result<String> {
    let style = node::join("www/css/main.css")?;
    if style.contains("</style") || style.contains("<!--") {
        bail!("www/css: a style sheet that ends the element it stands in can not be inlined");
    }
    Ok(style)
}

/// The script that carries the worker's source, and the measured accuracy that the page tells of.
fn assets(worker: &str) -> Result<String> {
    let assets = json!({
        "version": project::version()?,
        "worker": worker,
        "accuracy": eval::for_page()?,
    });
    Ok(format!("globalThis.CROSSCHECK_ASSETS = {assets};\n"))
}

/// The script that carries the core. The hosted form's worker runs it, so that the page never stands still while so much is read.
fn packed(core: &[u8]) -> String {
    format!("globalThis.CROSSCHECK_CORE = \"{}\";\n", BASE64.encode(core))
}

/// The script that reads PDF, with the source of its worker.
fn pdf() -> Result<String> {
    let worker = json!({ "worker": node::join(PDF_WORKER)? });
    Ok(format!("globalThis.CROSSCHECK_PDF = {worker};\n{}", node::join("www/js/pdfreader.js")?))
}

/// The script of the offline copy, after the list of all files with their hashes, and a version that is another one when any file is.
fn offline(hosted: &str, parts: &Parts, single: &str) -> Result<String> {
    let digest = |text: &str| format!("sha256-{}", BASE64.encode(Sha256::digest(text)));
    let mut files = vec![("index.html", digest(hosted)), ("style.css", digest(&parts.style))];
    files.extend(SCRIPTS.iter().zip(&parts.scripts).map(|((_, file), script)| (*file, digest(script))));
    // Large, and used by few: kept when they are first used.
    let later = [(PDF, digest(&parts.pdf)), ("crosscheck.html", digest(single))];
    let all: String = files.iter().chain(&later).flat_map(|(file, hash)| [*file, hash]).collect();
    let map = |list: &[(&str, String)]| -> serde_json::Map<String, serde_json::Value> {
        list.iter().map(|(file, hash)| ((*file).to_owned(), json!(hash))).collect()
    };
    let list = json!({ "version": digest(&all), "files": map(&files), "later": map(&later) });
    Ok(format!("globalThis.CROSSCHECK_OFFLINE = {list};\n{}", node::join("www/sw.js")?))
}

/// A script that means the same and can stand inside a `<script>` element. Both sequences can only occur in strings,
/// templates and regular expressions, where the escapes mean the same characters.
fn inlinable(script: &str) -> String {
    script.replace("</script", "\\x3C/script").replace("<!--", "\\x3C!--")
}

fn hosted(parts: &Parts) -> Result<String> {
    let policy = POLICY.replace("worker-src blob:", "worker-src 'self' blob:");
    let policy = format!("{policy} script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
    let mut page = put(&parts.index, "policy", &policy_tag(&policy))?;
    page = put(&page, "style", "<link rel=\"stylesheet\" href=\"style.css\">")?;
    for (marker, file) in SCRIPTS {
        let tag = if LATER.contains(&marker) {
            String::new()
        } else {
            format!("<script src=\"{file}\" defer></script>")
        };
        page = put(&page, marker, &tag)?;
    }
    Ok(page)
}

fn single(parts: &Parts) -> Result<String> {
    let hashes: Vec<String> = parts.scripts.iter().map(|script| hash(script)).collect();
    let style_hash = hash(&parts.style);
    let policy =
        format!("{POLICY} script-src {} 'wasm-unsafe-eval'; style-src {style_hash}", hashes.join(" "));
    let mut page = put(&parts.index, "policy", &policy_tag(&policy))?;
    page = put(&page, "style", &format!("<style>{}</style>", parts.style))?;
    for ((marker, _), script) in SCRIPTS.iter().zip(&parts.scripts) {
        page = put(&page, marker, &format!("<script>{script}</script>"))?;
    }
    Ok(page)
}

fn policy_tag(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// The source expression that allows exactly this text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// Replaces a marker that must stand in the page once.
fn put(page: &str, marker: &str, text: &str) -> Result<String> {
    let marker = format!("<!-- build:{marker} -->");
    match page.split_once(&marker) {
        Some((before, after)) if !after.contains(&marker) => Ok([before, text, after].concat()),
        _ => bail!("www/index.html must hold {marker} once"),
    }
}

fn write(hosted: &str, parts: &Parts, single: &str, offline: &str) -> Result<()> {
    let site = project::path(HOSTED);
    // A file that is no longer made must not be published.
    if site.exists() {
        fs::remove_dir_all(&site).with_context(|| format!("emptying {}", site.display()))?;
    }
    project::write(&site.join("index.html"), hosted)?;
    project::write(&site.join("style.css"), &parts.style)?;
    for ((_, file), script) in SCRIPTS.iter().zip(&parts.scripts) {
        project::write(&site.join(file), script)?;
    }
    project::write(&site.join(PDF), &parts.pdf)?;
    project::write(&site.join(OFFLINE), offline)?;
    // The page offers the single file for keeping.
    project::write(&site.join("crosscheck.html"), single)?;
    project::write(&project::path(SINGLE), single)
}

fn report(core: &wasm::Core, worker: &str, parts: &Parts, single: &str) -> Result<()> {
    let [seeds, page, assets, packed] = &parts.scripts;
    let code_of_core = size::code_of(&core.module)?;
    let rows: [(&str, &[u8]); 10] = [
        ("core (wasm)", &core.module),
        ("worker", worker.as_bytes()),
        ("page.js", page.as_bytes()),
        ("style.css", parts.style.as_bytes()),
        ("index.html", parts.index.as_bytes()),
        ("seeds.js", seeds.as_bytes()),
        ("assets.js", assets.as_bytes()),
        ("core.js", packed.as_bytes()),
        (PDF, parts.pdf.as_bytes()),
        ("crosscheck.html", single.as_bytes()),
    ];
    let code =
        [&code_of_core, worker.as_bytes(), page.as_bytes(), parts.style.as_bytes(), parts.index.as_bytes()];
    size::report(&rows)?;
    size::check(&code, single.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let markers = ["policy", "style", "seeds", "page", "assets", "core"]
            .map(|name| format!("<!-- build:{name} -->"));
        Parts {
            index: markers.concat(),
            style: "p{color:red}".into(),
            scripts: ["a()", "b()", "c()", "d()"].map(String::from),
            pdf: "e()".into(),
        }
    }

    #[test]
    fn the_hosted_form_names_its_files_relatively() {
        let page = hosted(&parts()).unwrap();
        assert!(page.contains("src=\"seeds.js\" defer") && page.contains("worker-src 'self' blob:"));
        assert!(page.find("seeds.js") < page.find("page.js"));
        assert!(!page.contains("assets.js") && !page.contains("core.js"));
        assert!(!page.contains("=\"/") && !page.contains("build:"));
    }

    #[test]
    fn the_single_file_allows_exactly_what_it_holds() {
        let page = single(&parts()).unwrap();
        for script in ["a()", "b()", "c()", "d()"] {
            assert!(page.contains(&format!("<script>{script}</script>")) && page.contains(&hash(script)));
        }
        assert!(page.contains(&hash("p{color:red}")));
        assert!(
            !page.contains("e()")
                && !page.contains("src=")
                && !page.contains("href=")
                && !page.contains("'self'")
        );
    }

    #[test]
    fn a_hash_is_that_of_the_standard() {
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn a_marker_stands_once() {
        assert_eq!(put("x<!-- build:a -->y", "a", "1").unwrap(), "x1y");
        assert!(put("xy", "a", "1").is_err());
        assert!(put("<!-- build:a --><!-- build:a -->", "a", "1").is_err());
    }

    #[test]
    fn no_script_ends_its_element() {
        let script = inlinable("const s = '</script><!--<script>';");
        assert_eq!(script, "const s = '\\x3C/script>\\x3C!--<script>';");
    }
}
