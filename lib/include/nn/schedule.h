/* schedule: how the learning rate changes from step to step.
 *
 * A step is one update, by one batch. With k = 0, 1, 2, ... its number and
 * eta the rate that was asked for, the rate of step k is
 *
 *   constant        eta
 *   inverse time    eta / (1 + k / span): half after `span` steps; with
 *                   span 1 it is eta / 1, eta / 2, eta / 3, ... (Robbins
 *                   and Monro, 1951)
 *   step            eta factor^floor(k / span)
 *   cosine          eta (1 + cos(pi k / span)) / 2, 0 from step `span` on
 *                   (Loshchilov and Hutter, 2017)
 *
 * and during the first warm_up steps this times (k + 1) / warm_up.
 *
 * With in_epochs, span and warm_up count epochs. nn_train tells the
 * optimiser how many steps an epoch has. */
#ifndef NN_SCHEDULE_H
#define NN_SCHEDULE_H

#include <nn/real.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  NN_CONSTANT_RATE,
  NN_INVERSE_TIME,
  NN_STEP_DECAY,
  NN_COSINE
} nn_schedule_kind;

/* All zeros is the constant schedule. */
typedef struct {
  nn_schedule_kind kind;
  size_t span;    /* steps, as above; > 0 unless constant */
  nn_real factor; /* of NN_STEP_DECAY */
  size_t warm_up; /* steps; 0: none */
  bool in_epochs; /* span and warm_up are epochs */
} nn_schedule;

/* The schedule with span and warm_up in steps; it may be so already.
 * Requires steps_per_epoch > 0 if it is in epochs. */
nn_schedule nn_schedule_in_steps(const nn_schedule *schedule,
                                 size_t steps_per_epoch);

/* The factor by which step k's learning rate differs from eta. Requires a
 * schedule in steps. */
nn_real nn_schedule_factor(const nn_schedule *schedule, size_t k);

#ifdef __cplusplus
}
#endif

#endif
