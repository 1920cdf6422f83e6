/// Writes IDX files, good and bad ones.
package enum IDXBytes {
  /// Numbers of four bytes, the highest first.
  package static func numbers(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: UInt32(number).bigEndian) { [UInt8]($0) } }
  }

  /// A file of pictures.
  package static func images(count: Int, rows: Int, columns: Int, _ pixels: [UInt8]) -> [UInt8] {
    numbers(2051, count, rows, columns) + pixels
  }

  /// A file of labels.
  package static func labels(_ labels: [UInt8]) -> [UInt8] { numbers(2049, labels.count) + labels }
}
