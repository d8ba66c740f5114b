/* Networks that count: any weights that give the right answer to every
 * input are right. */
#include "grader.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { INPUTS_MAX = 13, WEIGHTS_MAX = INPUTS_MAX * (INPUTS_MAX + 2) + 1 };

/* A network with as many hidden neurons as inputs, and what it should
 * answer when so many of its inputs are 1. */
typedef struct {
  size_t n, weights;
  double w[WEIGHTS_MAX];
  bool wanted[INPUTS_MAX + 1];
} network;

static double *biases(network *net) {
  return net->w + net->n * net->n;
}

static double *output(network *net) {
  return biases(net) + net->n;
}

/* ---- what the network answers ----------------------------------------*/

/* What it does with an input, whose bits are those of `row`. */
typedef struct {
  bool hidden[INPUTS_MAX], fires;
  double z; /* of the output */
} states;

static unsigned bit(const network *net, unsigned row, size_t input) {
  return row >> (net->n - 1 - input) & 1;
}

static size_t ones(const network *net, unsigned row) {
  size_t count = 0;
  for (size_t i = 0; i < net->n; i++) count += bit(net, row, i);
  return count;
}

static unsigned rows(const network *net) {
  return 1U << net->n;
}

/* `border` is what a sum of 0 gives. */
static states run_row(const network *net, unsigned row, bool border) {
  const double *bias = net->w + net->n * net->n, *out = bias + net->n;
  states s = {.z = out[net->n]};
  for (size_t j = 0; j < net->n; j++) {
    double sum = bias[j];
    for (size_t i = 0; i < net->n; i++)
      if (bit(net, row, i)) sum += net->w[i * net->n + j];
    s.hidden[j] = sum > 0 || (border && sum == 0);
    if (s.hidden[j]) s.z += out[j];
  }
  s.fires = s.z > 0 || (border && s.z == 0);
  return s;
}

/* The first row with a wrong answer, or the number of rows. */
static unsigned first_wrong(const network *net, bool border) {
  unsigned row = 0;
  while (row < rows(net) &&
         run_row(net, row, border).fires == net->wanted[ones(net, row)])
    row++;
  return row;
}

static bool is_right(const network *net) {
  return first_wrong(net, false) == rows(net);
}

/* ---- changes that would mend it --------------------------------------*/

static bool would_be_right_at_border(const network *net) {
  return first_wrong(net, true) == rows(net);
}

static bool would_be_right_inverted(network net) {
  for (size_t k = 0; k <= net.n; k++) net.wanted[k] = !net.wanted[k];
  return is_right(&net) || would_be_right_at_border(&net);
}

/* With the other sign on the hidden biases, and maybe on the output's? */
static bool thresholds_for_biases(network net) {
  for (size_t j = 0; j < net.n; j++) biases(&net)[j] *= -1;
  if (is_right(&net)) return true;
  output(&net)[net.n] *= -1;
  return is_right(&net);
}

static bool neuron_by_neuron(network net) {
  network other = net;
  for (size_t i = 0; i < net.n; i++)
    for (size_t j = 0; j < net.n; j++)
      other.w[i * net.n + j] = net.w[j * net.n + i];
  return is_right(&other);
}

/* With the biases behind the weights that they belong to? */
static bool biases_first(network net) {
  size_t n = net.n;
  for (unsigned way = 1; way < 4; way++) {
    network other = net;
    if (way & 1) {
      memcpy(other.w, net.w + n, n * n * sizeof *net.w);
      memcpy(biases(&other), net.w, n * sizeof *net.w);
    }
    if (way & 2) {
      memcpy(output(&other), output(&net) + 1, n * sizeof *net.w);
      output(&other)[n] = output(&net)[0];
    }
    if (is_right(&other)) return true;
  }
  return false;
}

/* Is there a bias of the output that would do? */
static bool only_the_output_bias(const network *net) {
  double least = INFINITY, most = -INFINITY;
  for (unsigned row = 0; row < rows(net); row++) {
    double z = run_row(net, row, false).z;
    if (net->wanted[ones(net, row)])
      least = fmin(least, z);
    else
      most = fmax(most, z);
  }
  return least > most;
}

/* With signs that change from each weight of the output to the next? */
static bool only_the_signs(network net) {
  double *out = output(&net);
  for (size_t j = 0; j < net.n; j++)
    out[j] = j % 2 ? -fabs(out[j]) : fabs(out[j]);
  return is_right(&net);
}

static bool thresholds_off_by_one(network net) {
  for (int by = -1; by <= 1; by += 2) {
    network other = net;
    for (size_t j = 0; j < net.n; j++)
      biases(&other)[j] += by * fabs(net.w[j]);
    if (is_right(&other)) return true;
  }
  return false;
}

/* ---- what the hidden neurons say -------------------------------------*/

/* Does hidden neuron j say the same as hidden neuron 0, for every row? */
static bool says_the_same(const network *net, size_t j) {
  for (unsigned row = 0; row < rows(net); row++) {
    states s = run_row(net, row, false);
    if (s.hidden[j] != s.hidden[0]) return false;
  }
  return true;
}

static bool all_say_the_same(const network *net) {
  for (size_t j = 1; j < net->n; j++)
    if (!says_the_same(net, j)) return false;
  return net->n > 1;
}

/* Does hidden neuron j fire wherever input i is 1, and nowhere else? */
static bool repeats(const network *net, size_t j, size_t i) {
  for (unsigned row = 0; row < rows(net); row++)
    if (run_row(net, row, false).hidden[j] != bit(net, row, i))
      return false;
  return true;
}

static bool all_repeat(const network *net) {
  for (size_t j = 0; j < net->n; j++) {
    size_t i = 0;
    while (i < net->n && !repeats(net, j, i)) i++;
    if (i == net->n) return false;
  }
  return net->n > 1;
}

/* Does hidden neuron j fire from `count` ones on, and not below? */
static bool fires_from(const network *net, size_t j, size_t count) {
  for (unsigned row = 0; row < rows(net); row++)
    if (run_row(net, row, false).hidden[j] != (ones(net, row) >= count))
      return false;
  return true;
}

/* Does the first fire from one on, the second from two on, and so on? */
static bool counts_in_order(const network *net) {
  for (size_t j = 0; j < net->n; j++)
    if (!fires_from(net, j, j + 1)) return false;
  return true;
}

static bool counts(const network *net) {
  for (size_t count = 1; count <= net->n; count++) {
    size_t j = 0;
    while (j < net->n && !fires_from(net, j, count)) j++;
    if (j == net->n) return false;
  }
  return true;
}

/* Does nothing that hidden neuron j says reach the output? */
static bool is_idle(const network *net, size_t j) {
  const double *out = net->w + net->n * net->n + net->n;
  return out[j] == 0 || fires_from(net, j, net->n + 1);
}

/* Right for one 1 and for none, and wrong for more, since a hidden neuron
 * is idle? */
static bool stops_counting(const network *net) {
  for (unsigned row = 0; row < rows(net); row++)
    if (ones(net, row) <= 1 &&
        run_row(net, row, false).fires != net->wanted[ones(net, row)])
      return false;
  return is_idle(net, net->n - 1);
}

/* ---- what the output makes of it -------------------------------------*/

/* Is the weight of hidden neuron k what is wanted for k ones: 1, and `no`
 * where that is 0? */
static bool weights_are_answers(network net, double no) {
  for (size_t j = 0; j < net.n; j++)
    if (output(&net)[j] != (net.wanted[j + 1] ? 1 : no)) return false;
  return true;
}

static bool is_parity(network net) {
  for (size_t k = 0; k <= net.n; k++) net.wanted[k] = k % 2;
  return is_right(&net);
}

/* Does it answer for k ones what is wanted for k - 1? */
static bool answers_too_late(network net) {
  for (size_t k = net.n; k > 0; k--) net.wanted[k] = net.wanted[k - 1];
  net.wanted[0] = run_row(&net, 0, false).fires;
  return is_right(&net);
}

/* ---- what is said ----------------------------------------------------*/

/* A mistake in the order of the weights or in the hidden layer; NULL if
 * none is known. */
static const char *mistake_in_hidden(const network *net) {
  if (thresholds_for_biases(*net)) return "threshold-for-bias";
  if (neuron_by_neuron(*net)) return "neuron-by-neuron";
  if (biases_first(*net)) return "biases-first";
  if (would_be_right_at_border(net)) return "border";
  if (thresholds_off_by_one(*net)) return "thresholds-off-by-one";
  if (all_say_the_same(net)) return "hidden-alike";
  if (all_repeat(net)) return "inputs-repeated";
  return NULL;
}

static const char *mistake_in_output(const network *net, bool by_count) {
  if (would_be_right_inverted(*net)) return "opposite";
  if (only_the_output_bias(net)) return "output-bias";
  if (counts_in_order(net) && weights_are_answers(*net, 0))
    return "weights-are-answers";
  if (counts_in_order(net) && weights_are_answers(*net, -1))
    return "weight-for-every-answer";
  if (!by_count && only_the_signs(*net)) return "signs";
  if (by_count && is_parity(*net)) return "parity-again";
  if (by_count && answers_too_late(*net)) return "one-count-late";
  if (!by_count && stops_counting(net)) return "stops-counting";
  if (counts(net)) return "output-asks-otherwise";
  return NULL;
}

static void append(char *text, size_t size, const char *words) {
  size_t used = strlen(text);
  snprintf(text + used, size - used, "%s", words);
}

/* "(1, 0, 1)" */
static void list(char *text, size_t size, const bool *values, size_t n) {
  text[0] = '\0';
  for (size_t i = 0; i < n; i++) {
    append(text, size, i == 0 ? "(" : ", ");
    append(text, size, values[i] ? "1" : "0");
  }
  append(text, size, ")");
}

static void say_wrong(grader *g, const message *query, const network *net,
                      unsigned row) {
  char input[64], hidden[64], wanted[64] = "";
  bool bits[INPUTS_MAX];
  for (size_t i = 0; i < net->n; i++) bits[i] = bit(net, row, i);
  list(input, sizeof input, bits, net->n);
  states s = run_row(net, row, false);
  list(hidden, sizeof hidden, s.hidden, net->n);
  if (message_find(query, "wanted"))
    list(wanted, sizeof wanted, net->wanted, net->n + 1);
  grader_fail(
      g,
      s.fires ? _("%s%s, n = %zu: for the input %s the network fires.\n"
                  "It should be silent.\n"
                  "The hidden neurons say %s; the output's sum is %g.")
              : _("%s%s, n = %zu: for the input %s the network is silent.\n"
                  "It should fire.\n"
                  "The hidden neurons say %s; the output's sum is %g."),
      query->name, wanted, net->n, input, hidden, s.z);
}

static void judge(grader *g, const message *query, const message *answer) {
  const message_field *wanted = message_find(query, "wanted");
  network net = {.n = wanted ? wanted->count - 1
                             : (size_t)message_number(query, "n")};
  net.weights = net.n * net.n + 2 * net.n + 1;
  for (size_t k = 0; k <= net.n; k++)
    net.wanted[k] = wanted ? wanted->values[k] > 0 : k % 2;
  if (!message_find(answer, "w") ||
      message_count(answer, "w") != net.weights) {
    grader_fail(g, _("%s gave no weights."), query->name);
    return;
  }
  memcpy(net.w, message_values(answer, "w"), net.weights * sizeof *net.w);
  size_t i = 0;
  while (i < net.weights && isfinite(net.w[i])) i++;
  if (i < net.weights) {
    grader_fail(g,
                _("%s, n = %zu: w[%zu] was left without a number. There "
                  "are %zu weights."),
                query->name, net.n, i, net.weights);
    return;
  }
  if (is_right(&net)) return;
  say_wrong(g, query, &net, first_wrong(&net, false));
  const char *fault = mistake_in_hidden(&net);
  if (!fault) fault = mistake_in_output(&net, wanted);
  if (fault) grader_name(g, fault);
}

/* ---- the parts -------------------------------------------------------*/

/* Not XOR first, nor one input, with which different mistakes give the
 * same weights. */
static void make_parity(nn_rng *rng, size_t i, message *query) {
  static const double sizes[] = {3, 2, 4, 5, 6, 7, 8, 9, 10, 13, 1};
  (void)rng;
  message_add_number(query, "n", sizes[i]);
}

static void make_by_count(nn_rng *rng, size_t i, message *query) {
  size_t n = 1 + i % 9;
  double *wanted = message_add(query, "wanted", NULL, n + 1);
  for (size_t k = 0; k <= n; k++) wanted[k] = (double)nn_rng_below(rng, 2);
}

/* What is wanted stays as it is from one count to the next here, there it
 * changes; and at last it never changes. */
static const char *const by_count_always[] = {
    "by_count(wanted = [0, 1, 1, 0])",
    "by_count(wanted = [1, 0, 0, 1, 1])",
    "by_count(wanted = [0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1])",
    "by_count(wanted = [0, 0, 0])",
    "by_count(wanted = [1, 1, 1, 1])",
    NULL};

static void make_table(nn_rng *rng, size_t i, message *query) {
  (void)rng;
  message_add_number(query, "n", (double)(1 + i));
}

const exercise_part exercise_parts[] = {
    {.id = "parity",
     .points = 5,
     .title = "odd or even",
     .function = "parity",
     .cases = 11,
     .make_case = make_parity,
     .judge = judge},
    {.id = "count",
     .points = 3,
     .title = "anything about the count",
     .function = "by_count",
     .always = by_count_always,
     .cases = 36,
     .make_case = make_by_count,
     .judge = judge},
    {.id = "table",
     .points = 2,
     .title = "the same by the recipe",
     .function = "table_neurons",
     .cases = 50,
     .make_case = make_table},
    {0},
};
