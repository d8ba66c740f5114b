#include "require.h"

#include <nn/elementary.h>
#include <nn/schedule.h>

static nn_real power(nn_real factor, size_t times) {
  nn_real product = 1;
  for (; times > 0; times /= 2, factor *= factor)
    if (times % 2) product *= factor;
  return product;
}

static nn_real without_warm_up(const nn_schedule *schedule, size_t k) {
  const nn_real pi = (nn_real)3.14159265358979323846;
  nn_real done = schedule->span ? (nn_real)k / (nn_real)schedule->span : 0;
  switch (schedule->kind) {
  case NN_INVERSE_TIME:
    return 1 / (1 + done);
  case NN_STEP_DECAY:
    return power(schedule->factor, k / schedule->span);
  case NN_COSINE:
    return done < 1 ? (1 + nn_cos(pi * done)) / 2 : 0;
  case NN_CONSTANT_RATE:
    break;
  }
  return 1;
}

nn_schedule nn_schedule_in_steps(const nn_schedule *schedule,
                                 size_t steps_per_epoch) {
  nn_schedule in_steps = *schedule;
  if (!schedule->in_epochs) return in_steps;
  nn_require(steps_per_epoch > 0,
             "the schedule counts epochs, but the number of steps in one "
             "is not known: nn_train sets it; in a loop of your own, set "
             "optimizer.steps_per_epoch");
  in_steps.span *= steps_per_epoch;
  in_steps.warm_up *= steps_per_epoch;
  in_steps.in_epochs = false;
  return in_steps;
}

nn_real nn_schedule_factor(const nn_schedule *schedule, size_t k) {
  nn_require(schedule->kind == NN_CONSTANT_RATE || schedule->span > 0,
             "the schedule's span is 0: every schedule but the constant "
             "one needs .span");
  nn_require(!schedule->in_epochs,
             "the schedule counts epochs: convert it with "
             "nn_schedule_in_steps");
  nn_real factor = without_warm_up(schedule, k);
  if (k < schedule->warm_up)
    factor *= (nn_real)(k + 1) / (nn_real)schedule->warm_up;
  return factor;
}
