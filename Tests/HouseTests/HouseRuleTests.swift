import Testing

/// Each rule goes red on a made-up file that breaks it, and stays quiet on one that does not.
struct HouseRuleTests {
  private func file(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, text: text) }

  @Test(arguments: [
    (
      "Sources/Charts/Bar.swift", "public import Graphics\nimport NeuralNet\n",
      "Sources/Charts/Bar.swift:2: may not import NeuralNet"
    ),
    (
      "Sources/Training/Run.swift", "@preconcurrency import Reports",
      "Sources/Training/Run.swift:1: may not import Reports"
    ),
    ("Sources/Charts/Bar.swift", "import struct CCairo.cairo_t", "Sources/Charts/Bar.swift:1: may not import CCairo"),
    ("Sources/Graphics/A.swift", "internal import Foundation", "Sources/Graphics/A.swift:1: may not import Foundation"),
    (
      "Sources/NeuralNet/Models/A.swift", "import COneDNN", "Sources/NeuralNet/Models/A.swift:1: may not import COneDNN"
    ),
    (
      "Sources/NeuralNet/Kernels/A.swift", "import Foundation",
      "Sources/NeuralNet/Kernels/A.swift:1: may not import Foundation"
    ),
    (
      "Sources/inkling-train/main.swift", "import Training",
      "Sources/inkling-train/main.swift:1: may not import Training"
    ),
    ("Sources/Cellar/A.swift", "", "Sources/Cellar/A.swift: room Cellar has no table entry"),
  ])
  func aForbiddenImportIsNamed(path: String, text: String, fault: String) {
    #expect(HouseRules.forbiddenImports(in: file(path, text)) == [fault])
  }

  @Test func listedImportsAreNot() {
    let text =
      "import Glibc\npublic import NeuralNet\n// import Reports\n/* import Charts */\nlet a = \"import Reports\"\n"
    #expect(HouseRules.faults(in: file("Sources/Training/Run.swift", text + "import Foundation\n")).isEmpty)
    #expect(HouseRules.faults(in: file("Sources/NeuralNet/Kernels/A.swift", "import COneDNN\ndnnl_x()")).isEmpty)
  }

  @Test(arguments: ["let a = dnnl_success", "f(DNNL_ARG_SRC)"])
  func oneDNNOutsideTheKernelsIsNamed(text: String) {
    let path = "Sources/NeuralNet/Sessions/A.swift"
    #expect(HouseRules.faults(in: file(path, text)) == ["\(path):1: oneDNN is for Sources/NeuralNet/Kernels/ only"])
  }

  @Test func longFilesAreNamed() {
    let lines = String(repeating: "let a = 1\n", count: 400)
    #expect(HouseRules.faults(in: file("Sources/Charts/A.swift", lines)).isEmpty)
    #expect(
      HouseRules.faults(in: file("Sources/Charts/A.swift", lines + "\n")) == [
        "Sources/Charts/A.swift: 401 lines, at most 400"
      ])
    #expect(
      HouseRules.faults(in: file("Sources/inkling-train/main.swift", String(repeating: "\n", count: 31)))
        == ["Sources/inkling-train/main.swift: 31 lines, at most 30"])
  }

  @Test(arguments: [
    ("let a = try! f()", "try!"), ("let a = b as! Int", "as!"), ("fatalError(\"no\")", "fatalError"),
    ("  print(\"text\")", "print"), ("defer { debugPrint(a) }", "print"), ("let a = b!.c", "a force unwrap"),
    ("f(list[0]!)", "a force unwrap"), ("let a = b!", "a force unwrap"),
  ])
  func wordsThatStopAProgramAreNamed(text: String, name: String) {
    let path = "Sources/Charts/A.swift"
    #expect(HouseRules.faults(in: file(path, text)) == ["\(path):1: \(name) in a library"])
  }

  @Test(arguments: [
    "// try! print(1)", "let a = \"print(1) try!\"", "a != b", "canvas.print(1)", "func reprint() {}",
    "let text = \"\"\"\n  try! this\n  \"\"\"", "let a = !b", "guard a != (b) else { return }",
  ])
  func wordsInTextsAndCommentsAreNot(text: String) {
    #expect(HouseRules.faults(in: file("Sources/Charts/A.swift", text)).isEmpty)
  }

  @Test func pathsOfOneMachineAreNamed() {
    let place = ["", "opt", "tools", "bin"].joined(separator: "/")
    #expect(HouseRules.machinePaths(in: "fine\nPATH=\(place)", path: "a") == ["a:2: a path of one machine"])
    #expect(HouseRules.machinePaths(in: "see ../opt/x, a/opt/b and /usr/lib", path: "a").isEmpty)
  }

  @Test func targetsOfAPackageAreRead() {
    let package = """
      func library(_ name: String, imports: [Target.Dependency] = []) {}
      targets: [
        .systemLibrary(name: "CCairo", pkgConfig: "cairo"),
        library("Charts", imports: ["Graphics"]),
        library(
          "Commands",
          imports: ["Reports", "Training"]),
        program("inkling-train", imports: ["Commands"]),
        tests("HouseTests", of: []),
      ]
      """
    #expect(
      Project.targets(in: package) == [
        "CCairo": [], "Charts": ["Graphics"], "Commands": ["Reports", "Training"], "inkling-train": ["Commands"],
        "HouseTests": [],
      ])
  }
}
