//! The result of one check, with byte spans: everything that page, command and exports show.
//!
//! In: what the stages found. Out: one ordered value, which `wire` turns into the report's public form.
//! Example: a `Finding` of kind `numeric` holds two `Evidence`s, each a place with the differing words as focus.
//! Limits: plain data; ids are the positions in their lists, articles are indexes into `articles`.

use crate::kind::{
    BlockRole, ContradictionKind, DifferenceKind, EntityKind, FormNote, MentionForm, OfficeStatus, QuoteKind,
    QuoteStatus, Scope, Severity, SourceClass, Stance,
};
use crate::span::Span;

/// Everything found in the given articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The articles in the order given.
    pub articles: Vec<ReportArticle>,
    /// People, places, figures and so on, across all articles.
    pub entities: Vec<Entity>,
    /// What was said, by article and start.
    pub quotations: Vec<Quotation>,
    /// Utterances that two quotations print, or one prints and others report, with their versions.
    pub clusters: Vec<Cluster>,
    /// Where the articles differ, most serious first.
    pub findings: Vec<Finding>,
    /// Pairs that look like a finding and are none.
    pub dropped: Vec<Dropped>,
    /// Findings about the same matter, in groups.
    pub topics: Vec<Topic>,
    /// The matrix of claims by articles.
    pub claims: Vec<ClaimRow>,
    /// Runs of words that two places share.
    pub reuse: Vec<Reuse>,
    /// Dated events and statements.
    pub timeline: Vec<TimelineEntry>,
    /// What the reader must know about the check itself.
    pub notices: Vec<Notice>,
}

/// A place in one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index into the articles.
    pub article: u32,
    /// Bytes of its text.
    pub span: Span,
}

/// One article with what was found in its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportArticle {
    /// The text as given, to the last character.
    pub text: String,
    /// Given, or found in the head.
    pub title: Option<String>,
    /// Given, or found in the head.
    pub outlet: Option<String>,
    /// Given, or found in the head, as `2025-08-07`.
    pub date: Option<String>,
    /// Headings and paragraphs with their roles.
    pub blocks: Vec<ReportBlock>,
    /// Sentences, sorted, without overlaps.
    pub sentences: Vec<Span>,
    /// Plainly in another language than English, and so neither marked nor compared.
    pub is_foreign: bool,
}

/// A block with the part it plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportBlock {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub role: BlockRole,
}

/// Somebody or something named, over all articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Position in the list.
    pub id: u32,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form; ties go to the most frequent, then to the first.
    pub name: String,
    /// Dates, durations and numbers: the normalised value.
    pub value: Option<String>,
    /// Each spelling with its count.
    pub forms: Vec<Form>,
    /// Offices given to it, one entry for each place that gives one.
    pub offices: Vec<Office>,
    /// Every mention.
    pub mentions: Vec<Mention>,
}

/// One spelling of an entity's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The words.
    pub text: String,
    /// How often they stand for the entity.
    pub count: u32,
    /// In which articles.
    pub articles: Vec<u32>,
    /// Why the form differs from the name, if it does.
    pub note: Option<FormNote>,
}

/// An office a text gives to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// "president".
    pub title: String,
    /// Of what.
    pub of: Option<String>,
    /// Held now, once, or soon.
    pub status: OfficeStatus,
    /// Where the text says so.
    pub place: Place,
}

/// One naming in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where, without titles and the possessive ending.
    pub place: Place,
    /// By name, office, pronoun or description.
    pub form: MentionForm,
    /// Whether it lies inside a longer mention.
    pub nested: bool,
}

/// Something said, with its speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Position in the list.
    pub id: u32,
    /// Where, with its marks.
    pub place: Place,
    /// The words, without the marks.
    pub content: Span,
    /// How the words are given.
    pub kind: QuoteKind,
    /// The reporting verb.
    pub cue: Option<Span>,
    /// The words that name the speaker.
    pub source: Option<Span>,
    /// Entity id of the speaker; none when not known.
    pub speaker: Option<u32>,
    /// Entity id of the outlet or document it is quoted from.
    pub via: Option<u32>,
    /// Who stands behind it.
    pub source_class: SourceClass,
    /// Whole percent.
    pub confidence: u8,
    /// Quotations of one utterance share a cluster.
    pub cluster: Option<u32>,
    /// How it stands to the others of its cluster.
    pub status: Option<QuoteStatus>,
}

/// An utterance with the passages in marks that print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Position in the list; quotations name it. Numbers beyond the list stand for quotations that only one passage prints.
    pub id: u32,
    /// Entity id of the speaker whom most versions name.
    pub speaker: Option<u32>,
    /// Index of the version that the others are compared with.
    pub reference: u32,
    /// How many of the articles did not copy the passage from another.
    pub independent: u32,
    /// By place; one only where others report it.
    pub versions: Vec<Version>,
    /// Ids of indirect reports of the same words.
    pub reported: Vec<u32>,
}

/// What one passage prints of an utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Id of the quotation that holds it.
    pub quotation: u32,
    /// The sentences of the quotation that print the utterance.
    pub place: Place,
    /// How it stands to the reference.
    pub status: QuoteStatus,
    /// Where it parts from the reference, in order.
    pub differences: Vec<Difference>,
}

/// One place where a version parts from the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What kind of words differ.
    pub kind: DifferenceKind,
    /// Words of the version; empty, at the place where they would stand, when it has none.
    pub own: Span,
    /// Words of the reference, in its article; empty when it has none.
    pub reference: Span,
}

/// One side of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// Index into the articles.
    pub article: u32,
    /// A clause or sentence.
    pub span: Span,
    /// The differing words within it.
    pub focus: Option<Span>,
}

/// A place where articles, or one article, differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Position in the list.
    pub id: u32,
    /// What kind of difference.
    pub kind: ContradictionKind,
    /// How much it matters.
    pub severity: Severity,
    /// Whole percent.
    pub confidence: u8,
    /// Between articles or inside one.
    pub scope: Scope,
    /// Id of its topic.
    pub topic: u32,
    /// One line that names both sides and takes none.
    pub summary: String,
    /// One or two sentences.
    pub explanation: String,
    /// Two or more, the clearest pair first.
    pub evidence: Vec<Evidence>,
    /// Ids of the entities it is about.
    pub entities: Vec<u32>,
    /// Ids of the quotations it is about.
    pub quotations: Vec<u32>,
    /// The steps that led here, in order.
    pub trace: Vec<String>,
}

/// A pair that was looked at and not reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// What it looked like.
    pub kind: ContradictionKind,
    /// The passages.
    pub evidence: Vec<Evidence>,
    /// The step that stopped it.
    pub step: String,
    /// Why, in a sentence.
    pub reason: String,
}

/// Findings about one matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Position in the list.
    pub id: u32,
    /// A plain title.
    pub title: String,
    /// Ids of its findings, most serious first.
    pub findings: Vec<u32>,
}

/// One row of the matrix: a claim and what each article does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    /// Position in the list.
    pub id: u32,
    /// The claim in the words of one article.
    pub text: String,
    /// What the claim is about.
    pub kind: String,
    /// Whether one article only makes it, or all that make it have it from one text.
    pub single_source: bool,
    /// How many articles say something of it, copies of one text counted once.
    pub independent: u32,
    /// One cell an article, in their order.
    pub cells: Vec<Cell>,
}

/// What one article does with a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where; the span is empty when the article is silent.
    pub place: Place,
    /// States, hedges, denies, disputes, silent.
    pub stance: Stance,
    /// The value the article gives, for claims that have one.
    pub value: Option<String>,
}

/// A run of words that stands in two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reuse {
    /// Length in words.
    pub words: u32,
    /// Whether the run is quoted speech.
    pub quoted: bool,
    /// The earlier place.
    pub a: Place,
    /// The later place.
    pub b: Place,
}

/// A dated event or statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// First day, as `2021-06-01`.
    pub from: String,
    /// Last day, likewise.
    pub to: String,
    /// What happened.
    pub text: String,
    /// Where it says so.
    pub place: Place,
}

/// Something the reader must know about the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The article it is about, or none for all of them.
    pub article: Option<u32>,
    /// A sentence.
    pub text: String,
}
