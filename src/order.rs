//! Sorting in little code: one sort for lists of all types.
//!
//! In: a list and the key by which it is to stand. Out: the list in that order, items of equal keys as they stood.
//! The library's sort is compiled anew for each type and each key, 5 to 12 kB each time; that was a fifth of the core's code in the browser. Here one sort moves places, and the
//! items follow them. Example: `sort_by_key(&mut names, |name| name.start)`.
//! Limit: a comparison is a call, and keys are held while it sorts; numbers and other small things that are sorted often are better left to the library.

use std::cmp::Ordering;

/// Sorts by keys that are made once for each item.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let swaps = swaps(items.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    follow(items, &swaps);
}

/// Sorts by comparing items.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    follow(items, &swaps);
}

fn follow<T>(items: &mut [T], swaps: &[(usize, usize)]) {
    for &(a, b) in swaps {
        items.swap(a, b);
    }
}

/// The exchanges, one after the other, that bring `count` items in order.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut from: Vec<usize> = (0..count).collect();
    from.sort_by(|&a, &b| compare(a, b));
    let mut to = vec![0; count];
    for (place, &item) in from.iter().enumerate() {
        if let Some(slot) = to.get_mut(item) {
            *slot = place;
        }
    }
    let mut swaps = Vec::new();
    for at in 0..count {
        // Each exchange brings one item to its place, so that there are fewer than items.
        while let Some(&place) = to.get(at).filter(|&&place| place != at) {
            swaps.push((at, place));
            to.swap(at, place);
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_library() {
        let mut seed = 7u32;
        for length in 0..60 {
            let next = |_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 28, seed)
            };
            let items: Vec<(u32, u32)> = (0..length).map(next).collect();
            let (mut ours, mut compared, mut library) = (items.clone(), items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            sort_by(&mut compared, |a, b| a.0.cmp(&b.0));
            library.sort_by_key(|item| item.0);
            assert_eq!(ours, library);
            assert_eq!(compared, library);
        }
    }
}
