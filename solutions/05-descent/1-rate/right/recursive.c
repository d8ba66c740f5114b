/* Finds both ends by recursion, halving the curvatures. */
#include "rate.h"

#define SMALLER(a, b) ((a) < (b) ? (a) : (b))
#define LARGER(a, b) ((a) > (b) ? (a) : (b))

static void ends(const double *lambda, size_t n, double *mu, double *L) {
  *mu = *L = lambda[0];
  if (n == 1) return;
  double mu_1, L_1, mu_2, L_2;
  ends(lambda, n / 2, &mu_1, &L_1);
  ends(lambda + n / 2, n - n / 2, &mu_2, &L_2);
  *mu = SMALLER(mu_1, mu_2);
  *L = LARGER(L_1, L_2);
}

double largest_rate(const double *lambda, size_t n) {
  double mu, L;
  ends(lambda, n, &mu, &L);
  return 2.0 / L;
}

double best_rate(const double *lambda, size_t n) {
  double mu, L;
  ends(lambda, n, &mu, &L);
  return 2.0 / (mu + L);
}

double best_factor(const double *lambda, size_t n) {
  double mu, L;
  ends(lambda, n, &mu, &L);
  return mu == L ? 0 : 1.0 - mu * best_rate(lambda, n);
}

static void sums(const double *w, size_t n, long double *xy,
                 long double *xx) {
  if (n < 3) {
    *xy = *xx = 0;
    return;
  }
  sums(w + 1, n - 1, xy, xx);
  long double first = (long double)w[1] - w[0];
  *xy += first * ((long double)w[2] - w[1]);
  *xx += first * first;
}

double rate_from_run(const double *w, size_t n, double learning_rate) {
  long double xy, xx;
  sums(w, n, &xy, &xx);
  return (double)(learning_rate / (0.5L - 0.5L * xy / xx));
}
