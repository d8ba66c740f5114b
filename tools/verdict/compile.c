#include "compile.h"

#include "clock.h"
#include "command.h"
#include "complex_numbers.h"
#include "file.h"
#include "folder.h"
#include "language.h"
#include "text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECONDS = 120, SAID_MAX = 1 << 16 };

static const sandbox_limits limits = {
    .cpu_seconds = 10,
    .memory = (size_t)1 << 30,
    .file_size = 1 << 24,
};

/* What the compiler does, in its sandbox: $1 is the student's file. Two
 * programs are made, with other garbage in variables that were never set;
 * where that makes no difference to the code, one. gcc writes down what is
 * left of the garbage when it has optimised (.DEFERRED_INIT); where that is
 * nothing, the second need not even be tried. COURSE_CHECKS and COURSE_LINK
 * are options that not every compiler has. */
#define COMPILER                              \
  COURSE_COMPILER                             \
  " -std=c11 -O1 -g -I. " COURSE_CHECKS       \
  " -ffp-contract=off -fno-pie -Wall -Wextra" \
  " -Wno-unused-parameter -fdiagnostics-color=never "
#define TO_ASSEMBLER COMPILER "-S "
#define TO_PROGRAM COURSE_COMPILER " -no-pie -fno-lto " COURSE_LINK " "
/* A file cannot choose its own dynamic loader (.interp): whether it can be
 * started is the machine's affair. */
#define TO_OBJECT(name)                                           \
  COURSE_COMPILER " -c " name ".s -o " name ".o\n" COURSE_OBJCOPY \
                  " --remove-section .interp " name ".o\n"
/* The abstract syntax tree: gcc dumps it while it compiles, clang in a run
 * of its own. */
#if COURSE_GCC_DUMPS
#define WRITE_TREE ""
#define DUMPS " -fdump-tree-optimized=left -fdump-tree-original-raw=tree"
#else
#define WRITE_TREE                                              \
  COMPILER "-w -fsyntax-only -Xclang -ast-dump " COURSE_PATTERN \
           " \"$1\" >tree 2>tree.log || :\n"
#define DUMPS ""
#endif
/* How the script ends where it makes no program: whether the fault is the
 * text's is asked of a program that is right, compiled in the same place
 * at the same time. Only the script can end so; a sandbox that does not
 * start ends otherwise. */
#define REFUSED 10 /* the compiler found errors, as it says */
#define BROKE 11   /* a part of it was ended, or broke */
#define NOTHING_COMPILES                                                  \
  12                      /* nor was the other program compiled, or there \
                             is not the room for any, on disk or in memory */
#define ROOM 4000000      /* bytes; a right program takes 900,000 */
#define KILOBYTES 1000000 /* of memory; our own limit is above that */
#define AS_TEXT(number) AS_TEXT_(number)
#define AS_TEXT_(number) #number
// clang-format off
static const char script[] =
    "rm -f program* twin* left tree tree.log undefined\n"
    "(\nset -e\n"
    WRITE_TREE
    TO_ASSEMBLER COURSE_PATTERN DUMPS " -o program.s \"$1\"\n"
    TO_OBJECT("program")
    COURSE_NM " -u program.o >undefined\n"
    TO_PROGRAM "-o program program.o driver.a -lm\n"
    "if [ -s left ] && ! grep -q DEFERRED_INIT left; then exit 0; fi\n"
    TO_ASSEMBLER COURSE_ZERO " -o twin.s \"$1\" 2>twin.log ||\n"
    "{ status=$?; cat twin.log >&2; exit $status; }\n"
    "if cmp -s program.s twin.s; then exit 0; fi\n"
    TO_OBJECT("twin")
    TO_PROGRAM "-o twin twin.o driver.a -lm\n"
    ")\n"
    "status=$?\n"
    "if [ $status -eq 0 ]; then exit 0; fi\n"
    "if [ \"$(ulimit -v)\" != unlimited ] &&\n"
    "  [ \"$(ulimit -v)\" -lt " AS_TEXT(KILOBYTES) " ]\n"
    "then exit " AS_TEXT(NOTHING_COMPILES) "; fi\n"
    "printf '%" AS_TEXT(ROOM) "s' '' >room &&\n"
    "[ \"$(wc -c <room)\" -eq " AS_TEXT(ROOM) " ] && rm room ||\n"
    "exit " AS_TEXT(NOTHING_COMPILES) "\n"
    "echo 'int main(void) { return 0; }' >control.c &&\n"
    TO_PROGRAM "-o control control.c -lm 2>control.log ||\n"
    "{ cat control.log >&2; exit " AS_TEXT(NOTHING_COMPILES) "; }\n"
    "if [ $status -eq 1 ]; then exit " AS_TEXT(REFUSED) "; fi\n"
    "exit " AS_TEXT(BROKE) "\n";
// clang-format on

const char *compile_options(void) {
  static char all[sizeof COURSE_COMPILER_VERSION + sizeof script];
  text_fill(all, sizeof all, "%s %s", COURSE_COMPILER_VERSION, script);
  return all;
}

/* ---- the folder ------------------------------------------------------*/

/* Is the exercise about nn? Its driver has the library in it then. */
static bool uses_library(const exercise *e) {
  char *header = file_read(e->header);
  bool uses = header && strstr(header, "#include <nn/");
  free(header);
  return uses;
}

static bool copy_library_headers(const char *scratch) {
  char path[COMPILE_PATH];
  text_fill(path, sizeof path, "%s/nn", scratch);
  return folder_copy("lib/include/nn", path);
}

/* The student's file under its usual name, the headers beside it, and the
 * driver: all that the compiler may see. */
static bool fill(const exercise *e, const char *text, const char *scratch) {
  char path[COMPILE_PATH];
  text_fill(path, sizeof path, "%s/%s", scratch, e->place);
  char *slash = strrchr(path, '/'), *ending = strrchr(path, '.') + 1;
  *slash = '\0';
  if (!folder_make(path)) return false;
  *slash = '/';
  if (!file_write(path, text)) return false;
  *ending = 'h';
  if (!file_copy(e->header, path)) return false;
  if (uses_library(e) && !copy_library_headers(scratch)) return false;
  text_fill(path, sizeof path, "%s/driver.a", scratch);
  return file_copy(e->driver, path);
}

/* ---- the compiler ----------------------------------------------------*/

static bool has_one_of(const char *said, const char *const words[]) {
  for (; *words; words++)
    if (strstr(said, *words)) return true;
  return false;
}

/* gcc says "out of memory allocating 65536 bytes after a total of 1327104
 * bytes". What is far below our limit in all is the machine's fault. */
static bool machine_has_no_memory(const char *said) {
  enum { MUCH = 1 << 28 };
  static const char words[] = "out of memory allocating ";
  unsigned long long wanted, had;
  const char *at = strstr(said, words);
  return at &&
         sscanf(at + strlen(words), "%llu bytes after a total of %llu",
                &wanted, &had) == 2 &&
         wanted < MUCH && wanted + had < MUCH;
}

/* gcc tells of a part of it that was killed in a line of its own. Our own
 * limits end it by other signals. */
static bool was_killed(const char *said) {
  static const char words[] = ": fatal error: Killed signal terminated "
                              "program ";
  for (const char *line = said; *line;) {
    size_t length = strcspn(line, "\n"), name = strcspn(line, ": ");
    const char *rest = line + name;
    bool begins = strncmp(rest, words, strlen(words)) == 0;
    if (begins && strcspn(rest + strlen(words), " :\n") ==
                      (size_t)(line + length - rest) - strlen(words))
      return true;
    line += length + (line[length] == '\n');
  }
  return false;
}

/* Did a part of the compiler end at one of our limits? */
static bool ran_out(const char *said) {
  static const char *const words[] = {
      "CPU time limit",          "out of memory",
      "memory exhausted",        "std::bad_alloc",
      "File too large",          "File size limit",
      "internal compiler error", NULL};
  return has_one_of(said, words);
}

/* Does it say what a machine says that lacks something? A student's file
 * can make the compiler say this as well. */
static bool is_doubtful(const char *said) {
  static const char *const words[] = {"No space left",
                                      "Disk quota",
                                      "Read-only file",
                                      "Input/output error",
                                      "Stale file",
                                      "Cannot allocate memory",
                                      "Resource temporarily",
                                      "Too many open files",
                                      "No such file",
                                      "Permission denied",
                                      "Text file busy",
                                      "Killed",
                                      "failed to write",
                                      "final link failed",
                                      NULL};
  return has_one_of(said, words);
}

/* What the compiler said, as far as anybody reads. */
static char *said_in(const char *log) {
  char *text = file_read(log);
  if (text && strlen(text) > SAID_MAX) text[SAID_MAX] = '\0';
  return text ? text : text_print("%s", "");
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
  if (machine_has_no_memory(said) || was_killed(said))
    return COMPILE_FAILED;
  if (status == REFUSED)
    return ran_out(said) ? COMPILE_GAVE_UP : COMPILE_ERROR;
  if (status == BROKE && ran_out(said)) return COMPILE_GAVE_UP;
  return COMPILE_FAILED;
}

static const char *end_sentence(int status) {
  return status == COMMAND_TIME_OUT
             ? _("It had not ended after two minutes.")
         : status == COMMAND_KILLED ? _("Its sandbox was killed.")
         : status == BROKE || status == REFUSED
             ? _("A part of it was killed.")
         : status == NOTHING_COMPILES
             ? _("There is no room for any program on this machine's disk, or "
                 "in its memory.")
             : _("Its sandbox could not be made.");
}

/* A command that runs in the compiler's sandbox. */
typedef struct {
  sandbox_level level;
  sandbox_limits limits;
  const char *const *argv;
  const char *compiler, *scratch;
} sandboxed;

static void become_sandboxed(const void *context) {
  const sandboxed *s = context;
  sandbox_become_compiler(s->level, s->limits,
                          (char *const *)(size_t)s->argv, s->compiler,
                          s->scratch);
}

compile_end compile(const exercise *e, const char *text,
                    const char *scratch, sandbox_level level,
                    compilation *result) {
  enum { TRIES = 4 };
  char log[COMPILE_PATH];
  const char *const argv[] = {"/bin/sh", "-c",     script,
                              "sh",      e->place, NULL};
  const sandboxed compiler = {level, limits, argv, COURSE_COMPILER,
                              scratch};
  text_fill(log, sizeof log, "%s/log", scratch);
  text_fill(result->program, COMPILE_PATH, "%s/program", scratch);
  text_fill(result->twin, COMPILE_PATH, "%s/twin", scratch);
  if (!fill(e, text, scratch)) {
    result->said = text_print("%s", "");
    result->failure = _("The files that it needs could not be written.");
    return COMPILE_FAILED;
  }
  /* What a text makes the compiler say, it says every time. */
  compile_end end = COMPILE_FAILED;
  for (int tried = 1; tried <= TRIES; tried++) {
    remove(log);
    int status =
        command_run_child(become_sandboxed, &compiler, log, SECONDS);
    result->said = said_in(log);
    end = end_of(status, result->said);
    result->failure = end_sentence(status);
    bool again = end == COMPILE_ERROR && is_doubtful(result->said);
    if (!again || tried == TRIES) break;
    free(result->said);
    clock_sleep(0.15 * tried);
  }
  if (access(result->twin, R_OK) != 0)
    memcpy(result->twin, result->program, COMPILE_PATH);
  complex_numbers_in(scratch, result->complex, sizeof result->complex);
  take_out(result->said, scratch); /* it is shown to students */
  return end;
}

int compile_inspect(const char *const argv[], const char *scratch,
                    sandbox_level level, const char *log) {
  static const sandbox_limits little = {
      .cpu_seconds = 2, .memory = (size_t)1 << 28, .file_size = 1 << 20};
  const sandboxed inspection = {level, little, argv, argv[0], scratch};
  remove(log);
  return command_run_child(become_sandboxed, &inspection, log, 5);
}
