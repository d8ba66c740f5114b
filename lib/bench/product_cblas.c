/* A product by OpenBLAS or by BLIS, both of which have the interface of
 * CBLAS. One example is a matrix times a vector, and its gradient an outer
 * product: BLAS has functions for these. */
#include "product.h"

#include <cblas.h>
#include <stdio.h>
#ifdef BENCH_BLIS
#include <blis.h>
#endif

#ifdef BENCH_FLOAT
#define GEMM cblas_sgemm
#define GEMV cblas_sgemv
#define GER cblas_sger
#else
#define GEMM cblas_dgemm
#define GEMV cblas_dgemv
#define GER cblas_dger
#endif

void product(layout op_a, layout op_b, size_t rows, size_t columns,
             size_t depth, number alpha, const number *a, const number *b,
             number beta, number *c) {
  int m = (int)rows, n = (int)columns, k = (int)depth;
  if (rows == 1 && op_b == PLAIN)
    GEMV(CblasRowMajor, CblasTrans, k, n, alpha, b, n, a, 1, beta, c, 1);
  else if (rows == 1)
    GEMV(CblasRowMajor, CblasNoTrans, n, k, alpha, b, k, a, 1, beta, c, 1);
  else if (depth == 1 && beta == 1)
    GER(CblasRowMajor, m, n, alpha, a, 1, b, 1, c, n);
  else
    GEMM(CblasRowMajor, op_a == PLAIN ? CblasNoTrans : CblasTrans,
         op_b == PLAIN ? CblasNoTrans : CblasTrans, m, n, k, alpha, a,
         op_a == PLAIN ? k : m, b, op_b == PLAIN ? n : k, beta, c, n);
}

const char *product_library(void) {
  static char text[100];
#ifdef BENCH_BLIS
  snprintf(text, sizeof text, "BLIS %s for %s", bli_info_get_version_str(),
           bli_arch_string(bli_arch_query_id()));
#else
  snprintf(text, sizeof text, "OpenBLAS for %s", openblas_get_corename());
#endif
  return text;
}
