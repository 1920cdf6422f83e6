// The results of a convolution, and the gradient of its source, in Winograd's form.
#pragma once
#include "winograd.h"

// What a walk over tiles of results has beside the pictures.
typedef struct {
  // From inkling_winograd_points: [filter block][point][pair of channels][filter][2].
  const uint16_t *points;
  // Null without biases.
  const float *biases;
  // Of the activation, for negative values; 1 without one.
  float slope;
  // Of one thread: [channel block][point][tile][two pictures][16 channels].
  uint16_t *sourcePoints;
  // Of one thread: [point][16 tiles][16 filters].
  float *products;
  // A row of pixels that are zero.
  const uint16_t *zeros;
} inkling_winograd_walk;

#if defined(__x86_64__)
// The 9 weights of 16 filters for one channel; turned round, of 16 channels for one filter, last place first.
INKLING_HALVES_PART void inkling_nine_weights(
  const float *weights, int index, int isBackward, inkling_floats nine[9]
) {
  const __m512i column = _mm512_set_epi32(240, 224, 208, 192, 176, 160, 144, 128, 112, 96, 80, 64, 48, 32, 16, 0);
  INKLING_UNROLL for (int place = 0; place < 9; place++) {
    if (isBackward) {
      nine[8 - place] = (inkling_floats)_mm512_i32gather_ps(column, weights + place * 256 + index, 4);
    } else {
      memcpy(&nine[place], weights + place * 256 + index * 16, sizeof nine[place]);
    }
  }
}

INKLING_HALVES_PART void inkling_weight_points(const inkling_floats nine[9], inkling_floats points[16]) {
  inkling_floats rows[4][3];
  INKLING_UNROLL for (int column = 0; column < 3; column++) {
    inkling_floats outer = (nine[column] + nine[6 + column]) * 0.5f;
    inkling_floats middle = nine[3 + column] * 0.5f;
    rows[0][column] = nine[column];
    rows[1][column] = outer + middle;
    rows[2][column] = outer - middle;
    rows[3][column] = nine[6 + column];
  }
  INKLING_UNROLL for (int row = 0; row < 4; row++) {
    inkling_floats outer = (rows[row][0] + rows[row][2]) * 0.5f;
    inkling_floats middle = rows[row][1] * 0.5f;
    points[row * 4] = rows[row][0];
    points[row * 4 + 1] = outer + middle;
    points[row * 4 + 2] = outer - middle;
    points[row * 4 + 3] = rows[row][2];
  }
}

// The points of 16 x 16 weights, [row][column][channel][filter]; those of a filter block are `distance` numbers apart.
INKLING_HALVES void inkling_winograd_points(const float *weights, int isBackward, uint16_t *to, long distance) {
  for (int pair = 0; pair < 8; pair++) {
    inkling_floats first[9], second[9], firstPoints[16], secondPoints[16];
    inkling_nine_weights(weights, pair * 2, isBackward, first);
    inkling_nine_weights(weights, pair * 2 + 1, isBackward, second);
    inkling_weight_points(first, firstPoints);
    inkling_weight_points(second, secondPoints);
    INKLING_UNROLL for (int point = 0; point < 16; point++) {
      inkling_store_two(firstPoints[point], secondPoints[point], 1, to + point * distance + pair * 32);
    }
  }
}

// products[tile][filter] of one point: 16 tiles, 16 filters.
INKLING_HALVES_PART void inkling_multiply(
  const uint16_t *source, long blockDistance, long blocks, const uint16_t *weights, float *products
) {
  __m512 total[16];
  INKLING_UNROLL for (int tile = 0; tile < 16; tile++) total[tile] = _mm512_setzero_ps();
  for (long block = 0; block < blocks; block++, source += blockDistance) {
    const int32_t *pairs = (const int32_t *)source;
    for (int pair = 0; pair < 8; pair++, weights += 32) {
      __m512bh filters = (__m512bh)_mm512_loadu_si512(weights);
      INKLING_UNROLL for (int tile = 0; tile < 16; tile++) {
        total[tile] = _mm512_dpbf16_ps(total[tile], filters, (__m512bh)_mm512_set1_epi32(pairs[tile * 8 + pair]));
      }
    }
  }
  INKLING_UNROLL for (int tile = 0; tile < 16; tile++) _mm512_storeu_ps(products + tile * 16, total[tile]);
}

INKLING_HALVES_PART inkling_floats inkling_finished(inkling_floats value, inkling_floats bias, float slope) {
  inkling_floats zero = 0;
  value += bias;
  return value > zero ? value : value * slope;
}

INKLING_HALVES_PART void inkling_write_row(
  const inkling_floats points[4], inkling_floats bias, float slope, uint16_t *to, int hasRight
) {
  inkling_floats left = inkling_finished(points[0] + points[1] + points[2], bias, slope);
  inkling_floats right = inkling_finished(points[1] - points[2] + points[3], bias, slope);
  if (hasRight) {
    inkling_store_two(left, right, 0, to);
  } else {
    _mm256_storeu_si256((__m256i *)to, (__m256i)_mm512_cvtneps_pbh((__m512)left));
  }
}

// Adds up the points of one tile and writes its results, those that there are.
INKLING_HALVES_PART void inkling_write_tile(
  const float *products, inkling_floats bias, float slope, uint16_t *to, long width, int hasBottom, int hasRight
) {
  inkling_floats rows[2][4];
  INKLING_UNROLL for (int column = 0; column < 4; column++) {
    inkling_floats points[4];
    INKLING_UNROLL for (int row = 0; row < 4; row++) {
      memcpy(&points[row], products + (row * 4 + column) * 256, sizeof points[row]);
    }
    rows[0][column] = points[0] + points[1] + points[2];
    rows[1][column] = points[1] - points[2] + points[3];
  }
  inkling_write_row(rows[0], bias, slope, to, hasRight);
  if (hasBottom) inkling_write_row(rows[1], bias, slope, to + width * 16, hasRight);
}

// Results of eight tiles of two pictures for one block of filters; `index` counts from row `first` on.
INKLING_HALVES_PART void inkling_write_eight(
  const inkling_convolution *its, long first, long index, long end, long block, const inkling_winograd_walk *walk
) {
  long columns = inkling_winograd_columns(its);
  long tileRows = (its->resultHeight + 1) / 2;
  long pixels = its->resultHeight * its->resultWidth * 16;
  inkling_floats bias = 0;
  if (walk->biases) memcpy(&bias, walk->biases + block * 16, sizeof bias);
  for (int tile = 0; tile < 8 && index + tile < end; tile++) {
    long row = first + (index + tile) / columns;
    long y = row % tileRows * 2;
    long x = (index + tile) % columns * 2;
    INKLING_UNROLL for (int side = 0; side < 2; side++) {
      long picture = row / tileRows * 2 + side;
      if (picture >= its->batch) break;
      uint16_t *to =
        its->result + (picture * (its->filters / 16) + block) * pixels + (y * its->resultWidth + x) * 16;
      inkling_write_tile(
        walk->products + (tile * 2 + side) * 16, bias, walk->slope, to, its->resultWidth, y + 1 < its->resultHeight,
        x + 1 < its->resultWidth);
    }
  }
}

// Computes the rows of tiles `first` to `end`.
INKLING_HALVES void inkling_winograd_apply(
  const inkling_convolution *its, long first, long end, inkling_winograd_walk walk
) {
  long stride = inkling_winograd_stride(its);
  long blocks = its->channels / 16;
  while (first < end) {
    long count = inkling_winograd_rows_at_once(its);
    if (count > end - first) count = end - first;
    inkling_source_points(its, first, count, 0, walk.sourcePoints, walk.zeros);
    long tiles = count * inkling_winograd_columns(its);
    for (long block = 0; block < its->filters / 16; block++) {
      const uint16_t *weights = walk.points + block * 16 * its->channels * 16;
      for (long tile = 0; tile < tiles; tile += 8) {
        for (long point = 0; point < 16; point++) {
          inkling_multiply(
            walk.sourcePoints + (point * stride + tile) * 32, 16 * stride * 32, blocks,
            weights + point * its->channels * 16, walk.products + point * 256);
        }
        inkling_write_eight(its, first, tile, tiles, block, &walk);
      }
    }
    first += count;
  }
}
#else
// Never called: only processors of this kind have the instructions.
static inline void inkling_winograd_points(const float *weights, int isBackward, uint16_t *to, long distance) {}

static inline void inkling_winograd_apply(
  const inkling_convolution *its, long first, long end, inkling_winograd_walk walk
) {}
#endif
