//! The six functions that JavaScript calls.
//!
//! In: plain JavaScript values. Out: the report as a plain object, strings, or a thrown `Error`; only numbers of 32 bits, booleans,
//! strings, arrays and null cross. Example, in a worker: `wasm_bindgen.check([{text: "…"}], {})`.
//! Limits: after a panic the instance is unusable and the worker is to be replaced; the panic's words are on the console.

use std::cell::RefCell;
use std::sync::Once;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::export::{Format, Reader, export};
use crate::lexicon::Lexicon;
use crate::{Article, Memory, Options, contradiction, wire};

/// Gives out the memory of the page's core.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What the page's checker knows about us. Values have the shape of the report format; [`wire`] defines it.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** An article as the reader gave it. */
export interface Article { text: string; title?: string | null; outlet?: string | null; date?: string | null }
/** Names that stand for one entity, the wanted one first, and names to be kept from it. */
export interface Alias { names: string[]; kind?: EntityKind | null; apart?: string[] }
/** What the reader knows or wants beyond the texts. */
export interface Options { aliases?: Alias[]; minimum?: Severity | null }
/** A detector: the code and title of what it finds, when it speaks, and what it deliberately passes over. */
export interface Rule { id: string; title: string; summary: string; spares: string }

export type Severity = "high" | "medium" | "low" | "info";
export type EntityKind = "person" | "organization" | "place" | "group" | "event" | "law" | "product" | "work"
    | "date" | "duration" | "time" | "quantity" | "percent" | "money";
/** Half open, in UTF-16 code units of the article's text. */
export interface Range { start: number; end: number }
export interface Place extends Range { article: number }
export interface Evidence extends Place { focus: Range | null }
export interface Entity {
    id: number; kind: EntityKind; name: string; value: string | null;
    forms: { text: string; count: number; articles: number[]; note: "spelling" | "given-name" | "short" | "title" | null }[];
    offices: (Place & { title: string; of: string | null; status: "current" | "former" | "then" | "acting" | "elect" })[];
    mentions: (Place & { form: "name" | "title" | "pronoun" | "nominal"; nested: boolean })[];
}
export interface Quotation extends Place {
    id: number; content: Range; kind: "direct" | "mixed" | "indirect" | "partial" | "headline";
    cue: Range | null; source: Range | null; speaker: number | null; via: number | null;
    source_class: "named" | "official" | "unnamed" | "document" | "outlet"; confidence: number; cluster: number | null;
    status: "reference" | "exact" | "glyph-only" | "fragment" | "truncated" | "altered" | "spliced" | "singleton" | null;
}
export interface Finding {
    id: number; kind: string; severity: Severity; confidence: number; scope: "cross" | "within"; topic: number;
    summary: string; explanation: string; evidence: Evidence[]; entities: number[]; quotations: number[]; trace: string[];
}
export interface Report {
    format: "crosscheck-report/1"; program: string;
    articles: { text: string; title: string | null; outlet: string | null; date: string | null;
        blocks: (Range & { role: string })[]; sentences: Range[]; language: "en" | null }[];
    entities: Entity[]; quotations: Quotation[]; findings: Finding[];
    dropped: { kind: string; evidence: Evidence[]; step: string; reason: string }[];
    topics: { id: number; title: string; findings: number[] }[];
    claims: { id: number; text: string; kind: string; single_source: boolean; independent: number;
        cells: (Place & { stance: "states" | "hedges" | "denies" | "disputes" | "silent"; value: string | null })[] }[];
    reuse: { words: number; quoted: boolean; a: Place; b: Place }[];
    timeline: (Place & { from: string; to: string; text: string })[];
    notices: { article: number | null; text: string }[];
}

/** Checks the articles against each other and each against itself. */
export function check(articles: Article[], options?: Options | null): Report;
/** The same report as JSON text, which is what a worker best hands on. */
export function check_json(articles: Article[], options?: Options | null): string;
/** Reads an article before the check that it is to be part of is asked for, which then takes less long: while a reader types. */
export function read_ahead(article: Article): void;
/** The rule catalogue. */
export function rules(): Rule[];
/** What the reader adds to a report: addresses of its articles, what was said of findings, and which findings to take. */
export interface Reader {
    addresses?: (string | null)[]; only?: number[] | null;
    reviews?: { finding: number; verdict?: "accepted" | "dismissed" | null; reason?: string; follow_up?: boolean; note?: string }[];
}
export type Format = "text" | "markdown" | "html" | "csv" | "csv-names" | "csv-quotations" | "csv-claims" | "annotations" | "claim-review";
/** A report in one of the forms that leave the tool. */
export function export_report(report: Report, format: Format, reader?: Reader | null): string;
"#;

/// A rule as JavaScript sees it.
#[derive(Serialize)]
struct Rule {
    id: &'static str,
    title: &'static str,
    summary: &'static str,
    spares: &'static str,
}

impl Rule {
    fn new(rule: &contradiction::Rule) -> Self {
        Self { id: rule.kind.as_str(), title: rule.kind.title(), summary: rule.summary, spares: rule.spares }
    }
}

thread_local! {
    /// What the last check has read: while the reader types in one article the others stay as they are.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Checks the articles against each other and each against itself.
#[wasm_bindgen(skip_typescript)]
pub fn check(articles: JsValue, options: JsValue) -> Result<JsValue, JsError> {
    js_sys::JSON::parse(&check_json(articles, options)?).map_err(|_| failure("answer", &"no JSON"))
}

/// The same report as JSON text.
#[wasm_bindgen(skip_typescript)]
pub fn check_json(articles: JsValue, options: JsValue) -> Result<String, JsError> {
    print_panics();
    let articles: Vec<Article> = read("articles", articles)?;
    let options: Option<Options> = read("options", options)?;
    let mut memory = MEMORY.take();
    let report = crate::check_again(&articles, &options.unwrap_or_default(), &mut memory);
    MEMORY.set(memory);
    serde_json::to_string(&wire::Report::new(&report)).map_err(|error| failure("answer", &error))
}

/// Reads an article before the check that it is to be part of is asked for.
#[wasm_bindgen(skip_typescript)]
pub fn read_ahead(article: JsValue) -> Result<(), JsError> {
    print_panics();
    let article: Article = read("article", article)?;
    MEMORY.with_borrow_mut(|memory| memory.read_ahead(Lexicon::builtin(), article));
    Ok(())
}

/// The rule catalogue.
#[wasm_bindgen(skip_typescript)]
pub fn rules() -> Result<JsValue, JsError> {
    let rules: Vec<Rule> = crate::rules().iter().map(Rule::new).collect();
    give(&rules)
}

/// The version of the core.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}

/// A report in one of the forms that leave the tool.
#[wasm_bindgen(skip_typescript)]
pub fn export_report(report: JsValue, format: &str, reader: JsValue) -> Result<String, JsError> {
    print_panics();
    let report: wire::Report = read("report", report)?;
    let reader: Option<Reader> = read("reader", reader)?;
    let unknown = || failure("format", &format_args!("`{format}` is no form of a report"));
    let format: Format = format.parse().map_err(|_| unknown())?;
    Ok(export(&report, &reader.unwrap_or_default(), format))
}

/// A JavaScript value as one of ours; `null` and `undefined` are nothing.
fn read<T: DeserializeOwned>(what: &str, value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| failure(what, &error))
}

/// One of our values as plain objects with null for nothing, exactly as JSON would have it.
fn give<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| failure("answer", &error))
}

/// The one place where a failure becomes a JavaScript `Error`.
fn failure(what: &str, error: &dyn std::fmt::Display) -> JsError {
    JsError::new(&format!("{what}: {error}"))
}

/// Lets a panic say on the console what and where it was; the trap that follows says neither.
fn print_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
    });
}
