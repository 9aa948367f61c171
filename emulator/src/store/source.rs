use uuid::Uuid;

use super::parse_uuid;

/// A file as calls refer to it: a UUID, a UUID with operations or a delivery URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    pub uuid: Uuid,
    /// The operations without the leading `-/`, such as `resize/x800/`; empty without any.
    pub effects: String,
}

impl Source {
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.split(['?', '#']).next()?;
        let path = match text.split_once("://") {
            None => text,
            Some((scheme, rest)) => {
                let web = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
                let (host, path) = rest.split_once('/')?;
                if !web || host.is_empty() {
                    return None;
                }
                path
            }
        };
        let uuid = parse_uuid(path.get(..36)?)?;
        let rest = match &path[36..] {
            "" => "",
            rest => rest.strip_prefix('/')?,
        };
        let effects = match rest.strip_prefix("-/") {
            // What follows the last slash is a file name.
            Some(operations) => &operations[..=operations.rfind('/')?],
            None if rest.contains('/') => return None,
            None => "",
        };
        let named = |operation: &str| {
            operation.starts_with(|c: char| c.is_ascii_lowercase()) && !operation.contains("//")
        };
        if !effects.is_empty() && !effects.split("/-/").all(named) {
            return None;
        }
        Some(Self { uuid, effects: effects.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    const ID: &str = "85b5644f-e692-4855-9db0-8c5a83096e25";

    #[test]
    fn ways_to_name_a_file() {
        for (text, effects) in [
            ("ID", ""),
            ("ID/", ""),
            ("ID/roof.jpg", ""),
            ("ID/-/resize/x800/", "resize/x800/"),
            ("ID/-/resize/x800/-/flip/", "resize/x800/-/flip/"),
            ("http://www.ucarecdn.com/ID/-/resize/200x/roof.jpg", "resize/200x/"),
            ("https://1s4oyld5dc.ucarecd.net/ID/", ""),
            ("http://127.0.0.1:8787/ID/a.png?token=x", ""),
        ] {
            let source = Source::parse(&text.replace("ID", ID));
            assert_eq!(source.map(|source| source.effects).as_deref(), Some(effects), "{text}");
        }
    }

    #[test]
    fn what_names_no_file() {
        for text in [
            "",
            "x",
            "IDx",
            "ID~2",
            "ID/nth/0/",
            "ID/-/resize",
            "ID/-//",
            "ftp://host/ID/",
            "https://ID/",
            "https://host/a/ID/",
            "/ID/",
        ] {
            assert_eq!(Source::parse(&text.replace("ID", ID)), None, "{text}");
        }
    }
}
