import Commands
import Glibc

/// The variables of the environment; of those with the same name the first counts.
func environment() -> [String: String] {
  var variables: [String: String] = [:]
  var entry = environ
  while let text = entry.pointee {
    let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 { variables[String(parts[0])] = variables[String(parts[0])] ?? String(parts[1]) }
    entry += 1
  }
  return variables
}

exit(Commands.run(arguments: Array(CommandLine.arguments.dropFirst()), environment: environment()))
