use super::{answers::check_error, cursors::is_writable, first_line, text};
use crate::{
    model::Timestamp,
    retry::{Backoff, FailedAttempt, RetryPolicy},
    transport::{Answer, Api},
};
use bytes::Bytes;
use chrono::DateTime;
use reqwest::{
    StatusCode,
    header::{HeaderMap, HeaderValue, RETRY_AFTER},
};
use std::time::Duration;

/// A header that asks to wait (`retry-after`), a time as text (`timestamp`), or as microseconds (`moment`).
pub fn times(data: &[u8]) {
    let (form, rest) = first_line(data);
    match form {
        b"retry-after" => retry_after(rest),
        b"moment" => {
            let moment = text(rest).parse().ok().and_then(DateTime::from_timestamp_micros);
            if let Some(moment) = moment.map(Timestamp).filter(is_writable) {
                assert_eq!(moment.to_string().parse(), Ok(moment));
            }
        }
        _ => {
            if let Ok(moment) = text(rest).parse::<Timestamp>() {
                let written = moment.to_string();
                assert_eq!(written.parse(), Ok(moment), "through {written}");
                let json = serde_json::to_string(&moment).unwrap();
                assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap(), moment);
            }
        }
    }
}

fn retry_after(header: &[u8]) {
    let Ok(value) = HeaderValue::from_bytes(header) else { return };
    let headers = HeaderMap::from_iter([(RETRY_AFTER, value)]);
    for status in [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE] {
        let error = Answer::classify(Api::Rest, status, &headers, Bytes::new()).unwrap_err();
        check_error(&error);
        let policy = Backoff::default();
        let failure = FailedAttempt { retries: 0, elapsed: Duration::ZERO, error: &error };
        if let Some(asked) = error.retry_after() {
            let wait = policy.wait(&failure);
            assert_eq!(wait.is_some(), asked <= policy.longest_asked, "{asked:?} was asked for");
            assert!(wait.is_none_or(|wait| wait >= asked), "{wait:?} of {asked:?}");
        }
    }
}
