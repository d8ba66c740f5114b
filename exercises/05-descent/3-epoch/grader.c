/* One epoch in mini-batches. */
#include "grader.h"

typedef struct {
  bool by_all, by_batch, twice, never; /* what sums are divided by */
  bool whole_share;                    /* 1 / size as integers */
  bool whole, single, drops_short;     /* what a batch is */
  bool no_order, targets_in_order;
  bool sums_kept, moving, bias_frozen, up;
  bool counts_examples, counts_whole; /* what is returned */
} habits;

static size_t smaller(size_t a, size_t b) {
  return a < b ? a : b;
}

static double divisor(size_t n, size_t batch, size_t here, habits h) {
  double count = (double)(h.by_all ? n : h.by_batch ? batch : here);
  return h.never ? 1 : h.twice ? count * count : count;
}

static void epoch_with(const message *q, message *answer, habits h) {
  const double *x = message_values(q, "x"), *t = message_values(q, "t");
  const double *order = message_values(q, "order");
  double *w = answer_copy(answer, q, "w"), *b = answer_copy(answer, q, "b");
  double rate = message_number(q, "learning_rate"), dw = 0, db = 0;
  size_t n = message_count(q, "x"), steps = 0;
  size_t batch = (size_t)message_number(q, "batch");
  size_t whole = n / batch;
  if (h.up) rate = -rate;
  if (h.whole) batch = n;
  if (h.single) batch = 1;

  for (size_t start = 0; start < n; start += batch, steps++) {
    size_t end = smaller(start + batch, n);
    if (h.drops_short && end - start < batch) break;
    double by = rate / divisor(n, batch, end - start, h);
    if (h.whole_share) by = end - start == 1 ? rate : 0;
    if (!h.sums_kept) dw = db = 0;
    for (size_t i = start; i < end; i++) {
      size_t e = h.no_order ? i : (size_t)order[i];
      double delta = *w * x[e] + *b - t[h.targets_in_order ? i : e];
      dw += delta * x[e];
      if (!h.bias_frozen) db += delta;
      if (!h.moving) continue;
      *w -= by * dw;
      *b -= by * db;
      dw = db = 0;
    }
    *w -= by * dw;
    *b -= by * db;
  }
  if (h.counts_examples) steps = n;
  if (h.counts_whole) steps = whole;
  message_add_number(answer, "returned", (double)steps);
}

static void right(const message *q, message *a) {
  epoch_with(q, a, (habits){0});
}

static double between(nn_rng *rng, double low, double high) {
  return low + (high - low) * (double)nn_rng_uniform(rng);
}

/* An epoch of n examples. */
static void make_epoch(nn_rng *rng, size_t n, size_t batch,
                       message *query) {
  enum { MOST = 64 };
  double w = between(rng, -1, 1), b = between(rng, -1, 1);
  message_add(query, "w", &w, 1);
  message_add(query, "b", &b, 1);
  double *x = message_add(query, "x", NULL, n);
  double *t = message_add(query, "t", NULL, n);
  double *order = message_add(query, "order", NULL, n);
  size_t shuffled[MOST];
  for (size_t e = 0; e < n; e++) {
    x[e] = between(rng, -2, 2);
    t[e] = between(rng, -2, 2);
    shuffled[e] = e;
  }
  nn_rng_shuffle(rng, shuffled, n);
  for (size_t i = 0; i < n; i++) order[i] = (double)shuffled[i];
  message_add_number(query, "batch", (double)batch);
  message_add_number(query, "learning_rate", between(rng, 0.05, 0.3));
}

/* ---- batches that go into n ------------------------------------------*/

static void by_all(const message *q, message *a) {
  epoch_with(q, a, (habits){.by_all = true});
}
static void twice(const message *q, message *a) {
  epoch_with(q, a, (habits){.twice = true});
}
static void never(const message *q, message *a) {
  epoch_with(q, a, (habits){.never = true});
}
static void whole(const message *q, message *a) {
  epoch_with(q, a, (habits){.whole = true});
}
static void single(const message *q, message *a) {
  epoch_with(q, a, (habits){.single = true});
}
static void no_order(const message *q, message *a) {
  epoch_with(q, a, (habits){.no_order = true});
}
static void targets_in_order(const message *q, message *a) {
  epoch_with(q, a, (habits){.targets_in_order = true});
}
static void sums_kept(const message *q, message *a) {
  epoch_with(q, a, (habits){.sums_kept = true});
}
static void moving(const message *q, message *a) {
  epoch_with(q, a, (habits){.moving = true});
}
static void bias_frozen(const message *q, message *a) {
  epoch_with(q, a, (habits){.bias_frozen = true});
}
static void up(const message *q, message *a) {
  epoch_with(q, a, (habits){.up = true});
}
static void counts_examples(const message *q, message *a) {
  epoch_with(q, a, (habits){.counts_examples = true});
}

static void whole_share(const message *q, message *a) {
  epoch_with(q, a, (habits){.whole_share = true});
}

static const misconception known[] = {
    {"integer-division", whole_share, "sec:epochs-steps",
     "Only batches of one example change your neuron. Is there a 1 / size? "
     "Both are integers, so C makes it 0: write 1.0 / size, or divide the "
     "sum."},
    {"divided-by-all", by_all, "sec:epochs-steps",
     "You divide a batch's sums by the number of all examples. The mean is "
     "over the batch, so divide by how many are in it; the steps are too "
     "short otherwise."},
    {"divided-twice", twice, "sec:epochs-steps",
     "You divide by the size of the batch twice. Take the mean once, "
     "either while adding up or in the step."},
    {"never-divided", never, "sec:epochs-steps",
     "You step by the sum of the batch's slopes. The loss is their mean: "
     "without the division a batch twice as large makes steps twice as "
     "long."},
    {"one-step-an-epoch", whole, "sec:epochs-steps",
     "You go through all examples and then take one step. An epoch has as "
     "many steps as there are batches: step after each."},
    {"a-step-for-every-example", single, "sec:epochs-steps",
     "You take a step after every example, as if batches had the size 1. "
     "Gather the slopes of a batch, and step when it is complete."},
    {"order-ignored", no_order, "sec:epochs-steps",
     "You take the examples as they lie. They are to be used in the order "
     "given: at place i comes the example order[i]."},
    {"targets-not-shuffled", targets_in_order, "sec:epochs-steps",
     "You take the inputs in the order given and the targets as they lie. "
     "An example is an input with its own target: both have the number "
     "order[i]."},
    {"sums-not-reset", sums_kept, "sec:epochs-steps",
     "The first batch is right. The sums of the second still contain the "
     "first: each batch begins with sums of 0."},
    {"moves-within-the-batch", moving, "sec:epochs-steps",
     "You change w and b after each example by its share of the step, so "
     "the next slopes are those of another point. All slopes of a batch "
     "belong to the weights with which it began."},
    {"bias-frozen", bias_frozen, "sec:epochs-steps",
     "The bias never moves, and so the later batches see another neuron. "
     "Its slope is the mean of a - t over the batch."},
    {"uphill", up, "sec:bowl",
     "Your steps go up. A step is against the slope: minus the rate times "
     "it."},
    {"examples-counted", counts_examples, "sec:epochs-steps",
     "The neuron is right, but you return the number of examples. A step "
     "is one change of w and b: there is one for each batch."},
    {0},
};

static void make_whole(nn_rng *rng, size_t i, message *query) {
  size_t batch = 1 + i % 4, batches = 1 + i / 4 % 4;
  make_epoch(rng, batch * batches, batch, query);
}

static void check_whole(grader *g) {
  grader_compare(
      g, &(comparison){"train_epoch", 48, make_whole, right, known});
}

/* ---- a last batch that is shorter -------------------------------------*/

static void by_batch(const message *q, message *a) {
  epoch_with(q, a, (habits){.by_batch = true});
}
static void drops_short(const message *q, message *a) {
  epoch_with(q, a, (habits){.drops_short = true});
}
static void counts_whole(const message *q, message *a) {
  epoch_with(q, a, (habits){.counts_whole = true});
}

static const misconception short_known[] = {
    {"short-batch-by-batch", by_batch, "sec:epochs-steps",
     "You divide the last batch's sums by the size of a full one. It holds "
     "fewer examples, and its mean is over those."},
    {"short-batch-dropped", drops_short, "sec:epochs-steps",
     "You leave out the examples that do not fill a batch. An epoch uses "
     "every example once: the last batch is shorter."},
    {"short-batch-not-counted", counts_whole, "sec:epochs-steps",
     "The neuron is right, but your number of steps is n / batch, rounded "
     "down. The shorter batch at the end made a step too."},
    {0},
};

/* None to three full batches and some examples more. */
static void make_short(nn_rng *rng, size_t i, message *query) {
  size_t batch = 2 + i % 5;
  size_t more = 1 + nn_rng_below(rng, batch - 1);
  make_epoch(rng, i / 5 % 4 * batch + more, batch, query);
}

static void check_short(grader *g) {
  grader_compare(
      g, &(comparison){"train_epoch", 40, make_short, right, short_known});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "batches", 8, "full batches", "", check_whole);
  grader_part(g, "short", 4, "a shorter last batch", "batches",
              check_short);
  return grader_end(g);
}
