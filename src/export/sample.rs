//! A report to test the exports with: three invented articles, one of them hostile.
//!
//! In: nothing. Out: a [`Report`] with findings of every severity. Example: [`report`]. Limits: only what the tests need.

use crate::kind::{
    ContradictionKind, EntityKind, FormNote, MentionForm, OfficeStatus, QuoteKind, QuoteStatus, Scope,
    Severity, SourceClass,
};
use crate::wire::{
    Article, Dropped, Entity, Evidence, Finding, Form, Mention, Notice, Office, Quotation, Range, Report,
    Topic,
};

const POST: &str = "Ferry runs aground off Lund
By Kim Berg

At least 12 people were hurt when the ferry Aurora ran aground off Lund on Sunday, police said.
“We had no warning at all,” said Ann Smyth, the harbour master. “The ship came in much too fast.”
The owner, Nordic Lines, declined to comment. “We had no warning at all,” Smyth said again.
";

const DAILY: &str = "Seven hurt in 🚢 ferry accident

🚢 東京 readers: seven people were hurt when a ferry struck rocks near Lund, a spokesman for the coast guard told reporters late on Sunday evening, adding that none of the injuries was thought to be serious and that everybody had been taken ashore by midnight.
“We had no warning,” said Anne Smith, the former harbour master.
";

const HOSTILE: &str = "<script>alert(1)</script> | *Ferry* & `Lund`

=HYPERLINK(\"http://example.org\") said Smyth, \u{1b}[31mwho is harbour master\u{202E}. “Nobody told us.”
";

/// The report.
pub fn report() -> Report {
    Report {
        format: "crosscheck-report/1".into(),
        program: "0.1.0".into(),
        articles: vec![
            article(POST, Some("Ferry runs aground off Lund"), Some("The Harbour Post"), Some("2026-05-03")),
            article(DAILY, Some("Seven hurt in 🚢 ferry accident"), Some("Coast Daily"), None),
            article(HOSTILE, Some("<script>alert(1)</script> | *Ferry*"), Some("=cmd <i>"), None),
        ],
        entities: entities(),
        quotations: quotations(),
        clusters: vec![],
        findings: findings(),
        dropped: vec![
            dropped("different target", "The counts are of ships and of people."),
            dropped("different target", "The counts are of rocks and of people."),
            dropped("rounding", "Both stand for the same number."),
        ],
        topics: vec![
            Topic { id: 0, title: "Who is the harbour master?".into(), findings: vec![1, 2, 3] },
            Topic { id: 1, title: "How many were hurt?".into(), findings: vec![0] },
        ],
        notices: vec![Notice {
            article: Some(1),
            text: "No date was found: relative dates are not resolved.".into(),
        }],
        ..Report::default()
    }
}

fn article(text: &str, title: Option<&str>, outlet: Option<&str>, date: Option<&str>) -> Article {
    Article {
        text: text.into(),
        title: title.map(Into::into),
        outlet: outlet.map(Into::into),
        date: date.map(Into::into),
        blocks: vec![],
        sentences: vec![],
        language: Some("en".to_owned()),
    }
}

/// UTF-16 range of the needle.
fn at(text: &str, needle: &str) -> Range {
    let (before, _) = text.split_once(needle).unwrap();
    let start = before.encode_utf16().count() as u32;
    Range { start, end: start + needle.encode_utf16().count() as u32 }
}

fn evidence(article: u32, words: &str, focus: &str) -> Evidence {
    let text = [POST, DAILY, HOSTILE][article as usize];
    let Range { start, end } = at(text, words);
    let inner = at(words, focus);
    Evidence {
        article,
        start,
        end,
        focus: Some(Range { start: start + inner.start, end: start + inner.end }),
    }
}

fn findings() -> Vec<Finding> {
    let hurt = vec![
        evidence(
            0,
            "At least 12 people were hurt when the ferry Aurora ran aground off Lund on Sunday, police said.",
            "At least 12",
        ),
        evidence(1, DAILY.lines().nth(2).unwrap(), "seven"),
    ];
    let office = vec![
        evidence(0, "“We had no warning at all,” said Ann Smyth, the harbour master.", "the harbour master"),
        evidence(
            1,
            "“We had no warning,” said Anne Smith, the former harbour master.",
            "the former harbour master",
        ),
        evidence(2, "said Smyth, \u{1b}[31mwho is harbour master\u{202E}.", "harbour master"),
    ];
    let name =
        vec![evidence(0, "Ann Smyth", "Ann Smyth"), evidence(1, "said Anne Smith, the former", "Anne Smith")];
    let formula =
        vec![evidence(2, "=HYPERLINK(\"http://example.org\")", "HYPERLINK"), evidence(0, "off Lund", "Lund")];
    vec![
        finding(
            0,
            ContradictionKind::Numeric,
            (Severity::High, 91, 1),
            "“At least 12” in A and “seven” in B",
            hurt,
        ),
        finding(
            1,
            ContradictionKind::NameError,
            (Severity::Medium, 78, 0),
            "Ann Smyth in A, Anne Smith in B",
            name,
        ),
        finding(
            2,
            ContradictionKind::TitleRole,
            (Severity::Medium, 84, 0),
            "Harbour master in A and C, former harbour master in B",
            office,
        ),
        finding(
            3,
            ContradictionKind::NameSpellingVariant,
            (Severity::Info, 60, 0),
            "=HYPERLINK <b> | “Lund”",
            formula,
        ),
    ]
}

fn finding(
    id: u32,
    kind: ContradictionKind,
    (severity, confidence, topic): (Severity, u8, u32),
    summary: &str,
    evidence: Vec<Evidence>,
) -> Finding {
    Finding {
        id,
        kind,
        severity,
        confidence,
        scope: Scope::Cross,
        topic,
        summary: summary.into(),
        explanation: "Both passages tell of the same moment & name the same thing, and what they say of it can not both be so.".into(),
        evidence,
        entities: vec![0],
        quotations: vec![],
        trace: vec!["same event".into(), "other value".into()],
    }
}

fn dropped(step: &str, reason: &str) -> Dropped {
    Dropped { kind: ContradictionKind::Numeric, evidence: vec![], step: step.into(), reason: reason.into() }
}

fn entities() -> Vec<Entity> {
    let place = |article: u32, words: &str| {
        let Range { start, end } = at([POST, DAILY, HOSTILE][article as usize], words);
        Mention { article, start, end, form: MentionForm::Name, nested: false }
    };
    let entity = |id, kind, name: &str, mentions| Entity {
        id,
        kind,
        name: name.into(),
        value: None,
        forms: vec![],
        offices: vec![],
        mentions,
    };
    let form = |text: &str, count, articles: &[u32], note| Form {
        text: text.into(),
        count,
        articles: articles.into(),
        note,
    };
    let office = |status, article, words: &str| {
        let Mention { article, start, end, .. } = place(article, words);
        Office { title: "harbour master".into(), of: Some("Lund".into()), status, article, start, end }
    };
    let mut smyth = entity(
        0,
        EntityKind::Person,
        "Ann Smyth",
        vec![place(0, "Ann Smyth"), place(0, "Smyth said"), place(1, "Anne Smith"), place(2, "Smyth")],
    );
    smyth.forms = vec![
        form("Ann Smyth", 1, &[0], None),
        form("Smyth", 2, &[0, 2], Some(FormNote::Short)),
        form("Anne Smith", 1, &[1], Some(FormNote::GivenName)),
    ];
    smyth.offices = vec![
        office(OfficeStatus::Current, 0, "harbour master"),
        office(OfficeStatus::Former, 1, "harbour master"),
        office(OfficeStatus::Current, 2, "harbour master"),
    ];
    vec![
        smyth,
        entity(1, EntityKind::Place, "Lund", vec![place(0, "Lund"), place(1, "Lund"), place(2, "Lund")]),
        entity(2, EntityKind::Organization, "Nordic Lines", vec![place(0, "Nordic Lines")]),
        entity(3, EntityKind::Person, "Kim Berg", vec![place(0, "Kim Berg")]),
        entity(4, EntityKind::Date, "Sunday", vec![place(0, "Sunday"), place(1, "Sunday")]),
    ]
}

fn quotations() -> Vec<Quotation> {
    let quote = |id, article: u32, words: &str, kind, speaker, status| {
        let Range { start, end } = at([POST, DAILY, HOSTILE][article as usize], words);
        let content = Range { start: start + 1, end: end - 1 };
        Quotation {
            id,
            article,
            start,
            end,
            content,
            kind,
            cue: None,
            source: None,
            speaker,
            via: None,
            source_class: SourceClass::Named,
            confidence: 90,
            cluster: None,
            status,
        }
    };
    let mut again = quote(
        2,
        0,
        "“We had no warning at all,” Smyth",
        QuoteKind::Direct,
        Some(0),
        Some(QuoteStatus::Exact),
    );
    again.content.end -= 6;
    vec![
        quote(0, 0, "“We had no warning at all,”", QuoteKind::Direct, Some(0), Some(QuoteStatus::Reference)),
        quote(
            1,
            0,
            "“The ship came in much too fast.”",
            QuoteKind::Direct,
            Some(0),
            Some(QuoteStatus::Singleton),
        ),
        again,
        quote(3, 1, "“We had no warning,”", QuoteKind::Direct, Some(0), Some(QuoteStatus::Truncated)),
        quote(4, 0, "declined to comment", QuoteKind::Indirect, Some(0), None),
        quote(5, 2, "“Nobody told us.”", QuoteKind::Direct, None, None),
    ]
}
