//! The report's public form: the one shape that page, command and scorers read.
//!
//! In: a [`crate::report::Report`] with byte spans. Out: the same content with UTF-16 offsets, ready for serde; key names and
//! their order are the format. Example: a finding's evidence becomes `{"article":0,"start":0,"end":9,"focus":null}`.
//! Limits: every field is always there, optional ones as null; structs are apart from the core's, so that the core can
//! be reshaped without breaking who reads reports.

mod convert;
mod utf16;

use serde::{Deserialize, Serialize};

use crate::kind::{
    BlockRole, ContradictionKind, DifferenceKind, EntityKind, FormNote, MentionForm, OfficeStatus, QuoteKind,
    QuoteStatus, Scope, Severity, SourceClass, Stance,
};

pub use utf16::Utf16Map;

/// Name and number of this shape; the number rises when a field is renamed or changes meaning.
pub const FORMAT: &str = "crosscheck-report/1";

/// A whole report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of the program that made it.
    pub program: String,
    /// The articles in the order given.
    pub articles: Vec<Article>,
    /// Names and values over all articles.
    pub entities: Vec<Entity>,
    /// What was said.
    pub quotations: Vec<Quotation>,
    /// Utterances that two quotations or more print.
    pub clusters: Vec<Cluster>,
    /// Where the articles differ.
    pub findings: Vec<Finding>,
    /// What looks like a finding and is none.
    pub dropped: Vec<Dropped>,
    /// Groups of findings.
    pub topics: Vec<Topic>,
    /// Claims by articles.
    pub claims: Vec<Claim>,
    /// Shared runs of words.
    pub reuse: Vec<Reuse>,
    /// Dated events and statements.
    pub timeline: Vec<TimelineEntry>,
    /// What the reader must know about the check.
    pub notices: Vec<Notice>,
}

/// A half-open range of UTF-16 code units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Range {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// A range in one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Index into the articles.
    pub article: u32,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// One article with what was found in its head.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The text as given.
    pub text: String,
    /// Given or found.
    pub title: Option<String>,
    /// Given or found.
    pub outlet: Option<String>,
    /// Given or found, as `2025-08-07`.
    pub date: Option<String>,
    /// Headings and paragraphs.
    pub blocks: Vec<Block>,
    /// Sentences.
    pub sentences: Vec<Range>,
    /// `en`; null where the article is plainly in another language, and so neither marked nor compared.
    #[serde(default)]
    pub language: Option<String>,
}

/// A block with the part it plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// What it is.
    pub role: BlockRole,
}

/// Somebody or something named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Position in the list.
    pub id: u32,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form.
    pub name: String,
    /// Normalised date, duration or number.
    pub value: Option<String>,
    /// Spellings with counts.
    pub forms: Vec<Form>,
    /// Offices given to it.
    pub offices: Vec<Office>,
    /// Every mention.
    pub mentions: Vec<Mention>,
}

/// One spelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The words.
    pub text: String,
    /// How often.
    pub count: u32,
    /// In which articles.
    pub articles: Vec<u32>,
    /// Why it differs from the name.
    pub note: Option<FormNote>,
}

/// One office in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// "president".
    pub title: String,
    /// Of what.
    pub of: Option<String>,
    /// Held now, once, or soon.
    pub status: OfficeStatus,
    /// Index into the articles.
    pub article: u32,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// One naming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Index into the articles.
    pub article: u32,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// How it names.
    pub form: MentionForm,
    /// Inside a longer mention.
    pub nested: bool,
}

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Position in the list.
    pub id: u32,
    /// Index into the articles.
    pub article: u32,
    /// First unit, with the marks.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// Without the marks.
    pub content: Range,
    /// How the words are given.
    pub kind: QuoteKind,
    /// The reporting verb.
    pub cue: Option<Range>,
    /// The words that name the speaker.
    pub source: Option<Range>,
    /// Entity id.
    pub speaker: Option<u32>,
    /// Entity id of the outlet or document.
    pub via: Option<u32>,
    /// Who stands behind it.
    pub source_class: SourceClass,
    /// Whole percent.
    pub confidence: u8,
    /// Quotations of one utterance.
    pub cluster: Option<u32>,
    /// Within the cluster.
    pub status: Option<QuoteStatus>,
}

/// An utterance with its printed versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// Position in the list.
    pub id: u32,
    /// Entity id.
    pub speaker: Option<u32>,
    /// Index of the version that the others are compared with.
    pub reference: u32,
    /// Articles that did not copy the passage.
    pub independent: u32,
    /// By place.
    pub versions: Vec<Version>,
    /// Quotation ids of indirect reports.
    pub reported: Vec<u32>,
}

/// What one passage prints of an utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Quotation id.
    pub quotation: u32,
    /// Index into the articles.
    pub article: u32,
    /// First unit, without marks.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// To the reference.
    pub status: QuoteStatus,
    /// In order.
    pub differences: Vec<Difference>,
}

/// One place where a version parts from the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What kind of words differ.
    pub kind: DifferenceKind,
    /// Words of the version.
    pub own: Range,
    /// Words of the reference, in its article.
    pub reference: Range,
}

/// One side of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Index into the articles.
    pub article: u32,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// The differing words.
    pub focus: Option<Range>,
}

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Position in the list.
    pub id: u32,
    /// What kind.
    pub kind: ContradictionKind,
    /// How much it matters.
    pub severity: Severity,
    /// Whole percent.
    pub confidence: u8,
    /// Between articles or inside one.
    pub scope: Scope,
    /// Id of its topic.
    pub topic: u32,
    /// One line.
    pub summary: String,
    /// One or two sentences.
    pub explanation: String,
    /// The clearest pair first.
    pub evidence: Vec<Evidence>,
    /// Entity ids.
    pub entities: Vec<u32>,
    /// Quotation ids.
    pub quotations: Vec<u32>,
    /// The steps that led here.
    pub trace: Vec<String>,
}

/// A pair that was not reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// What it looked like.
    pub kind: ContradictionKind,
    /// The passages.
    pub evidence: Vec<Evidence>,
    /// What stopped it.
    pub step: String,
    /// Why.
    pub reason: String,
}

/// A group of findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Position in the list.
    pub id: u32,
    /// A plain title.
    pub title: String,
    /// Finding ids.
    pub findings: Vec<u32>,
}

/// A claim and what each article does with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Position in the list.
    pub id: u32,
    /// In the words of one article.
    pub text: String,
    /// What it is about.
    pub kind: String,
    /// One article only, or copies of one text.
    pub single_source: bool,
    /// Articles that say something of it, copies of one text counted once.
    pub independent: u32,
    /// One an article.
    pub cells: Vec<Cell>,
}

/// One article's word on a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Index into the articles.
    pub article: u32,
    /// What it does with the claim.
    pub stance: Stance,
    /// First unit; with `end` the same when silent.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// The value it gives.
    pub value: Option<String>,
}

/// A shared run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reuse {
    /// Length in words.
    pub words: u32,
    /// Quoted speech or prose.
    pub quoted: bool,
    /// The earlier place.
    pub a: Place,
    /// The later place.
    pub b: Place,
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// What happened.
    pub text: String,
    /// Index into the articles.
    pub article: u32,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// A word to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Index into the articles; null for all.
    pub article: Option<u32>,
    /// A sentence.
    pub text: String,
}
