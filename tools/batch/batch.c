#define _POSIX_C_SOURCE 200809L /* mkdtemp */
#include "batch.h"

#include "answers.h"
#include "attempt.h"
#include "command.h"
#include "fail.h"
#include "file.h"
#include "folder.h"
#include "memory.h"
#include "text.h"

#include <ctype.h>
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECONDS = 300 }; /* for the compiler */

/* The student's program or its twin, of all answers. */
typedef struct {
  void *code;
  answer_function **answers; /* NULL: left out */
  int (*is_behind)(const void *place);
} loaded;

struct batch {
  const exercise *exercise; /* as its grader knows it */
  size_t count;
  bool *wanted;
  loaded both[2];
};

/* A student's program and its twin, as code to be loaded: $1 and $2 are
 * the folders of the exercise and of the files made here. The known
 * mistakes in this program have the names of some answers: BATCH_LINK tells
 * the linker to prefer the latter. */
// clang-format off
#define COMPILER                                                    \
  COURSE_COMPILER " -std=c11 -O1 -w " COURSE_CHECKS                 \
  " -ffp-contract=off -fPIC -shared " BATCH_LINK                    \
  " -I \"$1\" " BATCH_FILES " \"$2/answers.c\" "
static const char script[] =
    COMPILER COURSE_PATTERN " -o \"$2/answers.so\" -lm &&\n"
    COMPILER COURSE_ZERO " -o \"$2/twins.so\" -lm\n";
// clang-format on

/* A new folder, whose path is to be freed. */
static char *make_scratch(void) {
  const char *temporary = getenv("TMPDIR");
  char *path = text_print("%s/batch-XXXXXX",
                          temporary && *temporary ? temporary : "/tmp");
  if (!mkdtemp(path)) fail("there can be no folder %s", path);
  return path;
}

/* What the compiler says, to be freed; NULL if it has compiled all. */
static char *compile_all(const char *folder, const char *scratch) {
  const char *const argv[] = {"/bin/sh", "-c",    script, "sh",
                              folder,    scratch, NULL};
  char *log = text_print("%s/log", scratch);
  bool compiled = command_run(argv, log, SECONDS) == 0;
  char *said = compiled ? NULL : file_read(log);
  if (!compiled && !said) fail("%s cannot be read", log);
  free(log);
  return said;
}

/* Leaves out the answers that the compiler complains of; false if there
 * are none. */
static bool leave_out(batch *b, const char *said) {
  static const char mark[] = "answer-";
  bool any = false;
  for (const char *at = said; (at = strstr(at, mark)); at++) {
    size_t i = strtoul(at + strlen(mark), NULL, 10);
    if (i >= b->count || !b->wanted[i]) continue;
    b->wanted[i] = false;
    any = true;
  }
  return any;
}

static void write_source(const batch *b, const char *slug,
                         const char *folder, const char *const *texts,
                         const char *scratch) {
  char *path = text_print("%s/answers.c", scratch);
  FILE *to = fopen(path, "w");
  if (to) answers_write(to, slug, folder, texts, b->wanted, b->count);
  if (!to || fclose(to) != 0) fail("%s cannot be written", path);
  free(path);
}

static void *symbol_of(void *code, const char *name) {
  void *symbol = code ? dlsym(code, name) : NULL;
  if (!symbol) fail("a batch without %s: %s", name, dlerror());
  return symbol;
}

/* Loads what was compiled: the first answer is the right one of an
 * exercise, the others are its known mistakes. */
static void load(const batch *b, const char *scratch, const char *name,
                 loaded *to) {
  char *path = text_print("%s/%s", scratch, name);
  char *symbol = text_print("exercise_%s", b->exercise->slug);
  for (char *c = symbol; *c; c++)
    if (!isalnum((unsigned char)*c)) *c = '_';
  to->code = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
  const exercise *made = symbol_of(to->code, symbol);
  *(void **)&to->is_behind = symbol_of(to->code, "batch_is_behind");
  size_t seen = 0;
  for (size_t i = 0; i < b->count; i++)
    if (b->wanted[i]) {
      to->answers[i] = seen ? made->mistakes[seen - 1].answer : made->right;
      seen++;
    }
  free(path);
  free(symbol);
}

static bool has_any(const batch *b) {
  for (size_t i = 0; i < b->count; i++)
    if (b->wanted[i]) return true;
  return false;
}

/* Compiles until nothing is refused any more. */
static void compile_wanted(batch *b, const char *slug, const char *folder,
                           const char *const *texts, const char *scratch) {
  while (has_any(b)) {
    write_source(b, slug, folder, texts, scratch);
    char *said = compile_all(folder, scratch);
    if (!said) return;
    if (!leave_out(b, said))
      fail("%s/answers.c does not compile:\n%s", scratch, said);
    free(said);
  }
}

batch *batch_compile(const char *slug, const char *folder,
                     const char *const *texts, size_t count) {
  batch *b = memory_resize(NULL, 1, sizeof *b);
  *b = (batch){.exercise = attempt_exercise(slug), .count = count};
  b->wanted = memory_resize(NULL, count + 1, sizeof *b->wanted);
  for (int k = 0; k < 2; k++)
    b->both[k].answers =
        memory_resize(NULL, count + 1, sizeof *b->both[k].answers);
  for (size_t i = 0; i < count; i++)
    b->wanted[i] = texts[i] && !strstr(texts[i], "<stdio.h>");
  char *scratch = make_scratch();
  compile_wanted(b, slug, folder, texts, scratch);
  if (has_any(b)) {
    load(b, scratch, "answers.so", &b->both[0]);
    load(b, scratch, "twins.so", &b->both[1]);
  }
  folder_remove(scratch);
  free(scratch);
  return b;
}

void batch_free(batch *b) {
  for (int k = 0; k < 2; k++) {
    if (b->both[k].code) dlclose(b->both[k].code);
    free(b->both[k].answers);
  }
  free(b->wanted);
  free(b);
}

batch_end batch_grade(const batch *b, size_t i, unsigned long long seed,
                      char **report) {
  attempt_code both[2];
  *report = NULL;
  if (!b->wanted[i]) return BATCH_UNKNOWN;
  for (int k = 0; k < 2; k++)
    both[k] = (attempt_code){b->both[k].answers[i], b->both[k].is_behind};
  return attempt_grade(both, b->exercise, seed, report);
}
