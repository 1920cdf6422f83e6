import NeuralNet
import Testing

@Suite struct SpecJSONTests {
  @Test(arguments: Preset.allCases.map(\.text) + [SpecTextTests.kinds, "input 784, dense 10"])
  func jsonRoundTrip(text: String) throws {
    let spec = try ModelSpec(text: text)
    #expect(try ModelSpec(json: spec.json) == spec)
  }

  @Test func jsonIsPlain() throws {
    let spec = try ModelSpec(text: "conv 4 3 valid, pool 2, leaky, flatten, dropout .5, dense 10 nobias")
    #expect(
      spec.json
        == #"{"input":[1,28,28],"layers":[{"filters":4,"kernel":3,"padding":"valid","type":"conv"},"#
        + #"{"size":2,"type":"pool"},{"slope":0.01,"type":"leaky"},{"type":"flatten"},{"rate":0.5,"type":"dropout"},"#
        + #"{"bias":false,"type":"dense","units":10}]}"#)
  }

  @Test func layersMayBeText() throws {
    #expect(try ModelSpec(json: #"{"layers":"flatten, dense 10"}"#) == Preset.linear.spec)
    let spec = try ModelSpec(json: #"{"input":[3,8,8],"layers":"conv 2 3"}"#)
    #expect(spec.input == .picture(channels: 3, height: 8, width: 8))
  }

  static let form = #"the network is not JSON of the form {"input":[1,28,28],"layers":[…]}"#

  @Test(arguments: [
    Refusal("", form), Refusal("[]", form), Refusal("{", form), Refusal("{}", form),
    Refusal(#"{"layers":3}"#, form),
    Refusal(String(repeating: "[", count: 60000), form),
    Refusal(#"{"layers":[]}"#, "the network has no layers"),
    Refusal(#"{"layers":"","extra":1}"#, #"unknown key "extra"; known are input, layers"#),
    Refusal(#"{"input":[28,28],"layers":"relu"}"#, #""input" must be a list such as [1,28,28] or [784]"#),
    Refusal(#"{"input":[1e30],"layers":"relu"}"#, #""input" must be a list such as [1,28,28] or [784]"#),
    Refusal(#"{"layers":["relu"]}"#, #"layer 1 {…}: needs a "type" such as "relu""#),
    Refusal(#"{"layers":[{"type":"relu"},{"units":3}]}"#, #"layer 2 {…}: needs a "type" such as "relu""#),
    Refusal(
      #"{"layers":[{"type":"lstm"}]}"#,
      "unknown layer 'lstm'; known are conv, dense, bn, relu, leaky, gelu, tanh, sigmoid, pool, avgpool, gap, dropout, "
        + "spatialdropout, flatten"),
    Refusal(
      #"{"layers":[{"type":"conv","filter":3,"kernel":3}]}"#,
      #"layer 1 'conv': unknown key "filter"; known are filters, kernel, stride, padding, bias"#),
    Refusal(#"{"layers":[{"type":"relu","slope":3}]}"#, #"layer 1 'relu': unknown key "slope"; only "type" is known"#),
    Refusal(
      #"{"layers":[{"type":"conv","filters":3}]}"#, #"layer 1 'conv': "kernel" must be a whole number up to 999999"#),
    Refusal(
      #"{"layers":[{"type":"conv","filters":3,"kernel":2.5}]}"#,
      #"layer 1 'conv': "kernel" must be a whole number up to 999999"#),
    Refusal(
      #"{"layers":[{"type":"conv","filters":3,"kernel":-9223372036854775808}]}"#,
      #"layer 1 'conv': "kernel" must be a whole number up to 999999"#),
    Refusal(
      #"{"layers":[{"type":"conv","filters":3,"kernel":3,"padding":"full"}]}"#,
      #"layer 1 'conv': "padding" must be "same" or "valid""#),
    Refusal(#"{"layers":[{"type":"dense","units":3,"bias":1}]}"#, #"layer 1 'dense': "bias" must be true or false"#),
    Refusal(#"{"layers":[{"type":"dropout","rate":"half"}]}"#, #"layer 1 'dropout': "rate" must be a number"#),
    Refusal(
      #"{"layers":[{"type":"dropout","rate":1.5}]}"#, "layer 1 'dropout 1.5': the rate must be at least 0 and below 1"),
    Refusal(
      #"{"layers":[{"type":"dense","units":3}]}"#,
      "layer 1 'dense 3' expects a vector (put flatten or gap before it) but gets 28×28×1"),
  ])
  func refusesJSON(refusal: Refusal) {
    let error = #expect(throws: SpecError.self) { try ModelSpec(json: refusal.text) }
    #expect(error?.description == refusal.message)
  }
}
