internal import COneDNN

/// The place of one parameter array in the arenas of a session.
final class ParameterSlot {
  /// The index in `ModelSpec.parameters`.
  let index: Int
  /// How the array lies in the arenas: what the gradient kernel chose, so that the optimiser needs no copies.
  let layout: ArrayLayout
  /// How the array lies in the model file.
  let plain: PlainArray
  /// Whether weight decay applies.
  let decays: Bool
  /// Where the array begins, in numbers.
  fileprivate(set) var offset = 0

  init(index: Int, layout: ArrayLayout, plain: PlainArray, decays: Bool) {
    self.index = index
    self.layout = layout
    self.plain = plain
    self.decays = decays
  }

  /// The room that the array takes, in numbers, rounded up to whole cache lines.
  var room: Int { (layout.byteCount + 63) / 64 * 16 }
}

/// All learned numbers of a session in a row, and beside them their gradients: what an optimiser walks over.
final class ParameterArenas {
  let slots: [ParameterSlot]
  let parameters: Buffer
  let gradients: Buffer
  /// Numbers in all, padding included.
  let count: Int
  /// The first `decayCount` numbers are the ones that weight decay applies to.
  let decayCount: Int

  init(_ slots: [ParameterSlot]) throws(KernelError) {
    self.slots = slots.filter(\.decays) + slots.filter { !$0.decays }
    var offset = 0
    for slot in self.slots {
      slot.offset = offset
      offset += slot.room
    }
    count = offset
    decayCount = slots.filter(\.decays).reduce(0) { $0 + $1.room }
    parameters = try Buffer(byteCount: count * 4)
    gradients = try Buffer(byteCount: count * 4)
  }

  /// One array as primitives take it.
  func parameter(_ slot: ParameterSlot, in engine: Engine) throws(KernelError) -> BoundArray {
    try BoundArray(slot.layout, in: engine, at: parameters.raw + slot.offset * 4, owner: parameters)
  }

  /// The gradient of one array as primitives take it.
  func gradient(_ slot: ParameterSlot, in engine: Engine) throws(KernelError) -> BoundArray {
    try BoundArray(slot.layout, in: engine, at: gradients.raw + slot.offset * 4, owner: gradients)
  }

  /// Copies a plain array from outside into an arena.
  func write(_ values: [Float], to slot: ParameterSlot, of arena: Buffer, in engine: Engine) throws(KernelError) {
    let plain = try slot.plain.bound(values, in: engine)
    let target = try BoundArray(slot.layout, in: engine, at: arena.raw + slot.offset * 4, owner: arena)
    try ParameterArenas.copy(plain, to: target, in: engine)
  }

  /// Copies an array of an arena out in plain order.
  func read(_ slot: ParameterSlot, of arena: Buffer, in engine: Engine) throws(KernelError) -> [Float] {
    let plain = try BoundArray(slot.plain.layout, in: engine)
    let source = try BoundArray(slot.layout, in: engine, at: arena.raw + slot.offset * 4, owner: arena)
    try ParameterArenas.copy(source, to: plain, in: engine)
    return slot.plain.values(of: plain)
  }

  /// Runs one copy at once.
  static func copy(_ source: BoundArray, to target: BoundArray, in engine: Engine) throws(KernelError) {
    let plan = try PrimitivePlan(reorder: source.layout, to: target.layout, in: engine)
    let scratch = try Buffer(byteCount: plan.scratchByteCount)
    try Primitive(plan, in: engine, scratch: scratch, [DNNL_ARG_FROM: source, DNNL_ARG_TO: target]).execute()
  }
}
