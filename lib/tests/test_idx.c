#include <nn/idx.h>

#include "check.h"
#include "handles.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

/* AddressSanitizer's own memory does not fit below a limit, and an emulator
 * does not keep to one. */
#if defined __SANITIZE_ADDRESS__ || defined EMULATED
#define LIMITS_MEMORY 0
#elif defined __has_feature
#define LIMITS_MEMORY !__has_feature(address_sanitizer)
#else
#define LIMITS_MEMORY 1
#endif

/* The tests of double and of float run side by side in one folder. */
static char images[32], labels[32];

/* ---- files -----------------------------------------------------------*/

/* Two images of two rows and three columns, and their labels. */
static const unsigned char good_images[] = {
    0, 0, 8, 3, 0, 0, 0, 2, 0,   0,   0,   2,   0,   0,
    0, 3, 0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255};
static const unsigned char good_labels[] = {0, 0, 8, 1, 0, 0, 0, 2, 7, 255};
enum { IMAGES = sizeof good_images, LABELS = sizeof good_labels };

/* Anew, for some file systems bring what is written over to the disk. */
static void write_plain(const char *path, const void *bytes, size_t count) {
  remove(path);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, count, file), count);
  assert_int_equal(fclose(file), 0);
}

/* `mode` is "wb", or "ab" for one more member behind those in the file. */
static void write_gzip(const char *path, const char *mode,
                       const void *bytes, size_t count) {
  if (mode[0] == 'w') remove(path);
  gzFile file = gzopen(path, mode);
  assert_non_null(file);
  assert_int_equal(gzwrite(file, bytes, (unsigned)count), count);
  assert_int_equal(gzclose(file), Z_OK);
}

/* A head and so many bytes that are not zero behind it. */
static void write_filled(const char *path, const unsigned char *head,
                         size_t head_count, size_t count) {
  unsigned char *bytes = malloc(head_count + count);
  assert_non_null(bytes);
  memcpy(bytes, head, head_count);
  memset(bytes + head_count, 7, count);
  write_gzip(path, "wb1", bytes, head_count + count);
  free(bytes);
}

static size_t read_back(const char *path, unsigned char *bytes,
                        size_t room) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  size_t count = fread(bytes, 1, room, file);
  assert_int_equal(fclose(file), 0);
  assert_true(count < room);
  return count;
}

static int write_good(void **state) {
  (void)state;
  write_plain(images, good_images, IMAGES);
  write_plain(labels, good_labels, LABELS);
  return 0;
}

static int remove_files(void **state) {
  (void)state;
  remove(images);
  remove(labels);
  return 0;
}

/* ---- what becomes of them --------------------------------------------*/

static bool is_good(const nn_dataset *data) {
  bool good = data->count == 2 && data->inputs == 6 && data->targets == 1;
  for (size_t i = 0; good && i < 12; i++)
    good = data->x[i] == (nn_real)good_images[16 + i] / 255;
  return good && data->t[0] == 7 && data->t[1] == 255;
}

static void reads_the_good(void) {
  nn_dataset data;
  nn_error error;
  if (!nn_idx_read(images, labels, &data, &error))
    fail_msg("%s", error.text);
  assert_true(is_good(&data));
  nn_dataset_free(&data);
}

static bool is_empty(const nn_dataset *data) {
  return data->count == 0 && data->inputs == 0 && data->targets == 0 &&
         !data->x && !data->t;
}

/* Refuses both with "NAME... reason ...". */
static void refuses_files(const char *images_name, const char *labels_name,
                          const char *name, const char *reason) {
  nn_real number = 0;
  nn_dataset data = {
      .count = 7, .inputs = 7, .targets = 7, .x = &number, .t = &number};
  nn_error error = {"nothing was said"};
  if (nn_idx_read(images_name, labels_name, &data, &error))
    fail_msg("%s: read, where '%s' is expected", name, reason);
  if (strncmp(error.text, name, strlen(name)) != 0 ||
      !strstr(error.text, reason) || strchr(error.text, '\n'))
    fail_msg("'%s', where '%s...%s' is expected", error.text, name, reason);
  assert_true(is_empty(&data));
}

/* Refuses bytes in place of one of the good files, plain and in gzip. */
static void refuses_bytes(const char *path, const void *bytes, size_t count,
                          const char *reason) {
  write_good(NULL);
  write_plain(path, bytes, count);
  refuses_files(images, labels, path, reason);
  write_gzip(path, "wb", bytes, count);
  refuses_files(images, labels, path, reason);
}

/* ---- what is read ----------------------------------------------------*/

static void reads_plain_files(void **state) {
  (void)state;
  reads_the_good();
}

static void reads_gzip(void **state) {
  (void)state;
  write_gzip(images, "wb", good_images, IMAGES);
  reads_the_good();
  write_gzip(labels, "wb9", good_labels, LABELS);
  reads_the_good();
  write_plain(images, good_images, IMAGES);
  reads_the_good();
}

/* As `cat a.gz b.gz` makes it: gzip reads on in the next member. */
static void reads_gzip_in_parts(void **state) {
  (void)state;
  write_gzip(images, "wb", good_images, 5);
  write_gzip(images, "ab", good_images + 5, 12);
  write_gzip(images, "ab", good_images + 17, IMAGES - 17);
  reads_the_good();
}

static void reads_two_to_four_sizes(void **state) {
  (void)state;
  static const unsigned char two[] = {0, 0, 8, 2, 0, 0, 0, 2, 0,
                                      0, 0, 3, 1, 2, 3, 4, 5, 6};
  static const unsigned char four[] = {0, 0, 8, 4, 0, 0, 0, 2, 0,
                                       0, 0, 1, 0, 0, 0, 3, 0, 0,
                                       0, 1, 1, 2, 3, 4, 5, 6};
  for (int i = 0; i < 2; i++) {
    nn_dataset data;
    nn_error error;
    write_plain(images, i ? four : two, i ? sizeof four : sizeof two);
    assert_true(nn_idx_read(images, labels, &data, &error));
    assert_int_equal(data.count, 2);
    assert_int_equal(data.inputs, 3);
    for (int k = 0; k < 6; k++)
      assert_true(data.x[k] == (nn_real)(k + 1) / 255);
    nn_dataset_free(&data);
  }
}

/* What stands behind the first is not looked at, good or bad. */
static void reads_the_first(void **state) {
  (void)state;
  for (size_t cut = 0; cut <= 6; cut += 3) {
    nn_dataset data;
    nn_error error;
    write_plain(images, good_images, IMAGES - cut);
    if (!nn_idx_read_first(1, images, labels, &data, &error))
      fail_msg("%s", error.text);
    assert_int_equal(data.count, 1);
    assert_int_equal(data.inputs, 6);
    for (int k = 0; k < 6; k++)
      assert_true(data.x[k] == (nn_real)good_images[16 + k] / 255);
    assert_true(data.t[0] == 7);
    nn_dataset_free(&data);
  }
  write_good(NULL);
  nn_dataset all;
  nn_error error;
  assert_true(nn_idx_read_first(3, images, labels, &all, &error));
  assert_true(is_good(&all));
  nn_dataset_free(&all);
}

/* More than a buffer holds, and every value of a byte. */
static void reads_many_images(void **state) {
  (void)state;
  enum { COUNT = 600, SIDE = 28, BYTES = COUNT * SIDE * SIDE };
  unsigned char *bytes = malloc(16 + BYTES);
  assert_non_null(bytes);
  static const unsigned char head[] = {0, 0, 8, 3,    0, 0, 2, 88,
                                       0, 0, 0, SIDE, 0, 0, 0, SIDE};
  memcpy(bytes, head, 16);
  for (int i = 0; i < BYTES; i++) bytes[16 + i] = (unsigned char)(i % 256);
  write_gzip(images, "wb", bytes, 16 + BYTES);
  bytes[3] = 1;
  for (int i = 0; i < COUNT; i++) bytes[8 + i] = (unsigned char)(i % 10);
  write_plain(labels, bytes, 8 + COUNT);
  free(bytes);

  nn_dataset data;
  nn_error error;
  assert_true(nn_idx_read(images, labels, &data, &error));
  assert_int_equal(data.count, COUNT);
  assert_int_equal(data.inputs, SIDE * SIDE);
  for (int i = 0; i < BYTES; i++)
    assert_true(data.x[i] == (nn_real)(i % 256) / 255);
  for (int i = 0; i < COUNT; i++)
    assert_true(data.t[i] == (nn_real)(i % 10));
  nn_dataset_free(&data);
}

/* ---- what is refused -------------------------------------------------*/

static void refuses_what_is_no_file(void **state) {
  (void)state;
  static const char none[] = "no-such-file.idx";
  refuses_files(none, labels, none, ": cannot be opened: No such file");
  refuses_files(images, none, none, ": cannot be opened: No such file");
  refuses_files(".", labels, ".: ", "Is a directory");
  refuses_files(images, ".", ".: ", "Is a directory");
}

static void refuses_what_ends_early(void **state) {
  (void)state;
  for (size_t count = 0; count < IMAGES; count++) {
    char reason[64];
    snprintf(reason, sizeof reason, ": ends at byte %zu, before", count);
    refuses_bytes(images, good_images, count, reason);
    if (count < LABELS) refuses_bytes(labels, good_labels, count, reason);
  }
}

static void refuses_bytes_too_many(void **state) {
  (void)state;
  unsigned char more[IMAGES + 5000] = {0};
  memcpy(more, good_images, IMAGES);
  static const char reason[] = ": goes on after byte 28, where its sizes";
  refuses_bytes(images, more, IMAGES + 1, reason);
  refuses_bytes(images, more, sizeof more, reason);

  memcpy(more, good_labels, LABELS);
  refuses_bytes(labels, more, LABELS + 1, ": goes on after byte 10");

  write_good(NULL);
  write_gzip(images, "wb", good_images, IMAGES);
  write_gzip(images, "ab", "x", 1);
  refuses_files(images, labels, images, reason);
}

static void refuses_what_is_not_idx(void **state) {
  (void)state;
  unsigned char other[IMAGES];
  memcpy(other, good_images, IMAGES);
  other[0] = 1;
  refuses_bytes(images, other, IMAGES, ": begins with bytes 01 00: an IDX");
  other[0] = 0;
  other[1] = 255;
  refuses_bytes(images, other, IMAGES, ": begins with bytes 00 ff: an IDX");
  refuses_bytes(labels, "1,2\n3,4\n", 8, ": begins with bytes 31 2c");
  refuses_bytes(images, "\0\0\0\0", 4, ": byte 2: numbers of type 0x00");
}

static void refuses_other_types(void **state) {
  (void)state;
  static const unsigned char types[] = {0,    7,    9,    0x0b, 0x0c,
                                        0x0d, 0x0e, 0x80, 255};
  for (size_t i = 0; i < sizeof types; i++) {
    unsigned char other[IMAGES];
    char reason[64];
    snprintf(reason, sizeof reason, ": byte 2: numbers of type 0x%02x;",
             types[i]);
    memcpy(other, good_images, IMAGES);
    other[2] = types[i];
    refuses_bytes(images, other, IMAGES, reason);
    memcpy(other, good_labels, LABELS);
    other[2] = types[i];
    refuses_bytes(labels, other, LABELS, reason);
  }
}

static void refuses_other_numbers_of_sizes(void **state) {
  (void)state;
  for (unsigned sizes = 0; sizes < 256; sizes++) {
    unsigned char other[IMAGES];
    char reason[64];
    snprintf(reason, sizeof reason, ": byte 3: %u sizes, where images",
             sizes);
    memcpy(other, good_images, IMAGES);
    other[3] = (unsigned char)sizes;
    if (sizes < 2 || sizes > 4)
      refuses_bytes(images, other, IMAGES, reason);

    snprintf(reason, sizeof reason, ": byte 3: %u sizes, where labels",
             sizes);
    memcpy(other, good_labels, LABELS);
    other[3] = (unsigned char)sizes;
    if (sizes != 1) refuses_bytes(labels, other, LABELS, reason);
  }
}

static void tells_that_files_are_swapped(void **state) {
  (void)state;
  refuses_files(labels, images, labels,
                ": byte 3: 1 sizes, where images have 2 to 4: count, rows, "
                "columns are expected; are images and labels swapped?");
  refuses_files(images, images, images,
                ": byte 3: 3 sizes, where labels have 1: the count is "
                "expected; are images and labels swapped?");
}

/* Images of these sizes (0: no more), without a byte behind the head. */
static void refuses_sizes(uint32_t a, uint32_t b, uint32_t c, uint32_t d,
                          const char *reason) {
  const uint32_t sizes[] = {a, b, c, d};
  unsigned char head[20] = {0, 0, 8, (unsigned char)(d ? 4 : c ? 3 : 2)};
  for (int i = 0; i < 16; i++)
    head[4 + i] = (unsigned char)(sizes[i / 4] >> (24 - i % 4 * 8));
  refuses_bytes(images, head, 4 + 4u * head[3], reason);
}

static void refuses_sizes_of_zero(void **state) {
  (void)state;
  static const char of[] = ": size 0 in bytes 4 to 7";
  refuses_sizes(0, 5, 0, 0, of);
  refuses_sizes(0, 5, 5, 5, of);
  refuses_sizes(5, 0, 0, 0, ": size 0 in bytes 8 to 11");
  refuses_sizes(5, 0, 5, 0, ": size 0 in bytes 8 to 11");
  refuses_sizes(5, 5, 0, 5, ": size 0 in bytes 12 to 15");
  refuses_bytes(labels, "\0\0\x08\x01\0\0\0\0", 8, of);
}

static void refuses_more_than_it_counts(void **state) {
  (void)state;
  const uint32_t most = UINT32_C(1) << 28, half = UINT32_C(1) << 14;
  const uint32_t high = UINT32_C(1) << 31;
  refuses_sizes(high, 1, 0, 0, ": size 2147483648 in bytes 4 to 7");
  refuses_sizes(1, high, 0, 0, ": size 2147483648 in bytes 8 to 11");
  refuses_sizes(high, high, high, high, ": size 2147483648 in bytes 4 to");
  refuses_sizes(UINT32_MAX, UINT32_MAX, 0, 0,
                ": size 4294967295 in bytes 4");
  refuses_sizes(most + 1, 1, 0, 0, ": size 268435457 in bytes 4 to 7");
  refuses_sizes(1, most + 1, 0, 0, ": size 268435457 in bytes 8 to 11");
  refuses_sizes(half, half + 1, 0, 0, ": size 16385 in bytes 8 to 11");
  refuses_sizes(half, half, 2, 0, ": size 2 in bytes 12 to 15");
  refuses_sizes(half, half, 1, 2, ": size 2 in bytes 16 to 19");
  /* These multiply to 0 where a product has 32 or 64 bits. */
  refuses_sizes(1 << 16, 1 << 16, 0, 0, ": size 65536 in bytes 8 to 11");
  refuses_sizes(1 << 16, 1, 1 << 16, 0, ": size 65536 in bytes 12 to 15");
  refuses_sizes(1 << 16, 1 << 12, 1 << 16, 1 << 20,
                ": size 65536 in bytes");
  refuses_bytes(labels, "\0\0\x08\x01\x10\0\0\1", 8,
                ": size 268435457 in bytes 4 to 7");
}

static void refuses_different_counts(void **state) {
  (void)state;
  unsigned char fewer[LABELS];
  char reason[100];
  memcpy(fewer, good_labels, LABELS);
  fewer[7] = 1;
  snprintf(reason, sizeof reason, " has 2 images, but %s 1 labels", labels);
  write_plain(labels, fewer, LABELS - 1);
  refuses_files(images, labels, images, reason);
}

/* ---- damage ----------------------------------------------------------*/

static void refuses_gzip_that_ends_early(void **state) {
  (void)state;
  unsigned char bytes[200];
  write_gzip(images, "wb", good_images, IMAGES);
  size_t count = read_back(images, bytes, sizeof bytes);
  for (size_t i = 0; i < count; i++) {
    write_plain(images, bytes, i);
    refuses_files(images, labels, images, ": ");
  }
}

static void refuses_gzip_of_another_check(void **state) {
  (void)state;
  unsigned char bytes[200];
  write_gzip(images, "wb", good_images, IMAGES);
  size_t count = read_back(images, bytes, sizeof bytes);
  bytes[count - 5] ^= 1; /* CRC-32, then the length */
  write_plain(images, bytes, count);
  refuses_files(images, labels, images, "incorrect data check");
  bytes[count - 5] ^= 1;
  bytes[count - 1] ^= 1;
  write_plain(images, bytes, count);
  refuses_files(images, labels, images, "incorrect length check");
}

/* The numbers end where a buffer of zlib's usual size does. With that, zlib
 * would not notice that the check behind them is missing. */
static void refuses_damage_behind_the_last_number(void **state) {
  (void)state;
  enum { BYTES = 1 << 14, PACKED = 1000 };
  static const unsigned char head[] = {0, 0, 8, 2, 0,  0,
                                       0, 2, 0, 0, 31, 250};
  unsigned char bytes[BYTES] = {0}, packed[PACKED];
  memcpy(bytes, head, sizeof head);
  write_gzip(images, "wb", bytes, BYTES);
  size_t count = read_back(images, packed, PACKED);
  for (size_t i = count - 8; i < count; i++) {
    write_plain(images, packed, i);
    refuses_files(images, labels, images, " after byte 16384");
  }
  packed[count - 5] ^= 1;
  write_plain(images, packed, count);
  refuses_files(images, labels, images, ": incorrect data check");
}

/* Some bits of gzip's own head, its date for one, mean nothing here. */
static void refuses_gzip_with_a_bit_flipped(void **state) {
  (void)state;
  unsigned char bytes[200];
  write_gzip(images, "wb", good_images, IMAGES);
  size_t count = read_back(images, bytes, sizeof bytes), refused = 0;
  for (size_t bit = 0; bit < 8 * count; bit++) {
    nn_dataset data;
    nn_error error = {""};
    bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
    write_plain(images, bytes, count);
    bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
    if (nn_idx_read(images, labels, &data, &error)) {
      if (!is_good(&data)) fail_msg("other numbers by bit %zu", bit);
      nn_dataset_free(&data);
      continue;
    }
    assert_true(strncmp(error.text, images, strlen(images)) == 0);
    assert_true(is_empty(&data));
    refused++;
  }
  assert_true(refused >= 8 * (count - 10)); /* the head has 10 bytes */
}

/* ---- memory ----------------------------------------------------------*/

enum { LITTLE = 8 << 20 };

/* From here on this process gets no more than `bytes` of memory. */
static void limit_memory(size_t bytes) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%lu", &pages) != 1) _exit(3);
  fclose(file);
  rlim_t most = pages * (rlim_t)sysconf(_SC_PAGESIZE) + bytes;
  const struct rlimit limit = {most, most};
  if (setrlimit(RLIMIT_AS, &limit) != 0) _exit(3);
}

static long memory_used(void) {
  struct rusage usage;
  if (getrusage(RUSAGE_SELF, &usage) != 0) _exit(3);
  return usage.ru_maxrss; /* kilobytes */
}

/* Refuses the files, in a process of its own with little memory. */
static void refuses_with_little_memory(const char *path,
                                       const char *reason) {
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    nn_dataset data;
    nn_error error = {""};
    if (LIMITS_MEMORY) limit_memory(LITTLE);
    long before = memory_used();
    bool good = nn_idx_read(images, labels, &data, &error);
    bool told = strncmp(error.text, path, strlen(path)) == 0 &&
                strstr(error.text, reason);
    /* Valgrind and sanitizers take their own memory for each byte. */
    bool little = memory_used() - before < 4 * LITTLE / 1024;
    _exit(good ? 1 : !told || data.x ? 2 : !little ? 4 : 0);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
}

/* 60,000 images of MNIST in double are 376 megabytes. */
static void needs_little_more_memory_than_the_data(void **state) {
  (void)state;
  if (!LIMITS_MEMORY) skip();
  enum { COUNT = 5000, BYTES = COUNT * 784 };
  static const unsigned char image_head[] = {
      0, 0, 8, 3, 0, 0, COUNT / 256, COUNT % 256, 0, 0, 0, 28, 0, 0, 0, 28};
  static const unsigned char label_head[] = {
      0, 0, 8, 1, 0, 0, COUNT / 256, COUNT % 256};
  write_filled(images, image_head, sizeof image_head, BYTES);
  write_filled(labels, label_head, sizeof label_head, COUNT);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    nn_dataset data;
    nn_error error;
    long before = memory_used();
    if (!nn_idx_read(images, labels, &data, &error)) _exit(1);
    long size = (long)((BYTES + COUNT) * sizeof *data.x / 1024);
    long taken = memory_used() - before;
    _exit(taken < size / 2 ? 2 : taken > 2 * size ? 4 : 0);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
}

static void needs_no_memory_for_mere_claims(void **state) {
  (void)state;
  static const unsigned char claims[] = {0, 0, 8,   3, 0, 0, 64,  0, 0,
                                         0, 0, 128, 0, 0, 0, 128, 1};
  write_plain(images, claims, sizeof claims);
  refuses_with_little_memory(images, ": ends at byte 17, before");
  write_gzip(images, "wb", claims, sizeof claims);
  refuses_with_little_memory(images, ": ends at byte 17, before");

  write_good(NULL);
  write_plain(labels, "\0\0\x08\x01\x10\0\0\0\x05", 9);
  refuses_with_little_memory(labels, ": ends at byte 9, before");
}

/* 320 kilobytes that would become 320 megabytes. */
static void needs_no_memory_for_a_bomb(void **state) {
  (void)state;
  enum { PARTS = 20, PART = 16 << 20 };
  unsigned char *zeros = calloc(PART, 1), *part = malloc(PART);
  assert_non_null(zeros);
  assert_non_null(part);
  write_gzip(labels, "wb9", zeros, PART);
  size_t count = read_back(labels, part, PART);
  free(zeros);

  write_gzip(images, "wb", good_images, IMAGES);
  FILE *file = fopen(images, "ab");
  assert_non_null(file);
  for (int i = 0; i < PARTS; i++)
    assert_int_equal(fwrite(part, 1, count, file), count);
  assert_true(ftell(file) < 500000);
  assert_int_equal(fclose(file), 0);
  free(part);
  write_plain(labels, good_labels, LABELS);
  refuses_with_little_memory(images, ": goes on after byte 28");
}

static void refuses_what_memory_cannot_hold(void **state) {
  (void)state;
  if (!LIMITS_MEMORY) skip();
  static const unsigned char head[] = {0, 0, 8, 2, 1, 0, 0, 0, 0, 0, 0, 1};
  write_plain(images, head, sizeof head);
  assert_int_equal(truncate(images, sizeof head + (1 << 24)), 0);
  refuses_with_little_memory(images, ": out of memory");
}

/* ---- all of them -----------------------------------------------------*/

#define TEST(test) \
  cmocka_unit_test_setup_teardown(test, write_good, remove_files)

int main(void) {
  snprintf(images, sizeof images, "test_idx_%zu.images", sizeof(nn_real));
  snprintf(labels, sizeof labels, "test_idx_%zu.labels", sizeof(nn_real));
  const struct CMUnitTest tests[] = {
      TEST(reads_plain_files),
      TEST(reads_gzip),
      TEST(reads_gzip_in_parts),
      TEST(reads_two_to_four_sizes),
      TEST(reads_the_first),
      TEST(reads_many_images),
      TEST(refuses_what_is_no_file),
      TEST(refuses_what_ends_early),
      TEST(refuses_bytes_too_many),
      TEST(refuses_what_is_not_idx),
      TEST(refuses_other_types),
      TEST(refuses_other_numbers_of_sizes),
      TEST(tells_that_files_are_swapped),
      TEST(refuses_sizes_of_zero),
      TEST(refuses_more_than_it_counts),
      TEST(refuses_different_counts),
      TEST(refuses_gzip_that_ends_early),
      TEST(refuses_gzip_of_another_check),
      TEST(refuses_damage_behind_the_last_number),
      TEST(refuses_gzip_with_a_bit_flipped),
      TEST(needs_little_more_memory_than_the_data),
      TEST(needs_no_memory_for_mere_claims),
      TEST(needs_no_memory_for_a_bomb),
      TEST(refuses_what_memory_cannot_hold),
  };
  return cmocka_run_group_tests(tests, remember_handle,
                                all_files_are_closed);
}
