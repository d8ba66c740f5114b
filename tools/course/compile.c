#include "compile.h"

#include "command.h"
#include "text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECONDS = 10, SAID_MAX = 1 << 16 };

static const sandbox_limits limits = {
    .cpu_seconds = 10,
    .memory = (size_t)1 << 30,
    .file_size = 1 << 24,
};

/* The compiler that built the course. COURSE_CHECKS and COURSE_LINK are
 * options that not every compiler has, each with a comma behind it. */
#define TO_ASSEMBLER                                                      \
  "-std=c11", "-O1", "-g", COURSE_CHECKS "-ffp-contract=off", "-fno-pie", \
      "-Wall", "-Wextra", "-Wno-unused-parameter",                        \
      "-fdiagnostics-color=never", "-S"
#define TO_PROGRAM COURSE_LINK "-no-pie"

const char *compile_options(void) {
  static char all[PATH];
  static const char *const words[] = {
      COURSE_COMPILER, COURSE_COMPILER_VERSION, TO_ASSEMBLER, TO_PROGRAM};
  if (!*all)
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
      strncat(all, words[i], sizeof all - strlen(all) - 2);
      strcat(all, " ");
    }
  return all;
}

/* ---- the folder ------------------------------------------------------*/

static bool write_file(const char *path, const char *text, size_t length) {
  FILE *to = fopen(path, "wb");
  if (!to) return false;
  bool good = fwrite(text, 1, length, to) == length;
  return fclose(to) == 0 && good;
}

static bool copy_file(const char *from, const char *to) {
  FILE *source = fopen(from, "rb"), *copy = source ? fopen(to, "wb") : NULL;
  char buffer[1 << 14];
  size_t got = 0;
  bool good = copy != NULL;
  while (good && (got = fread(buffer, 1, sizeof buffer, source)) > 0)
    good = fwrite(buffer, 1, got, copy) == got;
  if (source && ferror(source)) good = false;
  if (source) fclose(source);
  if (copy && fclose(copy) != 0) good = false;
  return good;
}

/* Makes a folder and those above it, from `from` on. */
static void make_folders(char *path, size_t from) {
  for (char *c = path + from; *c; c++)
    if (*c == '/') {
      *c = '\0';
      mkdir(path, 0700);
      *c = '/';
    }
  mkdir(path, 0700);
}

/* The student's file under its usual name, the headers beside it, and the
 * driver: all that the compiler may see. */
static bool fill(const exercise *e, const char *text, const char *scratch) {
  char path[PATH], header[TEXT];
  snprintf(path, sizeof path, "%s/%s", scratch, e->folder);
  make_folders(path, strlen(scratch) + 1);
  snprintf(path, sizeof path, "%s/%s", scratch, e->file);
  if (!write_file(path, text, strlen(text))) return false;
  snprintf(header, sizeof header, "%s", e->file);
  header[strlen(header) - 1] = 'h';
  snprintf(path, sizeof path, "%s/%s", scratch, header);
  if (!copy_file(header, path)) return false;
  snprintf(path, sizeof path, "%s/driver.a", scratch);
  return copy_file(e->driver, path);
}

static bool same_files(const char *scratch, const char *a, const char *b) {
  char first[PATH], second[PATH];
  snprintf(first, sizeof first, "%s/%s", scratch, a);
  snprintf(second, sizeof second, "%s/%s", scratch, b);
  char *one = text_read(first), *other = text_read(second);
  bool same = one && other && strcmp(one, other) == 0;
  free(one);
  free(other);
  return same;
}

/* ---- the compiler ----------------------------------------------------*/

typedef struct {
  const char *scratch;
  char log[PATH];
  sandbox_level level;
} place;

static compile_end end_of(int status) {
  if (status == 0) return COMPILED;
  if (status == COMMAND_TIME_OUT || status == COMMAND_KILLED)
    return COMPILE_GAVE_UP;
  return status == 127 ? COMPILE_FAILED : COMPILE_ERROR;
}

/* Did a part of the compiler end at a limit? It says so in its words. */
static bool ran_out(const char *said) {
  static const char *const words[] = {
      "out of memory",          "memory exhausted",
      "terminated program",     "File size limit",
      "std::bad_alloc",         "cannot allocate memory",
      "Cannot allocate memory", "File too large",
      "failed to write",        "final link failed"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strstr(said, words[i])) return true;
  return false;
}

static compile_end to_assembler(const place *at, const exercise *e,
                                const char *garbage, const char *to,
                                const char *log) {
  const char *const argv[] = {COURSE_COMPILER, TO_ASSEMBLER, "-o", to,
                              garbage,         e->file,      NULL};
  return end_of(
      command_compile(at->level, limits, argv, at->scratch, log, SECONDS));
}

static compile_end to_program(const place *at, const char *from,
                              const char *to) {
  const char *const argv[] = {COURSE_COMPILER, TO_PROGRAM, "-o", to, from,
                              "driver.a",      "-lm",      NULL};
  return end_of(command_compile(at->level, limits, argv, at->scratch,
                                at->log, SECONDS));
}

/* What the compiler said, as far as anybody reads. */
static char *said_in(const char *log) {
  char *text = text_read(log);
  if (text && strlen(text) > SAID_MAX) text[SAID_MAX] = '\0';
  return text ? text : strdup("");
}

compile_end compile(const exercise *e, const char *text,
                    const char *scratch, sandbox_level level,
                    compilation *result) {
  place at = {.scratch = scratch, .level = level};
  snprintf(at.log, sizeof at.log, "%s/log", scratch);
  snprintf(result->program, PATH, "%s/program", scratch);
  snprintf(result->twin, PATH, "%s/twin", scratch);
  result->said = NULL;
  compile_end end = COMPILE_FAILED;
  bool one = true;
  if (fill(e, text, scratch))
    end = to_assembler(&at, e, COURSE_PATTERN, "program.s", at.log);
  if (end == COMPILED) {
    to_assembler(&at, e, COURSE_ZERO, "twin.s", "/dev/null");
    one = same_files(scratch, "program.s", "twin.s");
    end = to_program(&at, "program.s", "program");
  }
  if (end == COMPILED && !one) end = to_program(&at, "twin.s", "twin");
  if (one) memcpy(result->twin, result->program, PATH);
  result->said = said_in(at.log);
  if (end == COMPILE_ERROR && !*result->said) end = COMPILE_FAILED;
  if (end == COMPILE_ERROR && ran_out(result->said)) end = COMPILE_GAVE_UP;
  return end;
}
