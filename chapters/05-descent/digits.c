/* Chapter 5 on handwritten digits, measured: the learning rate by the size
 * of the batch, and by its schedule. Part of experiments.c. */
#include "../../data/mnist/finals.h"

#include <nn/rate_finder.h>

/* How dark a pixel is drawn: from 0 for white to 3. */
static int shade(nn_real ink) {
  return (int)(ink * (nn_real)3.99);
}

/* The first ten, as strips of pixels that are equally dark: in which image,
 * in which of its rows, from where to where, and how dark. */
static void draw_images(nn_run *run, const digits *d) {
  enum { SHOWN = 10, SIDE = 28 };
  nn_table *table =
      nn_run_table(run, "digits-images", "image y from to ink");
  for (size_t n = 0; n < SHOWN; n++) {
    const nn_real *image = nn_dataset_input(&d->training, n);
    for (size_t y = 0; y < SIDE; y++) {
      const nn_real *row = image + y * SIDE;
      for (size_t from = 0, to; from < SIDE; from = to) {
        for (to = from; to < SIDE && shade(row[to]) == shade(row[from]);)
          to++;
        if (shade(row[from]) > 0)
          nn_table_row(table, (nn_real)n, (nn_real)y, (nn_real)from,
                       (nn_real)to, (nn_real)shade(row[from]));
      }
    }
  }
}

/* A network as a run begins with it. */
typedef struct {
  nn_rng rng;
  nn_net net;
  nn_real *params;
} untrained;

static untrained untrained_new(void) {
  untrained u = {.rng = nn_rng_seeded(1)};
  u.net = digits_network(&(digits_run){0});
  u.params = nn_net_vector(&u.net);
  nn_net_init(&u.net, u.params, NN_XAVIER, 1, &u.rng);
  return u;
}

static void untrained_free(untrained *u) {
  nn_vector_free(u->params);
  nn_net_free(&u->net);
}

/* The loss before the first step, by which an error in the network or in
 * the loss would show. */
static nn_real first_loss(const digits *d) {
  untrained u = untrained_new();
  nn_pass pass = nn_pass_new(&u.net, DIGITS_VALIDATION);
  nn_real loss = nn_evaluate(&u.net, u.params, &d->validation,
                             NN_SOFTMAX_CROSS_ENTROPY, &pass)
                     .loss;
  nn_pass_free(&pass);
  untrained_free(&u);
  return loss;
}

/* ---- rate by batch ---------------------------------------------------*/

enum { FIRST_RATE = 3, DIGITS_RATES = 13, DIGITS_EPOCHS = 10 };

/* The sizes of batch, in the order of the rows. */
enum { OF_1000, OF_100, OF_10, OF_1, OF_ALL, DIGITS_BATCHES };
static const size_t digits_batches[DIGITS_BATCHES] = {1000, 100, 10, 1,
                                                      DIGITS_TRAINING};

static void try_rate(size_t row, void *context, nn_real *values) {
  nn_real rate = digits_rate(FIRST_RATE + row % DIGITS_RATES);
  digits_result r =
      digits_try(digits_of(context), DIGITS_TRAINING,
                 (digits_run){.rule = nn_gradient_descent(rate),
                              .batch = digits_batches[row / DIGITS_RATES],
                              .epochs = DIGITS_EPOCHS});
  trial(rate, r, values);
}

static void name_best_rates(nn_run *run, const nn_real *rows) {
  const nn_real *best[DIGITS_BATCHES];
  for (size_t b = 0; b < DIGITS_BATCHES; b++)
    best[b] =
        best_trial(rows + b * DIGITS_RATES * TRIAL_SIZE, DIGITS_RATES);
  nn_run_number(run, "digits.rate.1", "%.2g", best[OF_1][SETTING]);
  nn_run_number(run, "digits.rate.10", "%.2g", best[OF_10][SETTING]);
  nn_run_number(run, "digits.rate.100", "%.2g", best[OF_100][SETTING]);
  nn_run_number(run, "digits.loss.1", "%.3f", best[OF_1][LOSS]);
  nn_run_number(run, "digits.loss.100", "%.3f", best[OF_100][LOSS]);
  nn_run_number(run, "digits.loss.1000", "%.3f", best[OF_1000][LOSS]);
  nn_run_number(run, "digits.loss.5000", "%.3f", best[OF_ALL][LOSS]);
}

/* The loss at the same quotient of rate and batch: rates 4.6 thousandths
 * of the batch, which are thirds 2, 5 and 8. */
static void name_same_quotient(nn_run *run, const nn_real *rows) {
  const nn_real *of_100 = rows + (OF_100 * DIGITS_RATES + 8) * TRIAL_SIZE;
  const nn_real *of_10 = rows + (OF_10 * DIGITS_RATES + 5) * TRIAL_SIZE;
  const nn_real *of_1 = rows + (OF_1 * DIGITS_RATES + 2) * TRIAL_SIZE;
  nn_run_number(run, "quotient.1", "%.3f", of_1[LOSS]);
  nn_run_number(run, "quotient.10", "%.3f", of_10[LOSS]);
  nn_run_number(run, "quotient.100", "%.3f", of_100[LOSS]);
}

static void measure_batches(nn_run *run, digits *d) {
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-rates",
                                    .columns = TRIAL_COLUMNS,
                                    .rows = DIGITS_RATES * DIGITS_BATCHES,
                                    .compute = try_rate});
  draw_trials(run, "digits-rates", rows, DIGITS_BATCHES, DIGITS_RATES);
  name_best_rates(run, rows);
  name_same_quotient(run, rows);
}

/* ---- the range test --------------------------------------------------*/

static nn_real suggested_rate(const digits *d, size_t batch) {
  untrained u = untrained_new();
  nn_rate_finding found = nn_find_rate(
      &u.net, u.params, nn_gradient_descent(1), &d->training,
      (nn_rate_finder_options){.loss = NN_SOFTMAX_CROSS_ENTROPY,
                               .batch = batch,
                               .low = (nn_real)1e-4,
                               .high = 100},
      &u.rng);
  nn_real suggested = found.suggested;
  nn_rate_finding_free(&found);
  untrained_free(&u);
  return suggested;
}

/* ---- schedules -------------------------------------------------------*/

typedef enum {
  HELD,
  STEPPED,
  COSINE,
  WARM_UP,
  WARM_COSINE,
  COURSES
} course;
enum { FIRST_COURSE_RATE = 8, COURSE_RATES = 8 };

static nn_schedule schedule_of(course c) {
  nn_schedule s = {.in_epochs = true,
                   .warm_up = c == WARM_UP || c == WARM_COSINE};
  if (c == COSINE || c == WARM_COSINE) {
    s.kind = NN_COSINE;
    s.span = DIGITS_EPOCHS;
  } else if (c == STEPPED) {
    s.kind = NN_STEP_DECAY;
    s.span = 4;
    s.factor = (nn_real)0.1;
  }
  return s;
}

static digits_run course_run(course c, nn_real rate) {
  nn_optimizer_options rule = nn_gradient_descent(rate);
  rule.schedule = schedule_of(c);
  return (digits_run){.rule = rule, .batch = 100, .epochs = DIGITS_EPOCHS};
}

static void try_schedule(size_t row, void *context, nn_real *values) {
  nn_real rate = digits_rate(FIRST_COURSE_RATE + row % COURSE_RATES);
  digits_run run = course_run((course)(row / COURSE_RATES), rate);
  trial(rate, digits_try(digits_of(context), DIGITS_TRAINING, run), values);
}

static const nn_real *best_of_course(const nn_real *rows, size_t c) {
  return best_trial(rows + c * COURSE_RATES * TRIAL_SIZE, COURSE_RATES);
}

static void name_schedules(nn_run *run, const nn_real *rows) {
  const nn_real *held = best_of_course(rows, HELD);
  nn_run_number(run, "constant.loss", "%.3f", held[LOSS]);
  nn_run_number(run, "constant.low", "%.3f", held[LOW]);
  nn_run_number(run, "constant.high", "%.3f", held[HIGH]);
  nn_run_number(run, "stepped.loss", "%.3f",
                best_of_course(rows, STEPPED)[LOSS]);
  nn_run_number(run, "cosine.loss", "%.3f",
                best_of_course(rows, COSINE)[LOSS]);
  nn_run_number(run, "warm.loss", "%.3f",
                best_of_course(rows, WARM_UP)[LOSS]);
  nn_run_number(run, "warm-cosine.loss", "%.3f",
                best_of_course(rows, WARM_COSINE)[LOSS]);
}

/* At a rate of 2.2, the sixth, which is too large. */
static void name_too_large(nn_run *run, const nn_real *rows) {
  enum { TOO_LARGE = 5 };
  const nn_real *held = rows + TOO_LARGE * TRIAL_SIZE;
  const nn_real *warm =
      rows + (WARM_UP * COURSE_RATES + TOO_LARGE) * TRIAL_SIZE;
  nn_run_number(run, "constant.large", "%.3f", held[LOSS]);
  nn_run_number(run, "warm.large", "%.3f", warm[LOSS]);
}

/* Each schedule at its best rate, beside the constant rate. */
static void measure_final_courses(nn_run *run, digits *d,
                                  const nn_real *rows) {
  digits_finals f = {.count = COURSES};
  for (size_t c = 0; c < COURSES; c++)
    f.run[c] = course_run((course)c, best_of_course(rows, c)[SETTING]);
  const nn_real *finals = digits_recorded(
      run, d, &f,
      (nn_recorded){.name = "digits-final",
                    .columns = "constant step cosine warm both",
                    .rows = FINAL_STARTS,
                    .compute = try_finals});
  digits_difference cosine = compare_finals(&f, finals, COSINE, HELD);
  digits_difference both = compare_finals(&f, finals, WARM_COSINE, HELD);
  nn_run_number(run, "final.starts", "%.0f", FINAL_STARTS);
  nn_run_number(run, "final.cosine", "%.3f", cosine.mean);
  nn_run_number(run, "final.cosine-error", "%.3f", cosine.error);
  nn_run_number(run, "final.both", "%.3f", both.mean);
  nn_run_number(run, "final.both-error", "%.3f", both.error);
}

static void measure_courses(nn_run *run, digits *d) {
  const nn_real *rows =
      digits_recorded(run, d, NULL,
                      (nn_recorded){.name = "digits-schedules",
                                    .columns = TRIAL_COLUMNS,
                                    .rows = COURSES * COURSE_RATES,
                                    .compute = try_schedule});
  draw_trials(run, "digits-schedules", rows, COURSES, COURSE_RATES);
  name_schedules(run, rows);
  name_too_large(run, rows);
  measure_final_courses(run, d, rows);
}

static void measure_digits(nn_run *run) {
  digits d = digits_read();
  nn_run_number(run, "digits.training", "%.0f", d.training.count);
  nn_run_number(run, "digits.validation", "%.0f", d.validation.count);
  nn_run_number(run, "digits.suggested.10", "%.2g", suggested_rate(&d, 10));
  nn_run_number(run, "digits.suggested.100", "%.2g",
                suggested_rate(&d, 100));
  nn_run_number(run, "digits.start", "%.2f", first_loss(&d));
  draw_images(run, &d);
  measure_batches(run, &d);
  measure_courses(run, &d);
  digits_free(&d);
}
