/* bench: what the contestants written in C share.
 *
 * A contestant is a program, called with the seconds that each of its
 * workloads may take. It prints a line for each workload that it can do:
 *
 *   NAME <tab> nanoseconds per example (gemm: per product)
 *
 * and may say something of itself in a line "# <tab> TEXT".
 *
 * All workloads train networks of dense sigmoid layers by plain gradient
 * descent on the quadratic cost: forward, backward, update, the gradient
 * the mean over a batch. It is always the same few examples, again and
 * again: what is timed is the arithmetic, not the reading of data. And the
 * time is the process's own, so that others on the machine disturb less. */
#ifndef BENCH_H
#define BENCH_H

#include <stddef.h>

#ifdef BENCH_FLOAT
typedef float number;
#else
typedef double number;
#endif

#define LEARNING_RATE ((number)0.1)

enum { MOST_SIZES = 4, WORKLOADS = 11 };

typedef struct {
  const char *name;
  size_t sizes;            /* one more than there are layers */
  size_t size[MOST_SIZES]; /* inputs first, outputs last */
  size_t batch;
  size_t examples; /* a whole number of batches */
  number spread;   /* initial weights are from [-spread, spread) */
} workload;

extern const workload workloads[WORKLOADS];

/* gemm: c += a b, a being ROWS x DEPTH and b DEPTH x COLUMNS. */
enum { GEMM_ROWS = 128, GEMM_DEPTH = 784, GEMM_COLUMNS = 128 };

/* Numbers from [low, high), aligned to 64 bytes. Ends the program if there
 * is no memory for them, as does all that follows. */
number *random_numbers(size_t count, number low, number high);

/* The examples of a workload: inputs x and targets t, row after row. */
typedef struct {
  number *x, *t;
} examples;

examples examples_new(const workload *load);
void examples_free(examples *data);

/* Times epoch(state), which must go through so many examples, and prints
 * the line: the median of a few windows, after a warm-up. */
void measure(const char *name, size_t count, double seconds,
             void (*epoch)(void *state), void *state);

/* For each contestant to write: measures all that it can. */
void contend(double seconds);

#endif
