//! JSON as conversions and add-ons write it: a plain type, a space after colons and commas.

use std::io;

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use serde::Serialize;
use serde_json::{Serializer, Value, ser::Formatter};

use super::RestError;

/// The answer of a call that has nothing to do with the version of the API. Refusals have.
pub(super) fn answer(result: Result<Value, RestError>) -> Response<Body> {
    match result {
        Ok(value) => written(&value),
        Err(error) => error.into_response(),
    }
}

fn written(value: &Value) -> Response<Body> {
    let mut bytes = Vec::new();
    if value.serialize(&mut Serializer::with_formatter(&mut bytes, Spaced)).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let mut response = Response::new(Body::from(bytes));
    let kind = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        writer.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_key<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        writer.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
