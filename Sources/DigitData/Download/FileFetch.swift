import Foundation
import FoundationNetworking

/// Fetches one file from one mirror into a temporary file, going on where an earlier attempt stopped.
struct FileFetch {
  /// Why one attempt came to nothing.
  enum Failure: Error {
    /// The mirror is of no use; the next may be.
    case refused(String)
    /// The temporary file cannot be written.
    case unwritable(DataFileError)
    /// The caller has asked to stop.
    case cancelled
  }

  let url: URL
  let part: PendingFile
  let limits: DownloadLimits
  /// Called with the bytes so far and, if known, in all.
  let progress: (Int, Int?) -> Void
  let isCancelled: () -> Bool

  /// Appends what is missing to the temporary file.
  func run() throws(Failure) {
    var offset = part.count
    while try !attempt(from: offset) {
      // 416: what we have is not the beginning of what the mirror has.
      if offset == 0 { throw .refused("HTTP status 416") }
      try restart()
      offset = 0
    }
  }

  /// Makes one request; gives false when the mirror cannot go on from `offset`.
  private func attempt(from offset: Int) throws(Failure) -> Bool {
    let transfer = Transfer(limit: limits.fileSize)
    transfer.start(url, from: offset, stallLimit: limits.stall)
    defer { transfer.cancel() }
    var total: Int?
    while let event = try next(of: transfer) {
      switch event {
      case .answer(let answer):
        if answer.statusCode == 416 { return false }
        total = try accept(answer, offset: offset)
      case .bytes(let bytes): try append(bytes)
      case .end(let failure?): throw .refused(failure)
      case .end(nil): return try finish(total: total)
      }
      progress(part.count, total)
    }
    throw .refused("no data for \(limits.stall.components.seconds) s")
  }

  /// The next event; nothing when the mirror has been silent for too long.
  private func next(of transfer: Transfer) throws(Failure) -> Transfer.Event? {
    let clock = ContinuousClock()
    let deadline = clock.now + limits.stall
    while clock.now < deadline {
      if isCancelled() { throw .cancelled }
      if let event = transfer.next(within: 0.05) { return event }
    }
    return nil
  }

  /// Checks an answer's status and headers, and gives the length of the whole file if they tell it.
  private func accept(_ answer: HTTPURLResponse, offset: Int) throws(Failure) -> Int? {
    guard answer.statusCode == 200 || (answer.statusCode == 206 && offset > 0) else {
      throw .refused("HTTP status \(answer.statusCode)")
    }
    if answer.value(forHTTPHeaderField: "Content-Type")?.lowercased().hasPrefix("text/html") == true {
      throw .refused("a web page instead of data")
    }
    if answer.statusCode == 200 {
      try restart()
    } else if answer.value(forHTTPHeaderField: "Content-Range")?.hasPrefix("bytes \(offset)-") != true {
      throw .refused("another range than the one asked for")
    }
    let length = answer.value(forHTTPHeaderField: "Content-Length").flatMap { Int($0) }
    let total = length.map { part.count &+ $0 }
    if let total, !(0...limits.fileSize ~= total) { throw .refused(tooLong) }
    return total
  }

  private func append(_ bytes: Data) throws(Failure) {
    guard part.count + bytes.count <= limits.fileSize else { throw .refused(tooLong) }
    do throws(DataFileError) { try part.append([UInt8](bytes)) } catch { throw .unwritable(error) }
  }

  private func finish(total: Int?) throws(Failure) -> Bool {
    if let total, part.count != total { throw .refused("\(part.count) of \(total) bytes, then the end") }
    return true
  }

  private func restart() throws(Failure) {
    do throws(DataFileError) { try part.restart() } catch { throw .unwritable(error) }
  }

  private var tooLong: String { "more than \(limits.fileSize) bytes" }
}
