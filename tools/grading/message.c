#include "message.h"

#include <ctype.h>
#include <math.h>
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
  field->values = allocate(count * sizeof *field->values);
  for (size_t i = 0; i < count; i++)
    field->values[i] = values ? values[i] : (double)NAN;
  return field->values;
}

void message_copy(message *m, const message *other) {
  message_begin(m, other->name);
  for (size_t f = 0; f < other->count; f++) {
    const message_field *field = &other->fields[f];
    message_add(m, field->name, field->values, field->count);
  }
}

void message_add_number(message *m, const char *name, double value) {
  message_add(m, name, &value, 1);
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

/* ---- lines -----------------------------------------------------------*/

char *message_write(const message *m) {
  enum { NUMBER = 32 }; /* "-0x1.fffffffffffffp-1022," is 25 */
  size_t size = MESSAGE_NAME + 2;
  for (size_t i = 0; i < m->count; i++)
    size += MESSAGE_NAME + 3 + NUMBER * m->fields[i].count;

  char *line = allocate(size), *end = line;
  end += sprintf(end, "%s", m->name);
  for (size_t i = 0; i < m->count; i++) {
    const message_field *field = &m->fields[i];
    end += sprintf(end, " %s=", field->name);
    for (size_t j = 0; j < field->count; j++)
      end += sprintf(end, "%s%a", j ? "," : "", field->values[j]);
  }
  strcpy(end, "\n");
  return line;
}

static size_t name_length(const char *text) {
  size_t length = 0;
  while (isalnum((unsigned char)text[length]) || text[length] == '_')
    length++;
  return length;
}

/* Reads "name=1,2,3" into a new field; NULL if it is not one. */
static const char *read_field(message *m, const char *text) {
  size_t length = name_length(text);
  if (!length || length >= MESSAGE_NAME || text[length] != '=' ||
      m->count == MESSAGE_FIELDS)
    return NULL;
  message_field *field = &m->fields[m->count];
  copy_name(field->name, text, length);
  text += length + 1;

  size_t count = *text != ' ' && *text != '\0';
  for (const char *c = text; *c && *c != ' '; c++) count += *c == ',';
  if (count > MESSAGE_VALUES) return NULL;
  field->values = allocate(count * sizeof *field->values);
  field->count = count;
  m->count++;

  for (size_t i = 0; i < count; i++) {
    char *end;
    if (isspace((unsigned char)*text)) return NULL;
    field->values[i] = strtod(text, &end);
    if (end == text) return NULL;
    text = end;
    if (i + 1 < count && *text++ != ',') return NULL;
  }
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
