#include "../key.h"

#include "../../../lib/tests/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* class.c has it for the program; here it ends the test. */
#undef fail
void fail(const char *format, ...);
void fail(const char *format, ...) {
  (void)format;
  abort();
}

/* The first eight bytes of HMAC-SHA256, as another implementation (Node's
 * crypto) has them for the key 00 01 02 ... 1f and the text
 * "perceptron/step\0int x;". */
static void is_hmac_sha256(void **state) {
  (void)state;
  class_key k;
  for (int i = 0; i < KEY_BYTES; i++) k.bytes[i] = (unsigned char)i;
  assert_true(key_seed(&k, "perceptron/step", "int x;") ==
              0xd240f09b58f18e77ULL);
}

static void differs_with_each_part(void **state) {
  (void)state;
  class_key k = {{1}}, other = {{2}};
  unsigned long long seed = key_seed(&k, "a/b", "text");
  assert_true(seed == key_seed(&k, "a/b", "text"));
  assert_true(seed != key_seed(&other, "a/b", "text"));
  assert_true(seed != key_seed(&k, "a/c", "text"));
  assert_true(seed != key_seed(&k, "a/b", "text "));
  assert_true(key_seed(&k, "a/b", "text") != key_seed(&k, "a/", "btext"));
}

static void is_kept_for_its_owner(void **state) {
  (void)state;
  char path[] = "/tmp/course-test-XXXXXX", name[KEY_NAME_SIZE],
       again[KEY_NAME_SIZE];
  class_key k, read;
  struct stat found;
  assert_non_null(mkdtemp(path));
  char file[64];
  snprintf(file, sizeof file, "%s/class.key", path);
  assert_false(key_read(&read, file));
  key_create(&k, file);
  assert_true(key_read(&read, file));
  assert_memory_equal(k.bytes, read.bytes, KEY_BYTES);
  assert_int_equal(stat(file, &found), 0);
  assert_int_equal(found.st_mode & 0777, 0600);
  key_name(&k, name);
  key_name(&read, again);
  assert_string_equal(name, again);
  key_make_up(&read);
  key_name(&read, again);
  assert_string_not_equal(name, again);
  unlink(file);
  rmdir(path);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(is_hmac_sha256),
      cmocka_unit_test(differs_with_each_part),
      cmocka_unit_test(is_kept_for_its_owner),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
