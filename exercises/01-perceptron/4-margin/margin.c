/* Exercise perceptron/margin: right by a margin. */
#include "margin.h"

#include <math.h>

double squared_floor(double radius, double gamma, double m,
                     double learning_rate, size_t k) {
  /* Your code here. */
  return -1;
}

double squared_ceiling(double radius, double gamma, double m,
                       double learning_rate, size_t k) {
  /* Your code here. */
  return -1;
}

double most_updates(double radius, double gamma, double m,
                    double learning_rate) {
  /* Your code here. */
  return -1;
}

double margin_at_rest(double radius, double gamma, double m,
                      double learning_rate) {
  /* Your code here. */
  return -1;
}
