import CX11
import Graphics
public import Toolkit

extension X11Host {
  /// While events come without end, the client draws at least this often.
  private static let longestDrain = Duration.milliseconds(8)

  /// Runs `client` until the window is closed, a signal comes or the display goes away.
  public func run(_ client: any HostClient) -> End {
    self.client = client
    defer { self.client = nil }
    SignalWatch.begin { [mailbox, weak self] number in
      mailbox.post { self?.take(signal: number) }
    }
    defer { SignalWatch.end() }
    send(.settings(settings))
    send(.resized(PixelSize(width: surface.width, height: surface.height)))
    while true {
      drain()
      answer()
      if connection.isLost { return lose() }
      if let end {
        exchange?.saveOnExit()
        return end
      }
      sleep()
    }
  }

  private func take(signal: Int32) {
    send(.closeRequested)
    end = .signalled(signal)
  }

  private func lose() -> End {
    client?.hostIsGone()
    return .displayGone(reason: "the connection to the X server broke")
  }

  /// Handles every event that has come, for as long as the eye does not notice.
  private func drain() {
    let limit = now + X11Host.longestDrain
    while let event = connection.nextEvent() {
      dispatch(event)
      if now >= limit { break }
    }
    applySize()
  }

  /// Lets the client work; it draws only while the server reads nothing.
  private func answer() {
    if mailbox.open() { owesAnswer = true }
    if let exchange, let deadline = exchange.nextDeadline, deadline <= now { exchange.wake(now: now) }
    guard let client, !presenter.isBusy(at: now) else { return }
    if owesAnswer {
      owesAnswer = false
      client.eventsAreHandled()
    }
    if let deadline = client.nextDeadline, deadline <= now, !presenter.isBusy(at: now) { client.wake() }
  }

  /// Waits for the server, a letter or the client's deadline.
  private func sleep() {
    let hasEvents = connection.flush()
    guard !connection.isLost else { return }
    let time = hasEvents ? .zero : wakeTime.map { min(max(.zero, $0 - now), .seconds(86_400)) }
    inkling_wait(connection.descriptor, mailbox.descriptor, time?.wholeNanoseconds ?? -1)
  }

  /// When there is something to do without anybody saying so.
  private var wakeTime: Duration? {
    if let answer = presenter.busyUntil, answer > now { return answer }
    if owesAnswer { return .zero }
    return [client?.nextDeadline, exchange?.nextDeadline].compactMap(\.self).min()
  }
}

extension Duration {
  /// Nanoseconds without the rest.
  fileprivate var wholeNanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
