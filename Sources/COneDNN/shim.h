// oneDNN's C interface, and the few entry points of the OpenMP runtime (libgomp) that Debian's oneDNN runs on:
// our own kernels run on the same threads, so that no two thread pools fight over the cores.
#pragma once
#include <dnnl.h>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

void GOMP_parallel(void (*body)(void *), void *context, unsigned threads, unsigned flags);
int omp_get_thread_num(void);
int omp_get_num_threads(void);
void omp_set_num_threads(int threads);
int omp_get_num_procs(void);

// Numbers too small for a normalised float cost a hundred cycles each; while an optimiser runs they count as zero.
// Returns what must be given back to inkling_restore_denormals.
static inline unsigned inkling_flush_denormals(void) {
#if defined(__x86_64__)
  unsigned before = _mm_getcsr();
  _mm_setcsr(before | 0x8040);
  return before;
#else
  return 0;
#endif
}

static inline void inkling_restore_denormals(unsigned before) {
#if defined(__x86_64__)
  _mm_setcsr(before);
#else
  (void)before;
#endif
}

#include "tiles.h"
#include "winograd-gradient.h"
#include "winograd-results.h"
