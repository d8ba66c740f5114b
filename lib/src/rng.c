#include <nn/rng.h>

#include <assert.h>
#include <math.h>
#include <nn/elementary.h>

static uint64_t rotate_left(uint64_t bits, unsigned places) {
  return (bits << places) | (bits >> (64 - places));
}

/* SplitMix64: turns any seed, even 0, into well mixed words of state. */
static uint64_t splitmix64(uint64_t *state) {
  uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

nn_rng nn_rng_seeded(uint64_t seed) {
  nn_rng rng;
  for (int i = 0; i < 4; i++) rng.state[i] = splitmix64(&seed);
  return rng;
}

uint64_t nn_rng_next(nn_rng *rng) {
  uint64_t *s = rng->state;
  uint64_t bits = rotate_left(s[1] * 5, 7) * 9;
  uint64_t shifted = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate_left(s[3], 45);
  return bits;
}

nn_real nn_rng_uniform(nn_rng *rng) {
  uint64_t bits = nn_rng_next(rng);
#ifdef NN_REAL_IS_FLOAT
  return (nn_real)(bits >> 40) * 0x1p-24F;
#else
  return (nn_real)(bits >> 11) * 0x1p-53;
#endif
}

nn_real nn_rng_between(nn_rng *rng, nn_real low, nn_real high) {
  assert(low <= high);
  nn_real x = low + (high - low) * nn_rng_uniform(rng);
  return x < high || low == high ? x : low; /* rounding may reach high */
}

/* Draws that would favour small results are thrown away. */
size_t nn_rng_below(nn_rng *rng, size_t bound) {
  assert(bound > 0);
  uint64_t n = bound;
  uint64_t unfair = (UINT64_MAX - n + 1) % n; /* 2^64 mod n */
  uint64_t bits;
  do bits = nn_rng_next(rng);
  while (bits < unfair);
  return (size_t)(bits % n);
}

/* Marsaglia's polar method: a point in the unit disc, stretched. The
 * second number that it yields is not kept, so that the stream depends
 * on nothing but the state. */
nn_real nn_rng_normal(nn_rng *rng) {
  nn_real x, y, r2;
  do {
    x = nn_rng_between(rng, -1, 1);
    y = nn_rng_between(rng, -1, 1);
    r2 = x * x + y * y;
  } while (r2 >= 1 || r2 == 0);
  return x * (nn_real)sqrt((double)(-2 * nn_log(r2) / r2));
}

void nn_rng_shuffle(nn_rng *rng, size_t *order, size_t count) {
  for (size_t i = count; i > 1; i--) {
    size_t j = nn_rng_below(rng, i);
    size_t kept = order[i - 1];
    order[i - 1] = order[j];
    order[j] = kept;
  }
}
