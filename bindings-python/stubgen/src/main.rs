use std::{fs, path::Path, process::ExitCode};

/// Writes the generated files of the Python package into the repository.
fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let written = uploadcare_stubgen::render(&root).and_then(|files| {
        for (path, text) in files {
            fs::write(root.join(&path), text)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            println!("wrote {}", path.display());
        }
        Ok(())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
