use std::{fs, path::Path, process::ExitCode};

/// Writes the generated files of the Swift package into the repository.
fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let written = uploadcare_swift_generator::render(&root).and_then(|files| {
        files.iter().try_for_each(|(path, text)| {
            fs::write(root.join(path), text).map_err(|error| format!("{}: {error}", path.display()))
        })
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
