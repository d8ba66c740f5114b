/* product: what products.c asks of a library: a matrix product. */
#ifndef PRODUCT_H
#define PRODUCT_H

#include "bench.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { PLAIN, TRANSPOSED } layout;

/* c = alpha op(a) op(b) + beta c, row after row; op(a) is rows x depth,
 * op(b) depth x columns, c rows x columns. A transposed factor lies in
 * memory the other way round. */
void product(layout op_a, layout op_b, size_t rows, size_t columns,
             size_t depth, number alpha, const number *a, const number *b,
             number beta, number *c);

/* The library's name, and what it says of itself. */
const char *product_library(void);

#ifdef __cplusplus
}
#endif

#endif
