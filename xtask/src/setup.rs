use anyhow::Result;

use crate::languages::Language;
use crate::report::Report;
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, languages: &[Language]) -> Result<bool> {
    let mut report = Report::default();
    for language in languages {
        match language.obstacle(workspace) {
            Some(obstacle) => report.without(language.name(), &obstacle, workspace.ci),
            None => drop(report.step(language.name(), || language.set_up(workspace))),
        }
    }
    Ok(report.finish())
}
