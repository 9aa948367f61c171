//! The shared cases, in Rust.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod arguments;
#[path = "generated/dispatch.rs"]
mod dispatch;

use futures::{TryStreamExt, future::BoxFuture};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::{
    collections::HashSet,
    fs,
    path::Path,
    sync::{Arc, Mutex},
};
use tokio::sync::Semaphore;
use uploadcare::{
    AccountClient, BatchOptions, CallEvent, CallEventKind, Client, Error, FileInfo, FileOrdering,
    GetFileOptions, JobStatus, List, ListFilesOptions, Page, RequestSigner, SaveOptions,
    SigningRequest, Source, UploadOptions, WaitOptions, WebhookReceiver,
};
use uploadcare_tests::{
    root,
    service::{Keys, Service},
};

#[tokio::test(flavor = "multi_thread")]
async fn shared_cases() {
    let service = Service::start().await;
    let mut tasks = Vec::new();
    // All at once they would keep each other waiting, and some are about what comes in time.
    let places = Arc::new(Semaphore::new(12));
    let mut names = HashSet::new();
    let folders = ["tests/cases", "tests/cases/generated"];
    for entry in folders.into_iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap()) {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for case in cases {
            let name = case["name"].as_str().unwrap().to_owned();
            assert!(names.insert(name.clone()), "two cases are called {name:?}");
            let (service, places) = (service.clone(), places.clone());
            let task = async move {
                let _place = places.acquire().await.map_err(|error| error.to_string())?;
                run(&service, &case).await
            };
            tasks.push((name, tokio::spawn(task)));
        }
    }
    assert!(tasks.len() > 40, "only {} cases found", tasks.len());
    let mut failures = Vec::new();
    for (name, task) in tasks {
        if let Err(error) = task.await.unwrap_or_else(|error| Err(error.to_string())) {
            failures.push(format!("{name}: {error}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

async fn run(service: &Service, case: &Value) -> Result<(), String> {
    let token = match case["account"] == true {
        true => Some(service.account().await),
        false => None,
    };
    let keys = project(service, case, token.as_deref()).await;
    let folder = tempfile::tempdir().unwrap();
    let fixtures = root().join("tests/fixtures/files");
    let mut names = Map::from_iter([
        ("origin".to_owned(), json!(service.origin())),
        ("public_key".to_owned(), json!(keys.public_key)),
        ("secret_key".to_owned(), json!(keys.secret_key)),
        ("fixtures".to_owned(), json!(fixtures)),
        ("account_token".to_owned(), json!(token)),
    ]);
    let settings = settings(service, &keys, &filled(&case["client"], &names));
    let claimed = settings["public_key"].as_str().unwrap_or_default().to_owned();
    let secret = settings["secret_key"].as_str().unwrap_or_default().to_owned();
    let (told, events) = events();
    let account = token.map(|token| account(&settings, &token));
    let client = client(&settings, service, told);
    for (at, step) in case["steps"].as_array().unwrap().iter().enumerate() {
        let step = filled(step, &names);
        let before = service.requests(&claimed).await.len();
        events.lock().unwrap().clear();
        let outcome = match &client {
            _ if step["call"]["op"] == "control" => Ok(control(service, &step["call"]).await),
            _ if is_of_account(&step["call"]) => {
                let account = account.clone().unwrap().into_client();
                call_as_asked(&account, &step["call"]).await
            }
            Ok(client) if step["call"]["op"] == "delivery.save" => {
                save(client, &step["call"], folder.path()).await
            }
            Ok(client) => call_as_asked(client, &step["call"]).await,
            Err(error) => Err(error.clone()),
        };
        let wrong = |problem: String| format!("step {at}: {problem}");
        match (&outcome, &step["expect"]) {
            (Ok(result), expect) if expect.get("error").is_none() => {
                matches(&expect["result"], result, "result").map_err(wrong)?;
            }
            (Err(error), expect) if expect.get("error").is_some() => {
                check_error(&expect["error"], error, &secret).map_err(wrong)?;
            }
            (outcome, expect) => return Err(wrong(format!("{outcome:?} instead of {expect}"))),
        }
        if let Some(expected) = step["expect"].get("http") {
            let sent = json!(service.requests(&claimed).await[before..]);
            if sent != *expected {
                return Err(wrong(format!("sent {sent} instead of {expected}")));
            }
        }
        if let Some(expected) = step["expect"].get("events") {
            let seen = json!(*events.lock().unwrap());
            if seen != *expected {
                return Err(wrong(format!("events {seen} instead of {expected}")));
            }
        }
        if let Some(expected) = step["expect"].get("http_count") {
            let sent = service.routes(&claimed).await;
            let mut counts = Map::new();
            for route in &sent[before..] {
                let count = counts.get(route).and_then(Value::as_u64).unwrap_or(0);
                counts.insert(route.clone(), json!(count + 1));
            }
            if json!(counts) != *expected {
                return Err(wrong(format!("sent {counts:?} instead of {expected}")));
            }
        }
        if let (Some(save), Ok(result)) = (step["save"].as_object(), &outcome) {
            for (name, path) in save {
                let pointer = format!("/{}", path.as_str().unwrap().replace('.', "/"));
                let value = result.pointer(&pointer);
                let value = value.ok_or_else(|| wrong(format!("no {path} in {result}")))?;
                names.insert(name.clone(), value.clone());
            }
        }
    }
    Ok(())
}

/// Whether a call is one of the account's client.
fn is_of_account(call: &Value) -> bool {
    let op = call["op"].as_str().unwrap_or_default();
    ["projects.", "secrets.", "usage."].iter().any(|part| op.starts_with(part))
}

fn account(settings: &Value, token: &str) -> AccountClient {
    let mut options = settings.clone();
    options.as_object_mut().unwrap().retain(|name, _| !name.ends_with("_key") && name != "signer");
    let builder = Client::builder().options(serde_json::from_value(options).unwrap());
    builder.account_token(token).build_account_client().unwrap()
}

async fn save(client: &Client, call: &Value, folder: &Path) -> Result<Value, Error> {
    let path = folder.join(call["args"]["path"].as_str().unwrap_or_default());
    let options: SaveOptions = arguments::options(call);
    let file = arguments::text(call, "file");
    let saved = client.delivery().save(file, path, options)?.run().await?;
    let size = fs::metadata(&saved.path).unwrap().len();
    assert_eq!(size, saved.size.unsigned_abs(), "the file has another size than was told");
    let name = Path::new(&saved.path).file_name().unwrap().to_string_lossy().into_owned();
    Ok(json!({"size": saved.size, "content_type": saved.content_type, "name": name}))
}

async fn project(service: &Service, case: &Value, account: Option<&str>) -> Keys {
    let mut fresh = true;
    let keys = match case.get("project") {
        None => service.project_of(account).await,
        Some(fixed) => {
            let (status, _) = service.control(reqwest::Method::POST, "projects", fixed).await;
            fresh = status == 201;
            let text = |name: &str| fixed[name].as_str().unwrap().to_owned();
            Keys { public_key: text("public_key"), secret_key: text("secret_key") }
        }
    };
    if fresh {
        for seed in listed(&case["seed"]) {
            service.arrange(&keys, "files", seed).await;
        }
    }
    for fault in listed(&case["faults"]) {
        service.arrange(&keys, "faults", fault).await;
    }
    if let Some(offset) = case.get("clock_offset") {
        let body = json!({"public_key": keys.public_key, "offset_seconds": offset});
        let (status, answer) = service.control(reqwest::Method::POST, "clock", &body).await;
        assert!(status.is_success(), "{answer}");
    }
    keys
}

fn listed(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().collect(),
        one => vec![one],
    }
}

fn settings(service: &Service, keys: &Keys, over: &Value) -> Value {
    let mut settings = json!({
        "public_key": keys.public_key, "secret_key": keys.secret_key, "max_retries": 0,
        "api_base": service.base("api_base"), "upload_base": service.base("upload_base"),
        "cdn_base": service.base("cdn_base"),
    });
    for (name, value) in over.as_object().into_iter().flatten() {
        settings[name] = value.clone();
    }
    settings
}

/// A listener, and what it has heard: each event as the cases write it.
fn events() -> (impl Fn(CallEvent), Arc<Mutex<Vec<String>>>) {
    let heard = Arc::<Mutex<Vec<String>>>::default();
    let listener = {
        let heard = heard.clone();
        move |event: CallEvent| {
            let mut text = event.kind.to_string();
            if let (CallEventKind::Response, Some(status)) = (&event.kind, event.status) {
                text.push_str(&format!(":{status}"));
            }
            if let Some(error) = &event.error {
                text.push_str(&format!(":{}", error.kind));
            }
            heard.lock().unwrap().push(text);
        }
    };
    (listener, heard)
}

fn client(
    settings: &Value,
    service: &Service,
    told: impl Fn(CallEvent) + Send + Sync + 'static,
) -> Result<Client, Error> {
    let mut options = settings.clone();
    let mut taken = |name: &str| match options.as_object_mut().unwrap().remove(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    let (public_key, secret_key) = (taken("public_key"), taken("secret_key"));
    let signer = taken("signer");
    let mut builder =
        Client::builder().options(serde_json::from_value(options).unwrap()).event_listener(told);
    if let Some(key) = &public_key {
        builder = builder.public_key(key);
    }
    if let Some(key) = secret_key.filter(|_| signer.is_none()) {
        builder = builder.secret_key(key);
    }
    if let Some(signer) = signer {
        let public_key = public_key.unwrap_or_default();
        builder = builder.signer(Signer { what: signer, service: service.clone(), public_key });
    }
    builder.build()
}

/// The signers that a case can name.
struct Signer {
    what: String,
    service: Service,
    public_key: String,
}

impl RequestSigner for Signer {
    fn sign(&self, request: SigningRequest) -> BoxFuture<'_, Result<String, Error>> {
        Box::pin(async move {
            match &*self.what {
                "backend" => {
                    let path = format!("projects/{}/sign", self.public_key);
                    let body = json!({"string_to_sign": request.string_to_sign});
                    let (_, answer) =
                        self.service.control(reqwest::Method::POST, &path, &body).await;
                    Ok(answer["signature"].as_str().unwrap().to_owned())
                }
                "failing" => Err(Error::signer("no signature today")),
                "wrong" => Ok("not-a-signature".to_owned()),
                "other" => Ok("0".repeat(40)),
                _ => std::future::pending().await,
            }
        })
    }
}

/// A call on the client, or on one with options of the call's own, or explained instead of made.
async fn call_as_asked(client: &Client, call: &Value) -> Result<Value, Error> {
    let client = match call.get("with") {
        None => client.clone(),
        Some(options) => client.with_options(serde_json::from_value(options.clone()).unwrap())?,
    };
    match call.get("explain") {
        None => self::call(&client, call).await,
        Some(options) => {
            let options = serde_json::from_value(options.clone()).unwrap();
            let explained =
                client.explain(options, |client| async move { self::call(&client, call).await });
            Ok(serde_json::to_value(explained.await?).unwrap())
        }
    }
}

fn option<T: DeserializeOwned>(options: &Value, name: &str) -> Option<T> {
    serde_json::from_value(options.get(name)?.clone()).unwrap()
}

fn list_options(options: &Value) -> ListFilesOptions {
    ListFilesOptions {
        limit: option(options, "limit"),
        ordering: option::<String>(options, "ordering").map(FileOrdering::from),
        stored: option(options, "stored"),
        removed: option(options, "removed"),
        starting_from: option(options, "starting_from"),
        include_appdata: option(options, "include_appdata"),
        prefetch: option(options, "prefetch"),
        concurrency: option(options, "concurrency"),
        unordered: option(options, "unordered"),
        cursor: option(options, "cursor"),
    }
}

async fn control(service: &Service, call: &Value) -> Value {
    let method = call["method"].as_str().unwrap().parse().unwrap();
    let path = call["path"].as_str().unwrap();
    let (status, body) = service.control(method, path, &call["body"]).await;
    json!({"status": status.as_u16(), "body": body})
}

/// Deletes all files of the project at once, with others between them.
async fn delete_listed(client: &Client, bad: &Value) -> Result<Value, Error> {
    let files: Vec<FileInfo> =
        client.files().list(ListFilesOptions::default())?.try_collect().await?;
    let mut given: Vec<String> = files.into_iter().map(|file| file.uuid).collect();
    let mut bad: Vec<(usize, String)> = bad
        .as_object()
        .unwrap()
        .iter()
        .map(|(place, text)| (place.parse().unwrap(), text.as_str().unwrap().to_owned()))
        .collect();
    bad.sort();
    for (place, text) in bad {
        given.insert(place, text);
    }
    let result = client.files().delete_many(&given, BatchOptions::default()).await?;
    let is_in_order = |ids: Vec<&str>| {
        let places: Vec<_> =
            ids.iter().map(|id| given.iter().position(|given| given == id)).collect();
        places.is_sorted() && places.iter().all(Option::is_some)
    };
    Ok(json!({
        "given": given.len(), "deleted": result.files.len(), "problems": result.problems,
        "failures": result.failures.len(), "not_tried": result.not_tried.len(),
        "is_in_order": is_in_order(result.files.iter().map(|file| &*file.uuid).collect())
            && is_in_order(result.problems.iter().map(|problem| &*problem.source).collect()),
    }))
}

async fn call(client: &Client, call: &Value) -> Result<Value, Error> {
    if call.get("args").is_some()
        && let Some(outcome) = dispatch::dispatch(client, call).await
    {
        return outcome;
    }
    let options = &call["options"];
    let job = || client.jobs().open(call["job"].as_str().unwrap());
    match call["op"].as_str().unwrap() {
        "job.status" => Ok(arguments::value(job()?.status().await?)),
        "job.wait" => {
            let mut states = Vec::new();
            let options: WaitOptions = arguments::options(call);
            let progress = |status: &JobStatus| states.push(status.state.to_string());
            let status = job()?.wait_with(options, progress).await?;
            Ok(json!({"status": status, "states": states}))
        }
        "files.delete_listed" => delete_listed(client, &call["bad"]).await,
        "client" => Ok(json!({
            "public_key": client.public_key(), "api_base": client.api_base(),
            "upload_base": client.upload_base(), "cdn_base": client.cdn_base(),
        })),
        "files.list" => {
            let mut list = client.files().list(list_options(options))?;
            if call["backward"] == true {
                list = list.backward();
            }
            items(list, call["take"].as_u64()).await
        }
        "files.pages" => {
            let mut list = client.files().list(list_options(options))?;
            if call["backward"] == true {
                list = list.backward();
            }
            let mut pages = list.pages();
            let mut seen = Vec::new();
            match call.get("moves") {
                None => {
                    let take = call["take"].as_u64().unwrap_or(u64::MAX);
                    let mut stream = Box::pin(pages.stream());
                    while (seen.len() as u64) < take
                        && let Some(page) = stream.try_next().await?
                    {
                        seen.push(observe_page(Some(page)));
                    }
                }
                Some(moves) => {
                    for step in moves.as_array().unwrap() {
                        seen.push(observe_page(match step.as_str().unwrap() {
                            "next" => pages.next_page().await?,
                            _ => pages.previous_page().await?,
                        }));
                    }
                }
            }
            Ok(json!({"pages": seen, "cursor": pages.cursor(None)}))
        }
        "files.get" => {
            let options = GetFileOptions { include_appdata: option(options, "include_appdata") };
            client.files().get(call["uuid"].as_str().unwrap(), options).await.map(|f| observe(&f))
        }
        "transformation.build" => arguments::build(call, dispatch::transformation),
        "delivery.download" => {
            let file = arguments::text(call, "file");
            let bytes = client.delivery().download(file, arguments::options(call)).await?;
            let mut seen = json!({"size": bytes.len()});
            if bytes.len() <= 200
                && let Ok(text) = std::str::from_utf8(&bytes)
            {
                seen["text"] = text.into();
            }
            Ok(seen)
        }
        "receiver.receive" | "receiver.verify" => {
            let receiver = WebhookReceiver::new(arguments::texts(call, "secrets"))?;
            let body = arguments::text(call, "body").as_bytes();
            let signature = call["args"]["signature"].as_str();
            if call["op"] == "receiver.verify" {
                return receiver.verify(body, signature).map(arguments::value);
            }
            receiver.receive(body, signature).map(arguments::value)
        }
        "uploads.upload" => {
            let source = &call["source"];
            let source = if let Some(text) = source["text"].as_str() {
                Source::from(text.as_bytes().to_vec())
            } else if let Some(size) = source["size"].as_u64() {
                Source::from(vec![0; size as usize])
            } else {
                Source::Path(source["path"].as_str().unwrap().into())
            };
            let options: UploadOptions = arguments::options(call);
            let file = client.uploads().upload(source, options).await?;
            Ok(serde_json::to_value(file).unwrap())
        }
        other => panic!("unknown operation {other}"),
    }
}

async fn items(mut list: List<FileInfo>, take: Option<u64>) -> Result<Value, Error> {
    let mut files = Vec::new();
    while take.is_none_or(|take| (files.len() as u64) < take) {
        match list.try_next().await? {
            Some(file) => files.push(file),
            None => break,
        }
    }
    let distinct: HashSet<_> = files.iter().map(|file| &file.uuid).collect();
    Ok(json!({
        "count": files.len(), "distinct": distinct.len(),
        "first": files.first().map(|f| &f.original_filename),
        "last": files.last().map(|f| &f.original_filename),
        "cursor": list.cursor(),
    }))
}

fn observe_page(page: Option<Page<FileInfo>>) -> Value {
    let Some(page) = page else { return Value::Null };
    json!({
        "count": page.results.len(),
        "first": page.results.first().map(|f| &f.original_filename),
        "last": page.results.last().map(|f| &f.original_filename),
        "total": page.total, "per_page": page.per_page,
        "has_next": page.next.is_some(), "has_previous": page.previous.is_some(),
    })
}

fn observe(file: &FileInfo) -> Value {
    let image = file.content_info.as_ref().and_then(|info| info.image.as_ref());
    json!({
        "uuid": file.uuid, "original_filename": file.original_filename, "size": file.size,
        "mime_type": file.mime_type, "is_image": file.is_image, "is_ready": file.is_ready,
        "is_stored": file.datetime_stored.is_some(), "is_removed": file.datetime_removed.is_some(),
        "datetime_uploaded": file.datetime_uploaded,
        "has_original_file_url": file.original_file_url.is_some(),
        "image_format": image.map(|i| &i.format), "image_width": image.map(|i| i.width),
        "image_height": image.map(|i| i.height), "color_mode": image.and_then(|i| i.color_mode.as_ref()),
        "orientation": image.and_then(|i| i.orientation),
        "datetime_original": image.and_then(|i| i.datetime_original.as_ref()),
        "latitude": image.and_then(|i| i.geo_location.as_ref()).map(|g| g.latitude),
        "metadata": file.metadata, "tags": file.tags, "has_appdata": file.appdata.is_some(),
        "extra": file.extra,
    })
}

/// Every member of an expected object is there; lists match item by item.
fn matches(expected: &Value, found: &Value, place: &str) -> Result<(), String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().try_for_each(|(name, value)| {
                let found = found.get(name).unwrap_or(&Value::Null);
                matches(value, found, &format!("{place}.{name}"))
            })
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let mut pairs = expected.iter().zip(found).enumerate();
            pairs.try_for_each(|(at, (value, found))| {
                matches(value, found, &format!("{place}.{at}"))
            })
        }
        _ if expected == found => Ok(()),
        _ if expected.is_number() && expected.as_f64() == found.as_f64() => Ok(()),
        (Value::Null, _) if place == "result" => Ok(()),
        _ => Err(format!("{place} is {found}, not {expected}")),
    }
}

fn check_error(expected: &Value, error: &Error, secret: &str) -> Result<(), String> {
    let info = serde_json::to_value(error.info()).unwrap();
    let mut exact = expected.clone();
    if let Some(part) = exact.as_object_mut().unwrap().remove("message")
        && !error.message().contains(part.as_str().unwrap())
    {
        return Err(format!("{:?} does not contain {part}", error.message()));
    }
    matches(&exact, &info, "error").map_err(|problem| format!("{problem} ({error})"))?;
    let shown = format!("{error} {error:?} {info}");
    if !secret.is_empty() && shown.contains(secret) {
        return Err("the error shows the secret key".to_owned());
    }
    Ok(())
}

/// `${name}` in every text.
fn filled(value: &Value, names: &Map<String, Value>) -> Value {
    let whole = value.as_str().and_then(|text| text.strip_prefix("${")?.strip_suffix('}'));
    if let Some(saved) = whole.and_then(|name| names.get(name)) {
        return saved.clone();
    }
    match value {
        Value::String(text) => names
            .iter()
            .fold(text.clone(), |text, (name, value)| {
                text.replace(&format!("${{{name}}}"), value.as_str().unwrap_or_default())
            })
            .into(),
        Value::Array(items) => items.iter().map(|item| filled(item, names)).collect(),
        Value::Object(members) => {
            members.iter().map(|(key, value)| (key.clone(), filled(value, names))).collect()
        }
        other => other.clone(),
    }
}
