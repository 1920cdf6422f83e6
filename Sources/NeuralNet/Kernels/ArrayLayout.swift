internal import COneDNN

/// How an array lies in memory, in oneDNN's terms: dimensions, number type and order.
struct ArrayLayout: Equatable {
  var raw: dnnl_memory_desc_t

  init(raw: dnnl_memory_desc_t) { self.raw = raw }

  init(_ dimensions: [Int], _ type: NumberType, _ order: dnnl_format_tag_t) throws(KernelError) {
    var raw = dnnl_memory_desc_t()
    let sizes = dimensions.map(Int64.init)
    try Engine.check(
      dnnl_memory_desc_init_by_tag(&raw, Int32(sizes.count), sizes, type.raw, order), "a layout of \(dimensions)")
    self.raw = raw
  }

  /// The bytes that an array takes, padding included.
  var byteCount: Int {
    withUnsafePointer(to: raw) { dnnl_memory_desc_get_size($0) }
  }

  static func == (left: ArrayLayout, right: ArrayLayout) -> Bool {
    withUnsafePointer(to: left.raw) { left in
      withUnsafePointer(to: right.raw) { dnnl_memory_desc_equal(left, $0) != 0 }
    }
  }
}

/// The number types that kernels compute with.
enum NumberType {
  case float32, bfloat16

  var raw: dnnl_data_type_t { self == .float32 ? dnnl_f32 : dnnl_bf16 }
  var byteCount: Int { self == .float32 ? 4 : 2 }
}

extension dnnl_format_tag_t {
  /// Row-major order for one to four dimensions.
  static func plain(dimensions: Int) -> dnnl_format_tag_t {
    switch dimensions {
    case 1: dnnl_a
    case 2: dnnl_ab
    default: dnnl_abcd
    }
  }
}
