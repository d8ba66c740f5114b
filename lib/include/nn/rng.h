/* rng: random numbers that are the same everywhere.
 *
 * One seed gives one stream of bits, on every compiler and machine. The
 * generator is xoshiro256** (Blackman and Vigna, "Scrambled linear
 * pseudorandom number generators", ACM TOMS 47, 2021), its state filled
 * by SplitMix64. It is quick and well tested; it is no good for secrets.
 */
#ifndef NN_RNG_H
#define NN_RNG_H

#include <nn/real.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  uint64_t state[4]; /* never all zero */
} nn_rng;

/* A generator for this seed; every seed, 0 too, gives a good stream. */
nn_rng nn_rng_seeded(uint64_t seed);

/* The next 64 random bits. */
uint64_t nn_rng_next(nn_rng *rng);

/* A number in [0, 1): a multiple of 2^-53 (2^-24 for float). */
nn_real nn_rng_uniform(nn_rng *rng);

/* A number in [low, high). Requires low <= high. */
nn_real nn_rng_between(nn_rng *rng, nn_real low, nn_real high);

/* A whole number in 0 ... bound-1, each as likely as the others.
 * Requires bound > 0. */
size_t nn_rng_below(nn_rng *rng, size_t bound);

/* A draw from the normal distribution of mean 0 and variance 1. */
nn_real nn_rng_normal(nn_rng *rng);

/* Puts order[0 ... count-1] into a random order, each as likely as the
 * others (Fisher and Yates). */
void nn_rng_shuffle(nn_rng *rng, size_t *order, size_t count);

#ifdef __cplusplus
}
#endif

#endif
