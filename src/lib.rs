//! Crosscheck reads news articles and shows where they differ.
#![warn(missing_docs)]
