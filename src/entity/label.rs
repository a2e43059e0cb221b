//! Labels of the learnt recogniser and the best sequence of them.
//!
//! In: a score for every label of every token. Out: the labels, each name's first token told from those inside it (the scheme
//! known as BIO), found by the algorithm of Viterbi (1967). A name never goes on where none of its class has begun.

/// Classes of names that the recogniser tells apart; what kind a name of the last class is, its words decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A human being.
    Person,
    /// A body of people.
    Organization,
    /// A place on the map or a building.
    Place,
    /// A people, a faith, a camp.
    Group,
    /// An event, law, product or work.
    Other,
}

impl Class {
    /// Every class; its place here is its number in the model.
    pub const ALL: [Class; 5] =
        [Class::Person, Class::Organization, Class::Place, Class::Group, Class::Other];
}

/// Number of labels: outside, and two for each class.
pub const LABELS: usize = 1 + 2 * Class::ALL.len();
/// The label outside names.
pub const OUTSIDE: usize = 0;

/// One score for every label.
pub type Scores = [i32; LABELS];
/// Scores of a label behind another: row is the first.
pub type Transitions = [[i32; LABELS]; LABELS];

/// No sequence takes this step.
const NEVER: i32 = i32::MIN / 4;

/// The label of a class's first token, or of a token inside.
#[must_use]
pub fn label(class: Class, is_first: bool) -> usize {
    1 + 2 * class as usize + usize::from(!is_first)
}

/// The class of a label, and whether a name begins with it; nothing outside names.
#[must_use]
pub fn class(label: usize) -> Option<(Class, bool)> {
    let at = label.checked_sub(1)?;
    Class::ALL.get(at / 2).map(|&class| (class, at % 2 == 0))
}

/// Whether one label may stand behind another.
#[must_use]
pub fn may_follow(label: usize, behind: usize) -> bool {
    match class(label) {
        Some((inner, false)) => class(behind).is_some_and(|(outer, _)| outer == inner),
        _ => true,
    }
}

/// The labels with the highest sum of scores; what stands before the first token is outside.
#[must_use]
pub fn best(scores: &[Scores], transitions: &Transitions) -> Vec<usize> {
    let steps = allowed(transitions);
    let mut sums = [NEVER; LABELS];
    sums[OUTSIDE] = 0;
    let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for own in scores {
        let mut next = [NEVER; LABELS];
        let mut origin = [0u8; LABELS];
        for (label, (sum, origin)) in next.iter_mut().zip(&mut origin).enumerate() {
            let mut top = (NEVER, 0u8);
            for ((&before, number), row) in sums.iter().zip(0u8..).zip(&steps) {
                let reached = before.saturating_add(row.get(label).copied().unwrap_or(NEVER));
                if reached > top.0 {
                    top = (reached, number);
                }
            }
            *sum = top.0.saturating_add(own.get(label).copied().unwrap_or(0));
            *origin = top.1;
        }
        sums = next;
        from.push(origin);
    }
    let mut at = (0..LABELS).rev().max_by_key(|&label| sums.get(label).copied()).unwrap_or(OUTSIDE);
    let mut out = vec![OUTSIDE; scores.len()];
    for (slot, origin) in out.iter_mut().zip(&from).rev() {
        *slot = at;
        at = origin.get(at).copied().map_or(OUTSIDE, usize::from);
    }
    out
}

/// The scores of steps, those that no sequence takes made so low that they never lead.
fn allowed(transitions: &Transitions) -> Transitions {
    let mut steps = *transitions;
    for (behind, row) in steps.iter_mut().enumerate() {
        for (label, step) in row.iter_mut().enumerate() {
            if !may_follow(label, behind) {
                *step = NEVER;
            }
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_does_not_go_on_where_none_began() {
        let inside = label(Class::Place, false);
        let mut scores = [[0; LABELS]; 2];
        scores[0][inside] = 50;
        scores[1][inside] = 60;
        let plain = [[0; LABELS]; LABELS];
        assert_eq!(best(&scores, &plain), [label(Class::Place, true), inside]);
    }

    #[test]
    fn steps_between_labels_count() {
        let (first, inside) = (label(Class::Person, true), label(Class::Person, false));
        let mut scores = [[0; LABELS]; 2];
        scores[0][first] = 10;
        scores[1][first] = 10;
        scores[1][inside] = 9;
        let mut transitions = [[0; LABELS]; LABELS];
        assert_eq!(best(&scores, &transitions), [first, first]);
        transitions[first][inside] = 5;
        assert_eq!(best(&scores, &transitions), [first, inside]);
        assert!(best(&[], &transitions).is_empty());
    }
}
