import NeuralNet
import Testing

/// Convolutions of 3×3 over whole blocks of channels, which mixed precision computes in Winograd's form.
@Suite(.enabled(if: ProcessorInfo.hasBFloat16, "this processor has no AVX512_BF16"))
struct WinogradTests {
  static let networks = [
    "input 16 8 8, conv 16 3, flatten, dense 10",
    "input 16 7 9, conv 32 3, flatten, dense 10",
    "input 32 9 6, conv 16 3 valid nobias, flatten, dense 10",
    "input 48 6 11, conv 32 3 valid, flatten, dense 10",
    "input 16 70 5, conv 16 3, flatten, dense 10",
    "input 16 5 71, conv 16 3, flatten, dense 10",
  ]

  @Test(arguments: networks, [1, 2, 3])
  func gradientsAreThoseOfTheExactConvolution(text: String, threads: Int) throws {
    // An odd number of pictures: the last one has no partner.
    let problem = try Problem(text, batch: 5)
    let exact = try problem.session()
    let mixed = try problem.session {
      $0.precision = .bf16
      $0.team = Team(threads: threads)
    }
    _ = exact.computeGradients()
    _ = mixed.computeGradients()
    // The second time there is something in the scratch memory.
    _ = mixed.computeGradients()
    for (left, right) in zip(try exact.gradients(), try mixed.gradients()) {
      let error = zip(left, right).reduce(0) { $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1) }
      let length = left.reduce(0) { $0 + Double($1) * Double($1) }
      #expect((error / length).squareRoot() < 0.015)
    }
  }
}
