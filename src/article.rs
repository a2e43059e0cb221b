//! An article as it comes in, and what its head says: title, outlet, date.
//!
//! In: text, and what the reader knows of it. Out: [`Head`]. What is given wins over what is found; what is not found stays `None`.

use serde::Deserialize;

use crate::block::Block;
use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::pattern;

/// One article to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Article {
    /// The text as the reader has it.
    pub text: String,
    /// Its title, where it is known apart from the text.
    #[serde(default)]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default)]
    pub outlet: Option<String>,
    /// Day of publication, `YYYY-MM-DD`.
    #[serde(default)]
    pub date: Option<String>,
}

/// What is known of an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The title, given or found.
    pub title: Option<String>,
    /// The outlet, given or found.
    pub outlet: Option<String>,
    /// The day of publication, `YYYY-MM-DD`, given or found.
    pub date: Option<String>,
}

/// This many blocks at the beginning may state the date.
const HEAD_BLOCKS: usize = 8;

/// Reads the head of an article.
#[must_use]
pub fn head(lex: &Lexicon, article: &Article, blocks: &[Block]) -> Head {
    let given =
        |value: &Option<String>| value.as_deref().map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned);
    Head {
        title: given(&article.title).or_else(|| title(&article.text, blocks)),
        outlet: given(&article.outlet).or_else(|| outlet(&article.text, blocks)),
        date: given(&article.date)
            .and_then(|d| date(lex, &d))
            .or_else(|| found_date(lex, &article.text, blocks)),
    }
}

fn title(text: &str, blocks: &[Block]) -> Option<String> {
    blocks.iter().find(|b| b.role == BlockRole::Headline).map(|b| b.span.of(text).to_owned())
}

fn outlet(text: &str, blocks: &[Block]) -> Option<String> {
    let furniture = blocks.iter().take(HEAD_BLOCKS).filter(|b| b.role != BlockRole::Body);
    let named = furniture
        .filter_map(|b| pattern::outlet_furniture().captures(b.span.of(text)))
        .find_map(|c| c.get(1));
    if let Some(name) = named {
        return Some(name.as_str().replace('\u{a0}', " "));
    }
    let body = blocks.iter().find(|b| b.role == BlockRole::Body)?;
    let dateline = pattern::dateline().captures(body.span.of(text))?;
    dateline.get(2).or_else(|| dateline.get(3)).map(|m| m.as_str().to_owned())
}

fn found_date(lex: &Lexicon, text: &str, blocks: &[Block]) -> Option<String> {
    let is_head = |b: &&Block| matches!(b.role, BlockRole::Boilerplate | BlockRole::Byline);
    blocks.iter().take(HEAD_BLOCKS).filter(is_head).find_map(|b| date(lex, b.span.of(text)))
}

/// The first calendar date in a string, as `YYYY-MM-DD`.
#[must_use]
pub fn date(lex: &Lexicon, text: &str) -> Option<String> {
    let iso = pattern::iso_date()
        .captures(text)
        .and_then(|c| ymd(c.get(1)?.as_str(), c.get(2)?.as_str(), c.get(3)?.as_str()));
    iso.or_else(|| {
        let c = pattern::calendar_date().captures(text)?;
        let (day, month) = match (c.get(1), c.get(2)) {
            (Some(day), Some(month)) => (day, month),
            _ => (c.get(4)?, c.get(3)?),
        };
        let month = lex.months.column(&month.as_str().to_lowercase(), 0)?;
        ymd(c.get(5)?.as_str(), month, day.as_str())
    })
}

fn ymd(year: &str, month: &str, day: &str) -> Option<String> {
    let (y, m, d): (u32, u32, u32) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&m) && (1..=31).contains(&d) && (1000..=9999).contains(&y))
        .then(|| format!("{y:04}-{m:02}-{d:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;

    fn read(text: &str) -> Head {
        let lex = Lexicon::builtin();
        let article = Article { text: text.to_owned(), ..Article::default() };
        head(lex, &article, &blocks(lex, text))
    }

    #[test]
    fn stamp_byline_and_furniture() {
        let head = read(
            "Stay up to date with notifications from The Daily Acme\nBridge may close\nAnn Smith\nThursday 07 August 2025 04:49 BST\n\nThe bridge of the old town may close next week, the mayor has said.",
        );
        assert_eq!(head.date.as_deref(), Some("2025-08-07"));
        assert_eq!(head.outlet.as_deref(), Some("The Daily Acme"));
        assert_eq!(head.title.as_deref(), Some("Bridge may close"));
    }

    #[test]
    fn a_date_in_the_body_is_not_the_articles() {
        assert_eq!(
            read("The treaty was signed on 3 May 2019 in the capital by all of the parties.").date,
            None
        );
    }
}
