//! The tables beside the findings: names, quotations and claims, one fact a row, so that a spreadsheet can sort and count.
//!
//! In: a report and the reader's part. Out: rows. Example: a name in three articles has three rows. Limits: dates and
//! figures are not among the names; an article that is silent on a claim has a row with that word.

use crate::wire::{Cell, Claim, Quotation, Range, Report};

use super::super::reader::Reader;
use super::super::view::{Name, View};
use super::super::words::{clean, letter};
use super::table;

const NAMES: [&str; 8] = ["name_id", "name", "kind", "article", "outlet", "mentions", "forms", "offices"];
const QUOTATIONS: [&str; 13] = [
    "quotation_id",
    "article",
    "outlet",
    "line",
    "kind",
    "words",
    "speaker",
    "via",
    "source_class",
    "confidence",
    "utterance",
    "status",
    "address",
];
const CLAIMS: [&str; 11] = [
    "claim_id",
    "claim",
    "about",
    "independent",
    "single_source",
    "article",
    "outlet",
    "stance",
    "value",
    "line",
    "words",
];

/// Who and what is named: a row for each article that names it.
pub fn names(report: &Report, reader: &Reader) -> String {
    let view = View::new(report, reader);
    let names = view.names();
    let rows = names
        .iter()
        .flat_map(|name| (0u32..).zip(&name.counts).map(move |(article, &count)| (name, article, count)));
    let rows = rows
        .filter(|(_, _, count)| *count > 0)
        .map(|(name, article, count)| named(&view, name, article, count));
    table(&NAMES, rows.collect())
}

fn named(view: &View, name: &Name, article: u32, count: u32) -> Vec<String> {
    let forms = name.entity.forms.iter().filter(|form| form.articles.contains(&article));
    let forms: Vec<_> = forms.map(|form| clean(&form.text)).collect();
    let offices = name.offices.iter().filter(|(_, articles)| articles.contains(&article));
    let offices: Vec<_> = offices.map(|(office, _)| office.as_str()).collect();
    vec![
        name.entity.id.to_string(),
        clean(&name.entity.name),
        name.entity.kind.to_string(),
        letter(article),
        view.name(article).unwrap_or_default(),
        count.to_string(),
        forms.join(" | "),
        offices.join(" | "),
    ]
}

/// What was said: a row for each quotation.
pub fn quotations(report: &Report, reader: &Reader) -> String {
    let view = View::new(report, reader);
    table(&QUOTATIONS, report.quotations.iter().map(|quotation| quoted(report, &view, quotation)).collect())
}

fn quoted(report: &Report, view: &View, quotation: &Quotation) -> Vec<String> {
    let (words, line) = words(view, quotation.article, quotation.content);
    let entity = |id: Option<u32>| {
        let entity = id.and_then(|id| report.entities.get(id as usize));
        entity.map(|entity| clean(&entity.name)).unwrap_or_default()
    };
    vec![
        quotation.id.to_string(),
        letter(quotation.article),
        view.name(quotation.article).unwrap_or_default(),
        line,
        quotation.kind.to_string(),
        words,
        entity(quotation.speaker),
        entity(quotation.via),
        quotation.source_class.to_string(),
        quotation.confidence.to_string(),
        quotation.cluster.map(|id| id.to_string()).unwrap_or_default(),
        quotation.status.map(|status| status.to_string()).unwrap_or_default(),
        view.address(quotation.article).unwrap_or_default().to_owned(),
    ]
}

/// What each article does with each claim.
pub fn claims(report: &Report, reader: &Reader) -> String {
    let view = View::new(report, reader);
    let rows = report.claims.iter().flat_map(|claim| claim.cells.iter().map(move |cell| (claim, cell)));
    table(&CLAIMS, rows.map(|(claim, cell)| claimed(&view, claim, cell)).collect())
}

fn claimed(view: &View, claim: &Claim, cell: &Cell) -> Vec<String> {
    let silent = cell.start >= cell.end;
    let (words, line) = if silent {
        (String::new(), String::new())
    } else {
        words(view, cell.article, Range { start: cell.start, end: cell.end })
    };
    vec![
        claim.id.to_string(),
        clean(&claim.text),
        clean(&claim.kind),
        claim.independent.to_string(),
        if claim.single_source { "yes" } else { "no" }.to_owned(),
        letter(cell.article),
        view.name(cell.article).unwrap_or_default(),
        cell.stance.to_string(),
        cell.value.as_deref().map(clean).unwrap_or_default(),
        line,
        words,
    ]
}

/// The words of a place, and the line on which they begin.
fn words(view: &View, article: u32, units: Range) -> (String, String) {
    view.words(article, units).map(|(words, line)| (words, line.to_string())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::parse;
    use super::*;
    use crate::export::sample;
    use crate::kind::Stance;

    #[test]
    fn a_name_has_a_row_for_each_article_that_names_it() {
        let rows = parse(&names(&sample::report(), &Reader::default()));
        assert!(rows.iter().all(|row| row.len() == NAMES.len()));
        let smyth: Vec<_> = rows.iter().filter(|row| row[1] == "Ann Smyth").collect();
        let counts: Vec<_> = smyth.iter().map(|row| (row[3].as_str(), row[5].as_str())).collect();
        assert_eq!(counts, [("A", "2"), ("B", "1"), ("C", "1")]);
        assert_eq!(
            (smyth[1][6].as_str(), smyth[1][7].as_str()),
            ("Anne Smith", "former harbour master of Lund")
        );
        assert_eq!(smyth[2][4], "'=cmd <i>", "an outlet that begins like a formula is made safe");
    }

    #[test]
    fn a_quotation_has_a_row() {
        let report = sample::report();
        let rows = parse(&quotations(&report, &Reader::default()));
        assert_eq!(rows.len(), report.quotations.len() + 1);
        assert!(rows.iter().all(|row| row.len() == QUOTATIONS.len()));
        assert_eq!(
            (rows[1][5].as_str(), rows[1][6].as_str(), rows[1][3].as_str()),
            ("We had no warning at all,", "Ann Smyth", "5")
        );
        assert_eq!(rows[6][6], "", "a speaker that is not known");
    }

    #[test]
    fn a_claim_has_a_row_for_each_article() {
        let mut report = sample::report();
        let cell = |article, stance, end| Cell { article, stance, start: 0, end, value: None };
        report.claims.push(Claim {
            id: 0,
            text: "The ferry ran aground".into(),
            kind: "event".into(),
            single_source: true,
            independent: 1,
            cells: vec![cell(0, Stance::States, 16), cell(1, Stance::Silent, 0)],
        });
        let rows = parse(&claims(&report, &Reader::default()));
        assert!(rows.iter().all(|row| row.len() == CLAIMS.len()));
        assert_eq!(rows[1][7..], ["states", "", "1", "Ferry runs agrou"]);
        assert_eq!(rows[2][7..], ["silent", "", "", ""]);
    }
}
