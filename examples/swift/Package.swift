// swift-tools-version:6.0

import PackageDescription

let sdk = Target.Dependency.product(name: "UploadcareSDK", package: "UploadcareSDK")

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v12)],
    products: [
        .executable(name: "deliver", targets: ["Deliver"]),
        .executable(name: "list-files", targets: ["ListFiles"]),
        .executable(name: "manage-files", targets: ["ManageFiles"]),
        .executable(name: "receive-webhooks", targets: ["ReceiveWebhooks"]),
        .executable(name: "sign-elsewhere", targets: ["SignElsewhere"]),
        .executable(name: "upload-large", targets: ["UploadLarge"]),
        .executable(name: "usage-chart", targets: ["UsageChart"]),
    ],
    dependencies: [
        .package(name: "UploadcareSDK", path: "../../bindings-swift")
    ],
    targets: [
        .executableTarget(name: "Deliver", dependencies: [sdk]),
        .executableTarget(name: "ListFiles", dependencies: [sdk]),
        .executableTarget(name: "ManageFiles", dependencies: [sdk]),
        .executableTarget(name: "ReceiveWebhooks", dependencies: [sdk]),
        .executableTarget(name: "SignElsewhere", dependencies: [sdk]),
        .executableTarget(name: "UploadLarge", dependencies: [sdk]),
        .executableTarget(name: "UsageChart", dependencies: [sdk]),
    ]
)
