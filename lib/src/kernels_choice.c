#include "kernels.h"

#include <stdlib.h>
#include <string.h>

extern const nn_kernels nn_kernels_generic;
#ifdef NN_X86_KERNELS
extern const nn_kernels nn_kernels_avx2, nn_kernels_avx512;
#endif

/* For the packed blocks of both factors, whichever the set. */
size_t nn_kernels_scratch(size_t widest) {
  enum { MOST_ROWS = 12, MOST_COLUMNS = 128 };
  return NN_DESCEND_BATCH * (MOST_ROWS + widest + MOST_COLUMNS);
}

const nn_kernels *nn_kernels_best(void) {
  const char *wanted = getenv("NN_KERNELS");
#ifdef NN_X86_KERNELS
  const struct {
    const nn_kernels *kernels;
    int runs;
  } sets[] = {
      {&nn_kernels_avx512, __builtin_cpu_supports("avx512f")},
      {&nn_kernels_avx2,
       __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")},
  };
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
    if (sets[i].runs &&
        (!wanted || strcmp(wanted, sets[i].kernels->name) == 0))
      return sets[i].kernels;
#else
  (void)wanted;
#endif
  return &nn_kernels_generic;
}
