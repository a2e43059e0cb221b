//! Drafts of schema.org ClaimReview: what a fact checker fills in before publishing a review.
//!
//! In: a report and the reader's part. Out: JSON-LD with one draft for each passage of each finding; what other
//! articles print stands beside it as citations. Example: two articles with different counts give two drafts, each of which cites
//! the other. Limits: no rating, no author, no verdict: those are a human's, and the drafts say so. Notes of style are left out.

use crate::kind::Severity;
use crate::wire::{Finding, Report};

use super::json::Json;
use super::reader::Reader;
use super::view::{Passage, View};
use super::words::clean;

/// Where the terms are defined; named, never fetched.
const CONTEXT: &str = "https://schema.org";

/// The drafts in one document.
pub fn claim_review(report: &Report, reader: &Reader) -> String {
    let view = View::new(report, reader);
    let findings = view.findings(|severity| severity > Severity::Info);
    let drafts = findings.into_iter().flat_map(|finding| drafts(report, reader, &view, finding));
    let whole = Json::object([("@context", Json::text(CONTEXT)), ("@graph", Json::List(drafts.collect()))]);
    whole.into_text()
}

fn drafts(report: &Report, reader: &Reader, view: &View, finding: &Finding) -> Vec<Json> {
    let passages: Vec<_> = finding.evidence.iter().map(|evidence| view.passage(evidence)).collect();
    let draft = |index: usize, passage: &Passage| {
        let others = passages.iter().enumerate().filter(|(other, _)| *other != index);
        let citations = others.map(|(_, other)| quotation(report, reader, other)).collect();
        let note =
            reader.review(finding.id).map(|review| clean(&review.note)).filter(|note| !note.is_empty());
        Json::object([
            ("@type", Json::text("ClaimReview")),
            (
                "creativeWorkStatus",
                Json::text("Draft: the rating, the verdict and the author are for a human to fill in"),
            ),
            ("claimReviewed", Json::text(passage.text.as_str())),
            (
                "itemReviewed",
                Json::object([
                    ("@type", Json::text("Claim")),
                    ("appearance", article(report, reader, passage.article)),
                ]),
            ),
            ("author", Json::object([("@type", Json::text("Organization")), ("name", Json::text(""))])),
            ("reviewBody", Json::option(note.as_deref())),
            ("abstract", Json::text(format!("{}: {}", finding.kind.title(), clean(&finding.summary)))),
            ("citation", Json::List(citations)),
        ])
    };
    passages.iter().enumerate().map(|(index, passage)| draft(index, passage)).collect()
}

fn quotation(report: &Report, reader: &Reader, passage: &Passage) -> Json {
    Json::object([
        ("@type", Json::text("Quotation")),
        ("text", Json::text(passage.text.as_str())),
        ("isPartOf", article(report, reader, passage.article)),
    ])
}

fn article(report: &Report, reader: &Reader, index: u32) -> Json {
    let Some(article) = report.articles.get(index as usize) else { return Json::Null };
    let known = |field: &Option<String>| field.as_deref().map(clean).filter(|text| !text.is_empty());
    let publisher = known(&article.outlet)
        .map(|name| Json::object([("@type", Json::text("Organization")), ("name", Json::text(name))]));
    Json::object([
        ("@type", Json::text("NewsArticle")),
        ("headline", Json::option(known(&article.title).as_deref())),
        ("publisher", publisher.unwrap_or(Json::Null)),
        ("datePublished", Json::option(known(&article.date).as_deref())),
        ("url", Json::option(reader.address(index))),
    ])
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::reader::Review;
    use super::*;
    use crate::export::sample;

    fn made(reader: &Reader) -> Vec<Value> {
        let whole: Value = serde_json::from_str(&claim_review(&sample::report(), reader)).unwrap();
        whole["@graph"].as_array().unwrap().clone()
    }

    #[test]
    fn each_passage_has_a_draft_without_rating_or_author() {
        let drafts = made(&Reader::default());
        assert_eq!(drafts.len(), 2 + 3 + 2, "passages of the findings that are no notes of style");
        for draft in &drafts {
            assert_eq!(draft["author"]["name"], "");
            assert!(draft.get("reviewRating").is_none() && draft.get("reviewBody").is_none());
            assert!(draft["creativeWorkStatus"].as_str().unwrap().starts_with("Draft"));
            assert!(!draft["claimReviewed"].as_str().unwrap().is_empty());
            assert!(!draft["citation"].as_array().unwrap().is_empty());
        }
        assert_eq!(drafts[0]["itemReviewed"]["appearance"]["publisher"]["name"], "The Harbour Post");
    }

    #[test]
    fn notes_and_addresses_of_the_reader_stand_in_them() {
        let review = Review { finding: 0, note: "Both counts are early.".into(), ..Review::default() };
        let addresses = vec![Some("https://example.org/ferry".into())];
        let drafts = made(&Reader { addresses, reviews: vec![review], only: Some(vec![0]) });
        assert_eq!(drafts.len(), 2);
        assert_eq!(drafts[0]["reviewBody"], "Both counts are early.");
        assert_eq!(drafts[0]["itemReviewed"]["appearance"]["url"], "https://example.org/ferry");
        assert_eq!(drafts[1]["citation"][0]["isPartOf"]["url"], "https://example.org/ferry");
    }
}
