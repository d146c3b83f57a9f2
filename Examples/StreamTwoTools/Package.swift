// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "StreamTwoTools",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "openclaw", path: "../..")],
    targets: [
        .executableTarget(
            name: "StreamTwoTools",
            dependencies: [
                .product(name: "Inference", package: "openclaw"), .product(name: "Qwen", package: "openclaw"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
