import Commands
import Glibc
import Graphics
import Studio
import X11Host

let program = Program.window { arguments, environment in
  var options = StudioOptions(files: arguments.files, model: arguments.model, theme: arguments.theme)
  (options.scale, options.writesEvents, options.replay) = (arguments.scale, arguments.writesEvents, arguments.replay)
  (options.screenshot, options.screen) = (arguments.screenshot, arguments.screen)
  (options.size, options.isBenchmark) = (arguments.size, arguments.isBenchmark)
  options.version = Program.version
  return try MainActor.assumeIsolated {
    do {
      if try StudioRun.takeScreenshot(options, environment: environment) { return .done }
      let size = options.size ?? StudioOptions.usualSize
      let host = try X11Host(
        title: "Inkling", size: Size(width: Double(size.x), height: Double(size.y)), scale: options.scale,
        icon: AppIcon.picture)
      switch try StudioRun.show(on: host, options: options, environment: environment, run: { host.run($0) }) {
      case .closed: return .done
      case .signalled: return .interrupted
      case .displayGone(let reason): throw X11Error.unusable(reason: reason)
      }
    } catch let failure as StudioFailure {
      throw CommandFailure(ExitStatus(failure.cause), failure.description)
    }
  }
}

extension ExitStatus {
  /// The status that goes with what could not be had.
  fileprivate init(_ cause: StudioFailure.Cause) {
    switch cause {
    case .usage: self = .usage
    case .data: self = .data
    case .model: self = .model
    }
  }
}

let status = program.run(arguments: CommandLine.arguments, variables: environ)
fflush(nil)
// What must not be lost is on the disk. Handlers at the exit would take libraries from under threads that still compute.
_exit(status)
