/// A model as an ONNX file (opset 13), for other programs: pixels of 0…1 in, logits and probabilities out.
///
/// The input `input` is [N, 1, 28, 28] with 1 for ink; normalisation and temperature are part of the graph, so that
/// nothing has to be known besides.
public struct ONNXExport: Sendable {
  private let model: Model

  /// Takes the model to export.
  public init(_ model: Model) { self.model = model }

  /// Replaces the file at `path`, whole or not at all.
  public func write(to path: String) throws(FileError) { try AtomicFile.write(bytes, to: path) }

  /// The whole file.
  public var bytes: [UInt8] {
    var writer = ProtobufWriter()
    writer.write(8, field: 1)
    writer.write("Inkling", field: 2)
    writer.write(description, field: 6)
    writer.message(field: 7, writeGraph)
    writer.message(field: 8) { opset in
      opset.write("", field: 1)
      opset.write(13, field: 2)
    }
    for (key, value) in MetadataText.members(spec: model.spec, metadata: model.metadata) {
      writer.message(field: 14) { entry in
        entry.write(key, field: 1)
        entry.write(value, field: 2)
      }
    }
    return writer.bytes
  }

  private var description: String {
    let sizes = model.spec.input.dimensions.map(String.init).joined(separator: ", ")
    return """
      Input: [N, \(sizes)], float, 0 for paper and 1 for ink. The graph subtracts the mean \(model.metadata.inputMean) and \
      divides by the deviation \(model.metadata.inputDeviation) itself. Outputs: logits, and probabilities = \
      softmax(logits ÷ \(model.metadata.temperature)), in the order \(model.metadata.labels.joined(separator: " ")). \
      Preprocessing version \(model.metadata.preprocessing).
      """
  }

  private func writeGraph(_ writer: inout ProtobufWriter) {
    let graph = ONNXGraph(model)
    for node in graph.nodes { writer.message(field: 1, node.write) }
    writer.write(model.metadata.name.isEmpty ? "model" : model.metadata.name, field: 2)
    for (name, tensor) in graph.constants { writer.message(field: 5) { write(tensor, name: name, to: &$0) } }
    writer.message(field: 11) { write("input", model.spec.input, to: &$0) }
    for name in ["logits", "probabilities"] {
      writer.message(field: 12) { write(name, model.spec.output, to: &$0) }
    }
    for (name, shape) in graph.values { writer.message(field: 13) { write(name, shape, to: &$0) } }
  }

  /// A `TensorProto`; the weights are little-endian single precision.
  private func write(_ tensor: Tensor, name: String, to writer: inout ProtobufWriter) {
    for size in tensor.shape { writer.write(size, field: 1) }
    writer.write(1, field: 2)
    writer.write(name, field: 8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * tensor.values.count)
    WeightFormat.f32.encode(tensor.values, into: &bytes)
    writer.write(bytes, field: 9)
  }

  /// A `ValueInfoProto`: single precision, any number of items of one shape.
  private func write(_ name: String, _ shape: TensorShape, to writer: inout ProtobufWriter) {
    writer.write(name, field: 1)
    writer.message(field: 2) { type in
      type.message(field: 1) { tensor in
        tensor.write(1, field: 1)
        tensor.message(field: 2) { dimensions in
          dimensions.message(field: 1) { $0.write("N", field: 2) }
          for size in shape.dimensions { dimensions.message(field: 1) { $0.write(size, field: 1) } }
        }
      }
    }
  }
}
