use super::{all, project};
use crate::{
    client::Client,
    error::{Error, Result, check_range},
    transport::{Method, Request, Target},
};
use serde_json::{Map, Value, json};
use uploadcare_macros::{model, operations, options};

/// Most characters of a name that are not a mistake.
const NAME: usize = 255;

/// A project of the account (Project API: Projects).
#[model]
pub struct AccountProject {
    /// Public key of the project.
    pub pub_key: String,
    /// Name of the project.
    pub name: String,
    /// Whether the project is blocked.
    pub is_blocked: Option<bool>,
    /// Whether search engines may show its files.
    pub is_search_index_allowed: Option<bool>,
    /// Whether the project belongs to another account.
    pub is_shared_project: Option<bool>,
    /// What the project can do.
    pub features: Option<ProjectFeatures>,
}

/// What a project can do. What the service does not tell is null.
#[model]
pub struct ProjectFeatures {
    /// Animations delivered as videos.
    pub gif_to_video_conversion: Option<ProjectFeature>,
    /// Which types of files may be uploaded.
    pub mime_type_filtering: Option<MimeTypeFiltering>,
    /// People who work on the project.
    pub team_members: Option<ProjectTeam>,
    /// Uploads to the project.
    pub uploads: Option<ProjectUploads>,
    /// Conversion of videos.
    pub video_processing: Option<ProjectFeature>,
    /// Uploads are looked at for viruses.
    pub malware_protection: Option<ProjectFeature>,
    /// SVG files are looked at for scripts.
    pub svg_validation: Option<ProjectFeature>,
}

/// Something that is on or off.
#[model]
pub struct ProjectFeature {
    /// Whether it is on.
    pub is_enabled: Option<bool>,
}

/// Which types of files may be uploaded.
#[model]
pub struct MimeTypeFiltering {
    /// The types.
    pub mime_types: Vec<String>,
    /// Whether only these may be uploaded.
    pub is_mime_filtering_enabled: Option<bool>,
}

/// People who work on a project.
#[model]
pub struct ProjectTeam {
    /// How many there may be.
    pub team_size: Option<i64>,
}

/// Uploads to a project.
#[model]
pub struct ProjectUploads {
    /// The most bytes that a file may have; null if only the service sets a limit.
    pub filesize_limit: Option<i64>,
    /// Whether uploaded files are stored at once, unless an upload says otherwise.
    pub autostore: Option<bool>,
    /// The most pixels that an image may have; null if only the service sets a limit.
    pub image_resolution_limit: Option<i64>,
    /// Whether uploads must be signed.
    pub is_signed_upload_enabled: Option<bool>,
}

/// How the list of projects is fetched.
#[options]
pub struct ListProjectsOptions {
    /// Projects per request: 1 to 100. Default 100. All are listed, whatever it is.
    pub limit: Option<i64>,
}

/// What a new project is like.
#[options]
pub struct CreateProjectOptions {
    /// What it can do. Default: as the account's plan says.
    pub features: Option<ProjectFeatureOptions>,
}

/// What to change of a project; what is not given stays.
#[options]
pub struct UpdateProjectOptions {
    /// Its name: 1 to 255 characters.
    pub name: Option<String>,
    /// Whether it is blocked.
    pub is_blocked: Option<bool>,
    /// Whether search engines may show its files.
    pub is_search_index_allowed: Option<bool>,
    /// What it can do.
    pub features: Option<ProjectFeatureOptions>,
}

/// What a project can do; what is not given stays.
#[options]
pub struct ProjectFeatureOptions {
    /// Whether animations are delivered as videos.
    pub gif_to_video_conversion: Option<bool>,
    /// Types of files that may be uploaded, such as `image/jpeg`; a star after the slash stands for all of its kind.
    pub mime_types: Option<Vec<String>>,
    /// Whether only those types may be uploaded.
    pub mime_type_filtering: Option<bool>,
    /// How many people may work on it: 1 or more.
    pub team_size: Option<i64>,
    /// The most bytes that a file may have; 0 lifts the limit.
    pub filesize_limit: Option<i64>,
    /// Whether uploaded files are stored at once, unless an upload says otherwise.
    pub autostore: Option<bool>,
    /// The most pixels that an image may have; 0 lifts the limit.
    pub image_resolution_limit: Option<i64>,
    /// Whether uploads must be signed.
    pub signed_uploads: Option<bool>,
    /// Whether videos can be converted.
    pub video_processing: Option<bool>,
    /// Whether uploads are looked at for viruses.
    pub malware_protection: Option<bool>,
    /// Whether SVG files are looked at for scripts.
    pub svg_validation: Option<bool>,
}

impl ProjectFeatureOptions {
    /// As the API takes them.
    fn body(&self) -> Result<Value> {
        let mut body = Map::new();
        let mut put = |group: &str, name: &str, value: Option<Value>| {
            let Some(value) = value else { return };
            let group = body.entry(group).or_insert_with(|| json!({}));
            if let Value::Object(members) = group {
                members.insert(name.to_owned(), value);
            }
        };
        let limit = |name: &str, value: Option<i64>| {
            let Some(value) = value else { return Ok(None) };
            check_range(name, value, 0, i64::MAX)?;
            Ok::<_, Error>(Some(if value == 0 { Value::Null } else { value.into() }))
        };
        if let Some(size) = self.team_size {
            check_range("team_size", size, 1, i64::MAX)?;
        }
        if let Some(types) = &self.mime_types
            && let Some(wrong) = types.iter().find(|text| text.split('/').count() != 2)
        {
            return Err(Error::parameter(
                "mime_types",
                format_args!("must be types such as image/jpeg, and {wrong:?} is none"),
            ));
        }
        let switch = |value: Option<bool>| value.map(Value::from);
        put("gif_to_video_conversion", "is_enabled", switch(self.gif_to_video_conversion));
        put("mime_type_filtering", "mime_types", self.mime_types.clone().map(Value::from));
        put("mime_type_filtering", "is_mime_filtering_enabled", switch(self.mime_type_filtering));
        put("team_members", "team_size", self.team_size.map(Value::from));
        put("uploads", "filesize_limit", limit("filesize_limit", self.filesize_limit)?);
        put("uploads", "autostore", switch(self.autostore));
        put(
            "uploads",
            "image_resolution_limit",
            limit("image_resolution_limit", self.image_resolution_limit)?,
        );
        put("uploads", "is_signed_upload_enabled", switch(self.signed_uploads));
        put("video_processing", "is_enabled", switch(self.video_processing));
        put("malware_protection", "is_enabled", switch(self.malware_protection));
        put("svg_validation", "is_enabled", switch(self.svg_validation));
        Ok(Value::Object(body))
    }
}

/// Projects of the account (Project API: Projects).
#[derive(Debug, Clone)]
pub struct Projects {
    client: Client,
}

#[operations]
impl Projects {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists all projects of the account, in one list.
    ///
    /// `options`: how it is fetched.
    /// Errors: `invalid_parameter` for a limit out of its range, `authentication` for a wrong token.
    /// Reference: Project API, List projects.
    pub async fn list(&self, options: ListProjectsOptions) -> Result<Vec<AccountProject>> {
        let limit = options.limit.unwrap_or(100);
        check_range("limit", limit, 1, 100)?;
        all(&self.client, Target::path(["projects"]), limit).await
    }

    /// Makes a project.
    ///
    /// `name`: its name: 1 to 255 characters.
    /// `options`: what it is like.
    /// Errors: `invalid_parameter` for a bad name or feature, `rejected` for what the service does not take.
    /// Reference: Project API, Create project.
    pub async fn create(
        &self,
        name: &str,
        options: CreateProjectOptions,
    ) -> Result<AccountProject> {
        let mut body = json!({ "name": checked_name(name)? });
        if let Some(features) = &options.features {
            body["features"] = features.body()?;
        }
        let target = Target::path(["projects"]);
        let request = Request::account(Method::POST, target).json(&body)?.once();
        self.client.transport().send(&request).await?.json()
    }

    /// Gets one project.
    ///
    /// `public_key`: public key of the project.
    /// Errors: `invalid_parameter` for what is no key, `not_found` if there is no such project, `forbidden` if it
    /// belongs to another account.
    /// Reference: Project API, Get project.
    pub async fn get(&self, public_key: &str) -> Result<AccountProject> {
        let request = Request::account(Method::GET, project(public_key, &[])?);
        self.client.transport().send(&request).await?.json()
    }

    /// Changes a project.
    ///
    /// `public_key`: public key of the project.
    /// `options`: what to change.
    /// Errors: `invalid_parameter` for what is no key, or a bad name or feature, `not_found` if there is no such
    /// project, `forbidden` if it belongs to another account.
    /// Reference: Project API, Update project.
    pub async fn update(
        &self,
        public_key: &str,
        options: UpdateProjectOptions,
    ) -> Result<AccountProject> {
        let mut body = Map::new();
        if let Some(name) = &options.name {
            body.insert("name".to_owned(), checked_name(name)?.into());
        }
        for (name, value) in [
            ("is_blocked", options.is_blocked),
            ("is_search_index_allowed", options.is_search_index_allowed),
        ] {
            if let Some(value) = value {
                body.insert(name.to_owned(), value.into());
            }
        }
        if let Some(features) = &options.features {
            body.insert("features".to_owned(), features.body()?);
        }
        let request = Request::account(Method::POST, project(public_key, &[])?).json(&body)?;
        self.client.transport().send(&request).await?.json()
    }

    /// Deletes a project. Its files are no longer delivered.
    ///
    /// `public_key`: public key of the project.
    /// Errors: `invalid_parameter` for what is no key, `not_found` if there is no such project, `forbidden` if it
    /// belongs to another account.
    /// Reference: Project API, Delete project.
    pub async fn delete(&self, public_key: &str) -> Result<()> {
        let target = project(public_key, &[])?;
        let request = Request { absent_is_done: true, ..Request::account(Method::DELETE, target) };
        self.client.transport().send(&request).await.map(drop)
    }
}

fn checked_name(name: &str) -> Result<&str> {
    let length = name.trim().chars().count();
    if (1..=NAME).contains(&length) {
        return Ok(name);
    }
    Err(Error::parameter("name", format_args!("must have 1 to {NAME} characters, not {length}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_as_the_api_takes_them() {
        let options = ProjectFeatureOptions {
            mime_types: Some(vec!["image/*".to_owned()]),
            mime_type_filtering: Some(true),
            filesize_limit: Some(0),
            image_resolution_limit: Some(5),
            svg_validation: Some(false),
            ..Default::default()
        };
        assert_eq!(
            options.body().unwrap(),
            json!({
                "mime_type_filtering":
                    {"mime_types": ["image/*"], "is_mime_filtering_enabled": true},
                "uploads": {"filesize_limit": null, "image_resolution_limit": 5},
                "svg_validation": {"is_enabled": false},
            })
        );
        assert_eq!(ProjectFeatureOptions::default().body().unwrap(), json!({}));
        for options in [
            ProjectFeatureOptions { team_size: Some(0), ..Default::default() },
            ProjectFeatureOptions { filesize_limit: Some(-1), ..Default::default() },
            ProjectFeatureOptions { mime_types: Some(vec!["jpeg".into()]), ..Default::default() },
        ] {
            assert!(options.body().is_err(), "{options:?}");
        }
    }
}
