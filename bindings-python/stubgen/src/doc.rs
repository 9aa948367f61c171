//! Doc comments as docstrings.

/// Columns of a line, as set for `ruff`.
const WIDTH: usize = 100;

/// A docstring, with a line end, for a block of that indentation.
pub fn string(text: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "'''");
    let paragraphs: Vec<_> = text.split("\n\n").map(|one| fill(one, WIDTH - indent - 6)).collect();
    match paragraphs.as_slice() {
        [lines] if lines.len() == 1 => format!("{margin}\"\"\"{}\"\"\"\n", lines[0]),
        _ => {
            let mut out = format!("{margin}\"\"\"");
            for (at, lines) in paragraphs.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "\n" });
                for (line_at, line) in lines.iter().enumerate() {
                    out.push_str(if at == 0 && line_at == 0 { "" } else { &margin });
                    out.push_str(line);
                    out.push('\n');
                }
            }
            out + &margin + "\"\"\"\n"
        }
    }
}

fn fill(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn one_line_several_lines_and_paragraphs() {
        assert_eq!(string("Short.", 4), "    \"\"\"Short.\"\"\"\n");
        let long = string(&"word ".repeat(40), 4);
        assert!(long.lines().all(|line| line.len() <= 100), "{long}");
        assert!(long.ends_with("word\n    \"\"\"\n"), "{long}");
        assert_eq!(string("One.\n\nTwo.", 0), "\"\"\"One.\n\nTwo.\n\"\"\"\n");
    }
}
