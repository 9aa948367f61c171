/// The text as rustfmt, which comes with cargo, leaves it.
pub fn formatted(text: &str) -> Result<String, String> {
    use std::{
        io::Write,
        process::{Command, Stdio},
    };

    let failed = |error: std::io::Error| format!("rustfmt: {error}");
    let config = "max_width=100,use_small_heuristics=Max";
    let mut child = Command::new("rustfmt")
        .args([
            "--edition",
            "2024",
            "--style-edition",
            "2024",
            "--emit",
            "stdout",
            "--config",
            config,
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    // Closes the pipe, so that rustfmt begins.
    let written = child.stdin.take().map(|mut input| input.write_all(text.as_bytes()));
    written.transpose().map_err(failed)?;
    let output = child.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err("rustfmt cannot read the generated code".to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
