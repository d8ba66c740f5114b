#include "self_test.h"

#include "language.h"

#include <stdio.h>
#include <stdlib.h>

static const exercise known = {
    .slug = "self-test/twice",
    .place = "tools/self_test/twice.c",
    .folder = "tools/self_test",
    .file = "tools/self_test/twice.c",
    .header = "tools/self_test/twice.h",
    .driver = COURSE_SELF_TEST_DRIVER,
    .title = N_("A known answer"),
    .points = 1,
};

void self_test_pass(const class_settings *c) {
  verdict v = verdict_of(&known, known.file, c->how);
  if (verdict_full(&v)) {
    verdict_free(&v);
    return;
  }
  fprintf(stderr,
          _("course: nothing was graded, since this machine cannot grade. "
            "An answer that is known to be right (%s) got %d of %d points "
            "here (%s):\n"),
          known.file, v.earned, v.points, verdict_status_name(v.status));
  if (*v.trouble) fprintf(stderr, "%s\n", v.trouble);
  if (*v.compiler) fprintf(stderr, "%s\n", v.compiler);
  for (size_t i = 0; i < v.part_count; i++)
    for (size_t j = 0; j < v.parts[i].line_count; j++)
      fprintf(stderr, "%s\n", v.parts[i].lines[j]);
  fprintf(stderr,
          _("Is the folder for it, %s, on a disk that has room and that "
            "programs may be started from? Is the compiler whole?\n"),
          getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
  exit(1);
}
