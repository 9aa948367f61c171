//! The public names of five languages: a change shows in review, and none of them lags behind.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

use std::{collections::BTreeSet, fs};
use uploadcare_tests::{
    root,
    surface::{LANGUAGES, Language, Surface, text},
};

#[test]
fn snapshots() {
    let mut stale = Vec::new();
    for language in LANGUAGES {
        let path = root().join(format!("tests/surface/{}.txt", language.name()));
        let now = text(&language.surface());
        assert!(now.lines().count() > 100, "{} has hardly any names", language.name());
        if fs::read_to_string(&path).unwrap_or_default() == now {
            continue;
        }
        if std::env::var_os("UPDATE_SURFACE").is_some() {
            fs::write(&path, now).unwrap();
        } else {
            stale.push(language.name());
        }
    }
    assert!(
        stale.is_empty(),
        "public names changed in {stale:?}: look at them, then `UPDATE_SURFACE=1 cargo test -p uploadcare-tests`"
    );
}

/// What each type of the core is called in a language; Python has two of those that wait.
fn counterparts(language: Language, name: &str) -> Vec<String> {
    let common = match name {
        "Client" => "Uploadcare",
        "List" => "ItemList",
        "ErrorInfo" => "UploadcareError",
        other => other,
    };
    let waits = [
        "Addons",
        "Client",
        "AccountClient",
        "Conversion",
        "Delivery",
        "Download",
        "DownloadStream",
        "Files",
        "Groups",
        "Job",
        "Jobs",
        "List",
        "Metadata",
        "Pages",
        "Project",
        "ProjectSecrets",
        "ProjectUsage",
        "Projects",
        "Tags",
        "Uploads",
        "Webhooks",
    ]
    .contains(&name);
    match language {
        Language::Python if waits => vec![common.to_owned(), format!("Async{common}")],
        Language::Kotlin if name == "ErrorInfo" => vec!["UploadcareException".to_owned()],
        _ => vec![common.to_owned()],
    }
}

fn missing(core: &Surface, language: Language) -> Vec<String> {
    let own = language.surface();
    let mut missing = Vec::new();
    for (name, members) in core {
        // Rust's way to make clients and errors, and its JSON and time types.
        if [
            "ClientBuilder",
            "Error",
            "ErrorKind",
            "Json",
            "Timestamp",
            "Source",
            "ListItem",
            "Page",
            // What crosses, and what the others loop over.
            "JobRecord",
            "ConversionBatchRecord",
            "JobWatch",
            // Policies compose in Rust; the others have options for the same.
            "AtMost",
            "Backoff",
            "FailedAttempt",
            "OnlyIf",
            "RetryPolicy",
            "Within",
            // A function in Python and Node.js, a protocol in Swift, an interface in Kotlin.
            "EventListener",
            "RequestSigner",
            "UploadCredentialProvider",
            // Texts and functions elsewhere.
            "UploadCredential",
            // The others read what they are given by themselves.
            "Feed",
            "StreamSource",
            // A number or a text where a language has unions.
            "Length",
            "NotALength",
        ]
        .contains(&name.as_str())
        {
            continue;
        }
        for member in members {
            let rust_only = matches!(
                (name.as_str(), member.as_str()),
                ("Client", "new" | "from_env" | "builder" | "explaining" | "explained")
                    | ("Pages", "stream" | "into_stream")
                    | ("Job", "info" | "wait_with" | "watch")
                    | ("UploadClient" | "AccountClient" | "Transformation" | "WebhookReceiver", "new")
                    // Iterated elsewhere.
                    | ("Upload" | "Download" | "DownloadStream", "next")
                    // A method has this name, too, so that two languages have it by their own word for a text.
                    | ("DeliveryUrl", "new")
                    | (_, "KNOWN" | "as_str")
            );
            if rust_only {
                continue;
            }
            // A cold flow has no position; its iterator has.
            let of_flow = language == Language::Kotlin && (name == "List" && member == "cursor");
            let owner = if of_flow { "ItemIterator" } else { name };
            for counterpart in counterparts(language, owner) {
                let spelled = language.spell(member);
                // Constants are spelled in two ways.
                let is_there = |members: &BTreeSet<String>| {
                    members.contains(&spelled)
                        || member.to_uppercase() == *member
                            && [member, &language.spell(&member.to_lowercase())]
                                .iter()
                                .any(|name| members.contains(*name))
                };
                if !own.get(&counterpart).is_some_and(is_there) {
                    missing.push(format!("{counterpart}.{spelled}"));
                }
            }
        }
    }
    for member in ["results", "next", "previous", "total", "per_page", "totals"] {
        let spelled = language.spell(member);
        if !own.get("Page").is_some_and(|members| members.contains(&spelled)) {
            missing.push(format!("Page.{spelled}"));
        }
    }
    missing
}

#[test]
fn every_language_has_every_operation_option_and_field() {
    let core = Language::Rust.surface();
    assert!(core["Files"].contains("list") && core["FileInfo"].contains("uuid"));
    for language in &LANGUAGES[1..] {
        let missing = missing(&core, *language);
        assert!(missing.is_empty(), "{} lacks {missing:#?}", language.name());
    }
}

#[test]
fn a_lack_is_seen() {
    let mut core = Language::Rust.surface();
    core.get_mut("Files").unwrap().insert("teleport".to_owned());
    assert_eq!(missing(&core, Language::Python), ["Files.teleport", "AsyncFiles.teleport"]);
    assert_eq!(missing(&core, Language::Swift), ["Files.teleport"]);
}
