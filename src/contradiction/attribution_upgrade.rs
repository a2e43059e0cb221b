//! A source that weighs more in one passage than in the other: an official of a body becomes the body, "according to sources" becomes a fact.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::align::{Aligned, Pair};
use crate::claim::{Certainty, Claim, Frame};
use crate::contradiction::attribution_source::{Statements, is_compared, reported};
use crate::contradiction::passage::{Said, sentence_evidence};
use crate::contradiction::source::content;
use crate::contradiction::{Draft, Findings, Rule};
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, ContradictionKind, EntityKind, MentionForm, QuoteKind, Severity, SourceClass};
use crate::quotation::Quotation;
use crate::report::Evidence;

/// The rule.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::AttributionUpgrade,
    summary: "A headline credits a body where the text has one unnamed official of it, an article credits by name what another has from an unnamed source, or tells as a fact what another has from one.",
    spares: "Bodies that speak through a spokesman or a named official as well, articles that name the source further down, and what was published later and may have been confirmed since.",
    detect,
};

/// People who speak for nobody by name.
const NOBODIES: [&str; 17] = [
    "adviser",
    "advisor",
    "aide",
    "diplomat",
    "employee",
    "executive",
    "individual",
    "insider",
    "lawmaker",
    "member",
    "official",
    "people",
    "person",
    "source",
    "staffer",
    "worker",
    "report",
];
/// Words that give a source to what stands around them, wherever in the sentence they are.
const ATTRIBUTES: [&str; 8] =
    ["accord", "announce", "confirm", "report", "reportedly", "say", "statement", "tell"];
/// Words that the headline and the sentence which bears it out must share.
const LEAST_SHARED: usize = 3;

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    let corpus = aligned.corpus;
    for (article, document) in corpus.documents.iter().enumerate() {
        findings.drafts.extend(heading(corpus, article, document));
    }
    let statements = reported(corpus, |document, q| is_nobody(document, q) || is_named(document, q));
    let hearsay = hearsay(corpus);
    let pairs = aligned.passages.pairs.iter().filter(|p| p.a.0 != p.b.0);
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    for pair in pairs {
        let found = same_words(corpus, &statements, pair).or_else(|| unsourced(corpus, &hearsay, pair));
        let articles = (pair.a.0, pair.b.0);
        if let Some(draft) =
            found.filter(|draft| !is_compared(findings, &draft.evidence) && !told.contains(&articles))
        {
            told.insert(articles);
            findings.drafts.push(draft);
        }
    }
}

/// One side of the comparison: a quotation, or a claim of the narrator.
struct Side<'a> {
    article: usize,
    sentence: usize,
    /// The words that name the source; none where the narrator tells it.
    source: Option<&'a str>,
    evidence: Evidence,
}

fn side<'a>(corpus: &'a Corpus, article: usize, quotation: &Quotation) -> Option<Side<'a>> {
    let document = corpus.documents.get(article)?;
    let source = quotation.source?;
    let sentence = document.prose.sentence_of(quotation.tokens.start);
    let focus = document.prose.tokens_in(source);
    let evidence = sentence_evidence(corpus, article, sentence, quotation.span.cover(source), Some(focus));
    Some(Side { article, sentence, source: Some(document.text(source)), evidence })
}

/// ": White House" over "a White House official said".
fn heading(corpus: &Corpus, article: usize, document: &Document) -> Option<Draft> {
    let prose = &document.prose;
    let role = |q: &Quotation| prose.role_of(q.tokens.start);
    let heads = document.quotations.iter().filter(|q| role(q) == BlockRole::Headline);
    let (head, body) = heads.filter_map(|q| Some((q, body_of(corpus, article, q)?))).next()?;
    let bodies = document.quotations.iter().filter(|q| role(q) == BlockRole::Body && q.source.is_some());
    let words = content(document, head);
    let mut borne: Vec<(usize, &Quotation)> =
        bodies.map(|q| (content(document, q).intersection(&words).count(), q)).collect();
    borne.retain(|(shared, _)| *shared >= LEAST_SHARED);
    let best = borne.iter().map(|(shared, _)| *shared).max()?;
    let names_body = |q: &Quotation| {
        let source = q.source.map(|span| prose.tokens_in(span)).unwrap_or_default();
        let mut named = document.names.beginning_in(source);
        named.any(|(m, _)| corpus.entity(article, m) == Some(body))
    };
    let (_, weak) = borne
        .iter()
        .find(|(shared, _)| *shared == best)
        .filter(|(_, q)| is_nobody(document, q) && names_body(q))?;
    // Somebody with a name, or the body itself, bears it out as well as the unnamed one.
    let is_borne = borne.iter().any(|(shared, q)| *shared == best && !is_nobody(document, q));
    let sides = [side(corpus, article, head)?, side(corpus, article, weak)?];
    (!is_borne).then(|| {
        draft(corpus, sides, format!("The headline credits {} itself; the sentence that bears it out credits one unnamed source there.", corpus.name(body)))
    })
}

/// The body that a headline credits by its name alone.
fn body_of(corpus: &Corpus, article: usize, quotation: &Quotation) -> Option<usize> {
    let document = corpus.documents.get(article)?;
    let source = document.prose.tokens_in(quotation.source?);
    let (mention, named) = document.names.beginning_in(source.clone()).next()?;
    let is_body = matches!(named.kind, EntityKind::Organization | EntityKind::Place);
    let is_whole =
        source.end <= named.tokens.end + 1 && !matches!(document.prose.lower(source.start), "a" | "an");
    corpus.entity(article, mention).filter(|_| is_body && is_whole)
}

/// Nearly the same words, of somebody unnamed here and by name there.
fn same_words(corpus: &Corpus, statements: &Statements<'_>, pair: &Pair) -> Option<Draft> {
    let (left, right) = (statements.get(&pair.a)?, statements.get(&pair.b)?);
    let both = left.iter().flat_map(|a| right.iter().map(move |b| (a, b)));
    let (weak, strong) = both.filter(|(a, b)| a.is_same(b)).find_map(|(a, b)| {
        let (a, b) = (a.reported, b.reported);
        let is_upgrade = |weak: (usize, &Document, &Quotation), strong: (usize, &Document, &Quotation)| {
            is_nobody(weak.1, weak.2) && is_named(strong.1, strong.2)
        };
        if is_upgrade(a, b) { Some((a, b)) } else { is_upgrade(b, a).then_some((b, a)) }
    })?;
    let sides = [side(corpus, strong.0, strong.2)?, side(corpus, weak.0, weak.2)?];
    Some(draft(
        corpus,
        sides,
        "One article credits by name what the other has from somebody unnamed.".to_owned(),
    ))
}

/// What somebody unnamed says, by article and sentence.
type Hearsay<'a> = FxHashMap<(usize, usize), Vec<(&'a Claim, &'a Quotation)>>;

fn hearsay(corpus: &Corpus) -> Hearsay<'_> {
    let mut out = Hearsay::default();
    for (article, document) in corpus.documents.iter().enumerate() {
        for claim in document.claims.iter().filter(|c| is_told(c)) {
            let quotation = claim.quotation.and_then(|q| document.quotations.get(q));
            let is_weak = |q: &&Quotation| q.kind == QuoteKind::Indirect && is_nobody(document, q);
            if let Some(quotation) = quotation.filter(is_weak) {
                out.entry((article, claim.sentence)).or_default().push((claim, quotation));
            }
        }
    }
    out
}

/// Told as a fact here, "according to sources" there.
fn unsourced(corpus: &Corpus, hearsay: &Hearsay<'_>, pair: &Pair) -> Option<Draft> {
    let order = [(pair.a, pair.b), (pair.b, pair.a)];
    order.into_iter().find_map(|(weak, fact)| {
        hearsay.get(&weak)?.iter().find_map(|&(claim, quotation)| {
            let told = fact_of(corpus, fact, Said { article: weak.0, claim })?;
            let evidence = told.evidence(corpus, told.claim.head..told.claim.head + 1);
            let plain = Side { article: fact.0, sentence: fact.1, source: None, evidence };
            let why =
                "One article tells as a fact, without a source, what the other has from somebody unnamed.";
            Some(draft(corpus, [plain, side(corpus, weak.0, quotation)?], why.to_owned()))
        })
    })
}

/// The narrator's claim of the same act of the same persons, where nothing in that article says who says so.
fn fact_of<'a>(corpus: &'a Corpus, (article, sentence): (usize, usize), weak: Said<'_>) -> Option<Said<'a>> {
    let document = corpus.documents.get(article)?;
    let date = |article: usize| corpus.documents.get(article).and_then(|d| d.head.date.as_deref());
    if date(article).zip(date(weak.article)).is_some_and(|(fact, source)| fact > source) {
        return None;
    }
    let is_alike = |claim: &&Claim| {
        claim.event == weak.claim.event && shares_parties(corpus, Said { article, claim }, weak)
    };
    let first = document.claims.partition_point(|c| c.sentence < sentence);
    let here = document.claims.iter().skip(first).take_while(|c| c.sentence == sentence);
    let plain = here.filter(is_alike).find(|c| is_told(c))?;
    let mut tokens = document.prose.sentences.get(sentence)?.clone();
    let is_bare = !document.quotations.iter().any(|q| document.prose.sentence_of(q.tokens.start) == sentence)
        && !tokens.any(|i| ATTRIBUTES.contains(&document.prose.lemma(i)));
    let mut all = document.claims.iter().filter(is_alike);
    (is_bare && !all.any(|c| c.quotation.is_some() || c.is_hedged)).then_some(Said { article, claim: plain })
}

fn is_told(claim: &Claim) -> bool {
    claim.certainty == Certainty::Done
        && claim.frame == Frame::Plain
        && !claim.is_negated
        && !claim.is_nominal
        && claim.is_known_event
}

/// The same one acts, and the same other takes part.
fn shares_parties(corpus: &Corpus, a: Said<'_>, b: Said<'_>) -> bool {
    let agents = |s: &Said<'_>| {
        s.claim.agents.iter().filter_map(|&m| corpus.entity(s.article, m)).collect::<BTreeSet<usize>>()
    };
    let others = |s: &Said<'_>| {
        s.claim.others.iter().filter_map(|o| corpus.entity(s.article, o.mention)).collect::<BTreeSet<usize>>()
    };
    a.claim.is_passive == b.claim.is_passive
        && !agents(&a).is_disjoint(&agents(&b))
        && !others(&a).is_disjoint(&others(&b))
}

/// "A source close to the talks", "two officials", "people familiar with the matter".
fn is_nobody(document: &Document, quotation: &Quotation) -> bool {
    let prose = &document.prose;
    let Some(source) = quotation.source.map(|span| prose.tokens_in(span)) else { return false };
    let is_definite =
        matches!(prose.lower(source.start), "the" | "that" | "this" | "his" | "her" | "their" | "its");
    let is_open = quotation.speaker.is_none()
        && matches!(quotation.source_class, SourceClass::Unnamed | SourceClass::Official);
    is_open && !is_definite && source.into_iter().any(|i| NOBODIES.contains(&prose.lemma(i)))
}

/// Credited to somebody or something by name.
fn is_named(document: &Document, quotation: &Quotation) -> bool {
    let mention = quotation.speaker.and_then(|m| document.names.mentions.get(m));
    let is_name = mention.is_some_and(|m| {
        m.form == MentionForm::Name && matches!(m.kind, EntityKind::Person | EntityKind::Organization)
    });
    is_name && quotation.source_class == SourceClass::Named && !is_nobody(document, quotation)
}

fn draft(corpus: &Corpus, sides: [Side<'_>; 2], why: String) -> Draft {
    let [strong, weak] = sides;
    let weak_source = weak.source.unwrap_or_default();
    let label = |article: usize| corpus.label(article);
    let summary = match strong.source {
        Some(source) if strong.article == weak.article => {
            format!("{} credits {source} in its headline, {weak_source} in its text", label(strong.article))
        }
        Some(source) => format!(
            "{} credits {source}, {} credits {weak_source}",
            label(strong.article),
            label(weak.article)
        ),
        None => format!(
            "{} tells it as a fact, {} credits {weak_source}",
            label(strong.article),
            label(weak.article)
        ),
    };
    Draft {
        kind: ContradictionKind::AttributionUpgrade,
        severity: Severity::Low,
        confidence: 62,
        topic: format!("Who says so: {weak_source}"),
        summary,
        explanation: why,
        evidence: vec![strong.evidence, weak.evidence],
        entities: Vec::new(),
        quotations: Vec::new(),
        trace: vec![
            format!("the same statement in sentences {} and {}", strong.sentence + 1, weak.sentence + 1),
            format!("sources: {}; {weak_source}", strong.source.unwrap_or("none")),
        ],
    }
}
