import DigitData
import Glibc

/// Where models are found by name; never in the current directory alone, never at a place fixed when compiling.
public struct ModelLocation: Equatable, Sendable {
  /// The directory of the user's own models; nil when there is no home.
  public let userModels: String?
  /// Directories whose entries are models, the first the most important.
  public let roots: [String]

  /// The places that `environment` and the path of the running program lead to.
  public init(environment: [String: String], executable: String? = ModelLocation.executable) {
    let data = UserDirectory.path("XDG_DATA_HOME", else: ".local/share", in: environment)
    userModels = data.map { $0 + "/models" }
    var roots: [String] = []
    if let home = environment["INKLING_HOME"], !home.isEmpty { roots += ModelLocation.both(in: home) }
    if let userModels { roots.append(userModels) }
    let shared = environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/local/share:/usr/share"
    for directory in shared.split(separator: ":") where directory.hasPrefix("/") {
      roots += ModelLocation.both(in: directory + "/inkling")
    }
    if let executable {
      let directory = FilePath(executable).parent
      roots += ModelLocation.both(in: directory + "/../share/inkling")
      roots += ModelLocation.firstUpward(from: directory).map { [$0] } ?? []
    }
    self.roots = roots
  }

  /// The directory that `model` names: the path of one, or the name of one in `roots`; nil when there is none.
  public func directory(of model: String) -> ModelDirectory? {
    ModelLocation.first(of: [model]) ?? (model.contains("/") ? nil : installed(model))
  }

  /// The directory of the model called `name` in `roots`, whatever the current directory holds; nil when there is none.
  public func installed(_ name: String) -> ModelDirectory? {
    ModelLocation.first(of: roots.map { "\($0)/\(name)" })
  }

  private static func first(of directories: [String]) -> ModelDirectory? {
    directories.first { FilePath(ModelDirectory($0).weights).isFile }.map(ModelDirectory.init)
  }

  /// The names of all models in `roots`, without repetition.
  public var names: [String] {
    var seen: Set<String> = []
    return roots.flatMap { root in
      // What is being written has a hidden name.
      FilePath(root).names.filter {
        !$0.hasPrefix(".") && FilePath(ModelDirectory("\(root)/\($0)").weights).isFile
      }
    }.filter { seen.insert($0).inserted }
  }

  /// The real path of the running program.
  public static var executable: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func both(in directory: String) -> [String] { [directory + "/Models", directory + "/models"] }

  private static func firstUpward(from directory: String) -> String? {
    var directory = directory
    while true {
      let models = FilePath(directory).appending("Models")
      if FilePath(models).isDirectory { return models }
      if directory == "/" || directory == "." { return nil }
      directory = FilePath(directory).parent
    }
  }
}
