#include "csv_cause.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool nn_csv_is_missing(const char *cell) {
  static const char *const marks[] = {"",     "?",    "-",    ".",
                                      "*",    "NA",   "NaN",  "N/A",
                                      "#N/A", "null", "None", "missing"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (strcasecmp(cell, marks[i]) == 0) return true;
  return false;
}

/* How many of the pieces between separators are numbers. */
static size_t count_numbers(const char *cell, char separator) {
  size_t numbers = 0;
  for (const char *piece = cell; piece;) {
    char *end;
    piece += strspn(piece, " ");
    strtod(piece, &end);
    bool number = end != piece;
    end += strspn(end, " ");
    if (number && (end[-1] == ' ' || !*end || *end == separator)) numbers++;
    piece = strchr(piece, separator);
    if (piece) piece++;
  }
  return numbers;
}

char nn_csv_separator_within(const char *cell) {
  for (const char *separator = "\t;|"; *separator; separator++)
    if (strchr(cell, *separator) && count_numbers(cell, *separator) > 0)
      return *separator;
  for (const char *separator = ", "; *separator; separator++)
    if (count_numbers(cell, *separator) > 1) return *separator;
  return '\0';
}

static const char *cause_of_separator(char within, char separator) {
  switch (within) {
  case '\t':
    return "; if tabs separate the columns, say .separator = '\\t'";
  case ';':
    return "; if ';' separates the columns, say .separator = ';'";
  case '|':
    return "; if '|' separates the columns, say .separator = '|'";
  case ' ':
    return "; if white space separates the columns, say .separator = ' '";
  default:
    return separator == ','
               ? "; a number has a point, never a comma"
               : "; a number has a point, never a comma; if ',' separates "
                 "the columns, say .separator = ','";
  }
}

const char *nn_csv_cause(const char *cell, char separator, bool heading,
                         bool classes) {
  static const char a_heading[] =
      "; if the line names the columns, say .heading = NN_HEADING_YES";
  static const char a_class[] =
      "; if the column names classes, say .classes, and .target_columns if "
      "it is not the last";
  static const char either[] =
      "; if the line names the columns, say .heading = NN_HEADING_YES; if "
      "the column names classes, say .classes";
  char within = nn_csv_separator_within(cell);
  bool word = isalpha((unsigned char)*cell);
  if (nn_csv_is_missing(cell))
    return "; fill in what is missing, or leave out the line";
  if (within) return cause_of_separator(within, separator);
  if (classes && word) return heading ? either : a_class;
  return heading ? a_heading : "";
}
