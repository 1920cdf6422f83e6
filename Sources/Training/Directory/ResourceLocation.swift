/// Where files that belong to the program are found: beside it when it is installed, else above it.
public enum ResourceLocation {
  /// Directories to look in, the first the most important.
  public static var roots: [String] {
    guard let executable = ModelLocation.executable else { return [] }
    var directory = FilePath(executable).parent
    var roots = [directory + "/../share"]
    while directory != "/", directory != "." {
      let resources = FilePath(directory).appending("Resources")
      if FilePath(resources).isDirectory {
        roots.append(resources)
        break
      }
      directory = FilePath(directory).parent
    }
    return roots
  }
}
