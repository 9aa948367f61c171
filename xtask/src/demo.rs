//! The example programs with real files, in every language that can run here.

use std::path::PathBuf;

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use serde_json::json;

use crate::emulator::Emulator;
use crate::languages::Language;
use crate::report::Report;
use crate::workspace::Workspace;

const NEXT: &str = "\
What to try next
  cargo run --bin uploadcare-emulator     an emulator to play with; it prints its addresses and keys
  examples/                               the programs that have just run
  cargo xtask test                        everything, in every language
  cargo xtask doctor                      what is missing for a language that was skipped";

pub fn run(workspace: &Workspace) -> Result<bool> {
    let mut report = Report::default();
    each(workspace, &mut report, "");
    println!("\n{NEXT}");
    Ok(report.finish())
}

/// A program, most of which every language has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Example {
    ListFiles,
    ManageFiles,
    SignElsewhere,
    UploadLarge,
    Deliver,
    UsageChart,
    ReceiveWebhooks,
    /// With one of the frameworks of a language.
    ReceiveWebhooksBy(&'static str),
    /// Reads a whole project in several processes.
    ProjectReport,
    ExportParquet,
}

impl Example {
    fn all(language: Language) -> Vec<Self> {
        let mut all = vec![
            Self::ListFiles,
            Self::ManageFiles,
            Self::SignElsewhere,
            Self::UploadLarge,
            Self::Deliver,
            Self::UsageChart,
        ];
        all.extend(match language {
            Language::Python => {
                let mut all = ["fastapi", "flask"].map(Self::ReceiveWebhooksBy).to_vec();
                all.extend([Self::ProjectReport, Self::ExportParquet]);
                all
            }
            Language::Node => ["express", "fastify"].map(Self::ReceiveWebhooksBy).to_vec(),
            Language::Rust | Language::Swift | Language::Kotlin => vec![Self::ReceiveWebhooks],
        });
        all
    }

    /// Its name, words joined by hyphens.
    pub fn name(self) -> String {
        match self {
            Self::ListFiles => "list-files".to_owned(),
            Self::ManageFiles => "manage-files".to_owned(),
            Self::SignElsewhere => "sign-elsewhere".to_owned(),
            Self::UploadLarge => "upload-large".to_owned(),
            Self::Deliver => "deliver".to_owned(),
            Self::UsageChart => "usage-chart".to_owned(),
            Self::ReceiveWebhooks => "receive-webhooks".to_owned(),
            Self::ReceiveWebhooksBy(framework) => format!("receive-webhooks-{framework}"),
            Self::ProjectReport => "project-report".to_owned(),
            Self::ExportParquet => "export-parquet".to_owned(),
        }
    }

    /// What it is given.
    fn arguments(self, workspace: &Workspace, language: Language) -> Result<Vec<PathBuf>> {
        let files = workspace.root.join("tests/fixtures/files");
        Ok(match self {
            Self::ListFiles => vec![files],
            Self::ManageFiles => {
                ["photo.jpg", "document.pdf", "drawing.png"].map(|name| files.join(name)).to_vec()
            }
            Self::Deliver => vec![files.join("photo.jpg")],
            Self::UsageChart if language == Language::Python => {
                vec![workspace.target.join("usage.png")]
            }
            Self::SignElsewhere
            | Self::UsageChart
            | Self::ReceiveWebhooks
            | Self::ReceiveWebhooksBy(_)
            | Self::ProjectReport => Vec::new(),
            Self::ExportParquet => {
                let folder = workspace.target.join("parquet");
                if folder.exists() {
                    std::fs::remove_dir_all(&folder)?;
                }
                vec![folder]
            }
            Self::UploadLarge => vec![large_file(workspace)?],
        })
    }
}

/// A file that goes in parts.
pub fn large_file(workspace: &Workspace) -> Result<PathBuf> {
    const SIZE: usize = 64 << 20;

    let path = workspace.target.join("large.bin");
    if std::fs::metadata(&path).is_ok_and(|facts| facts.len() == SIZE as u64) {
        return Ok(path);
    }
    let mut bytes = Vec::with_capacity(SIZE + 8);
    let mut word = 1_u64;
    while bytes.len() < SIZE {
        word = word.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        bytes.extend_from_slice(&word.to_le_bytes());
    }
    std::fs::write(&path, &bytes[..SIZE])?;
    Ok(path)
}

/// Makes the emulator's project one of 20,000 files of a year.
fn fill(emulator: &Emulator) -> Result<()> {
    let kinds = [
        ("photo-{n}.jpg", "image/jpeg", 9_000, 2_400_000),
        ("drawing-{n}.png", "image/png", 4_000, 350_000),
        ("contract-{n}.pdf", "application/pdf", 3_500, 180_000),
        ("note-{n}.txt", "text/plain", 3_000, 4_000),
        ("film-{n}.mp4", "video/mp4", 500, 48_000_000),
    ];
    let year = TimeDelta::days(364);
    for (place, (filename, mime_type, count, size)) in kinds.into_iter().enumerate() {
        let seed = json!({
            "filename": filename,
            "mime_type": mime_type,
            "count": count,
            "size": size,
            "start": Utc::now() - year,
            "step_us": year.num_microseconds().map(|year| year / count),
            "metadata": { "shelf": place.to_string() },
            "tags": ["seeded"],
        });
        emulator.change("files", &seed)?;
    }
    Ok(())
}

/// The example programs as steps of a report.
pub fn each(workspace: &Workspace, report: &mut Report, suffix: &str) {
    for language in Language::ALL {
        for example in Example::all(language) {
            let name = format!("{} {}{suffix}", language.name(), example.name());
            if let Some(obstacle) = language.demo_obstacle(workspace) {
                report.without(&name, &obstacle, workspace.ci);
                continue;
            }
            report.step(&name, || {
                // A new one each time: every table shows the files this language has uploaded.
                let emulator = Emulator::start(workspace)?;
                let mut environment = emulator.for_clients()?;
                environment.extend(emulator.for_tests(workspace));
                if example == Example::UsageChart {
                    let token = emulator.account_with_usage()?;
                    environment.push(("UPLOADCARE_ACCOUNT_TOKEN".into(), token.into()));
                }
                if matches!(example, Example::ProjectReport | Example::ExportParquet) {
                    fill(&emulator)?;
                }
                let arguments = example.arguments(workspace, language)?;
                language.demo(workspace, example, &arguments, &environment)
            });
        }
    }
}
