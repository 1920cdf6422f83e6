// Replaces malloc and its relatives in the test program; each call goes on to the C library.
#define _GNU_SOURCE
#include "AllocationProbe.h"

#include <errno.h>
#include <link.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

#define MOST_RANGES 32
static struct {
  uintptr_t begin, end;
} ranges[MOST_RANGES];
static int range_count;
static _Thread_local bool is_counting;
static _Thread_local AllocationCounts counts;

static int add_library(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  (void)context;
  const char *name = info->dlpi_name;
  if (!strstr(name, "libdnnl") && !strstr(name, "libgomp") && !strstr(name, "libstdc++")) return 0;
  for (int i = 0; i < info->dlpi_phnum && range_count < MOST_RANGES; i++) {
    if (info->dlpi_phdr[i].p_type != PT_LOAD) continue;
    uintptr_t begin = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
    ranges[range_count].begin = begin;
    ranges[range_count].end = begin + info->dlpi_phdr[i].p_memsz;
    range_count++;
  }
  return 0;
}

static void count(void *caller) {
  if (!is_counting) return;
  for (int i = 0; i < range_count; i++) {
    if ((uintptr_t)caller >= ranges[i].begin && (uintptr_t)caller < ranges[i].end) {
      counts.libraries++;
      return;
    }
  }
  counts.ours++;
}

void allocation_probe_start(void) {
  if (range_count == 0) dl_iterate_phdr(add_library, NULL);
  counts = (AllocationCounts){0, 0};
  is_counting = true;
}

AllocationCounts allocation_probe_stop(void) {
  is_counting = false;
  return counts;
}

void *malloc(size_t size) {
  count(__builtin_return_address(0));
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count(__builtin_return_address(0));
  return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
  count(__builtin_return_address(0));
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  count(__builtin_return_address(0));
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count(__builtin_return_address(0));
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  count(__builtin_return_address(0));
  *result = __libc_memalign(alignment, size);
  return *result == NULL ? ENOMEM : 0;
}
