#include "sheet.h"

#include "class.h"
#include "fail.h"
#include "language.h"
#include "memory.h"
#include "text.h"
#include "utf8.h"

#include <assert.h>
#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SHEET_MAX = 1 << 26 }; /* bytes */

typedef struct {
  char **cells;
  size_t count;
  int line;
} cell_row;

struct sheet {
  cell_row *rows; /* the first has the names */
  size_t count;
  char *names;
  int line; /* of the file, while it is read */
};

/* ---- from bytes to text ----------------------------------------------*/

static char *read_bytes(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  char *bytes = memory_resize(NULL, SHEET_MAX, 1);
  if (!file) fail(_("cannot read %s: %s"), path, strerror(errno));
  *length = fread(bytes, 1, SHEET_MAX, file);
  if (ferror(file)) fail(_("cannot read %s: %s"), path, strerror(errno));
  if (*length == SHEET_MAX) fail(_("%s is too large"), path);
  fclose(file);
  return memory_resize(bytes, *length + 2, 1);
}

/* The 16-bit code unit at a place, whose low byte is at `low`. */
static uint32_t unit(const char *bytes, int low) {
  return (uint32_t)(unsigned char)bytes[low] |
         (uint32_t)(unsigned char)bytes[1 - low] << 8;
}

/* UTF-16 as UTF-8, to be freed; `low` is 0 for little-endian, 1 for big-
 * endian. */
static char *from_utf16(const char *bytes, size_t length, int low) {
  char *text = memory_resize(NULL, 2 * length + 1, 1);
  size_t size = 0;
  for (size_t i = 0; i + 1 < length; i += 2) {
    uint32_t c = unit(bytes + i, low);
    uint32_t next = i + 3 < length ? unit(bytes + i + 2, low) : 0;
    bool pair =
        c >= 0xd800 && c < 0xdc00 && next >= 0xdc00 && next < 0xe000;
    if (pair) {
      c = 0x10000 + ((c - 0xd800) << 10) + (next - 0xdc00);
      i += 2;
    }
    size += utf8_put(c ? c : UTF8_REPLACEMENT, text + size);
  }
  text[size] = '\0';
  return text;
}

/* CRLF, and CR alone, become LF. */
static void simplify_line_ends(char *text) {
  char *to = text;
  for (; *text; text++)
    if (text[0] != '\r')
      *to++ = *text;
    else if (text[1] != '\n')
      *to++ = '\n';
  *to = '\0';
}

/* The file as UTF-8, without a byte order mark. */
static char *read_text(const char *path) {
  size_t length;
  char *bytes = read_bytes(path, &length), *text;
  bytes[length] = '\0';
  if (length >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0)
    text = from_utf16(bytes + 2, length - 2, 0);
  else if (length >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0)
    text = from_utf16(bytes + 2, length - 2, 1);
  else if (strlen(bytes) != length)
    fail(_("%s is no text: there are zero bytes in it. Save it as CSV in "
           "UTF-8"),
         path);
  else if (strncmp(bytes, "\xef\xbb\xbf", 3) == 0)
    text = text_print("%s", bytes + 3);
  else
    text = text_print("%s", bytes);
  simplify_line_ends(text);
  char *safe = utf8_safe(text, false);
  free(text);
  free(bytes);
  return safe;
}

/* ---- from text to rows -----------------------------------------------*/

/* The delimiter: the one of the three that the first line has most often,
 * outside of quotation marks. */
static unsigned char delimiter_of(const char *text) {
  static const char all[] = ",;\t";
  size_t counts[3] = {0, 0, 0}, best = 0;
  bool quoted = false;
  for (; *text && (quoted || *text != '\n'); text++) {
    const char *at = strchr(all, *text);
    if (*text == '"') quoted = !quoted;
    if (at && !quoted) counts[at - all]++;
  }
  for (size_t i = 1; i < 3; i++)
    if (counts[i] > counts[best]) best = i;
  return (unsigned char)all[best];
}

static char *trimmed(const char *text, size_t length) {
  while (length && strchr(" \t\n", text[length - 1])) length--;
  while (length && strchr(" \t\n", *text)) text++, length--;
  return text_copy(text, length);
}

static void add_cell(void *text, size_t length, void *context) {
  sheet *s = context;
  cell_row *r = &s->rows[s->count];
  r->cells = memory_resize(r->cells, r->count + 1, sizeof *r->cells);
  r->cells[r->count++] = trimmed(text ? text : "", length);
}

static void clear(cell_row *r) {
  for (size_t i = 0; i < r->count; i++) free(r->cells[i]);
  free(r->cells);
  *r = (cell_row){0};
}

static void end_row(int character, void *context) {
  sheet *s = context;
  cell_row *r = &s->rows[s->count];
  (void)character;
  bool empty = true;
  for (size_t i = 0; i < r->count; i++)
    if (*r->cells[i]) empty = false;
  if (empty) {
    clear(r);
    return;
  }
  r->line = s->line;
  s->rows = memory_resize(s->rows, ++s->count + 1, sizeof *s->rows);
  s->rows[s->count] = (cell_row){0};
}

/* Line by line, so that every row knows its own. */
static void parse(sheet *s, const char *path, const char *text) {
  struct csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser, delimiter_of(text));
  while (*text && !csv_error(&parser)) {
    size_t length = strcspn(text, "\n");
    length += text[length] == '\n';
    s->line++;
    csv_parse(&parser, text, length, add_cell, end_row, s);
    text += length;
  }
  if (csv_error(&parser) || csv_fini(&parser, add_cell, end_row, s) != 0)
    fail(_("%s:%d: this is no CSV: %s"), path, s->line,
         csv_strerror(csv_error(&parser)));
  csv_free(&parser);
}

static void name_columns(sheet *s) {
  text_writing names;
  text_begin(&names);
  for (size_t i = 0; s->count && i < s->rows[0].count; i++)
    fprintf(names.to, "%s%s", i ? ", " : "", s->rows[0].cells[i]);
  s->names = text_end(&names);
}

sheet *sheet_read(const char *path) {
  sheet *s = memory_resize(NULL, 1, sizeof *s);
  *s = (sheet){.rows = memory_resize(NULL, 1, sizeof *s->rows)};
  s->rows[0] = (cell_row){0};
  char *text = read_text(path);
  parse(s, path, text);
  free(text);
  name_columns(s);
  return s;
}

void sheet_free(sheet *s) {
  for (size_t i = 0; i < s->count; i++) clear(&s->rows[i]);
  free(s->rows);
  free(s->names);
  free(s);
}

/* ---- questions -------------------------------------------------------*/

int sheet_column(const sheet *s, const char *name) {
  for (size_t i = 0; s->count && i < s->rows[0].count; i++)
    if (strcasecmp(s->rows[0].cells[i], name) == 0) return (int)i;
  return -1;
}

const char *sheet_columns(const sheet *s) {
  return s->names;
}

size_t sheet_rows(const sheet *s) {
  return s->count ? s->count - 1 : 0;
}

const char *sheet_cell(const sheet *s, size_t row, int column) {
  assert(row < sheet_rows(s));
  return column >= 0 && (size_t)column < s->rows[row + 1].count
             ? s->rows[row + 1].cells[column]
             : "";
}

int sheet_line(const sheet *s, size_t row) {
  assert(row < sheet_rows(s));
  return s->rows[row + 1].line;
}
