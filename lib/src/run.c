#include "c_locale.h"
#include "run_parts.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_SIZE = 64, PATH_SIZE = 4096 };

/* One file that the run writes. Names are unique within a run. */
typedef struct output {
  char path[PATH_SIZE];
  FILE *file; /* NULL where there is no --out */
  struct output *next;
} output;

struct nn_table {
  output *to;
  size_t columns;
  char name[NAME_SIZE];
  nn_table *next;
};

struct nn_graph {
  output *to;
  nn_graph *next;
};

typedef struct number {
  char name[NAME_SIZE];
  struct number *next;
} number;

/* Memory that is freed at the run's end. */
typedef struct block {
  struct block *next;
  max_align_t content[];
} block;

struct nn_run {
  const char *program;
  const char *directory; /* NULL: keep nothing */
  nn_run_records records;
  uint64_t seed;
  output *outputs;
  output *numbers;
  nn_table *tables;
  nn_graph *graphs;
  number *named;
  block *blocks;
};

/* ---- mistakes --------------------------------------------------------*/

/* A mistake in the program that runs: no reader should ever see it. */
static _Noreturn void fail_with(const char *program, const char *format,
                                va_list arguments) {
  fflush(stdout);
  fprintf(stderr, "%s: ", program);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  vfprintf(stderr, format, arguments);
#pragma GCC diagnostic pop
  fputc('\n', stderr);
  exit(EXIT_FAILURE);
}

static _Noreturn void fail(const char *program, const char *format, ...)
    NN_PRINTF(2, 3);
static void fail(const char *program, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fail_with(program, format, arguments);
}

void nn_run_fail(const nn_run *run, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fail_with(run->program, format, arguments);
}

static void *allocate(const nn_run *run, size_t size) {
  void *memory = calloc(1, size);
  if (!memory) fail(run->program, "out of memory");
  return memory;
}

void *nn_run_memory(nn_run *run, size_t size) {
  block *added = allocate(run, sizeof *added + size);
  added->next = run->blocks;
  run->blocks = added;
  return added->content;
}

const nn_run_records *nn_run_records_of(const nn_run *run) {
  return &run->records;
}

static void check_name(const nn_run *run, const char *name) {
  bool good = islower((unsigned char)name[0]) && strlen(name) < NAME_SIZE;
  for (const char *c = name; *c && good; c++)
    good = islower((unsigned char)*c) || isdigit((unsigned char)*c) ||
           *c == '.' || *c == '-';
  if (!good)
    fail(run->program,
         "'%s' is no name: lower-case words and digits, "
         "joined by '.' or '-'",
         name);
}

/* ---- the command line ------------------------------------------------*/

static void print_help(const char *program, const char *purpose,
                       uint64_t seed) {
  printf(
      "%s: %s\n\n"
      "Usage: %s [OPTIONS]\n"
      "  --seed N    start the random numbers from N (default %llu)\n"
      "  --out DIR   write numbers, tables and graphs into DIR\n"
      "  --recorded DIR\n"
      "              read tables that take long from DIR (nn/recorded.h)\n"
      "  --record DIR --digest TEXT --machine TEXT\n"
      "              compute those tables and write them into DIR\n"
      "  --help      print this\n",
      program, purpose, program, (unsigned long long)seed);
}

static void refuse(const char *program, const char *problem,
                   const char *argument) {
  fprintf(stderr, "%s: %s '%s'. Try %s --help\n", program, problem,
          argument, program);
  exit(2);
}

static uint64_t read_seed(const char *program, const char *text) {
  char *end;
  errno = 0;
  unsigned long long seed = strtoull(text, &end, 10);
  if (!isdigit((unsigned char)text[0]) || *end || errno)
    refuse(program, "--seed wants a whole number, not", text);
  return seed;
}

static const char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* ---- files -----------------------------------------------------------*/

static void make_directory(const nn_run *run, const char *path) {
  struct stat status;
  if (mkdir(path, 0777) == 0) return;
  if (errno == EEXIST && stat(path, &status) == 0 &&
      S_ISDIR(status.st_mode))
    return;
  fail(run->program, "cannot make the folder %s: %s", path,
       strerror(errno));
}

static output *open_output(nn_run *run, const char *name,
                           const char *suffix) {
  check_name(run, name);
  output *to = allocate(run, sizeof *to);
  int length =
      snprintf(to->path, sizeof to->path, "%s/%s%s",
               run->directory ? run->directory : ".", name, suffix);
  if (length < 0 || (size_t)length >= sizeof to->path)
    fail(run->program, "the path of '%s' is too long", name);
  for (output *other = run->outputs; other; other = other->next)
    if (strcmp(other->path, to->path) == 0)
      fail(run->program, "'%s%s' is written twice", name, suffix);

  if (run->directory && !(to->file = fopen(to->path, "w")))
    fail(run->program, "cannot write %s: %s", to->path, strerror(errno));
  to->next = run->outputs;
  run->outputs = to;
  return to;
}

static void write_to(output *to, const char *format, ...) NN_PRINTF(2, 3);
static void write_to(output *to, const char *format, ...) {
  if (!to->file) return;
  va_list arguments;
  va_start(arguments, format);
  locale_t before = nn_c_locale_begin();
  vfprintf(to->file, format, arguments);
  nn_c_locale_end(before);
  va_end(arguments);
}

/* ---- the run ---------------------------------------------------------*/

static void read_arguments(nn_run *run, int argc, char **argv,
                           const char *purpose) {
  nn_run_records *records = &run->records;
  const char *seed = NULL, *record = NULL;
  const struct {
    const char *name;
    const char **value;
  } options[] = {{"--seed", &seed},
                 {"--out", &run->directory},
                 {"--recorded", &records->directory},
                 {"--record", &record},
                 {"--digest", &records->digest},
                 {"--machine", &records->machine}};
  const size_t count = sizeof options / sizeof *options;

  for (int i = 1; i < argc; i += 2) {
    if (strcmp(argv[i], "--help") == 0) {
      print_help(run->program, purpose, run->seed);
      exit(EXIT_SUCCESS);
    }
    size_t option = 0;
    while (option < count && strcmp(argv[i], options[option].name) != 0)
      option++;
    if (option == count) refuse(run->program, "unknown argument", argv[i]);
    if (i + 1 == argc) refuse(run->program, "a value must follow", argv[i]);
    *options[option].value = argv[i + 1];
  }
  if (seed) run->seed = read_seed(run->program, seed);
  if (record && !(records->digest && records->machine))
    refuse(run->program, "--digest and --machine go with", "--record");
  if (record)
    records->directory = record;
  else
    records->digest = NULL;
}

nn_run *nn_run_begin(int argc, char **argv, const char *purpose,
                     uint64_t default_seed) {
  const char *program = argc > 0 ? base_name(argv[0]) : "program";
  nn_run *run = calloc(1, sizeof *run);
  if (!run) fail(program, "out of memory");
  run->program = program;
  run->seed = default_seed;

  read_arguments(run, argc, argv, purpose);
  if (run->directory) make_directory(run, run->directory);
  run->numbers = open_output(run, "numbers", ".tsv");
  return run;
}

uint64_t nn_run_seed(const nn_run *run) {
  return run->seed;
}

static bool close_output(nn_run *run, output *to) {
  if (!to->file) return true;
  bool written = !ferror(to->file);
  if (fclose(to->file) != 0) written = false;
  if (!written)
    fprintf(stderr, "%s: could not write all of %s: %s\n", run->program,
            to->path, strerror(errno));
  return written;
}

int nn_run_end(nn_run *run) {
  bool written = true;
  for (nn_graph *graph = run->graphs, *next; graph; graph = next) {
    next = graph->next;
    write_to(graph->to, "}\n");
    free(graph);
  }
  for (output *to = run->outputs, *next; to; to = next) {
    next = to->next;
    if (!close_output(run, to)) written = false;
    free(to);
  }
  for (nn_table *table = run->tables, *next; table; table = next) {
    next = table->next;
    free(table);
  }
  for (number *named = run->named, *next; named; named = next) {
    next = named->next;
    free(named);
  }
  for (block *used = run->blocks, *next; used; used = next) {
    next = used->next;
    free(used);
  }
  if (fflush(stdout) != 0 || ferror(stdout)) {
    fprintf(stderr, "%s: could not write the transcript: %s\n",
            run->program, strerror(errno));
    written = false;
  }
  free(run);
  return written ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* ---- numbers ---------------------------------------------------------*/

static void remember(nn_run *run, const char *name) {
  check_name(run, name);
  for (number *other = run->named; other; other = other->next)
    if (strcmp(other->name, name) == 0)
      fail(run->program, "the number '%s' is named twice", name);
  number *named = allocate(run, sizeof *named);
  strcpy(named->name, name); /* check_name has seen that it fits */
  named->next = run->named;
  run->named = named;
}

/* Is it printf's format for one double, alone? */
static bool is_format(const char *format) {
  if (*format++ != '%') return false;
  format += strspn(format, "-+ #0");
  format += strspn(format, "0123456789");
  if (*format == '.') format += 1 + strspn(format + 1, "0123456789");
  return *format && strchr("efgEG", *format) && !format[1];
}

/* One line: name, value to the last bit, text for the book, C line. */
void nn_run_number_at(nn_run *run, const char *file, int line,
                      const char *name, const char *format, double value) {
  remember(run, name);
  if (!is_format(format))
    fail(run->program,
         "'%s' has the format '%s': it is a double, so %%.2f "
         "or the like",
         name, format);
  if (!run->numbers->file) return;
  FILE *to = run->numbers->file;
  locale_t before = nn_c_locale_begin();
  fprintf(to, "%s\t%.17g\t", name, value);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  fprintf(to, format, value);
#pragma GCC diagnostic pop
  fprintf(to, "\t%s:%d\n", file, line);
  nn_c_locale_end(before);
}

/* ---- tables ----------------------------------------------------------*/

static size_t count_words(const char *text) {
  size_t words = 0;
  for (const char *c = text; *c; c++)
    if (*c != ' ' && (c == text || c[-1] == ' ')) words++;
  return words;
}

nn_table *nn_run_table(nn_run *run, const char *name, const char *columns) {
  nn_table *table = allocate(run, sizeof *table);
  table->to = open_output(run, name, ".dat");
  table->columns = count_words(columns);
  strcpy(table->name, name);
  table->next = run->tables;
  run->tables = table;
  write_to(table->to, "# %s\n", columns);
  return table;
}

void nn_table_row_of(nn_table *table, const nn_real *row, size_t count) {
  if (count != table->columns)
    fail(table->name, "a row of %zu numbers in a table of %zu columns",
         count, table->columns);
  for (size_t i = 0; i < count; i++)
    write_to(table->to, "%s%.*g", i ? " " : "", NN_REAL_DIGITS,
             (double)row[i]);
  write_to(table->to, "\n");
}

void nn_table_block(nn_table *table) {
  write_to(table->to, "\n\n");
}

/* ---- graphs ----------------------------------------------------------*/

/* A label, in which a hyphen before a number becomes a minus sign. */
static void write_label(FILE *file, const char *label) {
  fputs(" [label=\"", file);
  for (const char *c = label; *c; c++) {
    bool in_word = c > label && isalnum((unsigned char)c[-1]);
    if (*c == '-' && !in_word && isdigit((unsigned char)c[1]))
      fputs("−", file);
    else if (*c == '"')
      fputs("\\\"", file);
    else
      fputc(*c, file);
  }
  fputc('"', file);
}

nn_graph *nn_run_graph(nn_run *run, const char *name) {
  nn_graph *graph = allocate(run, sizeof *graph);
  graph->to = open_output(run, name, ".dot");
  graph->next = run->graphs;
  run->graphs = graph;
  write_to(graph->to, "digraph \"%s\" {\n  rankdir=LR\n", name);
  return graph;
}

void nn_graph_set(nn_graph *graph, const char *name, const char *value) {
  write_to(graph->to, "  %s=\"%s\"\n", name, value);
}

void nn_graph_node(nn_graph *graph, const char *id, const char *label,
                   const char *shape, const char *role) {
  if (!graph->to->file) return;
  write_to(graph->to, "  \"%s\"", id);
  write_label(graph->to->file, label);
  write_to(graph->to, " shape=%s color=\"@%s@\"]\n", shape, role);
}

void nn_graph_edge(nn_graph *graph, const char *from, const char *to,
                   const char *label, const char *role, double width) {
  if (!graph->to->file) return;
  write_to(graph->to, "  \"%s\" -> \"%s\"", from, to);
  write_label(graph->to->file, label);
  write_to(graph->to, " color=\"@%s@\" penwidth=%.2f]\n", role, width);
}
