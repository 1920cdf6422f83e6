/// How the tile kernels walk over an activation: items, blocks of channels in an item, pixels in a block, and groups of
/// eight channels in a pixel.
///
/// A vector batch is walked in items of 16 rows, where a row plays the part of a pixel.
struct TileGeometry: Hashable {
  private static let rowsPerItem = 16

  let itemCount: Int
  let blockCount: Int
  /// Groups of eight channels side by side in a pixel of a block.
  let groupsPerBlock: Int
  let height: Int
  let width: Int
  /// Distances in numbers.
  let itemStride: Int
  let blockStride: Int
  let pixelStride: Int
  /// Rows of the last item (pictures: all pixels).
  private let lastPixelCount: Int
  /// Channels, padding left out.
  let channelCount: Int
  /// Values that a channel has over the whole batch.
  let valuesPerChannel: Int
  private let isPicture: Bool

  init(_ form: Activation.Form, batch: Int) {
    switch form {
    case .blocked(let channels, let height, let width, let block):
      itemCount = batch
      blockCount = (channels + block - 1) / block
      groupsPerBlock = block / 8
      self.height = height
      self.width = width
      pixelStride = block
      blockStride = height * width * block
      itemStride = blockStride * blockCount
      lastPixelCount = height * width
      channelCount = channels
      valuesPerChannel = batch * height * width
      isPicture = true
    case .plain(let channels, let height, let width):
      precondition(height == 1 && width == 1, "tile kernels take blocked pictures or plain vectors")
      let rows = TileGeometry.rowsPerItem
      itemCount = (batch + rows - 1) / rows
      blockCount = (channels + 7) / 8
      groupsPerBlock = 1
      self.height = 1
      self.width = rows
      pixelStride = channels
      blockStride = 8
      itemStride = rows * channels
      lastPixelCount = batch - (itemCount - 1) * rows
      channelCount = channels
      valuesPerChannel = batch
      isPicture = false
    }
  }

  /// The groups of eight channels in all.
  var groupCount: Int { blockCount * groupsPerBlock }

  /// The numbers in all groups, padding included.
  var laneCount: Int { groupCount * 8 }

  /// The most pixels that an item has.
  var pixelCount: Int { height * width }

  /// The pixels of one item.
  @inline(__always)
  func pixels(ofItem item: Int) -> Int { item == itemCount - 1 ? lastPixelCount : pixelCount }

  /// Where a block of an item begins.
  @inline(__always)
  func offset(item: Int, block: Int) -> Int { item &* itemStride &+ block &* blockStride }

  /// Numbers that may be touched in a group: fewer than eight only at the end of a vector.
  @inline(__always)
  func lanes(inBlock block: Int) -> Int {
    isPicture || block < blockCount - 1 ? 8 : channelCount - block * 8
  }
}
