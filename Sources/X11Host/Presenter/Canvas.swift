import CX11
import Glibc
import Graphics

/// Memory that is drawn on, and what the server has to know to read it.
@MainActor
final class Canvas {
  let memory: PixelMemory
  private let connection: Connection
  private var image = XImage()
  private let segment: UnsafeMutablePointer<XShmSegmentInfo>
  /// Whether the server reads the memory itself.
  private(set) var isShared = false

  private var display: OpaquePointer { connection.display }

  /// Memory of at least `size`; nil where there is none or where the server does not take it.
  init?(holding size: PixelSize, shared: Bool, on window: TopLevelWindow) {
    // Whole steps: a window that is dragged larger needs new memory only now and then.
    func rounded(_ side: Int) -> Int { (side + 255) / 256 * 256 }
    let (columns, rows) = (rounded(size.width), rounded(size.height))
    let memory =
      shared ? PixelMemory(sharedColumns: columns, rows: rows) : PixelMemory(columns: columns, rows: rows)
    guard let memory else { return nil }
    self.memory = memory
    connection = window.connection
    segment = .allocate(capacity: 1)
    segment.initialize(to: XShmSegmentInfo())
    describe(depth: window.format.depth)
    if shared {
      isShared = attach()
      memory.vanishWhenUnused()
      guard isShared, serverSeesMemory(of: window) else { return nil }
    }
  }

  isolated deinit {
    if isShared, !connection.isLost { XShmDetach(display, segment) }
    segment.deallocate()
  }

  /// Whether a window of `size` fits, without three quarters of the memory going to waste.
  func suits(_ size: PixelSize) -> Bool {
    size.width <= memory.columns && size.height <= memory.rows
      && (size.width + 256) * (size.height + 256) * 4 >= memory.columns * memory.rows
  }

  private func describe(depth: Int32) {
    image.width = Int32(memory.columns)
    image.height = Int32(memory.rows)
    image.format = ZPixmap
    image.data = memory.base.assumingMemoryBound(to: CChar.self)
    image.byte_order = LSBFirst
    image.bitmap_unit = 32
    image.bitmap_bit_order = LSBFirst
    image.bitmap_pad = 32
    image.depth = depth
    image.bytes_per_line = Int32(memory.stride)
    image.bits_per_pixel = 32
    image.obdata = UnsafeMutableRawPointer(segment).assumingMemoryBound(to: CChar.self)
    XInitImage(&image)
  }

  private func attach() -> Bool {
    guard let number = memory.segment else { return false }
    segment.pointee.shmid = number
    segment.pointee.shmaddr = image.data
    segment.pointee.readOnly = True
    return connection.accepts { XShmAttach(display, segment) }
  }

  /// Looks at a pixel through the server: in a container the same number may stand for memory of somebody else.
  private func serverSeesMemory(of window: TopLevelWindow) -> Bool {
    let proof = UInt32(truncatingIfNeeded: MonotonicClock.now.components.attoseconds / 1_000_000_007) & 0xFFFFFF
    memory.base.storeBytes(of: proof, as: UInt32.self)
    defer { memory.base.storeBytes(of: 0, as: UInt32.self) }
    let pixmap = XCreatePixmap(display, window.id, 1, 1, UInt32(window.format.depth))
    defer { XFreePixmap(display, pixmap) }
    guard let context = XCreateGC(display, pixmap, 0, nil) else { return false }
    defer { XFreeGC(display, context) }
    put(PixelRect(x: 0, y: 0, width: 1, height: 1), on: pixmap, with: context, answers: false)
    guard let seen = XGetImage(display, pixmap, 0, 0, 1, 1, 0xFFFFFF, ZPixmap) else { return false }
    defer { _ = seen.pointee.f.destroy_image?(seen) }
    return seen.pointee.f.get_pixel.map { $0(seen, 0, 0) & 0xFFFFFF } == UInt(proof)
  }

  /// Puts a part on the screen; shared memory is read later, and the server says so when `answers`.
  func put(_ rect: PixelRect, on window: Window, with context: GC, answers: Bool) {
    let (x, y) = (Int32(rect.x), Int32(rect.y))
    let (width, height) = (UInt32(rect.width), UInt32(rect.height))
    if isShared {
      XShmPutImage(display, window, context, &image, x, y, x, y, width, height, answers ? True : False)
    } else {
      XPutImage(display, window, context, &image, x, y, x, y, width, height)
    }
  }

  /// A surface of `size` on the memory.
  func makeSurface(_ size: PixelSize, scale: Double, isOpaque: Bool) throws(GraphicsError) -> ImageSurface {
    try ImageSurface(
      over: memory.base, size: size, stride: memory.stride, scale: scale, isOpaque: isOpaque, keeping: memory)
  }
}
