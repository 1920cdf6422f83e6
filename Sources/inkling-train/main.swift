import NeuralNet
import Training

let names = CommandLine.arguments.dropFirst()
for name in names {
  for precision in [Precision.f32, .bf16] {
    let b = try Benchmark.run(name: name, spec: Preset(rawValue: name)!.spec, batch: 128, precision: precision, team: .everyCore)
    print(b)
  }
}
