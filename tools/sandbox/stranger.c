#define _GNU_SOURCE /* setgroups, setresuid, nftw */
#include "stranger.h"

#include "command.h"

#include <errno.h>
#include <ftw.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>

/* The ids that systemd keeps for services without a user of their own; no
 * system gives them to people, and containers have them. What is compiled
 * at the same time has different ones, as its folders have different
 * numbers: through /proc one could see another's folder. */
enum { FIRST = 61184, COUNT = 4096 };

static bool is_stranger(uid_t user) {
  return user >= FIRST && user < FIRST + COUNT;
}

static bool choose(const char *path, uid_t *user) {
  struct stat found;
  if (stat(path, &found) != 0) return false;
  *user = is_stranger(found.st_uid) ? found.st_uid
                                    : FIRST + (uid_t)(found.st_ino % COUNT);
  return true;
}

/* Without capabilities either, which leave with the user root, and without
 * a way back. To change users is to forget the wish to end with the
 * parent. */
static bool become(uid_t user) {
  gid_t group = user;
  return setgroups(0, NULL) == 0 && setresgid(group, group, group) == 0 &&
         setresuid(user, user, user) == 0 &&
         prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
}

bool stranger_become(const char *path) {
  uid_t user;
  return choose(path, &user) && become(user);
}

static uid_t new_owner;

/* A file that has a second name may be somebody else's. */
static int give(const char *path, const struct stat *info, int kind,
                struct FTW *where) {
  (void)where;
  if (kind != FTW_D && !(kind == FTW_F && info->st_nlink == 1)) return 0;
  return lchown(path, new_owner, new_owner);
}

bool stranger_move_into(const char *folder) {
  enum { OPEN = 16 }; /* at a time */
  return choose(folder, &new_owner) &&
         nftw(folder, give, OPEN, FTW_PHYS) == 0 && chdir(folder) == 0 &&
         become(new_owner);
}

/* In a child that is a stranger. */
static bool reads(const char *path) {
  struct stat found;
  if (stat(path, &found) != 0) return errno != EACCES && errno != ENOENT;
  return access(path, S_ISDIR(found.st_mode) ? X_OK : R_OK) == 0;
}

static bool can_read(const char *path) {
  char *whole = realpath(path, NULL);
  if (!whole) return errno != ENOENT;
  pid_t pid = fork();
  if (pid == 0) _exit(!become(FIRST) || reads(whole));
  free(whole);
  return command_wait(pid) != 0;
}

const char *stranger_can_read(const char *const paths[]) {
  for (; paths && *paths; paths++)
    if (can_read(*paths)) return *paths;
  return NULL;
}

#else

bool stranger_become(const char *path) {
  (void)path;
  errno = ENOSYS;
  return false;
}

bool stranger_move_into(const char *folder) {
  return stranger_become(folder);
}

const char *stranger_can_read(const char *const paths[]) {
  return *paths;
}

#endif
