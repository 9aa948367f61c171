//! Names of files that somebody else has chosen.

/// Longest name, in bytes: what comes beside it while it is made has a longer one.
const LONGEST: usize = 200;

/// Names that mean devices, and no files, on Windows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name that is one file in one folder on every system, made of any text; None if nothing is left of it.
pub(super) fn safe(text: &str) -> Option<String> {
    let last = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last
        .chars()
        .map(|c| if c.is_control() || "<>:\"|?*".contains(c) { '_' } else { c })
        .collect();
    let mut name = name.trim_matches(|c: char| c == '.' || c.is_whitespace()).to_owned();
    // The end tells what kind of file it is.
    let extension = match name.rfind('.') {
        Some(at) if name.len() - at <= 20 => name[at..].to_owned(),
        _ => String::new(),
    };
    if name.len() > LONGEST {
        let mut cut = LONGEST - extension.len();
        while !name.is_char_boundary(cut) {
            cut -= 1;
        }
        name.truncate(cut);
        name.push_str(&extension);
    }
    let stem = name.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_port = stem.len() == 4
        && (stem.starts_with("com") || stem.starts_with("lpt"))
        && stem.ends_with(|c: char| c.is_ascii_digit());
    if DEVICES.contains(&stem.as_str()) || is_port {
        name.insert(0, '_');
    }
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::{Component, Path};

    #[test]
    fn names_of_others() {
        for (text, name) in [
            ("cat.jpg", Some("cat.jpg")),
            ("../../etc/passwd", Some("passwd")),
            ("..\\..\\boot.ini", Some("boot.ini")),
            ("/etc/", None),
            ("..", None),
            (" . ", None),
            ("", None),
            ("a\0b\n.txt", Some("a_b_.txt")),
            ("C:evil.txt", Some("C_evil.txt")),
            (".bashrc", Some("bashrc")),
            ("nul.txt", Some("_nul.txt")),
            ("COM1", Some("_COM1")),
            ("Привет, мир – naïve.txt", Some("Привет, мир – naïve.txt")),
        ] {
            assert_eq!(safe(text).as_deref(), name, "{text:?}");
        }
        let long = safe(&format!("{}.jpeg", "é".repeat(300))).unwrap();
        assert!(long.len() <= LONGEST && long.ends_with("é.jpeg"), "{long}");
    }

    proptest! {
        #[test]
        fn any_name_is_one_file_in_its_folder(text in "\\PC{0,300}") {
            if let Some(name) = safe(&text) {
                let path = Path::new(&name);
                let parts: Vec<_> = path.components().collect();
                prop_assert!(matches!(parts.as_slice(), [Component::Normal(_)]), "{name:?}");
                prop_assert!(name.len() <= LONGEST + 1);
            }
        }
    }
}
