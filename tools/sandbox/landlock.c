#define _GNU_SOURCE /* syscall, O_PATH */
#include "landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#if defined __linux__ && __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/* What the first version of Landlock knows; later ones know more, which
 * this machine's header may not name. */
enum {
  READING = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE |
            LANDLOCK_ACCESS_FS_READ_DIR,
  WRITING = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE |
            LANDLOCK_ACCESS_FS_MAKE_REG,
  ALL = READING | WRITING | LANDLOCK_ACCESS_FS_REMOVE_DIR |
        LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
        LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
        LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM
};

bool landlock_works(void) {
  return syscall(SYS_landlock_create_ruleset, NULL, 0,
                 LANDLOCK_CREATE_RULESET_VERSION) >= 1;
}

static bool allow(int rules, const char *folder, unsigned access) {
  int place = open(folder, O_PATH | O_CLOEXEC);
  if (place < 0) return errno == ENOENT;
  struct landlock_path_beneath_attr rule = {.allowed_access = access,
                                            .parent_fd = place};
  long status = syscall(SYS_landlock_add_rule, rules,
                        LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(place);
  return status == 0;
}

bool landlock_apply(const char *const readable[], const char *writable) {
  struct landlock_ruleset_attr all = {.handled_access_fs = ALL};
  int rules =
      (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
  if (rules < 0) return false;
  bool good = allow(rules, writable, READING | WRITING);
  for (; *readable && good; readable++)
    good = allow(rules, *readable, READING);
  good = good && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  int reason = errno;
  close(rules);
  errno = reason;
  return good;
}

#else

bool landlock_works(void) {
  return false;
}

bool landlock_apply(const char *const readable[], const char *writable) {
  (void)readable;
  (void)writable;
  errno = ENOSYS;
  return false;
}

#endif
