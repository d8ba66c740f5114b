#include "require.h"

#include <nn/dataset.h>
#include <nn/elementary.h>

#define PI ((nn_real)3.14159265358979323846)

/* ---- functions of zeros and ones -------------------------------------*/

/* All 2^inputs rows of zeros and ones, in counting order. */
static nn_dataset all_rows(const char *function, size_t inputs,
                           size_t most) {
  if (inputs < 1 || inputs > most)
    nn_refuse(function, "%zu inputs: it takes 1 to %zu", inputs, most);
  nn_dataset data = nn_dataset_new((size_t)1 << inputs, inputs, 1);
  for (size_t row = 0; row < data.count; row++)
    for (size_t i = 0; i < inputs; i++)
      nn_dataset_input(&data, row)[i] =
          (nn_real)(row >> (inputs - 1 - i) & 1);
  return data;
}

nn_dataset nn_dataset_boolean(size_t inputs, uint64_t table) {
  nn_dataset data = all_rows(__func__, inputs, 6);
  for (size_t row = 0; row < data.count; row++)
    data.t[row] = (nn_real)(table >> row & 1);
  return data;
}

nn_dataset nn_dataset_parity(size_t inputs) {
  nn_dataset data = all_rows(__func__, inputs, 20);
  for (size_t row = 0; row < data.count; row++) {
    size_t ones = 0;
    for (size_t bits = row; bits; bits >>= 1) ones += bits & 1;
    data.t[row] = (nn_real)(ones % 2);
  }
  return data;
}

nn_dataset nn_dataset_symmetry(size_t inputs) {
  nn_dataset data = all_rows(__func__, inputs, 20);
  for (size_t row = 0; row < data.count; row++) {
    const nn_real *x = nn_dataset_input(&data, row);
    bool same = true;
    for (size_t i = 0; i < inputs / 2; i++)
      if (x[i] != x[inputs - 1 - i]) same = false;
    data.t[row] = same;
  }
  return data;
}

nn_dataset nn_dataset_encoder(size_t size) {
  nn_dataset data = nn_dataset_new(size, size, size);
  for (size_t i = 0; i < size; i++) {
    nn_dataset_input(&data, i)[i] = 1;
    nn_dataset_target(&data, i)[i] = 1;
  }
  return data;
}

/* ---- points of the plane ---------------------------------------------*/

static void require_rng(const char *function, const nn_rng *rng) {
  if (!rng) nn_refuse(function, "rng is NULL: make one with nn_rng_seeded");
}

nn_dataset nn_dataset_road(nn_rng *rng, size_t count, nn_real angle,
                           nn_real offset, nn_real gap) {
  require_rng(__func__, rng);
  nn_require(0 <= gap && gap < 1,
             "the gap is %g: it takes 0 or more, but "
             "less than 1",
             (double)gap);
  nn_real across_x = nn_cos(angle), across_y = nn_sin(angle);
  nn_dataset data = nn_dataset_new(count, 2, 1);

  for (size_t i = 0; i < count; i++) {
    nn_real *x = nn_dataset_input(&data, i);
    nn_real side;
    do {
      x[0] = nn_rng_between(rng, -1, 1);
      x[1] = nn_rng_between(rng, -1, 1);
      side = x[0] * across_x + x[1] * across_y - offset;
    } while (-gap / 2 < side && side < gap / 2);
    *nn_dataset_target(&data, i) = side > 0;
  }
  return data;
}

/* Moves a point by normal noise. */
static void scatter(nn_rng *rng, nn_real *x, nn_real noise) {
  x[0] += noise * nn_rng_normal(rng);
  x[1] += noise * nn_rng_normal(rng);
}

nn_dataset nn_dataset_moons(nn_rng *rng, size_t count, nn_real noise) {
  require_rng(__func__, rng);
  nn_dataset data = nn_dataset_new(count, 2, 1);
  for (size_t i = 0; i < count; i++) {
    nn_real *x = nn_dataset_input(&data, i);
    nn_real angle = nn_rng_between(rng, 0, PI);
    bool lower = i % 2;
    x[0] = lower ? 1 - nn_cos(angle) : nn_cos(angle);
    x[1] = lower ? (nn_real)0.5 - nn_sin(angle) : nn_sin(angle);
    scatter(rng, x, noise);
    data.t[i] = lower;
  }
  return data;
}

nn_dataset nn_dataset_spirals(nn_rng *rng, size_t count, nn_real noise) {
  require_rng(__func__, rng);
  nn_dataset data = nn_dataset_new(count, 2, 1);
  for (size_t i = 0; i < count; i++) {
    nn_real *x = nn_dataset_input(&data, i);
    nn_real radius = nn_rng_uniform(rng);
    nn_real angle = radius * (nn_real)3.5 * PI;
    nn_real side = i % 2 ? -1 : 1;
    x[0] = side * radius * nn_cos(angle);
    x[1] = side * radius * nn_sin(angle);
    scatter(rng, x, noise);
    data.t[i] = (nn_real)(i % 2);
  }
  return data;
}

nn_dataset nn_dataset_blobs(nn_rng *rng, size_t count, size_t classes,
                            nn_real spread) {
  require_rng(__func__, rng);
  nn_require(classes > 0, "there are 0 classes");
  nn_dataset data = nn_dataset_new(count, 2, 1);
  for (size_t i = 0; i < count; i++) {
    nn_real *x = nn_dataset_input(&data, i);
    size_t class = i % classes;
    nn_real angle = 2 * PI * (nn_real) class / (nn_real)classes;
    x[0] = nn_cos(angle);
    x[1] = nn_sin(angle);
    scatter(rng, x, spread);
    data.t[i] = (nn_real) class;
  }
  return data;
}

/* ---- a curve ---------------------------------------------------------*/

nn_dataset nn_dataset_sine(nn_rng *rng, size_t count, nn_real noise) {
  require_rng(__func__, rng);
  nn_dataset data = nn_dataset_new(count, 1, 1);
  for (size_t i = 0; i < count; i++) {
    data.x[i] = nn_rng_uniform(rng);
    data.t[i] = nn_sin(2 * PI * data.x[i]) + noise * nn_rng_normal(rng);
  }
  return data;
}
