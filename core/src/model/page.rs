use uploadcare_macros::model;

/// What a list answers beside its results.
#[model]
pub struct PageInfo {
    /// Link to the next page; null on the last one. Opaque.
    pub next: Option<String>,
    /// Link to the previous page; null on the first one. Opaque.
    pub previous: Option<String>,
    /// How many items the whole selection has. The service has been seen to send 0 or a stale
    /// number here: show it, but never count on it.
    pub total: i64,
    /// How many items a page holds at most.
    pub per_page: i64,
    /// Counts over the whole project; files only.
    pub totals: Option<Totals>,
}

/// How many files a project has, by state. May be stale and even negative.
#[model]
pub struct Totals {
    /// Removed files.
    pub removed: Option<i64>,
    /// Stored files.
    pub stored: Option<i64>,
    /// Temporary files, which the service removes 24 hours after the upload.
    pub unstored: Option<i64>,
}
