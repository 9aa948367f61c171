// swift-tools-version:6.0

import PackageDescription

let sdk = Target.Dependency.product(name: "UploadcareSDK", package: "UploadcareSDK")

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v12)],
    products: [
        .executable(name: "list-files", targets: ["ListFiles"]),
        .executable(name: "manage-files", targets: ["ManageFiles"]),
        .executable(name: "sign-elsewhere", targets: ["SignElsewhere"]),
        .executable(name: "upload-large", targets: ["UploadLarge"]),
    ],
    dependencies: [
        .package(name: "UploadcareSDK", path: "../../bindings-swift")
    ],
    targets: [
        .executableTarget(name: "ListFiles", dependencies: [sdk]),
        .executableTarget(name: "ManageFiles", dependencies: [sdk]),
        .executableTarget(name: "SignElsewhere", dependencies: [sdk]),
        .executableTarget(name: "UploadLarge", dependencies: [sdk]),
    ]
)
