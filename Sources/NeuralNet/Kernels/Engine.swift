internal import COneDNN

/// oneDNN on the processor, and the stream that runs its primitives in order.
final class Engine {
  let raw: dnnl_engine_t
  let stream: dnnl_stream_t

  init() throws(KernelError) {
    var engine: dnnl_engine_t?
    try Engine.check(dnnl_engine_create(&engine, dnnl_cpu, 0), "an engine")
    var stream: dnnl_stream_t?
    let status = dnnl_stream_create(&stream, engine, dnnl_stream_default_flags.rawValue)
    guard status == dnnl_success, let engine, let stream else {
      dnnl_engine_destroy(engine)
      throw .refused(operation: "a stream", status: Int(status.rawValue))
    }
    raw = engine
    self.stream = stream
  }

  deinit {
    dnnl_stream_destroy(stream)
    dnnl_engine_destroy(raw)
  }

  /// Turns a status into an error that names the operation.
  static func check(_ status: dnnl_status_t, _ operation: @autoclosure () -> String) throws(KernelError) {
    guard status == dnnl_success else { throw .refused(operation: operation(), status: Int(status.rawValue)) }
  }
}
