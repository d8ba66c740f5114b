/* Grades a class: grade, merge, and what they call. ./course starts this
 * program in the course's top folder. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "class.h"
#include "compile.h"
#include "ctest.h"
#include "dates.h"
#include "digest.h"
#include "fail.h"
#include "folder.h"
#include "interrupt.h"
#include "output_folder.h"
#include "remarks.h"
#include "self_test.h"
#include "terminal.h"
#include "utf8.h"
#include "writer.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static class_settings class;
enum { PARTS_MAX = 1024 };
static bool one_student; /* whose folder may be read by that student */

/* ---- options ---------------------------------------------------------*/

typedef struct {
  const char *dirs[64];
  size_t dir_count;
  const char *out, *due, *submitted, *only, *key, *sandbox, *shard, *jobs,
      *budget;
  bool require_sandbox;
} options;

static options read_options(int argc, char **argv) {
  options o = {0};
  const struct {
    const char *name, **value;
  } values[] = {{"--out", &o.out},      {"--only", &o.only},
                {"--due", &o.due},      {"--submitted", &o.submitted},
                {"--key", &o.key},      {"--sandbox", &o.sandbox},
                {"--shard", &o.shard},  {"--jobs", &o.jobs},
                {"--budget", &o.budget}};
  for (int i = 0; i < argc; i++) {
    const char **to = NULL;
    for (size_t k = 0; k < sizeof values / sizeof *values; k++)
      if (strcmp(argv[i], values[k].name) == 0) to = values[k].value;
    if (to && i + 1 == argc) fail("%s wants a value", argv[i]);
    if (to)
      *to = argv[++i];
    else if (strcmp(argv[i], "--require-sandbox") == 0)
      o.require_sandbox = true;
    else if (strncmp(argv[i], "--", 2) == 0)
      fail("there is no option %s; see ./course help", argv[i]);
    else if (o.dir_count < sizeof o.dirs / sizeof *o.dirs)
      o.dirs[o.dir_count++] = argv[i];
  }
  return o;
}

/* A path as the caller meant it, who may have been in another folder. */
static void whole_path(const char *path, char *whole) {
  const char *from = getenv("COURSE_CALLED_FROM");
  if (*path == '/' || !from)
    snprintf(whole, PATH_SIZE, "%s", path);
  else
    snprintf(whole, PATH_SIZE, "%s/%s", from, path);
  size_t length = strlen(whole);
  while (length > 1 && whole[length - 1] == '/') whole[--length] = '\0';
}

/* Of a file or folder that must be there. */
static void real_path(const char *path, char *whole) {
  char asked[PATH_SIZE];
  whole_path(path, asked);
  char *found = realpath(asked, NULL);
  if (!found) fail("cannot read %s: %s", asked, strerror(errno));
  snprintf(whole, PATH_SIZE, "%s", found);
  free(found);
}

static unsigned long long number_of(const char *name, const char *text) {
  char *end;
  unsigned long long number = strtoull(text, &end, 10);
  if (*end || !*text || *text == '-')
    fail("%s is '%s', no whole number from 0 on", name, text);
  return number;
}

/* "2/5" is the second of five. */
static void read_shard(const char *text, ctest_options *o) {
  size_t shard, count;
  char more;
  if (sscanf(text, "%zu/%zu%c", &shard, &count, &more) != 2 || shard < 1 ||
      shard > count || count > PARTS_MAX)
    fail("--shard is '%s'; it looks like 2/5", text);
  o->shard = shard - 1;
  o->shard_count = count;
}

/* What nobody may see who hands something in must not lie where every
 * compiler looks. */
static void check_places(void) {
  const char *secrets[SECRETS_MAX + 4];
  size_t count = exercises_secrets(&class.all, secrets);
  secrets[count++] = class.dir;
  secrets[count++] = class.out;
  secrets[count++] = class.due;
  secrets[count++] = class.submitted;
  for (size_t i = 0; i < count; i++)
    if (*secrets[i] && sandbox_shows(secrets[i], COURSE_COMPILER))
      fail(
          "'%s' lies in a folder that every compiler can read, and with it "
          "all that is handed in. Move it, to your home for instance",
          secrets[i]);
}

static void choose_sandbox(const options *o) {
  sandbox_level most = SANDBOX_BUBBLEWRAP;
  if (o->sandbox && !sandbox_find(o->sandbox, &most))
    fail("there is no sandbox '%s'", o->sandbox);
  const char *secrets[SECRETS_MAX + 2];
  size_t count = exercises_secrets(&class.all, secrets);
  secrets[count++] = class.out;
  if (!one_student) secrets[count++] = class.dir;
  secrets[count] = NULL;
  class.how.sandbox = sandbox_best(most, secrets);
  if (class.how.sandbox == SANDBOX_SECCOMP)
    umask(S_IRWXG | S_IRWXO); /* OUT is not for every user either */
  const char *name = sandbox_name(class.how.sandbox);
  const char *why = sandbox_explanation(class.how.sandbox);
  if (o->require_sandbox && class.how.sandbox != SANDBOX_BUBBLEWRAP) {
    fprintf(stderr,
            "course: --require-sandbox, but bubblewrap does not run here. "
            "The best there is would be '%s'.\n%s\n",
            name, why);
    exit(3);
  }
  if (class.how.sandbox != SANDBOX_BUBBLEWRAP)
    fprintf(stderr, "Sandbox: %s. %s %s\n", name, why, sandbox_reason());
  /* Nobody grades without isolation who has not said so. */
  if (class.how.sandbox == SANDBOX_LIMITS && most != SANDBOX_LIMITS &&
      !one_student) {
    fprintf(stderr, "course: nothing was graded. If you trust all that was "
                    "handed in, say --sandbox limits.\n");
    exit(3);
  }
}

/* ---- preparing -------------------------------------------------------*/

/* The class's key: the file that is named, or the course's own, which the
 * first run makes. */
static void choose_key(const options *o) {
  static const char own[] = "class.key"; /* in the course's folder */
  if (o->key)
    real_path(o->key, class.key_file);
  else
    snprintf(class.key_file, sizeof class.key_file, "%s", own);
  if (sandbox_shows(class.key_file, COURSE_COMPILER))
    fail("the key %s lies in a folder that every compiler can read",
         class.key_file);
  if (key_read(&class.key, class.key_file)) return;
  if (o->shard)
    fail("--shard wants the same key on all machines, and there is none "
         "here. The first ./course grade makes one, %s in the course's "
         "folder: copy it, or name it with --key",
         own);
  key_create(&class.key, class.key_file);
  fprintf(
      stderr,
      "The key of your classes is new: %s in the course's folder. Keep "
      "it to yourself, and keep it: with it the same work gets the same "
      "mark again.\n",
      own);
}

static void digest_base(void) {
  char name[KEY_NAME_SIZE];
  digest *d = digest_begin();
  key_name(&class.key, name);
  snprintf(class.key_id, sizeof class.key_id, "%s", name);
  digest_text(d, compile_options());
  digest_text(d, sandbox_name(class.how.sandbox));
  digest_text(d, name);
  if (!digest_file(d, COURSE_GRADERS)) fail("cannot read the graders");
  digest_end(d, class.base);
}

/* Each choice of exercises has an OUT of its own: the marks of one chapter
 * do not replace those of another. */
static void choose_out(const options *o) {
  char path[PATH_SIZE];
  size_t length = strlen(class.dir);
  if (o->out)
    whole_path(o->out, class.out);
  else
    snprintf(class.out, sizeof class.out, "%.1400s-graded%s%s", class.dir,
             *class.only ? "-" : "", class.only);
  for (char *c = class.out + length; !o->out && *c; c++)
    if (*c == '/') *c = '-';
  if (strncmp(class.out, class.dir, length) == 0 &&
      class.out[length] == '/')
    fail("--out is inside the class's folder, where it would be taken for "
         "a student");

  class_path(&class, path, "work/class.json");
  json_t *before = json_load_file(path, 0, NULL);
  const char *only = text_in(before, "only");
  if (before && strcmp(only, class.only) != 0)
    fail("%s has the marks of %s; those of %s would replace them. Choose "
         "another folder with --out",
         class.out, *only ? only : "all exercises",
         *class.only ? class.only : "all exercises");
  json_decref(before);
}

/* Everything that may be refused is, before anything is done. One who does
 * not keep the key, and names none, gets one for this run. */
static void prepare(const options *o, int jobs, bool keeps_key) {
  char tmp[PATH_SIZE];
  real_path(o->dirs[0], class.dir);
  if (o->due) real_path(o->due, class.due);
  if (o->submitted) real_path(o->submitted, class.submitted);
  if (o->only) snprintf(class.only, sizeof class.only, "%s", o->only);
  class_load_exercises(&class);
  choose_out(o);
  choose_sandbox(o);
  if (o->budget)
    class.budget = (double)number_of("--budget", o->budget);
  else
    class.budget = 300;
  check_places();
  dates_load(&class);
  if (o->key || keeps_key)
    choose_key(o);
  else
    key_make_up(&class.key);
  digest_base();
  output_folder_take(&class, jobs);
  class_path(&class, tmp, "work/tmp");
  setenv("TMPDIR", tmp, 1);
  self_test_pass(&class);
  class_save(&class);
}

/* ---- writing ---------------------------------------------------------*/

static const writer *const writers[] = {&gradebook_writer, &junit_writer,
                                        &feedback_writer,
                                        &class_report_writer};
enum { WRITERS = sizeof writers / sizeof *writers };

static size_t missing;   /* students without a record */
static size_t troubled;  /* with one that our own tools made worthless */
static size_t missing;   /* students without a record */
static size_t questions; /* about what students have handed in */

/* Tells the first questions; all are in the report. */
static void ask(const json_t *record) {
  enum { TOLD = 10 };
  size_t i;
  const json_t *question;
  json_array_foreach(json_object_get(record, "questions"), i, question) {
    if (questions++ == 0) fputs("Please look at these:\n", stderr);
    char *name = utf8_safe(text_in(record, "student"), true);
    if (questions <= TOLD)
      fprintf(stderr, "  %s: %s\n", name, json_string_value(question));
    free(name);
  }
}

static void write_one(const char *id, void *context) {
  (void)context;
  json_t *record = student_record_load(&class, id);
  if (!record) {
    missing++;
    record = student_record_of_nothing(&class, id);
  }
  if (strcmp(text_in(record, "status"), "trouble") == 0) troubled++;
  ask(record);
  for (size_t i = 0; i < WRITERS; i++) writers[i]->add(&class, record);
  json_decref(record);
}

static void write_all(void) {
  for (size_t i = 0; i < WRITERS; i++) writers[i]->begin(&class);
  class_each(&class, write_one, NULL);
  for (size_t i = 0; i < WRITERS; i++) writers[i]->end(&class);
  if (questions)
    fprintf(stderr, "%zu question%s in all, at the top of report.html.\n",
            questions, questions == 1 ? "" : "s");
  printf("%s/gradebook.csv\n%s/report.html\n", class.out, class.out);
  if (missing)
    printf("%zu students are not graded yet: the same command goes on.\n",
           missing);
  if (troubled)
    printf(
        "%zu students could not be graded in full, and have no mark "
        "where this machine was at fault (\"trouble\"): the same command "
        "tries it again.\n",
        troubled);
}

/* ---- commands --------------------------------------------------------*/

static int grade(int argc, char **argv) {
  options o = read_options(argc, argv);
  ctest_options how = {.shard_count = 1};
  if (o.dir_count != 1)
    fail("grade wants one folder, which has a folder for each student");
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  how.jobs = (int)(o.jobs ? number_of("--jobs", o.jobs)
                          : (unsigned long long)(cores > 0 ? cores : 1));
  if (how.jobs < 1 || how.jobs > 1024) fail("--jobs is from 1 to 1024");
  if (o.shard) read_shard(o.shard, &how);
  real_path(o.dirs[0], class.dir);
  ctest_check_class(&class);
  prepare(&o, how.jobs, true);
  class.part = how.shard;
  class.parts = how.shard_count;
  size_t students = ctest_plan(&class, how, &class.students);
  class_save(&class);
  remarks_gather(&class);
  fprintf(stderr, "Grading %zu students, %d at a time.\n", students,
          how.jobs);
  int status = ctest_run(&class, how);
  write_all();
  if (status > 128) return status; /* Ctrl-C */
  return missing || troubled || status ? 1 : 0;
}

/* One student, as a test of CTest's. */
static int student(int argc, char **argv) {
  char folder[2 * PATH_SIZE], name[NAME_SIZE], tmp[PATH_SIZE];
  if (argc != 2) return 2;
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
  interrupt_catch();
  class_load(&class, argv[0]);
  if (!key_read(&class.key, class.key_file))
    fail("the key %s is gone", class.key_file);
  dates_load(&class);
  class_path(&class, tmp, "work/tmp");
  setenv("TMPDIR", tmp, 1);
  if (!class_name_of(&class, argv[1], name))
    fail("the folder of '%s' is gone", argv[1]);
  snprintf(folder, sizeof folder, "%s/%s", class.dir, name);
  json_t *record = student_record_make(&class, argv[1], name, folder);
  if (!record) return 130;
  bool good = student_record_save(&class, record);
  bool trouble = strcmp(text_in(record, "status"), "trouble") == 0;
  if (trouble) json_dumpf(record, stdout, JSON_INDENT(1));
  json_decref(record);
  return good && !trouble ? 0 : 1;
}

static void is_it(const char *id, void *context) {
  const char **wanted = context;
  if (*wanted && strcmp(id, *wanted) == 0) *wanted = NULL;
}

/* A student's record of another OUT is copied into this one. */
static void take_over(const char *id, void *context) {
  class_settings *from = context;
  const char *wanted = id;
  char path[PATH_SIZE];
  class_each(&class, is_it, &wanted);
  if (!wanted) fail("'%s' is in two of the folders to merge", id);
  class_path(&class, path, "work/students");
  FILE *list = fopen(path, "a");
  if (!list || fprintf(list, "%s\n", id) < 0 || fclose(list) != 0)
    fail("cannot write %s: %s", path, strerror(errno));
  json_t *record = student_record_load(from, id);
  if (!record) return;
  json_object_set_new(record, "base", json_string(class.base));
  if (!student_record_save(&class, record)) exit(2);
  json_decref(record);
}

/* Only what was asked in the same way can stand in one gradebook. */
static void compare_settings(const char *first, const char *other,
                             const class_settings *from) {
  if (strcmp(from->key_id, class.key_id) != 0)
    fail("%s and %s were graded with different keys: their marks cannot be "
         "compared",
         first, other);
  if (strcmp(from->only, class.only) != 0)
    fail("%s has the marks of '%s', %s those of '%s'", first,
         *class.only ? class.only : "all", other,
         *from->only ? from->only : "all");
}

/* All parts of a class, and each once: a student in a part that is missing
 * would be in no gradebook. */
typedef struct {
  const char *name; /* of the first */
  size_t parts, students;
  bool seen[PARTS_MAX];
} parts_seen;

static void see_part(parts_seen *seen, const char *name,
                     const class_settings *from) {
  if (!seen->name)
    *seen = (parts_seen){
        .name = name, .parts = from->parts, .students = from->students};
  if (seen->parts == 1 && from->parts == 1) return; /* two classes */
  if (from->parts != seen->parts || from->students != seen->students)
    fail("%s is a part of %zu of a class of %zu, %s one of %zu of a class "
         "of %zu: they are not of one class",
         seen->name, seen->parts, seen->students, name, from->parts,
         from->students);
  if (seen->seen[from->part])
    fail("%s has the part %zu/%zu, which is there already", name,
         from->part + 1, from->parts);
  seen->seen[from->part] = true;
}

static void find_missing_part(const parts_seen *seen) {
  for (size_t i = 0; seen->parts > 1 && i < seen->parts; i++)
    if (!seen->seen[i])
      fail("the part %zu/%zu is missing: the students in it would be in no "
           "gradebook",
           i + 1, seen->parts);
}

static void begin_merged(const class_settings *from, const char *out) {
  char path[PATH_SIZE];
  class = *from;
  class.part = 0;
  class.parts = 1;
  snprintf(class.out, sizeof class.out, "%s", out);
  output_folder_take(&class, 1);
  class_path(&class, path, "work/students");
  FILE *list = fopen(path, "w");
  if (!list || fclose(list) != 0)
    fail("cannot write %s: %s", path, strerror(errno));
}

static int merge(int argc, char **argv) {
  static class_settings from;
  static parts_seen parts;
  options o = read_options(argc, argv);
  char out[PATH_SIZE], dir[PATH_SIZE];
  if (!o.out || !o.dir_count)
    fail("merge wants the folders to merge, and --out for the new one");
  whole_path(o.out, out);
  char *there = realpath(out, NULL);
  for (size_t i = 0; i < o.dir_count; i++) {
    real_path(o.dirs[i], dir);
    if (there && strcmp(there, dir) == 0)
      fail("--out is one of the folders to merge");
  }
  free(there);
  for (size_t i = 0; i < o.dir_count; i++) {
    real_path(o.dirs[i], dir);
    class_load(&from, dir);
    see_part(&parts, o.dirs[i], &from);
  }
  find_missing_part(&parts);
  for (size_t i = 0; i < o.dir_count; i++) {
    real_path(o.dirs[i], dir);
    class_load(&from, dir);
    if (i == 0) begin_merged(&from, out);
    compare_settings(o.dirs[0], o.dirs[i], &from);
    if (from.how.sandbox < class.how.sandbox)
      class.how.sandbox = from.how.sandbox; /* the weakest is told */
    class_each(&from, take_over, &from);
    remarks_add(&class, &from);
  }
  class_save(&class);
  write_all();
  return missing || troubled ? 1 : 0;
}

/* Where serve() works: removed whatever ends the program. */
static char scratch[] = "/tmp/course-XXXXXX";

static void remove_scratch(void) {
  folder_remove(scratch);
}

/* One folder, and its record in the words of a service to a file. In less
 * than the least sandbox, or where our own tools failed, there is no file:
 * a service takes any for a mark. */
static int serve(int argc, char **argv, sandbox_level least,
                 json_t *(*words)(const json_t *record)) {
  options o = read_options(argc, argv);
  char to[PATH_SIZE];
  if (o.dir_count != 1 || !o.out)
    fail("this wants a student's folder, and --out for the file");
  whole_path(o.out, to);
  remove(to);
  if (!mkdtemp(scratch))
    fail("cannot make %s: %s", scratch, strerror(errno));
  atexit(remove_scratch);
  o.out = scratch;
  one_student = true;
  prepare(&o, 1, false);
  if (class.how.sandbox < least)
    fail("nothing was graded, since this machine cannot isolate what is "
         "handed in: anybody could write their own mark. It takes the "
         "sandbox '%s', and there is '%s'. %s",
         sandbox_name(least), sandbox_name(class.how.sandbox),
         sandbox_reason());
  interrupt_catch();
  json_t *record =
      student_record_make(&class, "submission", "submission", class.dir);
  bool trouble = strcmp(text_in(record, "status"), "trouble") == 0;
  if (trouble) {
    fprintf(stderr, "course: no mark, since this machine was at fault:\n");
    json_dumpf(record, stderr, JSON_INDENT(1));
  }
  json_t *results = record && !trouble ? words(record) : NULL;
  bool good = results && class_write_json(to, results);
  json_decref(results);
  json_decref(record);
  return good ? 0 : 1;
}

int main(int argc, char **argv) {
  const char *command = argc > 1 ? argv[1] : "";
  terminal_begin();
  argc -= 2;
  argv += 2;
  if (strcmp(command, "grade") == 0) return grade(argc, argv);
  if (strcmp(command, "student") == 0) return student(argc, argv);
  if (strcmp(command, "key") == 0) {
    options o = read_options(argc, argv);
    choose_key(&o); /* so that there is one, to be packed */
    return 0;
  }
  if (strcmp(command, "merge") == 0) return merge(argc, argv);
  if (strcmp(command, "gradescope") == 0)
    return serve(argc, argv, SANDBOX_SECCOMP, gradescope_results);
  if (strcmp(command, "classroom") == 0)
    return serve(argc, argv, SANDBOX_LIMITS, classroom_results);
  fail("unknown command '%s'", command);
}
