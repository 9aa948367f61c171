// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

extension PageWalk<FileInfo> {
    init(_ native: NativeFilePages) {
        next = { try await native.nextPage(cancel: $0).map(Page.init) }
        previous = { try await native.previousPage(cancel: $0).map(Page.init) }
        cursor = native.cursor(taken:)
        stop = native.stop
    }
}

extension Page<FileInfo> {
    init(_ native: NativeFilePage) {
        self.init(results: native.results, info: native.info)
    }
}

extension PageWalk<GroupInfo> {
    init(_ native: NativeGroupPages) {
        next = { try await native.nextPage(cancel: $0).map(Page.init) }
        previous = { try await native.previousPage(cancel: $0).map(Page.init) }
        cursor = native.cursor(taken:)
        stop = native.stop
    }
}

extension Page<GroupInfo> {
    init(_ native: NativeGroupPage) {
        self.init(results: native.results, info: native.info)
    }
}
