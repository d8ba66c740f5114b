/* What one would write by hand around a library of matrix products: its
 * products, plain loops for the rest. The weights' gradient goes straight
 * from the product into the weights. */
#include "product.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  size_t inputs, outputs;
  number *w;     /* [inputs][outputs] */
  number *b;     /* [outputs] */
  number *a;     /* [batch][outputs] */
  number *delta; /* [batch][outputs] */
} layer;

typedef struct {
  const workload *load;
  examples data;
  size_t layers;
  layer layer[MOST_SIZES - 1];
} trainer;

static number sigmoid(number z) {
#ifdef BENCH_FLOAT
  return 1 / (1 + expf(-z));
#else
  return 1 / (1 + exp(-z));
#endif
}

static layer layer_new(const workload *load, size_t i) {
  size_t inputs = load->size[i], outputs = load->size[i + 1];
  number spread = load->spread;
  return (layer){
      .inputs = inputs,
      .outputs = outputs,
      .w = random_numbers(inputs * outputs, -spread, spread),
      .b = random_numbers(outputs, -spread, spread),
      .a = random_numbers(load->batch * outputs, 0, 1),
      .delta = random_numbers(load->batch * outputs, 0, 1),
  };
}

static trainer trainer_new(const workload *load) {
  trainer made = {
      .load = load, .data = examples_new(load), .layers = load->sizes - 1};
  for (size_t i = 0; i < made.layers; i++)
    made.layer[i] = layer_new(load, i);
  return made;
}

static void trainer_free(trainer *t) {
  for (size_t i = 0; i < t->layers; i++) {
    free(t->layer[i].w);
    free(t->layer[i].b);
    free(t->layer[i].a);
    free(t->layer[i].delta);
  }
  examples_free(&t->data);
}

static void forward(layer *l, size_t batch, const number *x) {
  for (size_t row = 0; row < batch; row++)
    memcpy(l->a + row * l->outputs, l->b, l->outputs * sizeof *l->b);
  product(PLAIN, PLAIN, batch, l->outputs, l->inputs, 1, x, l->w, 1, l->a);
  for (size_t i = 0; i < batch * l->outputs; i++)
    l->a[i] = sigmoid(l->a[i]);
}

/* delta *= f'(z) */
static void through_sigmoid(layer *l, size_t batch) {
  number *restrict delta = l->delta;
  const number *restrict a = l->a;
  for (size_t i = 0; i < batch * l->outputs; i++)
    delta[i] *= a[i] * (1 - a[i]);
}

static void update(layer *l, size_t batch, const number *x) {
  number rate = LEARNING_RATE / (number)batch;
  product(TRANSPOSED, PLAIN, l->inputs, l->outputs, batch, -rate, x,
          l->delta, 1, l->w);
  number *restrict b = l->b;
  const number *restrict delta = l->delta;
  for (size_t row = 0; row < batch; row++)
    for (size_t j = 0; j < l->outputs; j++)
      b[j] -= rate * delta[row * l->outputs + j];
}

static void step(trainer *t, const number *x, const number *target) {
  size_t batch = t->load->batch;
  for (size_t i = 0; i < t->layers; i++)
    forward(&t->layer[i], batch, i == 0 ? x : t->layer[i - 1].a);

  layer *last = &t->layer[t->layers - 1];
  for (size_t i = 0; i < batch * last->outputs; i++)
    last->delta[i] = last->a[i] - target[i];
  through_sigmoid(last, batch);

  for (layer *l = last; l > t->layer; l--) {
    layer *below = l - 1;
    product(PLAIN, TRANSPOSED, batch, l->inputs, l->outputs, 1, l->delta,
            l->w, 0, below->delta);
    through_sigmoid(below, batch);
    update(l, batch, below->a);
  }
  update(t->layer, batch, x);
}

static void train(void *state) {
  trainer *t = state;
  size_t inputs = t->load->size[0], outputs = t->load->size[t->layers];
  for (size_t i = 0; i < t->load->examples; i += t->load->batch)
    step(t, t->data.x + i * inputs, t->data.t + i * outputs);
}

typedef struct {
  number *a, *b, *c;
} factors;

static void multiply(void *state) {
  factors *f = state;
  product(PLAIN, PLAIN, GEMM_ROWS, GEMM_COLUMNS, GEMM_DEPTH, 1, f->a, f->b,
          1, f->c);
}

static void measure_gemm(double seconds) {
  factors f = {random_numbers(GEMM_ROWS * GEMM_DEPTH, 0, 1),
               random_numbers(GEMM_DEPTH * GEMM_COLUMNS, 0, 1),
               random_numbers(GEMM_ROWS * GEMM_COLUMNS, 0, 1)};
  measure("gemm", 1, seconds, multiply, &f);
  free(f.a);
  free(f.b);
  free(f.c);
}

void contend(double seconds) {
  printf("#\t%s\n", product_library());
  for (size_t i = 0; i < WORKLOADS; i++) {
    trainer t = trainer_new(&workloads[i]);
    measure(t.load->name, t.load->examples, seconds, train, &t);
    trainer_free(&t);
  }
  measure_gemm(seconds);
}
