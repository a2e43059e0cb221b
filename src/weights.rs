//! Learnt weights as they lie in a model file: hashed observations, each with a weight for some of the labels.
//!
//! In: bytes that are compiled in. Out: [`Weights`], which add up a row of label weights, and [`Keys`], which find a key's place.
//! Keys are a hash table read in place: a key's upper bits name its bucket, some further bits are kept, eight in one column and the rest in another. Columns
//! lie one behind the other, so that the file packs well. Weights are spread into one row of all labels for each key, so that adding one up is a plain loop.
//! Limit: a key that is not there may be taken for one that is. Kept bits can not be packed, so the many observations on names keep few: one in two thousand is
//! mistaken, and a word makes a hundred. Words, listed names and the few observations on parts of speech keep more, since a single one says much.

/// Bits of a key that name its bucket, at most: where each bucket begins is held unpacked.
pub const MOST_BUCKET_BITS: u32 = 16;

/// Bits that are kept beside its bucket in the first column.
pub const BYTE_BITS: u32 = 8;

/// How many bits of a key are kept beyond [`BYTE_BITS`]: a part of a byte, the first key's lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// Half a byte.
    #[default]
    Half,
    /// A byte.
    Whole,
}

impl Rest {
    /// Number of bits.
    #[must_use]
    pub fn bits(self) -> u32 {
        match self {
            Rest::Half => 4,
            Rest::Whole => 8,
        }
    }

    /// Keys whose rests share a byte.
    #[must_use]
    pub fn in_byte(self) -> usize {
        match self {
            Rest::Half => 2,
            Rest::Whole => 1,
        }
    }

    /// The rest of the key at a place.
    fn of(self, rests: &[u8], at: usize) -> Option<u32> {
        let shift = (at % self.in_byte()) as u32 * self.bits();
        rests.get(at / self.in_byte()).map(|&byte| (u32::from(byte) >> shift) & self.mask())
    }

    /// All its bits.
    #[must_use]
    pub fn mask(self) -> u32 {
        (1 << self.bits()) - 1
    }
}

/// Sorted keys in buckets.
#[derive(Debug, Default)]
pub struct Keys {
    bits: u32,
    starts: Vec<u32>,
    bytes: &'static [u8],
    rest: Rest,
    rests: &'static [u8],
}

impl Keys {
    /// Number of keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Place of the key among all.
    #[must_use]
    pub fn find(&self, key: u32) -> Option<usize> {
        let bucket = key.checked_shr(32 - self.bits)? as usize;
        let kept = key >> (32 - self.bits - BYTE_BITS - self.rest.bits());
        let (byte, rest) = ((kept >> self.rest.bits()) as u8, kept & self.rest.mask());
        let (&from, &to) = (self.starts.get(bucket)?, self.starts.get(bucket + 1)?);
        let bucket = self.bytes.get(from as usize..to as usize)?;
        let alike = bucket.iter().enumerate().filter(|&(_, &other)| other == byte);
        alike.map(|(at, _)| at + from as usize).find(|&at| self.rest.of(self.rests, at) == Some(rest))
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
    pub fn read(mut part: Reader, rest: Rest) -> Option<Weights<LABELS>> {
        let keys = part.keys(rest)?;
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
    pub fn keys(&mut self, rest: Rest) -> Option<Keys> {
        let bits = self.number().filter(|bits| (1..=MOST_BUCKET_BITS).contains(bits))?;
        let starts = sums(self.take(1 << bits)?);
        let count = *starts.last()? as usize;
        let (bytes, rests) = (self.take(count)?, self.take(count.div_ceil(rest.in_byte()))?);
        Some(Keys { bits, starts, bytes, rest, rests })
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
