import NeuralNet
import Testing
import Training

struct AutomaticPrecisionTests {
  @Test(arguments: ["flatten, dense 10", "conv 8 5, relu, pool 2, flatten, dense 10", "conv 24 3, flatten, dense 10"])
  func networksWithoutQuickKernelsAreTrainedInSinglePrecision(_ text: String) throws {
    #expect(TrainingOptions.automaticPrecision(for: try ModelSpec(text: text)) == .f32)
  }

  @Test func thePresetsWithConvolutionsUseWhatTheProcessorHas() {
    for preset in [Preset.cnn, .cnnDeep, .inkling] {
      let precision = TrainingOptions.automaticPrecision(for: preset.spec)
      #expect(precision == (ProcessorInfo.hasBFloat16 ? .bf16 : .f32))
    }
  }
}
