import Graphics
import NeuralNet

/// What is said about the program itself.
enum AboutWords {
  /// The compiler that made the program.
  static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6"
    #endif
  }

  /// Versions, data and licences.
  static func program(version: String) -> [CardBlock] {
    [
      .heading(level: 1, "Inkling"),
      .paragraph(
        "Inkling reads handwritten digits while they are drawn. Everything happens on this computer: nothing that is "
          + "drawn, opened or trained leaves it."),
      .heading(level: 2, "Versions and licences"),
      .table([
        ["Part", "Version", "Licence", "What it does"],
        ["Inkling", version, "MIT", "all of this"],
        ["Swift", compiler, "Apache 2.0 with Runtime Library Exception", "language and runtime"],
        ["oneDNN", KernelLibrary.version, "Apache 2.0", "convolutions and matrix products"],
        ["Cairo", DrawingLibrary.version, "LGPL 2.1 or MPL 1.1", "drawing and text"],
        ["libjpeg-turbo", "", "IJG, BSD and zlib", "reading photographs"],
        ["zlib", "", "zlib", "unpacking"],
        ["libX11, libXi, libXext", "", "MIT", "the window"],
        ["libgomp", "", "GPL 3 with GCC Runtime Library Exception", "threads"],
      ]),
      .heading(level: 2, "Data"),
      .item(
        "MNIST was made by Yann LeCun, Corinna Cortes and Christopher J. C. Burges from NIST's Special Databases 1 and 3; "
          + "it is available under CC BY-SA 3.0. It is fetched by the user and not part of this program."),
      .item(
        "The drawings that the models have learned from besides are from UNIPEN train_r01_v07 of the International Unipen "
          + "Foundation (Zenodo 1195803, CC BY 4.0): I. Guyon, L. Schomaker, R. Plamondon, M. Liberman and S. Janet, UNIPEN "
          + "project of on-line data exchange and recognizer benchmarks, 1994. They are not part of this program."),
      .heading(level: 2, "The licence of Inkling"),
    ] + licence.map { .paragraph($0) }
  }

  private static let licence = [
    "MIT License. Copyright (c) 2026 The Inkling authors",
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated "
      + "documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation "
      + "the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to "
      + "permit persons to whom the Software is furnished to do so, subject to the following conditions:",
    "The above copyright notice and this permission notice shall be included in all copies or substantial portions of the "
      + "Software.",
    "THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE "
      + "WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS "
      + "OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR "
      + "OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.",
  ]
}
