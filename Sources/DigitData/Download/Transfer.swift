import Foundation
import FoundationNetworking

/// One HTTP request whose answer arrives as events, taken by the thread that waits for them.
///
/// The compiler cannot check this: what both threads touch is guarded by `condition`, the rest is the waiting thread's alone.
final class Transfer: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  /// What has happened.
  enum Event {
    case answer(HTTPURLResponse)
    case bytes(Data)
    /// The end, with the reason if it came too early.
    case end(failure: String?)
  }

  // Guarded by `condition`: URLSession delivers on a thread of its own.
  private let condition = NSCondition()
  private var arrived: [Event] = []
  private var byteCount = 0
  private var session: URLSession?
  /// Events taken from the delivering thread and not handed out yet, the last first; for the waiting thread alone.
  private var taken: [Event] = []
  private let limit: Int

  /// A request that takes no more than `limit` bytes and a little: what goes on after that is not kept.
  init(limit: Int) { self.limit = limit }

  /// Asks for `url`, from byte `offset` on.
  func start(_ url: URL, from offset: Int, stallLimit: Duration) {
    var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
    // The bytes as they are stored: unpacking them on the way would make resuming impossible.
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    if offset > 0 { request.setValue("bytes=\(offset)-", forHTTPHeaderField: "Range") }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = Double(stallLimit.components.seconds) + 1
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    self.session = session
    session.dataTask(with: request).resume()
  }

  /// Ends the request; nothing more is taken.
  func cancel() { session?.invalidateAndCancel() }

  /// The next event, or nothing within `seconds`.
  func next(within seconds: Double) -> Event? {
    if taken.isEmpty { taken = take(within: seconds).reversed() }
    return taken.popLast()
  }

  private func take(within seconds: Double) -> [Event] {
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while arrived.isEmpty {
      if !condition.wait(until: deadline) { break }
    }
    defer { arrived = [] }
    return arrived
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    if let answer = response as? HTTPURLResponse { deliver(.answer(answer)) }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    guard deliver(.bytes(data), size: data.count) else { return dataTask.cancel() }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    deliver(.end(failure: error.map(\.localizedDescription)))
  }

  /// Hands an event over, unless more has come than is wanted.
  @discardableResult
  private func deliver(_ event: Event, size: Int = 0) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    let isWanted = byteCount <= limit
    if isWanted || size == 0 {
      arrived.append(event)
      condition.signal()
    }
    byteCount += size
    return isWanted
  }
}
