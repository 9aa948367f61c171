//! JSON text on its way to JavaScript.

use napi::{bindgen_prelude::*, check_status, sys};
use std::{fmt::Write, ptr};

/// JSON text in ASCII. The engine takes a byte for each character of it and copies it as it is,
/// where it would decode other text and take two.
pub struct JsonText(String);

impl JsonText {
    pub fn new(text: String) -> Self {
        if text.is_ascii() {
            return Self(text);
        }
        let mut escaped = String::with_capacity(text.len() + text.len() / 2);
        let mut rest = text.as_str();
        while let Some(start) = rest.bytes().position(|byte| !byte.is_ascii()) {
            let (plain, other) = rest.split_at(start);
            escaped.push_str(plain);
            let end = other.bytes().position(|byte| byte.is_ascii()).unwrap_or(other.len());
            let (other, after) = other.split_at(end);
            // It can only stand within a string.
            for unit in other.encode_utf16() {
                // Writing into a text cannot fail.
                _ = write!(escaped, "\\u{unit:04x}");
            }
            rest = after;
        }
        escaped.push_str(rest);
        Self(escaped)
    }
}

impl ToNapiValue for JsonText {
    unsafe fn to_napi_value(env: sys::napi_env, Self(text): Self) -> Result<sys::napi_value> {
        let mut value = ptr::null_mut();
        // SAFETY: the text is there until the engine has copied it.
        check_status!(unsafe {
            sys::napi_create_string_latin1(
                env,
                text.as_ptr().cast(),
                text.len().cast_signed(),
                &mut value,
            )
        })?;
        Ok(value)
    }
}
