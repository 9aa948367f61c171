use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use uploadcare_emulator::{Emulator, ProjectKeys, Seed};

use crate::client::{Project, detail, header};

/// An account and a client that has its token.
pub struct Account {
    pub token: String,
    pub base: String,
    http: Client,
}

impl Account {
    pub fn new(emulator: &Emulator) -> Self {
        let base = emulator.api_base().trim_end_matches('/').to_owned();
        Self { token: emulator.create_account(), base, http: Client::new() }
    }

    pub fn request(&self, method: Method, target: &str) -> RequestBuilder {
        let url = format!("{}{target}", self.base);
        self.http.request(method, url).bearer_auth(&self.token)
    }

    pub async fn send(&self, method: Method, target: &str, body: Value) -> (u16, Value) {
        answer(self.request(method, target).json(&body)).await
    }

    pub async fn call(&self, method: Method, target: &str) -> (u16, Value) {
        answer(self.request(method, target)).await
    }

    pub async fn get_json(&self, target: &str) -> Value {
        let (status, body) = self.call(Method::GET, target).await;
        assert_eq!(status, 200, "{target}: {body}");
        body
    }

    /// A call of the control API under this account.
    pub async fn control(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}/_control/accounts/{}/{path}", self.base, self.token);
        answer(self.http.request(method, url.trim_end_matches('/')).json(&body)).await
    }

    /// Creates a project and answers its public key.
    pub async fn create(&self, body: Value) -> String {
        let (status, project) = self.send(Method::POST, "/projects/", body).await;
        assert_eq!(status, 201, "{project}");
        project["pub_key"].as_str().unwrap().to_owned()
    }

    /// A client of a project of this account, with a new secret key.
    pub async fn client(&self, emulator: &Emulator, public_key: &str) -> Project {
        let target = format!("/projects/{public_key}/secrets/");
        let (status, made) = self.call(Method::POST, &target).await;
        assert_eq!(status, 201);
        let secret_key = made["secret"].as_str().unwrap().to_owned();
        let keys = ProjectKeys { public_key: public_key.to_owned(), secret_key };
        Project::with_keys(emulator, keys)
    }
}

pub async fn answer(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap_or_default())
}

pub fn error(message: &str, code: &str) -> Value {
    json!({ "message": message, "code": code })
}

fn one(public_key: &str) -> String {
    format!("/projects/{public_key}/")
}

#[tokio::test]
async fn only_a_token_opens_an_account() {
    let emulator = Emulator::start().await.unwrap();
    let account = Account::new(&emulator);
    let url = format!("{}/projects/", account.base);
    let invalid = error("Invalid token.", "invalid_token");
    for header_value in ["", "Bearer ", "Bearer x", "Uploadcare.Simple demopublickey:demosecretkey"]
    {
        let request = account.http.get(&url).header("Authorization", header_value);
        let response = request.send().await.unwrap();
        assert_eq!(header(&response, "www-authenticate"), "Bearer");
        assert_eq!(header(&response, "content-type"), "application/json");
        assert_eq!(response.status(), 401, "{header_value}");
        assert_eq!(response.json::<Value>().await.unwrap(), invalid);
    }
    assert_eq!(account.http.get(&url).send().await.unwrap().status(), 401);
    assert_eq!(account.get_json("/projects/").await["total"], 0);

    let mine = account.create(json!({ "name": "mine" })).await;
    let stranger = Account::new(&emulator);
    let forbidden = (403, error("No access to project.", "forbidden"));
    let unknown = (404, error("Project not found.", "not_found_error"));
    let below = |key: &str| {
        ["", "secrets/", "usage/", "usage/traffic/"].map(|rest| format!("{}{rest}", one(key)))
    };
    for target in below(&mine) {
        assert_eq!(stranger.call(Method::GET, &target).await, forbidden, "{target}");
    }
    for target in below("demopublickey") {
        assert_eq!(account.call(Method::GET, &target).await, forbidden, "{target}");
    }
    for target in below("nobodys") {
        assert_eq!(account.call(Method::GET, &target).await, unknown, "{target}");
    }
    for method in [Method::POST, Method::DELETE] {
        assert_eq!(stranger.send(method, &one(&mine), json!({})).await, forbidden);
    }
    assert_eq!(stranger.get_json("/projects/").await["total"], 0);

    let refused = error("Method \"PUT\" not allowed.", "method_not_allowed");
    let response = account.request(Method::PUT, &one(&mine)).send().await.unwrap();
    assert_eq!(header(&response, "allow"), "DELETE, GET, HEAD, OPTIONS, POST");
    assert_eq!(response.status(), 405);
    assert_eq!(response.json::<Value>().await.unwrap(), refused);
}

#[tokio::test]
async fn a_project_is_made_and_shown() {
    let emulator = Emulator::start().await.unwrap();
    let account = Account::new(&emulator);
    let features = json!({
        "uploads": { "filesize_limit": 4, "autostore": false, "weather": "good" },
        "team_members": { "team_size": 3 },
    });
    let new = json!({ "name": "First", "features": features });
    let (status, project) = account.send(Method::POST, "/projects/", new).await;
    let key = project["pub_key"].as_str().unwrap().to_owned();
    let expected = json!({
        "pub_key": key,
        "name": "First",
        "is_blocked": false,
        "is_search_index_allowed": true,
        "is_shared_project": false,
        "features": {
            "gif_to_video_conversion": { "is_enabled": true },
            "mime_type_filtering": { "mime_types": [], "is_mime_filtering_enabled": false },
            "team_members": { "team_size": 3 },
            "uploads": {
                "filesize_limit": 4,
                "autostore": false,
                "image_resolution_limit": null,
                "is_signed_upload_enabled": false,
            },
            "video_processing": { "is_enabled": true },
            "malware_protection": { "is_enabled": false },
            "svg_validation": { "is_enabled": false },
        },
    });
    assert_eq!((status, &project), (201, &expected));
    assert_eq!(account.get_json(&one(&key)).await, expected);
    let page = json!({
        "next": null, "previous": null, "total": 1, "per_page": 20, "results": [expected],
    });
    assert_eq!(account.get_json("/projects/").await, page);

    // It has one secret key, which nobody is told.
    let secrets = account.get_json(&format!("{}secrets/", one(&key))).await;
    assert_eq!(secrets["total"], 1);
    assert_eq!(secrets["results"][0]["hint"].as_str().unwrap().len(), 4);

    let client = account.client(&emulator, &key).await;
    let info = client.get_json("/project/").await;
    assert_eq!((&info["name"], &info["autostore_enabled"]), (&json!("First"), &json!(false)));
    let uuid = client.upload("a", "text/plain", b"abcd".to_vec()).await;
    let file = client.get_json(&format!("/files/{uuid}/")).await;
    assert!(file["datetime_stored"].is_null());
}

#[tokio::test]
async fn changes_take_effect() {
    let emulator = Emulator::start().await.unwrap();
    let account = Account::new(&emulator);
    let key = account.create(json!({ "name": "a" })).await;
    let client = account.client(&emulator, &key).await;
    let change = async |body: Value| {
        let (status, project) = account.send(Method::POST, &one(&key), body).await;
        assert_eq!(status, 200, "{project}");
        project
    };
    let upload = async || {
        let part = reqwest::multipart::Part::text("12345").file_name("a");
        let response = client.post_form(client.form().part("file", part), "").await;
        response.text().await.unwrap()
    };
    let uploads = async |name: &str, value: Value| {
        change(json!({ "features": { "uploads": { name: value } } })).await
    };
    uploads("filesize_limit", json!(4)).await;
    assert_eq!(upload().await, "File is too large.");
    let project = uploads("filesize_limit", Value::Null).await;
    assert!(project["features"]["uploads"]["filesize_limit"].is_null());
    assert!(upload().await.starts_with('{'));
    uploads("is_signed_upload_enabled", json!(true)).await;
    assert_eq!(upload().await, "`signature` is required.");
    uploads("is_signed_upload_enabled", json!(false)).await;

    let filter = |filter: Value| json!({ "features": { "mime_type_filtering": filter } });
    let off = change(filter(json!({ "mime_types": ["image/*"] }))).await;
    assert_eq!(off["features"]["mime_type_filtering"]["mime_types"], json!(["image/*"]));
    assert!(upload().await.starts_with('{'));
    change(filter(json!({ "is_mime_filtering_enabled": true }))).await;
    assert_eq!(upload().await, "Uploading of these file types is not allowed.");
    change(filter(json!({ "mime_types": ["text/plain"] }))).await;
    assert!(upload().await.starts_with('{'));
    let off = change(filter(json!({ "is_mime_filtering_enabled": false }))).await;
    assert_eq!(off["features"]["mime_type_filtering"]["mime_types"], json!(["text/plain"]));

    assert_eq!(change(json!({ "is_blocked": true })).await["is_blocked"], true);
    assert_eq!(upload().await, "Account has been blocked.");
    change(json!({ "is_blocked": false })).await;
    assert!(upload().await.starts_with('{'));

    let off = json!({ "features": { "video_processing": { "is_enabled": false } } });
    change(off).await;
    let paths = json!({ "paths": ["00000000-0000-4000-8000-000000000000/video/"] });
    let refused = client.send(Method::POST, "/convert/video/", paths).await;
    let text = "Video conversion feature is not available for this project.";
    assert_eq!(refused, (400, detail(text)));

    let kept = json!({
        "is_search_index_allowed": false,
        "features": {
            "gif_to_video_conversion": { "is_enabled": false },
            "malware_protection": { "is_enabled": true },
            "svg_validation": { "is_enabled": true },
            "uploads": { "image_resolution_limit": 75_000_000 },
        },
    });
    change(kept.clone()).await;
    let project = account.get_json(&one(&key)).await;
    assert_eq!(
        (&project["name"], &project["is_search_index_allowed"]),
        (&json!("a"), &json!(false))
    );
    for (pointer, value) in [
        ("gif_to_video_conversion/is_enabled", json!(false)),
        ("malware_protection/is_enabled", json!(true)),
        ("svg_validation/is_enabled", json!(true)),
        ("uploads/image_resolution_limit", json!(75_000_000)),
    ] {
        assert_eq!(project["features"].pointer(&format!("/{pointer}")), Some(&value), "{pointer}");
    }
}

#[tokio::test]
async fn bodies_are_checked() {
    let emulator = Emulator::start().await.unwrap();
    let account = Account::new(&emulator);
    let key = account.create(json!({ "name": "a" })).await;
    let before = account.get_json(&one(&key)).await;
    let invalid = |message: &str| (400, error(message, "invalid_parameter"));
    for (body, message) in [
        (json!({ "name": "" }), "name should be a text that is not empty."),
        (json!({ "name": null }), "name should be a text that is not empty."),
        (json!({ "name": "b", "is_blocked": "no" }), "is_blocked should be true or false."),
        (json!({ "features": [] }), "features should be an object."),
        (
            json!({ "name": "b", "features": { "uploads": { "filesize_limit": -1 } } }),
            "features.uploads.filesize_limit should be a non-negative integer or null.",
        ),
        (
            json!({ "features": { "mime_type_filtering": { "mime_types": [1] } } }),
            "features.mime_type_filtering.mime_types should be a list of texts.",
        ),
        (json!([]), "Expected JSON object."),
    ] {
        let refused = account.send(Method::POST, &one(&key), body.clone()).await;
        assert_eq!(refused, invalid(message), "{body}");
    }
    assert_eq!(account.get_json(&one(&key)).await, before);
    let nameless = account.send(Method::POST, "/projects/", json!({})).await;
    assert_eq!(nameless, invalid("name is required."));
    let (status, body) = answer(account.request(Method::POST, "/projects/").body("{")).await;
    assert_eq!((status, &body["code"]), (400, &json!("parse_error")));
    assert_eq!(account.get_json("/projects/").await["total"], 1);
}

#[tokio::test]
async fn a_deleted_project_is_gone_everywhere() {
    let emulator = Emulator::start().await.unwrap();
    let account = Account::new(&emulator);
    let key = account.create(json!({ "name": "a" })).await;
    let client = account.client(&emulator, &key).await;
    let uuid = client.upload("a.txt", "text/plain", b"a".to_vec()).await;
    let delivered = || client.http.get(format!("{}/{uuid}/", client.base)).send();
    assert_eq!(delivered().await.unwrap().status(), 200);
    assert_eq!(account.call(Method::DELETE, &one(&key)).await, (204, Value::Null));

    assert_eq!(delivered().await.unwrap().status(), 404);
    let response = client.get("/files/").await;
    assert_eq!(response.status(), 401);
    let text = format!("Public key {key} not found.");
    assert_eq!(response.json::<Value>().await.unwrap(), detail(&text));
    let part = reqwest::multipart::Part::text("a").file_name("a");
    let response = client.post_form(client.form().part("file", part), "?jsonerrors=1").await;
    let body: Value = response.json().await.unwrap();
    assert_eq!(body["error"]["error_code"], "ProjectPublicKeyInvalidError");
    let unknown = (404, error("Project not found.", "not_found_error"));
    assert_eq!(account.call(Method::GET, &one(&key)).await, unknown);
    assert_eq!(account.call(Method::DELETE, &one(&key)).await, unknown);
    assert_eq!(account.get_json("/projects/").await["results"], json!([]));
    // Its key is never given out again.
    let again = account.http.post(format!("{}/_control/projects", account.base));
    let (status, _) = answer(again.json(&json!({ "public_key": key }))).await;
    assert_eq!(status, 409);
}

#[tokio::test]
async fn lists_are_walked_by_next() {
    let emulator = Emulator::start().await.unwrap();
    let account = Account::new(&emulator);
    let mut keys = Vec::new();
    for number in 0..5 {
        keys.push(account.create(json!({ "name": format!("{number}") })).await);
    }
    let mut seen = Vec::new();
    let mut target = "/projects/?limit=2".to_owned();
    let mut links = Vec::new();
    loop {
        let page = account.get_json(&target).await;
        assert_eq!((&page["total"], &page["per_page"]), (&json!(5), &json!(2)));
        let results = page["results"].as_array().unwrap();
        seen.extend(results.iter().map(|project| project["pub_key"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        links.push(next.to_owned());
        target = next.strip_prefix(&account.base).unwrap().to_owned();
    }
    assert_eq!(json!(seen), json!(keys));
    let link = |offset| format!("{}/projects/?limit=2&offset={offset}", account.base);
    assert_eq!(links, [link(2), link(4)]);
    let page = account.get_json("/projects/?limit=2&offset=4").await;
    assert_eq!(page["previous"], link(2));
    assert_eq!(account.get_json("/projects/?offset=9").await["results"], json!([]));

    let foreign = "https://app.uploadcare.com/apps/api/project-api/v1/projects/";
    let settings = json!({ "next_base": foreign });
    let set = account.control(Method::PATCH, "", settings.clone()).await;
    assert_eq!(set, (200, settings));
    let page = account.get_json("/projects/?limit=2").await;
    assert_eq!(page["next"], format!("{foreign}?limit=2&offset=2"));
    let secrets = format!("{}secrets/", one(&keys[0]));
    account.call(Method::POST, &secrets).await;
    let page = account.get_json(&format!("{secrets}?limit=1")).await;
    assert_eq!(page["next"], format!("{foreign}{}/secrets/?limit=1&offset=1", keys[0]));
    let reset = account.control(Method::PATCH, "", json!({ "next_base": null })).await;
    assert_eq!(reset, (200, json!({ "next_base": null })));
    for wrong in [json!({ "next_base": "/projects/" }), json!({ "base": "x" }), json!([])] {
        assert_eq!(account.control(Method::PATCH, "", wrong).await.0, 400);
    }

    for limit in ["0", "101", "x", "-1"] {
        let refused = account.call(Method::GET, &format!("/projects/?limit={limit}")).await;
        let text = "limit should be an integer from 1 to 100.";
        assert_eq!(refused, (400, error(text, "invalid_parameter")), "{limit}");
    }
    assert_eq!(account.call(Method::GET, "/projects/?offset=-1").await.0, 400);
    assert_eq!(account.get_json("/projects/?limit=100").await["per_page"], 100);
}

#[tokio::test]
async fn existing_projects_may_belong_to_an_account() {
    let emulator = Emulator::start().await.unwrap();
    let http = Client::new();
    let control = |path: &str| http.post(format!("{}{path}", emulator.control_base()));
    let made = answer(control("accounts").json(&json!({ "token": "t0ken" }))).await;
    assert_eq!(made, (201, json!({ "token": "t0ken" })));
    let again = answer(control("accounts").json(&json!({ "token": "t0ken" }))).await;
    assert_eq!(again.0, 409);
    for token in ["", "a/b", "a b"] {
        let refused = answer(control("accounts").json(&json!({ "token": token }))).await;
        assert_eq!(refused.0, 400, "{token:?}");
    }
    let (_, random) = answer(control("accounts")).await;
    assert_eq!(random["token"].as_str().unwrap().len(), 40);

    let keys = json!({ "public_key": "pk1", "secret_key": "sk1", "account": "t0ken" });
    let made = answer(control("projects").json(&keys)).await;
    assert_eq!(made, (201, json!({ "public_key": "pk1", "secret_key": "sk1" })));
    let nobody = answer(control("projects").json(&json!({ "account": "other" }))).await;
    assert_eq!(nobody, (404, json!({ "error": "there is no such account" })));
    let base = emulator.api_base().trim_end_matches('/').to_owned();
    let account = Account { token: "t0ken".to_owned(), base, http };
    let page = account.get_json("/projects/").await;
    assert_eq!((&page["total"], &page["results"][0]["name"]), (&json!(1), &json!("pk1")));
    let secrets = account.get_json("/projects/pk1/secrets/").await;
    assert_eq!(secrets["results"][0]["hint"], "sk1");
}

#[tokio::test]
async fn accounts_have_a_log_and_troubles_of_their_own() {
    let emulator = Emulator::start().await.unwrap();
    let account = Account::new(&emulator);
    let other = Account::new(&emulator);
    let key = account.create(json!({ "name": "a" })).await;
    let client = account.client(&emulator, &key).await;
    let fault = json!({
        "method": "GET", "route": "/projects/{pub_key}/", "times": 1,
        "respond": { "status": 502, "body": "<html>" },
    });
    assert_eq!(account.control(Method::POST, "faults", fault).await.0, 201);
    let of_projects = json!({ "upload_error": "AccountBlockedError" });
    assert_eq!(account.control(Method::POST, "faults", of_projects).await.0, 400);
    // Faults of a project are for its own requests, those of an account for the Project API.
    let of_project = uploadcare_emulator::Fault { drop: true, ..Default::default() };
    emulator.add_fault(&key, of_project).unwrap();
    assert_eq!(account.get_json("/projects/").await["total"], 1);
    let response = account.request(Method::GET, &one(&key)).send().await.unwrap();
    assert_eq!((response.status().as_u16(), &*response.text().await.unwrap()), (502, "<html>"));
    assert_eq!(account.call(Method::GET, &one(&key)).await.0, 200);
    assert_eq!(account.control(Method::GET, "faults", json!({})).await.1, json!({ "faults": [] }));
    assert!(client.simple(Method::GET, "/files/").send().await.is_err());

    let limit = json!({ "per_second": 0.001, "burst": 1 });
    assert_eq!(account.control(Method::POST, "rate_limit", limit).await.0, 201);
    assert_eq!(account.call(Method::GET, "/projects/").await.0, 200);
    let response = account.request(Method::GET, "/projects/").send().await.unwrap();
    assert_eq!(response.status(), 429);
    assert!(header(&response, "retry-after").parse::<u64>().unwrap() >= 1);
    let throttled = error("Request was throttled.", "throttled");
    assert_eq!(response.json::<Value>().await.unwrap(), throttled);
    assert_eq!(other.call(Method::GET, "/projects/").await.0, 200);
    assert_eq!(account.control(Method::GET, "rate_limit", json!({})).await.1["refused"], 1);
    assert_eq!(account.control(Method::DELETE, "rate_limit", json!({})).await.0, 204);
    assert_eq!(account.control(Method::GET, "rate_limit", json!({})).await.0, 404);
    let stats = account.control(Method::GET, "stats", json!({})).await.1;
    assert_eq!(stats, json!({ "in_flight": 0, "cancelled": 0, "requests": 7 }));
    assert_eq!(emulator.stats(&key).unwrap().requests, 1);

    let agent = format!("UploadcareSDK/1.0/{key} (Swift/6.0)");
    let request = account.request(Method::GET, &format!("{}usage/traffic/", one(&key)));
    assert_eq!(request.header("User-Agent", &agent).send().await.unwrap().status(), 400);
    let wrong = account.http.get(format!("{}/projects/", account.base)).bearer_auth("planted");
    assert_eq!(wrong.send().await.unwrap().status(), 401);
    let query = format!("account={}&settled=true", account.token);
    let url = format!("{}requests?{query}", emulator.control_base());
    let (status, logged) = answer(account.http.get(url)).await;
    assert_eq!((status, logged["requests"].as_array().unwrap().len()), (200, 8));
    let last = &logged["requests"][7];
    assert_eq!(last["route"], "/projects/{pub_key}/usage/{metric}/");
    assert_eq!((&last["scheme"], &last["authenticated"]), (&json!("bearer"), &json!(true)));
    assert_eq!((&last["public_key"], &last["language"]), (&json!(key), &json!("Swift")));
    let first = &logged["requests"][0];
    assert_eq!((&first["route"], &first["public_key"]), (&json!("/projects/"), &Value::Null));
    let (_, all) = answer(account.http.get(format!("{}requests", emulator.control_base()))).await;
    let refused = all["requests"].as_array().unwrap().last().unwrap();
    assert_eq!((&refused["status"], &refused["authenticated"]), (&json!(401), &json!(false)));
    let text = all.to_string();
    assert!(!text.contains(&account.token) && !text.contains("planted"));
    let url = format!("{}requests?account=nobody", emulator.control_base());
    assert_eq!(answer(account.http.get(url)).await.0, 404);
}

#[tokio::test]
async fn projects_of_an_account_are_isolated() {
    let emulator = Emulator::start().await.unwrap();
    let account = Account::new(&emulator);
    let first = account.create(json!({ "name": "same" })).await;
    let second = account.create(json!({ "name": "same" })).await;
    assert_ne!(first, second);
    emulator.seed(&first, Seed { count: 3, ..Seed::default() }).unwrap();
    let client = account.client(&emulator, &second).await;
    assert_eq!(client.get_json("/files/").await["total"], 0);
    let client = account.client(&emulator, &first).await;
    assert_eq!(client.get_json("/files/").await["total"], 3);
}
