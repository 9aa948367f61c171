//! JSON of the service made into JSON as JavaScript wants it, in one go: what `Script` would write
//! of the decoded value, with no value in between. The pages of a list cross into Node this way.
//! What the decoder refuses is refused, with the same words.

use super::{Json, Timestamp, de::Integer};
use crate::page::ListItem;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};
use std::{
    collections::HashMap,
    fmt::{self, Write},
    marker::PhantomData,
    ops::Range,
};

/// A field of the outermost object whose place in the text is wanted.
pub struct Mark {
    /// Its name, as the service has it.
    pub name: &'static str,
    /// Where its value stands.
    pub at: Range<usize>,
}

/// A type whose JSON can be rewritten. `#[model]` and `#[open_enum]` implement it.
pub trait Rescript {
    /// Reads a value and appends it.
    fn rescript<'de, D: Deserializer<'de>>(
        deserializer: D,
        text: &mut String,
        marks: &mut [Mark],
    ) -> Result<(), D::Error>;
}

/// Makes serde rewrite a value.
pub struct Onto<'a, T>(&'a mut String, PhantomData<T>);

impl<'a, T> Onto<'a, T> {
    pub fn new(text: &'a mut String) -> Self {
        Self(text, PhantomData)
    }
}

impl<'de, T: Rescript> DeserializeSeed<'de> for Onto<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::rescript(deserializer, self.0, &mut [])
    }
}

/// Appends a text with its quotes.
pub fn push_text(text: &mut String, value: &str) {
    let is_odd = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    // Looks at all bytes, because that is done many at a time.
    if value.bytes().fold(false, |odd, byte| odd | is_odd(byte)) {
        push_written(text, value);
    } else {
        text.push('"');
        text.push_str(value);
        text.push('"');
    }
}

fn push_written(text: &mut String, value: &(impl Serialize + ?Sized)) {
    // Texts and numbers can always be written.
    text.push_str(&serde_json::to_string(value).unwrap_or_default());
}

/// What is small enough to be decoded on its way.
macro_rules! small {
    ($($ty:ty: $push:expr),*) => { $( impl Rescript for $ty {
        fn rescript<'de, D: Deserializer<'de>>(
            deserializer: D,
            text: &mut String,
            _: &mut [Mark],
        ) -> Result<(), D::Error> {
            let push: fn(&mut String, $ty) = $push;
            push(text, <$ty>::deserialize(deserializer)?);
            Ok(())
        }
    } )* };
}

// Writing into a text cannot fail.
small! {
    bool: |text, flag| text.push_str(if flag { "true" } else { "false" }),
    i64: |text, number| _ = write!(text, "{number}"),
    Integer: |text, Integer(number)| _ = write!(text, "{number}"),
    f64: push_number
}

/// A whole number goes without a point: JavaScript has one kind of number, and is faster with those.
fn push_number(text: &mut String, number: f64) {
    let whole = number as i64;
    // Not -0, which is another number than 0.
    if whole as f64 == number && whole != 0 && whole.unsigned_abs() < 1 << 53 {
        _ = write!(text, "{whole}");
    } else {
        push_written(text, &number);
    }
}

impl Rescript for Timestamp {
    fn rescript<'de, D: Deserializer<'de>>(
        deserializer: D,
        text: &mut String,
        _: &mut [Mark],
    ) -> Result<(), D::Error> {
        _ = write!(text, "\"{}\"", Self::deserialize(deserializer)?);
        Ok(())
    }
}

impl Rescript for String {
    fn rescript<'de, D: Deserializer<'de>>(
        deserializer: D,
        text: &mut String,
        _: &mut [Mark],
    ) -> Result<(), D::Error> {
        struct Text<'a>(&'a mut String);

        impl Visitor<'_> for Text<'_> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
                push_text(self.0, value);
                Ok(())
            }
        }

        deserializer.deserialize_str(Text(text))
    }
}

/// A field that may be null, with what takes the place of null.
pub struct Nullable<'a, T>(&'a mut String, &'static str, PhantomData<T>);

impl<'a, T> Nullable<'a, T> {
    pub fn new(text: &'a mut String, absent: &'static str) -> Self {
        Self(text, absent, PhantomData)
    }
}

impl<'de, T: Rescript> DeserializeSeed<'de> for Nullable<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Rescript> Visitor<'de> for Nullable<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("option")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.push_str(self.1);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::rescript(deserializer, self.0, &mut [])
    }
}

impl<T: Rescript> Rescript for Option<T> {
    fn rescript<'de, D: Deserializer<'de>>(
        deserializer: D,
        text: &mut String,
        _: &mut [Mark],
    ) -> Result<(), D::Error> {
        Nullable::<T>::new(text, "null").deserialize(deserializer)
    }
}

struct Items<'a, T>(&'a mut String, PhantomData<T>);

impl<T: Rescript> Rescript for Vec<T> {
    fn rescript<'de, D: Deserializer<'de>>(
        deserializer: D,
        text: &mut String,
        _: &mut [Mark],
    ) -> Result<(), D::Error> {
        deserializer.deserialize_seq(Items::<T>(text, PhantomData))
    }
}

impl<'de, T: Rescript> Visitor<'de> for Items<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let text = self.0;
        text.push('[');
        let start = text.len();
        while items.next_element_seed(Onto::<T>::new(text))?.is_some() {
            text.push(',');
        }
        close(text, start, ']');
        Ok(())
    }
}

struct Entries<'a, T>(&'a mut String, PhantomData<T>);

impl<T: Rescript> Rescript for HashMap<String, T> {
    fn rescript<'de, D: Deserializer<'de>>(
        deserializer: D,
        text: &mut String,
        _: &mut [Mark],
    ) -> Result<(), D::Error> {
        deserializer.deserialize_map(Entries::<T>(text, PhantomData))
    }
}

impl<'de, T: Rescript> Visitor<'de> for Entries<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let text = self.0;
        text.push('{');
        let start = text.len();
        // Of two entries of one name JavaScript takes the last, too.
        while map.next_key_seed(Onto::<String>::new(text))?.is_some() {
            text.push(':');
            map.next_value_seed(Onto::<T>::new(text))?;
            text.push(',');
        }
        close(text, start, '}');
        Ok(())
    }
}

/// Ends what begins at `start`, each part of which has a comma behind it.
pub fn close(text: &mut String, start: usize, end: char) {
    if text.len() > start {
        text.pop();
    }
    text.push(end);
}

impl Rescript for Json {
    fn rescript<'de, D: Deserializer<'de>>(
        deserializer: D,
        text: &mut String,
        _: &mut [Mark],
    ) -> Result<(), D::Error> {
        struct Any<'a>(&'a mut String);

        impl<'de> Visitor<'de> for Any<'_> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any valid JSON value")
            }

            fn visit_unit<E: Error>(self) -> Result<(), E> {
                self.0.push_str("null");
                Ok(())
            }

            fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
                self.0.push_str(if flag { "true" } else { "false" });
                Ok(())
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
                _ = write!(self.0, "{number}");
                Ok(())
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
                _ = write!(self.0, "{number}");
                Ok(())
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
                push_number(self.0, number);
                Ok(())
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
                push_text(self.0, value);
                Ok(())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
                Items::<Json>(self.0, PhantomData).visit_seq(items)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
                Entries::<Json>(self.0, PhantomData).visit_map(map)
            }
        }

        deserializer.deserialize_any(Any(text))
    }
}

/// An item of a list as text for JavaScript, with what the walk through the list needs of it.
pub struct ScriptItem<T> {
    text: String,
    id: String,
    position: Timestamp,
    of: PhantomData<fn() -> T>,
}

#[cfg(feature = "node")]
impl<T> ScriptItem<T> {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl<T> Clone for ScriptItem<T> {
    fn clone(&self) -> Self {
        let Self { text, id, position, of } = self;
        Self { text: text.clone(), id: id.clone(), position: *position, of: *of }
    }
}

/// What a file takes, so that its text grows at most once.
const USUAL: usize = 1024;

impl<'de, T: ListItem + Rescript> Deserialize<'de> for ScriptItem<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut text = String::with_capacity(USUAL);
        let mut marks = [T::ID, T::ORDER].map(|name| Mark { name, at: 0..0 });
        T::rescript(deserializer, &mut text, &mut marks)?;
        let [id, position] = marks.map(|mark| mark.at);
        let id = serde_json::from_str(&text[id]).map_err(Error::custom)?;
        let position = serde_json::from_str(&text[position]).map_err(Error::custom)?;
        Ok(Self { text, id, position, of: PhantomData })
    }
}

impl<T: ListItem + Rescript> ListItem for ScriptItem<T> {
    const LIST: &'static str = T::LIST;
    const ORDER: &'static str = T::ORDER;
    const ID: &'static str = T::ID;

    fn id(&self) -> &str {
        &self.id
    }

    fn position(&self) -> Timestamp {
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::{Onto, Rescript, ScriptItem};
    use crate::{
        model::{FileInfo, GroupInfo, script::Script, script::ToScript},
        page::ListItem,
    };
    use proptest::{collection::vec, prelude::*};
    use serde::de::DeserializeSeed;
    use serde_json::{Value, json};

    /// Without a value in between.
    fn rewritten<T: Rescript>(text: &str) -> Result<Value, String> {
        let mut written = String::new();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        Onto::<T>::new(&mut written)
            .deserialize(&mut deserializer)
            .and_then(|()| deserializer.end())
            .map_err(|error| error.to_string())?;
        let value = serde_json::from_str(&written);
        Ok(seen(value.unwrap_or_else(|error| panic!("{error}: {written}"))))
    }

    /// As JavaScript sees it: all numbers are of one kind.
    fn seen(value: Value) -> Value {
        match value {
            Value::Number(number) => json!(number.as_f64().unwrap()),
            Value::Array(items) => items.into_iter().map(seen).collect(),
            Value::Object(members) => {
                members.into_iter().map(|(name, member)| (name, seen(member))).collect()
            }
            other => other,
        }
    }

    /// By way of the decoded value.
    fn decoded<T: ListItem + ToScript>(text: &str) -> Result<Value, String> {
        let value: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Ok(seen(serde_json::to_value(Script(&value)).unwrap()))
    }

    /// Texts of values that the service may send where it should not, or in an odd form.
    const ODD: &[&str] = &[
        "null",
        "true",
        "0",
        "-0",
        "-7",
        "\"7\"",
        "7.0",
        "7.5",
        "1e2",
        "9007199254740993",
        "18446744073709551615",
        "123456789012345678901234567890",
        "1e999",
        "\"\"",
        "\"a \\\"quoted\\\" \\\\ \\/ \\u0000\\n\\u00e9\"",
        "\"żółw 🐢 \u{2028}\u{7f}\"",
        "\"\\ud83d\\udc22\"",
        "\"\\ud83d\"",
        "\"2024-02-29T01:02:03.000004Z\"",
        "\"2024-02-29T01:02:03+02:00\"",
        "\"2023-02-29T01:02:03.000004Z\"",
        "[]",
        "{}",
        "[72, 72.5, null]",
        "[\"a\", \"a\"]",
        "{\"b\": \"1\", \"a\": \"2\", \"b\": \"3\", \"\": \"4\"}",
        "{\"snake_case\": null, \"uuid\": \"not mine\", \"__proto__\": {\"x\": [{}]}}",
        "{\"mime\": {\"mime\": \"a/b\", \"type\": \"a\", \"subtype\": \"b\", \"new\": 1}, \"new_one\": [1]}",
        "{\"image\": {\"format\": \"JPEG\", \"width\": \"10\", \"height\": 2e1, \"color_mode\": \"New\"}}",
        "{\"image\": {\"format\": \"JPEG\", \"width\": null, \"height\": 1}}",
        "{\"video\": {\"audio\": null, \"video\": [{\"frame_rate\": 25}]}}",
        "{\"aws_rekognition_detect_labels\": 5, \"uc_clamav_virus_scan\": {\"data\": {\"infected\": \"yes\"}}}",
        "{\"original_filename\": [\"<b>\"], \"metadata\": 3}",
        "{\"datetime_uploaded\": 1",
        "[1,]",
        "nul",
    ];

    const FIELDS: &[&str] = &[
        "uuid",
        "id",
        "url",
        "original_file_url",
        "original_filename",
        "size",
        "files_count",
        "mime_type",
        "is_image",
        "is_ready",
        "datetime_uploaded",
        "datetime_created",
        "datetime_stored",
        "content_info",
        "metadata",
        "variations",
        "tags",
        "appdata",
        "highlight",
        "extra",
        "originalFilename",
        "newField",
        "żółw \"🐢\"",
    ];

    fn plain(field: &str) -> Option<String> {
        let value = match field {
            "size" | "files_count" => json!(1024),
            "is_ready" => json!(true),
            "datetime_uploaded" | "datetime_created" => json!("2024-01-01T00:00:00.000001Z"),
            "metadata" => json!({"album": "summer"}),
            "uuid" | "id" | "url" | "original_filename" | "cdn_url" => json!(field),
            _ => return None,
        };
        Some(value.to_string())
    }

    fn object(members: &[(String, String)]) -> String {
        let members: Vec<_> =
            members.iter().map(|(key, value)| format!("{}: {value}", json!(key))).collect();
        format!("{{{}}}", members.join(", "))
    }

    /// Whatever comes: the same value, or the same complaint.
    fn check<T: ListItem + Rescript + ToScript>(text: &str) {
        let by_decoding = decoded::<T>(text);
        assert_eq!(rewritten::<T>(text), by_decoding, "{text}");
        let item = serde_json::from_str::<ScriptItem<T>>(text);
        assert_eq!(item.is_ok(), by_decoding.is_ok(), "{text}");
        if let (Ok(item), Ok(value)) = (item, serde_json::from_str::<T>(text)) {
            assert_eq!((item.id(), item.position()), (value.id(), value.position()), "{text}");
        }
    }

    #[test]
    fn every_odd_value_in_every_field() {
        for field in FIELDS {
            for value in ODD {
                let others = FIELDS.iter().chain(&["cdn_url"]).filter(|other| *other != field);
                let mut members: Vec<_> =
                    others.filter_map(|other| Some(((*other).to_owned(), plain(other)?))).collect();
                members.push(((*field).to_owned(), (*value).to_owned()));
                check::<FileInfo>(&object(&members));
                check::<GroupInfo>(&object(&members));
                // Of two fields of one name the last one counts.
                members.extend(plain(field).map(|value| ((*field).to_owned(), value)));
                check::<FileInfo>(&object(&members));
                members.rotate_right(1);
                check::<FileInfo>(&object(&members));
            }
        }
    }

    #[test]
    fn deep_values_are_refused_as_the_decoder_refuses_them() {
        for depth in [100, 200] {
            let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            let mut members: Vec<_> = FIELDS
                .iter()
                .filter_map(|field| Some(((*field).to_owned(), plain(field)?)))
                .collect();
            members.push(("new".to_owned(), deep));
            check::<FileInfo>(&object(&members));
        }
    }

    proptest! {
        #[test]
        fn equals_what_decoding_gives(
            picks in vec((0..FIELDS.len(), 0..ODD.len(), 0..4), 0..12),
            text in any::<String>(),
            number in any::<f64>(),
        ) {
            let mut members: Vec<_> = FIELDS
                .iter()
                .filter_map(|field| Some(((*field).to_owned(), plain(field)?)))
                .collect();
            for (field, value, kind) in picks {
                let value = match kind {
                    0 => ODD[value].to_owned(),
                    1 => json!({"a": text, text.as_str(): number}).to_string(),
                    2 => json!(text).to_string(),
                    _ => json!(number).to_string(),
                };
                members.push((FIELDS[field].to_owned(), value));
            }
            check::<FileInfo>(&object(&members));
            check::<GroupInfo>(&object(&members));
        }
    }
}
