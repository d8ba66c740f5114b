#include "mutant.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the list --------------------------------------------------------*/

static void add(mutant_list *list, size_t at, size_t length,
                const char *text) {
  if (list->count == list->room) {
    list->room = list->room ? 2 * list->room : 64;
    list->all = realloc(list->all, list->room * sizeof *list->all);
    if (!list->all) exit(2);
  }
  mutant *m = &list->all[list->count++];
  *m = (mutant){.at = at, .length = length};
  int size = snprintf(m->text, sizeof m->text, "%s", text);
  if (size < 0 || (size_t)size >= sizeof m->text) {
    fprintf(stderr, "mutation: this change is too long: %s\n", text);
    exit(2);
  }
}

void mutants_free(mutant_list *list) {
  free(list->all);
  *list = (mutant_list){0};
}

char *mutant_apply(const mutant *m, const char *source) {
  size_t size = strlen(source) + strlen(m->text) + 1;
  char *text = malloc(size);
  if (!text) exit(2);
  snprintf(text, size, "%.*s%s%s", (int)m->at, source, m->text,
           source + m->at + m->length);
  return text;
}

/* ---- what is C's and what is not -------------------------------------*/

/* The source with everything blank that is not to be touched: comments,
 * strings and lines for the preprocessor. */
static char *code_only(const char *source) {
  char *code = strdup(source);
  if (!code) exit(2);
  bool line_start = true;
  for (char *c = code; *c;) {
    size_t length = 0;
    if (line_start && *c == '#') {
      length = strcspn(c, "\n");
    } else if (c[0] == '/' && c[1] == '*') {
      const char *end = strstr(c + 2, "*/");
      length = end ? (size_t)(end - c) + 2 : strlen(c);
    } else if (c[0] == '/' && c[1] == '/') {
      length = strcspn(c, "\n");
    } else if (*c == '"' || *c == '\'') {
      length = 1;
      while (c[length] && c[length] != *c)
        length += c[length] == 92 ? 2 : 1;
      length++;
    }
    if (*c == '\n')
      line_start = true;
    else if (!isspace((unsigned char)*c))
      line_start = false;
    if (length == 0) {
      c++;
      continue;
    }
    for (size_t i = 0; i < length && *c; i++, c++)
      if (*c != '\n') *c = ' ';
  }
  return code;
}

static bool part_of_word(char c) {
  return isalnum((unsigned char)c) || c == '_';
}

/* Does a declaration begin here? */
static bool declares(const char *code) {
  static const char *const types[] = {"double", "size_t", "int",   "bool",
                                      "const",  "static", "struct"};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    size_t length = strlen(types[i]);
    if (strncmp(code, types[i], length) == 0 && !part_of_word(code[length]))
      return true;
  }
  return false;
}

/* Blanks the sizes of arrays where they are declared: one more does no
 * harm, and one less is for the compiler's checks. */
static void blank_sizes(char *code) {
  bool start = true, inside = false, value = false;
  int depth = 0;
  for (char *c = code; *c; c++) {
    if (start && !isspace((unsigned char)*c)) {
      inside = declares(c);
      value = false;
      depth = 0;
      start = false;
    }
    depth += (*c == '(' || *c == '{') - (*c == ')' || *c == '}');
    if (*c == ';' || (!value && (*c == '{' || *c == '}'))) start = true;
    if (*c == '=') value = true;
    if (*c == ',' && depth == 0) value = false;
    if (!inside || value || *c != '[') continue;
    while (*++c && *c != ']') *c = ' ';
  }
}

/* The last character before `at` that is no space; '\0' at the start. */
static char before(const char *code, size_t at) {
  while (at > 0 && isspace((unsigned char)code[at - 1])) at--;
  return at > 0 ? code[at - 1] : '\0';
}

/* ---- operators -------------------------------------------------------*/

static const struct {
  const char *from;
  const char *to[3];
} operators[] = {
    {"+=", {"-=", "="}}, {"-=", {"+=", "="}}, {"*=", {"/="}},
    {"/=", {"*="}},      {"++", {"--"}},      {"--", {"++"}},
    {"<=", {"<", ">="}}, {">=", {">", "<="}}, {"==", {"!="}},
    {"!=", {"=="}},      {"&&", {"||"}},      {"||", {"&&"}},
    {"->", {NULL}}, /* no operator to change */
    {"<", {"<=", ">"}},  {">", {">=", "<"}},  {"+", {"-"}},
    {"-", {"+"}},        {"*", {"/", "+"}},   {"/", {"*"}},
    {"!", {""}},         {"%", {"*"}},
};

/* The mutants of an operator at `at`; returns its length, 0 if none. */
static size_t mutate_operator(mutant_list *list, const char *code,
                              size_t at) {
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
    size_t length = strlen(operators[i].from);
    if (strncmp(code + at, operators[i].from, length) != 0) continue;
    char left = before(code, at);
    bool binary = part_of_word(left) || left == ')' || left == ']';
    char sign = code[at];
    if (length == 1 && !binary && sign == '-') {
      add(list, at, 1, ""); /* a sign is lost */
      return 1;
    }
    /* A star that is no product: a pointer, or what it points to. */
    if (length == 1 && sign == '*' &&
        (!binary || !isspace((unsigned char)code[at + 1])))
      return 1;
    for (int k = 0; k < 3 && operators[i].to[k]; k++)
      add(list, at, length, operators[i].to[k]);
    return length;
  }
  return 0;
}

/* ---- numbers, words, indices -----------------------------------------*/

static size_t mutate_number(mutant_list *list, const char *code,
                            size_t at) {
  size_t length = strspn(code + at, "0123456789.eE");
  char text[MUTANT_TEXT];
  double value = strtod(code + at, NULL);
  bool whole = strcspn(code + at, ".eE") >= length;
  snprintf(text, sizeof text, whole ? "%.0f" : "%.17g", value + 1);
  add(list, at, length, text);
  if (value > 0) {
    snprintf(text, sizeof text, whole ? "%.0f" : "%.17g",
             whole ? value - 1 : value / 2);
    add(list, at, length, text);
  }
  return length;
}

static const char *const words[][2] = {
    {"fmin", "fmax"},  {"fmax", "fmin"}, {"true", "false"},
    {"false", "true"}, {"sqrt", ""},     {"fabs", ""},
    {"exp", "-exp"},   {"log", "-log"},  {"ceil", "floor"},
    {"floor", "ceil"}, {"sin", "cos"},   {"cos", "sin"},
    {"break", ""},     {"continue", ""},
};

static size_t mutate_word(mutant_list *list, const char *code, size_t at) {
  size_t length = 0;
  while (part_of_word(code[at + length])) length++;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i][0]) == length &&
        strncmp(code + at, words[i][0], length) == 0)
      add(list, at, length, words[i][1]);
  return length;
}

/* a[i] becomes a[i + 1]. */
static void mutate_index(mutant_list *list, const char *code, size_t at) {
  int depth = 0;
  for (size_t i = at; code[i]; i++) {
    depth += (code[i] == '[') - (code[i] == ']');
    if (depth > 0) continue;
    if (before(code, i) != '[') add(list, i, 0, " + 1");
    return;
  }
}

/* ---- statements ------------------------------------------------------*/

/* A statement that ends at this ';' and is no declaration, loop head or
 * jump is dropped. */
static void drop_statement(mutant_list *list, const char *code, size_t at) {
  size_t start = at;
  int parentheses = 0;
  while (start > 0) {
    char c = code[start - 1];
    parentheses += (c == ')') - (c == '(');
    if (parentheses < 0) return; /* inside of for (...;...;...) */
    if (c == ';' || c == '{' || c == '}') break;
    start--;
  }
  while (isspace((unsigned char)code[start])) start++;
  static const char *const kept[] = {"for", "while", "if", "else", "do"};
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
    size_t length = strlen(kept[i]);
    if (strncmp(code + start, kept[i], length) == 0 &&
        !part_of_word(code[start + length]))
      return;
  }
  if (start < at) add(list, start, at - start, "");
}

mutant_list mutants_of(const char *source) {
  mutant_list list = {0};
  char *code = code_only(source);
  blank_sizes(code);
  int braces = 0;
  for (size_t at = 0; code[at];) {
    char c = code[at];
    size_t length = 1;
    braces += (c == '{') - (c == '}');
    if (braces == 0) { /* outside of functions */
    } else if (isdigit((unsigned char)c)) {
      length = mutate_number(&list, code, at);
    } else if (part_of_word(c)) {
      length = mutate_word(&list, code, at);
    } else if (c == '[') {
      mutate_index(&list, code, at);
    } else if (c == ';') {
      drop_statement(&list, code, at);
    } else {
      length = mutate_operator(&list, code, at);
      if (length == 0) length = 1;
    }
    at += length;
  }
  free(code);
  return list;
}
