#include "wrong.h"

#include "arena.h"

#include <string.h>

/* Where in the file we are. */
typedef struct {
  wrong_list *list;
  size_t line; /* the next, from 0 */
} reader;

static const char *peek(const reader *r) {
  const lines *text = &r->list->text;
  return r->line < text->count ? text->all[r->line] : NULL;
}

static bool begins(const char *line, const char *with) {
  return line && strncmp(line, with, strlen(with)) == 0;
}

static bool is_blank(const char *line) {
  return line[strspn(line, " \t")] == '\0';
}

static void stop(const reader *r, const char *why) {
  lines_stop(r->list->text.path, r->line + 1, "%s", why);
}

/* ---- the heading -----------------------------------------------------*/

/* The value of `name=` in a heading's braces; NULL if it is not there. It
 * may stand in quotes. */
static char *attribute(const char *braces, const char *name) {
  size_t length = strlen(name);
  for (const char *at = braces; (at = strstr(at, name)); at += length) {
    if (at[length] != '=' || !(at[-1] == '{' || at[-1] == ' ')) continue;
    const char *value = at + length + 1;
    bool quoted = *value == '"';
    value += quoted;
    return arena_copy(value, strcspn(value, quoted ? "\"" : " }"));
  }
  return NULL;
}

/* Every word in the braces is one of those known. */
static void check_attributes(const reader *r, const char *braces) {
  static const char *const known[] = {
      "reread=", "part=", "fields=", "event=", "each=", ".common"};
  for (const char *at = braces + 1; *at && *at != '}';) {
    bool found = false;
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
      found = found || begins(at, known[k]);
    if (!found)
      stop(
          r,
          "a heading's braces may hold reread=LABEL, part=\"PARTS\", "
          "fields=\"FIELDS\", event=EVENT, each=\"WORD VALUES\" and .common");
    for (bool quoted = false; *at && (quoted || !strchr(" }", *at)); at++)
      if (*at == '"') quoted = !quoted;
    at += strspn(at, " ");
  }
}

static mistake *read_heading(reader *r, wrong_kind kind) {
  wrong_list *list = r->list;
  const char *line = peek(r) + 3;
  size_t length = strspn(line, "abcdefghijklmnopqrstuvwxyz0123456789-");
  const char *braces = line + length + strspn(line + length, " ");
  bool whole = *braces == '\0' || (*braces == '{' && strchr(braces, '}') &&
                                   is_blank(strchr(braces, '}') + 1));
  if (!length || !whole)
    stop(r, "a mistake's heading is '## ID {reread=sec:LABEL}', its id of "
            "small letters, digits and hyphens");
  if (*braces == '{') check_attributes(r, braces);

  mistake m = {.id = arena_copy(line, length), .line = r->line + 1};
  m.reread = attribute(braces, "reread");
  if (!m.reread && kind != WRONG_MISTAKES) m.reread = "";
  m.parts = attribute(braces, "part");
  m.fields = attribute(braces, "fields");
  m.event = attribute(braces, "event");
  m.each = attribute(braces, "each");
  m.common = strstr(braces, ".common") != NULL;
  if (wrong_find(list, m.id))
    stop(r, "this id has a heading already; its variants are further "
            "blocks there");
  if (!m.reread && !m.event && !m.common && kind == WRONG_MISTAKES)
    stop(r, "which section should be reread? {reread=sec:LABEL}");

  list->all = arena_grow(list->all, list->count, sizeof m);
  list->all[list->count] = m;
  r->line++;
  return &list->all[list->count++];
}

/* ---- paragraphs and blocks -------------------------------------------*/

static void skip_blank(reader *r) {
  while (peek(r) && is_blank(peek(r))) r->line++;
}

/* A paragraph as one line; NULL if none is next. */
static char *read_paragraph(reader *r) {
  skip_blank(r);
  char *text = NULL;
  for (const char *line; (line = peek(r)); r->line++) {
    if (is_blank(line) || begins(line, "```") || begins(line, "## ")) break;
    text = arena_print("%s%s%s", text ? text : "", text ? " " : "",
                       line + strspn(line, " "));
  }
  return text;
}

static void add_variant(mistake *m, variant v) {
  m->variants = arena_grow(m->variants, m->variant_count, sizeof v);
  m->variants[m->variant_count++] = v;
}

/* One for each value of the word. */
static void add_variants(mistake *m, variant v) {
  if (!m->each) {
    add_variant(m, v);
    return;
  }
  size_t length = strcspn(m->each, " ");
  v.word = arena_copy(m->each, length);
  for (const char *at = m->each + length; *(at += strspn(at, " "));
       at += length) {
    length = strcspn(at, " ");
    v.value = arena_copy(at, length);
    add_variant(m, v);
  }
}

static void read_block(reader *r, mistake *m, const char *does) {
  variant v = {.does = does, .first = r->line + 1};
  v.whole = strcmp(peek(r), "```c") == 0;
  if (!v.whole && strcmp(peek(r), "```diff") != 0)
    stop(r, "a block begins with ```diff (changed lines of the reference) "
            "or ```c (the whole file)");
  size_t opened = r->line++;
  while (peek(r) && !begins(peek(r), "```")) r->line++;
  if (!peek(r)) {
    r->line = opened;
    stop(r, "this block has no end");
  }
  v.count = r->line++ - v.first;

  add_variants(m, v);
}

/* What is left of a heading's text: its sentences, and its blocks. */
static void read_blocks(reader *r, mistake *m) {
  const char *does = m->does;
  for (skip_blank(r); peek(r) && !begins(peek(r), "## "); skip_blank(r)) {
    if (begins(peek(r), "```")) {
      read_block(r, m, does);
      does = m->does;
    } else {
      does = read_paragraph(r);
    }
  }
}

static void check_mistake(const reader *r, const mistake *m,
                          wrong_kind kind) {
  bool needs_words = !m->common && !m->event;
  if (!m->does) stop(r, "what does this mistake do? Say it in a sentence");
  if (needs_words && !m->says)
    stop(r, "what would a tutor say? Say it in a second paragraph");
  if (m->common && m->says)
    stop(r, "a .common mistake has its sentence in common.md");
  if (kind == WRONG_MISTAKES && !m->variant_count)
    stop(r, "which lines of the reference does it change? A block ```diff");
}

static void read_mistake(reader *r, wrong_kind kind) {
  mistake *m = read_heading(r, kind);
  size_t heading = r->line - 1;
  skip_blank(r);
  if (begins(peek(r), "<!--")) r->line++; /* what it is a translation of */
  m->does = read_paragraph(r);
  m->says = read_paragraph(r);
  read_blocks(r, m);
  size_t end = r->line;
  r->line = heading;
  if (kind == WRONG_TRANSLATION && m->variant_count)
    stop(r, "a translation has sentences, and no blocks");
  if (kind != WRONG_TRANSLATION) check_mistake(r, m, kind);
  if (!m->says && kind != WRONG_TRANSLATION) m->says = "";
  r->line = end;
}

wrong_list wrong_read(const char *path, wrong_kind kind) {
  wrong_list list = {.text = lines_read(path)};
  reader r = {.list = &list};
  while (peek(&r) && !begins(peek(&r), "## ")) r.line++;
  while (peek(&r)) read_mistake(&r, kind);
  return list;
}

void wrong_translate(wrong_list *list, const wrong_list *translation) {
  for (size_t i = 0; i < translation->count; i++) {
    const mistake *from = &translation->all[i];
    mistake *to = list->all;
    while (to < list->all + list->count && strcmp(to->id, from->id) != 0)
      to++;
    if (to == list->all + list->count)
      lines_stop(translation->text.path, from->line,
                 "%s has no mistake '%s' to translate", list->text.path,
                 from->id);
    if (from->does) to->does = from->does;
    if (from->says) to->says = from->says;
  }
}

const mistake *wrong_find(const wrong_list *list, const char *id) {
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->all[i].id, id) == 0) return &list->all[i];
  return NULL;
}
