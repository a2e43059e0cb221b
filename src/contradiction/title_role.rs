//! One person given an exclusive office in one place and only its past, or another rank, in another.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::Aligned;
use crate::contradiction::passage::sentence_evidence;
use crate::contradiction::{Draft, Findings, Rule, first_pair};
use crate::corpus::{Corpus, by_name};
use crate::entity::{Mention, Office};
use crate::kind::{ContradictionKind, MentionForm, OfficeStatus, Severity};
use crate::lexicon::Lexicon;
use crate::report::Evidence;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::TitleRole,
    summary: "A person is called the former holder of an office in one passage and its holder in another, or holder here and deputy there.",
    spares: "Words of the moment told of (“then-”), a bare title as courtesy to a former holder, several offices of one person, and holders of like offices elsewhere.",
    detect,
};

/// Passages shown for the other side.
const MOST_SHOWN: usize = 5;

/// A year within so many tokens behind the name dates the passage.
const NEAR_YEAR: usize = 8;
/// Articles more days apart may both be right.
const MOST_DAYS: i64 = 30;

/// How one passage stands to an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holding {
    /// "former president".
    Past,
    /// "US president Ann Lee": office, polity and name together, in the article's own voice.
    Present,
    /// "our president is", "earlier in her presidency".
    Implied,
}

/// One passage that gives a person an office.
#[derive(Clone, Debug)]
struct Held {
    article: usize,
    sentence: usize,
    tokens: Range<usize>,
    title: String,
    state: Option<String>,
    holding: Holding,
}

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let (lex, corpus) = (aligned.lex, aligned.corpus);
    let mut by_person: BTreeMap<usize, Vec<Held>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for office in &document.names.offices {
            let Some(person) = corpus.entity(article, office.mention) else { continue };
            if let Some(held) = held(lex, corpus, article, office) {
                by_person.entry(person).or_default().push(held);
            }
        }
    }
    for (person, held) in by_person {
        let mut titles: Vec<&str> = held.iter().map(|h| h.title.as_str()).collect();
        titles.sort_unstable();
        titles.dedup();
        for title in titles {
            let of_title: Vec<&Held> = held.iter().filter(|h| h.title == title).collect();
            past_and_present(corpus, person, title, &of_title, findings);
        }
        ranks(corpus, person, &held, findings);
    }
    uniformed(corpus, findings);
}

/// What an office says, where it is one that one person holds at a time.
fn held(lex: &Lexicon, corpus: &Corpus, article: usize, office: &Office) -> Option<Held> {
    let document = corpus.documents.get(article)?;
    let mention = document.names.mentions.get(office.mention)?;
    if lex.titles.column(&office.title, 0) != Some("office") {
        return None;
    }
    let tokens = document.prose.tokens_in(office.span.cover(mention.span));
    let is_quoted = document.quotations.iter().any(|q| q.kind.is_verbatim() && q.span.overlaps(office.span));
    let holding = match office.status {
        OfficeStatus::Former if !is_quoted => Holding::Past,
        OfficeStatus::Current if mention.form != MentionForm::Name => {
            implied(corpus, article, office, mention)?
        }
        OfficeStatus::Current
            if !is_quoted && office.of.is_some() && !is_told_of(corpus, article, &tokens) =>
        {
            Holding::Present
        }
        _ => return None,
    };
    Some(Held {
        article,
        sentence: document.prose.sentence_of(tokens.start),
        tokens,
        title: office.title.clone(),
        state: office.of.as_deref().map(|of| by_name(lex, of).unwrap_or_else(|| of.to_owned())),
        holding,
    })
}

/// "In 2003 US president Ann Lee sent troops": a year before the title or soon behind the name tells of another time.
fn is_told_of(corpus: &Corpus, article: usize, tokens: &Range<usize>) -> bool {
    let Some(prose) = corpus.documents.get(article).map(|d| &d.prose) else { return false };
    let Some(sentence) = prose.sentence_at(tokens.start) else { return false };
    let near = sentence.start..sentence.end.min(tokens.end + NEAR_YEAR);
    near.into_iter().any(|at| {
        let is_year = prose.raw(at).parse::<u32>().is_ok_and(|n| (1000..=2100).contains(&n));
        is_year && at > sentence.start && !matches!(prose.lower(at - 1), "until" | "by")
    })
}

/// Whether two articles are known to be so far apart in time that an office may have changed hands between them.
fn are_far_apart(corpus: &Corpus, a: usize, b: usize) -> bool {
    let day = |article: usize| {
        let date = corpus.documents.get(article)?.head.date.as_deref()?;
        let mut parts = date.split('-').map(|part| part.parse::<i64>().unwrap_or(0));
        Some(parts.next()? * 372 + parts.next()? * 31 + parts.next()?)
    };
    day(a).zip(day(b)).is_some_and(|(a, b)| (a - b).abs() > MOST_DAYS)
}

/// "Our president is …" speaks of now; "earlier in her presidency" of a term that goes on. "During her presidency" fits a former holder.
fn implied(corpus: &Corpus, article: usize, office: &Office, mention: &Mention) -> Option<Holding> {
    let prose = &corpus.documents.get(article)?.prose;
    let first = prose.tokens_in(office.span).start;
    let goes_on = match mention.form {
        MentionForm::Title => {
            matches!(prose.lower(mention.tokens.end), "is" | "has" | "will" | "'s" | "wants" | "does")
        }
        _ => {
            let before = |n: usize| first.checked_sub(n).map_or("", |at| prose.lower(at));
            matches!(
                (before(2), before(1)),
                ("earlier", "in") | ("far", "in" | "into") | ("rest" | "remainder" | "point", "of" | "in")
            )
        }
    };
    goes_on.then_some(Holding::Implied)
}

/// Former here, sitting there.
fn past_and_present(corpus: &Corpus, person: usize, title: &str, held: &[&Held], findings: &mut Findings) {
    let past: Vec<&Held> = held.iter().copied().filter(|h| h.holding == Holding::Past).collect();
    let present: Vec<&Held> = held.iter().copied().filter(|h| h.holding == Holding::Present).collect();
    let past_articles = articles(&past);
    let present_articles: Vec<usize> =
        articles(&present).into_iter().filter(|a| !past_articles.contains(a)).collect();
    for &article in &past_articles {
        let now = held.iter().copied().find(|h| h.article == article && h.holding != Holding::Past);
        let then = past.iter().copied().find(|h| h.article == article);
        if let (Some(then), Some(now)) = (then, now.filter(|n| then.is_some_and(|t| agree(t, n)))) {
            push(corpus, person, title, then, &[now], findings);
        }
    }
    let (odd, usual, usual_articles) = if past_articles.len() <= present_articles.len() {
        (&past, &present, &present_articles)
    } else {
        (&present, &past, &past_articles)
    };
    let odd_articles = articles(odd);
    for &article in odd_articles.iter().filter(|a| !usual_articles.contains(a)) {
        let Some(one) = odd.iter().copied().find(|h| h.article == article) else { continue };
        let mut others: Vec<&Held> = Vec::new();
        for &other in usual_articles.iter().take(MOST_SHOWN) {
            let fits =
                |h: &&Held| h.article == other && agree(one, h) && !are_far_apart(corpus, article, other);
            others.extend(usual.iter().copied().find(fits));
        }
        if !others.is_empty() {
            push(corpus, person, title, one, &others, findings);
        }
    }
}

fn articles(held: &[&Held]) -> Vec<usize> {
    let mut out: Vec<usize> = held.iter().map(|h| h.article).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The same state or body, or one of them not said.
fn agree(a: &Held, b: &Held) -> bool {
    match (&a.state, &b.state) {
        (Some(x), Some(y)) => x.eq_ignore_ascii_case(y),
        _ => true,
    }
}

/// "Deputy governor" in one article, "governor" in another, neither using both.
fn ranks(corpus: &Corpus, person: usize, held: &[Held], findings: &mut Findings) {
    let present: Vec<&Held> = held.iter().filter(|h| h.holding == Holding::Present).collect();
    for low in &present {
        let Some(full) = ["deputy ", "vice ", "assistant "].iter().find_map(|p| low.title.strip_prefix(p))
        else {
            continue;
        };
        let uses =
            |article: usize, title: &str| present.iter().any(|h| h.article == article && h.title == title);
        let high = present.iter().copied().find(|h| {
            h.title == full
                && !are_far_apart(corpus, h.article, low.article)
                && h.article != low.article
                && agree(low, h)
                && !uses(h.article, &low.title)
                && !uses(low.article, full)
        });
        if let Some(high) = high {
            push(corpus, person, full, low, &[high], findings);
            return;
        }
    }
}

/// Ranks of forces and services, of which a person holds one at a time. A compound is spoken of by its last word ("Lieutenant Colonel Lee", "the colonel").
const UNIFORMED: [&str; 22] = [
    "admiral",
    "brigadier",
    "brigadier general",
    "captain",
    "colonel",
    "commander",
    "commodore",
    "constable",
    "corporal",
    "ensign",
    "general",
    "inspector",
    "lieutenant",
    "lieutenant colonel",
    "lieutenant general",
    "major",
    "major general",
    "rear admiral",
    "sergeant",
    "staff sergeant",
    "superintendent",
    "vice admiral",
];

/// "Commander Lee" in one article, "Commodore Lee" in another, neither using both.
fn uniformed(corpus: &Corpus, findings: &mut Findings) {
    let mut by_person: BTreeMap<usize, Vec<Held>> = BTreeMap::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        let ranks = document
            .names
            .offices
            .iter()
            .filter(|o| o.status == OfficeStatus::Current && UNIFORMED.contains(&o.title.as_str()));
        for office in ranks {
            let Some(mention) = document.names.mentions.get(office.mention) else { continue };
            let Some(person) = corpus.entity(article, office.mention) else { continue };
            let tokens = document.prose.tokens_in(office.span.cover(mention.span));
            by_person.entry(person).or_default().push(Held {
                article,
                sentence: document.prose.sentence_of(tokens.start),
                tokens,
                title: office.title.clone(),
                state: None,
                holding: Holding::Present,
            });
        }
    }
    for (person, held) in by_person {
        let uses =
            |article: usize, title: &str| held.iter().any(|h| h.article == article && h.title == title);
        let clash = first_pair(&held, |a, b| {
            a.article != b.article
                && !a.title.ends_with(b.title.as_str())
                && !b.title.ends_with(a.title.as_str())
                && !uses(a.article, &b.title)
                && !uses(b.article, &a.title)
                && !are_far_apart(corpus, a.article, b.article)
        });
        if let Some((a, b)) = clash {
            push(corpus, person, &a.title, a, &[b], findings);
            if let Some(draft) = findings.drafts.last_mut() {
                draft.severity = Severity::Medium;
                draft.confidence = 76;
            }
        }
    }
}

fn passage(corpus: &Corpus, held: &Held) -> Evidence {
    let span =
        corpus.documents.get(held.article).map(|d| d.prose.cover(held.tokens.clone())).unwrap_or_default();
    sentence_evidence(corpus, held.article, held.sentence, span, Some(held.tokens.clone()))
}

fn words(corpus: &Corpus, held: &Held) -> String {
    corpus.documents.get(held.article).map_or(String::new(), |d| {
        d.text(d.prose.cover(held.tokens.clone())).split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

fn push(corpus: &Corpus, person: usize, title: &str, one: &Held, others: &[&Held], findings: &mut Findings) {
    let Some(other) = others.first() else { return };
    let is_within = one.article == other.article;
    let name = corpus.name(person);
    let mut evidence = vec![passage(corpus, one)];
    evidence.extend(others.iter().map(|h| passage(corpus, h)));
    let place = |h: &Held| {
        if is_within { "in the same article".to_owned() } else { format!("in {}", corpus.label(h.article)) }
    };
    findings.drafts.push(Draft {
        kind: ContradictionKind::TitleRole,
        severity: Severity::High,
        confidence: if is_within && other.holding == Holding::Implied { 78 } else { 90 },
        topic: format!("The office of {name}"),
        summary: format!("“{}” in {}, “{}” {}", words(corpus, one), corpus.label(one.article), words(corpus, other), place(other)),
        explanation: format!("The passages do not agree on whether, or in which rank, {name} holds the office of {title}; one person holds it at a time."),
        evidence,
        entities: vec![person],
        quotations: Vec::new(),
        trace: vec!["same person".to_owned(), format!("same office: {title}"), "held and no longer held, or of another rank".to_owned()],
    });
}
