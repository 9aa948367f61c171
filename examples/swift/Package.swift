// swift-tools-version:6.0

import PackageDescription

let package = Package(
    name: "ListFiles",
    platforms: [.macOS(.v12)],
    products: [
        .executable(name: "list-files", targets: ["ListFiles"])
    ],
    dependencies: [
        .package(name: "UploadcareSDK", path: "../../bindings-swift")
    ],
    targets: [
        .executableTarget(
            name: "ListFiles",
            dependencies: [.product(name: "UploadcareSDK", package: "UploadcareSDK")]
        )
    ]
)
