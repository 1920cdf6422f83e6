import NeuralNet
import Testing

/// What is known of a preset from elsewhere or by hand.
struct PresetCount: Sendable {
  let preset: Preset
  let learned: Int
  let stored: Int
  let multiplyAdds: Int
}

@Suite struct PresetTests {
  // Sums written out layer by layer; mlp, cnn and cnn-deep agree with Keras' `count_params`.
  @Test(arguments: [
    PresetCount(preset: .linear, learned: 7850, stored: 7850, multiplyAdds: 7840),
    PresetCount(
      preset: .mlp, learned: 401_920 + 131_328 + 32_896 + 8_256 + 650 + 1_920, stored: 578_890,
      multiplyAdds: 401_408 + 131_072 + 32_768 + 8_192 + 640),
    PresetCount(
      preset: .cnn, learned: 422_026, stored: 320 + 18_496 + 73_856 + 295_168 + 32_896 + 1_290,
      multiplyAdds: 225_792 + 3_612_672 + 3_612_672 + 294_912 + 32_768 + 1_280),
    PresetCount(
      preset: .cnnDeep, learned: 175_082, stored: 175_722,
      multiplyAdds: 225_792 + 7_225_344 + 3_612_672 + 7_225_344 + 3_612_672 + 32_768 + 2_560),
    PresetCount(
      preset: .inkling, learned: 288 + 9_216 + 23_040 + 57_600 + 204_800 + 1_610 + 768, stored: 298_090,
      multiplyAdds: 194_688 + 5_308_416 + 2_304_000 + 3_686_400 + 204_800 + 1_600),
  ])
  func counts(known: PresetCount) {
    let spec = known.preset.spec
    #expect(spec.parameterCount == known.learned)
    #expect(spec.storedCount == known.stored)
    #expect(spec.multiplyAdds == known.multiplyAdds)
  }

  @Test(arguments: Preset.allCases)
  func everyPresetTakesADigitAndGivesTenAnswers(preset: Preset) {
    #expect(preset.spec.input == ModelSpec.digit)
    #expect(preset.spec.output == .vector(10))
    #expect(Preset(rawValue: preset.rawValue) == preset)
  }

  @Test(arguments: Preset.allCases)
  func summaryAddsUp(preset: Preset) {
    let spec = preset.spec
    let rows = spec.summary
    #expect(rows.map(\.text) == spec.layers.map(\.description))
    #expect(rows.map(\.output) == spec.shapes)
    #expect(rows.reduce(0) { $0 + $1.parameters } == spec.parameterCount)
    #expect(rows.reduce(0) { $0 + $1.parameters + $1.statistics } == spec.storedCount)
    #expect(rows.reduce(0) { $0 + $1.multiplyAdds } == spec.multiplyAdds)
  }

  @Test func summaryRows() {
    let rows = Preset.cnnDeep.spec.summary
    #expect(rows[0].text == "conv 32 3")
    #expect("\(rows[0].output)" == "28×28×32")
    #expect(rows[0].parameters == 320)
    #expect(rows[0].multiplyAdds == 225_792)
    #expect(rows[2].parameters == 64)
    #expect(rows[2].statistics == 64)
  }
}
