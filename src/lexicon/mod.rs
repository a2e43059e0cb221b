//! Word lists. In: the `.tsv` files of this folder, compiled in. Out: one [`Lexicon`] that every stage takes as its first argument.
//!
//! A file holds one entry a line, columns separated by tabs, sorted bytewise by line and unique. Lines that begin with `#` are its head: what belongs
//! here, the columns, source and licence. The first column is the key, in lower case with plain apostrophes; a key of several words has its
//! words separated by one space. Words are data, reasoning is code: no pattern language in the files.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// A row of the long lists takes about as many bytes.
const BYTES_OF_ROW: usize = 8;
/// Room for the further words of a phrase.
const LONGEST_PHRASE: usize = 40;

/// One word list: rows by key.
#[derive(Debug, Default)]
pub struct Table {
    /// Every key, and every beginning of a key of several words.
    rows: FxHashMap<&'static str, Row>,
    /// The columns of all rows, one behind the other.
    cells: Vec<&'static str>,
    count: usize,
}

/// Where the columns of a key stand, and what the key is.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    start: u32,
    end: u32,
    /// A row of the list, not only the beginning of one.
    is_key: bool,
    /// A longer key begins with this one.
    goes_on: bool,
}

impl Table {
    /// Reads a list; lines that begin with `#` and empty lines are passed over.
    #[must_use]
    pub fn parse(source: &'static str) -> Table {
        let mut table = Table::default();
        // The count of bytes is a good guess at the count of rows, and what is never moved is read faster.
        table.rows.reserve(source.len() / BYTES_OF_ROW);
        for line in source.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let Some(key) = columns.next() else { continue };
            let start = place(table.cells.len());
            table.cells.extend(columns);
            let row = table.rows.entry(key).or_default();
            table.count += usize::from(!row.is_key);
            *row = Row { start, end: place(table.cells.len()), is_key: true, ..*row };
            for (at, _) in key.match_indices(' ') {
                if let Some(beginning) = key.get(..at) {
                    table.rows.entry(beginning).or_default().goes_on = true;
                }
            }
        }
        table
    }

    /// Whether the key is listed.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.rows.get(key).is_some_and(|row| row.is_key)
    }

    /// The columns after the key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&[&'static str]> {
        self.rows.get(key).and_then(|row| self.columns(*row))
    }

    fn columns(&self, row: Row) -> Option<&[&'static str]> {
        self.cells.get(row.start as usize..row.end as usize).filter(|_| row.is_key)
    }

    /// Column `n` (0 is the first after the key); `None` where the key or the column is missing or empty.
    #[must_use]
    pub fn column(&self, key: &str, n: usize) -> Option<&'static str> {
        self.get(key).and_then(|row| row.get(n)).copied().filter(|cell| !cell.is_empty())
    }

    /// The longest listed phrase that the words begin with: its length in words and its columns.
    pub fn phrase<'a>(&self, mut words: impl Iterator<Item = &'a str>) -> Option<(usize, &[&'static str])> {
        let first = words.next()?;
        let mut row = *self.rows.get(first)?;
        let mut best = self.columns(row).map(|columns| (1, columns));
        if !row.goes_on {
            return best;
        }
        let mut key = String::with_capacity(first.len() + LONGEST_PHRASE);
        key.push_str(first);
        for (n, word) in (2..).zip(words) {
            key.push(' ');
            key.push_str(word);
            let Some(&longer) = self.rows.get(key.as_str()) else { break };
            row = longer;
            best = self.columns(row).map(|columns| (n, columns)).or(best);
            if !row.goes_on {
                break;
            }
        }
        best
    }

    /// Rows in no stated order: key and columns.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, &[&'static str])> {
        self.rows.iter().filter_map(|(key, row)| Some((*key, self.columns(*row)?)))
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

fn place(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Every word list of the program. To add one: a file in this folder, a line here.
macro_rules! lexicon {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        /// All word lists, read once.
        #[derive(Debug)]
        pub struct Lexicon { $($(#[$doc])* pub $name: Table,)* }

        impl Lexicon {
            fn read() -> Lexicon {
                Lexicon { $($name: Table::parse(include_str!(concat!(stringify!($name), ".tsv"))),)* }
            }
        }
    };
}

lexicon! {
    /// Abbreviations that keep their full stop; column: `title` (never ends a sentence) or `other`.
    abbreviations;
    /// Words that begin a sentence far more often than they continue a name after an abbreviation.
    sentence_starters;
    /// Month names and short forms; column: number.
    months;
    /// Phrases that only occur in scrape residue and page furniture; column: `start` or `any`.
    boilerplate;
    /// Verbs that ascribe words, each form; columns: lemma, form kind, class, frames, strength, `noun`.
    reporting_verbs;
    /// Common nouns for whom a text quotes; column: class of source.
    attribution_nouns;
    /// Words in the names of news outlets.
    outlet_words;
    /// Words beside quotation marks that name a work or a word as such.
    work_words;
    /// Nouns for something said.
    speech_nouns;
    /// Nouns for the occasion on which an outlet got somebody's words.
    channel_nouns;
    /// Closed classes of words; column: class.
    word_classes;
    /// Words whose loss changes the strength of a quoted phrase; column: class.
    degrees;
    /// Words that weigh how likely an event is; column: rung.
    likelihoods;
    /// Words before a verb or an event that say how surely it happens; column: rung.
    certainty;
    /// Verbs and nouns that name an event; columns: class, `noun` or `verb`.
    events;
    /// The noun for each class of events; column: noun.
    event_names;
    /// Opposites; column: the opposites, separated by spaces.
    antonyms;
    /// Words that a dictionary calls opposites; column: the opposites later in the alphabet, separated by spaces.
    opposites;
    /// Words in sets of which only one value can be so; column: `set:value`, several separated by spaces.
    contrast_sets;
    /// Verbs of which only one can be so; column: those that it can not stand beside.
    contrasts;
    /// Legal and economic measures; column: class.
    measures;
    /// Steps of one course of events; columns: ladder, step, place of the person.
    ladders;
    /// Capitals and palaces that stand for a government; column: the state.
    seats;
    /// Everyday English words in their base forms.
    common_words;
    /// Large cities; column: the state that they lie in.
    cities;
    /// States under every name; column: the one name.
    countries;
    /// Adjectives and words of peoples, faiths, camps; columns: country or empty, kind of word.
    demonyms;
    /// Surnames that stand before the given name.
    family_names_first;
    /// Frequent words by which English is told from other languages.
    english_marks;
    /// Words that begin sentences and no names.
    function_words;
    /// Given names in several languages; column: the one under which it is kept.
    given_variants;
    /// Given names; column: `weak` where it is a word too.
    given_names;
    /// Last words of names; columns: kind, `loose` where other capitalised words must come before.
    name_heads;
    /// Short forms of given names; columns: the full names.
    nicknames;
    /// Organizations known everywhere; columns: `weak`, `caps` or empty, other name.
    organizations;
    /// Well-known events, laws, works, products; column: kind, or `none` for what is no name.
    other_names;
    /// Other spellings of towns; column: the spelling under which it is kept.
    place_spellings;
    /// Towns, provinces, seas, quarters; column: `weak` where it is a personal name or word too.
    places;
    /// Common surnames.
    surnames;
    /// Titles of persons; columns: `office`, `role`, `honor` or `kin`, and `word` where it begins other names too.
    titles;
    /// Irregular inflected forms; columns: dictionary form as verb, noun, adjective, adverb.
    irregular_forms;
    /// Cardinal number words; columns: value, class.
    number_words;
    /// Ordinal words; column: rank.
    ordinals;
    /// Parts of a whole; column: the divisor.
    fractions;
    /// Units of measure; columns: base unit, factor, ISO 8601 designator of a time.
    units;
    /// Currencies; columns: code, factor, place.
    currencies;
    /// Phrases that bound a number; columns: bound, place.
    bounds;
    /// Words behind which a number is a name.
    number_labels;
    /// Words for people who came to harm; columns: what is counted, form.
    count_states;
    /// Nouns for people in general.
    people_words;
    /// Days of the week; columns: number, `short`.
    weekdays;
    /// Words that make time expressions; columns: class, numbers.
    time_words;
    /// Holidays; columns: how the day is found, two numbers, `season`.
    holidays;
    /// Phrases that bound a time; columns: bound, place.
    time_bounds;
    /// Time zones; column: minutes ahead of universal time.
    time_zones;
}

impl Lexicon {
    /// The lists that are compiled in.
    #[must_use]
    pub fn builtin() -> &'static Lexicon {
        static BUILTIN: OnceLock<Lexicon> = OnceLock::new();
        BUILTIN.get_or_init(Lexicon::read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_take_the_longest_entry() {
        let table = Table::parse("# head\nprime\tone\nprime minister\ttwo\n");
        let found = table.phrase(["prime", "minister", "smith"].into_iter()).map(|(n, row)| (n, row[0]));
        assert_eq!(found, Some((2, "two")));
        assert_eq!(table.phrase(["minister"].into_iter()), None);
    }

    #[test]
    fn the_beginning_of_an_entry_is_none_itself() {
        let table = Table::parse("house of lords\tbody\nhouse wine\tdrink\nlords\tpeople\n");
        let found = |words: &[&'static str]| table.phrase(words.iter().copied()).map(|(n, row)| (n, row[0]));
        assert_eq!(found(&["house", "of", "lords", "sits"]), Some((3, "body")));
        assert_eq!(found(&["house", "of", "cards"]), None);
        assert!(!table.has("house") && !table.has("house of") && table.get("house").is_none());
        assert_eq!((table.len(), table.rows().count()), (3, 3));
    }
}
