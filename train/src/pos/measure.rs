//! Measures the compiled-in model on labelled sentences.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use crosscheck::lexicon::Lexicon;
use crosscheck::tag::model::Model;
use crosscheck::tag::{Pos, lemma, parts_of_speech};

use crate::conllu::Sentence;
use crate::pos::{perturb, read};

/// The sets that the model is measured on, those that are there.
const SETS: [&str; 5] = ["ewt.dev", "gum_nonNC.dev", "ewt.test", "gum_nonNC.test", "pud.test"];

/// The quickest of so many runs counts, as other work on the machine only ever slows.
const SPEED_RUNS: usize = 15;

/// Prints accuracy on each set that is there, as it is and in title case, and the most frequent errors.
pub fn eval(data: &Path) -> Result<(), String> {
    let mut found = false;
    for name in SETS {
        let Ok(sentences) = read(data, name) else { continue };
        found = true;
        let headlines: Vec<Sentence> = sentences.iter().map(|s| perturb::headline(s, false)).collect();
        let plain = measure(&sentences);
        let raised = measure(&headlines);
        println!(
            "{name}: tags {} (universal column as published {}), lemmas {} (with labelled tags {}), title case {}",
            plain.share(plain.tags),
            plain.share(plain.published),
            plain.share(plain.lemmas),
            plain.share(plain.lemmas_of_labels),
            raised.share(raised.tags),
        );
        if name.ends_with(".dev") {
            plain.print_errors();
        }
    }
    if found { speed(data) } else { Err(format!("no labelled set in {}/pos", data.display())) }
}

#[derive(Default)]
struct Counts {
    words: usize,
    tags: usize,
    published: usize,
    lemmas: usize,
    lemmas_of_labels: usize,
    errors: BTreeMap<(Pos, Pos), usize>,
}

impl Counts {
    fn share(&self, part: usize) -> String {
        format!("{:.2} %", part as f64 * 100.0 / self.words.max(1) as f64)
    }

    fn print_errors(&self) {
        let mut errors: Vec<_> = self.errors.iter().collect();
        errors.sort_by_key(|&(pair, count)| (std::cmp::Reverse(*count), *pair));
        for ((gold, got), count) in errors.into_iter().take(8) {
            println!("    {} taken for {}: {count}", gold.name(), got.name());
        }
    }
}

fn measure(sentences: &[Sentence]) -> Counts {
    let (lex, model) = (Lexicon::builtin(), Model::builtin());
    let mut counts = Counts::default();
    for sentence in sentences {
        let words: Vec<&str> = sentence.iter().map(|word| word.text.as_str()).collect();
        for (word, pos) in sentence.iter().zip(parts_of_speech(model, &words)) {
            let wanted = word.lemma.to_lowercase();
            counts.words += 1;
            counts.tags += usize::from(pos == word.pos);
            counts.published += usize::from(pos == word.published);
            counts.lemmas += usize::from(lemma(lex, &word.text, pos) == wanted);
            counts.lemmas_of_labels += usize::from(lemma(lex, &word.text, word.pos) == wanted);
            if pos != word.pos {
                *counts.errors.entry((word.pos, pos)).or_default() += 1;
            }
        }
    }
    counts
}

/// Prints words a second over running text, tokens and sentences found by the program itself.
fn speed(data: &Path) -> Result<(), String> {
    let lex = Lexicon::builtin();
    let mut text = String::new();
    for name in SETS {
        for sentence in read(data, name).unwrap_or_default() {
            let words: Vec<&str> = sentence.iter().map(|word| word.text.as_str()).collect();
            text.push_str(&words.join(" "));
            text.push('\n');
        }
    }
    let blocks = crosscheck::block::blocks(lex, &text);
    let tokens = crosscheck::token::tokens(lex, &text);
    let sentences = crosscheck::sentence::sentences(lex, &text, &tokens, &blocks);
    let seconds = (0..SPEED_RUNS).map(|_| {
        let start = Instant::now();
        std::hint::black_box(crosscheck::tag::tags(lex, &text, &tokens, &sentences));
        start.elapsed().as_secs_f64()
    });
    let best = seconds.fold(f64::INFINITY, f64::min);
    println!("speed: {:.2} million tokens a second, best of {SPEED_RUNS}", tokens.len() as f64 / best / 1e6);
    Ok(())
}
