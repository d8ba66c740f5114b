#include "c_locale.h"
#include "csv_cause.h"
#include "growing.h"
#include "require.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <nn/csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *path;
  const nn_csv_options *options;
  char separator; /* '\0': any white space */
  size_t line;
  bool may_be_heading; /* nothing but blank lines above */
  size_t columns;      /* of the first line of numbers; 0 before it */
  growing numbers;     /* [examples][columns] */
  nn_error *error;
} reader;

/* ---- a cell ----------------------------------------------------------*/

static bool separates(const reader *r, char c) {
  return r->separator ? c == r->separator : isspace((unsigned char)c);
}

/* The spaces around a cell that do not separate it from another. */
static char *skip_padding(const reader *r, char *at) {
  while (isspace((unsigned char)*at) && *at != r->separator) at++;
  return at;
}

/* The end of a cell in quotes; NULL if a cell does not begin so, or goes on
 * behind its quotes. */
static char *end_of_quoted(const reader *r, char *cell) {
  char *quote = *cell == '"' ? strchr(cell + 1, '"') : NULL;
  if (!quote) return NULL;
  char *end =
      separates(r, quote[1]) ? quote + 1 : skip_padding(r, quote + 1);
  return !*end || separates(r, *end) ? end : NULL;
}

/* Cuts the cell that begins at *rest out of its line: without its quotes
 * and the spaces around it. *rest becomes the next cell, or NULL. */
static char *next_cell(const reader *r, char **rest) {
  char *cell = skip_padding(r, *rest), *end = end_of_quoted(r, cell);
  bool quoted = end != NULL;
  if (!quoted) end = cell;
  while (*end && !separates(r, *end)) end++;
  bool last = !*end || (!r->separator && !*skip_padding(r, end));
  *rest = last ? NULL : end + 1;

  while (end > cell && isspace((unsigned char)end[-1])) end--;
  if (quoted) {
    cell++;
    end--;
  }
  *end = '\0';
  return cell;
}

/* Any number, infinite ones too. */
static bool read_number(const char *cell, nn_real *number) {
  char *end;
  *number = (nn_real)strtod(cell, &end);
  return end != cell && *end == '\0';
}

/* The number of the class of this name. */
static bool read_class(const reader *r, const char *cell, nn_real *number) {
  const nn_csv_options *o = r->options;
  size_t class = 0;
  while (class < o->class_count && strcmp(o->classes[class], cell) != 0)
    class ++;
  *number = (nn_real) class;
  return class < o->class_count;
}

/* ---- a cell that is refused ------------------------------------------*/

static bool refuse_cell(const reader *r, size_t column, const char *cell,
                        const char *expected) {
  nn_real class;
  bool unnamed = r->options->targets <= 1 && !r->options->classes;
  const char *cause = read_class(r, cell, &class)
                          ? "; .target_columns says where the classes are"
                          : nn_csv_cause(cell, r->options->separator,
                                         r->may_be_heading, unnamed);
  return nn_fail(r->error,
                 "%s:%zu: column %zu is '%.40s': %s is expected%s", r->path,
                 r->line, column + 1, cell, expected, cause);
}

/* With the names of the classes, or as many as there is room for. */
static bool refuse_class(const reader *r, size_t column, const char *cell) {
  char expected[400] = "one of the classes";
  const nn_csv_options *o = r->options;
  size_t length = strlen(expected);
  for (size_t i = 0; i < o->class_count && length < sizeof expected; i++)
    length += (size_t)snprintf(expected + length, sizeof expected - length,
                               "%s '%s'", i ? "," : "", o->classes[i]);
  if (length >= sizeof expected)
    strcpy(expected + sizeof expected - 4, "...");
  return refuse_cell(r, column, cell, expected);
}

/* ---- a line ----------------------------------------------------------*/

static bool is_blank(const char *line) {
  return line[strspn(line, " \t\r\n")] == '\0';
}

static bool has_names(const reader *r, size_t column, bool last) {
  const nn_csv_options *o = r->options;
  if (!o->classes) return false;
  return o->target_columns ? column == o->target_columns[0] : last;
}

static bool read_cell(reader *r, size_t column, const char *cell,
                      bool last) {
  nn_real number;
  if (has_names(r, column, last)) {
    if (!read_class(r, cell, &number)) return refuse_class(r, column, cell);
  } else if (!read_number(cell, &number) || !isfinite(number)) {
    return refuse_cell(r, column, cell, "a finite number");
  }
  if (!nn_growing_add(&r->numbers, number))
    return nn_fail(r->error, "%s:%zu: out of memory", r->path, r->line);
  return true;
}

static bool check_first(reader *r, size_t columns) {
  const nn_csv_options *o = r->options;
  if (columns <= o->targets)
    return nn_fail(r->error,
                   "%s:%zu: %zu columns, but %zu are to be targets and at "
                   "least one must be left as input",
                   r->path, r->line, columns, o->targets);
  for (size_t i = 0; o->target_columns && i < o->targets; i++)
    if (o->target_columns[i] >= columns)
      return nn_fail(r->error,
                     "%s:%zu: %zu columns, but .target_columns has %zu, "
                     "counted from 0",
                     r->path, r->line, columns, o->target_columns[i]);
  r->columns = columns;
  return true;
}

static bool read_line(reader *r, char *line) {
  size_t columns = 0;
  for (char *rest = line; rest; columns++) {
    const char *cell = next_cell(r, &rest);
    if (!read_cell(r, columns, cell, !rest)) return false;
  }
  if (r->columns == 0) return check_first(r, columns);
  if (columns != r->columns)
    return nn_fail(r->error,
                   "%s:%zu: %zu columns, where the lines above have %zu",
                   r->path, r->line, columns, r->columns);
  return true;
}

/* ---- a heading -------------------------------------------------------*/

/* How many of a line's cells are what. */
typedef struct {
  size_t columns, missing;
  size_t data;     /* numbers, classes, or several numbers in one cell */
  size_t in_order; /* 0, 1, 2 ..., perhaps behind one without a name */
} cell_counts;

static cell_counts count_cells(const reader *r, const char *line) {
  cell_counts counts = {0};
  char *copy = strdup(line);
  for (char *rest = copy; rest; counts.columns++) {
    const char *cell = next_cell(r, &rest);
    char next[24];
    nn_real number;
    snprintf(next, sizeof next, "%zu", counts.in_order);
    if (strcmp(cell, next) == 0) counts.in_order++;
    if (nn_csv_is_missing(cell)) counts.missing++;
    if (read_number(cell, &number) || read_class(r, cell, &number) ||
        nn_csv_separator_within(cell))
      counts.data++;
  }
  free(copy);
  return counts;
}

/* Finds out whether the first line is a heading; false, with the reason,
 * if it might be one or might not. */
static bool find_heading(const reader *r, const char *line, bool *heading) {
  static const char choice[] =
      "if the line names the columns, say .heading = NN_HEADING_YES, if it "
      "is an example, NN_HEADING_NO";
  *heading = r->options->heading == NN_HEADING_YES;
  if (r->options->heading != NN_HEADING_FOUND) return true;

  cell_counts counts = count_cells(r, line);
  size_t unnamed = counts.missing == 1 && counts.columns > 1 ? 1 : 0;
  if (counts.in_order == counts.columns - unnamed && counts.columns)
    return nn_fail(r->error, "%s:%zu: the columns are 0, 1, 2 ...: %s",
                   r->path, r->line, choice);
  if (counts.data == 0 && counts.missing == counts.columns &&
      counts.columns)
    return nn_fail(r->error, "%s:%zu: every value is missing: %s", r->path,
                   r->line, choice);
  *heading = counts.data == 0 && counts.columns;
  return true;
}

/* ---- a file ----------------------------------------------------------*/

static bool check_text(const reader *r, const char *line, size_t length) {
  if (strlen(line) != length)
    return nn_fail(r->error,
                   "%s:%zu: a zero byte: this is no text, or not in UTF-8",
                   r->path, r->line);
  const char *cr = strchr(line, '\r');
  if (cr && !is_blank(cr))
    return nn_fail(r->error,
                   "%s:%zu: a carriage return within the line; if lines "
                   "end in it alone, as on old Macs, tr '\\r' '\\n' makes "
                   "newlines of them",
                   r->path, r->line);
  return true;
}

static bool read_text(reader *r, char *text) {
  bool heading = false;
  if (is_blank(text)) return true;
  if (r->may_be_heading && !find_heading(r, text, &heading)) return false;
  if (!heading && !read_line(r, text)) return false;
  r->may_be_heading = false;
  return true;
}

static bool read_lines(reader *r, FILE *file) {
  static const char mark[] = "\xef\xbb\xbf"; /* of UTF-8 */
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  bool good = true;
  errno = 0;
  while (good && (length = getline(&line, &room, file)) >= 0) {
    r->line++;
    bool marked = r->line == 1 && strncmp(line, mark, 3) == 0;
    good = check_text(r, line, (size_t)length) &&
           read_text(r, line + (marked ? 3 : 0));
  }
  if (good && !feof(file)) /* an error, or no memory for the line */
    good = nn_fail(r->error, "%s: cannot be read: %s", r->path,
                   strerror(errno));
  free(line);
  return good;
}

/* ---- a data set ------------------------------------------------------*/

static bool is_target(const reader *r, size_t column) {
  const nn_csv_options *o = r->options;
  if (!o->target_columns) return column >= r->columns - o->targets;
  for (size_t i = 0; i < o->targets; i++)
    if (o->target_columns[i] == column) return true;
  return false;
}

/* The columns of the inputs and then of the targets, in order; NULL if
 * there is no memory. */
static size_t *sort_columns(const reader *r) {
  const nn_csv_options *o = r->options;
  size_t *columns = malloc(r->columns * sizeof *columns), inputs = 0;
  if (!columns) return NULL;
  for (size_t i = 0; i < r->columns; i++)
    if (!is_target(r, i)) columns[inputs++] = i;
  for (size_t i = 0; i < o->targets; i++)
    columns[inputs + i] =
        o->target_columns ? o->target_columns[i] : inputs + i;
  return columns;
}

static bool make_dataset(const reader *r, nn_dataset *data) {
  if (r->columns == 0)
    return nn_fail(r->error, "%s: no line of numbers", r->path);
  size_t *columns = sort_columns(r);
  if (!columns) return nn_fail(r->error, "%s: out of memory", r->path);
  size_t targets = r->options->targets, inputs = r->columns - targets;
  *data = nn_dataset_new(r->numbers.count / r->columns, inputs, targets);
  for (size_t i = 0; i < data->count; i++) {
    const nn_real *line = r->numbers.at + i * r->columns;
    nn_real *x = nn_dataset_input(data, i), *t = nn_dataset_target(data, i);
    for (size_t k = 0; k < inputs; k++) x[k] = line[columns[k]];
    for (size_t k = 0; k < targets; k++) t[k] = line[columns[inputs + k]];
  }
  free(columns);
  return true;
}

static void require_sense(const char *function, const nn_csv_options *o) {
  if (o->separator && !strchr(",;:|\t ", o->separator))
    nn_refuse(function,
              "the separator is '%c': it can be , ; : | a tab or a space",
              o->separator);
  if (o->target_columns && o->targets == 0)
    nn_refuse(function, "there are target_columns, but targets, the number "
                        "of these, is 0");
  for (size_t i = 0; o->target_columns && i < o->targets; i++)
    for (size_t k = 0; k < i; k++)
      if (o->target_columns[i] == o->target_columns[k])
        nn_refuse(function, "column %zu is twice in target_columns",
                  o->target_columns[i]);
  if (o->class_count && !o->classes)
    nn_refuse(function, "class_count is %zu, but classes is NULL",
              o->class_count);
  if (o->classes && !o->class_count)
    nn_refuse(function, "there are classes, but class_count is 0");
  if (o->classes && o->targets != 1)
    nn_refuse(function,
              "classes are names of a single target, but targets is %zu",
              o->targets);
}

bool nn_csv_read(const char *path, nn_csv_options options, nn_dataset *data,
                 nn_error *error) {
  require_sense(__func__, &options);
  if (!options.separator) options.separator = ',';
  reader r = {.path = path,
              .options = &options,
              .separator = options.separator,
              .may_be_heading = options.heading != NN_HEADING_NO,
              .error = error};
  if (r.separator == ' ') r.separator = '\0';
  *data = (nn_dataset){0};
  FILE *file = fopen(path, "r");
  if (!file)
    return nn_fail(error, "%s: cannot be opened: %s", path,
                   strerror(errno));
  locale_t before = nn_c_locale_begin();
  bool good = read_lines(&r, file) && make_dataset(&r, data);
  nn_c_locale_end(before);
  fclose(file);
  nn_growing_free(&r.numbers);
  return good;
}
