//! Every recorded answer of the real REST API.

use uploadcare_tests::{recorded::check, shared};

#[test]
fn every_recorded_answer_survives() {
    let Some(path) = shared("recorded/open.jsonl") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let (mut decoded, mut losses) = (0, Vec::new());
    for (at, line) in text.lines().enumerate() {
        let exchange: serde_json::Value = serde_json::from_str(line).unwrap();
        let outcome = check(&exchange);
        decoded += outcome.decoded;
        if exchange["host_kind"] == "rest" && outcome.decoded == 0 {
            losses.push(format!(
                "line {}: nothing of {} was decoded",
                at + 1,
                exchange["endpoint"]
            ));
        }
        losses.extend(outcome.losses);
    }
    assert!(losses.is_empty(), "{losses:#?}");
    assert!(decoded >= 160, "only {decoded} answers found: the search is broken");
}
