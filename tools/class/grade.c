#include "grade.h"

#include "ctest.h"
#include "dates.h"
#include "fail.h"
#include "interrupt.h"
#include "json_value.h"
#include "language.h"
#include "options.h"
#include "prepare.h"
#include "remarks.h"
#include "student_id.h"
#include "student_record.h"
#include "text.h"
#include "writer.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* "2/5" is the second of five. */
static void read_shard(const char *text, ctest_options *o) {
  size_t shard, count;
  char more;
  if (sscanf(text, "%zu/%zu%c", &shard, &count, &more) != 2 || shard < 1 ||
      shard > count || count > PARTS_MAX)
    fail(_("--shard is '%s'; it looks like 2/5"), text);
  o->shard = shard - 1;
  o->shard_count = count;
}

static int number_of_jobs(const char *jobs) {
  enum { JOBS_MAX = 1024 };
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  unsigned long long number = cores > 0 ? (unsigned long long)cores : 1;
  if (jobs) number = options_number("--jobs", jobs);
  if (number < 1 || number > JOBS_MAX)
    fail(_("--jobs is from 1 to %d"), JOBS_MAX);
  return (int)number;
}

int grade_class(class_settings *c, const arguments *a) {
  ctest_options how = {.shard_count = 1};
  if (a->count != 1)
    fail(_("grade wants one folder, which has a folder for each student"));
  how.jobs = number_of_jobs(a->jobs);
  if (a->shard) read_shard(a->shard, &how);
  arguments_real_path(a->words[0], c->dir, sizeof c->dir);
  ctest_check_class(c);
  dates *d = prepare(c, a, how.jobs, A_CLASS);
  c->part = how.shard;
  c->parts = how.shard_count;
  size_t students = ctest_plan(c, how, &c->students);
  class_save(c);
  remarks_gather(c, d);
  dates_free(d);
  fprintf(stderr, _("Grading %zu students, %d at a time.\n"), students,
          how.jobs);
  int status = ctest_run(c, how);
  bool complete = writers_run(c);
  if (status > 128) return status; /* Ctrl-C */
  return complete && status == 0 ? 0 : 1;
}

int grade_student(class_settings *c, const char *out, const char *id) {
  char tmp[PATH_SIZE];
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
  interrupt_catch();
  class_load(c, out);
  if (!key_read(&c->key, c->key_file))
    fail(_("the key %s is gone"), c->key_file);
  dates *d = dates_load(c);
  class_path(c, tmp, "work/tmp");
  setenv("TMPDIR", tmp, 1);
  char *name = student_id_name(c, id);
  if (!name) fail(_("the folder of '%s' is gone"), id);
  char *folder = text_print("%s/%s", c->dir, name);
  json_t *record = student_record_make(c, d, id, name, folder);
  free(folder);
  free(name);
  dates_free(d);
  if (!record) return 130;
  bool good = student_record_save(c, record);
  bool trouble = strcmp(text_in(record, "status"), "trouble") == 0;
  if (trouble) json_dumpf(record, stdout, JSON_INDENT(1));
  json_decref(record);
  return good && !trouble ? 0 : 1;
}
