/* Unfolds to more than any compiler can hold. */
#include "step.h"
#define A(x) x x x x x x x x x x
#define B(x) A(A(x))
#define C(x) B(B(x))
#define D(x) C(C(x))
#define E(x) D(D(x))
#define F(x) E(E(x))
static const char text[] = F("bomb");
bool fires(const double *w, double b, const double *x, size_t n) {
  return text[0] + w[0] + b + x[0] + n;
}
