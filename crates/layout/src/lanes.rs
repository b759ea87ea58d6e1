//! Numbers side by side, eight at a time: what is asked of all nodes or of all lines at once is asked in a form that a
//! processor can answer for several of them in one step. Sums are taken in a fixed order, so they are the same everywhere.

/// How many numbers stand together.
pub(super) const LANES: usize = 8;
/// Numbers that are worked on together.
pub(super) type Lane = [f32; LANES];

/// A column of numbers, filled up to whole lanes.
#[derive(Clone, Default)]
pub(super) struct Column(Vec<Lane>);

impl Column {
    /// The numbers, and what stands in the places left over in the last lane.
    pub(super) fn new(values: impl IntoIterator<Item = f32>, filler: f32) -> Self {
        let mut lanes = Vec::new();
        for (k, value) in values.into_iter().enumerate() {
            if k % LANES == 0 {
                lanes.push([filler; LANES]);
            }
            lanes[k / LANES][k % LANES] = value;
        }
        Self(lanes)
    }

    pub(super) fn get(&self, k: usize) -> f32 {
        self.0[k / LANES][k % LANES]
    }

    pub(super) fn set(&mut self, k: usize, value: f32) {
        self.0[k / LANES][k % LANES] = value;
    }

    pub(super) fn lanes(&self) -> &[Lane] {
        &self.0
    }

    /// Adds to every number what `of` says of the numbers that stand in the same place of other columns.
    #[inline]
    pub(super) fn add<const N: usize>(&mut self, columns: [&[Lane]; N], of: impl Fn([f32; N]) -> f32) {
        let lanes = self.0.len();
        let columns = columns.map(|column| &column[..lanes]);
        let mut here = [[0.0; LANES]; N];
        for (lane, sums) in self.0.iter_mut().enumerate() {
            for (numbers, column) in here.iter_mut().zip(&columns) {
                *numbers = column[lane];
            }
            for (k, sum) in sums.iter_mut().enumerate() {
                let mut numbers = [0.0; N];
                for (number, column) in numbers.iter_mut().zip(&here) {
                    *number = column[k];
                }
                *sum += of(numbers);
            }
        }
    }
}

/// A table whose rows can be read like columns.
#[derive(Clone)]
pub(super) struct Table {
    breadth: usize,
    rows: Vec<Lane>,
}

impl Table {
    /// So many rows of so many numbers, and what stands in the places left over.
    pub(super) fn new(rows: usize, columns: usize, filler: f32, value: impl Fn(usize, usize) -> f32) -> Self {
        let row = |r| Column::new((0..columns).map(|c| value(r, c)).collect::<Vec<_>>(), filler).0;
        Self { breadth: columns.div_ceil(LANES), rows: (0..rows).flat_map(row).collect() }
    }

    pub(super) fn row(&self, row: usize) -> &[Lane] {
        &self.rows[row * self.breadth..][..self.breadth]
    }
}

/// Adds up what `of` says of the numbers that stand in the same place of every column.
#[inline]
pub(super) fn total<const N: usize>(columns: [&[Lane]; N], of: impl Fn([f32; N]) -> f32) -> f32 {
    let [sum] = totals(columns, |numbers| [of(numbers)]);
    sum
}

/// The same for several sums at once.
#[inline]
pub(super) fn totals<const N: usize, const M: usize>(
    columns: [&[Lane]; N],
    of: impl Fn([f32; N]) -> [f32; M],
) -> [f32; M] {
    let lanes = columns.iter().map(|column| column.len()).min().unwrap_or(0);
    let mut sums = [[0.0; LANES]; M];
    let mut here = [[0.0; LANES]; N];
    for lane in 0..lanes {
        // Loops, and no closures over arrays: these become calls if a build inlines less.
        for (numbers, column) in here.iter_mut().zip(&columns) {
            *numbers = column[lane];
        }
        for k in 0..LANES {
            let mut numbers = [0.0; N];
            for (number, column) in numbers.iter_mut().zip(&here) {
                *number = column[k];
            }
            let more = of(numbers);
            for (sum, more) in sums.iter_mut().zip(more) {
                sum[k] += more;
            }
        }
    }
    sums.map(|[a, b, c, d, e, f, g, h]| ((a + e) + (c + g)) + ((b + f) + (d + h)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_only_what_was_put_in() {
        let column = Column::new((1..=11).map(|k| k as f32), 0.0);
        assert!((total([column.lanes()], |[value]| value) - 66.0).abs() < 1e-6);
        assert!((column.get(10) - 11.0).abs() < 1e-6);
    }
}
