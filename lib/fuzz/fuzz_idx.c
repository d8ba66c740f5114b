/* Any bytes as images with the labels of two, and as labels of two images;
 * and the same bytes once more, compressed. */
#include "fuzz.h"

#include <nn/idx.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

static const uint8_t two_images[] = {0, 0, 8, 2, 0, 0, 0,
                                     2, 0, 0, 0, 1, 7, 8};
static const uint8_t two_labels[] = {0, 0, 8, 1, 0, 0, 0, 2, 1, 0};

static void require_bytes(const nn_dataset *data) {
  REQUIRE(data->count == 2 && data->inputs > 0 && data->targets == 1);
  for (size_t i = 0; i < data->count * data->inputs; i++)
    REQUIRE(0 <= data->x[i] && data->x[i] <= 1);
  for (size_t i = 0; i < data->count; i++) {
    REQUIRE(0 <= data->t[i] && data->t[i] <= 255);
    REQUIRE(data->t[i] == (nn_real)(uint8_t)data->t[i]);
  }
}

/* Reads the file, beside another in which nothing is wrong. */
static bool read_as(bool images, const fuzz_file *file, nn_dataset *data) {
  fuzz_file other = images ? fuzz_file_new(two_labels, sizeof two_labels)
                           : fuzz_file_new(two_images, sizeof two_images);
  nn_error error;
  bool good = images ? nn_idx_read(file->path, other.path, data, &error)
                     : nn_idx_read(other.path, file->path, data, &error);
  if (good) {
    require_bytes(data);
  } else {
    bool counts_differ = strstr(error.text, " images, but ");
    fuzz_require_reason(&error,
                        counts_differ && !images ? other.path : file->path);
    REQUIRE(!data->count && !data->inputs && !data->targets);
    REQUIRE(!data->x && !data->t);
  }
  fuzz_file_close(&other);
  return good;
}

static fuzz_file compressed(const uint8_t *bytes, size_t count) {
  fuzz_file file = fuzz_file_new(NULL, 0);
  gzFile stream = gzopen(file.path, "wb1");
  REQUIRE(stream);
  REQUIRE(gzwrite(stream, bytes, (unsigned)count) == (int)count);
  REQUIRE(gzclose(stream) == Z_OK);
  return file;
}

/* What is compressed is the same, if it is whole. */
static void require_same(bool images, const uint8_t *bytes, size_t count,
                         bool good, const nn_dataset *plain) {
  fuzz_file file = compressed(bytes, count);
  nn_dataset data;
  REQUIRE(read_as(images, &file, &data) == good);
  if (good) {
    REQUIRE(data.inputs == plain->inputs);
    size_t x_bytes = data.count * data.inputs * sizeof *data.x;
    REQUIRE(memcmp(data.x, plain->x, x_bytes) == 0);
    REQUIRE(memcmp(data.t, plain->t, data.count * sizeof *data.t) == 0);
    nn_dataset_free(&data);

    off_t size = lseek(file.handle, 0, SEEK_END);
    off_t cut = 1 + bytes[count - 1] % 8; /* within gzip's check */
    REQUIRE(ftruncate(file.handle, size - cut) == 0);
    REQUIRE(!read_as(images, &file, &data));
  }
  fuzz_file_close(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  bool is_gzip = count > 1 && bytes[0] == 0x1f && bytes[1] == 0x8b;
  fuzz_file file = fuzz_file_new(bytes, count);
  for (int images = 0; images < 2; images++) {
    nn_dataset data;
    bool good = read_as(images, &file, &data);
    if (!is_gzip) require_same(images, bytes, count, good, &data);
    nn_dataset_free(&data);
  }
  fuzz_file_close(&file);
  return 0;
}
