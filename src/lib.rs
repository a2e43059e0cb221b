//! Crosscheck reads news articles and shows where they differ.

pub mod article;
pub mod block;
pub mod entity;
pub mod kind;
pub mod lexicon;
pub mod pattern;
pub mod prose;
pub mod quotation;
pub mod sentence;
pub mod span;
pub mod tag;
pub mod token;
pub mod value;
