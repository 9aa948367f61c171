//! Which files a search finds, in which order and why.

use std::{cmp::Ordering, collections::BTreeMap};

use serde::Serialize;

use super::{
    query::{Field, Order, Query},
    terms,
};
use crate::store::File;

/// A UUID that is searched for is the best of all matches.
const UUID_SCORE: u32 = 1_000_000;
const FILENAME_BOOST: u32 = 2;

/// A file that was found.
pub(super) struct Hit<'a> {
    pub file: &'a File,
    score: u32,
}

/// The texts of a file in which something matched, the matches put into `<em>`.
#[derive(Default, Serialize)]
pub(super) struct Highlight {
    #[serde(skip_serializing_if = "Option::is_none")]
    original_filename: Option<[String; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detected_mime_type: Option<[String; 1]>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    metadata: BTreeMap<String, String>,
}

/// The file as a hit, if all conditions hold.
pub(super) fn hit<'a>(query: &Query, file: &'a File) -> Option<Hit<'a>> {
    let holds = query.size.contains(&file.size)
        && query.uploaded.contains(&file.uploaded)
        && query.is_image.is_none_or(|wanted| wanted == file.is_image())
        && tags_hold(query, file)
        && exact_holds(query, file)
        && phrase_holds(query, file);
    if !holds {
        return None;
    }
    Some(Hit { file, score: score(query, file)? })
}

fn tags_hold(query: &Query, file: &File) -> bool {
    let wanted = &query.tags;
    let has = |tag: &String| file.tags.contains(tag);
    (wanted.any.is_empty() || wanted.any.iter().any(has))
        && wanted.all.iter().all(has)
        && !wanted.none.iter().any(has)
}

fn exact_holds(query: &Query, file: &File) -> bool {
    let wanted = &query.exact;
    let one_of = |list: &Option<Vec<String>>, is: &str| {
        list.as_ref().is_none_or(|list| list.iter().any(|wanted| wanted == is))
    };
    wanted.uuid.as_ref().is_none_or(|list| {
        let uuid = file.uuid.to_string();
        list.iter().any(|wanted| wanted.eq_ignore_ascii_case(&uuid))
    }) && one_of(&wanted.mime, &file.mime)
        && one_of(&wanted.filename, &file.filename)
        && wanted
            .metadata
            .iter()
            .all(|(key, list)| file.metadata.get(key).is_some_and(|value| list.contains(value)))
}

fn phrase_holds(query: &Query, file: &File) -> bool {
    let has = |text: &str, phrase: &[String]| terms::has_phrase(text, phrase, query.fuzzy);
    let wanted = &query.phrase;
    wanted.filename.as_ref().is_none_or(|phrase| has(&file.filename, phrase))
        && wanted.mime.as_ref().is_none_or(|phrase| has(&file.mime, phrase))
        && wanted
            .metadata
            .as_ref()
            .is_none_or(|phrase| file.metadata.values().any(|value| has(value, phrase)))
}

/// How well the file fits the text; `None` when some word is nowhere in it.
fn score(query: &Query, file: &File) -> Option<u32> {
    let Some(text) = &query.text else { return Some(0) };
    if text.uuid == Some(file.uuid) {
        return Some(UUID_SCORE);
    }
    if text.terms.is_empty() {
        return None;
    }
    let mut best = vec![0; text.terms.len()];
    let mut look = |text: &str, terms: &[String], boost: u32| {
        for (best, fit) in best.iter_mut().zip(terms::fits(text, terms, query.fuzzy)) {
            *best = (*best).max(fit * boost);
        }
    };
    look(&file.filename, &text.terms, FILENAME_BOOST);
    look(&file.mime, &text.terms, 1);
    for value in file.metadata.values() {
        look(value, &text.terms, 1);
    }
    if best.contains(&0) { None } else { Some(best.iter().sum()) }
}

/// Puts hits in the order asked for: else the best, then the newest first.
pub(super) fn sort(hits: &mut [Hit], sort: &[Order]) {
    let by_relevance = [
        Order { field: Field::Score, descending: true },
        Order { field: Field::Uploaded, descending: true },
    ];
    let sort = if sort.is_empty() { &by_relevance } else { sort };
    hits.sort_by(|a, b| {
        let mut orders = sort.iter().map(|order| {
            let ordering = match order.field {
                Field::Score => a.score.cmp(&b.score),
                Field::Uploaded => a.file.uploaded.cmp(&b.file.uploaded),
                Field::Size => a.file.size.cmp(&b.file.size),
                Field::Filename => a.file.filename.cmp(&b.file.filename),
            };
            if order.descending { ordering.reverse() } else { ordering }
        });
        // Files came by their age and, all else being equal, stay so.
        orders.find(|ordering| *ordering != Ordering::Equal).unwrap_or(Ordering::Equal)
    });
}

pub(super) fn highlight(query: &Query, file: &File) -> Highlight {
    let words = query.text.as_ref().map_or(&[] as &[String], |text| &text.terms);
    let emphasised = |text: &str, phrase: &Option<Vec<String>>| {
        let phrase = phrase.as_deref().unwrap_or_default();
        terms::emphasised(text, words, phrase, query.fuzzy)
    };
    let metadata = file
        .metadata
        .iter()
        .filter_map(|(key, value)| Some((key.clone(), emphasised(value, &query.phrase.metadata)?)));
    Highlight {
        original_filename: emphasised(&file.filename, &query.phrase.filename).map(|text| [text]),
        detected_mime_type: emphasised(&file.mime, &query.phrase.mime).map(|text| [text]),
        metadata: metadata.collect(),
    }
}
