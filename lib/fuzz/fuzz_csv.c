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

/* Reads the file; refused, it leaves a reason and nothing else. */
static bool read_as(const fuzz_file *file, nn_csv_options options,
                    nn_dataset *data) {
  nn_error error;
  if (nn_csv_read(file->path, options, data, &error)) {
    require_finite(data);
    REQUIRE(data->targets == options.targets);
    return true;
  }
  fuzz_require_reason(&error, file->path);
  require_empty(data);
  return false;
}

static void read_parts(const fuzz_file *file, nn_csv_options options) {
  nn_dataset whole, data;
  bool good = read_as(file, options, &whole);
  for (options.targets = 1; options.targets <= 3; options.targets++) {
    bool again = read_as(file, options, &data);
    REQUIRE(again == (good && options.targets < whole.inputs));
    if (again) require_parts(&whole, &data);
    nn_dataset_free(&data);
  }
  nn_dataset_free(&whole);
}

/* The first column as the target, and as one of names. */
static void read_first(const fuzz_file *file, nn_csv_options options) {
  static const size_t first[] = {0};
  static const char *const names[] = {"a", "b, c", "1"};
  nn_dataset data;
  options.targets = 1;
  options.target_columns = first;
  read_as(file, options, &data);
  nn_dataset_free(&data);
  options.classes = names;
  options.class_count = 3;
  read_as(file, options, &data);
  for (size_t i = 0; i < data.count; i++)
    REQUIRE(data.t[i] == 0 || data.t[i] == 1 || data.t[i] == 2);
  nn_dataset_free(&data);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  fuzz_file file = fuzz_file_new(bytes, count);
  static const char separators[] = ",;\t ";
  for (const char *separator = separators; *separator; separator++)
    for (int heading = NN_HEADING_FOUND; heading <= NN_HEADING_NO;
         heading++) {
      nn_csv_options options = {.separator = *separator,
                                .heading = (nn_csv_heading)heading};
      read_parts(&file, options);
      read_first(&file, options);
    }
  fuzz_file_close(&file);
  return 0;
}
