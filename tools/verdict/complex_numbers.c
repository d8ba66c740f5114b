#define _XOPEN_SOURCE 700 /* getline */
#include "complex_numbers.h"

#include "language.h"
#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char name[128]; /* of the function at hand, or "" */
  bool looked_at;
} function;

static bool starts(const char *line, const char *with) {
  return strncmp(line, with, strlen(with)) == 0;
}

/* The name that a text begins with. */
static void take_name(char *name, size_t size, const char *text) {
  size_t length = 0;
  while (isalnum((unsigned char)text[length]) || text[length] == '_')
    length++;
  text_shorten(name, size, text, length);
}

/* ---- what gcc writes -------------------------------------------------*/

/*     ;; Function path_slopes (null)
 *     ...
 *     @21     complex_type     name: @31      size: @25      algn: 64   */
static bool gcc_line(const char *line, function *now) {
  int end = 0;
  if (starts(line, ";; Function "))
    take_name(now->name, sizeof now->name, line + strlen(";; Function "));
  sscanf(line, "@%*u complex_type %n", &end);
  return end > 0;
}

/* ---- what clang writes -----------------------------------------------*/

/*     |-FunctionDecl 0x... <...> line:5:6 path_slopes 'void (...)'
 *     | `-CompoundStmt 0x...
 *     ...
 *     |   `-DeclRefExpr 0x... <col:7> 'C':'_Complex double' lvalue ...
 *
 * Headers have functions that nobody calls: static and not "used". */
static void clang_function(const char *line, function *now) {
  *now = (function){0};
  const char *type = strchr(line, '\'');
  if (!starts(line + 2, "FunctionDecl ") || !type || type - line < 2)
    return;
  const char *name = type - 1;
  while (name > line && name[-1] != ' ') name--;
  take_name(now->name, sizeof now->name, name);
  now->looked_at = !strstr(type, "' static") || strstr(line, " used ");
}

static bool clang_line(const char *line, function *now) {
  if ((line[0] == '|' || line[0] == '`') && line[1] == '-')
    clang_function(line, now);
  const char *kind = line + strspn(line, " |`-");
  size_t length = strcspn(kind, " ");
  static const char *const kinds[] = {"Expr", "Operator", "Literal"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    size_t end = strlen(kinds[i]);
    if (now->looked_at && length > end &&
        strncmp(kind + length - end, kinds[i], end) == 0)
      return strstr(kind, "_Complex ") != NULL;
  }
  return false;
}

/* ---- what the linker is asked for ------------------------------------*/

/* What may stand around the name of a function of <complex.h>, and the
 * compiler's own help for products and quotients. */
static bool is_complex_function(const char *name) {
  static const char *const functions[] = {
      "exp",  "log",  "log10", "pow",   "sqrt", "sin",
      "cos",  "tan",  "asin",  "acos",  "atan", "sinh",
      "cosh", "tanh", "asinh", "acosh", "atanh"};
  static const char *const types[] = {"",    "f",    "l",    "f32",
                                      "f64", "f128", "f32x", "f64x"};
  name += strspn(name, "_");
  size_t length = strlen(name);
  if ((starts(name, "mul") || starts(name, "div")) && length == 6 &&
      strcmp(name + 4, "c3") == 0)
    return true;
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    for (size_t k = 0; k < sizeof types / sizeof *types; k++) {
      char whole[32];
      text_fill(whole, sizeof whole, "c%s%s", functions[i], types[k]);
      if (strcmp(name, whole) == 0) return true;
    }
  return false;
}

/*     "                 U cexp", of a line of nm */
static bool symbol_line(const char *line, function *now) {
  const char *name = strrchr(line, ' ');
  name = name ? name + 1 : line;
  size_t length = strcspn(name, "@\n");
  char symbol[64];
  text_shorten(symbol, sizeof symbol, name, length);
  if (!is_complex_function(symbol)) return false;
  text_fill(now->name, sizeof now->name, _("a call of %.40s"), symbol);
  return true;
}

/* ---- both ------------------------------------------------------------*/

static bool search(const char *scratch, const char *file,
                   bool (*has)(const char *line, function *now),
                   char *where, size_t size) {
  char *line = NULL;
  size_t room = 0;
  function now = {0};
  bool found = false;
  char *path = text_print("%s/%s", scratch, file);
  FILE *from = fopen(path, "r");
  free(path);
  while (from && !found && getline(&line, &room, from) > 0)
    found = has(line, &now);
  free(line);
  if (from) fclose(from);
  text_fill(where, size, "%s", found ? now.name : "");
  return found;
}

bool complex_numbers_in(const char *scratch, char *where, size_t size) {
  bool gcc = COURSE_GCC_DUMPS;
  return search(scratch, "tree", gcc ? gcc_line : clang_line, where,
                size) ||
         search(scratch, "undefined", symbol_line, where, size);
}
