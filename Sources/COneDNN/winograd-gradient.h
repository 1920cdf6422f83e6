// Gradients of weights and biases in Winograd's form.
#pragma once
#include "winograd.h"

// Memory of one thread: sums over its tiles, and points of the tiles it is at.
typedef struct {
  // [channel block][filter block][point][channel][filter]
  float *sums;
  // [filter]
  float *biasSums;
  // [block][point][tile][16 channels of two pictures, taking turns]
  uint16_t *sourcePoints, *gradientPoints;
  // A row of pixels that are zero.
  const uint16_t *zeros;
} inkling_winograd_sums_memory;

#if defined(__x86_64__)
INKLING_HALVES_PART inkling_column inkling_gradient_column(const uint16_t *const rows[2], long x, long width) {
  inkling_column column;
  inkling_floats top = 0, bottom = 0;
  if (x < width) {
    top = inkling_load(rows[0], x, 1);
    bottom = inkling_load(rows[1], x, 1);
  }
  column.rows[0] = top;
  column.rows[1] = top + bottom;
  column.rows[2] = top - bottom;
  column.rows[3] = bottom;
  return column;
}

// The points of one row of tiles of the result's gradient; returns `sum` and all gradients.
INKLING_HALVES_PART inkling_floats inkling_gradient_row(
  const inkling_convolution *its, const uint16_t *const rows[2][2], uint16_t *to, inkling_floats sum
) {
  long stride = inkling_winograd_stride(its) * 32;
  long width = its->resultWidth;
  long columns = inkling_winograd_columns(its);
  for (long tile = 0; tile < columns; tile++, to += 32) {
    inkling_column a[2], b[2];
    INKLING_UNROLL for (int column = 0; column < 2; column++) {
      a[column] = inkling_gradient_column(rows[0], tile * 2 + column, width);
      b[column] = inkling_gradient_column(rows[1], tile * 2 + column, width);
    }
    sum += (a[0].rows[1] + a[1].rows[1]) + (b[0].rows[1] + b[1].rows[1]);
    INKLING_UNROLL for (int row = 0; row < 4; row++) {
      uint16_t *points = to + row * 4 * stride;
      inkling_floats p = a[0].rows[row], q = a[1].rows[row], r = b[0].rows[row], s = b[1].rows[row];
      inkling_store_two(p, r, 1, points);
      inkling_store_two(p + q, r + s, 1, points + stride);
      inkling_store_two(p - q, r - s, 1, points + 2 * stride);
      inkling_store_two(q, s, 1, points + 3 * stride);
    }
  }
  return sum;
}

// The points of `count` rows of tiles of the result's gradient from `first` on; sums it for the biases.
INKLING_HALVES_PART void inkling_gradient_points(
  const inkling_convolution *its, long first, long count, inkling_winograd_sums_memory memory
) {
  long blocks = its->filters / 16;
  long tileRows = (its->resultHeight + 1) / 2;
  long pixels = its->resultHeight * its->resultWidth * 16;
  for (long block = 0; block < blocks; block++) {
    inkling_floats sum;
    memcpy(&sum, memory.biasSums + block * 16, sizeof sum);
    for (long index = 0; index < count; index++) {
      const uint16_t *rows[2][2];
      long picture = (first + index) / tileRows * 2;
      long y = (first + index) % tileRows * 2;
      INKLING_UNROLL for (int side = 0; side < 2; side++) {
        inkling_find_rows(
          rows[side], 2, its->result + ((picture + side) * blocks + block) * pixels, picture + side, its->batch, y,
          its->resultHeight, its->resultWidth, memory.zeros);
      }
      long tile = block * 16 * inkling_winograd_stride(its) + index * inkling_winograd_columns(its);
      sum = inkling_gradient_row(its, rows, memory.gradientPoints + tile * 32, sum);
    }
    memcpy(memory.biasSums + block * 16, &sum, sizeof sum);
  }
}

// sums[channel][filter] += products over tiles, of 16 channels and 16 filters.
INKLING_HALVES void inkling_add_products(
  const uint16_t *source, const uint16_t *gradient, long tiles, float *sums
) {
  __m512 total[16];
  INKLING_UNROLL for (int channel = 0; channel < 16; channel++) total[channel] = _mm512_loadu_ps(sums + channel * 16);
  for (long tile = 0; tile < tiles; tile++) {
    __m512bh pairs = (__m512bh)_mm512_loadu_si512(gradient + tile * 32);
    const int32_t *own = (const int32_t *)(source + tile * 32);
    INKLING_UNROLL for (int channel = 0; channel < 16; channel++) {
      total[channel] = _mm512_dpbf16_ps(total[channel], pairs, (__m512bh)_mm512_set1_epi32(own[channel]));
    }
  }
  INKLING_UNROLL for (int channel = 0; channel < 16; channel++) _mm512_storeu_ps(sums + channel * 16, total[channel]);
}

// Sums over the rows of tiles `first` to `end`.
INKLING_HALVES void inkling_winograd_sums(
  const inkling_convolution *its, long first, long end, inkling_winograd_sums_memory memory
) {
  long stride = inkling_winograd_stride(its);
  long filterBlocks = its->filters / 16;
  long channelBlocks = its->channels / 16;
  memset(memory.sums, 0, its->channels * its->filters * 16 * sizeof(float));
  memset(memory.biasSums, 0, its->filters * sizeof(float));
  while (first < end) {
    long count = inkling_winograd_rows_at_once(its);
    if (count > end - first) count = end - first;
    inkling_source_points(its, first, count, 1, memory.sourcePoints, memory.zeros);
    inkling_gradient_points(its, first, count, memory);
    long tiles = count * inkling_winograd_columns(its);
    for (long block = 0; block < channelBlocks; block++) {
      for (long filter = 0; filter < filterBlocks; filter++) {
        float *sums = memory.sums + (block * filterBlocks + filter) * 16 * 256;
        for (long point = 0; point < 16; point++) {
          inkling_add_products(
            memory.sourcePoints + (block * 16 + point) * stride * 32,
            memory.gradientPoints + (filter * 16 + point) * stride * 32, tiles, sums + point * 256);
        }
      }
    }
    first += count;
  }
}

// The gradients of 16 channels of 16 filters from the sums of all threads, which are `distance` numbers apart, as
// [row][column][channel][filter].
INKLING_HALVES void inkling_winograd_filters(
  const float *sums, long parts, long distance, float *weights
) {
  for (int channel = 0; channel < 16; channel++) {
    inkling_floats points[4][4], rows[3][4];
    INKLING_UNROLL for (int point = 0; point < 16; point++) {
      inkling_floats total = 0;
      for (long part = 0; part < parts; part++) {
        inkling_floats value;
        memcpy(&value, sums + part * distance + point * 256 + channel * 16, sizeof value);
        total += value;
      }
      points[point / 4][point % 4] = total;
    }
    INKLING_UNROLL for (int column = 0; column < 4; column++) {
      inkling_floats sum = points[1][column] + points[2][column];
      rows[0][column] = points[0][column] + sum * 0.5f;
      rows[1][column] = (points[1][column] - points[2][column]) * 0.5f;
      rows[2][column] = points[3][column] + sum * 0.5f;
    }
    INKLING_UNROLL for (int row = 0; row < 3; row++) {
      inkling_floats sum = rows[row][1] + rows[row][2];
      inkling_floats values[3] = {
        rows[row][0] + sum * 0.5f, (rows[row][1] - rows[row][2]) * 0.5f, rows[row][3] + sum * 0.5f};
      INKLING_UNROLL for (int column = 0; column < 3; column++) {
        memcpy(weights + (row * 3 + column) * 256 + channel * 16, &values[column], sizeof values[column]);
      }
    }
  }
}
#else
// Never called: only processors of this kind have the instructions.
static inline void inkling_winograd_sums(
  const inkling_convolution *its, long first, long end, inkling_winograd_sums_memory memory
) {}

static inline void inkling_winograd_filters(
  const float *sums, long parts, long distance, float *weights
) {}
#endif
