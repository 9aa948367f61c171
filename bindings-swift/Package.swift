// swift-tools-version:6.0

import PackageDescription

// The folder of the built Rust library. A release replaces the system library target below by a
// binary target (an XCFramework with the same headers) and drops `linker` and `strict`: SwiftPM
// refuses unsafe flags in a dependency given by version.
let library =
    Context.environment["UPLOADCARE_FFI_LIB_DIR"] ?? "\(Context.packageDirectory)/../target/debug"
let linker: [LinkerSetting] = [
    .unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library]),
    .linkedLibrary("uploadcare_ffi"),
]
let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
    name: "UploadcareSDK",
    platforms: [.macOS(.v12), .iOS(.v15), .tvOS(.v15), .watchOS(.v8)],
    products: [
        .library(name: "UploadcareSDK", targets: ["UploadcareSDK"])
    ],
    targets: [
        .systemLibrary(name: "UploadcareFFI"),
        // Generated code: it is not free of warnings, and compilers crash on it in Swift 6 mode.
        .target(
            name: "UploadcareBindings",
            dependencies: ["UploadcareFFI"],
            swiftSettings: [.swiftLanguageMode(.v5)],
            linkerSettings: linker
        ),
        .target(
            name: "UploadcareSDK",
            dependencies: ["UploadcareBindings"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "UploadcareSDKTests",
            dependencies: ["UploadcareSDK"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
