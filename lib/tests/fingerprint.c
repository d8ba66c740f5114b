/* Numbers from every module, to the last bit, for builds to be compared. */
#include <nn/dataset.h>
#include <nn/rng.h>
#include <nn/run.h>

static void tell_rng(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  size_t order[100];
  for (int i = 0; i < 1000; i++) { /* one draw a statement, in order */
    nn_run_say(run, "%a ", (double)nn_rng_between(&rng, -3, 7));
    nn_run_say(run, "%a ", (double)nn_rng_normal(&rng));
    nn_run_say(run, "%zu\n", nn_rng_below(&rng, 1000));
  }
  for (size_t i = 0; i < 100; i++) order[i] = i;
  nn_rng_shuffle(&rng, order, 100);
  for (size_t i = 0; i < 100; i++) nn_run_say(run, "%zu ", order[i]);
}

static void tell_road(nn_run *run) {
  nn_rng rng = nn_rng_seeded(nn_run_seed(run));
  nn_dataset data =
      nn_dataset_road(&rng, 500, (nn_real)0.7, (nn_real)0.2, (nn_real)0.1);
  for (size_t i = 0; i < data.count; i++) {
    const nn_real *x = nn_dataset_input(&data, i);
    nn_run_say(run, "%a %a %a\n", (double)x[0], (double)x[1],
               (double)*nn_dataset_target(&data, i));
  }
  nn_dataset_free(&data);
}

int main(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "numbers to compare builds by", 7);
  nn_run_part(run, "fingerprint");
  tell_rng(run);
  tell_road(run);
  return nn_run_end(run);
}
