//! Pairs of passages about the same thing.
