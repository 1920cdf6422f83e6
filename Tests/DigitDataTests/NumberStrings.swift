import DigitData
import Ink
import NeuralNet

/// Makes strings of digits from single drawings, as somebody writes them side by side.
struct NumberStrings {
  /// What lies between two digits.
  enum Gaps {
    case natural
    /// The boxes of neighbours overlap.
    case overlapping
  }

  /// A string and what was written.
  struct Sample {
    var strokes: [Stroke] = []
    var text = ""
    /// Which drawings it is made of, and which strokes each of them has become.
    var items: [InkSet.Item] = []
  }

  private let writers: [[InkSet.Item]]
  private let gaps: Gaps

  /// Strings of digits of `set`, those of each by one writer.
  init(_ set: InkSet, gaps: Gaps) {
    let groups = Dictionary(grouping: set.digits.items, by: \.writer)
    writers = groups.sorted { $0.key < $1.key }.map(\.value)
    self.gaps = gaps
  }

  /// A string of `length` digits: the same seed gives the same one.
  func sample(length: Int, seed: UInt64) -> Sample {
    var generator = SeededGenerator(seed: seed, stream: .sampling, index: UInt64(length))
    let writer = writers[Int(generator.nextUniform() * Float(writers.count))]
    var sample = Sample()
    var last: (right: Double, width: Double)?
    for _ in 0..<length {
      let item = writer[Int(generator.nextUniform() * Float(writer.count))]
      let box = item.strokes.box
      let height = 100 * Double(generator.nextUniform(in: 0.85...1.15))
      let scale = height / max(box.height, box.width * 0.6, 1e-9)
      let width = box.width * scale
      let left = last.map { $0.right + gap($0.width, width, &generator) } ?? 0
      let top = Double(generator.nextUniform(in: -6...6)) + (100 - box.height * scale) / 2
      sample.strokes += item.strokes.map { stroke in
        Stroke(
          points: stroke.points.map {
            InkPoint(x: ($0.x - box.left) * scale + left, y: ($0.y - box.top) * scale + top)
          })
      }
      sample.text += "\(item.digit ?? 0)"
      sample.items.append(item)
      last = (max(left + width, last?.right ?? left), width)
    }
    return sample
  }

  private func gap(_ left: Double, _ right: Double, _ generator: inout SeededGenerator) -> Double {
    switch gaps {
    case .natural: Double(generator.nextUniform(in: 8...45))
    case .overlapping: -min(left, right) * Double(generator.nextUniform(in: 0.05...0.25))
    }
  }
}

extension [Stroke] {
  /// The box around all points.
  fileprivate var box: (left: Double, top: Double, width: Double, height: Double) {
    let points = flatMap(\.points)
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return (left, top, (xs.max() ?? 0) - left, (ys.max() ?? 0) - top)
  }
}
