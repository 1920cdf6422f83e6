import Foundation

/// Brings one file of a set from one mirror into a directory, under its real name only once its contents are proved.
struct MirrorFetch {
  let file: MNISTFile
  let mirror: String
  let directory: String
  let limits: DownloadLimits
  /// Called with the bytes so far and, if known, in all.
  let progress: (Int, Int?) -> Void
  let isCancelled: () -> Bool

  /// Fetches, checks and publishes the file.
  func run() throws(FileFetch.Failure) {
    guard let url = URL(string: mirror + (mirror.hasSuffix("/") ? "" : "/") + file.name + ".gz") else {
      throw .refused("not an address")
    }
    let part = try openPart()
    defer { if part.count == 0 { part.discard() } }
    let isResumed = part.count > 0
    try FileFetch(url: url, part: part, limits: limits, progress: progress, isCancelled: isCancelled).run()
    if let reason = fault(in: part) {
      try write { () throws(DataFileError) in try part.restart() }
      guard isResumed else { throw .refused(reason) }
      return try run()
    }
    try publish(part)
  }

  /// The temporary file is the mirror's own: two mirrors may pack the same contents differently.
  private func openPart() throws(FileFetch.Failure) -> PendingFile {
    let mark = SHA256.hexDigest(of: Array(mirror.utf8)).prefix(8)
    return try write { () throws(DataFileError) in
      try PendingFile(path: "\(directory)/.\(file.name).\(mark).part")
    }
  }

  /// What is wrong with the unpacked contents, if anything.
  private func fault(in part: PendingFile) -> String? {
    guard let contents = try? DataFile.contents(of: part.path, limit: limits.fileSize) else {
      return "the gzip data are damaged or incomplete"
    }
    return SHA256.hexDigest(of: contents) == file.sha256 ? nil : "the contents are not the published ones"
  }

  private func publish(_ part: PendingFile) throws(FileFetch.Failure) {
    try write { () throws(DataFileError) in
      let isGzip = try DataFile(path: part.path).isGzip
      try part.publish(as: "\(directory)/\(file.name)" + (isGzip ? ".gz" : ""))
    }
    for name in PrivateDirectory.names(in: directory) where name.hasPrefix(".\(file.name).") {
      PrivateDirectory.remove("\(directory)/\(name)")
    }
  }

  private func write<Result>(_ body: () throws(DataFileError) -> Result) throws(FileFetch.Failure) -> Result {
    do throws(DataFileError) {
      return try body()
    } catch {
      throw .unwritable(error)
    }
  }
}
