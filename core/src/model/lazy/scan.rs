//! One quick pass over JSON that is as expected, which keeps nothing.
//!
//! What a check takes, `Deserialize` of the same type takes, too. The other way round it may refuse what is odd: whoever
//! asks decodes that in the ordinary way, which also says what is wrong.

use crate::model::{Json, Timestamp, de::Integer};
use serde::Deserialize;
use std::collections::HashMap;

/// Deeper than anything of the service, and less deep than `serde_json` goes.
const DEEPEST: u8 = 100;

/// What can be known to decode without being decoded.
pub trait Checked {
    /// Steps over one value. None if it may not decode.
    fn check(scan: &mut Scan<'_>) -> Option<()>;
}

/// Where a value is in the text of its object; nowhere if both ends are 0. Longer texts are decoded in the ordinary way.
#[derive(Debug, Clone, Copy, Default)]
pub struct Span {
    pub from: u16,
    pub to: u16,
}

/// A place in a text.
pub struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Where the object begins that spans are counted from.
    pub base: usize,
    depth: u8,
}

// Packages are optimised for size. What looks at single bytes must not become a call there: it would take half as
// long again.
impl<'a> Scan<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, base: 0, depth: 0 }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn go_back(&mut self, at: usize) {
        self.at = at;
    }

    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline(always)]
    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Takes this character, after white space.
    #[inline(always)]
    fn take(&mut self, wanted: u8) -> Option<()> {
        self.space();
        self.takes(wanted).then_some(())
    }

    #[inline(always)]
    fn takes(&mut self, wanted: u8) -> bool {
        let is_there = self.peek() == Some(wanted);
        self.at += usize::from(is_there);
        is_there
    }

    #[inline(always)]
    fn literal(&mut self, word: &str) -> bool {
        let is_there = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        if is_there {
            self.at += word.len();
        }
        is_there
    }

    /// Nothing but white space is left.
    pub fn end(&mut self) -> Option<()> {
        self.space();
        (self.at == self.text.len()).then_some(())
    }

    /// The text of a value that is checked so.
    pub fn value(&mut self, check: impl FnOnce(&mut Self) -> Option<()>) -> Option<&'a str> {
        self.space();
        let from = self.at;
        check(self)?;
        Some(&self.text[from..self.at])
    }

    /// Where a value that is checked so is in its object.
    pub fn span(&mut self, check: impl FnOnce(&mut Self) -> Option<()>) -> Option<Span> {
        self.space();
        let from = self.at;
        check(self)?;
        let end = |at: usize| u16::try_from(at - self.base).ok();
        Some(Span { from: end(from)?, to: end(self.at)? })
    }

    #[inline(always)]
    pub fn null(&mut self) -> bool {
        self.space();
        self.literal("null")
    }

    /// An object; its names come without quotes, as they are written.
    pub fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, &'a str) -> Option<()>,
    ) -> Option<()> {
        self.take(b'{')?;
        self.deeper(|scan| {
            scan.space();
            if scan.takes(b'}') {
                return Some(());
            }
            loop {
                let name = scan.string()?;
                scan.take(b':')?;
                member(scan, name)?;
                scan.space();
                if scan.takes(b'}') {
                    return Some(());
                }
                scan.take(b',')?;
            }
        })
    }

    pub fn array(&mut self, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(b'[')?;
        self.deeper(|scan| {
            scan.space();
            if scan.takes(b']') {
                return Some(());
            }
            loop {
                item(scan)?;
                scan.space();
                if scan.takes(b']') {
                    return Some(());
                }
                scan.take(b',')?;
            }
        })
    }

    fn deeper(&mut self, inside: impl FnOnce(&mut Self) -> Option<()>) -> Option<()> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let done = inside(self);
        self.depth -= 1;
        done
    }

    /// What is between the quotes of a text, as it is written.
    pub fn string(&mut self) -> Option<&'a str> {
        self.take(b'"')?;
        let from = self.at;
        let bytes = self.text.as_bytes();
        loop {
            while bytes.get(self.at).is_some_and(|byte| IS_PLAIN[usize::from(*byte)]) {
                self.at += 1;
            }
            match bytes.get(self.at)? {
                b'"' => {
                    self.at += 1;
                    return Some(&self.text[from..self.at - 1]);
                }
                b'\\' => self.escape()?,
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        self.at += 1;
        match self.peek()? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
            b'u' => match self.unit()? {
                0xD800..=0xDBFF => {
                    let is_pair = self.takes(b'\\') && matches!(self.unit(), Some(0xDC00..=0xDFFF));
                    return is_pair.then_some(());
                }
                0xDC00..=0xDFFF => return None,
                _ => {}
            },
            _ => return None,
        }
        Some(())
    }

    /// `u` and four digits.
    fn unit(&mut self) -> Option<u16> {
        let digits = self.text.as_bytes().get(self.at + 1..self.at + 5)?;
        if !self.takes(b'u') || !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        self.at += 4;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    /// Any number, and whether it is surely a whole one of 64 bits.
    fn number(&mut self) -> Option<bool> {
        self.space();
        let from = self.at;
        let is_negative = self.takes(b'-');
        let is_zero = self.takes(b'0');
        if !is_zero {
            self.digits()?;
        }
        let mut is_whole = !(is_negative && is_zero);
        if self.takes(b'.') {
            is_whole = false;
            self.digits()?;
        }
        let has_exponent = self.takes(b'e') || self.takes(b'E');
        if has_exponent {
            let _ = self.takes(b'-') || self.takes(b'+');
            self.digits()?;
        }
        let text = &self.text[from..self.at];
        let is_short = text.len() <= 18;
        if has_exponent || !is_short {
            // It may be too large.
            serde_json::from_str::<serde_json::Number>(text).ok()?;
        }
        Some(is_whole && is_short && !has_exponent)
    }

    /// A value that is rare enough to be decoded.
    fn decoded<T: for<'de> Deserialize<'de>>(
        &mut self,
        check: impl FnOnce(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let text = self.value(check)?;
        serde_json::from_str::<T>(text).ok().map(drop)
    }
}

/// Bytes of a text that need no look.
static IS_PLAIN: [bool; 256] = {
    let mut is_plain = [true; 256];
    let mut byte = 0;
    while byte < 0x20 {
        is_plain[byte] = false;
        byte += 1;
    }
    is_plain[b'"' as usize] = false;
    is_plain[b'\\' as usize] = false;
    is_plain
};

impl Checked for String {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.string().map(drop)
    }
}

impl Checked for bool {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.space();
        (scan.literal("true") || scan.literal("false")).then_some(())
    }
}

impl Checked for f64 {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.number().map(drop)
    }
}

impl Checked for i64 {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.number()?.then_some(())
    }
}

impl Checked for Integer {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.space();
        let from = scan.at;
        if scan.peek()? == b'"' {
            return scan.decoded::<Self>(String::check);
        }
        if scan.number()? {
            return Some(());
        }
        scan.go_back(from);
        scan.decoded::<Self>(f64::check)
    }
}

impl Checked for Timestamp {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.string()?.parse::<Self>().ok().map(drop)
    }
}

impl Checked for Json {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.space();
        match scan.peek()? {
            b'"' => String::check(scan),
            b'{' => scan.object(|scan, _| Self::check(scan)),
            b'[' => scan.array(Self::check),
            b't' | b'f' => bool::check(scan),
            b'n' => scan.null().then_some(()),
            _ => f64::check(scan),
        }
    }
}

impl<T: Checked> Checked for Option<T> {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        if scan.null() { Some(()) } else { T::check(scan) }
    }
}

impl<T: Checked> Checked for Vec<T> {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.array(T::check)
    }
}

impl<T: Checked> Checked for HashMap<String, T> {
    fn check(scan: &mut Scan<'_>) -> Option<()> {
        scan.object(|scan, _| T::check(scan))
    }
}
