use super::Timestamp;
use uploadcare_macros::model;

/// Results of add-ons on a file (REST API: Add-Ons). Those of add-ons that this version does not
/// know, or whose results have another shape than it expects, are in `extra`, by the name of the
/// add-on.
#[model]
pub struct AppData {
    /// What is to be seen (AWS Rekognition).
    #[lenient]
    pub aws_rekognition_detect_labels: Option<DetectedLabels>,
    /// What may be unwanted (AWS Rekognition).
    #[lenient]
    pub aws_rekognition_detect_moderation_labels: Option<DetectedModerationLabels>,
    /// Whether a virus was found (ClamAV).
    #[lenient]
    pub uc_clamav_virus_scan: Option<VirusScan>,
    /// What the background was removed from (remove.bg). The picture without it is another file.
    #[lenient]
    pub remove_bg: Option<RemovedBackground>,
}

/// Labels of an image: the result of `aws_rekognition_detect_labels`.
#[model]
pub struct DetectedLabels {
    /// What was found.
    pub data: LabelsData,
    /// Version of the add-on that made the result.
    pub version: Option<String>,
    /// When the result was made.
    pub datetime_created: Option<Timestamp>,
    /// When the result was last changed.
    pub datetime_updated: Option<Timestamp>,
}

/// What label detection found.
#[model]
pub struct LabelsData {
    /// Version of the model that looked at the image.
    #[wire("LabelModelVersion")]
    pub label_model_version: Option<String>,
    /// Labels, as the provider orders them.
    #[wire("Labels")]
    pub labels: Vec<DetectedLabel>,
}

/// Something seen in an image.
#[model]
pub struct DetectedLabel {
    /// Name of what was seen, such as `Cat`.
    #[wire("Name")]
    pub name: String,
    /// How sure the provider is, in per cent: 0 to 100.
    #[wire("Confidence")]
    pub confidence: Option<f64>,
    /// Wider terms for it, such as `Animal`.
    #[wire("Parents")]
    pub parents: Vec<LabelParent>,
    /// Where in the image it was seen.
    #[wire("Instances")]
    pub instances: Vec<LabelInstance>,
}

/// A wider term of a label.
#[model]
pub struct LabelParent {
    /// Name of the wider term.
    #[wire("Name")]
    pub name: String,
}

/// One place where something was seen.
#[model]
pub struct LabelInstance {
    /// The box around it.
    #[wire("BoundingBox")]
    pub bounding_box: Option<BoundingBox>,
    /// How sure the provider is, in per cent: 0 to 100.
    #[wire("Confidence")]
    pub confidence: Option<f64>,
}

/// A box in an image, in parts of its width and height: 0 to 1.
#[model]
pub struct BoundingBox {
    /// Height of the box.
    #[wire("Height")]
    pub height: f64,
    /// Left edge of the box.
    #[wire("Left")]
    pub left: f64,
    /// Top edge of the box.
    #[wire("Top")]
    pub top: f64,
    /// Width of the box.
    #[wire("Width")]
    pub width: f64,
}

/// Labels of unwanted content: the result of `aws_rekognition_detect_moderation_labels`.
#[model]
pub struct DetectedModerationLabels {
    /// What was found.
    pub data: ModerationLabelsData,
    /// Version of the add-on that made the result.
    pub version: Option<String>,
    /// When the result was made.
    pub datetime_created: Option<Timestamp>,
    /// When the result was last changed.
    pub datetime_updated: Option<Timestamp>,
}

/// What moderation found.
#[model]
pub struct ModerationLabelsData {
    /// Version of the model that looked at the image.
    #[wire("ModerationModelVersion")]
    pub moderation_model_version: Option<String>,
    /// Labels, as the provider orders them. Empty: nothing unwanted.
    #[wire("ModerationLabels")]
    pub moderation_labels: Vec<ModerationLabel>,
}

/// Something unwanted in an image.
#[model]
pub struct ModerationLabel {
    /// Name of what was seen.
    #[wire("Name")]
    pub name: String,
    /// Name of the wider term; empty for the widest.
    #[wire("ParentName")]
    pub parent_name: Option<String>,
    /// How sure the provider is, in per cent: 0 to 100.
    #[wire("Confidence")]
    pub confidence: Option<f64>,
}

/// Whether a file is infected: the result of `uc_clamav_virus_scan`.
#[model]
pub struct VirusScan {
    /// What was found.
    pub data: VirusScanData,
    /// Version of the add-on that made the result.
    pub version: Option<String>,
    /// When the result was made.
    pub datetime_created: Option<Timestamp>,
    /// When the result was last changed.
    pub datetime_updated: Option<Timestamp>,
}

/// What the virus scan found.
#[model]
pub struct VirusScanData {
    /// Whether a virus was found.
    pub infected: bool,
    /// Name of the virus.
    pub infected_with: Option<String>,
}

/// What the background was removed from: the result of `remove_bg` on the source file.
#[model]
pub struct RemovedBackground {
    /// What was found.
    pub data: RemovedBackgroundData,
    /// Version of the add-on that made the result.
    pub version: Option<String>,
    /// When the result was made.
    pub datetime_created: Option<Timestamp>,
    /// When the result was last changed.
    pub datetime_updated: Option<Timestamp>,
}

/// What background removal found.
#[model]
pub struct RemovedBackgroundData {
    /// What stands in the foreground, such as `person`; only if a `type_level` was asked for.
    pub foreground_type: Option<String>,
}
