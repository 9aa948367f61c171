use std::{fs, path::Path, process::ExitCode};

/// Writes the generated files of the Python package into the repository.
fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let written = uploadcare_stubgen::render(&root).and_then(|files| {
        for (path, text) in files {
            let file = root.join(&path);
            // Untouched if equal, or what depends on it would be built again.
            if fs::read_to_string(&file).is_ok_and(|now| now == text) {
                continue;
            }
            fs::create_dir_all(file.parent().unwrap_or(&root))
                .and_then(|()| fs::write(&file, text))
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
