/* The library's complex functions, which take and return two numbers in
 * the registers in which a struct of two goes. No type is complex. */
#include "path.h"

typedef struct {
  double re, im;
} pair;

pair my_exp(pair z) __asm__("cexp");
pair my_product(double, double, double, double) __asm__("__muldc3");
pair my_quotient(double, double, double, double) __asm__("__divdc3");

void path_slopes(const double *w, const double *b, size_t n, double x,
                 double t, double *dw, double *db) {
  const double h = 1e-200;
  for (size_t k = 0; k < 2 * n; k++) {
    pair a = {x, 0};
    for (size_t i = 0; i < n; i++) {
      pair z = my_product(w[i], k == i ? h : 0, a.re, a.im);
      pair e = my_exp((pair){-z.re - b[i], -z.im - (k == n + i ? h : 0)});
      a = my_quotient(1, 0, 1 + e.re, e.im);
    }
    pair square = my_product(a.re - t, a.im, a.re - t, a.im);
    (k < n ? dw : db)[k % n] = square.im / 2 / h;
  }
}
