// Convolutions of 3 x 3 with stride 1 on bf16 numbers in Winograd's form: 16 products for 2 x 2 results, not 36.
//
// Pictures are cut into tiles of 2 x 2 results. A tile becomes 16 points by additions in 32 bits; a point of the result
// is a sum of products of points, which the processor's bf16 instructions compute.
#pragma once
#include <stdint.h>
#include <string.h>

#include "tiles.h"

// Pictures lie in blocks of 16 channels, pixel after pixel. Padding: rows and columns of zeros before the source.
typedef struct {
  const uint16_t *source;
  // Of the gradient walk, the gradient of the result, which is only read.
  uint16_t *result;
  long batch, channels, height, width;
  long filters, resultHeight, resultWidth;
  long paddingTop, paddingLeft;
} inkling_convolution;

// Rows of tiles belong to two pictures: they go through side by side.
static inline long inkling_winograd_columns(const inkling_convolution *its) { return (its->resultWidth + 1) / 2; }

static inline long inkling_winograd_rows(const inkling_convolution *its) {
  return (its->batch + 1) / 2 * ((its->resultHeight + 1) / 2);
}

// Rows that are transformed before they are multiplied: whole eights of tiles, 32 or more.
static inline long inkling_winograd_rows_at_once(const inkling_convolution *its) {
  long columns = inkling_winograd_columns(its);
  long rows = 1;
  while (rows * columns % 8 != 0 || rows * columns < 32) rows++;
  return rows;
}

// Tiles from point to point: odd, so that the 16 points of a tile do not meet in the same corner of the cache.
static inline long inkling_winograd_stride(const inkling_convolution *its) {
  return inkling_winograd_rows_at_once(its) * inkling_winograd_columns(its) | 1;
}

#if defined(__x86_64__)
#include <immintrin.h>
#define INKLING_HALVES \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512bf16"))) static inline
#define INKLING_HALVES_PART INKLING_HALVES __attribute__((always_inline))

// Swift's compiler leaves short loops as they are, and their arrays in memory, until it is told otherwise.
#define INKLING_UNROLL _Pragma("clang loop unroll(full)")

// Rounds 16 numbers of two pictures, and lets them take turns where products of pairs go over pictures.
INKLING_HALVES_PART void inkling_store_two(inkling_floats first, inkling_floats second, int takesTurns, uint16_t *to) {
  const __m512i turns = _mm512_set_epi16(
    31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7, 22, 6, 21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16,
    0);
  __m512i halves = (__m512i)_mm512_cvtne2ps_pbh((__m512)second, (__m512)first);
  _mm512_storeu_si512(to, takesTurns ? _mm512_permutexvar_epi16(turns, halves) : halves);
}

// The rows of pixels that a row of tiles needs, of one block of channels of one picture; zeros where there are none.
INKLING_HALVES_PART void inkling_find_rows(
  const uint16_t *rows[], int count, const uint16_t *pictures, long picture, long batch, long first, long height,
  long width, const uint16_t *zeros
) {
  for (int index = 0; index < count; index++) {
    long y = first + index;
    rows[index] = picture < batch && y >= 0 && y < height ? pictures + y * width * 16 : zeros;
  }
}

// One column of a tile: rows combined.
typedef struct {
  inkling_floats rows[4];
} inkling_column;

INKLING_HALVES_PART inkling_column inkling_source_column(const uint16_t *const rows[4], long x, long width) {
  inkling_column column;
  if (x < 0 || x >= width) {
    INKLING_UNROLL for (int row = 0; row < 4; row++) column.rows[row] = 0;
    return column;
  }
  inkling_floats d[4];
  INKLING_UNROLL for (int row = 0; row < 4; row++) d[row] = inkling_load(rows[row], x, 1);
  column.rows[0] = d[0] - d[2];
  column.rows[1] = d[1] + d[2];
  column.rows[2] = d[2] - d[1];
  column.rows[3] = d[3] - d[1];
  return column;
}

// The points of one row of source tiles of two pictures.
INKLING_HALVES_PART void inkling_source_row(
  const inkling_convolution *its, const uint16_t *const rows[2][4], int takesTurns, uint16_t *to
) {
  long stride = inkling_winograd_stride(its) * 32;
  long width = its->width;
  long x = -its->paddingLeft;
  inkling_column a[4], b[4];
  INKLING_UNROLL for (int column = 0; column < 2; column++) {
    a[column + 2] = inkling_source_column(rows[0], x + column, width);
    b[column + 2] = inkling_source_column(rows[1], x + column, width);
  }
  long columns = inkling_winograd_columns(its);
  for (long tile = 0; tile < columns; tile++, x += 2, to += 32) {
    INKLING_UNROLL for (int column = 0; column < 2; column++) {
      a[column] = a[column + 2];
      b[column] = b[column + 2];
      a[column + 2] = inkling_source_column(rows[0], x + 2 + column, width);
      b[column + 2] = inkling_source_column(rows[1], x + 2 + column, width);
    }
    INKLING_UNROLL for (int row = 0; row < 4; row++) {
      inkling_floats p[4], q[4];
      INKLING_UNROLL for (int column = 0; column < 4; column++) {
        p[column] = a[column].rows[row];
        q[column] = b[column].rows[row];
      }
      uint16_t *points = to + row * 4 * stride;
      inkling_store_two(p[0] - p[2], q[0] - q[2], takesTurns, points);
      inkling_store_two(p[1] + p[2], q[1] + q[2], takesTurns, points + stride);
      inkling_store_two(p[2] - p[1], q[2] - q[1], takesTurns, points + 2 * stride);
      inkling_store_two(p[3] - p[1], q[3] - q[1], takesTurns, points + 3 * stride);
    }
  }
}

// The points of `count` rows of source tiles from `first` on, [block][point][tile][two pictures].
INKLING_HALVES_PART void inkling_source_points(
  const inkling_convolution *its, long first, long count, int takesTurns, uint16_t *points, const uint16_t *zeros
) {
  long blocks = its->channels / 16;
  long tileRows = (its->resultHeight + 1) / 2;
  long pixels = its->height * its->width * 16;
  for (long block = 0; block < blocks; block++) {
    for (long index = 0; index < count; index++) {
      const uint16_t *rows[2][4];
      long picture = (first + index) / tileRows * 2;
      long y = (first + index) % tileRows * 2 - its->paddingTop;
      INKLING_UNROLL for (int side = 0; side < 2; side++) {
        inkling_find_rows(
          rows[side], 4, its->source + ((picture + side) * blocks + block) * pixels, picture + side, its->batch, y,
          its->height, its->width, zeros);
      }
      long tile = block * 16 * inkling_winograd_stride(its) + index * inkling_winograd_columns(its);
      inkling_source_row(its, rows, takesTurns, points + tile * 32);
    }
  }
}
#endif
