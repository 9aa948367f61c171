//! What the generator makes of definitions, without a Python in sight.

#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};
use uploadcare_stubgen::render;

fn rendered(definitions: &str) -> Result<String, String> {
    let root = tempfile::tempdir().unwrap();
    let source = root.path().join("core/src/files");
    fs::create_dir_all(&source).unwrap();
    fs::write(source.join("mod.rs"), definitions).unwrap();
    Ok(render(root.path())?.into_values().collect())
}

#[test]
fn the_repository_has_what_follows_from_its_definitions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for (path, text) in render(&root).unwrap() {
        let found = fs::read_to_string(root.join(&path)).unwrap();
        assert!(found == text, "{} is not up to date: `cargo xtask generate`", path.display());
    }
}

#[test]
fn every_type_of_a_field() {
    let text = rendered(
        r#"
        /// How it smells.
        #[open_enum]
        pub enum Scent {
            /// Of the woods.
            Pine,
            #[wire("SEA")]
            Sea,
        }
        mod inner {
            #[model(closed)]
            pub struct Nose {
                /// Which one.
                pub r#type: Option<String>,
                pub scents: HashMap<String, Vec<Scent>>,
                pub met: Option<Timestamp>,
                pub other: Option<crate::Nose>,
                pub anything: Json,
            }
            #[options]
            pub struct SmellOptions {
                /// How long, in seconds.
                pub duration: Option<f64>,
                pub scents: Option<Vec<Scent>>,
                pub since: Option<Timestamp>,
            }
        }
        "#,
    )
    .unwrap();
    for part in [
        "    @property\n    def type(self) -> str | None:\n        \"\"\"Which one.\"\"\"\n",
        "def scents(self) -> dict[str, list[str]]:",
        "def met(self) -> datetime | None:",
        "def other(self) -> Nose | None:",
        "def anything(self) -> Any:",
        "Scent = Literal[\"pine\", \"SEA\"]",
        "    duration: float | None\n    \"\"\"How long, in seconds.\"\"\"\n",
        "    scents: Sequence[Scent] | None\n",
        "    since: datetime | str | None\n",
    ] {
        assert!(text.contains(part), "no {part:?} in {text}");
    }
    assert!(!text.contains("def extra"));
}

#[test]
fn a_field_that_python_cannot_have_is_named() {
    let error = rendered("#[model] pub struct Nose { pub width: u64 }").unwrap_err();
    assert_eq!(error, "Nose.width has the unknown type u64");
    let error = rendered("#[model] pub struct Nose { pub width: (i64, i64) }").unwrap_err();
    assert!(error.contains("Nose.width"), "{error}");
}
