//! What a report tells the reader about the check itself: how the articles stand to each other, each thing once.
#![allow(clippy::unwrap_used)] // A test that can not go on has failed.

use crosscheck::{Article, Options, check};

/// A report of some hundred words about a flood, or with other words about a chess match.
fn article(about: &str, last: &str) -> Article {
    let flood = "The river Ansel rose above its banks on Tuesday night and flooded the lower streets of Dornbach. Firefighters carried old people from their houses. The bridge by the mill was closed for lorries. Mayor Rosa Kane asked the state for tents, pumps and blankets. Schools stay shut until the water falls. The power station was saved by a wall of sand. Nobody was hurt, but forty cows drowned in the meadows. Farmers fear for the harvest of potatoes. Rain is forecast for the weekend, and the dam upstream is nearly full. Engineers open its gates each morning to make room. The railway runs on one track. A bakery gave its bread away.";
    let chess = "Grandmaster Ivo Kral drew the ninth game of the chess final in Velby with the black pieces. His rival Nora Quist had prepared a rare opening and sacrificed a knight early. Commentators praised the endgame as a small masterpiece. Kral leads the match by one point with three games to go. Both players rest on Thursday. The winner receives a golden clock and a purse from the sponsors. Spectators queued before the theatre since dawn. Children solved puzzles in the foyer with former champions. An arbiter warned a man whose telephone rang. The tenth game begins at noon. Quist said that she would attack again. Tickets are sold out.";
    let text = if about == "flood" { flood } else { chess };
    Article { text: format!("{}\n\n{last}", text.replace(". ", ".\n\n")), ..Article::default() }
}

fn notices(articles: &[Article]) -> Vec<String> {
    let report = check(articles, &Options::default());
    report.notices.into_iter().filter(|notice| notice.article.is_none()).map(|notice| notice.text).collect()
}

#[test]
fn versions_of_one_text_are_told_once() {
    let all: Vec<Article> = ["One.", "Two.", "Three.", "Four."].map(|last| article("flood", last)).into();
    let told = notices(&all);
    assert_eq!(
        told,
        [
            "Article A, article B, article C and article D share most of their sentences and are compared as versions of one text."
        ]
    );
}

#[test]
fn another_event_is_told_once() {
    let told = notices(&[article("flood", "One."), article("chess", "Two.")]);
    assert_eq!(told, ["Article A and article B are about different events and are not compared."]);
    let told = notices(&[article("flood", "One."), article("flood", "Two."), article("chess", "Three.")]);
    assert!(
        told.iter().any(|text| text.contains("about another event than") && text.ends_with("they are not compared.")),
        "{told:?}"
    );
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn another_language_gets_a_notice_and_no_nonsense() {
    let text = "Die Brücke an der Mühle war am Montag gesperrt, weil ein Lastwagen in das Geländer gefahren war. Der Fahrer hat die Stadt an dem Abend nicht mehr erreicht. „Wir wollen sie so bald wie möglich wieder öffnen“, sagte Bürgermeisterin Rosa Kane. Am Dienstag sollen 12 Männer aus Dornbach das Geländer neu bauen, wie der Rat mitgeteilt hat.";
    let german = Article { text: text.to_owned(), ..Article::default() };
    let report = check(&[article("flood", "One."), german], &Options::default());
    let told: Vec<_> = report.notices.iter().filter(|notice| notice.article == Some(1)).collect();
    assert!(told.len() == 1 && told[0].text.contains("does not seem to be in English"), "{told:?}");
    assert!(report.articles[1].is_foreign && !report.articles[0].is_foreign);
    assert!(report.articles[1].sentences.len() > 2, "it can be read");
    assert!(report.quotations.iter().all(|quotation| quotation.place.article == 0));
    assert!(
        report.entities.iter().all(|entity| entity.mentions.iter().all(|mention| mention.place.article == 0))
    );
}
