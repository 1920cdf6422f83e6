import NeuralNet
import Training

let names = CommandLine.arguments.dropFirst()
if names.first == "steps" {
  let args = Array(names)
  var c = TrainingSession.Configuration(); c.precision = args[2] == "bf16" ? .bf16 : .f32
  let m = Model(initializing: Preset(rawValue: args[1])!.spec, metadata: ModelMetadata(name: "x"), seed: 1)
  let s = try TrainingSession(m, c)
  for r in 0..<128 { s.targets[r * 10 + r % 10] = 1 }
  let t0 = ContinuousClock().now
  let n = Int(args[3])!
  for i in s.inputs.indices { s.inputs[i] = Float(i % 17) * 0.1 }
  for _ in 0..<n { _ = s.step(learningRate: 1e-3) }
  print(Double(n * 128) / t0.duration(to: ContinuousClock().now).seconds)
} else {
  for name in names {
    for precision in [Precision.f32, .bf16] {
      let b = try Benchmark.run(
        name: name, spec: Preset(rawValue: name)!.spec, batch: 128, precision: precision, team: .everyCore)
      print(b)
    }
  }
}
