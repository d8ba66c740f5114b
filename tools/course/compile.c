#include "compile.h"

#include "command.h"
#include "folder.h"
#include "text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECONDS = 20, SAID_MAX = 1 << 16 };

static const sandbox_limits limits = {
    .cpu_seconds = 10,
    .memory = (size_t)1 << 30,
    .file_size = 1 << 24,
};

/* What the compiler does, in its sandbox: $1 is the student's file. Two
 * programs are made, with other garbage in variables that were never set;
 * where that makes no difference to the code, one. gcc writes down what is
 * left of the garbage when it has optimised (.DEFERRED_INIT); where that is
 * nothing, the second need not even be tried. COURSE_CHECKS, COURSE_DUMP
 * and COURSE_LINK are options that not every compiler has. */
/* Complex numbers give slopes without deriving them. */
#define NO_COMPLEX                                                  \
  "-D_Complex=no_complex_numbers -D__complex__=no_complex_numbers " \
  "-D__complex=no_complex_numbers "
#define TO_ASSEMBLER                          \
  COURSE_COMPILER                             \
  " -std=c11 -O1 -g " COURSE_CHECKS           \
  " -ffp-contract=off -fno-pie -Wall -Wextra" \
  " -Wno-unused-parameter -fdiagnostics-color=never -S " NO_COMPLEX
#define TO_PROGRAM COURSE_COMPILER " -no-pie -fno-lto " COURSE_LINK " "
// clang-format off
static const char script[] =
    "set -e\n"
    TO_ASSEMBLER COURSE_PATTERN COURSE_DUMP " -o program.s \"$1\"\n"
    TO_PROGRAM "-o program program.s driver.a -lm\n"
    "if [ -s left ] && ! grep -q DEFERRED_INIT left; then exit 0; fi\n"
    TO_ASSEMBLER COURSE_ZERO " -o twin.s \"$1\" 2>twin.log ||\n"
    "{ cat twin.log >&2; exit 1; }\n"
    "cmp -s program.s twin.s ||\n"
    TO_PROGRAM "-o twin twin.s driver.a -lm\n";
// clang-format on

const char *compile_options(void) {
  static char all[4 * PATH];
  snprintf(all, sizeof all, "%s %s", COURSE_COMPILER_VERSION, script);
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

/* The student's file under its usual name, the headers beside it, and the
 * driver: all that the compiler may see. */
static bool fill(const exercise *e, const char *text, const char *scratch) {
  char path[PATH];
  snprintf(path, sizeof path, "%s/%s", scratch, e->folder);
  if (!folder_make(path)) return false;
  snprintf(path, sizeof path, "%s/%s", scratch, e->file);
  if (!write_file(path, text, strlen(text))) return false;
  snprintf(path, sizeof path, "%s/%s", scratch, e->header);
  if (!copy_file(e->header, path)) return false;
  snprintf(path, sizeof path, "%s/driver.a", scratch);
  return copy_file(e->driver, path);
}

/* ---- the compiler ----------------------------------------------------*/

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

/* What the compiler said, as far as anybody reads. */
static char *said_in(const char *log) {
  char *text = text_read(log);
  if (text && strlen(text) > SAID_MAX) text[SAID_MAX] = '\0';
  return text ? text : strdup("");
}

/* Takes every mention of a folder, with its slash, out of a text. */
static void take_out(char *text, const char *folder) {
  size_t length = strlen(folder);
  for (char *at = text; (at = strstr(at, folder));)
    if (at[length] == '/')
      memmove(at, at + length + 1, strlen(at + length + 1) + 1);
    else
      at += length;
}

static compile_end end_of(int status, const char *said) {
  if (status == 0) return COMPILED;
  if (status == COMMAND_TIME_OUT || status == COMMAND_KILLED ||
      ran_out(said))
    return COMPILE_GAVE_UP;
  return status == 127 || !*said ? COMPILE_FAILED : COMPILE_ERROR;
}

compile_end compile(const exercise *e, const char *text,
                    const char *scratch, sandbox_level level,
                    compilation *result) {
  char log[PATH];
  const char *const argv[] = {"/bin/sh", "-c", script, "sh", e->file, NULL};
  snprintf(log, sizeof log, "%s/log", scratch);
  snprintf(result->program, PATH, "%s/program", scratch);
  snprintf(result->twin, PATH, "%s/twin", scratch);
  int status = 127;
  if (fill(e, text, scratch))
    status = command_compile(level, limits, argv, COURSE_COMPILER, scratch,
                             log, SECONDS);
  if (access(result->twin, R_OK) != 0)
    memcpy(result->twin, result->program, PATH);
  result->said = said_in(log);
  take_out(result->said, scratch); /* it is shown to students */
  return end_of(status, result->said);
}

int compile_inspect(const char *const argv[], const char *scratch,
                    sandbox_level level, const char *log) {
  static const sandbox_limits little = {
      .cpu_seconds = 2, .memory = (size_t)1 << 28, .file_size = 1 << 20};
  remove(log);
  return command_compile(level, little, argv, argv[0], scratch, log, 5);
}
