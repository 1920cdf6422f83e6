import Commands
import Glibc
import Studio
import X11Host

let program = Program.window { arguments, environment in
  var options = StudioOptions(files: arguments.files, model: arguments.model, theme: arguments.theme)
  (options.scale, options.writesEvents, options.replay) = (arguments.scale, arguments.writesEvents, arguments.replay)
  (options.screenshot, options.screen) = (arguments.screenshot, arguments.screen)
  (options.size, options.isBenchmark, options.version) = (arguments.size, arguments.isBenchmark, Program.version)
  return try MainActor.assumeIsolated {
    do {
      if try StudioRun.takeScreenshot(options, environment: environment) { return .done }
      let host = try X11Host(
        title: "Inkling", size: options.windowSize, scale: options.scale, icon: AppIcon.picture)
      switch try StudioRun.show(on: host, options: options, environment: environment, run: { host.run($0) }) {
      case .closed: return .done
      case .signalled: return .interrupted
      case .displayGone(let reason): throw X11Error.unusable(reason: reason)
      }
    } catch let failure as StudioFailure {
      throw CommandFailure(ExitStatus(rawValue: failure.cause.rawValue) ?? .failed, failure.description)
    }
  }
}

let status = program.run(arguments: CommandLine.arguments, variables: environ)
fflush(nil)
// What must not be lost is on the disk. Handlers at the exit would take libraries from under threads that still compute.
_exit(status)
