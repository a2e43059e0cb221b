//! Words that do not fit together: sentences that say the same but for one word or name, in the same words or in others.

use crate::align::Aligned;
use crate::contradiction::{Findings, Rule, brief, near, parallel};
use crate::kind::ContradictionKind;

/// The rule. What differs decides the kind, so that it also finds negations, figures, times, names and the like; it comes last and leaves alone what
/// another rule has told.
pub const RULE: Rule = Rule {
    kind: ContradictionKind::Lexical,
    summary: "Two sentences that say the same put words in one place that can not both hold (owner and tenant, wheat and barley); in versions of one text, any other word.",
    spares: "Verbs of saying, spellings, synonyms that are known, conditions and questions, names for one thing, and sentences that differ in more than one place.",
    detect,
};

fn detect(aligned: &Aligned<'_>, findings: &mut Findings) {
    near::detect(aligned, findings);
    parallel::detect(aligned, findings);
    brief::detect(aligned, findings);
}
