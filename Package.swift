// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: the language rules of the house. `INKLING_STRICT` (set by `.ci/run`) turns warnings into errors.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ] + (Context.environment["INKLING_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

func library(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

func program(_ name: String, imports: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: imports, swiftSettings: settings)
}

func tests(_ name: String, of imports: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: imports, swiftSettings: settings)
}

let package = Package(
  name: "inkling",
  products: [
    .library(name: "NeuralNet", targets: ["NeuralNet"]),
    .library(name: "Ink", targets: ["Ink"]),
    .library(name: "Recognition", targets: ["Recognition"]),
    .executable(name: "inkling", targets: ["inkling"]),
    .executable(name: "inkling-train", targets: ["inkling-train"]),
    .executable(name: "inkling-predict", targets: ["inkling-predict"]),
  ],
  targets: [
    .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CX11", pkgConfig: "x11 xi xext", providers: [.apt(["libx11-dev", "libxi-dev", "libxext-dev"])]),
    library("JSONText"),
    library("NeuralNet", imports: ["COneDNN", "JSONText"]),
    library("Ink", imports: ["JSONText"]),
    library("Recognition", imports: ["NeuralNet", "Ink"]),
    library("DigitData", imports: ["Recognition", "NeuralNet", "Ink", "JSONText", "CZlib", "CXLSXWriter"]),
    library("Training", imports: ["DigitData", "Recognition", "NeuralNet", "Ink"]),
    library("Graphics", imports: ["CCairo", "CTurboJPEG"]),
    library("Charts", imports: ["Graphics"]),
    library("Reports", imports: ["Charts", "Graphics", "Training", "DigitData", "Recognition", "NeuralNet"]),
    library("Toolkit", imports: ["Graphics"]),
    library("X11Host", imports: ["Toolkit", "Graphics", "CX11"]),
    library(
      "Studio",
      imports: [
        "Toolkit", "Reports", "Charts", "Graphics", "Training", "DigitData", "Recognition", "NeuralNet", "Ink",
        "JSONText",
      ]),
    library(
      "Commands",
      imports: ["Reports", "Training", "DigitData", "Recognition", "NeuralNet", "Ink", "Graphics", "JSONText"]),
    program("inkling", imports: ["Studio", "X11Host", "Graphics", "Commands"]),
    program("inkling-train", imports: ["Commands"]),
    program("inkling-predict", imports: ["Commands"]),
    tests("NeuralNetTests", of: ["NeuralNet"]),
    tests("JSONTextTests", of: ["JSONText"]),
    tests("InkTests", of: ["Ink"]),
    tests("RecognitionTests", of: ["Recognition", "NeuralNet", "Ink"]),
    .target(
      name: "DigitSamples", dependencies: ["DigitData", "CZlib"], path: "Tests/DigitSamples", swiftSettings: settings),
    tests("DigitDataTests", of: ["DigitData", "Recognition", "NeuralNet", "Ink", "CZlib", "DigitSamples"]),
    .target(name: "CAllocationProbe", path: "Tests/CAllocationProbe"),
    tests("TrainingTests", of: ["Training", "DigitData", "Recognition", "NeuralNet", "Ink", "CAllocationProbe"]),
    tests("GraphicsTests", of: ["Graphics", "Charts"]),
    tests("ReportsTests", of: ["Reports", "Charts", "Graphics", "Training", "Recognition", "NeuralNet"]),
    tests("CommandsTests", of: ["Commands", "Training", "Recognition", "NeuralNet", "Ink", "Graphics"]),
    tests("ToolkitTests", of: ["Toolkit", "Graphics"]),
    tests("X11HostTests", of: ["X11Host", "Toolkit", "Graphics"]),
    tests(
      "StudioTests",
      of: [
        "Studio", "Toolkit", "Reports", "Charts", "Graphics", "Training", "DigitData", "Recognition", "NeuralNet",
        "Ink", "JSONText", "CZlib", "DigitSamples",
      ]),
    tests("HouseTests", of: []),
  ]
)
