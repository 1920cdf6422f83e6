/// One operation of an ONNX graph.
struct ONNXNode {
  /// A named setting of an operation.
  enum Attribute {
    case integer(Int)
    case integers([Int])
    case float(Float)
  }

  let operation: String
  let inputs: [String]
  var output: String
  var attributes: [(name: String, value: Attribute)] = []

  /// Writes the fields of a `NodeProto`.
  func write(to writer: inout ProtobufWriter) {
    for input in inputs { writer.write(input, field: 1) }
    writer.write(output, field: 2)
    writer.write(output, field: 3)
    writer.write(operation, field: 4)
    for (name, value) in attributes {
      writer.message(field: 5) { attribute in
        attribute.write(name, field: 1)
        value.write(to: &attribute)
      }
    }
  }
}

extension ONNXNode.Attribute {
  /// Writes the value and the type of an `AttributeProto`.
  func write(to writer: inout ProtobufWriter) {
    switch self {
    case .float(let value):
      writer.write(value, field: 2)
      writer.write(1, field: 20)
    case .integer(let value):
      writer.write(value, field: 3)
      writer.write(2, field: 20)
    case .integers(let values):
      for value in values { writer.write(value, field: 8) }
      writer.write(7, field: 20)
    }
  }
}
