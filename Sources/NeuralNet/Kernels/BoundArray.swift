internal import COneDNN

/// A layout bound to memory, as primitives take it.
final class BoundArray {
  let layout: ArrayLayout
  let raw: dnnl_memory_t
  /// Keeps the memory alive; nil when somebody else does.
  private let owner: Buffer?
  let pointer: UnsafeMutableRawPointer

  init(_ layout: ArrayLayout, in engine: Engine, at pointer: UnsafeMutableRawPointer, owner: Buffer?)
    throws(KernelError)
  {
    var raw: dnnl_memory_t?
    var description = layout.raw
    try Engine.check(dnnl_memory_create(&raw, &description, engine.raw, pointer), "a memory object")
    guard let raw else { throw .outOfMemory(bytes: layout.byteCount) }
    self.layout = layout
    self.raw = raw
    self.pointer = pointer
    self.owner = owner
  }

  /// Binds fresh, zeroed memory.
  convenience init(_ layout: ArrayLayout, in engine: Engine) throws(KernelError) {
    let buffer = try Buffer(byteCount: layout.byteCount)
    try self.init(layout, in: engine, at: buffer.raw, owner: buffer)
  }

  /// Binds the memory of `buffer`, which must be large enough.
  convenience init(_ layout: ArrayLayout, in engine: Engine, buffer: Buffer) throws(KernelError) {
    precondition(layout.byteCount <= buffer.byteCount, "\(layout.byteCount) bytes in a buffer of \(buffer.byteCount)")
    try self.init(layout, in: engine, at: buffer.raw, owner: buffer)
  }

  deinit { dnnl_memory_destroy(raw) }
}
