//! Whether an article is in another language than English, which is all that the later stages read.
//!
//! In: the surface of one article. Out: yes or no; doubt is no. Example: a page of German has hardly a "the" or an "of" in hundreds of words.
//! Limits: a short text is taken for English unless its letters are not Latin; in a text of two languages the larger part decides.

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// Fewer words may have none of the frequent ones by chance: a headline, a list of names.
const LEAST_WORDS: usize = 40;

/// Of so many words one has to be a frequent English one. In English news it is one of five, in its neighbours one of hundreds.
const ONE_IN: usize = 40;

/// Fewer letters of another script are a name or a motto.
const LEAST_LETTERS: usize = 20;

/// Whether the article is plainly in another language.
#[must_use]
pub fn is_foreign(lex: &Lexicon, prose: &Prose) -> bool {
    let letters = prose.text.chars().filter(|c| c.is_alphabetic());
    let (mut all, mut other) = (0, 0);
    for letter in letters {
        all += 1;
        other += usize::from(!is_latin(letter));
    }
    if other >= LEAST_LETTERS && other * 2 > all {
        return true;
    }
    let words = || (0..prose.len()).filter(|&at| prose.kind(at) == TokenKind::Word);
    let count = words().count();
    count >= LEAST_WORDS
        && words().filter(|&at| lex.english_marks.has(prose.lower(at))).count() * ONE_IN < count
}

/// Latin letters with and without marks.
fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(text: &str) -> bool {
        let lex = Lexicon::builtin();
        is_foreign(lex, &Prose::read(lex, text))
    }

    #[test]
    fn other_languages_are_told() {
        let german = "Die alte Brücke an der Mühle war am Montag gesperrt, weil ein Lastwagen in das Geländer gefahren war. Der Fahrer hat die Stadt an dem Abend also nicht mehr erreicht. Man war sich im Rat einig, dass sie so bald wie möglich wieder offen sein soll, sagte der Bürgermeister.";
        let dutch = "De oude brug bij de molen was maandag dicht, omdat een vrachtwagen in de leuning was gereden. De chauffeur had geen rem of hij zag de bocht te laat, zei de politie. De stad wil dat de brug zo snel als kan weer open is, want de school ligt aan de andere kant van de rivier.";
        let spanish = "El viejo puente del molino estaba cerrado el lunes porque un camión había chocado con la baranda. El conductor no pudo llegar a la ciudad en toda la noche. Todos en el consejo dijeron que debe abrir lo antes posible, ya que la escuela está al otro lado del río y no hay otro camino.";
        let russian = "Старый мост у мельницы был закрыт в понедельник, потому что грузовик сломал перила.";
        for text in [
            german,
            dutch,
            spanish,
            russian,
            "月曜日、製粉所のそばの古い橋は通行止めになった。町は早く開けたいと言う。",
        ] {
            assert!(foreign(text), "{text}");
        }
    }

    #[test]
    fn english_and_what_is_too_short_to_tell_are_not() {
        let news = "The old bridge by the mill was closed on Monday because a lorry had broken its rail. The driver of the lorry could not reach the town that night. Everybody on the council said that it should open as soon as it can be mended, since the school stands on the other bank.";
        let names = "Anna Berg, Lars Holm, Pedro Ruiz, Olga Petrova";
        let motto = format!("{news} Над мостом висит флаг.");
        for text in [news, names, "", "Brücke gesperrt", &motto] {
            assert!(!foreign(text), "{text}");
        }
    }
}
