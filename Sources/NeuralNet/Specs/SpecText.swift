extension ModelSpec {
  /// No description of a network may be longer than this many bytes.
  static let longestText = 1 << 16

  /// Reads the text form: layers separated by commas or newlines, in small or capital letters, such as
  /// `conv 32 3, relu, pool 2, flatten, dense 10`.
  ///
  /// The input is a digit unless the text begins with `input CHANNELS HEIGHT WIDTH` or `input COUNT`. A `softmax` at the
  /// end is accepted and changes nothing: every network ends with it.
  public init(text: String) throws(SpecError) {
    guard text.utf8.count <= ModelSpec.longestText else {
      throw .badNetwork(reason: "the network is longer than \(ModelSpec.longestText) bytes")
    }
    var lines = text.lowercased().split { $0 == "," || $0.isNewline }.map { $0.split(whereSeparator: \.isWhitespace) }
    lines.removeAll(where: \.isEmpty)
    let input = try ModelSpec.takeInput(from: &lines) ?? ModelSpec.digit
    if lines.last == ["softmax"] { lines.removeLast() }
    var layers: [LayerSpec] = []
    for (index, words) in lines.enumerated() {
      guard words[0] != "softmax" else { throw .misplacedSoftmax(layer: index + 1) }
      var parser = try LayerParser(words: words, number: index + 1)
      layers.append(try parser.layer())
    }
    try self.init(input: input, layers: layers)
  }

  /// The text form, from which `init(text:)` makes an equal spec.
  public var text: String {
    var parts = layers.map(\.description)
    if input != ModelSpec.digit { parts.insert(inputText, at: 0) }
    return parts.joined(separator: ", ")
  }

  private var inputText: String {
    switch input {
    case .picture(let channels, let height, let width): "input \(channels) \(height) \(width)"
    case .vector(let count): "input \(count)"
    }
  }

  private static func takeInput(from lines: inout [[Substring]]) throws(SpecError) -> TensorShape? {
    guard let first = lines.first, first[0] == "input" else { return nil }
    lines.removeFirst()
    let numbers = first.dropFirst().map { Int($0) ?? 0 }
    guard let shape = TensorShape(dimensions: numbers) else {
      throw .badNetwork(
        reason: "'\(SpecError.excerpt(first.joined(separator: " ")))' is not an input; write input 1 28 28 or input 784"
      )
    }
    return shape
  }
}

extension TensorShape {
  /// The shape with these dimensions: channels, height, width or a count; nil when they are none or too large.
  init?(dimensions: [Int]) {
    guard dimensions.allSatisfy({ (1...65536).contains($0) }) else { return nil }
    switch dimensions.count {
    case 1: self = .vector(dimensions[0])
    case 3: self = .picture(channels: dimensions[0], height: dimensions[1], width: dimensions[2])
    default: return nil
    }
  }

  /// Channels, height and width of a picture, or the count of a vector.
  public var dimensions: [Int] {
    switch self {
    case .picture(let channels, let height, let width): [channels, height, width]
    case .vector(let count): [count]
    }
  }
}
