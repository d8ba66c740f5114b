#include "debug_program.h"

#include "command.h"
#include "compile.h"
#include "file.h"
#include "folder.h"
#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "terminal.h"
#include "text.h"
#include "utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where it all goes: build/debug/perceptron-step/main.c and so on. */
typedef struct {
  char folder[TEXT + 32], source[TEXT + 64], program[TEXT + 64],
      log[TEXT + 64], output[TEXT + 64];
} paths;

static paths paths_of(const exercise *e) {
  static const char under[] = "build/debug/";
  paths p;
  text_fill(p.folder, sizeof p.folder, "%s%s", under, e->slug);
  for (char *c = p.folder + strlen(under); *c; c++)
    if (*c == '/') *c = '-';
  text_fill(p.source, sizeof p.source, "%s/main.c", p.folder);
  text_fill(p.program, sizeof p.program, "%s/program", p.folder);
  text_fill(p.log, sizeof p.log, "%s/compiler", p.folder);
  text_fill(p.output, sizeof p.output, "%s/output", p.folder);
  return p;
}

static void show_steps(FILE *to, const char *before, const char *function,
                       const char *program) {
  fprintf(to, "%sgdb -q -ex 'break %s' -ex run %s\n", before, function,
          program);
}

/* ---- the program ------------------------------------------------------*/

/* Exact, in as few digits as that takes. */
static void write_number(FILE *to, double value) {
  char text[MESSAGE_NUMBER];
  if (isnan(value)) {
    fputs("NAN", to);
  } else if (isinf(value)) {
    fputs(value < 0 ? "-INFINITY" : "INFINITY", to);
  } else {
    message_shortest(text, value, 15);
    fputs(text, to);
  }
}

/*     static const double given_w[] = {0, 1.5}; */
static void write_arrays(FILE *to, const char *prefix, const message *m) {
  enum { IN_LINE = 3 };
  for (size_t f = 0; f < m->count; f++) {
    const message_field *field = &m->fields[f];
    bool lines = field->count > IN_LINE;
    fprintf(to, "static const double %s_%s[] = {", prefix, field->name);
    if (!field->count) fputc('0', to); /* C has no empty arrays */
    for (size_t i = 0; i < field->count; i++) {
      if (lines && i % IN_LINE == 0) fputs("\n    ", to);
      write_number(to, field->values[i]);
      if (lines) fputc(',', to);
      if (i + 1 < field->count && !(lines && (i + 1) % IN_LINE == 0))
        fputs(lines ? " " : ", ", to);
    }
    fputs(lines ? "\n};\n" : "};\n", to);
  }
}

/*     const numbers given[] = {{"w", given_w, 2}, {0}}; */
static void write_list(FILE *to, const char *prefix, const message *m) {
  fprintf(to, "  const numbers %s[] = {\n", prefix);
  for (size_t f = 0; f < m->count; f++)
    fprintf(to, "      {\"%s\", %s_%s, %zu},\n", m->fields[f].name, prefix,
            m->fields[f].name, m->fields[f].count);
  fprintf(to, "      {0},\n  };\n");
}

static bool write_program(const exercise *e, const paths *where,
                          const message *given, const message *expected) {
  if (!folder_make(where->folder)) return false;
  FILE *to = fopen(where->source, "w");
  if (!to) return false;
  fprintf(
      to,
      _("/* Calls %s of %s\n * with the fewest numbers of those that the "
        "grader asks and that go wrong.\n * ./course debug %s writes this "
        "anew. To step through it:\n *\n"),
      given->name, e->file, e->slug);
  show_steps(to, " *     ", given->name, where->program);
  fprintf(to, " */\n#include \"one_case.h\"\n\n#include <math.h>\n\n");
  write_arrays(to, "given", given);
  write_arrays(to, "expected", expected);
  fprintf(to, "\nint main(void) {\n");
  write_list(to, "given", given);
  write_list(to, "expected", expected);
  fprintf(to, "  return one_case(\"%s\", given, expected);\n}\n",
          given->name);
  bool good = !ferror(to);
  return fclose(to) == 0 && good;
}

/* ---- building and running ---------------------------------------------*/

/* How it can be built, the best first; NULL where nothing is added. */
static const struct {
  const char *option, *says;
} ways[] = {
    {"-fsanitize=address,undefined",
     N_("with AddressSanitizer and UndefinedBehaviorSanitizer")},
    {"-fsanitize=undefined",
     N_("with UndefinedBehaviorSanitizer; this compiler has no "
        "AddressSanitizer")},
    {"-g", N_("without sanitizers, which this compiler does not have")},
};

/* Returns how it was built, or NULL. The garbage in variables that were
 * never set is that of the program that was graded. */
static const char *build(const exercise *e, const paths *where) {
  enum { SECONDS = 120 };
  char folder[TEXT + 8], driver[TEXT + 16];
  text_fill(folder, sizeof folder, "-I%s", e->folder);
  text_fill(driver, sizeof driver, "%s/driver.c", e->folder);
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    const char *const argv[] = {COURSE_COMPILER,
                                "-std=c11",
                                "-O0",
                                "-g",
                                "-w",
                                "-fno-omit-frame-pointer",
                                "-ffp-contract=off",
                                COURSE_PATTERN,
                                "-O0",
                                ways[i].option,
                                "-Itools/grading",
                                "-Ilib/include",
                                folder,
                                "-o",
                                where->program,
                                where->source,
                                e->file,
                                driver,
                                "tools/grading/compare.c",
                                "tools/grading/one_case.c",
                                "tools/grading/guarded.c",
                                "tools/grading/message.c",
                                e->driver, /* for the library in it */
                                "-lm",
                                NULL};
    if (command_run(argv, where->log, SECONDS) == 0) return _(ways[i].says);
  }
  return NULL;
}

/* What the program said, up to what only who makes sanitizers can read. */
static void show_output(const char *path) {
  enum { LINES = 60 };
  char *text = file_read(path);
  char *safe = utf8_safe(text ? text : "", false), *line = safe;
  char *end = strstr(safe, "Shadow bytes around");
  if (end) *end = '\0';
  for (int i = 0; *line && i < LINES; i++) {
    size_t length = strcspn(line, "\n");
    printf("  %.*s\n", (int)length, line);
    line += length + (line[length] == '\n');
  }
  if (*line || end) printf(_("  ... (all of it: %s)\n"), path);
  free(safe);
  free(text);
}

static void run(const paths *where) {
  enum { SECONDS = 5 };
  const char *const argv[] = {where->program, NULL};
  int status = command_run(argv, where->output, SECONDS);
  show_output(where->output);
  if (status == COMMAND_TIME_OUT && !interrupt_seen())
    printf(_("\n  It was ended after %d seconds. In gdb, Ctrl-C stops it "
             "where it is.\n"),
           SECONDS);
  if (status == COMMAND_KILLED) printf(_("\n  It crashed.\n"));
}

static bool has_gdb(const paths *where) {
  const char *const argv[] = {"gdb", "--version", NULL};
  return command_run(argv, where->log, 10) == 0;
}

bool debug_program(const exercise *e, const part *p) {
  paths where = paths_of(e);
  message given, expected = {0};
  if (!message_read(&given, p->failing) ||
      (p->right && !message_read(&expected, p->right)) ||
      !write_program(e, &where, &given, &expected)) {
    printf(_("  %s cannot be written.\n"), where.source);
    return false;
  }
  for (size_t i = 0; !p->right && i < p->line_count; i++)
    terminal_wrapped(p->lines[i],
                     2); /* only the check knows what is wrong */
  if (!p->right) printf("\n");
  const char *built = build(e, &where);
  if (!built) {
    printf(_("  %s cannot be built. What the compiler said is in %s.\n"),
           where.source, where.log);
    return false;
  }
  run(&where);
  printf(
      _("\n  The numbers are in %s, to the last bit.\n"
        "  Built for debugging, %s,\n  and run without a sandbox. To step "
        "through it:\n\n"),
      where.source, built);
  show_steps(stdout, "    ", given.name, where.program);
  printf(_("\n  %sn: the next line. s: into a call. p x, p *w@2: print. "
           "finish, c, q.%s\n"),
         terminal_style_code(DIM), terminal_style_code(PLAIN));
  if (!has_gdb(&where)) printf(_("  gdb is not installed here yet.\n"));
  message_free(&given);
  message_free(&expected);
  return true;
}
