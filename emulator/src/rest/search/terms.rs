//! Words of texts and how they match.

/// Longer terms than this match whole words only.
const LONGEST_PART: usize = 15;

/// A word of a text.
struct Token {
    start: usize,
    end: usize,
    word: String,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                tokens.push(Token { start: from, end: at, word: text[from..at].to_lowercase() });
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

/// What is searched for, word by word.
pub(super) fn words(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.word).collect()
}

/// How well a word of a text fits a term; 0 when it does not.
fn fit(word: &str, term: &str, fuzzy: bool) -> u32 {
    if word == term {
        4
    } else if word.contains(term) && term.chars().count() <= LONGEST_PART {
        2
    } else {
        u32::from(fuzzy && within_one_edit(word, term))
    }
}

fn within_one_edit(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => short.get(same + 1..).unwrap_or_default() == long.get(same + 1..).unwrap_or_default(),
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

/// How well a text fits each of the terms.
pub(super) fn fits(text: &str, terms: &[String], fuzzy: bool) -> Vec<u32> {
    let tokens = tokens(text);
    let best = |term: &String| tokens.iter().map(|token| fit(&token.word, term, fuzzy)).max();
    terms.iter().map(|term| best(term).unwrap_or_default()).collect()
}

/// Where the words of a phrase stand in a text one after another: each the first token.
fn places(tokens: &[Token], phrase: &[String], fuzzy: bool) -> Vec<usize> {
    if phrase.is_empty() {
        return Vec::new();
    }
    let here = |window: &[Token]| {
        window.iter().zip(phrase).all(|(token, term)| fit(&token.word, term, fuzzy) > 0)
    };
    let windows = tokens.windows(phrase.len()).enumerate();
    windows.filter(|(_, window)| here(window)).map(|(at, _)| at).collect()
}

pub(super) fn has_phrase(text: &str, phrase: &[String], fuzzy: bool) -> bool {
    !places(&tokens(text), phrase, fuzzy).is_empty()
}

/// The text with the words that match put into `<em>`; `None` when none does.
pub(super) fn emphasised(
    text: &str,
    terms: &[String],
    phrase: &[String],
    fuzzy: bool,
) -> Option<String> {
    let tokens = tokens(text);
    let places = places(&tokens, phrase, fuzzy);
    let mut result = String::new();
    let mut written = 0;
    for (at, token) in tokens.iter().enumerate() {
        let in_phrase = places.iter().any(|place| (*place..place + phrase.len()).contains(&at));
        if in_phrase || terms.iter().any(|term| fit(&token.word, term, fuzzy) > 0) {
            result.push_str(&text[written..token.start]);
            result.push_str("<em>");
            result.push_str(&text[token.start..token.end]);
            result.push_str("</em>");
            written = token.end;
        }
    }
    if written == 0 {
        return None;
    }
    result.push_str(&text[written..]);
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::{emphasised, fit, within_one_edit, words};

    #[test]
    fn words_of_names() {
        assert_eq!(words("IMG-0412_Ёлка (1).JPG"), ["img", "0412", "ёлка", "1", "jpg"]);
        assert!(words("-- _.").is_empty());
    }

    #[test]
    fn parts_of_words_up_to_a_length() {
        assert_eq!(fit("holiday", "holiday", false), 4);
        assert_eq!(fit("holiday", "lida", false), 2);
        assert_eq!(fit("abcdefghijklmnopq", "abcdefghijklmno", false), 2);
        assert_eq!(fit("abcdefghijklmnopq", "abcdefghijklmnop", false), 0);
        assert_eq!(fit("holiday", "holidey", false), 0);
        assert_eq!(fit("holiday", "holidey", true), 1);
    }

    #[test]
    fn one_edit() {
        for (one, other) in [("cats", "cat"), ("cat", "cut"), ("cat", "at"), ("пёс", "пес")] {
            assert!(within_one_edit(one, other) && within_one_edit(other, one), "{one} {other}");
        }
        assert!(!within_one_edit("cat", "dog") && !within_one_edit("cats", "at"));
        assert!(!within_one_edit("act", "cat"));
    }

    #[test]
    fn emphasis() {
        let terms = words("holi");
        let shown = emphasised("my holiday.jpg", &terms, &[], false);
        assert_eq!(shown.as_deref(), Some("my <em>holiday</em>.jpg"));
        let phrase = words("big cat");
        let shown = emphasised("a cat big-cat", &[], &phrase, false);
        assert_eq!(shown.as_deref(), Some("a cat <em>big</em>-<em>cat</em>"));
        assert_eq!(emphasised("dog", &terms, &phrase, false), None);
    }
}
