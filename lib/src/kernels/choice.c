#include "kernels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const nn_kernels nn_kernels_generic;
#ifdef NN_X86_KERNELS
extern const nn_kernels nn_kernels_avx2, nn_kernels_avx512;
#elif defined NN_ARM_KERNELS
extern const nn_kernels nn_kernels_neon;
#endif

/* For the packed blocks of both factors, whichever the set. */
size_t nn_kernels_scratch(size_t widest) {
  enum { MOST_ROWS = 16, MOST_COLUMNS = 32 }; /* of a tile */
  return NN_KERNELS_BLOCK * (MOST_ROWS + widest + MOST_COLUMNS);
}

const nn_kernels *nn_kernels_best(void) {
  const char *wanted = getenv("NN_KERNELS");
  const nn_kernels *sets[3], *best = NULL;
  size_t count = 0;
#ifdef NN_X86_KERNELS
  if (__builtin_cpu_supports("avx512f")) sets[count++] = &nn_kernels_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    sets[count++] = &nn_kernels_avx2;
#elif defined NN_ARM_KERNELS
  sets[count++] = &nn_kernels_neon;
#endif
  sets[count++] = &nn_kernels_generic;

  for (size_t i = 0; i < count && wanted; i++)
    if (strcmp(wanted, sets[i]->name) == 0) best = sets[i];
  if (wanted && !best)
    fprintf(stderr, "nn: there are no kernels '%s' here: using %s\n",
            wanted, sets[0]->name);
  return best ? best : sets[0];
}
