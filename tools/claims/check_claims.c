/* Compares what a chapter claims with what its program computed.
 *
 *     check_claims claims.tsv numbers.tsv
 *
 * A claim is a line of five columns: the number's name, the value that it
 * should have, how far it may be off, the source and what it is. */
#include "fail.h"
#include "file.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 5 };

static char *read_table(const char *path) {
  char *text = file_read(path);
  if (!text) fail("cannot read %s: %s", path, strerror(errno));
  return text;
}

/* The next line of a text, which is cut there; NULL at the end. */
static char *next_line(char **text) {
  char *line = *text;
  if (!*line) return NULL;
  *text += strcspn(line, "\n");
  if (**text) *(*text)++ = '\0';
  line[strcspn(line, "\r")] = '\0';
  return line;
}

/* Cuts a line at its tabs; the number of columns, of which there may be
 * more. */
static size_t split(char *line, char **columns) {
  size_t count = 0;
  for (char *at = line; at && count < COLUMNS; count++) {
    columns[count] = at;
    at = strchr(at, '\t');
    if (at) *at++ = '\0';
  }
  return count;
}

static bool read_number(const char *text, double *value) {
  char *end;
  *value = strtod(text, &end);
  return end != text && *end == '\0';
}

/* Finds a number by its name; false if the run did not name it. */
static bool find_number(const char *path, const char *name, double *value) {
  char *columns[COLUMNS], *text = read_table(path), *rest = text;
  bool found = false;
  for (char *line; !found && (line = next_line(&rest));)
    found = split(line, columns) >= 2 && strcmp(columns[0], name) == 0 &&
            read_number(columns[1], value);
  free(text);
  return found;
}

/* Returns whether the number is as claimed. Prints it if it is; else says
 * what is wrong with the claim at `place`. */
static bool holds(const char *numbers, const char *name, double should,
                  double tolerance, const char *place) {
  double value = (double)NAN;
  bool found = find_number(numbers, name, &value);
  bool near = found && fabs(value - should) <= tolerance;
  if (near)
    printf("ok   %-28s should be %-12.9g is %.9g\n", name, should, value);
  else if (found)
    fprintf(stderr, "%s: %s should be %.9g, within %g, and is %.9g\n",
            place, name, should, tolerance, value);
  else
    fprintf(stderr, "%s: the program names no number '%s'\n", place, name);
  return near;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: check_claims CLAIMS.tsv NUMBERS.tsv\n");
    return 2;
  }
  char *columns[COLUMNS], *text = read_table(argv[1]), *rest = text;
  size_t number = 0, claims = 0, broken = 0;
  for (char *line; (line = next_line(&rest));) {
    double should, tolerance;
    number++;
    if (*line == '#' || !*line) continue;
    if (split(line, columns) != COLUMNS ||
        !read_number(columns[1], &should) ||
        !read_number(columns[2], &tolerance)) {
      fprintf(stderr,
              "%s:%zu: a claim has five columns, the second and third of "
              "them numbers\n",
              argv[1], number);
      return 2;
    }
    claims++;
    char place[4096];
    int length = snprintf(place, sizeof place, "%s:%zu", argv[1], number);
    if (length < 0 || (size_t)length >= sizeof place)
      fail("the path of %s is too long", argv[1]);
    broken += !holds(argv[2], columns[0], should, tolerance, place);
  }
  free(text);
  if (!claims) fprintf(stderr, "%s makes no claims\n", argv[1]);
  printf("%zu claims, %zu broken\n", claims, broken);
  return broken || !claims ? 1 : 0;
}
