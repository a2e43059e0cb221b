//! How sure a finding is, after what readings of findings have shown.
//!
//! In: the kind of a rule and the share that the rule itself gives, in percent. Out: the share that the report gives. Rules weigh their own evidence, most of
//! them too low: of all findings on annotated events and on some seventy other events, 145 in all, those on quotations, names, offices and places were right
//! in more than nine of ten. Those on figures, times, opposites and certainty, right in all of the annotated events but in half of the others, keep
//! what their rules give.

use crate::kind::ContradictionKind;

/// The confidence that the report gives to a finding of a rule.
#[must_use]
pub fn calibrated(rule: ContradictionKind, own: u8) -> u8 {
    match rule {
        ContradictionKind::Numeric
        | ContradictionKind::DateTime
        | ContradictionKind::Antonym
        | ContradictionKind::Lexical
        | ContradictionKind::CertaintyModality
        // Too few of these have been read yet.
        | ContradictionKind::AttributionUpgrade
        | ContradictionKind::StanceConflict
        | ContradictionKind::StanceReversal => own,
        // The doubt that is left is two fifths of what the rule has.
        _ => 100 - 100u8.saturating_sub(own) * 2 / 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubt_shrinks_and_order_stays() {
        let name = |own| calibrated(ContradictionKind::NameError, own);
        assert_eq!([name(60), name(80), name(100)], [84, 92, 100]);
        assert!((0..100).all(|own| name(own) <= name(own + 1)));
        assert_eq!(calibrated(ContradictionKind::Numeric, 63), 63);
    }
}
