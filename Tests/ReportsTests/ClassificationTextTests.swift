import NeuralNet
import Reports
import Testing
import Training

@Suite struct ClassificationTextTests {
  /// Ten classes of ten digits each; digit 3 is read as 5 four times, digit 5 as 3 once.
  private func evaluation() -> Evaluation {
    let labels = (0..<100).map { UInt8($0 / 10) }
    var read = labels.map(Int.init)
    for index in 30..<34 { read[index] = 5 }
    read[50] = 3
    let probabilities = read.flatMap { digit in (0..<10).map { $0 == digit ? Float(0.91) : 0.01 } }
    return Evaluation(probabilities: probabilities, labels: labels)
  }

  @Test func isTheTextOfScikitLearn() {
    let expected = """
                    precision    recall  f1-score   support

                 0       1.00      1.00      1.00        10
                 1       1.00      1.00      1.00        10
                 2       1.00      1.00      1.00        10
                 3       0.86      0.60      0.71        10
                 4       1.00      1.00      1.00        10
                 5       0.69      0.90      0.78        10
                 6       1.00      1.00      1.00        10
                 7       1.00      1.00      1.00        10
                 8       1.00      1.00      1.00        10
                 9       1.00      1.00      1.00        10

          accuracy                           0.95       100
         macro avg       0.95      0.95      0.95       100
      weighted avg       0.95      0.95      0.95       100

      """
    #expect(ClassificationText(evaluation()).text == expected)
  }

  @Test func takesMoreDigits() {
    let lines = ClassificationText(evaluation(), digits: 4).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[5] == "           3     0.8571    0.6000    0.7059        10")
    #expect(lines[13] == "    accuracy                         0.9500       100")
  }

  @Test func widensForManyDigits() {
    let lines = ClassificationText(evaluation(), digits: 14).text.split(separator: "\n")
    #expect(lines[0].hasPrefix("                precision"))
    #expect(lines[1].hasPrefix("             0  1.00000000000000 1.00000000000000"))
  }
}
