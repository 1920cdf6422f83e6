internal import COneDNN

/// What the processor offers to the kernels.
public enum ProcessorInfo {
  /// The cores that this process may run on.
  public static var usableCores: Int { max(1, Int(omp_get_num_procs())) }

  /// Whether the processor multiplies bf16 numbers itself; without it mixed precision would be slower than f32.
  public static var hasBFloat16: Bool {
    let needed = dnnl_cpu_isa_avx512_core_bf16.rawValue
    return dnnl_get_effective_cpu_isa().rawValue & needed == needed
  }

  /// Channels that lie side by side in the layout the convolutions of this processor like best.
  static var channelBlock: Int {
    let core = dnnl_cpu_isa_avx512_core.rawValue
    return dnnl_get_effective_cpu_isa().rawValue & core == core ? 16 : 8
  }

  /// Whether tile kernels use the loops for vectors of 16 numbers; tests compare them with the portable ones.
  @TaskLocal package static var usesWideTiles = channelBlock == 16
}
