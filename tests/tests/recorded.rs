//! Every recorded file object and file list of the real service.

use uploadcare_tests::{recorded::check, shared};

#[test]
fn every_recorded_file_survives() {
    let Some(path) = shared("recorded/open.jsonl") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let (mut decoded, mut losses) = (0, Vec::new());
    for line in text.lines() {
        let exchange = serde_json::from_str(line).unwrap();
        let outcome = check(&exchange);
        decoded += outcome.decoded;
        losses.extend(outcome.losses);
    }
    assert!(losses.is_empty(), "{losses:#?}");
    assert!(decoded >= 80, "only {decoded} lists and files found: the search is broken");
}
