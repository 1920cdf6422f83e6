import Commands
import Glibc
import Studio
import Toolkit
import X11Host

let program = Program.window { arguments, environment in
  var options = StudioOptions(files: arguments.files, model: arguments.model, theme: arguments.theme)
  options.scale = arguments.scale
  options.writesEvents = arguments.writesEvents
  options.replay = arguments.replay
  options.screenshot = arguments.screenshot
  options.screen = arguments.screen
  options.size = arguments.size
  options.isBenchmark = arguments.isBenchmark
  return try MainActor.assumeIsolated {
    let end = try StudioRun.run(options, environment: environment) { window in
      try X11Host(title: window.title, size: window.size, scale: window.scale, icon: window.icon)
    }
    return end == .closed ? .done : .failed
  }
}

exit(program.run(arguments: CommandLine.arguments, variables: environ))
