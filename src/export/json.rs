//! JSON as a value and as text, for the exports that are made of it.
//!
//! In: a [`Json`]. Out: indented text. Example: `Json::object([("a", Json::text("b"))])` is `{ "a": "b" }` over three lines.
//! Limits: whole numbers only. Everything that could end an HTML script element, steer a display or hide is written as an
//! escape, so the text means the same and can stand anywhere.

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// Nothing.
    Null,
    /// A whole number.
    Number(u32),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Json>),
    /// Named values in order.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A text, or null.
    pub fn option(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::text)
    }

    /// Named values; those that are null are left out.
    pub fn object(fields: impl IntoIterator<Item = (&'static str, Json)>) -> Self {
        Self::Object(fields.into_iter().filter(|(_, value)| *value != Self::Null).collect())
    }

    /// The value as text that ends in a line break.
    pub fn into_text(self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => quote(out, text),
            Self::List(items) => {
                series(out, depth, ['[', ']'], items, |out, item| item.write(out, depth + 1))
            }
            Self::Object(fields) => series(out, depth, ['{', '}'], fields, |out, (name, value)| {
                quote(out, name);
                out.push_str(": ");
                value.write(out, depth + 1);
            }),
        }
    }
}

fn series<T>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    items: &[T],
    each: impl Fn(&mut String, &T),
) {
    out.push(open);
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        each(out, item);
    }
    if !items.is_empty() {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
    out.push(close);
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '<'
            | '>'
            | '&'
            | '\u{7F}'..='\u{9F}'
            | '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' => escape(out, character),
            _ if character < ' ' => escape(out, character),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// All of them are below U+10000, so one escape is enough.
fn escape(out: &mut String, character: char) {
    out.push_str(&format!("\\u{:04X}", u32::from(character)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_mean_the_same() {
        let text = "a\"\\\n\t\u{0}</script><!-- & \u{202E}\u{2028}\u{FEFF} 😀 é \u{9B}";
        let json = Json::text(text).into_text();
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        assert!(
            !json.contains(['<', '&', '\u{202E}', '\u{2028}', '\u{9B}', '\u{0}']) && json.contains("😀 é")
        );
    }

    #[test]
    fn lists_and_objects_are_indented() {
        let json = Json::object([
            ("a", Json::List(vec![Json::Number(1), Json::Null])),
            ("gone", Json::Null),
            ("b", Json::List(vec![])),
            ("c", Json::object([("d", Json::option(Some("e")))])),
        ]);
        let text = json.into_text();
        assert_eq!(
            text,
            "{\n  \"a\": [\n    1,\n    null\n  ],\n  \"b\": [],\n  \"c\": {\n    \"d\": \"e\"\n  }\n}\n"
        );
    }
}
