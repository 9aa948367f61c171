//! What the generator makes of definitions, without a Python in sight.

#![allow(clippy::unwrap_used)]

use std::{collections::BTreeMap, fs, path::Path};
use uploadcare_stubgen::render;

/// The generated files by their names.
fn rendered(definitions: &str) -> Result<BTreeMap<String, String>, String> {
    let root = tempfile::tempdir().unwrap();
    let source = root.path().join("core/src/files");
    fs::create_dir_all(&source).unwrap();
    fs::write(source.join("mod.rs"), definitions).unwrap();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    Ok(render(root.path())?.into_iter().map(|(path, text)| (name(&path), text)).collect())
}

#[test]
fn the_repository_has_what_follows_from_its_definitions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for (path, text) in render(&root).unwrap() {
        let found = fs::read_to_string(root.join(&path)).unwrap();
        assert!(found == text, "{} is not up to date: `cargo xtask generate`", path.display());
    }
}

const SENSES: &str = r#"
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
            /// Which one; null if it is unknown.
            pub r#type: Option<String>,
            /// What it likes.
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
            pub by_name: Option<HashMap<String, Vec<String>>>,
            pub since: Option<Timestamp>,
            pub prefetch: Option<bool>,
            pub cursor: Option<String>,
        }
    }
    #[open_enum]
    pub enum ErrorKind { NotFound, Rejected }
    impl Client {
        /// Noses of the project.
        pub fn noses(&self) -> Noses { Noses }
    }
    /// All noses.
    pub struct Noses;
    #[operations]
    impl Noses {
        /// Lists noses. Nothing is sent.
        ///
        /// `options`: which ones.
        pub fn list(&self, options: SmellOptions) -> Result<List<Nose>> {}

        /// Wipes a nose. It may be null.
        ///
        /// `file`: a picture of it.
        /// `scent`: what it smells of.
        /// Returns: the noses.
        /// Errors: `not_found` if there is none, `rejected` otherwise.
        /// Reference: REST API, Noses.
        pub async fn wipe(
            &self,
            file: impl Into<FileReference>,
            scent: Scent,
        ) -> Result<Vec<Nose>> {}

        /// Loses a nose.
        ///
        /// `id`: which one.
        pub async fn lose(&self, id: i64) -> Result<()> {}
        /// Follows a nose.
        ///
        /// `name`: its name.
        pub async fn follow(&self, name: &str) -> Result<Job> {}
    }
"#;

#[test]
fn every_type_of_a_field() {
    let files = rendered(SENSES).unwrap();
    for (file, part) in [
        ("_native.pyi", "    def type(self) -> str | None:\n        \"\"\"Which one; None if it"),
        ("_native.pyi", "def scents(self) -> dict[str, list[str]]:"),
        ("_native.pyi", "\"\"\"What it likes. Known values: `pine`, `SEA`.\"\"\""),
        ("_native.pyi", "def met(self) -> datetime | None:"),
        ("_native.pyi", "def other(self) -> Nose | None:"),
        ("_native.pyi", "def anything(self) -> Any:"),
        ("options.py", "Scent = Literal[\"pine\", \"SEA\"]"),
        ("options.py", "    duration: float | None\n    \"\"\"How long, in seconds.\"\"\"\n"),
        ("options.py", "    scents: Sequence[Scent] | None\n"),
        ("options.py", "    by_name: dict[str, list[str]] | None\n"),
        ("options.py", "    since: datetime | str | None\n"),
        ("__init__.py", "OPTIONS = [\n    \"Scent\",\n    \"SmellOptions\",\n]"),
        ("models.rs", "module.add_class::<Nose>()?;"),
    ] {
        assert!(files[file].contains(part), "no {part:?} in {}", files[file]);
    }
    assert!(!files["_native.pyi"].contains("def extra"));
}

#[test]
fn every_kind_of_operation() {
    let files = rendered(SENSES).unwrap();
    let wipe = "    async def wipe(self, file: FileReference, scent: Scent) -> builtins.list[Nose]:
        \"\"\"Wipes a nose.

        It may be None.

        Reference: REST API, Noses.

        Args:
            file: A picture of it.
            scent: What it smells of.

        Returns:
            The noses.

        Raises:
            NotFoundError: If there is none.
            RejectedError: Otherwise.
        \"\"\"
        return await self._link.native.noses_wipe_async(file_text(file, \"file\"), scent)
";
    for (file, part) in [
        ("resources.py", wipe),
        ("resources.py", "class AsyncNoses(Resource):\n    \"\"\"All noses.\"\"\""),
        ("resources.py", "    noses: AsyncNoses\n    \"\"\"Noses of the project.\"\"\""),
        ("resources.py", "return AsyncItemList(\"noses\", self._link.native.noses_list(options))"),
        ("resources.py", "        return Job(self._link, *started)\n"),
        ("resources.py", "        self._link.native.noses_lose(id)\n"),
        ("_native.pyi", "def noses_lose_async(self, id: int) -> Awaitable[None]: ..."),
        ("_native.pyi", "def noses_list(self, options: SmellOptions) -> NativeNosePages: ..."),
        ("operations.rs", "fn noses_lose / noses_lose_async(&self, py, id: &Bound<'_, PyAny>)"),
        ("operations.rs", "async move { api.follow(&name).await.map(started) }"),
    ] {
        assert!(files[file].contains(part), "no {part:?} in {}", files[file]);
    }
}

const VALUES_AND_ACCOUNTS: &str = r#"
    /// Direction of a thing.
    #[open_enum]
    pub enum Direction { Left, Right }
    #[options]
    pub struct TurnOptions {
        pub transformation: Option<Transformation>,
        pub x: Option<Length>,
    }
    /// Turns, one after the other.
    pub struct Transformation;
    #[operations]
    impl Transformation {
        /// Turns it.
        ///
        /// `angles`: by how much.
        /// `direction`: whither.
        /// `options`: where.
        pub fn turn(
            &self,
            angles: impl IntoIterator<Item = impl Into<Length>>,
            direction: Direction,
            options: TurnOptions,
        ) -> Result<Self> {}
    }
    impl Client {
        /// Noses.
        pub fn noses(&self) -> Noses { Noses }
    }
    pub struct Noses;
    #[operations]
    impl Noses {
        /// Loses all.
        pub async fn lose(&self) -> Result<()> {}
    }
    impl AccountClient {
        /// What was used.
        pub fn usage(&self) -> Used { Used }
    }
    /// What was used.
    pub struct Used;
    #[operations]
    impl Used {
        /// Tells it, later than `from`.
        ///
        /// `from`: the first day.
        /// `name`: whose.
        pub async fn get(&self, from: &str, name: &str) -> Result<String> {}
    }
"#;

#[test]
fn values_accounts_and_words_of_python() {
    let files = rendered(VALUES_AND_ACCOUNTS).unwrap();
    let turn = "class TransformationOperations(Value):
    \"\"\"Turns, one after the other.\"\"\"

    __slots__ = ()

    def turn(
        self, angles: Iterable[int | str], direction: Direction, **options: Unpack[TurnOptions]
    ) -> Self:
";
    let get = "    async def get(self, from_: date | str, name: str) -> str:
        \"\"\"Tells it, later than `from_`.

        Args:
            from_: The first day.
            name: Whose.
        \"\"\"
        return await self._link.native.usage_get_async(date_text(from_, \"from_\"), name)
";
    for (file, part) in [
        ("values.py", turn),
        (
            "values.py",
            "made = transformation_turn(self._text, lengths(angles, \"angles\"), direction, options)",
        ),
        ("values.py", "from ._native import transformation_turn\n"),
        ("options.py", "Direction = Literal[\"left\", \"right\"]"),
        ("options.py", "    transformation: Transformation | str | None\n"),
        ("options.py", "    x: int | str | None\n"),
        (
            "_native.pyi",
            "def transformation_turn(\n    transformation: str, angles: list[int | str]",
        ),
        ("_native.pyi", "def usage_get(self, from_: str, name: str) -> str: ..."),
        ("operations.rs", "let from_: String = argument(from_, \"from_\")?;"),
        ("values.rs", "module.add_function(wrap_pyfunction!(transformation_turn, module)?)?;"),
        ("resources.py", get),
        (
            "resources.py",
            "class AccountResources:\n    \"\"\"What a client of an account has.\"\"\"\n\n    usage: Used\n",
        ),
        (
            "resources.py",
            "class Resources:\n    \"\"\"What a client has.\"\"\"\n\n    noses: Noses\n    \"\"\"Noses.\"\"\"\n\n    def",
        ),
    ] {
        assert!(files[file].contains(part), "no {part:?} in {}", files[file]);
    }
}

#[test]
fn a_field_that_python_cannot_have_is_named() {
    let error = rendered("#[model] pub struct Nose { pub width: u64 }").unwrap_err();
    assert_eq!(error, "Nose.width has the unknown type u64");
    let error = rendered("#[model] pub struct Nose { pub width: (i64, i64) }").unwrap_err();
    assert!(error.contains("Nose.width"), "{error}");
}
