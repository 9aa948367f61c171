//! Line breaks as biome makes them.

/// Columns of a line, as `biome.json` has them.
pub const WIDTH: usize = 100;

/// `head`, items between commas and `tail` on one line, or each item on a line of its own.
pub fn list(indent: usize, head: &str, items: &[String], tail: &str) -> String {
    let pad = " ".repeat(indent);
    let line = format!("{pad}{head}{}{tail}\n", items.join(", "));
    if fits(&line) || items.is_empty() {
        return line;
    }
    let items: String = items.iter().map(|item| format!("{pad}  {item},\n")).collect();
    format!("{pad}{head}\n{items}{pad}{tail}\n")
}

/// A call, up to the arrow of its last argument, with what that gives: on one line, or on a line of
/// its own.
pub fn arrow(indent: usize, head: &str, body: &str) -> String {
    let pad = " ".repeat(indent);
    let line = format!("{pad}{head} {body});\n");
    if fits(&line) { line } else { format!("{pad}{head}\n{pad}  {body},\n{pad});\n") }
}

/// The import of names from a module, sorted; nothing if there are none.
pub fn import(keyword: &str, mut names: Vec<String>, module: &str) -> String {
    if names.is_empty() {
        return String::new();
    }
    let by_letter = |letter: char| (letter.to_ascii_lowercase(), letter.is_ascii_lowercase());
    names.sort_by_key(|name| {
        name.trim_start_matches("type ").chars().map(by_letter).collect::<Vec<_>>()
    });
    let (head, tail) = (format!("{keyword} {{"), format!("}} from '{module}';"));
    let line = format!("{head} {} {tail}\n", names.join(", "));
    if fits(&line) { line } else { list(0, &head, &names, &tail) }
}

fn fits(line: &str) -> bool {
    line.trim_end().chars().count() <= WIDTH
}

/// A doc comment of paragraphs and, after them, tags.
pub fn comment(indent: usize, paragraphs: &[String], tags: &[String]) -> String {
    let pad = " ".repeat(indent);
    if let ([only], []) = (paragraphs, tags) {
        let line = format!("{pad}/** {only} */\n");
        if fits(&line) {
            return line;
        }
    }
    let mut blocks: Vec<String> =
        paragraphs.iter().map(|text| wrapped(&format!("{pad} * "), text)).collect();
    if !tags.is_empty() {
        blocks.push(tags.iter().map(|text| wrapped(&format!("{pad} * "), text)).collect());
    }
    format!("{pad}/**\n{}{pad} */\n", blocks.join(&format!("{pad} *\n")))
}

/// A text broken between words, each line after `start`.
fn wrapped(start: &str, text: &str) -> String {
    let mut out = String::new();
    let mut line = start.to_owned();
    for word in text.split_whitespace() {
        let is_empty = line == start;
        if !is_empty && !fits(&format!("{line} {word}")) {
            out.push_str(&line);
            out.push('\n');
            line = start.to_owned();
        } else if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
    }
    out + &line + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_break_when_they_must() {
        let items = |count: usize| vec!["argument".to_owned(); count];
        assert_eq!(list(2, "f(", &items(2), ");"), "  f(argument, argument);\n");
        assert!(list(2, "f(", &items(10), ");").starts_with("  f(\n    argument,\n"));
        assert_eq!(list(2, "f(", &[], ");"), "  f();\n");
        assert_eq!(arrow(2, "f(() =>", "g()"), "  f(() => g());\n");
        let long = "g".repeat(WIDTH - 10);
        assert_eq!(arrow(2, "f(() =>", &long), format!("  f(() =>\n    {long},\n  );\n"));
        assert_eq!(import("import", vec![], "./a.js"), "");
        let names = ["call", "type CallOptions", "at"].map(str::to_owned).to_vec();
        let expected = "import { at, type CallOptions, call } from './a.js';\n";
        assert_eq!(import("import", names, "./a.js"), expected);
    }

    #[test]
    fn lines_of_comments_end_in_time() {
        let text = "word ".repeat(60);
        let comment = comment(2, &["One.".to_owned()], &[format!("@param x {text}")]);
        assert!(comment.lines().all(|line| line.chars().count() <= WIDTH && !line.ends_with(' ')));
        assert!(comment.starts_with("  /**\n   * One.\n   *\n   * @param x word"));
    }
}
