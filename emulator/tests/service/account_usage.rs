use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Clock, Emulator};

use crate::{
    account::{Account, error},
    client::Project,
};

const DAY: i64 = 86_400;

/// An emulator at noon of 1 June 2025 and a project in it.
async fn noon() -> (Emulator, Account, Project) {
    let clock = Clock::fixed("2025-06-01T12:00:00Z".parse().unwrap());
    let emulator = Emulator::builder().clock(clock).start().await.unwrap();
    let account = Account::new(&emulator);
    let key = account.create(json!({ "name": "a" })).await;
    let project = account.client(&emulator, &key).await;
    (emulator, account, project)
}

async fn move_to(project: &Project, days: i64) {
    let offset = json!({ "offset_seconds": days * DAY });
    assert_eq!(project.control(Method::POST, "clock", offset).await.0, 200);
}

fn target(project: &Project, metric: &str, from: &str, to: &str) -> String {
    format!("/projects/{}/usage/{metric}?from={from}&to={to}", project.public_key())
}

async fn values(account: &Account, target: &str) -> Vec<Value> {
    let body = account.get_json(target).await;
    body["data"].as_array().unwrap().iter().map(|row| row["value"].clone()).collect()
}

#[tokio::test]
async fn usage_is_what_happened() {
    let (_emulator, account, project) = noon().await;
    let kept = project.upload("a", "text/plain", b"12345".to_vec()).await;
    let form = project.form().text("UPLOADCARE_STORE", "0");
    let part = reqwest::multipart::Part::text("123456789").file_name("temporary");
    assert_eq!(project.post_form(form.part("file", part), "").await.status(), 200);
    move_to(&project, 2).await;
    let uuid = project.upload("b", "text/plain", b"123".to_vec()).await;
    let (status, _) = project.call(Method::DELETE, &format!("/files/{kept}/storage/")).await;
    assert_eq!(status, 200);
    move_to(&project, 3).await;
    assert_eq!(project.call(Method::DELETE, &format!("/files/{uuid}/storage/")).await.0, 200);
    move_to(&project, 5).await;
    // The temporary file expired at noon of the second day.
    let storage = target(&project, "storage/", "2025-05-31", "2025-06-05");
    assert_eq!(values(&account, &storage).await, [0, 14, 5, 3, 0]);

    let days = json!({ "days": [
        { "date": "2025-06-02", "traffic": 1000, "storage": 7, "operations": 3 },
        { "date": "2025-06-02", "traffic": 1, "operations": 1 },
        { "date": "2025-06-03", "storage": 2 },
    ] });
    let (status, added) = project.control(Method::POST, "usage", days).await;
    assert_eq!((status, added["days"].as_array().unwrap().len()), (201, 3));
    let all = account.get_json(&target(&project, "", "2025-06-02", "2025-06-04")).await;
    let expected = json!({
        "units": { "traffic": "bytes", "storage": "bytes", "operations": "operations" },
        "data": [
            { "date": "2025-06-02", "traffic": 1001, "storage": 12, "operations": 4 },
            { "date": "2025-06-03", "traffic": 0, "storage": 5, "operations": 0 },
        ],
    });
    assert_eq!(all, expected);
    for (metric, unit, value) in
        [("traffic", "bytes", 1001), ("storage", "bytes", 12), ("operations", "operations", 4)]
    {
        let target = target(&project, &format!("{metric}/"), "2025-06-02", "2025-06-03");
        let data = json!([{ "date": "2025-06-02", "value": value }]);
        let expected = json!({ "metric": metric, "unit": unit, "data": data });
        assert_eq!(account.get_json(&target).await, expected);
    }
    for wrong in
        [json!({}), json!({ "days": [{ "traffic": 1 }] }), json!({ "days": [{ "date": "x" }] })]
    {
        assert_eq!(project.control(Method::POST, "usage", wrong).await.0, 400);
    }
}

#[tokio::test]
async fn dates_are_checked() {
    let (_emulator, account, project) = noon().await;
    let refusal = async |from: &str, to: &str| {
        account.call(Method::GET, &target(&project, "", from, to)).await
    };
    let invalid = |text: &str| (400, error(text, "invalid_parameter"));
    let order = invalid("from should be before to.");
    assert_eq!(refusal("2025-05-02", "2025-05-01").await, order);
    assert_eq!(refusal("2025-05-02", "2025-05-02").await, order);
    let today = invalid("to should be before today.");
    assert_eq!(refusal("2025-05-02", "2025-06-01").await, today);
    assert_eq!(refusal("2025-05-02", "2025-06-02").await, today);
    let span = invalid("from and to should be at most 90 days apart.");
    assert_eq!(refusal("2025-03-01", "2025-05-31").await, span);
    for (from, name) in
        [("1", "from"), ("2025-5-2", "from"), ("2025-02-30", "from"), ("%202025-05-02", "from")]
    {
        let text = format!("{name} should be a date as YYYY-MM-DD.");
        assert_eq!(refusal(from, "2025-05-31").await, invalid(&text), "{from}");
    }
    let days = account.get_json(&target(&project, "traffic/", "2025-03-02", "2025-05-31")).await;
    assert_eq!(days["data"].as_array().unwrap().len(), 90);
    let path = format!("/projects/{}/usage/", project.public_key());
    let missing = account.call(Method::GET, &path).await;
    assert_eq!(missing, invalid("from is required."));
    let missing = account.call(Method::GET, &format!("{path}?from=2025-05-01")).await;
    assert_eq!(missing, invalid("to is required."));
    // Today is a day of the project's time.
    move_to(&project, 1).await;
    assert_eq!(refusal("2025-05-02", "2025-06-01").await.0, 200);

    let unknown = target(&project, "weather/", "2025-05-01", "2025-05-02");
    let unknown = account.call(Method::GET, &unknown).await;
    assert_eq!(unknown, (404, error("Metric not found.", "not_found_error")));
}
