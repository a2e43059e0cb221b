//! The calendar: days, weeks, months and years of the proleptic Gregorian calendar, years 1 to 9999.
//!
//! In: years, months, days. Out: [`Day`] numbers and back. Example: `day(1970, 1, 1)` is `Some(0)`, a Thursday.
//! The two conversions are Howard Hinnant's `days_from_civil` and `civil_from_days` ("chrono-Compatible Low-Level Date Algorithms").
//! Every function is total: what is no date gives `None`, what would leave the years 1 to 9999 stays at their border.

use crate::value::Day;

/// The first and the last day that can be named: 1 January 1 and 31 December 9999.
const FIRST: Day = -719_162;
const LAST: Day = 2_932_896;

/// The day of a date, where there is such a date.
#[must_use]
pub fn day(year: i32, month: i32, day: i32) -> Option<Day> {
    let is_date = (1..=9999).contains(&year) && (1..=12).contains(&month);
    (is_date && (1..=month_length(year, month)).contains(&day)).then(|| days_from_civil(year, month, day))
}

/// Year, month and day; a day outside the years 1 to 9999 is taken to the nearest one inside.
#[must_use]
pub fn civil(day: Day) -> (i32, i32, i32) {
    let shifted = day.clamp(FIRST, LAST) + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i32::from(month <= 2), month, day)
}

fn days_from_civil(year: i32, month: i32, day: i32) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    era * 146_097 + of_era - 719_468
}

/// Days in a month; 0 for no month.
#[must_use]
pub fn month_length(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Day of the week: 1 for Monday to 7 for Sunday.
#[must_use]
pub fn weekday(day: Day) -> i32 {
    (day.clamp(FIRST, LAST) + 3).rem_euclid(7) + 1
}

/// Year and number of the ISO 8601 week that holds the day: the year is that of the week's Thursday.
#[must_use]
pub fn iso_week(day: Day) -> (i32, i32) {
    let thursday = day - weekday(day) + 4;
    let (year, _, _) = civil(thursday);
    (year, (thursday - days_from_civil(year, 1, 1)) / 7 + 1)
}

/// First and last day of a month; months beyond 12 or below 1 run into other years.
#[must_use]
pub fn month(year: i32, month: i32) -> (Day, Day) {
    let months = year.saturating_mul(12).saturating_add(month - 1).clamp(12, 9999 * 12 + 11);
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    let first = days_from_civil(year, month, 1);
    (first, first + month_length(year, month) - 1)
}

/// First and last day of the years from `first` to `last`.
#[must_use]
pub fn years(first: i32, last: i32) -> (Day, Day) {
    (days_from_civil(first.clamp(1, 9999), 1, 1), days_from_civil(last.clamp(1, 9999), 12, 31))
}

/// Easter Sunday, by the method that Nature printed in 1876 ("Anonymous Gregorian algorithm").
#[must_use]
pub fn easter(year: i32) -> Option<Day> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    day(year, days / 31, days % 31 + 1)
}

/// Monday and Sunday of the week that holds the day.
#[must_use]
pub fn week(day: Day) -> (Day, Day) {
    let monday = day - weekday(day) + 1;
    (monday, monday + 6)
}

/// Reads `YYYY-MM-DD`.
#[must_use]
pub fn parse(date: &str) -> Option<Day> {
    let mut parts = date.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, of_month) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() { None } else { day(year, month, of_month) }
}

/// Writes `YYYY-MM-DD`.
#[must_use]
pub fn iso(day: Day) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Writes a day as a reader says it: "7 August 2025".
#[must_use]
pub fn spoken(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = civil(day);
    let name = usize::try_from(month - 1).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or("");
    format!("{day} {name} {year}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        for (date, number, of_week, week) in [
            ("1970-01-01", 0, 4, (1970, 1)),
            ("2000-02-29", 11_016, 2, (2000, 9)),
            ("2025-08-07", 20_307, 4, (2025, 32)),
            ("2021-01-03", 18_630, 7, (2020, 53)),
            ("2018-12-31", 17_896, 1, (2019, 1)),
            ("0001-01-01", FIRST, 1, (1, 1)),
            ("9999-12-31", LAST, 5, (9999, 52)),
        ] {
            assert_eq!(parse(date), Some(number), "{date}");
            assert_eq!(iso(number), date);
            assert_eq!((weekday(number), iso_week(number)), (of_week, week), "{date}");
        }
    }

    #[test]
    fn easters() {
        for date in ["1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2038-04-25"] {
            let (year, _, _) = civil(parse(date).unwrap());
            assert_eq!(easter(year).map(iso).as_deref(), Some(date));
        }
    }

    #[test]
    fn no_dates() {
        for date in [
            "2025-02-29",
            "1900-02-29",
            "2025-13-01",
            "2025-00-10",
            "0000-01-01",
            "10000-01-01",
            "",
            "2025-1",
            "2025-01-01-01",
            "2025-01-x",
        ] {
            assert_eq!(parse(date), None, "{date}");
        }
    }

    #[test]
    fn every_day_goes_there_and_back() {
        for number in (FIRST..=LAST).step_by(97) {
            let (year, month, of_month) = civil(number);
            assert_eq!(day(year, month, of_month), Some(number));
        }
        assert_eq!((civil(Day::MIN), civil(Day::MAX)), ((1, 1, 1), (9999, 12, 31)));
    }

    #[test]
    fn months_run_over() {
        assert_eq!(month(2024, 2), (parse("2024-02-01").unwrap(), parse("2024-02-29").unwrap()));
        assert_eq!(month(2025, 0), month(2024, 12));
        assert_eq!(month(2025, 14), month(2026, 2));
        assert_eq!(month(i32::MIN, 1), month(1, 1));
        assert_eq!(week(20_307), (20_304, 20_310));
    }
}
