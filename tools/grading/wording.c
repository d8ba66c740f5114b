#include "wording.h"

#include "language.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void say_all(const char *format, va_list arguments) {
  char *text = text_print_list(format, arguments), *line = text;
  for (char *end; line; line = end) {
    end = strchr(line, '\n');
    if (end) *end++ = '\0';
    printf("say\t%s\n", line);
  }
  free(text);
}

void say(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  say_all(format, arguments);
  va_end(arguments);
}

void say_printed(const char *text, bool asked) {
  enum { LINES_MAX = 24 };
  if (!*text) return;
  say(" ");
  say(asked ? _("In this call your code printed:")
            : _("Before the first call your code printed:"));
  for (int lines = 0; *text && lines < LINES_MAX; lines++) {
    printf("say\t  | ");
    for (; *text && *text != '\n'; text++)
      putchar((unsigned char)*text < ' ' || *text == 127 ? ' ' : *text);
    printf("\n");
    if (*text) text++;
  }
  if (*text) say("  | ...");
}

/* ---- saying what was called ------------------------------------------*/

void say_name_place(char place[PLACE_SIZE], const message_field *field,
                    size_t index) {
  if (field->array)
    text_fill(place, PLACE_SIZE, "%s[%zu]", field->name, index);
  else
    text_fill(place, PLACE_SIZE, "%s", field->name);
}

/* "w = [0, 0]". Adding 0 makes -0 the 0 that it is. */
static void write_field(FILE *to, const message_field *field) {
  enum { SHOWN = 12 };
  if (!field->array) {
    fprintf(to, "%s = %.6g", field->name, field->values[0] + 0.0);
    return;
  }
  fprintf(to, "%s = [", field->name);
  for (size_t i = 0; i < field->count && i < SHOWN; i++)
    fprintf(to, "%s%.6g", i ? ", " : "", field->values[i] + 0.0);
  fputs(field->count > SHOWN ? ", ...]" : "]", to);
}

static char *field_text(const message_field *field) {
  text_writing t;
  text_begin(&t);
  write_field(t.to, field);
  return text_end(&t);
}

/* All arguments of a call, to be freed. */
static char *arguments_text(const message *query) {
  text_writing t;
  text_begin(&t);
  for (size_t i = 0; i < query->count; i++) {
    if (i) fputs(", ", t.to);
    write_field(t.to, &query->fields[i]);
  }
  return text_end(&t);
}

void say_call(const message *query) {
  enum { SHORT = 60 };
  char *arguments = arguments_text(query);
  bool is_short = strlen(query->name) + strlen(arguments) <= SHORT;
  if (is_short)
    say(_("Called %s(%s)"), query->name, arguments);
  else
    say(_("Called %s("), query->name);
  for (size_t i = 0; i < query->count && !is_short; i++) {
    char *text = field_text(&query->fields[i]);
    say("    %s%s", text, i + 1 < query->count ? "," : ")");
    free(text);
  }
  free(arguments);
}

void say_place(double address) {
  if (address >= 1 && address < 0x1p53)
    printf("at\t%#llx\n", (unsigned long long)address);
}

/* How many digits it takes to tell two numbers apart, 9 at least. */
static int digits_apart(double a, double b) {
  char one[64], other[64];
  for (int digits = 9; digits < 17; digits++) {
    text_fill(one, sizeof one, "%.*g", digits, a);
    text_fill(other, sizeof other, "%.*g", digits, b);
    if (strcmp(one, other) != 0) return digits;
  }
  return 17;
}

static const char *why_no_number(double value) {
  switch (message_nan_kind(value)) {
  case NAN_UNWRITTEN:
    return _("Nothing was written there.");
  case NAN_FROM_UNWRITTEN:
    return _(
        "What came out was computed from an element to which nothing had "
        "been written before.");
  default:
    return _("What came out is not a number: it is 0/0, or infinity minus "
             "infinity, or was computed from such a thing.");
  }
}

void say_difference(const message *query, const message *right,
                    const message *answer, const message_field *field,
                    size_t index) {
  const message_field *got = message_find(answer, field->name);
  char place[PLACE_SIZE];
  say_name_place(place, field, index);

  say_call(query);
  if (!got || got->count != field->count) {
    say(_("Nothing came back for %s."), field->name);
    return;
  }
  double value = got->values[index], wanted = field->values[index];
  int digits = digits_apart(value, wanted);
  bool returned = strcmp(field->name, "returned") == 0;
  if (isnan(value) && !isnan(wanted))
    say(_("Expected %s = %.9g\n%s"), place, wanted, why_no_number(value));
  else if (returned)
    say(_("It should return %.*g.\nIt returned %.*g."), digits, wanted,
        digits, value);
  else
    say(_("Expected %s = %.*g\nCame out %s = %.*g"), place, digits, wanted,
        place, digits, value);
  if (field->array && field->count > 1) {
    char *expected = field_text(message_find(right, field->name));
    char *came_out = field_text(got);
    say(_("In full, expected %s\n          came out %s"), expected,
        came_out);
    free(expected);
    free(came_out);
  }
}
