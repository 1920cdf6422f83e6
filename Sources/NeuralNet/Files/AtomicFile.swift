/// Writes whole files so that a reader, a crash or a full disk sees either the old file or the new one.
public enum AtomicFile {
  /// Replaces the file at `path` by `bytes`: temporary file beside it, fsync, rename, fsync of the directory.
  ///
  /// A symbolic link is followed and the permissions of an old file are kept. On an error the old file is as it was and
  /// nothing is left beside it.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try AtomicFileWriter(path: path)
    try file.append(bytes)
    try file.publish()
  }

  /// Replaces the file at `path` by `text` in UTF-8.
  public static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }
}
