/* A product by Eigen, which chooses at run time what it makes of a matrix
 * of one row. */
#include "product.h"

#include <Eigen/Core>
#include <cstdio>

namespace {

typedef Eigen::Matrix<number, Eigen::Dynamic, Eigen::Dynamic,
                      Eigen::RowMajor>
    matrix;
typedef Eigen::Map<const matrix> factor;

template <typename A, typename B>
void add(const A &a, const B &b, number alpha, number beta,
         Eigen::Map<matrix> &&c) {
  if (beta == 0)
    c.noalias() = alpha * (a * b);
  else
    c.noalias() += alpha * (a * b);
}

} // namespace

/* Only beta 0 and 1 are asked for. */
void product(layout op_a, layout op_b, size_t rows, size_t columns,
             size_t depth, number alpha, const number *a, const number *b,
             number beta, number *c) {
  Eigen::Index m = (Eigen::Index)rows, n = (Eigen::Index)columns,
               k = (Eigen::Index)depth;
  Eigen::Map<matrix> to(c, m, n);
  if (op_a == TRANSPOSED)
    add(factor(a, k, m).transpose(), factor(b, k, n), alpha, beta,
        std::move(to));
  else if (op_b == TRANSPOSED)
    add(factor(a, m, k), factor(b, n, k).transpose(), alpha, beta,
        std::move(to));
  else
    add(factor(a, m, k), factor(b, k, n), alpha, beta, std::move(to));
}

const char *product_library(void) {
  static char text[100];
  std::snprintf(text, sizeof text, "Eigen %d.%d.%d, %s",
                EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION,
                EIGEN_MINOR_VERSION, Eigen::SimdInstructionSetsInUse());
  return text;
}
