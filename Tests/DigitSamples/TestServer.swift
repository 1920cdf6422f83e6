import Foundation

/// A small HTTP server on 127.0.0.1 that plays several mirrors, each with faults of its own.
package final class TestServer: @unchecked Sendable {
  /// How a mirror answers.
  package enum Behaviour {
    /// As it should, with ranges.
    case serve([String: [UInt8]])
    /// The whole file, whatever is asked for.
    case ignoreRange([String: [UInt8]])
    /// 416 to every range, the whole file otherwise.
    case refuseRange([String: [UInt8]])
    /// 206 with another range than the one asked for.
    case wrongRange([String: [UInt8]])
    /// A web page with this status and type.
    case page(status: Int, type: String)
    /// All headers, so many bytes, then a reset connection.
    case reset(after: Int, [String: [UInt8]])
    /// So many bytes, then an orderly end; with or without a length in the headers.
    case truncate(after: Int, saysLength: Bool, [String: [UInt8]])
    /// So many bytes, then silence.
    case silent(after: Int, [String: [UInt8]])
    /// A length in the headers, true or not.
    case claim(length: Int)
    /// Bytes without end.
    case endless
  }

  /// One request as it came.
  package struct Request: Equatable {
    package let path: String
    package let range: String?
  }

  package let port: UInt16
  private let listener: Int32
  // Guarded by `lock`: connections have threads of their own.
  private let lock = NSLock()
  private var behaviours: [String: Behaviour] = [:]
  private var log: [Request] = []

  /// Listens from now on.
  package init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) + listen(listener, 64) + getsockname(listener, $0, &size)
      }
    }
    guard status == 0 else { throw CocoaError(.fileReadUnknown) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0, let self else { return }
        Thread.detachNewThread { self.answer(connection) }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// The requests so far.
  package var requests: [Request] { lock.withLock { log } }

  /// The address of a mirror.
  package func mirror(_ name: String, _ behaviour: Behaviour) -> String {
    lock.withLock { behaviours[name] = behaviour }
    return "http://127.0.0.1:\(port)/\(name)/"
  }

  private func answer(_ connection: Int32) {
    defer { close(connection) }
    guard let request = read(connection) else { return }
    let parts = request.path.split(separator: "/").map(String.init)
    guard parts.count == 2 else { return }
    let behaviour = lock.withLock {
      log.append(request)
      return behaviours[parts[0]]
    }
    let offset = request.range.flatMap { Int($0.dropFirst("bytes=".count).dropLast()) }
    if let behaviour { answer(connection, behaviour, name: parts[1], offset: offset) }
  }

  private func answer(_ connection: Int32, _ behaviour: Behaviour, name: String, offset: Int?) {
    switch behaviour {
    case .serve(let files): sendFile(connection, files[name], from: offset)
    case .ignoreRange(let files): sendFile(connection, files[name], from: nil)
    case .refuseRange(let files):
      if offset == nil {
        sendFile(connection, files[name], from: nil)
      } else {
        send(connection, head("416 Range", length: 0))
      }
    case .wrongRange(let files):
      send(connection, head("206 Partial", length: files[name]?.count ?? 0, extra: "Content-Range: bytes 0-9/10\r\n"))
      send(connection, files[name] ?? [])
    case .page(let status, let type):
      let page = Array("<html><body>Sorry, not today.</body></html>".utf8)
      send(connection, head("\(status) Some", length: page.count, type: type))
      send(connection, page)
    case .reset(let count, let files):
      sendFile(connection, files[name], from: offset, atMost: count)
      usleep(500_000)
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    case .truncate(let count, let saysLength, let files):
      sendFile(connection, files[name], from: offset, atMost: count, saysLength: saysLength)
    case .silent(let count, let files):
      sendFile(connection, files[name], from: offset, atMost: count)
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
    case .claim(let length): send(connection, head("200 OK", length: length))
    case .endless:
      send(connection, head("200 OK", length: nil))
      // At most 60 MB/s: curl never lets go of a connection that is faster than it reads, not even to close it.
      let block = [UInt8](repeating: 0x1f, count: 1 << 16)
      while send(connection, block) { usleep(1_000) }
    }
  }

  private func sendFile(
    _ connection: Int32, _ file: [UInt8]?, from offset: Int?, atMost limit: Int = .max, saysLength: Bool = true
  ) {
    guard let file else {
      send(connection, head("404 Not Found", length: 0))
      return
    }
    if let offset, offset >= file.count {
      send(connection, head("416 Range", length: 0))
      return
    }
    let range = offset.map { "Content-Range: bytes \($0)-\(file.count - 1)/\(file.count)\r\n" } ?? ""
    let rest = Array(file[(offset ?? 0)...])
    send(
      connection, head(offset == nil ? "200 OK" : "206 Partial", length: saysLength ? rest.count : nil, extra: range))
    send(connection, Array(rest.prefix(limit)))
  }

  private func head(
    _ status: String, length: Int?, type: String = "application/octet-stream", extra: String = ""
  ) -> [UInt8] {
    let length = length.map { "Content-Length: \($0)\r\n" } ?? ""
    return Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(length)\(extra)Connection: close\r\n\r\n".utf8)
  }

  private func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while !bytes.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
      guard bytes.count < 8_192, recv(connection, &byte, 1, 0) == 1 else { return nil }
      bytes.append(byte)
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let range = lines.first { $0.lowercased().hasPrefix("range:") }
    return Request(
      path: lines[0].components(separatedBy: " ")[1], range: range.map { String($0.dropFirst("range: ".count)) })
  }

  @discardableResult
  private func send(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
