/// Who may import whom: the table of the house. What is not listed is forbidden.
enum HouseTable {
  /// The rooms of the house with the rooms that each of them may import.
  static let imports: [String: Set<String>] = [
    "COneDNN": [],
    "CCairo": [],
    "CZlib": [],
    "CTurboJPEG": [],
    "CXLSXWriter": [],
    "CX11": [],
    "JSONText": [],
    "NeuralNet": ["COneDNN", "JSONText"],
    "Ink": ["JSONText"],
    "Recognition": ["NeuralNet", "Ink"],
    "DigitData": ["Recognition", "NeuralNet", "Ink", "JSONText", "CZlib", "CXLSXWriter"],
    "Training": ["DigitData", "Recognition", "NeuralNet", "Ink"],
    "Graphics": ["CCairo", "CTurboJPEG"],
    "Charts": ["Graphics"],
    "Reports": ["Charts", "Graphics", "Training", "DigitData", "Recognition", "NeuralNet"],
    "Commands": ["Reports", "Training", "DigitData", "Recognition", "NeuralNet", "Ink", "Graphics", "JSONText"],
    "Toolkit": ["Graphics"],
    "X11Host": ["Toolkit", "Graphics", "CX11"],
    "Studio": [
      "Toolkit", "Reports", "Charts", "Graphics", "Training", "DigitData", "Recognition", "NeuralNet", "Ink",
      "JSONText",
    ],
    "inkling": ["Studio", "X11Host", "Graphics", "Commands"],
    "inkling-train": ["Commands"],
    "inkling-predict": ["Commands"],
  ]

  /// Rooms that are programs: a `main.swift` and nothing to read in it.
  static let programs: Set<String> = ["inkling", "inkling-train", "inkling-predict"]

  /// The system's modules, open to every room.
  static let system: Set<String> = ["Glibc", "Dispatch", "Synchronization"]

  /// Modules that cost start-up time: for file formats, download and the command line.
  static let foundation: Set<String> = ["Foundation", "FoundationEssentials", "FoundationNetworking"]

  /// Where those have no place, by the beginning of a file's path.
  static let withoutFoundation = [
    "Sources/NeuralNet/Kernels/", "Sources/NeuralNet/Sessions/", "Sources/JSONText/", "Sources/Ink/",
    "Sources/Recognition/", "Sources/Graphics/", "Sources/Charts/", "Sources/Toolkit/", "Sources/X11Host/",
  ]

  /// The only place that knows oneDNN.
  static let kernels = "Sources/NeuralNet/Kernels/"
}
