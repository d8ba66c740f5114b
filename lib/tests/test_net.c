#include <nn/net.h>
#include <nn/optimizer.h>
#include <nn/vector.h>

#include "check.h"

#include <stdlib.h>
#include <string.h>

#define EXACT IN_FLOAT_OR(1e-6, 1e-9)

static nn_real random_real(nn_rng *rng) {
  return nn_rng_between(rng, -1, 1);
}

static nn_real *random_vector(size_t count, nn_rng *rng) {
  nn_real *v = nn_vector_new(count);
  for (size_t i = 0; i < count; i++) v[i] = random_real(rng);
  return v;
}

static void assert_same(const nn_real *x, const nn_real *y, size_t count) {
  assert_memory_equal(x, y, count * sizeof *x);
}

/* One step of gradient descent on a batch; returns the loss before. */
static nn_real step(const nn_net *net, nn_real *params, nn_loss loss,
                    const nn_real *x, const nn_real *t, size_t batch,
                    nn_real eta) {
  nn_pass pass = nn_pass_new(net, batch);
  nn_real *grads = nn_net_vector(net);
  nn_optimizer optimizer =
      nn_optimizer_new(nn_gradient_descent(eta), net->params);
  nn_net_forward(net, params, x, batch, &pass);
  nn_real cost = nn_net_loss(net, &pass, loss, t);
  nn_net_backward(net, params, &pass, grads);
  nn_optimizer_step(&optimizer, params, grads);
  nn_optimizer_free(&optimizer);
  nn_vector_free(grads);
  nn_pass_free(&pass);
  return cost;
}

/* ---- known values ----------------------------------------------------*/

/* Mazur's worked 2-2-2 example (2015), whose published .291027924 comes
 * of backpropagating through weights that have changed already. */
static void worked_2_2_2_example(void **state) {
  (void)state;
  static const double start[] = {.15, .25, .20, .30, .35, .35,
                                 .40, .50, .45, .55, .60, .60};
  const nn_real x[] = {(nn_real).05, (nn_real).10};
  const nn_real t[] = {(nn_real).01, (nn_real).99};
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 2, NN_SIGMOID);
  nn_net_add(&net, 2, NN_SIGMOID);
  assert_int_equal(net.params, 12);
  nn_real *params = nn_net_vector(&net), *kept = nn_net_vector(&net);
  for (size_t i = 0; i < 12; i++) kept[i] = params[i] = (nn_real)start[i];
  const nn_real half = (nn_real).5;

  assert_near(step(&net, params, NN_QUADRATIC, x, t, 1, half), .298371109,
              EXACT);
  nn_real biased = step(&net, params, NN_QUADRATIC, x, t, 1, 0);
  assert_near(biased, .280471447, EXACT);
  for (size_t i = 0; i < 12; i++)
    if (i == 4 || i == 5 || i > 9) params[i] = kept[i]; /* biases */
  nn_real unbiased = step(&net, params, NN_QUADRATIC, x, t, 1, 0);
  assert_near(unbiased, .2910277737, EXACT);

  nn_vector_free(params);
  nn_vector_free(kept);
  nn_net_free(&net);
}

/* Nielsen's neuron (2015, chapter 3): x = 1, y = 0, eta = .15, 300 steps
 * from (w, b). */
static double nielsen(nn_loss loss, double w, double b) {
  nn_net net = nn_net_new(1);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_real params[2] = {(nn_real)w, (nn_real)b};
  const nn_real x = 1, t = 0;
  for (int k = 0; k < 300; k++)
    step(&net, params, loss, &x, &t, 1, (nn_real).15);
  nn_pass pass = nn_pass_new(&net, 1);
  nn_net_forward(&net, params, &x, 1, &pass);
  double a = (double)*nn_pass_output(&pass);
  nn_pass_free(&pass);
  nn_net_free(&net);
  return a;
}

static void nielsens_neuron(void **state) {
  (void)state;
  assert_near(nielsen(NN_QUADRATIC, .6, .9), .0940, 5e-5);
  assert_near(nielsen(NN_QUADRATIC, 2, 2), .2028, 5e-5);
  assert_near(nielsen(NN_BINARY_CROSS_ENTROPY, .6, .9), .0116, 5e-5);
  assert_near(nielsen(NN_BINARY_CROSS_ENTROPY, 2, 2), .0120, 5e-5);
}

/* One hidden unit with skip connections computes XOR: x1 + x2 - 2 (x1 and
 * x2), by hand. */
static void skips_solve_xor_with_one_hidden_unit(void **state) {
  (void)state;
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 1, NN_STEP);
  nn_net_add(&net, 1, NN_IDENTITY);
  nn_net_add_skips(&net);
  const nn_real params[] = {1, 1, (nn_real)-1.5, -2, 0, 1, 1};
  assert_int_equal(net.params, 7);
  const nn_real x[] = {0, 0, 0, 1, 1, 0, 1, 1}, xor[] = {
                                                    0, 1, 1, 0};
  nn_pass pass = nn_pass_new(&net, 4);
  nn_net_forward(&net, params, x, 4, &pass);
  assert_same(nn_pass_output(&pass), xor, 4);
  nn_pass_free(&pass);
  nn_net_free(&net);
}

/* ---- against the definition, to the bit ------------------------------*/

/* The definition, slowly: a sum in the order of its index, one fma for
 * each term. */
static nn_real fused(nn_real a, nn_real b, nn_real c) {
#ifdef NN_REAL_IS_FLOAT
  return fmaf(a, b, c);
#else
  return fma(a, b, c);
#endif
}

static void define_forward(size_t batch, size_t in, size_t out,
                           const nn_real *x, const nn_real *w,
                           const nn_real *b, nn_real *z) {
  for (size_t r = 0; r < batch; r++)
    for (size_t j = 0; j < out; j++) {
      nn_real sum = b[j];
      for (size_t i = 0; i < in; i++)
        sum = fused(x[r * in + i], w[i * out + j], sum);
      z[r * out + j] = sum;
    }
}

static void define_weights_gradient(size_t batch, size_t in, size_t out,
                                    const nn_real *x, const nn_real *delta,
                                    nn_real *dw, nn_real *db) {
  for (size_t j = 0; j < out; j++) {
    db[j] = 0;
    for (size_t r = 0; r < batch; r++) db[j] += delta[r * out + j];
    for (size_t i = 0; i < in; i++) {
      nn_real sum = 0;
      for (size_t r = 0; r < batch; r++)
        sum = fused(x[r * in + i], delta[r * out + j], sum);
      dw[i * out + j] = sum;
    }
  }
}

static void define_inputs_gradient(size_t batch, size_t in, size_t out,
                                   const nn_real *delta, const nn_real *w,
                                   nn_real *dx) {
  for (size_t r = 0; r < batch; r++)
    for (size_t i = 0; i < in; i++) {
      nn_real sum = 0;
      for (size_t j = 0; j < out; j++)
        sum = fused(delta[r * out + j], w[i * out + j], sum);
      dx[r * in + i] = sum;
    }
}

/* A layer of this shape does what its definition says. */
static void check_layer(size_t batch, size_t in, size_t out, nn_rng *rng) {
  nn_net net = nn_net_new(in);
  nn_net_add(&net, out, NN_IDENTITY);
  nn_pass pass = nn_pass_new(&net, batch);
  nn_real *params = random_vector(net.params, rng);
  nn_real *x = random_vector(batch * in, rng);
  nn_real *t = random_vector(batch * out, rng);
  nn_real *grads = nn_net_vector(&net), *dx = nn_vector_new(batch * in);
  nn_real *z = nn_vector_new(batch * out);
  nn_real *expected = nn_vector_new(net.params + batch * in);

  nn_net_forward(&net, params, x, batch, &pass);
  define_forward(batch, in, out, x, params, params + in * out, z);
  assert_same(pass.z[0], z, batch * out);

  nn_net_loss(&net, &pass, NN_QUADRATIC, t);
  nn_net_backward(&net, params, &pass, grads);
  define_weights_gradient(batch, in, out, x, pass.delta[0], expected,
                          expected + in * out);
  assert_same(grads, expected, net.params);

  nn_net_input_gradient(&net, params, &pass, dx);
  define_inputs_gradient(batch, in, out, pass.delta[0], params, expected);
  assert_same(dx, expected, batch * in);

  if (batch <= NN_DESCEND_BATCH) {
    const nn_real rate = (nn_real)0.3;
    for (size_t i = 0; i < net.params; i++)
      expected[i] = params[i] - rate * grads[i];
    nn_net_descend(&net, params, &pass, rate);
    assert_same(params, expected, net.params);
  }

  nn_real *vectors[] = {params, x, t, grads, dx, z, expected};
  for (size_t v = 0; v < sizeof vectors / sizeof *vectors; v++)
    nn_vector_free(vectors[v]);
  nn_pass_free(&pass);
  nn_net_free(&net);
}

/* Every set of kernels that runs here, by name; the generic one always. */
static const char *const kernel_sets[] = {"generic", "avx2", "avx512",
                                          "neon"};

static void layers_do_as_defined(void **state) {
  (void)state;
  static const size_t shapes[][3] = {
      {1, 1, 1},     {1, 2, 1},     {1, 2, 2},      {1, 7, 9},
      {1, 64, 32},   {1, 30, 131},  {2, 3, 5},      {3, 8, 16},
      {12, 5, 32},   {13, 17, 33},  {24, 16, 64},   {5, 300, 10},
      {300, 9, 11},  {7, 1, 40},    {129, 40, 70},  {11, 600, 3},
      {2, 40, 128},  {3, 41, 128},  {4, 9, 255},    {11, 512, 40},
      {30, 512, 17}, {9, 1024, 33}, {26, 1030, 16}, {40, 1100, 20}};
  nn_rng rng = nn_rng_seeded(1);
  for (size_t k = 0; k < sizeof kernel_sets / sizeof *kernel_sets; k++) {
    setenv("NN_KERNELS", kernel_sets[k], 1);
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++)
      check_layer(shapes[s][0], shapes[s][1], shapes[s][2], &rng);
    for (size_t batch = 1; batch <= 26; batch++)
      for (size_t out = 1; out <= 37; out += 4)
        check_layer(batch, 7, out, &rng);
    for (int random = 0; random < 60; random++) {
      size_t batch = 1 + nn_rng_below(&rng, 30);
      size_t in = 1 + nn_rng_below(&rng, 40);
      size_t out = 1 + nn_rng_below(&rng, 70);
      check_layer(batch, in, out, &rng);
    }
  }
  unsetenv("NN_KERNELS");
}

/* ---- whole networks --------------------------------------------------*/

typedef struct {
  nn_net net;
  nn_pass pass;
  nn_real *params, *grads, *x, *t;
} example;

enum { BATCH = 13 };

static example deep_example(nn_rng *rng) {
  example e = {.net = nn_net_new(5)};
  nn_net_add(&e.net, 19, NN_TANH);
  nn_net_add(&e.net, 8, NN_SOFTPLUS);
  nn_net_add(&e.net, 3, NN_SIGMOID);
  nn_net_add_skips(&e.net);
  e.pass = nn_pass_new(&e.net, BATCH);
  e.params = random_vector(e.net.params, rng);
  e.grads = nn_net_vector(&e.net);
  e.x = random_vector(BATCH * 5, rng);
  e.t = random_vector(BATCH * 3, rng);
  return e;
}

static void free_example(example *e) {
  nn_pass_free(&e->pass);
  nn_vector_free(e->params);
  nn_vector_free(e->grads);
  nn_vector_free(e->x);
  nn_vector_free(e->t);
  nn_net_free(&e->net);
}

static void a_batch_is_its_examples(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(2);
  example e = deep_example(&rng);
  nn_pass one = nn_pass_new(&e.net, 1);
  nn_net_forward(&e.net, e.params, e.x, BATCH, &e.pass);
  for (size_t r = 0; r < BATCH; r++) {
    nn_net_forward(&e.net, e.params, e.x + r * 5, 1, &one);
    assert_same(nn_pass_output(&one), nn_pass_output(&e.pass) + r * 3, 3);
  }
  nn_pass_free(&one);
  free_example(&e);
}

/* The gradient of a batch is the mean of its examples' gradients. */
static void a_gradient_is_a_mean(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(3);
  example e = deep_example(&rng);
  nn_real *mean = nn_net_vector(&e.net), *one = nn_net_vector(&e.net);
  nn_real loss = 0;
  for (size_t r = 0; r < BATCH; r++) {
    nn_net_forward(&e.net, e.params, e.x + r * 5, 1, &e.pass);
    loss += nn_net_loss(&e.net, &e.pass, NN_QUADRATIC, e.t + r * 3);
    nn_net_backward(&e.net, e.params, &e.pass, one);
    for (size_t i = 0; i < e.net.params; i++)
      mean[i] += one[i] / (nn_real)BATCH;
  }
  nn_net_forward(&e.net, e.params, e.x, BATCH, &e.pass);
  nn_real whole = nn_net_loss(&e.net, &e.pass, NN_QUADRATIC, e.t);
  assert_near(whole, loss / (nn_real)BATCH, IN_FLOAT_OR(1e-6, 1e-14));
  nn_net_backward(&e.net, e.params, &e.pass, e.grads);
  for (size_t i = 0; i < e.net.params; i++)
    assert_near(e.grads[i], mean[i], IN_FLOAT_OR(1e-6, 1e-14));
  nn_vector_free(mean);
  nn_vector_free(one);
  free_example(&e);
}

static void descend_is_backward_and_step(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(4);
  example e = deep_example(&rng);
  nn_real *other = nn_net_vector(&e.net);
  memcpy(other, e.params, e.net.params * sizeof *other);
  for (size_t batch = 1; batch <= BATCH; batch++) {
    step(&e.net, other, NN_HUBER, e.x, e.t, batch, (nn_real)0.3);
    nn_net_forward(&e.net, e.params, e.x, batch, &e.pass);
    nn_net_loss(&e.net, &e.pass, NN_HUBER, e.t);
    nn_net_descend(&e.net, e.params, &e.pass, (nn_real)0.3);
    assert_same(e.params, other, e.net.params);
  }
  nn_vector_free(other);
  free_example(&e);
}

static void input_gradient_is_a_slope(void **state) {
  (void)state;
  const nn_real h = (nn_real)IN_FLOAT_OR(1e-2, 1e-5);
  nn_rng rng = nn_rng_seeded(5);
  example e = deep_example(&rng);
  nn_real dx[BATCH * 5];
  nn_net_forward(&e.net, e.params, e.x, BATCH, &e.pass);
  nn_net_loss(&e.net, &e.pass, NN_QUADRATIC, e.t);
  nn_net_backward(&e.net, e.params, &e.pass, e.grads);
  nn_net_input_gradient(&e.net, e.params, &e.pass, dx);
  for (size_t i = 0; i < BATCH * 5; i++) {
    nn_real kept = e.x[i], losses[2];
    for (int up = 0; up < 2; up++) {
      e.x[i] = up ? kept + h : kept - h;
      nn_net_forward(&e.net, e.params, e.x, BATCH, &e.pass);
      losses[up] = nn_net_loss(&e.net, &e.pass, NN_QUADRATIC, e.t);
    }
    e.x[i] = kept;
    assert_near(dx[i], (losses[1] - losses[0]) / (2 * h),
                IN_FLOAT_OR(1e-4, 1e-10));
  }
  free_example(&e);
}

/* All kernels and every way to cut a batch train to the same bits. */
static void kernels_train_alike(void **state) {
  (void)state;
  nn_real *first = NULL;
  for (size_t k = 0; k < sizeof kernel_sets / sizeof *kernel_sets; k++) {
    setenv("NN_KERNELS", kernel_sets[k], 1);
    nn_rng rng = nn_rng_seeded(6);
    example e = deep_example(&rng);
    for (int i = 0; i < 20; i++)
      step(&e.net, e.params, NN_QUADRATIC, e.x, e.t, BATCH, 1);
    if (!first) {
      first = nn_net_vector(&e.net);
      memcpy(first, e.params, e.net.params * sizeof *first);
    }
    assert_same(e.params, first, e.net.params);
    free_example(&e);
  }
  unsetenv("NN_KERNELS");
  nn_vector_free(first);
}

/* ---- initial weights -------------------------------------------------*/

static void initial_weights(void **state) {
  (void)state;
  enum { IN = 200, OUT = 100 };
  nn_net net = nn_net_new(IN);
  nn_net_add(&net, OUT, NN_RELU);
  nn_rng rng = nn_rng_seeded(7);
  nn_real *params = nn_net_vector(&net);
  const struct {
    nn_initial initial;
    double scale, largest, deviation, bias;
  } expected[] = {
      {NN_CONSTANT, 0, 0, 0, 0},
      {NN_CONSTANT, 2, 2, 2, 2},
      {NN_UNIFORM, 0.5, 0.5, 0.5 / sqrt(3), 0.5},
      {NN_NORMAL, 0.1, 1, 0.1, 0},
      {NN_XAVIER, 1, sqrt(6.0 / 300), sqrt(2.0 / 300), 0},
      {NN_HE, 1, 1, 0.1, 0},
  };
  for (size_t e = 0; e < sizeof expected / sizeof *expected; e++) {
    nn_net_init(&net, params, expected[e].initial,
                (nn_real)expected[e].scale, &rng);
    double squares = 0;
    for (size_t i = 0; i < IN * OUT; i++) {
      double w = (double)params[i];
      assert_true(fabs(w) <= expected[e].largest * 1.000001);
      squares += w * w;
    }
    double deviation = sqrt(squares / (IN * OUT));
    assert_near(deviation, expected[e].deviation,
                0.03 * expected[e].deviation);
    for (size_t j = 0; j < OUT; j++)
      assert_true(fabs((double)params[IN * OUT + j]) <= expected[e].bias);
  }
  nn_vector_free(params);
  nn_net_free(&net);
}

/* Weights of skips are drawn too, and in a row of their own. */
static void initial_skips(void **state) {
  (void)state;
  nn_net net = nn_net_new(3);
  nn_net_add(&net, 2, NN_TANH);
  nn_net_add(&net, 2, NN_TANH);
  nn_net_add_skips(&net);
  assert_int_equal(net.layer[1].skips, 14);
  assert_int_equal(net.params, 20);
  nn_rng rng = nn_rng_seeded(8);
  nn_real *params = nn_net_vector(&net);
  nn_net_init(&net, params, NN_XAVIER, 1, &rng);
  for (size_t i = 14; i < 20; i++) assert_true(params[i] != 0);
  for (size_t i = 12; i < 14; i++) assert_true(params[i] == 0);
  nn_vector_free(params);
  nn_net_free(&net);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(worked_2_2_2_example),
      cmocka_unit_test(nielsens_neuron),
      cmocka_unit_test(skips_solve_xor_with_one_hidden_unit),
      cmocka_unit_test(layers_do_as_defined),
      cmocka_unit_test(a_batch_is_its_examples),
      cmocka_unit_test(a_gradient_is_a_mean),
      cmocka_unit_test(descend_is_backward_and_step),
      cmocka_unit_test(input_gradient_is_a_slope),
      cmocka_unit_test(kernels_train_alike),
      cmocka_unit_test(initial_weights),
      cmocka_unit_test(initial_skips),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
