//! From the core's report to the public one: byte spans become UTF-16 ranges.
//!
//! In: a [`crate::report::Report`]. Out: a [`Report`]. Example: evidence at bytes 3..5 of `"“é”"` becomes units 1..2.
//! Limits: a place in an article that is not there keeps its index and gets the empty range at 0.

use crate::report;
use crate::span::Span;

use super::utf16::Utf16Map;
use super::{
    Article, Block, Cell, Claim, Cluster, Difference, Dropped, Entity, Evidence, FORMAT, Finding, Form,
    Mention, Notice, Office, Place, Quotation, Range, Report, Reuse, TimelineEntry, Topic, Version,
};

impl Report {
    /// The public form of a report.
    pub fn new(report: &report::Report) -> Self {
        let offsets = Offsets(report.articles.iter().map(|article| Utf16Map::new(&article.text)).collect());
        Self {
            format: FORMAT.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            articles: (0..)
                .zip(&report.articles)
                .map(|(index, article)| offsets.article(index, article))
                .collect(),
            entities: report.entities.iter().map(|entity| offsets.entity(entity)).collect(),
            quotations: report.quotations.iter().map(|quotation| offsets.quotation(quotation)).collect(),
            clusters: report.clusters.iter().map(|cluster| offsets.cluster(cluster)).collect(),
            findings: report.findings.iter().map(|finding| offsets.finding(finding)).collect(),
            dropped: report.dropped.iter().map(|dropped| offsets.dropped(dropped)).collect(),
            topics: report.topics.iter().map(topic).collect(),
            claims: report.claims.iter().map(|claim| offsets.claim(claim)).collect(),
            reuse: report.reuse.iter().map(|reuse| offsets.reuse(reuse)).collect(),
            timeline: report.timeline.iter().map(|entry| offsets.timeline_entry(entry)).collect(),
            notices: report.notices.iter().map(notice).collect(),
        }
    }
}

/// The maps of all articles, in their order.
struct Offsets<'a>(Vec<Utf16Map<'a>>);

impl Offsets<'_> {
    fn range(&self, article: u32, span: Span) -> Range {
        let (start, end) = self.0.get(article as usize).map(|map| map.span(span)).unwrap_or_default();
        Range { start, end }
    }

    fn place(&self, place: report::Place) -> Place {
        let Range { start, end } = self.range(place.article, place.span);
        Place { article: place.article, start, end }
    }

    fn article(&self, index: u32, article: &report::ReportArticle) -> Article {
        Article {
            text: article.text.clone(),
            title: article.title.clone(),
            outlet: article.outlet.clone(),
            date: article.date.clone(),
            blocks: article.blocks.iter().map(|block| self.block(index, *block)).collect(),
            sentences: article.sentences.iter().map(|&span| self.range(index, span)).collect(),
            language: (!article.is_foreign).then(|| "en".to_owned()),
        }
    }

    fn block(&self, article: u32, block: report::ReportBlock) -> Block {
        let Range { start, end } = self.range(article, block.span);
        Block { start, end, role: block.role }
    }

    fn entity(&self, entity: &report::Entity) -> Entity {
        Entity {
            id: entity.id,
            kind: entity.kind,
            name: entity.name.clone(),
            value: entity.value.clone(),
            forms: entity.forms.iter().map(form).collect(),
            offices: entity.offices.iter().map(|office| self.office(office)).collect(),
            mentions: entity.mentions.iter().map(|mention| self.mention(*mention)).collect(),
        }
    }

    fn office(&self, office: &report::Office) -> Office {
        let Place { article, start, end } = self.place(office.place);
        let (title, of) = (office.title.clone(), office.of.clone());
        Office { title, of, status: office.status, article, start, end }
    }

    fn mention(&self, mention: report::Mention) -> Mention {
        let Place { article, start, end } = self.place(mention.place);
        Mention { article, start, end, form: mention.form, nested: mention.nested }
    }

    fn quotation(&self, quotation: &report::Quotation) -> Quotation {
        let Place { article, start, end } = self.place(quotation.place);
        Quotation {
            id: quotation.id,
            article,
            start,
            end,
            content: self.range(article, quotation.content),
            kind: quotation.kind,
            cue: quotation.cue.map(|span| self.range(article, span)),
            source: quotation.source.map(|span| self.range(article, span)),
            speaker: quotation.speaker,
            via: quotation.via,
            source_class: quotation.source_class,
            confidence: quotation.confidence,
            cluster: quotation.cluster,
            status: quotation.status,
        }
    }

    fn cluster(&self, cluster: &report::Cluster) -> Cluster {
        let model = usize::try_from(cluster.reference).ok().and_then(|n| cluster.versions.get(n));
        let home = model.map_or(0, |version| version.place.article);
        let version = |version: &report::Version| {
            let Place { article, start, end } = self.place(version.place);
            let difference = |difference: &report::Difference| Difference {
                kind: difference.kind,
                own: self.range(article, difference.own),
                reference: self.range(home, difference.reference),
            };
            let differences = version.differences.iter().map(difference).collect();
            Version { quotation: version.quotation, article, start, end, status: version.status, differences }
        };
        Cluster {
            id: cluster.id,
            speaker: cluster.speaker,
            reference: cluster.reference,
            independent: cluster.independent,
            versions: cluster.versions.iter().map(version).collect(),
            reported: cluster.reported.clone(),
        }
    }

    fn evidence(&self, evidence: &[report::Evidence]) -> Vec<Evidence> {
        let convert = |evidence: &report::Evidence| {
            let Range { start, end } = self.range(evidence.article, evidence.span);
            let focus = evidence.focus.map(|span| self.range(evidence.article, span));
            Evidence { article: evidence.article, start, end, focus }
        };
        evidence.iter().map(convert).collect()
    }

    fn finding(&self, finding: &report::Finding) -> Finding {
        Finding {
            id: finding.id,
            kind: finding.kind,
            severity: finding.severity,
            confidence: finding.confidence,
            scope: finding.scope,
            topic: finding.topic,
            summary: finding.summary.clone(),
            explanation: finding.explanation.clone(),
            evidence: self.evidence(&finding.evidence),
            entities: finding.entities.clone(),
            quotations: finding.quotations.clone(),
            trace: finding.trace.clone(),
        }
    }

    fn dropped(&self, dropped: &report::Dropped) -> Dropped {
        Dropped {
            kind: dropped.kind,
            evidence: self.evidence(&dropped.evidence),
            step: dropped.step.clone(),
            reason: dropped.reason.clone(),
        }
    }

    fn claim(&self, claim: &report::ClaimRow) -> Claim {
        let cell = |cell: &report::Cell| {
            let Place { article, start, end } = self.place(cell.place);
            Cell { article, stance: cell.stance, start, end, value: cell.value.clone() }
        };
        Claim {
            id: claim.id,
            text: claim.text.clone(),
            kind: claim.kind.clone(),
            single_source: claim.single_source,
            independent: claim.independent,
            cells: claim.cells.iter().map(cell).collect(),
        }
    }

    fn reuse(&self, reuse: &report::Reuse) -> Reuse {
        Reuse { words: reuse.words, quoted: reuse.quoted, a: self.place(reuse.a), b: self.place(reuse.b) }
    }

    fn timeline_entry(&self, entry: &report::TimelineEntry) -> TimelineEntry {
        let Place { article, start, end } = self.place(entry.place);
        let (from, to, text) = (entry.from.clone(), entry.to.clone(), entry.text.clone());
        TimelineEntry { from, to, text, article, start, end }
    }
}

fn form(form: &report::Form) -> Form {
    Form { text: form.text.clone(), count: form.count, articles: form.articles.clone(), note: form.note }
}

fn topic(topic: &report::Topic) -> Topic {
    Topic { id: topic.id, title: topic.title.clone(), findings: topic.findings.clone() }
}

fn notice(notice: &report::Notice) -> Notice {
    Notice { article: notice.article, text: notice.text.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::{ContradictionKind, EntityKind, MentionForm, Scope, Severity, Stance};

    fn sample() -> report::Report {
        let text = "“Où?” 😀 said Ann Smyth.".to_owned();
        let name = Span::new(text.find("Ann").unwrap(), text.find('.').unwrap());
        let place = report::Place { article: 0, span: name };
        let evidence = report::Evidence { article: 0, span: name, focus: Some(Span::new(3, 6)) };
        report::Report {
            articles: vec![report::ReportArticle { text, sentences: vec![name], ..Default::default() }],
            entities: vec![report::Entity {
                id: 0,
                kind: EntityKind::Person,
                name: "Ann Smyth".into(),
                value: None,
                forms: vec![],
                offices: vec![],
                mentions: vec![report::Mention { place, form: MentionForm::Name, nested: false }],
            }],
            findings: vec![report::Finding {
                id: 0,
                kind: ContradictionKind::NameError,
                severity: Severity::Medium,
                confidence: 84,
                scope: Scope::Within,
                topic: 0,
                summary: String::new(),
                explanation: String::new(),
                evidence: vec![evidence],
                entities: vec![0],
                quotations: vec![],
                trace: vec!["same surname".into()],
            }],
            ..Default::default()
        }
    }

    #[test]
    fn offsets_are_utf16() {
        let wire = Report::new(&sample());
        let mention = wire.entities[0].mentions[0];
        assert_eq!((mention.start, mention.end), (14, 23));
        assert_eq!(wire.articles[0].sentences[0], Range { start: 14, end: 23 });
        assert_eq!(wire.findings[0].evidence[0].focus, Some(Range { start: 1, end: 3 }));
    }

    #[test]
    fn keys_stand_in_the_order_of_the_format_and_null_is_written() {
        let json = serde_json::to_string(&Report::new(&sample())).unwrap();
        let head = format!(
            r#"{{"format":"crosscheck-report/1","program":"{}","articles":[{{"#,
            env!("CARGO_PKG_VERSION")
        );
        assert!(json.starts_with(&head), "{json}");
        assert!(json.contains(
            r#""title":null,"outlet":null,"date":null,"blocks":[],"sentences":[{"start":14,"end":23}]"#
        ));
        assert!(json.contains(r#"{"article":0,"start":14,"end":23,"form":"name","nested":false}"#));
        assert!(json.contains(
            r#"{"id":0,"kind":"name-error","severity":"medium","confidence":84,"scope":"within","topic":0,"#
        ));
        assert!(json.ends_with(r#""topics":[],"claims":[],"reuse":[],"timeline":[],"notices":[]}"#));
    }

    #[test]
    fn json_reads_back_the_same() {
        let wire = Report::new(&sample());
        let json = serde_json::to_string(&wire).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), wire);
    }

    #[test]
    fn a_place_outside_all_articles_is_empty() {
        let mut report = sample();
        let place = report::Place { article: 9, span: Span::new(3, 5) };
        let cell = report::Cell { place, stance: Stance::Silent, value: None };
        let claim = report::ClaimRow {
            id: 0,
            text: "".into(),
            kind: "".into(),
            single_source: true,
            independent: 1,
            cells: vec![cell],
        };
        report.claims.push(claim);
        let cell = &Report::new(&report).claims[0].cells[0];
        assert_eq!((cell.article, cell.start, cell.end), (9, 0, 0));
    }
}
