//! How long each stage takes. The core is pure, so the clock is here.
//!
//! In: the names of stages as they end. Out: a table. Example: `tokens  12.3 ms  81.2 MB/s  4 %`.
//! Limits: times of all threads are summed up; a stage that runs once an article is one row.

use std::fmt::Write;
use std::time::{Duration, Instant};

/// Times of stages, in the order in which they first ended.
pub struct Clock {
    last: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Clock {
    /// Starts now.
    pub fn start() -> Self {
        Self { last: Instant::now(), stages: Vec::new() }
    }

    /// The stage has ended: it took the time since the last one did.
    pub fn ended(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.add(stage, now.duration_since(self.last));
        self.last = now;
    }

    /// Adds the times of another clock.
    pub fn join(&mut self, other: &Clock) {
        for &(stage, time) in &other.stages {
            self.add(stage, time);
        }
    }

    /// The table, with speeds for that many bytes of text.
    pub fn table(&self, bytes: u64) -> String {
        let total: Duration = self.stages.iter().map(|(_, time)| *time).sum();
        let mut out = format!("{:<20}{:>10}{:>10}{:>8}\n", "stage", "ms", "MB/s", "share");
        for (stage, time) in self.stages.iter().copied().chain([("total", total)]) {
            let seconds = time.as_secs_f64();
            // A stage that took no measurable time has no speed.
            let speed = if seconds > 0.0 { bytes as f64 / 1e6 / seconds } else { 0.0 };
            let share = if total.is_zero() { 0.0 } else { 100.0 * seconds / total.as_secs_f64() };
            let _ = writeln!(out, "{stage:<20}{:>10.2}{speed:>10.1}{share:>6.0} %", seconds * 1000.0);
        }
        out
    }

    fn add(&mut self, stage: &'static str, time: Duration) {
        match self.stages.iter_mut().find(|(known, _)| *known == stage) {
            Some((_, sum)) => *sum += time,
            None => self.stages.push((stage, time)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_summed_up_in_order() {
        let mut clock = Clock::start();
        clock.add("tokens", Duration::from_millis(30));
        clock.add("entities", Duration::from_millis(50));
        clock.add("tokens", Duration::from_millis(20));
        let mut other = Clock::start();
        other.add("entities", Duration::from_millis(100));
        clock.join(&other);
        let table = clock.table(1_000_000);
        let rows: Vec<Vec<_>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(rows[1], ["tokens", "50.00", "20.0", "25", "%"]);
        assert_eq!(rows[2], ["entities", "150.00", "6.7", "75", "%"]);
        assert_eq!(rows[3][0], "total");
    }
}
