#include "verdict.h"

#include "skeleton.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

/* The compiler that built the course. */
static const char compiler[] = COURSE_COMPILER;

enum { COMPILE_SECONDS = 20, GRADE_SECONDS = 60 };

/* Copies a text into an array, cut off where that ends. */
#define SET(to, from) snprintf(to, sizeof(to), "%s", from)

/* ---- running a program ------------------------------------------------*/

/* Runs argv with its output in the file `to`; the exit status, or -1. */
static int run(const char *const argv[], const char *to,
               unsigned cpu_seconds) {
  fflush(NULL);
  pid_t pid = fork();
  if (pid == 0) {
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int nothing = open("/dev/null", O_RDONLY);
    if (out < 0 || nothing < 0) _exit(127);
    dup2(nothing, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    struct rlimit cpu = {cpu_seconds, cpu_seconds};
    setrlimit(RLIMIT_CPU, &cpu);
    execvp(argv[0], (char *const *)(size_t)argv);
    _exit(127);
  }
  int status;
  while (pid > 0 && waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return pid > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int compile(const exercise *e, const char *file, const char *program,
                   const char *log) {
  char include[TEXT + 8];
  snprintf(include, sizeof include, "-I%.500s", e->folder);
  const char *const argv[] = {compiler,
                              "-std=c11",
                              "-O1",
                              "-g",
                              "-ffp-contract=off",
                              "-no-pie",
                              "-fno-pie",
                              "-Wall",
                              "-Wextra",
                              "-Wno-unused-parameter",
                              "-fdiagnostics-color=never",
                              COURSE_CHECKS /* with its own commas */
                                  include,
                              "-x",
                              "c",
                              file,
                              "-x",
                              "none",
                              "-o",
                              program,
                              e->driver,

                              "-lm",
                              NULL};
  return run(argv, log, COMPILE_SECONDS);
}

/* ---- the grader's report --------------------------------------------*/

/* The next column of a line, or "". */
static const char *column(char **line) {
  char *start = *line;
  *line += strcspn(*line, "\t");
  if (**line) *(*line)++ = '\0';
  return start;
}

static void read_record(verdict *v, char *line) {
  const char *kind = column(&line);
  part *now = v->part_count ? &v->parts[v->part_count - 1] : NULL;
  if (strcmp(kind, "part") == 0 && v->part_count < VERDICT_PARTS) {
    now = &v->parts[v->part_count++];
    *now = (part){.state = PART_FAILED};
    SET(now->id, column(&line));
    now->points = atoi(column(&line));
    SET(now->title, column(&line));
    v->points += now->points;
  } else if (!now) {
    return;
  } else if (strcmp(kind, "pass") == 0) {
    now->state = PART_PASSED;
    v->earned += now->points;
  } else if (strcmp(kind, "skip") == 0) {
    now->state = PART_SKIPPED;
  } else if (strcmp(kind, "misconception") == 0) {
    SET(now->misconception, column(&line));
    SET(now->reread, column(&line));
  } else if (strcmp(kind, "event") == 0) {
    SET(now->event, column(&line));
  } else if (strcmp(kind, "at") == 0) {
    SET(now->address, column(&line));
  } else if (strcmp(kind, "say") == 0 && now->line_count < VERDICT_LINES) {
    now->lines[now->line_count++] = strdup(line);
  } else if (strcmp(kind, "end") == 0) {
    v->status = GRADED;
  }
}

static void read_report(verdict *v, char *report) {
  while (*report) {
    char *line = report;
    report += strcspn(report, "\n");
    if (*report) *report++ = '\0';
    read_record(v, line);
  }
}

/* ---- a verdict ------------------------------------------------------*/

static bool disk_is_full(const char *folder) {
  struct statvfs disk;
  return statvfs(folder, &disk) == 0 && disk.f_bavail == 0;
}

static void not_graded(verdict *v, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void not_graded(verdict *v, const char *format, ...) {
  char text[4096];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  v->status = NOT_GRADED;
  free(v->trouble);
  v->trouble = strdup(text);
}

/* The line in a place such as "/a/step.c:12" if it is one of this file,
 * else 0. */
static long line_in(const char *place, const char *file) {
  size_t path = strcspn(place, "\n"), name = strlen(file);
  const char *colon = place + path;
  while (colon > place && *colon != ':') colon--;
  path = (size_t)(colon - place);
  bool ours = path >= name && strncmp(colon - name, file, name) == 0;
  return ours ? strtol(colon + 1, NULL, 10) : 0;
}

/* Adds the line of the student's file in which a crash happened, if the
 * system's addr2line can tell. An instruction that belongs to no line is
 * put to the one before it. */
static void find_line(part *p, const char *file, const char *program,
                      const char *log) {
  enum { BACK = 48 };
  char addresses[BACK][32];
  const char *argv[BACK + 4] = {"addr2line", "-e", program};
  unsigned long long address = strtoull(p->address, NULL, 16);
  for (unsigned i = 0; i < BACK; i++) {
    snprintf(addresses[i], sizeof addresses[i], "%#llx", address - i);
    argv[3 + i] = addresses[i];
  }
  if (!*p->address || p->line_count == VERDICT_LINES ||
      run(argv, log, COMPILE_SECONDS) != 0)
    return;

  const char *name = strrchr(file, '/');
  name = name ? name + 1 : file;
  char *places = text_read(log), *place = places;
  long line = 0;
  while (place && *place && !line) {
    line = line_in(place, name);
    place += strcspn(place, "\n");
    place += *place == '\n';
  }
  if (line > 0) {
    char text[TEXT];
    snprintf(text, sizeof text, "It happened in line %ld of %.200s.", line,
             name);
    p->lines[p->line_count++] = strdup(text);
  }
  free(places);
}

static void grade(const exercise *e, const char *file, const char *scratch,
                  unsigned long long seed, verdict *v) {
  char program[256], log[256], number[32];
  snprintf(program, sizeof program, "%s/program", scratch);
  snprintf(log, sizeof log, "%s/log", scratch);
  int status = compile(e, file, program, log);
  free(v->compiler);
  v->compiler = text_read(log);
  if (!v->compiler) v->compiler = strdup("");
  if (status != 0) {
    if (disk_is_full(scratch))
      not_graded(v, "There is no room left on the disk of %s.", scratch);
    else if (status < 0 || status == 127 || !*v->compiler)
      not_graded(v, "The compiler, %s, could not do its work.", compiler);
    else
      v->status = NO_COMPILE;
    return;
  }
  snprintf(number, sizeof number, "%llu", seed);
  const char *const argv[] = {e->grader, program, "--seed", number, NULL};
  status = run(argv, log, GRADE_SECONDS);
  char *report = text_read(log);
  if (status != 0 || !report)
    not_graded(v, "%s ended with status %d. %s", e->grader, status,
               report ? report : "");
  else
    read_report(v, report);
  free(report);
  for (size_t i = 0; i < v->part_count; i++)
    find_line(&v->parts[i], file, program, log);
}

static void remove_scratch(const char *scratch) {
  static const char *const names[] = {"program", "log"};
  char path[256];
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    snprintf(path, sizeof path, "%s/%s", scratch, names[i]);
    unlink(path);
  }
  rmdir(scratch);
}

verdict verdict_of(const exercise *e, const char *file,
                   unsigned long long seed) {
  verdict v = {.status = NOT_GRADED, .points = e->points, .seed = seed};
  v.compiler = strdup("");
  v.trouble = strdup("The grader's report has no end.");
  SET(v.file, file);
  if (access(file, R_OK) != 0) {
    v.status = NO_FILE;
    return v;
  }
  v.untouched = skeleton_untouched(e, file);

  const char *temporary = getenv("TMPDIR");
  char scratch[200];
  snprintf(scratch, sizeof scratch, "%.150s/course-XXXXXX",
           temporary && *temporary ? temporary : "/tmp");
  if (!mkdtemp(scratch)) {
    not_graded(&v, "No folder can be made as %s: %s.", scratch,
               strerror(errno));
    return v;
  }
  v.points = 0;
  grade(e, file, scratch, seed, &v);
  if (v.status != GRADED) v.points = e->points;
  remove_scratch(scratch);
  return v;
}

void verdict_free(verdict *v) {
  for (size_t i = 0; i < v->part_count; i++)
    for (size_t j = 0; j < v->parts[i].line_count; j++)
      free(v->parts[i].lines[j]);
  free(v->compiler);
  free(v->trouble);
  *v = (verdict){0};
}

bool verdict_full(const verdict *v) {
  return v->status == GRADED && v->earned == v->points;
}
