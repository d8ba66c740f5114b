/* Any bytes as a text file of numbers. */
#include "fuzz.h"

#include <math.h>
#include <nn/csv.h>
#include <string.h>

static void require_empty(const nn_dataset *data) {
  REQUIRE(!data->count && !data->inputs && !data->targets);
  REQUIRE(!data->x && !data->t);
}

static void require_finite(const nn_dataset *data) {
  REQUIRE(data->count > 0 && data->inputs > 0);
  for (size_t i = 0; i < data->count * data->inputs; i++)
    REQUIRE(isfinite(data->x[i]));
  for (size_t i = 0; i < data->count * data->targets; i++)
    REQUIRE(isfinite(data->t[i]));
}

/* Where a table was cut in two, both parts hold what was in the whole. */
static void require_parts(const nn_dataset *whole, const nn_dataset *data) {
  REQUIRE(data->count == whole->count);
  REQUIRE(data->inputs + data->targets == whole->inputs);
  for (size_t i = 0; i < data->count; i++) {
    const nn_real *row = nn_dataset_input(whole, i);
    REQUIRE(memcmp(nn_dataset_input(data, i), row,
                   data->inputs * sizeof *row) == 0);
    REQUIRE(memcmp(nn_dataset_target(data, i), row + data->inputs,
                   data->targets * sizeof *row) == 0);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  fuzz_file file = fuzz_file_new(bytes, count);
  nn_dataset whole, data;
  nn_error error;
  bool good = nn_csv_read(file.path, 0, &whole, &error);
  if (good)
    require_finite(&whole);
  else
    fuzz_require_reason(&error, file.path);

  for (size_t targets = 1; targets <= 3; targets++) {
    bool again = nn_csv_read(file.path, targets, &data, &error);
    REQUIRE(again == (good && targets < whole.inputs));
    if (again) {
      REQUIRE(data.targets == targets);
      require_parts(&whole, &data);
      nn_dataset_free(&data);
    } else {
      fuzz_require_reason(&error, file.path);
      require_empty(&data);
    }
  }
  if (!good) require_empty(&whole);
  nn_dataset_free(&whole);
  fuzz_file_close(&file);
  return 0;
}
