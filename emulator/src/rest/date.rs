//! The dates that clients write.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Parses the date of a signed request: RFC 2822 with any zone, with or without the day of
/// the week, with commas in odd places; or RFC 3339.
pub(super) fn parse(text: &str) -> Option<DateTime<Utc>> {
    rfc2822(text).or_else(|| iso8601(text))
}

fn rfc2822(text: &str) -> Option<DateTime<Utc>> {
    let text = text.replace(',', " ");
    let mut words = text.split_whitespace().peekable();
    if words.peek()?.chars().all(char::is_alphabetic) {
        words.next();
    }
    let day = words.next()?.parse().ok()?;
    let month = words.next()?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| month.get(..3) == Some(*name))? as u32 + 1;
    let year = words.next()?.parse().ok()?;
    let time = NaiveTime::parse_from_str(words.next()?, "%H:%M:%S").ok()?;
    let zone = zone(words.next().unwrap_or("GMT"))?;
    let local = NaiveDate::from_ymd_opt(year, month, day)?.and_time(time);
    let nothing_left = words.next().is_none();
    nothing_left.then(|| at(local, zone))?
}

/// Parses the cursor of a list: ISO 8601 with or without time, fraction and zone.
pub(super) fn iso8601(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let date = text.get(..10)?;
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    let rest = &text[10..];
    if rest.is_empty() {
        return at(date.and_time(NaiveTime::MIN), FixedOffset::east_opt(0)?);
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    // A plus that was not percent-encoded arrives as a space.
    let split = rest.find(['Z', 'z', '+', '-', ' ']).unwrap_or(rest.len());
    let (time, offset) = rest.split_at(split);
    let time = ["%H:%M:%S%.f", "%H:%M"]
        .iter()
        .find_map(|pattern| NaiveTime::parse_from_str(time, pattern).ok())?;
    let offset = offset.replacen(' ', "+", 1);
    at(date.and_time(time), if offset.is_empty() { zone("Z")? } else { zone(&offset)? })
}

fn at(local: NaiveDateTime, zone: FixedOffset) -> Option<DateTime<Utc>> {
    Some(zone.from_local_datetime(&local).single()?.to_utc())
}

fn zone(text: &str) -> Option<FixedOffset> {
    if ["GMT", "UTC", "UT", "Z"].iter().any(|name| text.eq_ignore_ascii_case(name)) {
        return FixedOffset::east_opt(0);
    }
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours: i32 = digits[..2].parse().ok()?;
    let minutes: i32 = digits.get(2..4).unwrap_or("0").parse().ok()?;
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::{iso8601, parse};

    #[test]
    fn dates_that_clients_send() {
        for text in [
            "Tue, 15 Jul 2025 10:00:00 GMT",
            "Tue, 15 Jul 2025, 10:00:00 GMT",
            "Tue, 15 Jul 2025 10:00:00 +0000",
            "Tue, 15 Jul 2025 12:00:00 +0200",
            "15 Jul 2025 10:00:00",
            "2025-07-15T10:00:00Z",
        ] {
            assert_eq!(parse(text).map(|date| date.timestamp()), Some(1_752_573_600), "{text}");
        }
        for text in
            ["", "yesterday", "Tue, 45 Jul 2025 10:00:00 GMT", "Tue, 15 Jul 2025 10:00:00 GMT x"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn cursors_in_tolerated_forms() {
        let micros = |text| iso8601(text).map(|date| date.timestamp_micros());
        for text in [
            "2018-11-27T01:00:24.296613+00:00",
            "2018-11-27T01:00:24.296613 00:00",
            "2018-11-27T01:00:24.296613Z",
            "2018-11-27T01:00:24.296613",
            "2018-11-27 01:00:24.296613",
            "2018-11-27T03:00:24.296613+0200",
        ] {
            assert_eq!(micros(text), Some(1_543_280_424_296_613), "{text}");
        }
        assert_eq!(micros("2018-11-27"), Some(1_543_276_800_000_000));
        assert_eq!(micros("2018-11-27T00:00"), Some(1_543_276_800_000_000));
        for text in ["", "2018", "2018-13-01", "2018-11-27T", "2018-11-27Tя", "20я18-11-27"] {
            assert_eq!(micros(text), None, "{text}");
        }
    }
}
