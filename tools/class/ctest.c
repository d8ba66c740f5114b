#include "ctest.h"

#include "clock.h"
#include "command.h"
#include "fail.h"
#include "file.h"
#include "language.h"
#include "output_file.h"
#include "student_id.h"
#include "terminal.h"
#include "text.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the plan --------------------------------------------------------*/

static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

/* Is it a student's folder, rather than a file or a link? What is left out
 * is told by remarks_gather. */
static bool is_student(const class_settings *c, const char *name) {
  struct stat found;
  if (*name == '.' || strcmp(name, "__MACOSX") == 0) return false;
  char *path = text_print("%s/%s", c->dir, name);
  bool is = lstat(path, &found) == 0 && S_ISDIR(found.st_mode);
  free(path);
  return is;
}

static void write_test(FILE *tests, const class_settings *c,
                       const char *program, const char *here,
                       const char *id) {
  fprintf(
      tests,
      "add_test([==[of %s]==] [==[%s]==] student [==[%s]==] [==[%s]==])\n"
      "set_tests_properties([==[of %s]==] PROPERTIES TIMEOUT 7200 "
      "WORKING_DIRECTORY [==[%s]==])\n",
      id, program, c->out, id, id, here);
}

void ctest_check_class(const class_settings *c) {
  struct dirent **names;
  int count = scandir(c->dir, &names, NULL, by_name);
  bool any = false, one = false;
  if (count < 0) fail(_("cannot read %s: %s"), c->dir, strerror(errno));
  for (int i = 0; i < count; i++) {
    if (strcmp(names[i]->d_name, "exercises") == 0) one = true;
    if (is_student(c, names[i]->d_name)) any = true;
    free(names[i]);
  }
  free(names);
  if (one)
    fail(
        _("%s has a folder 'exercises' in it, so it is one student's work: call grade with the folder above it"),
        c->dir);
  if (any) return;
  fail(
      _("%s has no folder in it: there should be a folder for each "
        "student.\n"
        "If this is one student's work, call grade with the folder above it.\n"
        "If it is a platform's download of everybody's files, such as "
        "ana_17_perceptron-step.c,\n"
        "sort them by what is before the first '_', which is the student's "
        "name there:\n"
        "  for f in *_*; do mkdir -p \"${f%%%%_*}\" && mv \"$f\" "
        "\"${f%%%%_*}\"; done"),
      c->dir);
}

/* The path of this program, for CTest to start. */
static void own_path(char path[PATH_SIZE]) {
  ssize_t length = readlink("/proc/self/exe", path, PATH_SIZE);
  if (length < 0) fail(_("cannot find myself: %s"), strerror(errno));
  if (length >= PATH_SIZE) fail(_("this program's path is too long"));
  path[length] = '\0';
}

/* What is known of a student from an earlier run is forgotten: until this
 * run has come so far, nothing is known. */
static void forget(const class_settings *c, const char *id) {
  char record[PATH_SIZE];
  class_path(c, record, "results/%s.json", id);
  unlink(record);
}

size_t ctest_plan(const class_settings *c, ctest_options o, size_t *all) {
  char program[PATH_SIZE], here[PATH_SIZE], id[ID_SIZE];
  struct dirent **names;
  int count = scandir(c->dir, &names, NULL, by_name);
  if (count < 0) fail(_("cannot read %s: %s"), c->dir, strerror(errno));
  own_path(program);
  if (!getcwd(here, sizeof here))
    fail(_("cannot find myself: %s"), strerror(errno));

  file_writing tests, students;
  output_file_begin(&tests, c, "work/CTestTestfile.cmake");
  output_file_begin(&students, c, "work/students");
  size_t planned = 0;
  *all = 0;
  for (int i = 0; i < count; i++) {
    if (is_student(c, names[i]->d_name) &&
        (*all)++ % o.shard_count == o.shard) {
      student_id_of(names[i]->d_name, id);
      forget(c, id);
      fprintf(students.to, "%s\n", id);
      write_test(tests.to, c, program, here, id);
      planned++;
    }
    free(names[i]);
  }
  free(names);
  output_file_end(&students);
  output_file_end(&tests);
  return planned;
}

/* ---- CTest -----------------------------------------------------------*/

/* How far it is: "  3/200 student-003", with a bar on a terminal. `began`
 * is when the first was done. */
static void show_progress(int done, int all, const char *name,
                          double began) {
  if (!isatty(STDERR_FILENO)) {
    fprintf(stderr, "%d/%d %s\n", done, all, name);
    return;
  }
  enum { WIDTH = 40 };
  fputs("\r\033[K  ", stderr);
  for (int i = 0; i < WIDTH; i++)
    fputs(i < done * WIDTH / all ? terminal_symbol("━", "#")
                                 : terminal_symbol("─", "."),
          stderr);
  fprintf(stderr, "  %d/%d", done, all);
  if (done > 2 && done < all) {
    int left = (int)((clock_seconds() - began) / (done - 1) * (all - done));
    fprintf(stderr, _(", %d:%02d to go"), left / 60, left % 60);
  }
  if (done == all) fputc('\n', stderr);
}

/* What CTest says of tests that pass becomes progress; the rest, which
 * tells of tests that do not, is passed on. */
static void follow(FILE *ctest) {
  char line[4096], name[ID_SIZE], how[16];
  _Static_assert(ID_SIZE == 200, "the format below reads 199 characters");
  double began = 0;
  int done, all;
  while (fgets(line, sizeof line, ctest)) {
    if (sscanf(line, "%d/%d Test #%*d: of %199s %*[.] %15s", &done, &all,
               name, how) < 3) {
      bool chatter = strstr(line, "  Start ") ||
                     strstr(line, "directory:") ||
                     strncmp(line, "Test project", 12) == 0 ||
                     strstr(line, "tests passed") || *line == '\n' ||
                     strncmp(line, "Total Test time", 15) == 0;
      if (!chatter) fputs(line, stderr);
      continue;
    }
    if (strstr(line, "***")) fprintf(stderr, "\n%s", line);
    if (began <= 0) began = clock_seconds();
    show_progress(done, all, name, began);
  }
}

int ctest_run(const class_settings *c, ctest_options o) {
  char work[PATH_SIZE], jobs[16];
  command_pipe ctest;
  class_path(c, work, "work");
  text_fill(jobs, sizeof jobs, "%d", o.jobs);
  const char *const argv[] = {"ctest", "--test-dir",          work, "-j",
                              jobs,    "--output-on-failure", NULL};
  if (!command_open(&ctest, argv, false))
    fail(_("cannot start ctest: %s"), strerror(errno));
  /* Ctrl-C is for CTest and the students' tests: they end, we tell. */
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  sigaction(SIGINT, &ignore, &before);
  follow(ctest.output);
  int status = command_close(&ctest);
  sigaction(SIGINT, &before, NULL);
  if (status == COMMAND_MISSING)
    fprintf(stderr, _("course: ctest could not be started.\n"));
  return status;
}
