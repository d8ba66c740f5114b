#include "file.h"

#include "../../../lib/tests/check.h"
#include "folder.h"
#include "text.h"

#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/course-test-XXXXXX";
static char *path; /* of a file in it */

static int begin(void **state) {
  (void)state;
  if (!mkdtemp(folder)) return -1;
  path = text_print("%s/file", folder);
  return 0;
}

static int end(void **state) {
  (void)state;
  folder_remove(folder);
  free(path);
  return 0;
}

static void holds(const char *file, const char *expected) {
  char *text = file_read(file);
  assert_non_null(text);
  assert_string_equal(text, expected);
  free(text);
}

static size_t files_there(void) {
  glob_t found;
  char *pattern = text_print("%s/*", folder);
  size_t count = glob(pattern, 0, NULL, &found) == 0 ? found.gl_pathc : 0;
  if (count) globfree(&found);
  free(pattern);
  return count;
}

static void is_read_whole(void **state) {
  enum { LENGTH = 100000 };
  char *text = malloc(LENGTH + 1);
  (void)state;
  memset(text, 'x', LENGTH);
  text[LENGTH] = '\0';
  assert_true(file_write(path, text));
  holds(path, text);
  free(text);
  assert_true(file_write(path, ""));
  holds(path, "");
}

static void that_is_missing_says_so(void **state) {
  char *missing = text_print("%s/missing", folder);
  (void)state;
  errno = 0;
  assert_null(file_read(missing));
  assert_int_equal(errno, ENOENT);
  assert_false(file_copy(missing, path));
  free(missing);
}

static void keeps_its_text_until_the_end(void **state) {
  file_writing f;
  (void)state;
  assert_true(file_write(path, "old"));
  assert_true(file_begin(&f, path));
  fputs("new", f.to);
  fflush(f.to);
  holds(path, "old");
  assert_true(file_end(&f));
  holds(path, "new");
  assert_int_equal(files_there(), 1);
}

/* /dev/full takes everything and fails when it is written. */
static void keeps_its_text_if_there_is_no_room(void **state) {
  file_writing f;
  (void)state;
  if (access("/dev/full", W_OK) != 0) skip();
  assert_true(file_write(path, "old"));
  assert_true(file_begin(&f, path));
  f.to = freopen("/dev/full", "w", f.to);
  assert_non_null(f.to);
  fputs("new", f.to);
  assert_false(file_end(&f));
  assert_int_equal(errno, ENOSPC);
  holds(path, "old");
  assert_int_equal(files_there(), 1);
}

static void cannot_replace_a_folder(void **state) {
  char *inner = text_print("%s/folder", folder);
  (void)state;
  assert_true(folder_make(inner));
  assert_false(file_write(inner, "new"));
  assert_int_equal(files_there(), 2);
  assert_int_equal(rmdir(inner), 0);
  free(inner);
}

static void leftovers_are_removed(void **state) {
  static const char *const gone[] = {"file.4711.new", "a.b.1.new"};
  static const char *const kept[] = {"file.new",        "file..new",
                                     "1.new",           ".1.new",
                                     "file.4711.newer", "file.47a.new"};
  (void)state;
  assert_true(file_write(path, "kept"));
  for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
    char *name = text_print("%s/%s", folder, gone[i]);
    assert_true(file_write(name, "gone"));
    free(name);
  }
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
    char *name = text_print("%s/%s", folder, kept[i]);
    assert_true(file_write(name, "kept"));
    free(name);
  }
  file_remove_leftovers(folder);
  assert_int_equal(files_there(), 6); /* "*" does not mean ".1.new" */
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
    char *name = text_print("%s/%s", folder, kept[i]);
    holds(name, "kept");
    assert_int_equal(unlink(name), 0);
    free(name);
  }
}

/* The time of a file whose text stays the same does not change. */
static void is_left_alone_if_nothing_changes(void **state) {
  struct stat before, after;
  (void)state;
  assert_true(file_write(path, "same"));
  assert_int_equal(stat(path, &before), 0);
  assert_true(file_update(path, "same"));
  assert_int_equal(stat(path, &after), 0);
  assert_int_equal(before.st_ino, after.st_ino);
  assert_true(file_update(path, "other"));
  holds(path, "other");
}

static void text_is_shortened_with_three_dots(void **state) {
  char field[8];
  (void)state;
  text_shorten(field, sizeof field, "1234567", 7);
  assert_string_equal(field, "1234567");
  text_shorten(field, sizeof field, "12345678", 8);
  assert_string_equal(field, "1234...");
  text_shorten(field, sizeof field, "12345678", 3);
  assert_string_equal(field, "123");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(is_read_whole),
      cmocka_unit_test(that_is_missing_says_so),
      cmocka_unit_test(keeps_its_text_until_the_end),
      cmocka_unit_test(keeps_its_text_if_there_is_no_room),
      cmocka_unit_test(cannot_replace_a_folder),
      cmocka_unit_test(leftovers_are_removed),
      cmocka_unit_test(is_left_alone_if_nothing_changes),
      cmocka_unit_test(text_is_shortened_with_three_dots),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
