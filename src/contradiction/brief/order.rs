//! "Despite the ban" where the article has "following the ban"; "before" where it has "after": how two things hang together.

use crate::contradiction::brief::{Clash, Line};
use crate::kind::ContradictionKind;
use crate::tag::Pos;

/// So much of the sentence, in percent, stands somewhere in the article,
const LEAST_COVERAGE: u32 = 74;
/// and so much in one sentence of it.
const LEAST_BEST: u32 = 38;
/// Words that join two things, with those that join them the other way.
const JOINTS: [(&str, &[&str]); 3] = [
    ("after", &["before"]),
    ("before", &["after", "following", "since", "when"]),
    ("despite", &["after", "amid", "because", "due", "following", "since", "when"]),
];

/// A joint that the article has otherwise before the same words.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    let (own, other) = (&line.own.prose, &line.other.prose);
    if line.coverage(&(0..0)) < LEAST_COVERAGE || line.best() < LEAST_BEST {
        return None;
    }
    line.tokens.clone().find_map(|i| {
        let (_, contrary) = JOINTS.iter().find(|(word, _)| *word == own.lower(i))?;
        let is_known = line.near.iter().any(|n| n.tokens.clone().any(|j| other.lower(j) == own.lower(i)));
        if is_known || own.pos(i) == Pos::Adv {
            return None;
        }
        line.near.iter().find_map(|near| {
            let is_same = |j: usize| near.parallel.anchors(&(i..i + 1), &(j..j + 1))[1] == Some(true);
            let j = near.tokens.clone().find(|&j| contrary.contains(&other.lower(j)) && is_same(j))?;
            Some(Clash {
                kind: ContradictionKind::Lexical,
                own: i..i + 1,
                other: j..j + 1,
                what: "the long text joins the two the other way",
                confidence: 60,
            })
        })
    })
}
