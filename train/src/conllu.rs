//! Sentences with parts of speech and lemmas, as Universal Dependencies publishes them.
//!
//! In: text of the CoNLL-U format. Out: [`Sentence`]s. Multiword tokens ("3-4") and empty nodes ("5.1") are passed over: their parts count.
//! Words inside a name (Penn tag NNP or NNPS) are names here, also where the universal column says adjective or verb ("United"): readers of
//! news need whole names.

use crosscheck::tag::Pos;

/// One word with its labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As written.
    pub text: String,
    /// Dictionary form as published.
    pub lemma: String,
    /// Part of speech, names made whole.
    pub pos: Pos,
    /// Part of speech as published.
    pub published: Pos,
}

/// The words of one sentence.
pub type Sentence = Vec<Word>;

/// Reads all sentences.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut sentence = Vec::new();
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if !sentence.is_empty() {
                all.push(std::mem::take(&mut sentence));
            }
        } else if let Some(word) = word(line) {
            sentence.push(word);
        }
    }
    all
}

fn word(line: &str) -> Option<Word> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [id, text, lemma, upos, xpos, ..] = columns.as_slice() else { return None };
    if !id.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let published = Pos::ALL.into_iter().find(|pos| pos.name() == *upos)?;
    let is_name = matches!(*xpos, "NNP" | "NNPS");
    let pos = if is_name && published != Pos::Num { Pos::Propn } else { published };
    Some(Word { text: (*text).to_owned(), lemma: (*lemma).to_owned(), pos, published })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiword_tokens_are_passed_over() {
        let text = "# text = It's\n1-2\tIt's\t_\t_\t_\n1\tIt\tit\tPRON\tPRP\n2\t's\tbe\tAUX\tVBZ\n\n1\tUnited\tUnite\tVERB\tNNP\n";
        let read = sentences(text);
        assert_eq!(read.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!((read[1][0].pos, read[1][0].published), (Pos::Propn, Pos::Verb));
    }
}
