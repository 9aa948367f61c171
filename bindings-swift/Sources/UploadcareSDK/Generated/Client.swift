// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

extension Uploadcare {
    /// Files of the project: list, search, inspect, store, delete, copy.
    public var files: Files {
        Files(native: native)
    }

    /// Tags of files.
    public var tags: Tags {
        Tags(native: native)
    }

    /// Metadata of files.
    public var metadata: Metadata {
        Metadata(native: native)
    }

    /// Groups of files.
    public var groups: Groups {
        Groups(native: native)
    }

    /// Webhooks of the project.
    public var webhooks: Webhooks {
        Webhooks(native: native)
    }

    /// The project itself.
    public var project: Project {
        Project(native: native)
    }

    /// Conversion of documents and videos.
    public var conversion: Conversion {
        Conversion(native: native)
    }

    /// Add-ons: what the service can find out about a file, or make of it.
    public var addons: Addons {
        Addons(native: native)
    }

    /// Jobs that were started before, here or elsewhere.
    public var jobs: Jobs {
        Jobs(native: native)
    }

    /// Uploads to the project.
    public var uploads: Uploads {
        Uploads(native: native)
    }

    /// Delivery of files: URLs, transformations, signatures, downloads.
    public var delivery: Delivery {
        Delivery(native: native)
    }
}

extension AccountClient {
    /// Projects of the account.
    public var projects: Projects {
        Projects(native: native)
    }

    /// Secret keys of projects.
    public var secrets: ProjectSecrets {
        ProjectSecrets(native: native)
    }

    /// What projects use.
    public var usage: ProjectUsage {
        ProjectUsage(native: native)
    }
}
