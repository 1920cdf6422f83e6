// The walks of a tile kernel over one tile: 16 channels side by side, pixel after pixel, as convolutions leave them.
//
// A Swift function cannot be compiled for a newer processor than the rest of its program; a C function can. These loops
// do what TileWalk does, number for number: the same operations on the same numbers, sums in the same order.
#pragma once
#include <stdint.h>

// What a kernel does to each of its tiles. The arrays have 16 numbers, in TileWalk's order of lanes.
typedef struct {
  const float *factor, *offset;
  const float *gradientFactor, *inputFactor, *gradientOffset;
  // For negative values: of this kernel's activation, and of the one fused into the kernel before.
  float slope, inputSlope;
  // 0 drops nothing, 1 single values, 2 whole channels.
  int dropMode;
  int32_t dropThreshold;
  float dropFactor;
  uint32_t dropState[16];
  // Of the source. With pairs, the result has the largest of each 2 x 2.
  long height, width;
  int hasPairs;
  int isHalf;
} inkling_tile;

#if defined(__x86_64__)
#define INKLING_WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))) static inline
#else
#define INKLING_WIDE static inline
#endif
#define INKLING_PART INKLING_WIDE __attribute__((always_inline))

// A product is rounded before it is added: fused operations would give other numbers than the portable walk.
#pragma clang fp contract(off)

typedef float inkling_floats __attribute__((ext_vector_type(16)));
typedef uint32_t inkling_words __attribute__((ext_vector_type(16)));
typedef int32_t inkling_signed __attribute__((ext_vector_type(16)));
typedef uint16_t inkling_halves __attribute__((ext_vector_type(16)));

// TileWalk has the even channels of each eight first where numbers are halves.
#define INKLING_FROM_LANES(v) __builtin_shufflevector(v, v, 0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15)
#define INKLING_TO_LANES(v) __builtin_shufflevector(v, v, 0, 2, 4, 6, 1, 3, 5, 7, 8, 10, 12, 14, 9, 11, 13, 15)

INKLING_PART inkling_floats inkling_factors(const float *lanes, int isHalf) {
  inkling_floats value;
  __builtin_memcpy(&value, lanes, sizeof value);
  return isHalf ? INKLING_FROM_LANES(value) : value;
}

// The 16 channels of pixel `index`.
INKLING_PART inkling_floats inkling_load(const void *tile, long index, int isHalf) {
  inkling_floats value;
  if (isHalf) {
    inkling_halves halves;
    __builtin_memcpy(&halves, (const uint16_t *)tile + index * 16, sizeof halves);
    inkling_words words = __builtin_convertvector(halves, inkling_words) << 16;
    __builtin_memcpy(&value, &words, sizeof value);
  } else {
    __builtin_memcpy(&value, (const float *)tile + index * 16, sizeof value);
  }
  return value;
}

// Halves are rounded to the nearest, ties to even.
INKLING_PART void inkling_store(inkling_floats value, void *tile, long index, int isHalf) {
  if (isHalf) {
    inkling_words words;
    __builtin_memcpy(&words, &value, sizeof words);
    words += 0x7FFF + (words >> 16 & 1);
    inkling_halves halves = __builtin_convertvector(words >> 16, inkling_halves);
    __builtin_memcpy((uint16_t *)tile + index * 16, &halves, sizeof halves);
  } else {
    __builtin_memcpy((float *)tile + index * 16, &value, sizeof value);
  }
}

// MARK: - Dropout

typedef struct {
  int mode;
  inkling_words state;
  inkling_signed threshold;
  float factor;
  inkling_floats channels;
} inkling_drop;

INKLING_PART inkling_floats inkling_next_drop(inkling_drop *drop) {
  drop->state ^= drop->state << 13;
  drop->state ^= drop->state >> 17;
  drop->state ^= drop->state << 5;
  inkling_signed draw = __builtin_convertvector(drop->state >> 1, inkling_signed);
  inkling_floats zero = 0;
  inkling_floats factor = drop->factor;
  return draw >= drop->threshold ? factor : zero;
}

INKLING_PART inkling_drop inkling_start_drop(const inkling_tile *tile, int isHalf) {
  inkling_drop drop;
  drop.mode = tile->dropMode;
  __builtin_memcpy(&drop.state, tile->dropState, sizeof drop.state);
  if (isHalf) drop.state = INKLING_FROM_LANES(drop.state);
  drop.threshold = tile->dropThreshold;
  drop.factor = tile->dropFactor;
  drop.channels = 1;
  if (drop.mode == 2) drop.channels = inkling_next_drop(&drop);
  return drop;
}

INKLING_PART inkling_floats inkling_dropped(inkling_floats value, inkling_drop *drop) {
  if (drop->mode == 0) return value;
  return value * (drop->mode == 1 ? inkling_next_drop(drop) : drop->channels);
}

// MARK: - Forward

typedef struct {
  inkling_floats factor, offset, slope;
} inkling_affine;

INKLING_PART inkling_affine inkling_affine_of(const inkling_tile *tile, int isHalf) {
  inkling_affine affine = {
    inkling_factors(tile->factor, isHalf), inkling_factors(tile->offset, isHalf), tile->slope};
  return affine;
}

INKLING_PART inkling_floats inkling_larger(inkling_floats first, inkling_floats second) {
  return first > second ? first : second;
}

INKLING_PART inkling_floats inkling_linear(inkling_floats value, inkling_affine affine) {
  return value * affine.factor + affine.offset;
}

INKLING_PART inkling_floats inkling_activated(inkling_floats value, inkling_affine affine) {
  inkling_floats linear = inkling_linear(value, affine);
  return inkling_larger(linear, linear * affine.slope);
}

INKLING_PART void inkling_apply_as(
  const inkling_tile *tile, const void *source, void *result, int isHalf, int hasPairs
) {
  inkling_affine affine = inkling_affine_of(tile, isHalf);
  inkling_drop drop = inkling_start_drop(tile, isHalf);
  long width = tile->width;
  if (!hasPairs) {
    for (long pixel = 0; pixel < tile->height * width; pixel++) {
      inkling_floats value = inkling_activated(inkling_load(source, pixel, isHalf), affine);
      inkling_store(inkling_dropped(value, &drop), result, pixel, isHalf);
    }
    return;
  }
  long target = 0;
  for (long row = 0; row < tile->height / 2; row++) {
    long corner = row * 2 * width;
    for (long column = 0; column < width / 2; column++, corner += 2) {
      inkling_floats top = inkling_larger(
        inkling_activated(inkling_load(source, corner, isHalf), affine),
        inkling_activated(inkling_load(source, corner + 1, isHalf), affine));
      inkling_floats bottom = inkling_larger(
        inkling_activated(inkling_load(source, corner + width, isHalf), affine),
        inkling_activated(inkling_load(source, corner + width + 1, isHalf), affine));
      inkling_store(inkling_dropped(inkling_larger(top, bottom), &drop), result, target++, isHalf);
    }
  }
}

// Two sums per channel go where a thread keeps its own: eight of the first, eight of the second, twice.
INKLING_PART void inkling_add_sums(inkling_floats first, inkling_floats second, double *sums, int isHalf) {
  if (isHalf) {
    first = INKLING_TO_LANES(first);
    second = INKLING_TO_LANES(second);
  }
  for (int lane = 0; lane < 16; lane++) {
    sums[lane / 8 * 16 + lane % 8] += first[lane];
    sums[lane / 8 * 16 + lane % 8 + 8] += second[lane];
  }
}

INKLING_PART void inkling_statistics_as(const inkling_tile *tile, const void *source, double *sums, int isHalf) {
  inkling_floats sum = 0;
  inkling_floats squares = 0;
  for (long pixel = 0; pixel < tile->height * tile->width; pixel++) {
    inkling_floats value = inkling_load(source, pixel, isHalf);
    sum += value;
    squares += value * value;
  }
  inkling_add_sums(sum, squares, sums, isHalf);
}

// MARK: - Backward

// Four neighbours on the way back: their values, and which was the largest, the first of equal ones.
typedef struct {
  inkling_floats values[4];
  inkling_signed isFirst, isThird, isTop;
  inkling_floats largest;
} inkling_pairs;

INKLING_PART inkling_pairs inkling_pairs_at(
  const void *source, long corner, long width, inkling_affine affine, int isHalf
) {
  inkling_pairs pairs;
  long pixels[4] = {corner, corner + 1, corner + width, corner + width + 1};
  inkling_floats linear[4];
  for (int place = 0; place < 4; place++) {
    pairs.values[place] = inkling_load(source, pixels[place], isHalf);
    linear[place] = inkling_linear(pairs.values[place], affine);
  }
  pairs.isFirst = linear[0] >= linear[1];
  pairs.isThird = linear[2] >= linear[3];
  inkling_floats top = pairs.isFirst ? linear[0] : linear[1];
  inkling_floats bottom = pairs.isThird ? linear[2] : linear[3];
  pairs.isTop = top >= bottom;
  pairs.largest = pairs.isTop ? top : bottom;
  return pairs;
}

INKLING_PART inkling_floats inkling_gradient(inkling_floats incoming, inkling_floats value, inkling_affine affine) {
  inkling_floats zero = 0;
  return value <= zero ? incoming * affine.slope : incoming;
}

INKLING_PART void inkling_gradient_sums_as(
  const inkling_tile *tile, const void *source, const void *incoming, double *sums, int isHalf, int hasPairs
) {
  inkling_affine affine = inkling_affine_of(tile, isHalf);
  inkling_drop drop = inkling_start_drop(tile, isHalf);
  inkling_floats gradients = 0;
  inkling_floats products = 0;
  long width = tile->width;
  if (hasPairs) {
    long next = 0;
    for (long row = 0; row < tile->height / 2; row++) {
      for (long column = 0; column < width / 2; column++) {
        inkling_pairs pairs = inkling_pairs_at(source, row * 2 * width + column * 2, width, affine, isHalf);
        inkling_floats arriving = inkling_dropped(inkling_load(incoming, next++, isHalf), &drop);
        inkling_floats gradient = inkling_gradient(arriving, pairs.largest, affine);
        inkling_floats top = pairs.isFirst ? pairs.values[0] : pairs.values[1];
        inkling_floats bottom = pairs.isThird ? pairs.values[2] : pairs.values[3];
        gradients += gradient;
        products += gradient * (pairs.isTop ? top : bottom);
      }
    }
  } else {
    for (long pixel = 0; pixel < tile->height * width; pixel++) {
      inkling_floats value = inkling_load(source, pixel, isHalf);
      inkling_floats arriving = inkling_dropped(inkling_load(incoming, pixel, isHalf), &drop);
      inkling_floats gradient = inkling_gradient(arriving, inkling_linear(value, affine), affine);
      gradients += gradient;
      products += gradient * value;
    }
  }
  inkling_add_sums(gradients, products, sums, isHalf);
}

// What turns the gradient of a normalised value into that of the source.
typedef struct {
  inkling_floats gradientFactor, inputFactor, offset;
  float below;
} inkling_way_back;

INKLING_PART void inkling_store_gradient(
  inkling_floats gradient, inkling_floats value, inkling_way_back back, void *outgoing, long index, int isHalf
) {
  inkling_floats zero = 0;
  inkling_floats linear = back.gradientFactor * gradient + back.inputFactor * value + back.offset;
  inkling_store(value > zero ? linear : linear * back.below, outgoing, index, isHalf);
}

INKLING_PART void inkling_spread(
  inkling_floats gradient, inkling_pairs pairs, inkling_way_back back, void *outgoing, long corner, long width,
  int isHalf
) {
  inkling_floats zero = 0;
  inkling_floats top = pairs.isTop ? gradient : zero;
  inkling_floats bottom = pairs.isTop ? zero : gradient;
  inkling_store_gradient(pairs.isFirst ? top : zero, pairs.values[0], back, outgoing, corner, isHalf);
  inkling_store_gradient(pairs.isFirst ? zero : top, pairs.values[1], back, outgoing, corner + 1, isHalf);
  inkling_store_gradient(pairs.isThird ? bottom : zero, pairs.values[2], back, outgoing, corner + width, isHalf);
  inkling_store_gradient(pairs.isThird ? zero : bottom, pairs.values[3], back, outgoing, corner + width + 1, isHalf);
}

INKLING_PART void inkling_gradient_apply_as(
  const inkling_tile *tile, const void *source, const void *incoming, void *outgoing, int isHalf, int hasPairs
) {
  inkling_affine affine = inkling_affine_of(tile, isHalf);
  inkling_drop drop = inkling_start_drop(tile, isHalf);
  inkling_way_back back = {
    inkling_factors(tile->gradientFactor, isHalf), inkling_factors(tile->inputFactor, isHalf),
    inkling_factors(tile->gradientOffset, isHalf), tile->inputSlope};
  inkling_floats zero = 0;
  long width = tile->width;
  long height = tile->height;
  if (!hasPairs) {
    for (long pixel = 0; pixel < height * width; pixel++) {
      inkling_floats value = inkling_load(source, pixel, isHalf);
      inkling_floats arriving = inkling_dropped(inkling_load(incoming, pixel, isHalf), &drop);
      inkling_floats gradient = inkling_gradient(arriving, inkling_linear(value, affine), affine);
      inkling_store_gradient(gradient, value, back, outgoing, pixel, isHalf);
    }
    return;
  }
  long next = 0;
  for (long row = 0; row < height / 2; row++) {
    for (long column = 0; column < width / 2; column++) {
      long corner = row * 2 * width + column * 2;
      inkling_pairs pairs = inkling_pairs_at(source, corner, width, affine, isHalf);
      inkling_floats arriving = inkling_dropped(inkling_load(incoming, next++, isHalf), &drop);
      inkling_spread(
        inkling_gradient(arriving, pairs.largest, affine), pairs, back, outgoing, corner, width, isHalf);
    }
  }
  // The last row and column of a picture with an odd size are in no window.
  if (width % 2 == 1) {
    for (long row = 0; row < height; row++) {
      long pixel = row * width + width - 1;
      inkling_store_gradient(zero, inkling_load(source, pixel, isHalf), back, outgoing, pixel, isHalf);
    }
  }
  if (height % 2 == 1) {
    for (long pixel = (height - 1) * width; pixel < height * width; pixel++) {
      inkling_store_gradient(zero, inkling_load(source, pixel, isHalf), back, outgoing, pixel, isHalf);
    }
  }
}

// MARK: - What TileWalk calls

// Each call compiles the loop four times, so that it has no question inside that is the same for every pixel.
#define INKLING_EACH(walk, ...)                                                      \
  do {                                                                               \
    if (tile->isHalf && tile->hasPairs) walk(tile, __VA_ARGS__, 1, 1);               \
    else if (tile->isHalf) walk(tile, __VA_ARGS__, 1, 0);                            \
    else if (tile->hasPairs) walk(tile, __VA_ARGS__, 0, 1);                          \
    else walk(tile, __VA_ARGS__, 0, 0);                                              \
  } while (0)

INKLING_WIDE void inkling_tile_statistics(const inkling_tile *tile, const void *source, double *sums) {
  if (tile->isHalf) inkling_statistics_as(tile, source, sums, 1);
  else inkling_statistics_as(tile, source, sums, 0);
}

INKLING_WIDE void inkling_tile_apply(const inkling_tile *tile, const void *source, void *result) {
  INKLING_EACH(inkling_apply_as, source, result);
}

INKLING_WIDE void inkling_tile_gradient_sums(
  const inkling_tile *tile, const void *source, const void *incoming, double *sums
) {
  INKLING_EACH(inkling_gradient_sums_as, source, incoming, sums);
}

INKLING_WIDE void inkling_tile_gradient_apply(
  const inkling_tile *tile, const void *source, const void *incoming, void *outgoing
) {
  INKLING_EACH(inkling_gradient_apply_as, source, incoming, outgoing);
}
