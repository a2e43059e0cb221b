//! What the reader adds to a report: addresses of articles, verdicts and notes on findings, and which findings to take.
//!
//! In: data from the page. Out: a [`Reader`] beside a report. Example: `{"reviews": [{"finding": 3, "verdict": "accepted"}]}`.
//! Limits: an address counts only when it is of http or https and has no character that an address can not hold; what
//! points to no finding does nothing.

use serde::Deserialize;

use super::words::clean;

/// The reader's part; empty for a report alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Reader {
    /// Where each article was published, in the order of the report.
    pub addresses: Vec<Option<String>>,
    /// What the reader said of findings.
    pub reviews: Vec<Review>,
    /// Ids of the findings to take; all when there are none given.
    pub only: Option<Vec<u32>>,
}

/// What the reader said of one finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Review {
    /// Id of the finding.
    pub finding: u32,
    /// Accepted, dismissed, or neither yet.
    pub verdict: Option<Verdict>,
    /// Why it was dismissed.
    pub reason: String,
    /// Whether somebody is to come back to it.
    pub follow_up: bool,
    /// In the reader's own words.
    pub note: String,
}

/// What a reader makes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is a difference.
    Accepted,
    /// It is none, or none that matters.
    Dismissed,
}

impl Verdict {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Dismissed => "dismissed",
        }
    }
}

impl Review {
    /// "dismissed (another day); to be followed up", or nothing.
    pub fn status(&self) -> String {
        let reason = clean(&self.reason);
        let verdict = self.verdict.map(|verdict| match reason.as_str() {
            "" => verdict.as_str().to_owned(),
            reason => format!("{} ({reason})", verdict.as_str()),
        });
        let follow = self.follow_up.then(|| "to be followed up".to_owned());
        verdict.into_iter().chain(follow).collect::<Vec<_>>().join("; ")
    }

    /// Lines that show it, each with what it is: the status, then the note, where there are any.
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let lines = [("Reader", self.status()), ("Note", clean(&self.note))];
        lines.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }
}

impl Reader {
    /// Whether a finding is to be taken.
    pub fn takes(&self, finding: u32) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&finding))
    }

    /// What the reader said of a finding.
    pub fn review(&self, finding: u32) -> Option<&Review> {
        self.reviews.iter().find(|review| review.finding == finding)
    }

    /// The address of an article, when it is one that a browser may open.
    pub fn address(&self, article: u32) -> Option<&str> {
        let address = self.addresses.get(article as usize)?.as_deref()?;
        is_web(address).then_some(address)
    }
}

/// Whether it is an absolute address of http or https, in the characters that RFC 3986 allows.
fn is_web(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[') && rest.bytes().all(fits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_count() {
        for (address, counts) in [
            ("https://example.org/a?b=c&d=(e)#f", true),
            ("http://[2001:db8::1]/", true),
            ("https://", false),
            ("javascript:alert(1)", false),
            ("HTTPS://example.org", false),
            ("https://example.org/\u{202E}gnp.exe", false),
            ("https://example.org/\"onclick=\"x", false),
            ("https://example.org/ a", false),
            ("//example.org", false),
            ("data:text/html,x", false),
        ] {
            let reader = Reader { addresses: vec![Some(address.into())], ..Reader::default() };
            assert_eq!(reader.address(0).is_some(), counts, "{address}");
        }
        assert_eq!(Reader::default().address(3), None);
    }

    #[test]
    fn a_review_is_told_in_words() {
        let review = Review {
            verdict: Some(Verdict::Dismissed),
            reason: "another\nday".into(),
            follow_up: true,
            note: "Ask\u{202E} Kim".into(),
            ..Review::default()
        };
        assert_eq!(
            review.lines(),
            [("Reader", "dismissed (another day); to be followed up".into()), ("Note", "Ask� Kim".into())]
        );
        assert!(Review::default().lines().is_empty());
    }
}
