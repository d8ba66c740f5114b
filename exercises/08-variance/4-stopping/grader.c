/* Early stopping with patience. */
#include "grader.h"

#include <math.h>

typedef struct {
  bool ties_count;  /* an equal error is a new low */
  bool by_previous; /* so is one lower than that of the epoch before */
  bool never_reset, never_stops;
  int late; /* patience is longer by this */
} habits;

typedef struct {
  size_t kept, ran;
  bool stopped;
} run;

static size_t epochs_of(const message *q) {
  return message_count(q, "validation");
}

static double error_after(const message *q, size_t epoch) {
  return message_values(q, "validation")[epoch - 1];
}

static run run_with(const message *q, habits h) {
  double patience = message_number(q, "patience") + h.late, waited = 0;
  run r = {.kept = 1, .ran = 1};
  r.stopped = patience <= 0;
  for (size_t e = 2; e <= epochs_of(q) && !r.stopped; e++) {
    double error = error_after(q, e);
    double low = error_after(q, h.by_previous ? e - 1 : r.kept);
    bool lower = error < low || (h.ties_count && error == low);
    if (!lower)
      waited++;
    else if (!h.never_reset)
      waited = 0;
    if (lower) r.kept = e;
    r.ran = e;
    r.stopped = waited >= patience && !h.never_stops;
  }
  return r;
}

/* ---- when it stops ---------------------------------------------------*/

static void ran_with(const message *q, message *answer, habits h) {
  message_add_number(answer, "ran", (double)run_with(q, h).ran);
}

static void right_ran(const message *q, message *a) {
  ran_with(q, a, (habits){0});
}
static void by_previous(const message *q, message *a) {
  ran_with(q, a, (habits){.by_previous = true});
}
static void never_reset(const message *q, message *a) {
  ran_with(q, a, (habits){.never_reset = true});
}
static void one_late(const message *q, message *a) {
  ran_with(q, a, (habits){.late = 1});
}
static void one_early(const message *q, message *a) {
  ran_with(q, a, (habits){.late = -1});
}
static void never_stops(const message *q, message *a) {
  ran_with(q, a, (habits){.never_stops = true});
}
static void ties_count(const message *q, message *a) {
  ran_with(q, a, (habits){.ties_count = true});
}
static void without_last(const message *q, message *a) {
  run r = run_with(q, (habits){0});
  message_add_number(a, "ran", (double)(r.ran - r.stopped));
}
static void one_too_many(const message *q, message *a) {
  run r = run_with(q, (habits){0});
  message_add_number(a, "ran", (double)(r.ran + !r.stopped));
}
static void ran_until_kept(const message *q, message *a) {
  message_add_number(a, "ran", (double)run_with(q, (habits){0}).kept);
}

static const misconception ran_known[] = {
    {"compared-with-the-previous", by_previous, "sec:early-stopping",
     "You compare each epoch with the one before it. An error that is "
     "lower than the last one may still be far above the best: compare "
     "with the lowest so far."},
    {"count-not-reset", never_reset, "sec:early-stopping",
     "Your count of waiting epochs goes on after a new low. Patience is "
     "for epochs in a row: each new low starts it again from 0."},
    {"one-epoch-late", one_late, "sec:early-stopping",
     "You wait one epoch longer than you have patience for. When the "
     "count of epochs without a new low has reached patience, training "
     "stops."},
    {"one-epoch-early", one_early, "sec:early-stopping",
     "You stop one epoch before your patience has run out. The epoch of "
     "the low itself is not one of waiting: the count begins with the "
     "next."},
    {"never-stops", never_stops, "sec:early-stopping",
     "Your *ran is the number of all epochs. Training stops when patience "
     "has run out, and only the epochs until then are run: that is what "
     "stopping early spares you."},
    {"ties-are-lows", ties_count, "sec:early-stopping",
     "You take an error that equals the lowest for a new low. It has to "
     "be lower, or an error that stands still would never stop training."},
    {"last-epoch-not-counted", without_last, "sec:early-stopping",
     "You stop at the right place and leave the epoch that made you stop "
     "out of *ran. It has been run, or you would not know its error."},
    {"epoch-after-the-end", one_too_many, "sec:early-stopping",
     "Where nothing stops training, your *ran is one more than the number "
     "of epochs. A loop variable is one past the end when its loop has "
     "run out."},
    {"ran-until-the-best", ran_until_kept, "sec:early-stopping",
     "You put the best epoch into *ran. To know that it was the best you "
     "had to run those after it as well, and they count."},
    {0},
};

/* ---- what is kept ----------------------------------------------------*/

static void keep(message *answer, size_t epoch) {
  message_add_number(answer, "returned", (double)epoch);
}

static void right_kept(const message *q, message *a) {
  keep(a, run_with(q, (habits){0}).kept);
}
static void last_epoch(const message *q, message *a) {
  keep(a, run_with(q, (habits){0}).ran);
}
static void from_zero(const message *q, message *a) {
  keep(a, run_with(q, (habits){0}).kept - 1);
}
static void before_patience(const message *q, message *a) {
  size_t ran = run_with(q, (habits){0}).ran;
  keep(a, ran - (size_t)message_number(q, "patience"));
}
static void of_all(const message *q, message *a) {
  keep(a, run_with(q, (habits){.never_stops = true}).kept);
}
static void last_of_equals(const message *q, message *a) {
  run r = run_with(q, (habits){0});
  for (size_t e = r.kept; e <= r.ran; e++)
    if (error_after(q, e) == error_after(q, r.kept)) r.kept = e;
  keep(a, r.kept);
}

static const misconception kept_known[] = {
    {"last-epoch-kept", last_epoch, "sec:early-stopping",
     "You keep the weights of the epoch in which you stop. You stop "
     "because they have become no better: go back to those of the lowest "
     "error."},
    {"counted-from-zero", from_zero, "sec:early-stopping",
     "You return the index of the lowest error. Epochs are counted from "
     "1, so epoch e stands at e - 1."},
    {"patience-before-the-end", before_patience, "sec:early-stopping",
     "You count back by patience from the last epoch. That is right where "
     "patience has run out, but sometimes the epochs run out first: "
     "remember the best epoch when you see it."},
    {"epochs-never-run", of_all, "sec:early-stopping",
     "You return the best of all epochs, also of those after the stop. "
     "They were never run, so there are no weights to keep."},
    {"last-of-equals", last_of_equals, "sec:early-stopping",
     "You return the last epoch that has the lowest error. Only the first "
     "of equals was a new low, and its weights are those you kept."},
    {0},
};

/* ---- cases -----------------------------------------------------------*/

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* Down, then up, and uneven; in steps of 1/4, so that some are equal. */
static void make_case(nn_rng *rng, size_t i, message *query) {
  size_t epochs = 1 + i % 20;
  double *v = message_add(query, "validation", NULL, epochs);
  double size = i % 5 == 4 ? 1000 : 1;
  double turn = between(rng, 0, 20), rough = between(rng, 2, 8);
  for (size_t k = 0; k < epochs; k++) {
    double smooth = fabs((double)k - turn) / 2;
    v[k] = size * floor(4 + 2 * smooth + between(rng, 0, rough)) / 4;
  }
  message_add_number(query, "patience", (double)(1 + i / 20 % 5));
}

static void check_ran(grader *g) {
  grader_compare(
      g, &(comparison){"stop_early", 160, make_case, right_ran, ran_known});
}

static void check_kept(grader *g) {
  grader_compare(g, &(comparison){"stop_early", 160, make_case, right_kept,
                                  kept_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "ran", 5, "when it stops", "", check_ran);
  grader_part(g, "kept", 5, "what is kept", "ran", check_kept);
  return grader_end(g);
}
