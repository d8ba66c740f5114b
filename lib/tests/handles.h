/* For cmocka_run_group_tests: were all files closed that tests opened? */
#ifndef HANDLES_H
#define HANDLES_H

#include "check.h"

#include <unistd.h>

/* The number that the next file to be opened gets. */
static int next_handle(void) {
  int handle = dup(STDERR_FILENO);
  assert_true(handle >= 0);
  assert_int_equal(close(handle), 0);
  return handle;
}

static int first_handle;

static int remember_handle(void **state) {
  (void)state;
  first_handle = next_handle();
  return 0;
}

static int all_files_are_closed(void **state) {
  (void)state;
  return next_handle() == first_handle ? 0 : -1;
}

#endif
