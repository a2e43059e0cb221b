//! One line of `--jsonl` and its answer.
//!
//! In: the bytes of a line. Out: a report with the event's id, or an object with the id and what is wrong. Example:
//! `{"id": 7}` on line 3 is answered `{"id":7,"error":"line 3: missing field `articles` …"}`.
//! Limits: an id may be any JSON value and is echoed to the letter; without one it is null.

use crosscheck::{Article, Options, wire};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::clock::Clock;
use crate::guard::guarded;
use crate::input;

/// What to write, and what it took.
pub struct Answer {
    /// One line of JSON, without its end.
    pub json: String,
    /// Whether the line was an event and could be checked.
    pub good: bool,
    /// Times of its stages.
    pub clock: Clock,
    /// Bytes of its articles.
    pub bytes: u64,
}

#[derive(Deserialize)]
#[serde(expecting = "an event")]
struct Event<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    articles: Vec<EventArticle>,
}

/// An article, whose outlet may also be called its source.
/// Its fields stand here again, because flattening would lose their names from messages.
#[derive(Deserialize)]
#[serde(expecting = "an article")]
struct EventArticle {
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    outlet: Option<String>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    date: Option<String>,
}

/// What can still be read of a line that is no event.
#[derive(Deserialize)]
struct Id<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct Good<'a> {
    id: Option<&'a RawValue>,
    #[serde(flatten)]
    report: &'a wire::Report,
}

#[derive(Serialize)]
struct Bad<'a> {
    id: Option<&'a RawValue>,
    error: String,
}

/// Answers the line with that number.
pub fn answer(number: u64, line: Vec<u8>, options: &Options) -> Answer {
    let mut answer = Answer { json: String::new(), good: false, clock: Clock::start(), bytes: 0 };
    let text = match input::utf8(line) {
        Ok(text) => text,
        Err(problem) => {
            answer.json = bad(number, None, &problem);
            return answer;
        }
    };
    let checked = event(&text).and_then(|event| guarded(|| checked(event, options, &mut answer))?);
    match checked {
        Ok(json) => (answer.json, answer.good) = (json, true),
        Err(problem) => answer.json = bad(number, id(&text), &problem),
    }
    answer
}

fn checked(event: Event, options: &Options, answer: &mut Answer) -> Result<String, String> {
    answer.clock.ended("read");
    let articles: Vec<_> = event.articles.into_iter().map(EventArticle::into_article).collect();
    answer.bytes = articles.iter().map(|article| article.text.len() as u64).sum();
    let report = crosscheck::check_observed(&articles, options, &mut |stage| answer.clock.ended(stage));
    let report = wire::Report::new(&report);
    answer.clock.ended("wire");
    let json =
        serde_json::to_string(&Good { id: event.id, report: &report }).map_err(|error| error.to_string());
    answer.clock.ended("format");
    json
}

impl EventArticle {
    fn into_article(self) -> Article {
        let Self { text, title, outlet, source, date } = self;
        Article { text, title, outlet: outlet.or(source), date }
    }
}

fn event(text: &str) -> Result<Event<'_>, String> {
    // Serde would take a list of the fields' values as well.
    if !text.trim_start().starts_with('{') {
        return Err("is not a JSON object".to_owned());
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let event = serde_path_to_error::deserialize(&mut reader).map_err(|error| input::problem(&error))?;
    reader.end().map_err(|error| error.to_string())?;
    Ok(event)
}

fn id(text: &str) -> Option<&RawValue> {
    serde_json::from_str::<Id>(text).ok().and_then(|line| line.id)
}

fn bad(number: u64, id: Option<&RawValue>, problem: &str) -> String {
    // Positions in the line are given by the reader as "line 1"; the line's own number stands in front already.
    let problem = problem.replace(" at line 1 column ", " at column ");
    let bad = Bad { id, error: format!("line {number}: {problem}") };
    serde_json::to_string(&bad).unwrap_or_else(|_| format!("{{\"id\":null,\"error\":\"line {number}\"}}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(line: &str) -> (String, bool) {
        let answer = answer(7, line.as_bytes().to_vec(), &Options::default());
        (answer.json, answer.good)
    }

    #[test]
    fn any_id_is_echoed_to_the_letter() {
        for id in ["\"a\"", "12345678901234567890123", "1.0", "null", "[1, {\"b\": \"\\u00e9\"}]", "false"] {
            let (text, good) = json(&format!("{{\"articles\": [], \"id\": {id}}}"));
            assert!(
                good && text.starts_with(&format!("{{\"id\":{id},\"format\":\"crosscheck-report/1\"")),
                "{text}"
            );
            let (text, good) = json(&format!("{{\"articles\": 3, \"id\": {id}}}"));
            assert!(
                !good && text.starts_with(&format!("{{\"id\":{id},\"error\":\"line 7: articles: ")),
                "{text}"
            );
        }
    }

    #[test]
    fn a_source_is_an_outlet_unless_there_is_one() {
        let (text, _) = json(
            r#"{"articles": [{"text": "A.", "source": "S"}, {"text": "B.", "source": "S", "outlet": "O"}]}"#,
        );
        let report: wire::Report = serde_json::from_str(&text).unwrap();
        let outlets: Vec<_> = report.articles.iter().map(|article| article.outlet.as_deref()).collect();
        assert_eq!(outlets, [Some("S"), Some("O")]);
    }

    #[test]
    fn what_is_wrong_is_said_in_one_line() {
        for (line, part) in [
            ("nonsense", "line 7: is not a JSON object"),
            ("[1, []]", "line 7: is not a JSON object"),
            ("{\"id\": 1", "line 7: EOF while parsing an object at column 8"),
            ("{\"id\": 1}", "line 7: missing field `articles`"),
            (
                "{\"articles\": [{\"text\": \"A\"}, {\"text\": 4}]}",
                "line 7: articles[1].text: invalid type: integer `4`, expected a string",
            ),
            ("{\"articles\": [{\"title\": \"A\"}]}", "missing field `text`"),
            ("{\"articles\": [{\"text\": \"\\ud800\"}]}", "line 7: articles[0].text: "),
            ("{\"articles\": []} {}", "trailing characters"),
        ] {
            let (text, good) = json(line);
            assert!(!good && text.contains(part) && !text.contains('\n'), "{line}: {text}");
        }
        let broken = answer(2, b"{\"id\": \"\xFF\"}".to_vec(), &Options::default());
        assert_eq!(
            broken.json,
            r#"{"id":null,"error":"line 2: is not UTF-8 text (byte 8); save it as UTF-8"}"#
        );
    }
}
