// swift-tools-version:6.0

import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v12)],
    products: [
        .executable(name: "ours", targets: ["Ours"])
    ],
    dependencies: [
        .package(name: "UploadcareSDK", path: "../../../bindings-swift")
    ],
    targets: [
        .executableTarget(
            name: "Ours",
            dependencies: [.product(name: "UploadcareSDK", package: "UploadcareSDK")]
        )
    ]
)
