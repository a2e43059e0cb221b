//! Learnt weights as they lie in a model file: hashed observations, each with a weight for some of the labels.
//!
//! In: bytes that are compiled in. Out: [`Weights`], which add up a row of label weights, and [`Keys`], which find a key's place.
//! Keys are a hash table read in place: a key's upper bits name its bucket, sixteen further bits are kept; columns lie one behind the other, so that the
//! file packs well. Weights are spread into one row of all labels for each key, so that adding one up is a plain loop.
//! Limit: two keys may share all the bits that are kept; with some hundred thousand of them that is rare, and training sees the same.

/// Bits of a key that are kept beside its bucket.
pub const KEPT_BITS: u32 = 16;

/// Sorted keys in buckets.
#[derive(Debug, Default)]
pub struct Keys {
    bits: u32,
    starts: Vec<u32>,
    kept: &'static [u8],
}

impl Keys {
    /// Number of keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len() / 2
    }

    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Place of the key among all.
    #[must_use]
    pub fn find(&self, key: u32) -> Option<usize> {
        let bucket = key.checked_shr(32 - self.bits)? as usize;
        let kept = (key >> (32 - self.bits - KEPT_BITS)) as u16;
        let (&from, &to) = (self.starts.get(bucket)?, self.starts.get(bucket + 1)?);
        let kept = kept.to_le_bytes();
        let bucket = self.kept.get(from as usize * 2..to as usize * 2)?;
        bucket.chunks_exact(2).position(|other| other == kept).map(|at| at + from as usize)
    }
}

/// Observation → one weight for every label.
#[derive(Debug, Default)]
pub struct Weights<const LABELS: usize> {
    keys: Keys,
    rows: Vec<[i8; LABELS]>,
}

impl<const LABELS: usize> Weights<LABELS> {
    /// Reads a part of a model file; `None` where it is damaged.
    #[must_use]
    pub fn read(mut part: Reader) -> Option<Weights<LABELS>> {
        let keys = part.keys()?;
        let lengths = part.take(keys.len())?;
        let count = lengths.iter().map(|&length| usize::from(length)).sum();
        let mut pairs = part.take(count)?.iter().zip(part.take(count)?);
        let rows = lengths.iter().map(|&length| row(pairs.by_ref().take(length.into()))).collect();
        Some(Weights { keys, rows })
    }

    /// The weights of an observation, if it was learnt.
    #[must_use]
    pub fn row(&self, observation: u32) -> Option<&[i8; LABELS]> {
        self.keys.find(observation).and_then(|at| self.rows.get(at))
    }

    /// Number of observations.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing was learnt.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Spreads pairs of label and weight over all labels.
fn row<'a, const LABELS: usize>(pairs: impl Iterator<Item = (&'a u8, &'a u8)>) -> [i8; LABELS] {
    let mut row = [0; LABELS];
    for (&label, &weight) in pairs {
        if let Some(cell) = row.get_mut(usize::from(label)) {
            *cell = i8::from_le_bytes([weight]);
        }
    }
    row
}

/// Takes bytes from the front of a model file; `None` where they end too soon.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    bytes: &'static [u8],
}

impl Reader {
    /// Reads from the start.
    #[must_use]
    pub fn new(bytes: &'static [u8]) -> Reader {
        Reader { bytes }
    }

    /// The next bytes.
    pub fn take(&mut self, count: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    /// The next number of four bytes, the lowest first.
    pub fn number(&mut self) -> Option<u32> {
        let four = self.take(4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    }

    /// The next part, which its length leads.
    pub fn part(&mut self) -> Option<Reader> {
        let length = self.number()?;
        self.take(length as usize).map(Reader::new)
    }

    /// What is left.
    #[must_use]
    pub fn rest(self) -> &'static [u8] {
        self.bytes
    }

    /// The next table of keys.
    pub fn keys(&mut self) -> Option<Keys> {
        let bits = self.number().filter(|bits| (1..=32 - KEPT_BITS).contains(bits))?;
        let starts = sums(self.take(1 << bits)?);
        let count = *starts.last()? as usize;
        Some(Keys { bits, starts, kept: self.take(count * 2)? })
    }
}

/// Running sums from 0: one more than there are numbers.
fn sums(numbers: &[u8]) -> Vec<u32> {
    let mut sum = 0;
    let mut sums = Vec::with_capacity(numbers.len() + 1);
    sums.push(0);
    for &number in numbers {
        sum += u32::from(number);
        sums.push(sum);
    }
    sums
}
