#include "example.h"

#include "compare.h"
#include "memory.h"
#include "text.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *file;
  FILE *out;
  size_t mistakes;
  long line; /* that is being read, or in which the call begins */
} reader;

/* Always false, for the caller to return. */
static bool complain(reader *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static bool complain(reader *r, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(r->out, "%s:%ld: ", r->file, r->line);
  vfprintf(r->out, format, arguments);
  putc('\n', r->out);
  va_end(arguments);
  r->mistakes++;
  return false;
}

/* ---- one call --------------------------------------------------------*/

static void skip_blanks(const char **at) {
  *at += strspn(*at, " \t");
}

static bool take(const char **at, const char *token) {
  skip_blanks(at);
  size_t length = strlen(token);
  if (strncmp(*at, token, length) != 0) return false;
  *at += length;
  return true;
}

static bool missing(reader *r, const char *what, const char *at) {
  skip_blanks(&at);
  if (!*at) return complain(r, "%s is missing at the end", what);
  return complain(r, "%s is missing before '%s'", what, at);
}

static bool read_name(reader *r, const char **at, const char *what,
                      char name[MESSAGE_NAME]) {
  size_t length = 0;
  skip_blanks(at);
  while (isalnum((unsigned char)(*at)[length]) || (*at)[length] == '_')
    length++;
  if (!length) return missing(r, what, *at);
  if (length >= MESSAGE_NAME)
    return complain(r, "the name '%.*s' is longer than %d letters",
                    (int)length, *at, MESSAGE_NAME - 1);
  memcpy(name, *at, length);
  name[length] = '\0';
  *at += length;
  return true;
}

/* Takes the dots off a number that is cut off. */
static bool cut_dots(char *number) {
  static const char *const dots[] = {"...", "…"};
  size_t length = strlen(number);
  for (size_t i = 0; i < sizeof dots / sizeof *dots; i++) {
    size_t end = strlen(dots[i]);
    if (length <= end || strcmp(number + length - end, dots[i]) != 0)
      continue;
    number[length - end] = '\0';
    return true;
  }
  return false;
}

/* The unit of the last digit of a number like -1.25e-3, 1e-5; 0 if it is
 * written in another way. */
static double last_digit(const char *number) {
  const char *point = strchr(number, '.');
  const char *exponent = strpbrk(number, "eE");
  if (!point || strpbrk(number, "xX")) return 0;
  double decimals = (double)strspn(point + 1, "0123456789");
  return pow(10, (exponent ? strtod(exponent + 1, NULL) : 0) - decimals);
}

static bool read_number(reader *r, const char **at, double *value,
                        double *unit) {
  char number[64], *end;
  skip_blanks(at);
  size_t length = strcspn(*at, " \t,])");
  if (!length) return missing(r, "a number", *at);
  if (length >= sizeof number)
    return complain(r, "'%.*s' is no number", (int)length, *at);
  memcpy(number, *at, length);
  number[length] = '\0';

  bool cut = cut_dots(number);
  *value = strtod(number, &end);
  if (end == number || *end)
    return complain(r, "'%.*s' is no number", (int)length, *at);
  *unit = cut ? last_digit(number) : 0;
  if (cut && *unit == 0)
    return complain(r,
                    "'%s' cannot be cut off: only a number with a "
                    "decimal point can",
                    number);
  *at += length;
  return true;
}

/* The numbers of a field, one or an array. */
static bool read_values(reader *r, const char **at, double *values,
                        double *units, size_t *count) {
  *count = 0;
  if (!take(at, "[")) {
    *count = 1;
    return read_number(r, at, values, units);
  }
  if (take(at, "]")) return true;
  do {
    if (!read_number(r, at, &values[*count], &units[*count])) return false;
    ++*count;
  } while (take(at, ","));
  return take(at, "]") || missing(r, "',' or ']'", *at);
}

static bool read_field(reader *r, const char **at, message *fields,
                       message *units) {
  char name[MESSAGE_NAME];
  if (!read_name(r, at, "the name of a field", name)) return false;
  if (message_find(fields, name))
    return complain(r, "the field '%s' is there twice", name);
  if (fields->count == MESSAGE_FIELDS)
    return complain(r, "there are more than %d fields", MESSAGE_FIELDS);
  if (!take(at, "=")) return missing(r, "'='", *at);

  skip_blanks(at);
  bool array = **at == '[';
  size_t most = strlen(*at) + 1, count;
  double *values = memory_resize(NULL, most, sizeof *values);
  double *digits = memory_resize(NULL, most, sizeof *digits);
  bool right = read_values(r, at, values, digits, &count);
  if (right && count > MESSAGE_VALUES)
    right =
        complain(r, "'%s' has more than %d numbers", name, MESSAGE_VALUES);
  if (right) {
    message_add(fields, name, values, count);
    fields->fields[fields->count - 1].array = array;
    message_add(units, name, digits, count);
  }
  free(values);
  free(digits);
  return right;
}

static bool read_fields(reader *r, const char **at, message *fields,
                        message *units) {
  do {
    if (!read_field(r, at, fields, units)) return false;
  } while (take(at, ","));
  return true;
}

/* What is asked is written in full. */
static bool check_whole(reader *r, const message *units) {
  for (size_t f = 0; f < units->count; f++)
    for (size_t i = 0; i < units->fields[f].count; i++)
      if (units->fields[f].values[i] != 0)
        return complain(r,
                        "'%s' is given to the function, and no number "
                        "of it may be cut off",
                        units->fields[f].name);
  return true;
}

static bool read_query(reader *r, const char **at, message *query) {
  char name[MESSAGE_NAME];
  if (!read_name(r, at, "the name of a function", name)) return false;
  message_begin(query, name);
  if (!take(at, "(")) return missing(r, "'('", *at);
  if (take(at, ")")) return true;

  message units;
  message_begin(&units, "");
  bool right = read_fields(r, at, query, &units) && check_whole(r, &units);
  message_free(&units);
  return right && (take(at, ")") || missing(r, "',' or ')'", *at));
}

static bool read_example(reader *r, const char *at, example *e) {
  if (!read_query(r, &at, &e->query)) return false;
  if (!take(&at, "→") && !take(&at, "->")) return missing(r, "'→'", at);
  if (!read_fields(r, &at, &e->answer, &e->units)) return false;
  skip_blanks(&at);
  return !*at || missing(r, "','", at);
}

bool example_read_call(const char *call, message *query) {
  reader r = {.file = "a call", .out = stderr, .line = 1};
  const char *at = call;
  message_begin(query, "");
  if (!read_query(&r, &at, query)) return false;
  skip_blanks(&at);
  return !*at;
}

static void free_example(example *e) {
  message_free(&e->query);
  message_free(&e->answer);
  message_free(&e->units);
}

static void add_example(reader *r, const char *call, example_list *list) {
  example e = {.line = r->line};
  message_begin(&e.query, "");
  message_begin(&e.answer, "answer");
  message_begin(&e.units, "units");
  if (!read_example(r, call, &e)) {
    free_example(&e);
    return;
  }
  list->all = memory_resize(list->all, list->count + 1, sizeof *list->all);
  list->all[list->count++] = e;
}

/* ---- the blocks of a task --------------------------------------------*/

typedef struct {
  size_t fence; /* the fence that ends the block; 0: outside of one */
  bool examples;
  long begun;      /* its first line */
  size_t read;     /* calls in it, right or wrong */
  char *call;      /* what has been read of a call; "" between two */
  long call_begun; /* its first line */
} block;

static size_t fence_length(const char *line) {
  size_t length = strspn(line, "`");
  return length >= 3 ? length : 0;
}

/* Is this line, which begins a block, of the right form? One that could
 * be meant so but is not would never be executed. */
static bool begins_examples(reader *r, const char *line) {
  const char *class = line + fence_length(line);
  skip_blanks(&class);
  if (strcmp(class, "example") == 0 || strcmp(class, "{.example}") == 0)
    return true;
  if (strstr(class, "example"))
    complain(r, "a block of examples begins with '``` example'");
  return false;
}

/* Reads the call that has been collected, if any. */
static void end_call(reader *r, block *b, example_list *list) {
  if (!*b->call) return;
  long line = r->line;
  r->line = b->call_begun;
  add_example(r, b->call, list);
  r->line = line;
  b->call[0] = '\0';
  b->read++;
}

static void add_line(reader *r, block *b, const char *line,
                     example_list *list) {
  if (line[0] != ' ' && line[0] != '\t') end_call(r, b, list);
  if (!line[strspn(line, " \t")]) return;
  if (!*b->call) b->call_begun = r->line;
  char *longer = text_print("%s%s%s", b->call, *b->call ? " " : "", line);
  free(b->call);
  b->call = longer;
}

static void end_block(reader *r, block *b, example_list *list) {
  end_call(r, b, list);
  if (b->examples && b->read == 0) {
    r->line = b->begun;
    complain(r, "the block holds no example");
  }
  b->fence = 0;
}

static void read_line(reader *r, block *b, const char *line,
                      example_list *list) {
  size_t fence = fence_length(line);
  if (b->fence) {
    if (fence >= b->fence && !line[fence])
      end_block(r, b, list);
    else if (b->examples)
      add_line(r, b, line, list);
    return;
  }
  const char *inner = line;
  skip_blanks(&inner);
  bool other = strncmp(inner, "~~~", 3) == 0;
  if (other || fence_length(inner) > fence) { /* indented, or of tildes */
    if (strstr(inner, "example"))
      complain(r, "a block of examples begins with '``` example'");
  } else if (fence) {
    b->fence = fence;
    b->begun = r->line;
    b->read = 0;
    b->examples = begins_examples(r, line);
  }
}

size_t examples_read(const char *file, example_list *list, FILE *out) {
  reader r = {.file = file, .out = out};
  *list = (example_list){0};
  FILE *task = fopen(file, "r");
  if (!task) {
    fprintf(out, "%s: cannot be read\n", file);
    return 1;
  }
  block b = {.call = text_print("%s", "")};
  b.call[0] = '\0';
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, task) >= 0) {
    size_t length = strlen(line);
    while (length && isspace((unsigned char)line[length - 1])) length--;
    line[length] = '\0';
    r.line++;
    read_line(&r, &b, line, list);
  }
  if (b.fence) {
    r.line = b.begun;
    complain(&r, "the block that begins here does not end");
  }
  free(line);
  free(b.call);
  fclose(task);
  return r.mistakes;
}

void examples_free(example_list *list) {
  for (size_t i = 0; i < list->count; i++) free_example(&list->all[i]);
  free(list->all);
  *list = (example_list){0};
}

/* ---- comparing -------------------------------------------------------*/

bool example_agrees(double written, double unit, double computed) {
  if (isnan(written) || isnan(computed))
    return isnan(written) && isnan(computed);
  if (isinf(written) || isinf(computed)) return written == computed;
  if (unit > 0) {
    double more = copysign(1, written) * (computed - written);
    return 0 <= more && more < unit;
  }
  return compare_near(written, computed, COMPARE_DIGITS, 1);
}

static void write_cut(char *text, size_t size, double value, double unit) {
  text_fill(text, size, "%.*f...", (int)fmax(0, round(-log10(unit))),
            value);
}

/* "w[1]", or "b" where there is one number. */
static void say_difference(reader *r, const char *function,
                           const message_field *said, size_t i, double unit,
                           double computed) {
  char index[32] = "", gave[MESSAGE_NUMBER], says[64];
  if (said->count != 1) text_fill(index, sizeof index, "[%zu]", i);
  message_shortest(gave, computed, 6);
  if (unit > 0)
    write_cut(says, sizeof says, said->values[i], unit);
  else
    message_shortest(says, said->values[i], 6);
  complain(r, "%s(...) gave %s%s = %s; the task says %s", function,
           said->name, index, gave, says);
}

static bool field_agrees(reader *r, const example *e, size_t f,
                         const message *answer) {
  const message_field *said = &e->answer.fields[f];
  const message_field *got = message_find(answer, said->name);
  const char *function = e->query.name;
  if (!got) return complain(r, "%s(...) gave no %s", function, said->name);
  if (got->count != said->count)
    return complain(r, "%s(...) gave %zu numbers for %s; the task says %zu",
                    function, got->count, said->name, said->count);
  const double *units = e->units.fields[f].values;
  for (size_t i = 0; i < said->count; i++)
    if (!example_agrees(said->values[i], units[i], got->values[i])) {
      say_difference(r, function, said, i, units[i], got->values[i]);
      return false;
    }
  return true;
}

/* Where the program is, for when it is ended by what it calls: a driver
 * does so if a query lacks a field. */
static const reader *calling;

static void say_where(void) {
  if (calling)
    fprintf(stderr, "%s:%ld: the call of this example ended the program\n",
            calling->file, calling->line);
}

static void check(reader *r, const example *e, example_call *call) {
  message answer;
  message_begin(&answer, "answer");
  r->line = e->line;
  calling = r;
  call(&e->query, &answer);
  calling = NULL;
  if (!answer.count)
    complain(r, "there is no function '%s', or it gives nothing back",
             e->query.name);
  for (size_t f = 0; answer.count && f < e->answer.count; f++)
    if (!field_agrees(r, e, f, &answer)) break;
  message_free(&answer);
}

size_t examples_check(const char *file, example_call *answer, bool none,
                      FILE *out) {
  static bool registered = false;
  if (!registered) registered = atexit(say_where) == 0;
  example_list list;
  reader r = {.file = file, .out = out, .line = 1};
  r.mistakes = examples_read(file, &list, out);
  if (!list.count && !r.mistakes && !none)
    complain(&r, "the task has no example (a block '``` example')");
  for (size_t i = 0; i < list.count; i++) check(&r, &list.all[i], answer);
  examples_free(&list);
  return r.mistakes;
}
