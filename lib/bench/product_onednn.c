/* A product by oneDNN, whose own primitives for layers make their products
 * by the same code. It has floats only. */
#include "product.h"

#include <dnnl.h>
#include <stdio.h>
#include <stdlib.h>

void product(layout op_a, layout op_b, size_t rows, size_t columns,
             size_t depth, number alpha, const number *a, const number *b,
             number beta, number *c) {
  dnnl_dim_t m = (dnnl_dim_t)rows, n = (dnnl_dim_t)columns,
             k = (dnnl_dim_t)depth;
  dnnl_status_t status = dnnl_sgemm(
      op_a == PLAIN ? 'N' : 'T', op_b == PLAIN ? 'N' : 'T', m, n, k, alpha,
      a, op_a == PLAIN ? k : m, b, op_b == PLAIN ? n : k, beta, c, n);
  if (status != dnnl_success) {
    fprintf(stderr, "bench: oneDNN refuses a product: status %d\n",
            (int)status);
    exit(EXIT_FAILURE);
  }
}

const char *product_library(void) {
  static char text[100];
  const dnnl_version_t *version = dnnl_version();
  snprintf(text, sizeof text, "oneDNN %d.%d.%d, instructions 0x%x",
           version->major, version->minor, version->patch,
           (unsigned)dnnl_get_effective_cpu_isa());
  return text;
}
