#include "c_locale.h"
#include "growing.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <nn/csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *path;
  size_t line;
  size_t targets; /* how many of a line's numbers */
  size_t columns; /* of the first line of numbers; 0 before it */
  growing numbers;
  nn_error *error;
} reader;

/* ---- a cell ----------------------------------------------------------*/

/* Cuts the cell that begins at *rest out of its line: without its quotes
 * and the spaces around it. *rest becomes the next cell, or NULL. */
static char *next_cell(char **rest) {
  char *cell = *rest, *comma = strchr(cell, ',');
  if (comma) *comma = '\0';
  *rest = comma ? comma + 1 : NULL;

  while (isspace((unsigned char)*cell)) cell++;
  size_t length = strlen(cell);
  while (length && isspace((unsigned char)cell[length - 1])) length--;
  if (length >= 2 && cell[0] == '"' && cell[length - 1] == '"') {
    cell++;
    length -= 2;
  }
  cell[length] = '\0';
  return cell;
}

/* Any number, infinite ones too. */
static bool read_number(const char *cell, nn_real *number) {
  char *end;
  *number = (nn_real)strtod(cell, &end);
  return end != cell && *end == '\0';
}

/* ---- a line ----------------------------------------------------------*/

static bool is_blank(const char *line) {
  return line[strspn(line, " \t\r\n")] == '\0';
}

/* Names of columns: no cell is a number. */
static bool is_heading(const char *line) {
  char *copy = strdup(line), *rest = copy;
  bool found = false;
  nn_real number;
  while (rest && !found) found = read_number(next_cell(&rest), &number);
  bool heading = copy && !found;
  free(copy);
  return heading;
}

static bool read_line(reader *r, char *line) {
  size_t column = 0;
  for (char *rest = line; rest; column++) {
    nn_real number;
    const char *cell = next_cell(&rest);
    if (!read_number(cell, &number) || !isfinite(number))
      return nn_fail(r->error,
                     "%s:%zu: column %zu is '%.40s': a finite number is "
                     "expected",
                     r->path, r->line, column + 1, cell);
    if (!growing_add(&r->numbers, number))
      return nn_fail(r->error, "%s:%zu: out of memory", r->path, r->line);
  }
  if (column <= r->targets)
    return nn_fail(r->error,
                   "%s:%zu: %zu columns, but %zu are to be targets and at "
                   "least one must be left as input",
                   r->path, r->line, column, r->targets);
  if (r->columns == 0) r->columns = column;
  if (column != r->columns)
    return nn_fail(r->error,
                   "%s:%zu: %zu columns, where the lines above have %zu",
                   r->path, r->line, column, r->columns);
  return true;
}

/* ---- a file ----------------------------------------------------------*/

static bool read_lines(reader *r, FILE *file) {
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  bool good = true, first = true;
  errno = 0;
  while (good && (length = getline(&line, &room, file)) >= 0) {
    static const char mark[] = "\xef\xbb\xbf"; /* of UTF-8 */
    char *text = line;
    r->line++;
    if (r->line == 1 && strncmp(text, mark, 3) == 0) text += 3;
    if (strlen(line) != (size_t)length) {
      good = nn_fail(r->error, "%s:%zu: a zero byte: this is no text",
                     r->path, r->line);
    } else if (!is_blank(text)) {
      if (!first || !is_heading(text)) good = read_line(r, text);
      first = false;
    }
  }
  if (good && !feof(file)) /* an error, or no memory for the line */
    good = nn_fail(r->error, "%s: cannot be read: %s", r->path,
                   strerror(errno));
  free(line);
  return good;
}

static bool make_dataset(const reader *r, nn_dataset *data) {
  if (r->columns == 0)
    return nn_fail(r->error, "%s: no line of numbers", r->path);
  size_t targets = r->targets, inputs = r->columns - targets;
  *data = nn_dataset_new(r->numbers.count / r->columns, inputs, targets);
  for (size_t i = 0; i < data->count; i++) {
    const nn_real *line = r->numbers.at + i * r->columns;
    memcpy(nn_dataset_input(data, i), line, inputs * sizeof *line);
    memcpy(nn_dataset_target(data, i), line + inputs,
           targets * sizeof *line);
  }
  return true;
}

bool nn_csv_read(const char *path, size_t targets, nn_dataset *data,
                 nn_error *error) {
  reader r = {.path = path, .targets = targets, .error = error};
  *data = (nn_dataset){0};
  FILE *file = fopen(path, "r");
  if (!file)
    return nn_fail(error, "%s: cannot be opened: %s", path,
                   strerror(errno));
  locale_t before = c_locale_begin();
  bool good = read_lines(&r, file) && make_dataset(&r, data);
  c_locale_end(before);
  fclose(file);
  growing_free(&r.numbers);
  return good;
}
