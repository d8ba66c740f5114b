#include <nn/net_graph.h>

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text of the graph that a run writes. */
static char *drawn(const char *folder, bool with_pass, bool with_grads) {
  char arguments[3][64] = {"test", "--out", ""};
  snprintf(arguments[2], sizeof arguments[2], "%s-%zu", folder,
           sizeof(nn_real));
  char *argv[] = {arguments[0], arguments[1], arguments[2]};
  nn_run *run = nn_run_begin(3, argv, "draws a network", 1);

  nn_net net = nn_net_new(2);
  nn_net_add(&net, 1, NN_TANH);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_net_add_skips(&net);
  const nn_real params[] = {2, -3, (nn_real)0.5, 40, -1, 0, (nn_real)0.25};
  const nn_real x[] = {7, 8, (nn_real)0.5, (nn_real)0.5}, t[] = {0, 1};
  nn_pass pass = nn_pass_new(&net, 2);
  nn_real grads[7];
  nn_net_forward(&net, params, x, 2, &pass);
  nn_net_loss(&net, &pass, NN_QUADRATIC, t);
  nn_net_backward(&net, params, &pass, grads);
  nn_net_graph(nn_run_graph(run, "net"), &net, params,
               with_grads ? grads : NULL, with_pass ? &pass : NULL, 1);
  nn_pass_free(&pass);
  nn_net_free(&net);
  assert_int_equal(nn_run_end(run), 0);

  char path[128];
  snprintf(path, sizeof path, "%s/net.dot", arguments[2]);
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  char *text = calloc(1, 8192);
  assert_true(fread(text, 1, 8191, file) > 0);
  fclose(file);
  return text;
}

static void assert_says(const char *text, const char *part) {
  if (!strstr(text, part)) fail_msg("no '%s' in\n%s", part, text);
}

static void weights_alone(void **state) {
  (void)state;
  char *text = drawn("weights", false, false);
  assert_says(text, "\"x1\" [label=\"x1\"");
  assert_says(text, "\"n1.1\" [label=\"tanh\\nb 0.5\"");
  assert_says(text, "\"n2.1\" [label=\"sigmoid\\nb −1\"");
  assert_says(text, "\"x1\" -> \"n1.1\" [label=\" 2 \" "
                    "color=\"@positive@\" penwidth=1.50]");
  assert_says(text, "\"x2\" -> \"n1.1\" [label=\" −3 \" "
                    "color=\"@negative@\" penwidth=2.00]");
  assert_says(text, "\"n1.1\" -> \"n2.1\" [label=\" 40 \" "
                    "color=\"@positive@\" penwidth=3.00]");
  assert_says(text, "\"x2\" -> \"n2.1\" [label=\" 0.25 \"");
  free(text);
}

/* Of example 1: z = 2 * 0.5 - 3 * 0.5 + 0.5 = 0 in the hidden neuron. */
static void with_what_a_pass_left(void **state) {
  (void)state;
  char *text = drawn("pass", true, true);
  assert_says(text, "\"x1\" [label=\"x1\\n0.5\"");
  assert_says(text, "tanh\\nb 0.5\\nz 0\\na 0\\nδ ");
  assert_says(text, "\\nz −0.875\\n");
  assert_says(text, "\\n∂ ");
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(weights_alone),
      cmocka_unit_test(with_what_a_pass_left),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
