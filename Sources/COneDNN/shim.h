// oneDNN's C interface, and the few entry points of the OpenMP runtime (libgomp) that Debian's oneDNN runs on:
// our own kernels run on the same threads, so that no two thread pools fight over the cores.
#pragma once
#include <dnnl.h>

void GOMP_parallel(void (*body)(void *), void *context, unsigned threads, unsigned flags);
int omp_get_thread_num(void);
int omp_get_num_threads(void);
void omp_set_num_threads(int threads);
int omp_get_num_procs(void);
