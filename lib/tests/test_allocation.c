/* A training step allocates nothing. The linker's --wrap leads the
 * library's calls of the allocators here. */
#include <nn/train.h>
#include <nn/vector.h>

#include "check.h"

static size_t allocations;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);

void *__wrap_malloc(size_t size) {
  allocations++;
  return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
  allocations++;
  return __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size) {
  allocations++;
  return __real_realloc(memory, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size) {
  allocations++;
  return __real_aligned_alloc(alignment, size);
}

/* Allocations of a training of so many epochs, on `examples` examples in
 * batches of 7. */
static size_t allocations_of(size_t epochs, size_t examples,
                             nn_optimizer_options rule, size_t patience) {
  nn_rng rng = nn_rng_seeded(1);
  nn_dataset data = nn_dataset_blobs(&rng, examples, 2, 1);
  nn_dataset validation = nn_dataset_blobs(&rng, 20, 2, 1);
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 33, NN_SOFTPLUS);
  nn_net_add(&net, 5, NN_SOFTMAX);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_net_add_skips(&net);
  nn_real *params = nn_net_vector(&net);
  nn_net_init(&net, params, NN_HE, 1, &rng);
  nn_optimizer optimizer = nn_optimizer_new(rule, net.params);
  nn_train_options options = {.loss = NN_BINARY_CROSS_ENTROPY,
                              .epochs = epochs,
                              .batch = 7,
                              .validation = &validation,
                              .patience = patience};
  size_t before = allocations;
  nn_train(&net, params, &optimizer, &data, options, &rng);
  size_t made = allocations - before;
  nn_optimizer_free(&optimizer);
  nn_vector_free(params);
  nn_net_free(&net);
  nn_dataset_free(&data);
  nn_dataset_free(&validation);
  return made;
}

static void steps_allocate_nothing(void **state) {
  (void)state;
  const nn_optimizer_options rules[] = {nn_adam(1), nn_gradient_descent(1)};
  for (int r = 0; r < 2; r++) {
    size_t few = allocations_of(1, 14, rules[r], 0);
    assert_true(few > 5); /* they are seen */
    assert_int_equal(allocations_of(50, 200, rules[r], 0), few);
  }
}

/* Plain descent has no vector of gradients, and the best weights are kept
 * only for patience. */
static void nothing_is_allocated_in_vain(void **state) {
  (void)state;
  size_t adam = allocations_of(1, 14, nn_adam(1), 0);
  assert_int_equal(allocations_of(1, 14, nn_gradient_descent(1), 0),
                   adam - 1);
  assert_int_equal(allocations_of(1, 14, nn_adam(1), 5), adam + 1);
}

static void descent_by_examples_allocates_nothing(void **state) {
  (void)state;
  nn_net net = nn_net_new(3);
  nn_net_add(&net, 9, NN_TANH);
  nn_net_add(&net, 2, NN_IDENTITY);
  nn_real *params = nn_net_vector(&net), dx[3];
  nn_pass pass = nn_pass_new(&net, 1);
  const nn_real x[] = {1, 2, 3}, t[] = {0, 1};
  size_t before = allocations;
  for (int i = 0; i < 10; i++) {
    nn_net_forward(&net, params, x, 1, &pass);
    nn_net_loss(&net, &pass, NN_QUADRATIC, t);
    nn_net_descend(&net, params, &pass, 1);
    nn_net_input_gradient(&net, params, &pass, dx);
  }
  assert_int_equal(allocations, before);
  nn_pass_free(&pass);
  nn_vector_free(params);
  nn_net_free(&net);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(steps_allocate_nothing),
      cmocka_unit_test(nothing_is_allocated_in_vain),
      cmocka_unit_test(descent_by_examples_allocates_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
