#ifndef BUG_H
#define BUG_H

/* A network of 3 inputs, 4 hidden and 2 output neurons has 26 numbers w:
 * four groups, one after the other. Group k is w[first[k]] up to, but not
 * with, w[first[k + 1]]. */
enum {
  HIDDEN_WEIGHTS,
  HIDDEN_BIASES,
  OUTPUT_WEIGHTS,
  OUTPUT_BIASES,
  GROUPS
};
static const int first[GROUPS + 1] = {0, 12, 16, 24, 26};

/* Its loss, and the gradient of the loss as somebody has programmed it: the
 * 26 slopes are written to g. */
typedef double loss_function(const double *w);
typedef void gradient_function(const double *w, double *g);

/* What is wrong with the gradient. At most one group of slopes is wrong:
 *   RIGHT     none
 *   FROZEN    all slopes of the group are 0, and should not be
 *   UPHILL    they have the opposite sign
 *   SCALED    they are all off by the same factor, which is neither 0, 1
 *             nor -1
 *   CONFUSED  they are wrong in another way */
typedef enum { RIGHT, FROZEN, UPHILL, SCALED, CONFUSED } defect;

typedef struct {
  defect made;
  int group; /* the one that is wrong; 0 if none is */
} finding;

/* Checks a gradient at w and writes what is wrong to *found. At w, at least
 * one slope of each group is not small beside the others of its group.
 * Slopes of one group may be a thousand times as large as those of another.
 * Where the gradient is right, it agrees with centred differences to four
 * digits of the group's largest slope. */
void find_bug(loss_function *loss, gradient_function *gradient,
              const double *w, finding *found);

#endif
