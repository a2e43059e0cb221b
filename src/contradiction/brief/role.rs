//! "Ann Lee is a member of the board" where the article has "a member of the board, Tom Moore": who holds a place in what.

use crate::contradiction::brief::party::{has_party, parties};
use crate::contradiction::brief::{Clash, Line, Near};
use crate::kind::ContradictionKind;
use crate::prose::Prose;

/// Places in a body or state.
const ROLES: [&str; 11] = [
    "ambassador",
    "chairman",
    "citizen",
    "director",
    "employee",
    "head",
    "leader",
    "member",
    "minister",
    "president",
    "spokesman",
];
/// What is done only to one who does not belong to the doer.
const HOSTILE: [&str; 6] = ["accuse", "arrest", "attack", "deport", "jail", "sue"];
/// Kin of whom each has one.
const KIN: [&str; 4] = ["father", "husband", "mother", "wife"];

/// "Ann Lee, who is a member": the place stands so many words behind who holds it.
const CLOSE: usize = 5;

/// A place or kinship that the article gives to another.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    place(line).or_else(|| kin(line))
}

fn found(own: usize, other: usize, what: &'static str) -> Clash {
    Clash {
        kind: ContradictionKind::TitleRole,
        own: own..own + 1,
        other: other..other + 1,
        what,
        confidence: 60,
    }
}

/// "X is a member of Y": the body, and who is said to hold the place.
fn place(line: &Line<'_>) -> Option<Clash> {
    let prose = &line.own.prose;
    let role =
        line.tokens.clone().find(|&i| ROLES.contains(&prose.lemma(i)) && prose.lower(i + 1) == "of")?;
    let is = (role.saturating_sub(3).max(line.tokens.start)..role).find(|&i| prose.lemma(i) == "be")?;
    let who = parties(line.own, line.tokens.start..is).last().copied()?;
    let body = parties(line.own, role + 2..line.tokens.end).first().copied()?;
    if is != who + 1 || is_tied(line, who, body) {
        return None;
    }
    line.near.iter().find_map(|near| {
        let is_told = has_party(line.other, near.tokens.clone(), (line.own, who));
        let at = is_told.then(|| otherwise(line, near, role, who, body)).flatten()?;
        Some(found(body, at, "the long text does not have the two so related"))
    })
}

/// What stands against it: another in that place, another place of the one, or what is done only to or by strangers.
fn otherwise(line: &Line<'_>, near: &Near, role: usize, who: usize, body: usize) -> Option<usize> {
    let (own, prose) = (&line.own.prose, &line.other.prose);
    let end = near.tokens.end;
    let all = || parties(line.other, near.tokens.clone()).into_iter();
    let is_who = |j: usize| prose.lower(j) == own.lower(who);
    let bodies = || all().filter(|&j| prose.lower(j) == own.lower(body));
    let holder = || {
        bodies().find_map(|j| {
            let is_placed = (j.saturating_sub(6)..j).any(|k| prose.lemma(k) == own.lemma(role));
            // "Of the agency (CIA), Ann Lee".
            let comma = (j + 1..end.min(j + 3)).find(|&k| prose.lower(k) == ",")?;
            let next = parties(line.other, comma + 1..end.min(comma + 5)).first().copied()?;
            (is_placed && next > comma && !is_who(next)).then_some(next)
        })
    };
    let elsewhere = || {
        bodies().next()?;
        let j = all().find(|&j| is_who(j) && prose.lower(j + 1) == ",")?;
        let next = parties(line.other, j + 2..end.min(j + 5)).first().copied()?;
        let is_owner = is_possessive(prose, next + 1) && prose.lower(next) != own.lower(body);
        is_owner.then_some(next)
    };
    let stranger =
        || bodies().find_map(|j| (j + 1..end.min(j + 4)).find(|&k| HOSTILE.contains(&prose.lemma(k))));
    let guest = || {
        let is_named = all().any(|j| is_who(j) && prose.lemma(j.saturating_sub(1)) == own.lemma(role));
        let is_goal = |j: usize| {
            (j.saturating_sub(3)..j).any(|k| matches!(prose.lemma(k), "leave" | "visit" | "travel" | "fly"))
        };
        is_named.then(|| bodies().find(|&j| is_goal(j))).flatten()
    };
    holder().or_else(elsewhere).or_else(stranger).or_else(guest)
}

/// Whether the article sets the two side by side: "the board's Ann Lee", "Ann Lee, who leads the board".
fn is_tied(line: &Line<'_>, who: usize, body: usize) -> bool {
    let (own, prose) = (&line.own.prose, &line.other.prose);
    let all = parties(line.other, 0..prose.len());
    all.windows(2).any(|pair| {
        let &[a, b] = pair else { return false };
        let is_pair = [(a, b), (b, a)]
            .iter()
            .any(|&(x, y)| prose.lower(x) == own.lower(who) && prose.lower(y) == own.lower(body));
        let is_role = |k: usize| k <= a + CLOSE && ROLES.contains(&prose.lemma(k));
        is_pair && (a..b).any(|k| is_possessive(prose, k) || is_role(k))
    })
}

fn is_possessive(prose: &Prose, at: usize) -> bool {
    matches!(prose.lower(at), "'s" | "’s" | "'" | "’")
}

/// "Ann's father was Tom" where the article has "her father, Paul".
fn kin(line: &Line<'_>) -> Option<Clash> {
    let (own, other) = (&line.own.prose, &line.other.prose);
    let at = line.tokens.clone().find(|&i| {
        KIN.contains(&own.lower(i)) && is_possessive(own, i.saturating_sub(1)) && own.lemma(i + 1) == "be"
    })?;
    let who = parties(line.own, at + 2..line.tokens.end).first().copied()?;
    let is_whose = line.tokens.start..at - 1;
    if other.has_word(own.lower(who))
        || !is_whose.into_iter().any(|i| own.is_capitalised(i) && other.has_word(own.lower(i)))
    {
        return None;
    }
    let kin = (1..other.len()).filter(|&j| {
        other.lower(j) == own.lower(at)
            && (is_possessive(other, j - 1) || matches!(other.lower(j - 1), "his" | "her"))
    });
    let name = |j: usize| parties(line.other, j + 1..other.len().min(j + 4)).first().copied();
    kin.filter_map(name).next().map(|name| found(who, name, "the long text has another there"))
}
