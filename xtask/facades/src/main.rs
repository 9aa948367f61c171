use std::{fs, path::Path, process::ExitCode};

/// Writes the operations as data for the runners of the shared cases.
fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let written = uploadcare_facades::read(&root.join("core/src")).and_then(|definitions| {
        let text = format!("{:#}\n", uploadcare_facades::cases(&definitions));
        fs::write(root.join(uploadcare_facades::CASES), text).map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
