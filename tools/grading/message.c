#include "message.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *allocate(size_t size) {
  void *memory = malloc(size ? size : 1);
  if (!memory) {
    fprintf(stderr, "out of memory\n");
    exit(EXIT_FAILURE);
  }
  return memory;
}

static void copy_name(char *to, const char *name, size_t length) {
  if (length >= MESSAGE_NAME) length = MESSAGE_NAME - 1;
  memcpy(to, name, length);
  to[length] = '\0';
}

void message_begin(message *m, const char *name) {
  *m = (message){0};
  copy_name(m->name, name, strlen(name));
}

void message_free(message *m) {
  for (size_t i = 0; i < m->count; i++) free(m->fields[i].values);
  m->count = 0;
}

double *message_add(message *m, const char *name, const double *values,
                    size_t count) {
  if (m->count == MESSAGE_FIELDS || count > MESSAGE_VALUES) {
    fprintf(stderr, "message '%s': no room for '%s'\n", m->name, name);
    exit(EXIT_FAILURE);
  }
  message_field *field = &m->fields[m->count++];
  copy_name(field->name, name, strlen(name));
  field->count = count;
  field->array = true;
  field->values = allocate(count * sizeof *field->values);
  for (size_t i = 0; !values && i < count; i++)
    field->values[i] = (double)NAN;
  if (values && count)
    memcpy(field->values, values, count * sizeof *values);
  return field->values;
}

void message_copy(message *m, const message *other) {
  message_begin(m, other->name);
  for (size_t f = 0; f < other->count; f++) {
    const message_field *field = &other->fields[f];
    message_add(m, field->name, field->values, field->count);
    m->fields[f].array = field->array;
  }
}

double *message_add_number(message *m, const char *name, double value) {
  double *place = message_add(m, name, &value, 1);
  m->fields[m->count - 1].array = false;
  return place;
}

const message_field *message_find(const message *m, const char *name) {
  for (size_t i = 0; i < m->count; i++)
    if (strcmp(m->fields[i].name, name) == 0) return &m->fields[i];
  return NULL;
}

static const message_field *must_find(const message *m, const char *name) {
  const message_field *field = message_find(m, name);
  if (!field) {
    fprintf(stderr, "message '%s' has no field '%s'\n", m->name, name);
    exit(EXIT_FAILURE);
  }
  return field;
}

const double *message_values(const message *m, const char *name) {
  return must_find(m, name)->values;
}

size_t message_count(const message *m, const char *name) {
  return must_find(m, name)->count;
}

double message_number(const message *m, const char *name) {
  const message_field *field = must_find(m, name);
  return field->count == 1 ? field->values[0] : (double)NAN;
}

/* ---- what is not a number --------------------------------------------*/

/* A signalling NaN: arithmetic makes it quiet, and keeps the other bits. */
static const uint64_t unwritten = UINT64_C(0x7ff4deadbeef0bad);
static const uint64_t quiet = UINT64_C(0x0008000000000000);

double message_unwritten(void) {
  double value;
  memcpy(&value, &unwritten, sizeof value);
  return value;
}

static uint64_t bits_of(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits & ~(UINT64_C(1) << 63); /* without its sign */
}

nan_kind message_nan_kind(double value) {
  uint64_t bits = bits_of(value);
  if (bits == unwritten) return NAN_UNWRITTEN;
  return bits == (unwritten | quiet) ? NAN_FROM_UNWRITTEN : NAN_PLAIN;
}

static double nan_of_kind(nan_kind kind) {
  double value = (double)NAN;
  uint64_t bits = kind == NAN_UNWRITTEN ? unwritten : unwritten | quiet;
  if (kind != NAN_PLAIN) memcpy(&value, &bits, sizeof value);
  return value;
}

void message_shortest(char text[MESSAGE_NUMBER], double value, int digits) {
  for (; digits <= 17; digits++) {
    int length = snprintf(text, MESSAGE_NUMBER, "%.*g", digits, value);
    assert(length < MESSAGE_NUMBER);
    if (strtod(text, NULL) == value) return;
  }
}

/* ---- lines -----------------------------------------------------------*/

char *message_write(const message *m) {
  enum { NUMBER = 32 }; /* "-0x1.fffffffffffffp-1022," is 25 */
  size_t size = MESSAGE_NAME + 2;
  for (size_t i = 0; i < m->count; i++)
    size += MESSAGE_NAME + 5 + NUMBER * m->fields[i].count;

  char *line = allocate(size), *end = line;
  end += sprintf(end, "%s", m->name);
  for (size_t i = 0; i < m->count; i++) {
    const message_field *field = &m->fields[i];
    end += sprintf(end, " %s=%s", field->name, field->array ? "[" : "");
    for (size_t j = 0; j < field->count; j++) {
      double value = field->values[j];
      nan_kind kind = isnan(value) ? message_nan_kind(value) : NAN_PLAIN;
      if (j) *end++ = ',';
      end += kind == NAN_PLAIN ? sprintf(end, "%a", value)
                               : sprintf(end, "nan(%d)", (int)kind);
    }
    if (field->array) *end++ = ']';
  }
  strcpy(end, "\n");
  assert(strlen(line) < size);
  return line;
}

static size_t name_length(const char *text) {
  size_t length = 0;
  while (isalnum((unsigned char)text[length]) || text[length] == '_')
    length++;
  return length;
}

/* Reads a number; NULL if there is none. */
static const char *read_number(const char *text, double *value) {
  char *end;
  if (isspace((unsigned char)*text)) return NULL;
  for (int kind = NAN_UNWRITTEN; kind <= NAN_FROM_UNWRITTEN; kind++) {
    char written[] = {'n', 'a', 'n', '(', (char)('0' + kind), ')', '\0'};
    size_t length = strlen(written);
    if (strncmp(text, written, length) != 0) continue;
    *value = nan_of_kind((nan_kind)kind);
    return text + length;
  }
  *value = strtod(text, &end);
  return end == text ? NULL : end;
}

/* Reads "name=1" or "name=[1,2,3]" into a new field; NULL if it is
 * neither. */
static const char *read_field(message *m, const char *text) {
  size_t length = name_length(text);
  if (!length || length >= MESSAGE_NAME || text[length] != '=' ||
      m->count == MESSAGE_FIELDS)
    return NULL;
  message_field *field = &m->fields[m->count];
  copy_name(field->name, text, length);
  text += length + 1;
  field->array = *text == '[';
  if (field->array) text++;

  size_t count = !field->array || *text != ']';
  for (const char *c = text; *c && *c != ' '; c++) count += *c == ',';
  if (count > MESSAGE_VALUES || (count != 1 && !field->array)) return NULL;
  field->values = allocate(count * sizeof *field->values);
  field->count = count;
  m->count++;

  for (size_t i = 0; i < count; i++) {
    text = read_number(text, &field->values[i]);
    if (!text || (i + 1 < count && *text++ != ',')) return NULL;
  }
  if (field->array && *text++ != ']') return NULL;
  return *text == ' ' || *text == '\0' ? text : NULL;
}

bool message_read(message *m, const char *line) {
  size_t length = name_length(line);
  *m = (message){0};
  if (!length || length >= MESSAGE_NAME) return false;
  copy_name(m->name, line, length);
  line += length;

  while (line && *line == ' ') line = read_field(m, line + 1);
  if (line && *line == '\0') return true;
  message_free(m);
  return false;
}
