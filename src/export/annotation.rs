//! The report as W3C Web Annotations: JSON-LD that annotation tools and triple stores read.
//!
//! In: a report and the reader's part. Out: an annotation collection with one annotation a finding, quotation and name;
//! targets are passages by their words (with the words around them) and by their place. Example: a finding with two
//! passages is an annotation with two targets. Limits: places count code points of the text as given, as the
//! recommendation asks, and so may differ from places in the page at the address; the words decide there. Identifiers are
//! made from the texts, so the same articles give the same ones; no time stands in it, since the core has no clock.

use std::collections::BTreeMap;

use crate::kind::{EntityKind, QuoteKind};
use crate::span::Span;
use crate::wire::{Entity, Finding, Quotation, Report, Utf16Map};

use super::json::Json;
use super::reader::{Reader, Verdict};
use super::view::View;
use super::words::clean;

/// Where the terms are defined; named, never fetched.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// Characters of the text on either side of a passage that tell it from the same words elsewhere.
const AROUND: usize = 32;

/// The report as one collection.
pub fn annotations(report: &Report, reader: &Reader) -> String {
    let sources: Vec<_> =
        (0u32..).zip(&report.articles).map(|(index, _)| Source::new(report, reader, index)).collect();
    let id = identifier(report.articles.iter().map(|article| article.text.as_str()));
    let collection = Collection { report, reader, sources, id };
    let items = collection.items();
    let total = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let page = Json::object([
        ("id", Json::text(format!("{}#page", collection.id))),
        ("type", Json::text("AnnotationPage")),
        ("startIndex", Json::Number(0)),
        ("items", Json::List(items)),
    ]);
    let whole = Json::object([
        ("@context", Json::text(CONTEXT)),
        ("id", Json::text(collection.id)),
        ("type", Json::text("AnnotationCollection")),
        ("label", Json::text(format!("Crosscheck: {}", View::new(report, reader).sizes()))),
        ("generator", generator(report)),
        ("total", Json::Number(total)),
        ("first", page),
    ]);
    whole.into_text()
}

fn generator(report: &Report) -> Json {
    let name = clean(&format!("Crosscheck {}", report.program));
    Json::object([("type", Json::text("Software")), ("name", Json::text(name))])
}

struct Collection<'a> {
    report: &'a Report,
    reader: &'a Reader,
    sources: Vec<Source<'a>>,
    id: String,
}

impl Collection<'_> {
    fn items(&self) -> Vec<Json> {
        let findings = self.report.findings.iter().filter(|finding| self.reader.takes(finding.id));
        let findings = findings.map(|finding| self.finding(finding));
        let quotations = self.report.quotations.iter().map(|quotation| self.quotation(quotation));
        let named =
            |entity: &&Entity| entity.kind <= EntityKind::Work && entity.mentions.iter().any(|m| !m.nested);
        let names = self.report.entities.iter().filter(named).map(|entity| self.name(entity));
        findings.chain(quotations).chain(names).collect()
    }

    fn finding(&self, finding: &Finding) -> Json {
        let about = [clean(&finding.summary), clean(&finding.explanation)];
        let about: Vec<_> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let mut bodies = vec![
            body("commenting", &about.join("\n")),
            body("tagging", finding.kind.as_str()),
            body("tagging", &format!("severity: {}", finding.severity)),
            body("tagging", &format!("confidence: {} %", finding.confidence)),
        ];
        if let Some(review) = self.reader.review(finding.id) {
            let assessed = review.verdict.is_some() || review.follow_up;
            bodies.extend(assessed.then(|| body("assessing", &review.status())));
            bodies.extend(review.verdict.map(Verdict::as_str).map(|word| body("tagging", word)));
            let note = clean(&review.note);
            bodies.extend((!note.is_empty()).then(|| body("replying", &note)));
        }
        let targets = finding.evidence.iter().filter_map(|one| self.target(one.article, one.start, one.end));
        self.annotation(&format!("finding-{}", finding.id), "commenting", bodies, targets.collect())
    }

    fn quotation(&self, quotation: &Quotation) -> Json {
        let speaker = quotation.speaker.and_then(|id| self.report.entities.get(id as usize));
        let kind = match quotation.kind {
            QuoteKind::Indirect => "indirect speech",
            _ => "quotation",
        };
        let said = speaker.map_or("Speaker not known".to_owned(), |entity| clean(&entity.name));
        let bodies = vec![body("describing", &format!("{kind}: {said}")), body("tagging", kind)];
        let target = self.target(quotation.article, quotation.content.start, quotation.content.end);
        self.annotation(
            &format!("quotation-{}", quotation.id),
            "describing",
            bodies,
            target.into_iter().collect(),
        )
    }

    fn name(&self, entity: &Entity) -> Json {
        let bodies = vec![body("identifying", &clean(&entity.name)), body("tagging", entity.kind.as_str())];
        let mentions = entity.mentions.iter().filter(|mention| !mention.nested);
        let targets = mentions.filter_map(|one| self.target(one.article, one.start, one.end));
        self.annotation(&format!("name-{}", entity.id), "identifying", bodies, targets.collect())
    }

    fn annotation(&self, name: &str, motivation: &str, bodies: Vec<Json>, targets: Vec<Json>) -> Json {
        Json::object([
            ("id", Json::text(format!("{}#{name}", self.id))),
            ("type", Json::text("Annotation")),
            ("motivation", Json::text(motivation)),
            ("body", Json::List(bodies)),
            ("target", Json::List(targets)),
        ])
    }

    fn target(&self, article: u32, start: u32, end: u32) -> Option<Json> {
        Some(self.sources.get(article as usize)?.target(start, end))
    }
}

fn body(purpose: &'static str, value: &str) -> Json {
    Json::object([
        ("type", Json::text("TextualBody")),
        ("purpose", Json::text(purpose)),
        ("format", Json::text("text/plain")),
        ("value", Json::text(value)),
    ])
}

/// An article as what annotations point at.
struct Source<'a> {
    text: &'a str,
    units: Utf16Map<'a>,
    points: Points,
    id: String,
}

impl<'a> Source<'a> {
    fn new(report: &'a Report, reader: &Reader, index: u32) -> Self {
        let text = report.articles.get(index as usize).map_or("", |article| article.text.as_str());
        let id = reader.address(index).map_or_else(|| identifier([text].into_iter()), str::to_owned);
        Self { text, units: Utf16Map::new(text), points: Points::new(text), id }
    }

    fn target(&self, start: u32, end: u32) -> Json {
        let span = self.units.bytes(start, end);
        let (before, after) =
            (Span { start: 0, end: span.start }, Span { start: span.end, end: self.text.len() as u32 });
        let prefix = before.of(self.text).chars().rev().take(AROUND).collect::<Vec<_>>();
        let suffix: String = after.of(self.text).chars().take(AROUND).collect();
        let quote = Json::object([
            ("type", Json::text("TextQuoteSelector")),
            ("exact", Json::text(span.of(self.text))),
            ("prefix", Json::text(prefix.into_iter().rev().collect::<String>())),
            ("suffix", Json::text(suffix)),
        ]);
        let position = Json::object([
            ("type", Json::text("TextPositionSelector")),
            ("start", Json::Number(self.points.before(self.text, span.start))),
            ("end", Json::Number(self.points.before(self.text, span.end))),
        ]);
        Json::object([
            ("type", Json::text("SpecificResource")),
            ("source", Json::text(self.id.as_str())),
            ("selector", Json::List(vec![quote, position])),
        ])
    }
}

/// Code points before places of a text; a checkpoint every so many bytes keeps a look-up short.
struct Points(BTreeMap<u32, u32>);

const STEP: usize = 256;

impl Points {
    fn new(text: &str) -> Self {
        let marks = (0u32..).zip(text.char_indices()).scan(0, |next, (point, (byte, _))| {
            let mark = (byte >= *next).then_some((byte as u32, point));
            *next = if mark.is_some() { byte + STEP } else { *next };
            Some(mark)
        });
        Self(marks.flatten().collect())
    }

    fn before(&self, text: &str, byte: u32) -> u32 {
        let (from, count) = self.0.range(..=byte).next_back().map_or((0, 0), |(&from, &count)| (from, count));
        count + Span { start: from, end: byte }.of(text).chars().count() as u32
    }
}

/// A name made from texts, in the form of a UUID of version 8: the same texts give the same name.
fn identifier<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    // FNV-1a of 128 bits, with a byte between texts that none of them can hold.
    let mut hash: u128 = 0x6c62272e07bb014262b821756295c58d;
    for byte in texts.flat_map(|text| text.bytes().chain([0xFF])) {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000000001000000000000000000013B);
    }
    let hash = hash & !(0xF << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let digits = format!("{hash:032x}");
    let part = |from, to| digits.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::reader::Review;
    use super::*;
    use crate::export::sample;

    fn made(reader: &Reader) -> Value {
        serde_json::from_str(&annotations(&sample::report(), reader)).unwrap()
    }

    fn items(whole: &Value) -> &Vec<Value> {
        whole["first"]["items"].as_array().unwrap()
    }

    #[test]
    fn every_selector_leads_to_its_words() {
        let (report, whole) = (sample::report(), made(&Reader::default()));
        let texts: Vec<Vec<char>> =
            report.articles.iter().map(|article| article.text.chars().collect()).collect();
        let ids: Vec<_> =
            report.articles.iter().map(|article| identifier([article.text.as_str()].into_iter())).collect();
        let mut seen = 0;
        for target in items(&whole).iter().flat_map(|item| item["target"].as_array().unwrap()) {
            let text = &texts[ids.iter().position(|id| target["source"] == *id).unwrap()];
            let (quote, position) = (&target["selector"][0], &target["selector"][1]);
            let at = |name: &str| usize::try_from(position[name].as_u64().unwrap()).unwrap();
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(quote["exact"], words);
            let before: String = text[at("start").saturating_sub(AROUND)..at("start")].iter().collect();
            assert_eq!(quote["prefix"], before);
            seen += 1;
        }
        assert!(seen > 15, "{seen}");
        assert_eq!(whole["total"], items(&whole).len());
    }

    #[test]
    fn the_reader_has_a_part_in_it() {
        let review = |finding, verdict| Review {
            finding,
            verdict,
            note: "Asked the coast guard.".into(),
            ..Review::default()
        };
        let reader = Reader {
            addresses: vec![Some("https://example.org/ferry".into()), Some("javascript:alert(1)".into())],
            reviews: vec![review(0, Some(Verdict::Accepted)), review(1, None)],
            only: Some(vec![0]),
        };
        let whole = made(&reader);
        let findings: Vec<_> =
            items(&whole).iter().filter(|item| item["motivation"] == "commenting").collect();
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0]["target"][0]["source"], "https://example.org/ferry");
        assert!(findings[0]["target"][1]["source"].as_str().unwrap().starts_with("urn:uuid:"));
        let bodies = findings[0]["body"].as_array().unwrap();
        assert!(bodies.iter().any(|body| body["purpose"] == "assessing" && body["value"] == "accepted"));
        assert!(bodies.iter().any(|body| body["value"] == "Asked the coast guard."));
    }

    #[test]
    fn names_of_texts_are_uuids_that_differ() {
        let id = identifier(["a", "b"].into_iter());
        assert_eq!(id.len(), "urn:uuid:".len() + 36);
        let digit = |at: usize| id.chars().nth("urn:uuid:".len() + at).unwrap();
        assert!(digit(14) == '8' && "89ab".contains(digit(19)), "version and variant: {id}");
        assert_ne!(id, identifier(["ab"].into_iter()));
        assert_eq!(id, identifier(["a", "b"].into_iter()));
    }
}
