#include "bench.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

const workload workloads[WORKLOADS] = {
    {"w1", 3, {2, 2, 1}, 1, 4, (number).3},
    {"w2-b1", 3, {64, 32, 10}, 1, 128, (number).3},
    {"w2-b32", 3, {64, 32, 10}, 32, 128, (number).3},
    {"w3-b1", 3, {784, 128, 10}, 1, 128, (number).05},
    {"w3-b2", 3, {784, 128, 10}, 2, 128, (number).05},
    {"w3-b4", 3, {784, 128, 10}, 4, 128, (number).05},
    {"w3-b10", 3, {784, 128, 10}, 10, 120, (number).05},
    {"w3-b32", 3, {784, 128, 10}, 32, 128, (number).05},
    {"w3-b128", 3, {784, 128, 10}, 128, 128, (number).05},
    {"w4-b128", 4, {784, 512, 512, 10}, 128, 128, (number).05},
    {"w5-b10", 3, {784, 30, 10}, 10, 120, (number).05},
};

/* ---- random numbers --------------------------------------------------*/

/* From [0, 1), by a 64-bit xorshift (Marsaglia, 2003). */
static number uniform(void) {
  static uint64_t state = 88172645463325252;
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (number)(state >> 40) / (1 << 24);
}

number *random_numbers(size_t count, number low, number high) {
  enum { ALIGNMENT = 64 };
  size_t bytes = count * sizeof(number);
  size_t rounded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  number *numbers = aligned_alloc(ALIGNMENT, rounded);
  if (!numbers) {
    fprintf(stderr, "bench: no memory for %zu numbers\n", count);
    exit(EXIT_FAILURE);
  }
  for (size_t i = 0; i < count; i++)
    numbers[i] = low + (high - low) * uniform();
  return numbers;
}

examples examples_new(const workload *load) {
  size_t inputs = load->size[0], outputs = load->size[load->sizes - 1];
  examples data = {random_numbers(load->examples * inputs, 0, 1),
                   random_numbers(load->examples * outputs, 0, 1)};
  if (strcmp(load->name, "w1") == 0) { /* the four of exclusive or */
    for (size_t i = 0; i < 4; i++) {
      data.x[2 * i] = (number)(i / 2);
      data.x[2 * i + 1] = (number)(i % 2);
      data.t[i] = (number)(i / 2 != i % 2);
    }
  }
  return data;
}

void examples_free(examples *data) {
  free(data->x);
  free(data->t);
  *data = (examples){0};
}

/* ---- time ------------------------------------------------------------*/

static double seconds_of(size_t epochs, void (*epoch)(void *),
                         void *state) {
  struct timespec start, end;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
  for (size_t i = 0; i < epochs; i++) epoch(state);
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  return (double)(end.tv_sec - start.tv_sec) +
         (double)(end.tv_nsec - start.tv_nsec) * 1e-9;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

void measure(const char *name, size_t count, double seconds,
             void (*epoch)(void *state), void *state) {
  enum { WINDOWS = 5 };

  /* The warm-up also finds how many epochs fill a window. */
  size_t epochs = 1;
  double took = seconds_of(epochs, epoch, state);
  while (took < seconds / 10) {
    epochs *= 2;
    took = seconds_of(epochs, epoch, state);
  }
  double fitting = (double)epochs * (seconds / WINDOWS) / took;
  epochs = fitting > 1 ? (size_t)fitting : 1;

  /* Where an epoch takes longer than a window, there are fewer. */
  double window[WINDOWS], total = 0;
  size_t windows = 0;
  while (windows < WINDOWS && total < seconds) {
    window[windows] = seconds_of(epochs, epoch, state);
    total += window[windows++];
  }
  qsort(window, windows, sizeof *window, by_size);
  double median = window[(windows - 1) / 2];
  printf("%s\t%.6g\n", name, median * 1e9 / (double)(epochs * count));
  fflush(stdout);
}

int main(int argc, char **argv) {
  char *end = NULL;
  double seconds = argc == 2 ? strtod(argv[1], &end) : 0;
  if (!(seconds > 0) || *end != '\0') {
    fprintf(stderr, "usage: %s SECONDS\n", argv[0]);
    return 2;
  }
  contend(seconds);
  return 0;
}
