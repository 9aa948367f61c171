use super::{Lazy, ListItem, Members};
use crate::{
    model::{FileInfo, GroupInfo},
    page::Page,
};
use proptest::{
    collection::vec,
    prelude::{
        BoxedStrategy, Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
    },
};
use serde_json::Value;

const FILE: &str = r#"{
    "uuid": "21975c81-7f57-4c7a-aef9-acfe28779f78", "url": "https://api.uploadcare.com/files/2/", "size": 5000000000,
    "original_file_url": null, "original_filename": "\u041f\u0440\ud83d\ude00 \"и\"\n.jpg", "mime_type": "image/jpeg",
    "is_image": true, "is_ready": false, "datetime_uploaded": "2018-11-26T12:49:10.477888Z",
    "datetime_stored": "2018-11-26T15:49:11+03:00", "datetime_removed": null, "content_info": {
        "mime": {"mime": "image/jpeg", "type": "image", "subtype": "jpeg", "more": [1e3, -0, {}]},
        "image": {"format": "JPEG", "width": "500", "height": 500.0, "dpi": [72, 72.5], "orientation": null,
            "geo_location": {"latitude": -1.5, "longitude": 2}, "color_mode": "HOLOGRAM"}, "video": null},
    "metadata": {"a\"b": "c"}, "variations": {"x": "y"}, "tags": ["cat"], "appdata": {"taste": {"data": "sweet"}},
    "highlight": "odd", "scent": {"notes": ["pine", null, 7], "fresh": true}}"#;

fn lazy<T: Members>(text: &str) -> Option<Lazy<T>> {
    Lazy::from_json(text).ok()
}

fn is_text<T: Members>(lazy: &Lazy<T>) -> bool {
    matches!(lazy, Lazy::Text(_))
}

#[test]
fn what_is_usual_stays_text() {
    let file = lazy::<FileInfo>(FILE).unwrap();
    assert!(is_text(&file));
    assert_eq!(*file.whole().unwrap(), serde_json::from_str(FILE).unwrap());
    assert_eq!(file.id(), "21975c81-7f57-4c7a-aef9-acfe28779f78");
    assert_eq!(file.position().to_string(), "2018-11-26T12:49:10.477888Z");
    let Lazy::Text(text) = &file else { unreachable!() };
    let of = |key: &str| text.raw_of(key).map(|raw| serde_json::from_str::<Value>(raw).unwrap());
    let all: Value = serde_json::from_str(FILE).unwrap();
    for key in FileInfo::KEYS {
        assert_eq!(of(key).as_ref(), all.get(key), "{key}");
    }
    let group = r#"{"id": "2~1", "datetime_created": "2018-11-26T12:49:10Z", "files_count": "1", "cdn_url": "a", "url": "b"}"#;
    assert!(is_text(&lazy::<GroupInfo>(group).unwrap()));
}

#[test]
fn what_is_odd_is_decoded_at_once() {
    let odd = [
        FILE.replacen("\"uuid\"", "\"\\u0075uid\"", 1),
        FILE.replacen("21975c81", "\\u0032", 1),
        FILE.replacen("\"sweet\"", &format!("\"{}\"", "x".repeat(70_000)), 1),
    ];
    for text in odd {
        let file = lazy::<FileInfo>(&text).unwrap();
        assert!(!is_text(&file), "{text}");
        assert_eq!(*file.whole().unwrap(), serde_json::from_str(&text).unwrap());
        let page = page_of(&[&text, FILE]);
        let page = Lazy::<FileInfo>::page(&page).unwrap();
        assert_eq!(page.results.iter().map(is_text).collect::<Vec<_>>(), [false, true]);
    }
}

fn page_of(items: &[&str]) -> String {
    format!(
        r#"{{"next": null, "total": "1", "new": 1, "results": [{}], "per_page": 1}}"#,
        items.join(",")
    )
}

#[test]
fn what_is_wrong_is_seen_at_once() {
    for (right, wrong) in [
        ("\"size\": 5000000000", "\"size\": 5.5"),
        ("\"size\": 5000000000", "\"size\": 99999999999999999999"),
        ("\"size\": 5000000000", "\"size\": null"),
        ("\"size\": 5000000000", "\"Size\": 1"),
        ("\"size\": 5000000000", "\"size\": \"x\", \"size\": 1"),
        ("\"is_ready\": false", "\"is_ready\": 0"),
        ("\"original_filename\": \"", "\"original_filename\": \"\\ud800 "),
        ("\"original_filename\": \"", "\"original_filename\": \"\t"),
        ("2018-11-26T12:49:10.477888Z", "2018-02-30T12:49:10.477888Z"),
        ("2018-11-26T12:49:10.477888Z", "2018-11-26T12:49"),
        ("\"latitude\": -1.5", "\"latitude\": \"-1.5\""),
        ("\"latitude\": -1.5", "\"latitude\": -01.5"),
        ("\"latitude\": -1.5", "\"latitude\": 1e999"),
        ("\"latitude\": -1.5, ", ""),
        ("\"type\": \"image\"", "\"type\": [\"image\"]"),
        ("[\"cat\"]", "[\"cat\", null]"),
        ("[\"cat\"]", "[\"cat\",]"),
        ("\"c\"", "1"),
        ("\"pine\"", "nil"),
    ] {
        let text = FILE.replacen(right, wrong, 1);
        assert_ne!(text, FILE);
        assert!(serde_json::from_str::<FileInfo>(&text).is_err(), "{text}");
        assert!(lazy::<FileInfo>(&text).is_none(), "{text}");
        assert!(Lazy::<FileInfo>::page(&page_of(&[FILE, &text])).is_none(), "{text}");
    }
    for text in [format!("{FILE} 1"), FILE[..FILE.len() - 1].to_owned(), String::new()] {
        assert!(lazy::<FileInfo>(&text).is_none(), "{text}");
    }
}

#[test]
fn odd_pages_are_left_to_the_decoder() {
    let usual = page_of(&["null", FILE]);
    let page = Lazy::<FileInfo>::page(&usual).unwrap();
    assert_eq!(page.results.len(), 1);
    for (right, odd) in [
        ("\"total\": \"1\"", "\"total\": \"1\", \"total\": 2"),
        ("\"total\": \"1\"", "\"total\": \"many\""),
        ("\"total\"", "\"\\u0074otal\""),
        ("\"new\": 1", "\"results\": []"),
        ("\"results\"", "\"Results\""),
        ("\"results\": [", "\"results\": [["),
    ] {
        assert!(Lazy::<FileInfo>::page(&usual.replacen(right, odd, 1)).is_none(), "{odd}");
    }
}

/// JSON of any kind, now and then wrong.
fn json() -> BoxedStrategy<String> {
    let text = |texts: &[&str]| {
        prop_oneof(texts.iter().map(|text| (1, Just((*text).to_owned()).boxed())).collect())
    };
    fn prop_oneof(options: Vec<(u32, BoxedStrategy<String>)>) -> BoxedStrategy<String> {
        proptest::strategy::Union::new_weighted(options).boxed()
    }
    let leaf = prop_oneof![
        4 => text(&["null", "true", "false", "0", "7", "-0", "-1.5", "72.5", "6.0", "1e3", "1E+2", "0.1e-3"]),
        1 => text(&["9223372036854775807", "9223372036854775808", "18446744073709551616", "1e400", "123456789012345678", "\"6\"", "\"6.0\""]),
        1 => text(&["01", "1.", ".5", "+1", "-", "nul", "NaN", "\"\\x\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u12\"", "\"\u{1}\"", "", "'a'"]),
        3 => text(&["\"a\"", "\"\"", "\"\\u0041\\\"\\n\"", "\"\\ud83d\\ude00\"", "\"Привет\"", "\"2018-11-26T12:49:10Z\"", "\"2018-11-26T12:49:10.477888Z\"", "\"2018-11-26 12:49\"", "\"2018-13-26T12:49:10Z\"", "\"2018-11-26T12:49:60Z\"", "\"2018-11-26T12:49:10.4Z\"", "\"2018-11-26T12:49:10+02:00\""]),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let name = prop_oneof![
            4 => text(&["mime", "image", "video", "type", "subtype", "format", "width", "height", "dpi", "latitude", "longitude", "data", "version", "Labels", "Name", "bitrate", "audio"]),
            1 => text(&["a", "m\\u0069me", "x\\ny"]),
        ];
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            vec((name, inner), 0..4).prop_map(|members| object(&members)),
        ]
    })
    .boxed()
}

fn object(members: &[(String, String)]) -> String {
    let members: Vec<_> =
        members.iter().map(|(name, value)| format!("\"{name}\" :\n{value}")).collect();
    format!("{{{}}}", members.join(" ,"))
}

/// A file of which some fields are something else, twice there, or gone.
fn file() -> impl Strategy<Value = String> {
    let names: Vec<_> = FileInfo::KEYS.iter().copied().chain(["scent", "s\\u0069ze"]).collect();
    let count = names.len();
    let changes = vec((0..count, json(), any::<bool>()), 0..4);
    changes.prop_map(move |changes| {
        let all: serde_json::Map<String, Value> = serde_json::from_str(FILE).unwrap();
        let mut members: Vec<_> =
            all.iter().map(|(name, value)| (name.clone(), value.to_string())).collect();
        for (index, value, is_second) in changes {
            if !is_second {
                members.retain(|(name, _)| name != names[index]);
            }
            members.push((names[index].to_owned(), value));
        }
        object(&members)
    })
}

proptest! {
    /// What stays text decodes, field by field, as the whole does; what does not decode is seen at once.
    #[test]
    fn as_the_decoder_has_it(text in file()) {
        let eager = serde_json::from_str::<FileInfo>(&text);
        match Lazy::<FileInfo>::from_json(&text) {
            Err(_) => prop_assert!(eager.is_err(), "{text}"),
            Ok(lazy) => {
                prop_assert_eq!(&*lazy.whole().unwrap(), &eager.unwrap());
                if let Lazy::Text(kept) = &lazy {
                    let all: Value = serde_json::from_str(&text).unwrap();
                    for key in FileInfo::KEYS {
                        let raw = kept.raw_of(key).map(|raw| serde_json::from_str::<Value>(raw).unwrap());
                        prop_assert_eq!(raw.as_ref(), all.get(key));
                    }
                }
            }
        }
    }

    #[test]
    fn pages_as_the_decoder_has_them(one in file(), other in file(), total in json()) {
        let text = page_of(&[&one, "null", &other]).replacen("\"1\"", &total, 1);
        let quick = Lazy::<FileInfo>::page(&text);
        match serde_json::from_str::<Page<FileInfo>>(&text) {
            Err(_) => prop_assert!(quick.is_none(), "{text}"),
            Ok(page) => {
                if let Some(quick) = quick {
                    prop_assert_eq!(quick.info, page.info);
                    prop_assert_eq!(quick.results.len(), page.results.len());
                    for (quick, item) in quick.results.iter().zip(&page.results) {
                        prop_assert_eq!(&*quick.whole().unwrap(), item);
                        prop_assert_eq!(quick.id(), item.id());
                        prop_assert_eq!(quick.position(), item.position());
                    }
                }
            }
        }
    }
}
