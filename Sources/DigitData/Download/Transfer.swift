import Foundation
import FoundationNetworking

/// One HTTP request whose answer arrives as events, taken by the thread that waits for them.
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
  private var events: [Event] = []
  private var session: URLSession?

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
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while events.isEmpty {
      if !condition.wait(until: deadline) { break }
    }
    return events.isEmpty ? nil : events.removeFirst()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    if let answer = response as? HTTPURLResponse { deliver(.answer(answer)) }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    deliver(.bytes(data))
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    deliver(.end(failure: error.map(\.localizedDescription)))
  }

  private func deliver(_ event: Event) {
    condition.lock()
    events.append(event)
    condition.signal()
    condition.unlock()
  }
}
