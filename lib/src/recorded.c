#include "c_locale.h"
#include "run_parts.h"

#include <assert.h>
#include <errno.h>
#include <nn/recorded.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { PATH_SIZE = 4096 };

/* A table while it is read, checked or made. */
typedef struct {
  nn_run *run;
  const nn_recorded *table;
  size_t columns;
  nn_real *numbers; /* rows x columns */
  size_t rows;      /* how many of them are there */
  off_t whole;      /* bytes of the file, up to the last whole row */
  char path[PATH_SIZE];
  char unfinished[PATH_SIZE + 4]; /* the path of what is not whole yet */
} recording;

static const char again[] = "`./course measure` makes it again";

/* ---- columns ---------------------------------------------------------*/

static size_t count_columns(const char *names) {
  size_t columns = 0;
  for (const char *c = names; *c; c++)
    if (*c != ' ' && (c == names || c[-1] == ' ')) columns++;
  return columns;
}

/* The name of a column, as the start of the text from it on. */
static const char *column_name(const char *names, size_t column) {
  const char *name = names + strspn(names, " ");
  for (; column > 0; column--) {
    name += strcspn(name, " ");
    name += strspn(name, " ");
  }
  return name;
}

static bool is_clock(const char *name) {
  return strncmp(name, "clock", 5) == 0;
}

/* ---- reading ---------------------------------------------------------*/

/* Reads a row; returns whether there was one. Half a row, at the end of
 * what was interrupted, is none. */
static bool read_row(const recording *r, char *line, nn_real *row) {
  if (line[0] == '\0' || line[strlen(line) - 1] != '\n') return false;
  for (size_t i = 0; i < r->columns; i++) {
    char *end;
    row[i] = (nn_real)strtod(line, &end);
    if (end == line) return false;
    line = end;
  }
  return line[strspn(line, " \n")] == '\0';
}

/* Reads the rows of a file, whose heading must have the columns; with a
 * digest, it must have been made under that. Returns false, with no rows,
 * if it is another table or there is none. */
static bool read_table(recording *r, const char *path, const char *digest) {
  FILE *file = fopen(path, "r");
  if (!file) return false;
  char *line = NULL;
  size_t room = 0;
  bool same_columns = false, same_digest = !digest, more = false;
  ssize_t length;
  r->rows = 0;
  r->whole = 0;
  locale_t before = nn_c_locale_begin();
  while ((length = getline(&line, &room, file)) >= 0) {
    if (line[0] == '#') {
      r->whole += length;
      line[strcspn(line, "\n")] = '\0';
      if (strcmp(line + strspn(line, "# "), r->table->columns) == 0)
        same_columns = true;
      if (digest && strncmp(line, "# digest ", 9) == 0)
        same_digest = strcmp(line + 9, digest) == 0;
      continue;
    }
    more = r->rows == r->table->rows;
    if (more || !same_columns || !same_digest) break;
    if (!read_row(r, line, r->numbers + r->rows * r->columns)) break;
    r->rows++;
    r->whole += length;
  }
  nn_c_locale_end(before);
  free(line);
  fclose(file);
  if (more || !same_columns || !same_digest) r->rows = 0;
  return r->rows > 0;
}

/* ---- computing -------------------------------------------------------*/

static nn_real *compute_row(recording *r, size_t row, nn_real *values) {
  for (size_t i = 0; i < r->columns; i++) values[i] = 0;
  r->table->compute(row, r->table->context, values);
  return values;
}

static void check_row(recording *r, size_t row, nn_real *now) {
  const nn_real *kept = r->numbers + row * r->columns;
  compute_row(r, row, now);
  for (size_t i = 0; i < r->columns; i++) {
    const char *name = column_name(r->table->columns, i);
    if (is_clock(name) || memcmp(&now[i], &kept[i], sizeof *now) == 0)
      continue;
    nn_run_fail(r->run,
                "%s: row %zu has %.*s = %.*g, and computed now it is %.*g. "
                "Either something that decides results has changed, and "
                "%s, or this machine computes otherwise.",
                r->path, row + 1, (int)strcspn(name, " "), name,
                NN_REAL_DIGITS, (double)kept[i], NN_REAL_DIGITS,
                (double)now[i], again);
  }
}

static void show_progress(const recording *r) {
  fprintf(stderr, "%s: %zu of %zu rows\n", r->table->name, r->rows,
          r->table->rows);
}

/* Opens the file of what is not whole yet, behind the rows that are there.
 */
static FILE *open_unfinished(recording *r, const nn_run_records *records) {
  if (r->rows > 0 && truncate(r->unfinished, r->whole) == 0)
    return fopen(r->unfinished, "a");
  r->rows = 0;
  FILE *file = fopen(r->unfinished, "w");
  if (file)
    fprintf(file,
            "# Recorded by `./course measure`; see nn/recorded.h.\n"
            "# digest %s\n# machine %s\n# %s\n",
            records->digest, records->machine, r->table->columns);
  return file;
}

static bool write_row(const recording *r, FILE *file, const nn_real *row) {
  locale_t before = nn_c_locale_begin();
  for (size_t i = 0; i < r->columns; i++)
    fprintf(file, "%s%.*g", i ? " " : "", NN_REAL_DIGITS, (double)row[i]);
  nn_c_locale_end(before);
  fputc('\n', file);
  return fflush(file) == 0;
}

/* Makes the table anew, or the rest of it. */
static void record(recording *r, const nn_run_records *records) {
  if (read_table(r, r->path, records->digest) &&
      r->rows == r->table->rows) {
    show_progress(r);
    return;
  }
  if (read_table(r, r->unfinished, records->digest)) show_progress(r);

  FILE *file = open_unfinished(r, records);
  bool written = file != NULL;
  while (written && r->rows < r->table->rows) {
    nn_real *row = r->numbers + r->rows * r->columns;
    written = write_row(r, file, compute_row(r, r->rows, row));
    r->rows++;
    show_progress(r);
  }
  if (!written || fclose(file) != 0 || rename(r->unfinished, r->path) != 0)
    nn_run_fail(r->run, "cannot write %s: %s", r->unfinished,
                strerror(errno));
}

static void compute_all(recording *r) {
  while (r->rows < r->table->rows) {
    compute_row(r, r->rows, r->numbers + r->rows * r->columns);
    r->rows++;
    show_progress(r);
  }
}

/* ---- one table -------------------------------------------------------*/

static void set_paths(recording *r, const char *directory) {
  int length = snprintf(r->path, sizeof r->path, "%s/%s.tsv", directory,
                        r->table->name);
  if (length < 0 || (size_t)length >= sizeof r->path)
    nn_run_fail(r->run, "the path of the table '%s' is too long",
                r->table->name);
  snprintf(r->unfinished, sizeof r->unfinished, "%s.new", r->path);
}

const nn_real *nn_run_recorded(nn_run *run, const nn_recorded *table) {
  assert(table->rows > 0 && table->compute);
  assert(table->repeated >= 1 && table->repeated <= table->rows);
  const nn_run_records *records = nn_run_records_of(run);
  recording r = {.run = run, .table = table};
  r.columns = count_columns(table->columns);
  r.numbers =
      nn_run_memory(run, table->rows * r.columns * sizeof *r.numbers);
  if (!records->directory) {
    compute_all(&r);
    return r.numbers;
  }

  set_paths(&r, records->directory);
  if (records->digest) {
    record(&r, records);
    return r.numbers;
  }
  if (access(r.path, F_OK) != 0)
    nn_run_fail(run, "there is no %s: `./course measure` makes it", r.path);
  if (!read_table(&r, r.path, NULL) || r.rows != table->rows)
    nn_run_fail(run, "%s has not the %zu rows of '%s': %s", r.path,
                table->rows, table->columns, again);
  nn_real *now = nn_run_memory(run, r.columns * sizeof *now);
  for (size_t row = 0; row < table->repeated; row++)
    check_row(&r, row, now);
  return r.numbers;
}
