#define _DEFAULT_SOURCE /* flock */
#include "output_folder.h"

#include "clock.h"
#include "fail.h"
#include "file.h"
#include "folder.h"
#include "language.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

static void make(const class_settings *c, const char *name) {
  char path[PATH_SIZE];
  class_path(c, path, "%s", name);
  if (!folder_make(path))
    fail(_("cannot make the folder %s: %s"), path, strerror(errno));
}

/* An advisory lock (flock) on an open file that CTest and the students'
 * processes inherit: it is held as long as any of them runs, even if the
 * first is killed. Those then end within moments. */
static void lock(const class_settings *c) {
  enum { TRIES = 50 }; /* a tenth of a second each */
  char path[PATH_SIZE];
  class_path(c, path, "work/lock");
  int file = open(path, O_RDWR | O_CREAT, 0600);
  if (file < 0) fail(_("cannot write %s: %s"), path, strerror(errno));
  for (int i = 0; flock(file, LOCK_EX | LOCK_NB) != 0; i++) {
    if (errno != EWOULDBLOCK && errno != EINTR)
      fail(_("cannot lock %s: %s"), path, strerror(errno));
    if (i == TRIES)
      fail(
          _("another ./course grade or merge is at work in %s. Wait for it, "
            "or choose another folder with --out."),
          c->out);
    clock_sleep(0.1);
  }
}

/* What grading needs at its worst: compilers and programs, for each job. */
static void check_room(const class_settings *c, int jobs) {
  enum { MEGABYTE = 1 << 20, BASE = 8, EACH = 12, FILES = 200 };
  struct statvfs disk;
  if (statvfs(c->out, &disk) != 0)
    fail(_("cannot look at %s: %s"), c->out, strerror(errno));
  unsigned long long room =
      (unsigned long long)disk.f_bavail * disk.f_frsize / MEGABYTE;
  unsigned long long wanted =
      BASE + EACH * (unsigned long long)(jobs > 0 ? jobs : 1);
  if (room < wanted)
    fail(_("%s has room for %llu MB; grading %d at a time wants %llu MB"),
         c->out, room, jobs, wanted);
  if (disk.f_files > 0 && disk.f_favail < FILES)
    fail(_("%s has room for %llu more files only"), c->out,
         (unsigned long long)disk.f_favail);
}

void output_folder_take(const class_settings *c, int jobs) {
  char path[PATH_SIZE];
  make(c, "work");
  lock(c);
  class_path(c, path, "work/tmp");
  folder_remove(path);
  make(c, "work/tmp");
  make(c, "work/cache");
  make(c, "results");
  make(c, "feedback");
  static const char *const written[] = {"", "work", "work/cache", "results",
                                        "feedback"};
  for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
    class_path(c, path, "%s", written[i]);
    file_remove_leftovers(path);
  }
  check_room(c, jobs);
}
