// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "openclaw",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Inference", targets: ["Inference"]),
        .library(name: "InferenceTesting", targets: ["InferenceTesting"]),
        .library(name: "Qwen", targets: ["Qwen"]),
        .library(name: "QwenSimulator", targets: ["QwenSimulator"]),
        .executable(name: "openclaw", targets: ["CLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    ],
    targets: [
        .target(name: "Digests"),
        .target(
            name: "Inference",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "Transport",
            dependencies: [
                "Inference",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ]),
        .target(
            name: "Qwen",
            dependencies: [
                "Inference", "Transport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            // Embedded by scripts/generate-resources, see there for the reason.
            exclude: ["Resources"]),
        .target(
            name: "OpenClawHost",
            dependencies: [
                "Inference",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .systemLibrary(name: "CMemory"),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
        .target(
            name: "OpenClawStore",
            dependencies: [
                "CSQLite", "Digests", "Inference", "OpenClawHost",
            ]),
        .target(
            name: "OpenClawCommands",
            dependencies: [
                "Inference", "OpenClawHost",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "OpenClawGateway",
            dependencies: [
                "CMemory", "Inference", "OpenClawHost", "Transport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .target(
            name: "QwenSimulator",
            dependencies: [
                "Digests",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            exclude: ["Resources"]),
        .target(
            name: "InferenceTesting",
            dependencies: [
                "Inference",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Inference", "Transport", "Qwen", "OpenClawHost", "OpenClawStore", "OpenClawGateway",
                "OpenClawCommands", "QwenSimulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
        .testTarget(
            name: "InferenceTests",
            dependencies: [
                "Inference", "InferenceTesting",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "Transport", "Inference",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ]),
        .testTarget(
            name: "QwenTests",
            dependencies: [
                "Qwen", "Inference", "InferenceTesting",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "OpenClawHostTests",
            dependencies: [
                // The catalogue, for bills of real models.
                "OpenClawHost", "Inference", "InferenceTesting", "Qwen",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Usage/golden-costs.py"],
            resources: [.copy("Usage/golden-costs.json")]),
        .testTarget(
            name: "OpenClawStoreTests",
            dependencies: ["OpenClawStore", "CSQLite", "OpenClawHost", "Inference"]),
        .testTarget(
            name: "OpenClawCommandsTests",
            dependencies: [
                "OpenClawCommands", "OpenClawHost", "OpenClawStore", "Inference", "InferenceTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "OpenClawGatewayTests",
            dependencies: [
                "OpenClawGateway", "OpenClawHost", "OpenClawStore", "Inference", "InferenceTesting", "Transport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .testTarget(
            name: "QwenSimulatorTests",
            dependencies: [
                "Digests", "QwenSimulator",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .executableTarget(
            name: "StreamTwoTools", dependencies: ["Inference", "Qwen"],
            path: "Examples/StreamTwoTools/Sources/StreamTwoTools"),
        .executableTarget(
            name: "HostBenchmarks",
            dependencies: [
                "Inference", "InferenceTesting", "OpenClawHost", "OpenClawStore",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Benchmarks/Sources/HostBenchmarks"),
        .testTarget(
            name: "EndToEnd",
            dependencies: [
                "QwenSimulator", "Inference",
                // The storm and the explanations drive the host and its commands in this process.
                "OpenClawCommands", "OpenClawHost", "OpenClawStore", "Qwen", "Transport",
                "Digests",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

/// Modules that only wait for people are built for size when the one binary is built (`make release`). A package
/// that others depend on must not set such flags, therefore the switch.
let builtForSize: Set = ["OpenClawCommands", "OpenClawHost", "OpenClawStore", "QwenSimulator", "CLI"]
let isRelease = Context.environment["OPENCLAW_RELEASE"] != nil

for target in package.targets where target.type != .system {
    var settings = (target.swiftSettings ?? []) + strict
    if isRelease, builtForSize.contains(target.name) { settings.append(.unsafeFlags(["-Osize"])) }
    target.swiftSettings = settings
}
