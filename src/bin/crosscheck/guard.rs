//! Keeps one bad event from ending the whole run.
//!
//! In: a piece of work. Out: its result, or the message of its panic. Example: work that panics with "odd" gives
//! `Err("internal error: odd")`. Limits: the core promises not to panic; this is for the day it does all the same, and
//! it can not catch an abort such as a full stack or lack of memory.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the work.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // Nothing that the work has changed is used after a panic, so no broken state can be seen.
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|panic| format!("internal error: {}", message(panic.as_ref())))
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_message() {
        assert_eq!(guarded(|| 3), Ok(3));
        assert_eq!(guarded(|| -> u32 { panic!("odd") }), Err("internal error: odd".into()));
        assert_eq!(guarded(|| -> u32 { panic!("odd {}", 7) }), Err("internal error: odd 7".into()));
    }
}
