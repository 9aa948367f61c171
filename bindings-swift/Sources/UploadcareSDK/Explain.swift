import UploadcareBindings

extension Uploadcare {
    /// Shows the request that a call would send, signed and complete, without sending it.
    ///
    /// ```swift
    /// let request = try await client.explain { try await $0.files.get(uuid) }
    /// print(request.curl)
    /// ```
    ///
    /// Of a call that sends several it is the first.
    ///
    /// - Parameters:
    ///   - redact: Whether to leave out what is secret: the signature or the keys. Default: false.
    ///   - isolation: Where `call` runs: where the caller does.
    ///   - call: Makes the call with the client that it is given. Of a list that it returns, the
    ///     first page is asked for; of the updates of a job, the first.
    /// - Returns: The request. Its signature is valid for 15 minutes.
    /// - Throws: What the call throws, if that is before it sends anything; ``UploadcareError`` of kind
    ///   `invalidParameter` if it sends nothing; `CancellationError` if the task is cancelled.
    public func explain<Value: Sendable>(
        redact: Bool = false,
        isolation: isolated (any Actor)? = #isolation,
        _ call: (Uploadcare) async throws -> Value
    ) async throws -> ExplainedRequest {
        try await native.explain(redact: redact, Uploadcare.init(native:), call)
    }
}

extension AccountClient {
    /// Shows the request that a call would send, complete, without sending it: see
    /// ``Uploadcare/explain(redact:isolation:_:)``.
    ///
    /// - Parameters:
    ///   - redact: Whether to leave out the token. Default: false.
    ///   - isolation: Where `call` runs: where the caller does.
    ///   - call: Makes the call with the client that it is given.
    /// - Returns: The request.
    /// - Throws: What the call throws, if that is before it sends anything; ``UploadcareError`` of
    ///   kind `invalidParameter` if it sends nothing; `CancellationError` if the task is cancelled.
    public func explain<Value: Sendable>(
        redact: Bool = false,
        isolation: isolated (any Actor)? = #isolation,
        _ call: (AccountClient) async throws -> Value
    ) async throws -> ExplainedRequest {
        try await native.explain(redact: redact, AccountClient.init(native:), call)
    }
}

extension NativeClient {
    fileprivate func explain<Client, Value: Sendable>(
        redact: Bool,
        isolation: isolated (any Actor)? = #isolation,
        _ client: (NativeClient) throws -> Client,
        _ call: (Client) async throws -> Value
    ) async throws -> ExplainedRequest {
        let native = explaining(options: ExplainOptions(redact: redact))
        do {
            let value = try await call(client(native))
            if let sequence = value as? any Starting {
                try await sequence.start()
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            // A call whose request was taken away from it fails, however it says so.
            if let request = try? native.explained() { return request }
            throw error
        }
        return try translatingErrors(native.explained)
    }
}

/// What sends nothing before it is iterated.
private protocol Starting {
    /// Sends the first request.
    func start() async throws
}

extension ItemList: Starting {
    fileprivate func start() async throws {
        var items = makeAsyncIterator()
        _ = try await items.next()
    }
}

extension Pages: Starting {
    fileprivate func start() async throws {
        var pages = makeAsyncIterator()
        _ = try await pages.next()
    }
}

extension JobUpdates: Starting {
    fileprivate func start() async throws {
        var updates = makeAsyncIterator()
        _ = try await updates.next()
    }
}

extension Upload: Starting {
    fileprivate func start() async throws {
        defer { close() }
        var progress = makeAsyncIterator()
        _ = try await progress.next()
    }
}

extension Download: Starting {
    fileprivate func start() async throws {
        defer { close() }
        var progress = makeAsyncIterator()
        _ = try await progress.next()
    }
}
