import DigitSamples
import Foundation
import Graphics
import NeuralNet
import Studio
import Testing
import Toolkit
import Training

/// A home with a few digits that are easy to learn, in the form of MNIST.
@MainActor
struct LearnRoom {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    for (name, count, salt) in [("train", 600, 1), ("t10k", 50, 2)] {
      let labels = (0..<count).map { UInt8($0 % 10) }
      var generator = SeededGenerator(seed: UInt64(salt), stream: .sampling)
      var pixels: [UInt8] = []
      for label in labels {
        for row in 0..<28 {
          for _ in 0..<28 {
            let noise = UInt8(generator.next() >> 58)
            pixels.append(row / 2 == Int(label) + 2 ? 180 + noise : noise)
          }
        }
      }
      try directory.write(
        IDXBytes.images(count: count, rows: 28, columns: 28, pixels), to: "digits/\(name)-images-idx3-ubyte")
      try directory.write(IDXBytes.labels(labels), to: "digits/\(name)-labels-idx1-ubyte")
    }
  }

  /// What programs find here; only a home that is lived in is written to at the end.
  func environment(hasDigits: Bool = true) -> [String: String] {
    let places = ["DATA", "STATE", "CONFIG", "CACHE"].map { ("XDG_\($0)_HOME", directory.path + "/" + $0) }
    let digits = hasDigits ? [("INKLING_DATA", directory.path + "/digits")] : []
    return Dictionary(uniqueKeysWithValues: places + digits)
  }

  /// The learn screen with `layers` and so many epochs.
  func open(
    layers: String = "flatten, dense 10", epochs: Int = 3, isKept: Bool = false, size: PixelSize? = nil,
    options: StudioOptions? = nil, hasDigits: Bool = true
  ) throws -> Pen {
    let pen = try Pen(
      size: size ?? PixelSize(width: 1280, height: 800), options: options ?? (isKept ? StudioOptions() : Pen.options),
      environment: environment(hasDigits: hasDigits))
    show(pen)
    type(layers, into: "learn.layers", pen)
    type("\(epochs)", into: "learn.epochs", pen)
    return pen
  }

  /// Goes to the learn screen.
  func show(_ pen: Pen) {
    pen.settle()
    pen.studio.perform(.control("tab.learn"))
    pen.host.advance(by: .milliseconds(50))
  }

  /// Writes in place of what stands in a field.
  func type(_ text: String, into field: ControlName, _ pen: Pen) {
    pen.click(field)
    pen.key(.character("a"), .control)
    pen.key(.backspace)
    for letter in text { pen.host.send(.key(KeyEvent(.character(letter), text: String(letter)))) }
  }

  /// Waits until a condition holds while the training goes on.
  func wait(_ pen: Pen, until condition: (LearnState) -> Bool) {
    let end = ContinuousClock.now + .seconds(60)
    while !condition(pen.studio.state.learn), ContinuousClock.now < end {
      usleep(2_000)
      pen.host.advance(by: .milliseconds(10))
    }
    #expect(condition(pen.studio.state.learn), "\(pen.studio.state.learn.phase)")
  }

  /// Closes the window.
  func close(_ pen: Pen) {
    pen.host.send(.closeRequested)
    #expect(pen.host.isClosed)
  }

  /// The directories of kept models.
  var models: [String] {
    Set(directory.names(in: "DATA/inkling/models").compactMap { $0.split(separator: "/").first.map(String.init) })
      .sorted()
  }

  /// The weights of the only model that was kept.
  func weights() throws -> [UInt8] {
    let name = try #require(models.first)
    #expect(models.count == 1)
    let file = "\(directory.path)/DATA/inkling/models/\(name)/model.safetensors"
    return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
  }
}
