//! The regular expressions of the program, each compiled once. ASCII classes and plain borders only: a Unicode border would throw the engine off
//! its fast path at the first curly quote mark.

use std::sync::OnceLock;

use regex::Regex;

macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident = $source:expr;)*) => {
        $($(#[$doc])*
        pub fn $name() -> &'static Regex {
            static PATTERN: OnceLock<Regex> = OnceLock::new();
            PATTERN.get_or_init(|| compile($source))
        })*

        #[cfg(test)]
        const SOURCES: &[&str] = &[$($source),*];
    };
}

/// A pattern that does not compile matches nothing; a test shows that all compile.
#[allow(clippy::expect_used)]
fn compile(source: &str) -> Regex {
    Regex::new(source).unwrap_or_else(|_| Regex::new("$^").expect("the empty pattern is valid"))
}

patterns! {
    /// A scraper's stamp: "date 2025-08-07", with a number behind it where there is one.
    date_stamp = r"^[ \t]*(?:[Dd]ate:?[ \t]+)([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ \t]+[0-9]{1,5}(?:[ \t]|$))?";
    /// A calendar date with its year: "7 August 2025", "August 7, 2025", "07 Aug 2025"; groups day, month, month, day, year.
    calendar_date = r"(?:([0-9]{1,2})(?:st|nd|rd|th)?[ \x{a0}]+([A-Z][a-z]{2,8})|([A-Z][a-z]{2,8})\.?[ \x{a0}]+([0-9]{1,2})(?:st|nd|rd|th)?),?[ \x{a0}]+([0-9]{4})";
    /// An ISO date.
    iso_date = r"([0-9]{4})-([0-9]{2})-([0-9]{2})";
    /// A time of day.
    clock_time = r"[0-9]{1,2}[:.][0-9]{2}";
    /// A picture's or agency's credit at the end of a caption.
    credit = r"(?:\((?:[^()]*(?:Getty|Images|Photo|Picture|Pool|via|AP|AFP|Reuters|REUTERS|EPA|Press|File)[^()]*)\)|(?:Photo(?:graph)?|Picture|Image|Credit)s?(?: by)?:[^.]{2,60})[ .]*$";
    /// A dateline: "Washington, D.C. — ", "LONDON (Reuters) - ", "(ACME) ".
    dateline = r"^(?:([A-Z][A-Za-z.'’ ,/-]{1,40}?)[ ]?)?(?:\(([A-Z][A-Za-z&. ]{1,24})\)[ ]?)?(?:[—–]|--?)[ ]|^\(([A-Z][A-Za-z&.]{1,24})\)[ ]";
    /// "notifications from The Paper", "newsletter from The Paper".
    outlet_furniture = r"(?:notifications|newsletters?|alerts|updates) from ((?:The[ \x{a0}])?[A-Z][A-Za-z]+(?:[ \x{a0}][A-Z][A-Za-z]+){0,3})";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_compile() {
        for source in SOURCES {
            assert!(Regex::new(source).is_ok(), "{source}");
        }
    }

    #[test]
    fn stamps_and_dates() {
        assert_eq!(
            date_stamp().captures(" date 2025-08-07 403").map(|c| c[1].to_owned()),
            Some("2025-08-07".into())
        );
        assert!(calendar_date().is_match("Thursday 07 August 2025 04:49 BST"));
        assert!(dateline().is_match("Washington, D.C. — Former officials"));
        assert!(dateline().is_match("(ACME) The minister"));
        assert!(!dateline().is_match("The minister (left) spoke"));
    }
}
