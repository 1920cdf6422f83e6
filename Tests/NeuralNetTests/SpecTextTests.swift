import NeuralNet
import Testing

/// A text that must be refused, and the words it is refused with.
struct Refusal: Sendable, CustomTestStringConvertible {
  let text: String
  let message: String

  init(_ text: String, _ message: String) {
    self.text = text
    self.message = message
  }

  var testDescription: String { String(text.prefix(50)) }
}

@Suite struct SpecTextTests {
  static let kinds =
    "leaky, leaky .25, gelu, tanh, sigmoid, relu, conv 3 5 stride 2 valid nobias, bn, pool 3 stride 2, "
    + "spatialdropout .125, avgpool 2, conv 2 2, conv 2 1 nobias, dropout 0, gap, flatten, dense 7 nobias, dense 3"

  @Test func everyKindIsRead() throws {
    let spec = try ModelSpec(text: Self.kinds)
    #expect(
      spec.layers == [
        .leakyRelu(slope: 0.01), .leakyRelu(slope: 0.25), .gelu, .tanh, .sigmoid, .relu,
        .convolution(filters: 3, kernel: 5, stride: 2, padding: .valid, bias: false), .batchNormalization,
        .maxPool(size: 3, stride: 2), .spatialDropout(rate: 0.125), .averagePool(size: 2, stride: 2),
        .convolution(filters: 2, kernel: 2), .convolution(filters: 2, kernel: 1, bias: false), .dropout(rate: 0),
        .globalAveragePool, .flatten, .dense(units: 7, bias: false), .dense(units: 3),
      ])
  }

  @Test(arguments: Preset.allCases.map(\.text) + [kinds, "input 784, dense 10", "input 3 32 16, gap, leaky 1e-5"])
  func textRoundTrip(text: String) throws {
    let spec = try ModelSpec(text: text)
    #expect(try ModelSpec(text: spec.text) == spec)
    #expect(try ModelSpec(text: spec.text).text == spec.text)
  }

  @Test func textIsTheShortestForm() throws {
    let spec = try ModelSpec(
      text: " CONV  32 3 Stride 1,\tBN ,,\r\n Relu\npool 2 stride 2, dropout 0.250,flatten, dense 10,softmax\n")
    #expect(spec.text == "conv 32 3, bn, relu, pool 2, dropout .25, flatten, dense 10")
    #expect(try ModelSpec(text: "input 1 28 28, leaky").text == "leaky .01")
    #expect(try ModelSpec(text: "conv 8 3 nobias valid stride 2").text == "conv 8 3 stride 2 valid nobias")
  }

  @Test(arguments: [
    Refusal("", "the network has no layers"),
    Refusal(" , \n,", "the network has no layers"),
    Refusal("softmax", "the network has no layers"),
    Refusal(
      "flatten, drop .2",
      "unknown layer 'drop'; known are conv, dense, bn, relu, leaky, gelu, tanh, sigmoid, pool, avgpool, gap, dropout, "
        + "spatialdropout, flatten"),
    Refusal(
      "re\u{1b}[31mlu",
      "unknown layer 're?[31mlu'; known are conv, dense, bn, relu, leaky, gelu, tanh, sigmoid, pool, avgpool, gap, "
        + "dropout, spatialdropout, flatten"),
    Refusal("relu, softmax, relu", "layer 2 'softmax' can only be the last one, where it is implied"),
    Refusal(
      "relu, pool 2, dense 128", "layer 3 'dense 128' expects a vector (put flatten or gap before it) but gets 14×14×1"),
    Refusal("flatten, conv 8 3", "layer 2 'conv 8 3' expects a picture but gets a vector of 784"),
    Refusal("gap, gap", "layer 2 'gap' expects a picture but gets a vector of 1"),
    Refusal("pool 9, conv 8 5 valid", "layer 2 'conv 8 5 valid' expects a picture of at least 5×5 but gets 3×3×1"),
    Refusal("pool 29", "layer 1 'pool 29' expects a picture of at least 29×29 but gets 28×28×1"),
    Refusal("pool 99", "layer 1 'pool 99': the size must be 1 to 31"),
    Refusal("pool 0", "layer 1 'pool 0': the size must be 1 to 31"),
    Refusal("pool 2 stride 0", "layer 1 'pool 2 stride 0': the stride must be 1 to 31"),
    Refusal("conv 0 3", "layer 1 'conv 0 3': needs 1 to 4096 filters"),
    Refusal("conv 8 0", "layer 1 'conv 8 0': the kernel must be 1 to 31"),
    Refusal("conv", "layer 1 'conv': has no FILTERS; write conv FILTERS KERNEL [stride N] [valid] [nobias]"),
    Refusal("conv 32", "layer 1 'conv 32': has no KERNEL; write conv FILTERS KERNEL [stride N] [valid] [nobias]"),
    Refusal(
      "conv 32 3 4",
      "layer 1 'conv 32 3 4': '4' has no meaning here; write conv FILTERS KERNEL [stride N] [valid] [nobias]"),
    Refusal(
      "conv 32 3 stride",
      "layer 1 'conv 32 3 stride': 'stride' has no number after it; write conv FILTERS KERNEL [stride N] [valid] [nobias]"
    ),
    Refusal(
      "conv 99999999999999999999 3",
      "layer 1 'conv 99999999999999999999 3': FILTERS must be a whole number up to 999999, found '99999999999999999999'; "
        + "write conv FILTERS KERNEL [stride N] [valid] [nobias]"),
    Refusal(
      "pool -2", "layer 1 'pool -2': SIZE must be a whole number up to 999999, found '-2'; write pool SIZE [stride N]"),
    Refusal(
      "dense ten",
      "layer 1 'dense ten': UNITS must be a whole number up to 999999, found 'ten'; write dense UNITS [nobias]"),
    Refusal("relu 3", "layer 1 'relu 3': '3' has no meaning here; write relu"),
    Refusal("dropout", "layer 1 'dropout': has no RATE; write dropout RATE"),
    Refusal(
      "dropout 0,5",
      "unknown layer '5'; known are conv, dense, bn, relu, leaky, gelu, tanh, sigmoid, pool, avgpool, "
        + "gap, dropout, spatialdropout, flatten"),
    Refusal("dropout nan", "layer 1 'dropout nan': RATE must be a number such as .25, found 'nan'; write dropout RATE"),
    Refusal(
      "dropout 1e999", "layer 1 'dropout 1e999': RATE must be a number such as .25, found '1e999'; write dropout RATE"),
    Refusal("dropout 1", "layer 1 'dropout 1': the rate must be at least 0 and below 1"),
    Refusal("leaky -.5", "layer 1 'leaky -.5': the slope must be at least 0 and below 1"),
    Refusal("flatten, dense 0", "layer 2 'dense 0': needs 1 to 65536 units and at most 67108864 weights"),
    Refusal(
      "flatten, dense 65536, dense 65536",
      "layer 3 'dense 65536': needs 1 to 65536 units and at most 67108864 weights"),
    Refusal(
      "input 64 1024 1024, conv 4096 31, conv 4096 31, relu",
      "layer 1 'conv 4096 31': gives more than 67108864 values"),
    Refusal(
      "pool 28, conv 4096 31, conv 4096 31",
      "layer 3 'conv 4096 31': brings the network to more than 67108864 weights"),
    Refusal("input 0, dense 3", "'input 0' is not an input; write input 1 28 28 or input 784"),
    Refusal("input 65536 65536 65536, relu", "the input of the network must have 1 to 67108864 values"),
    Refusal(String(repeating: "relu,", count: 201), "the network has more than 200 layers"),
    Refusal(String(repeating: "relu,", count: 20000), "the network is longer than 65536 bytes"),
    Refusal(
      String(repeating: "9", count: 100),
      "unknown layer '\(String(repeating: "9", count: 60))…'; known are conv, dense, bn, relu, leaky, gelu, tanh, sigmoid, "
        + "pool, avgpool, gap, dropout, spatialdropout, flatten"),
  ])
  func refusesText(refusal: Refusal) {
    let error = #expect(throws: SpecError.self) { try ModelSpec(text: refusal.text) }
    #expect(error?.description == refusal.message)
  }
}
