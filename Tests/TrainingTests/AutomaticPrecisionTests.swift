import NeuralNet
import Testing
import Training

struct AutomaticPrecisionTests {
  @Test(arguments: ["flatten, dense 10", "flatten, dense 64, relu, bn, dense 10"])
  func networksWithoutConvolutionsAreTrainedInSinglePrecision(_ text: String) throws {
    #expect(TrainingOptions.automaticPrecision(for: try ModelSpec(text: text)) == .f32)
  }

  @Test(arguments: ["conv 16 3, flatten, dense 10", "conv 8 5, relu, pool 2, conv 24 3, relu, gap, dense 10"])
  func networksWithConvolutionsUseWhatTheProcessorHas(_ text: String) throws {
    let precision = TrainingOptions.automaticPrecision(for: try ModelSpec(text: text))
    #expect(precision == (ProcessorInfo.hasBFloat16 ? .bf16 : .f32))
  }
}
