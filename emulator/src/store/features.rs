/// What an account may say about a project that changes nothing here, but is kept and shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Features {
    pub is_search_index_allowed: bool,
    pub gif_to_video_conversion: bool,
    /// The list as it was given, also while uploads are not filtered by it.
    pub mime_types: Vec<String>,
    pub team_size: u64,
    pub image_resolution_limit: Option<u64>,
    pub malware_protection: bool,
    pub svg_validation: bool,
}

impl Default for Features {
    fn default() -> Self {
        Self {
            is_search_index_allowed: true,
            gif_to_video_conversion: true,
            mime_types: Vec::new(),
            team_size: 1,
            image_resolution_limit: None,
            malware_protection: false,
            svg_validation: false,
        }
    }
}
