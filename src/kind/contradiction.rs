//! The kinds of findings, with the title a reader sees.
//!
//! In: nothing. Out: one enum. Example: `"title-role".parse()` gives `ContradictionKind::TitleRole`, titled
//! "Office or rank". Limits: omission, single source, reuse and duplicates are no findings; the report keeps them in
//! its claims and reuse.

use serde::{Deserialize, Serialize};

use super::codes;

codes! {
    /// What kind of discrepancy a finding shows.
    ContradictionKind {
        /// Opposite words about the same thing.
        Antonym = "antonym",
        /// One side denies what the other asserts.
        Negation = "negation",
        /// Counts, money, shares or measures differ.
        Numeric = "numeric",
        /// One event at exclusive times.
        DateTime = "date-time",
        /// One event in exclusive places.
        Location = "location",
        /// Other members or partners of one event.
        Participants = "participants",
        /// Roles exchanged or the agent replaced.
        Structural = "structural",
        /// Incompatible words that are no plain opposites.
        Lexical = "lexical",
        /// Another legal or technical means.
        Instrument = "instrument",
        /// Two statements that common knowledge keeps apart.
        WorldKnowledge = "world-knowledge",
        /// One utterance in two verbatim wordings.
        Misquotation = "misquotation",
        /// A part of the utterance is lost and the sense with it.
        QuoteTruncation = "quote-truncation",
        /// Two utterances in one pair of marks.
        QuoteSplicing = "quote-splicing",
        /// Marks around words nobody is reported to have said.
        ParaphraseAsQuote = "paraphrase-as-quote",
        /// The same words from different people.
        ChangedSpeaker = "changed-speaker",
        /// The same words about another thing.
        QuoteContextShift = "quote-context-shift",
        /// An indirect report that changes what was said.
        ParaphraseDrift = "paraphrase-drift",
        /// Marks that do not pair.
        QuoteTypography = "quote-typography",
        /// The same person under a wrong name.
        NameError = "name-error",
        /// Two accepted spellings of one name.
        NameSpellingVariant = "name-spelling-variant",
        /// Another office, or one held at another time.
        TitleRole = "title-role",
        /// Certain for one, possible or denied for the other.
        CertaintyModality = "certainty-modality",
        /// A limit of the statement is lost.
        ScopeQualifierDrop = "scope-qualifier-drop",
        /// The same claim from another source.
        AttributionSource = "attribution-source",
        /// An unnamed or indirect source turned official.
        AttributionUpgrade = "attribution-upgrade",
        /// Two sources dispute the fact.
        ConflictingSources = "conflicting-sources",
        /// Two speakers disagree.
        StanceConflict = "stance-conflict",
        /// One speaker takes opposite positions.
        StanceReversal = "stance-reversal",
        /// The headline says more or other than the text.
        HeadlineBody = "headline-body",
        /// Two statements of one article that can not both hold.
        SelfContradiction = "self-contradiction",
        /// An order or duration that can not hold.
        TemporalImpossibility = "temporal-impossibility",
    }
}

impl ContradictionKind {
    /// What a reader sees in place of the code.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Antonym => "Opposite words",
            Self::Negation => "Said and denied",
            Self::Numeric => "Different figures",
            Self::DateTime => "Different times",
            Self::Location => "Different places",
            Self::Participants => "Different participants",
            Self::Structural => "Roles exchanged",
            Self::Lexical => "Words that do not fit together",
            Self::Instrument => "Different measures",
            Self::WorldKnowledge => "Can not both be so",
            Self::Misquotation => "Two wordings of one quotation",
            Self::QuoteTruncation => "Quotation cut short",
            Self::QuoteSplicing => "Quotation joined from parts",
            Self::ParaphraseAsQuote => "Paraphrase in quotation marks",
            Self::ChangedSpeaker => "Different speakers",
            Self::QuoteContextShift => "Quotation moved to another matter",
            Self::ParaphraseDrift => "Report strays from the quotation",
            Self::QuoteTypography => "Quotation marks do not pair",
            Self::NameError => "Different name for one person",
            Self::NameSpellingVariant => "Spelling of a name",
            Self::TitleRole => "Office or rank",
            Self::CertaintyModality => "How certain it is",
            Self::ScopeQualifierDrop => "A limit is left out",
            Self::AttributionSource => "Different sources",
            Self::AttributionUpgrade => "Source made weightier",
            Self::ConflictingSources => "Sources disagree",
            Self::StanceConflict => "Opposite positions",
            Self::StanceReversal => "Position changed",
            Self::HeadlineBody => "Headline and text differ",
            Self::SelfContradiction => "Article contradicts itself",
            Self::TemporalImpossibility => "Order of events can not hold",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_titles_are_unique_and_parse() {
        let mut titles: Vec<_> = ContradictionKind::ALL.iter().map(|kind| kind.title()).collect();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), ContradictionKind::ALL.len());
        for &kind in ContradictionKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
    }
}
