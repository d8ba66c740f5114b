#include "patch.h"

#include "arena.h"
#include "text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A place: some lines of a block. */
typedef struct {
  const lines *text;
  size_t first, end;
} place;

static const char *content(const char *line) {
  return *line ? line + 1 : line;
}

static bool stays(const char *line) {
  return *line == ' ' || *line == '\0';
}

/* The same but for white space? */
static bool alike(const char *a, const char *b) {
  for (;;) {
    while (isspace((unsigned char)*a)) a++;
    while (isspace((unsigned char)*b)) b++;
    if (*a != *b) return false;
    if (!*a) return true;
    a++;
    b++;
  }
}

/* Do the lines that go or stay stand in the reference from `at` on? */
static bool stands_at(const lines *reference, const place *p, size_t at) {
  for (size_t i = p->first; i < p->end; i++) {
    const char *line = p->text->all[i];
    if (*line == '+') continue;
    if (at == reference->count ||
        !alike(reference->all[at++], content(line)))
      return false;
  }
  return true;
}

/* The one place in the reference. */
static size_t find(const lines *reference, const place *p) {
  size_t found = 0, at = 0, old = 0;
  for (size_t i = p->first; i < p->end; i++) {
    if (!strchr("+- ", *p->text->all[i]))
      lines_stop(p->text->path, i + 1,
                 "a changed line begins with '-', '+' or, if it stays, a "
                 "space; '@@' parts places");
    old += *p->text->all[i] != '+';
  }
  if (!old)
    lines_stop(p->text->path, p->first + 1,
               "where does this come? Add the line before it or behind "
               "it, with a space in front");
  for (size_t i = 0; i < reference->count; i++)
    if (stands_at(reference, p, i)) {
      at = i;
      found++;
    }
  if (found != 1)
    lines_stop(p->text->path, p->first + 1,
               "these lines stand %zu times in %s, and should once%s",
               found, reference->path,
               found ? ": add a line that stays, with a space in front"
                     : ": copy them from there (how far they are indented "
                       "makes no difference)");
  return at;
}

static int indent(const char *line) {
  return (int)strspn(line, " ");
}

/* Writes the place as it becomes; returns the line of the reference behind
 * it. What comes is moved as far as its neighbours are. */
static size_t write_place(FILE *to, const lines *reference, const place *p,
                          size_t at) {
  int moved = 0;
  size_t here = at;
  for (size_t i = p->first; i < p->end; i++)
    if (*p->text->all[i] != '+' && *content(p->text->all[i])) {
      while (!*reference->all[here]) here++;
      moved =
          indent(reference->all[here]) - indent(content(p->text->all[i]));
      break;
    }
  for (size_t i = p->first; i < p->end; i++) {
    const char *line = p->text->all[i], *rest = content(line);
    if (*line == '+' && *rest) {
      int wide = indent(rest) + moved;
      fprintf(to, "%*s%s\n", wide > 0 ? wide : 0, "", rest + indent(rest));
    } else if (*line == '+') {
      fprintf(to, "\n");
    } else {
      if (stays(line)) fprintf(to, "%s\n", reference->all[at]);
      at++;
    }
  }
  return at;
}

typedef struct {
  place where;
  size_t at;
} change;

static int by_place(const void *a, const void *b) {
  size_t left = ((const change *)a)->at, right = ((const change *)b)->at;
  return (left > right) - (left < right);
}

char *patch_apply(const lines *reference, const lines *block, size_t first,
                  size_t count) {
  change *all = arena_allocate((count + 1) * sizeof *all);
  size_t places = 0, end = first + count;
  for (size_t i = first; i < end; i++) {
    place p = {block, i, i};
    while (p.end < end && strncmp(block->all[p.end], "@@", 2) != 0) p.end++;
    all[places++] = (change){p, find(reference, &p)};
    i = p.end;
  }
  qsort(all, places, sizeof *all, by_place);

  text_writing text;
  size_t next = 0;
  text_begin(&text);
  FILE *to = text.to;
  for (size_t c = 0; c < places; c++) {
    if (all[c].at < next)
      lines_stop(block->path, all[c].where.first + 1,
                 "this changes lines that another place changes too");
    for (; next < all[c].at; next++)
      fprintf(to, "%s\n", reference->all[next]);
    next = write_place(to, reference, &all[c].where, next);
  }
  for (; next < reference->count; next++)
    fprintf(to, "%s\n", reference->all[next]);
  return arena_keep(text_end(&text));
}
