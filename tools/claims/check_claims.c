/* Compares what a chapter claims with what its program computed.
 *
 *     check_claims claims.tsv numbers.tsv
 *
 * A claim is a line of five columns: the number's name, the value that it
 * should have, how far it may be off, the source and what it is. */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 4096, COLUMNS = 5 };

static FILE *open_table(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) {
    fprintf(stderr, "check_claims: cannot read %s: %s\n", path,
            strerror(errno));
    exit(2);
  }
  return file;
}

/* Splits a line at its tabs; the number of columns. */
static size_t split(char *line, char **columns) {
  size_t count = 0;
  line[strcspn(line, "\r\n")] = '\0';
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
  char line[LINE], *columns[COLUMNS];
  FILE *file = open_table(path);
  bool found = false;
  while (!found && fgets(line, sizeof line, file))
    found = split(line, columns) >= 2 && strcmp(columns[0], name) == 0 &&
            read_number(columns[1], value);
  fclose(file);
  return found;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: check_claims CLAIMS.tsv NUMBERS.tsv\n");
    return 2;
  }
  char line[LINE], *columns[COLUMNS];
  size_t number = 0, claims = 0, broken = 0;
  FILE *file = open_table(argv[1]);

  while (fgets(line, sizeof line, file)) {
    double should, tolerance, value = (double)NAN;
    number++;
    if (*line == '#' || *line == '\n') continue;
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
    bool found = find_number(argv[2], columns[0], &value);
    bool holds = found && fabs(value - should) <= tolerance;
    printf("%-4s %-28s should be %-12.9g is ", holds ? "ok" : "NO",
           columns[0], should);
    if (found)
      printf("%.9g\n", value);
    else
      printf("not named by the program\n");
    broken += !holds;
  }
  fclose(file);
  if (!claims) fprintf(stderr, "%s makes no claims\n", argv[1]);
  printf("%zu claims, %zu broken\n", claims, broken);
  return broken || !claims ? 1 : 0;
}
