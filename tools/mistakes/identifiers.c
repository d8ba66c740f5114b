#include "identifiers.h"

#include "arena.h"
#include "lines.h"
#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

bool identifiers_hold(const identifier_list *list, const char *name,
                      size_t length) {
  for (size_t i = 0; i < list->count; i++)
    if (strlen(list->all[i]) == length &&
        memcmp(list->all[i], name, length) == 0)
      return true;
  return false;
}

void identifiers_add(identifier_list *list, const char *name,
                     size_t length) {
  if (identifiers_hold(list, name, length)) return;
  list->all = arena_grow(list->all, list->count, sizeof *list->all);
  list->all[list->count++] = arena_copy(name, length);
}

/* ---- words and signs of C --------------------------------------------*/

typedef struct {
  const char *at;
  size_t length; /* 0: the end */
  bool word, directive;
} token;

static const char *behind_quotes(const char *at) {
  char quote = *at++;
  while (*at && *at != quote) at += *at == '\\' && at[1] ? 2 : 1;
  return *at ? at + 1 : at;
}

static const char *behind_directive(const char *at) {
  while (*at && *at != '\n') at += *at == '\\' && at[1] ? 2 : 1;
  return at;
}

/* White space and comments. */
static const char *skip(const char *at) {
  for (;;) {
    at += strspn(at, " \t\r\n");
    const char *end = NULL;
    if (strncmp(at, "//", 2) == 0) end = at + strcspn(at, "\n");
    if (strncmp(at, "/*", 2) == 0) {
      end = strstr(at + 2, "*/");
      end = end ? end + 2 : at + strlen(at);
    }
    if (!end) return at;
    at = end;
  }
}

static token next(const char *at) {
  at = skip(at);
  token t = {.at = at};
  const char *end = at;
  if (*at == '#') {
    end = behind_directive(at);
    t.directive = true;
  } else if (*at == '"' || *at == '\'') {
    end = behind_quotes(at);
  } else if (isalpha((unsigned char)*at) || *at == '_') {
    while (isalnum((unsigned char)*end) || *end == '_') end++;
    t.word = true;
  } else if (isdigit((unsigned char)*at)) {
    while (isalnum((unsigned char)*end) || *end == '.') end++;
  } else if (*at) {
    end++;
  }
  t.length = (size_t)(end - at);
  return t;
}

static bool is(token t, const char *text) {
  return t.length == strlen(text) && memcmp(t.at, text, t.length) == 0;
}

static bool is_one_of(token t, const char *signs) {
  return t.length == 1 && !t.word && strchr(signs, *t.at);
}

/* Words that stand before a bracket and are no names: `bool (*f)(void)`. */
static bool is_type(token t) {
  static const char *const types[] = {"void", "bool",   "char",  "int",
                                      "long", "double", "float", "size_t",
                                      "enum", "struct", "union"};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (is(t, types[i])) return true;
  return *t.at == '_';
}

static void add_macro(identifier_list *macros, token directive) {
  const char *at = directive.at + 1;
  at += strspn(at, " \t");
  if (strncmp(at, "define", 6) != 0) return;
  token name = next(at + 6);
  if (name.word) identifiers_add(macros, name.at, name.length);
}

/* ---- outside of functions --------------------------------------------*/

/* Where in a source a token is. */
typedef struct {
  token first, earlier, before, now; /* four in a row */
  int braces, round;                 /* how many are open */
  int enum_at;              /* how many inside an enum's braces, or -1 */
  bool in_enum, tag, value; /* inside those, behind "struct", behind "=" */
} scanner;

static bool is_outside(const scanner *s) {
  return s->braces == 0 && s->round == 0;
}

/* Is the token before this one a name that is defined here? A name is known
 * by what comes after it. */
static bool defines(const scanner *s) {
  token t = s->now;
  if (!s->before.word) return false;
  bool ends = is_one_of(t, "(=;,[") || (s->in_enum && is(t, "}"));
  bool constant = s->in_enum && s->braces == s->enum_at && s->round == 0;
  if (ends && !s->value && (is_outside(s) || constant))
    return !is_type(s->before);
  /* double (*chosen)(double), and an array of such. */
  if (is(s->first, "(") && is(s->earlier, "*") && s->braces == 0 &&
      s->round == 1 && is_one_of(t, ")[") && !s->value)
    return true;
  return s->tag && is_outside(s) && is_one_of(t, "{;") &&
         !is_type(s->before);
}

static void open_brace(scanner *s) {
  s->braces++;
  s->in_enum = s->braces == s->enum_at;
  s->tag = false;
}

static void close_brace(scanner *s) {
  if (s->in_enum) s->value = false;
  s->braces--;
  s->in_enum = false;
  s->enum_at = -1;
}

/* Notes what the token means for those that follow. */
static void follow(scanner *s) {
  token t = s->now;
  bool outside = is_outside(s);
  if (is(t, "struct") || is(t, "union") || is(t, "enum")) s->tag = true;
  if (is(t, "enum") && outside) s->enum_at = s->braces + 1;
  if (is(t, "=") && (outside || s->in_enum)) s->value = true;
  if (is_one_of(t, ";,") && (outside || s->in_enum)) s->value = false;
  if (is(t, "(") && outside) s->enum_at = -1;
  if (is_one_of(t, "([")) s->round++;
  if (is_one_of(t, ")]")) s->round--;
  if (is(t, "{")) open_brace(s);
  if (is(t, "}")) close_brace(s);
  if (is(t, ";")) s->tag = false;
}

identifier_list identifiers_of(const char *source,
                               identifier_list *macros) {
  identifier_list found = {0};
  scanner s = {.now = next(source), .enum_at = -1};
  while (s.now.length) {
    if (s.now.directive) {
      add_macro(macros, s.now);
    } else {
      if (defines(&s))
        identifiers_add(&found, s.before.at, s.before.length);
      follow(&s);
    }
    s.first = s.earlier;
    s.earlier = s.before;
    s.before = s.now;
    s.now = next(s.now.at + s.now.length);
  }
  return found;
}

char *identifiers_declared(const char *header, identifier_list *functions) {
  text_writing text;
  text_begin(&text);
  FILE *to = text.to;
  token first = {0}, name = {0}, before = {0}, t = next(header);
  int braces = 0;
  for (; t.length; before = t, t = next(t.at + t.length)) {
    if (t.directive) continue;
    if (!first.length) first = t;
    if (is(t, "{")) braces++;
    if (is(t, "}")) braces--;
    if (braces == 0 && is(t, "(") && before.word && !is_type(before) &&
        !name.length)
      name = before;
    /* A function that is defined here needs no name of its own. */
    bool defined = is(t, "}") && name.length;
    if (braces || !(is(t, ";") || defined)) continue;
    if (name.length && !defined && !is(first, "typedef")) {
      identifiers_add(functions, name.at, name.length);
      fprintf(to, "%.*s\n", (int)(t.at + 1 - first.at), first.at);
    }
    first = name = (token){0};
  }
  return arena_keep(text_end(&text));
}
