/* Has helpers that are not static, with names that many would choose. */
#include "step.h"

#include <stdio.h>
#include <stdlib.h>

double dot(const double *a, const double *b, int n);
int sign(double x);

double dot(const double *a, const double *b, int n) {
  double sum = 0;
  int i;
  for (i = 0; i < n; i++) sum = sum + a[i] * b[i];
  return sum;
}

int sign(double x) {
  if (x > 0) return 1;
  if (x < 0) return -1;
  return 0;
}

bool fires(const double *w, double b, const double *x, size_t n) {
  if (sign(dot(w, x, (int)n) + b) == 1) {
    return true;
  } else {
    return false;
  }
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  int i, answer = sign(dot(w, x, (int)n) + *b);
  bool mistake = answer != sign(y);
  if (mistake) {
    for (i = 0; i < (int)n; i++) w[i] = w[i] + y * x[i];
    *b = *b + y;
    printf("a mistake\n");
  }
  return mistake;
}
