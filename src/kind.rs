//! The closed sets of words that stages, report and page share: kinds, roles, forms and degrees.
//!
//! In: nothing. Out: enums whose codes (`as_str`) are the very words of the report.
//! Example: `EntityKind::Organization.as_str()` is `"organization"`; `"money".parse::<EntityKind>()` goes back.
//! Limits: codes are part of the report's format and can not be renamed without a new format number.
//! The kinds of findings have titles too and stand in their own file, `contradiction.rs`.

mod contradiction;

use serde::{Deserialize, Serialize};

pub use contradiction::ContradictionKind;

/// A word that is no code of the set it was looked up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

/// Gives an enum its codes: the variants in order, `as_str`, `ALL`, parsing and display, from one list.
/// A macro, because a hand-written table beside each of these enums would state every code three times.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$note])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it stands in the report.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::kind::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.as_str() == code).ok_or($crate::kind::UnknownCode)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.as_str())
            }
        }
    };
}
use codes;

codes! {
    /// What a name, or another marked expression, stands for.
    EntityKind {
        /// A human being.
        Person = "person",
        /// A company, party, ministry, club, newspaper.
        Organization = "organization",
        /// A country, town, building, river.
        Place = "place",
        /// A people, the members of a party or faith.
        Group = "group",
        /// A war, summit, election, storm.
        Event = "event",
        /// An act, treaty, resolution.
        Law = "law",
        /// A thing made and sold.
        Product = "product",
        /// A book, film, song.
        Work = "work",
        /// A day, month, year or span of them.
        Date = "date",
        /// A length of time.
        Duration = "duration",
        /// A time of day.
        Time = "time",
        /// A count or measure.
        Quantity = "quantity",
        /// A share in hundredths.
        Percent = "percent",
        /// An amount in a currency.
        Money = "money",
    }
}

impl EntityKind {
    /// Whether it is a kind of name, not of date, time or figure.
    #[must_use]
    pub fn is_named(self) -> bool {
        self <= EntityKind::Work
    }
}

codes! {
    /// How a mention names its entity.
    MentionForm {
        /// By its name or a part of it.
        Name = "name",
        /// By an office: "the governor".
        Title = "title",
        /// By a pronoun.
        Pronoun = "pronoun",
        /// By a description: "the company".
        Nominal = "nominal",
    }
}

codes! {
    /// Why a form of a name differs from the entity's fullest form.
    FormNote {
        /// Another spelling or transliteration.
        Spelling = "spelling",
        /// Another given name.
        GivenName = "given-name",
        /// A part of the name, or its letters.
        Short = "short",
        /// An office in place of the name.
        Title = "title",
    }
}

codes! {
    /// Whether a person holds the office a text gives them.
    OfficeStatus {
        /// Holds it.
        Current = "current",
        /// Held it once: "former", "ex-".
        Former = "former",
        /// Held it at the time told of: "then-".
        Then = "then",
        /// Holds it for another.
        Acting = "acting",
        /// Chosen, not yet in it.
        Elect = "elect",
    }
}

codes! {
    /// How a text gives what somebody said.
    QuoteKind {
        /// Whole words in marks.
        Direct = "direct",
        /// A reported clause with some words in marks.
        Mixed = "mixed",
        /// A reported clause without marks.
        Indirect = "indirect",
        /// The words in marks inside a reported clause.
        Partial = "partial",
        /// Words in marks, or after a colon, in a headline.
        Headline = "headline",
    }
}

impl QuoteKind {
    /// Whether its words stand in marks.
    #[must_use]
    pub fn is_verbatim(self) -> bool {
        matches!(self, QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Headline)
    }
}

codes! {
    /// Who stands behind a quotation.
    SourceClass {
        /// A person with a name.
        Named = "named",
        /// An office without a name: "a police spokesman".
        Official = "official",
        /// Somebody kept unnamed: "a source close to the talks".
        Unnamed = "unnamed",
        /// A paper: "the indictment".
        Document = "document",
        /// Another outlet.
        Outlet = "outlet",
    }
}

codes! {
    /// How a quotation stands to the others of its cluster.
    QuoteStatus {
        /// The fullest wording that most articles print, whole or in part.
        Reference = "reference",
        /// The same words; a stop or comma at the end belongs to the sentence around them.
        Exact = "exact",
        /// The same words with another apostrophe, case, contraction or mark.
        GlyphOnly = "glyph-only",
        /// A part that keeps the sense.
        Fragment = "fragment",
        /// A part whose loss changes the sense.
        Truncated = "truncated",
        /// Other words inside the marks.
        Altered = "altered",
        /// Two utterances joined.
        Spliced = "spliced",
        /// Printed by one article only.
        Singleton = "singleton",
    }
}

codes! {
    /// In what two wordings of one utterance differ at one place; where several fit, the first of these.
    DifferenceKind {
        /// The same words in another order.
        Order = "order",
        /// A word of denial on one side only.
        Denial = "denial",
        /// Another figure.
        Figure = "figure",
        /// A word that says how likely or how binding.
        Likelihood = "likelihood",
        /// A condition, limit or turn on one side only.
        Condition = "condition",
        /// A word of degree.
        Degree = "degree",
        /// Words of the editor in brackets, or an omission that is marked.
        Edit = "edit",
        /// Left off at the beginning or the end.
        Cut = "cut",
        /// Articles and fillers only.
        Filler = "filler",
        /// Other forms of the same words: tense, number.
        Form = "form",
        /// A name.
        Name = "name",
        /// Other words.
        Wording = "wording",
    }
}

codes! {
    /// How much a finding matters to a reader; ordered from least to most.
    Severity {
        /// Shown on request only.
        Info = "info",
        /// Style or nuance.
        Low = "low",
        /// A checkable detail differs.
        Medium = "medium",
        /// Changes what a reader believes happened or was said.
        High = "high",
    }
}

codes! {
    /// Whether a finding lies between articles or inside one.
    Scope {
        /// Between two or more articles.
        Cross = "cross",
        /// Inside one article.
        Within = "within",
    }
}

codes! {
    /// What one article does with a claim.
    Stance {
        /// Says it as fact.
        States = "states",
        /// Says it as possible or reported.
        Hedges = "hedges",
        /// Says the opposite.
        Denies = "denies",
        /// Reports that parties disagree on it.
        Disputes = "disputes",
        /// Says nothing of it.
        Silent = "silent",
    }
}

codes! {
    /// The part a block plays in its article.
    BlockRole {
        /// The title line.
        Headline = "headline",
        /// The summary under the title.
        Standfirst = "standfirst",
        /// Author, outlet, date, time stamp.
        Byline = "byline",
        /// A heading inside the text.
        Subhead = "subhead",
        /// The text of a picture.
        Caption = "caption",
        /// The article itself.
        Body = "body",
        /// Newsletter lines, links, notices.
        Boilerplate = "boilerplate",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_there_and_back() {
        for &kind in EntityKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{kind}\""));
            assert_eq!(serde_json::from_str::<EntityKind>(&format!("\"{kind}\"")).unwrap(), kind);
        }
        assert_eq!("Person".parse::<EntityKind>(), Err(UnknownCode));
    }

    #[test]
    fn severity_is_ordered() {
        assert!(Severity::Info < Severity::Low);
        assert!(Severity::Low < Severity::Medium);
        assert!(Severity::Medium < Severity::High);
    }

    #[test]
    fn display_keeps_to_a_width() {
        assert_eq!(format!("[{:<8}]", Severity::Low), "[low     ]");
    }
}
