#include "terminal.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { COLUMNS = 76 };

static bool coloured, utf8;

void terminal_begin(void) {
  const char *locale = getenv("LC_ALL");
  if (!locale || !*locale) locale = getenv("LC_CTYPE");
  if (!locale || !*locale) locale = getenv("LANG");
  utf8 = locale && (strstr(locale, "UTF-8") || strstr(locale, "utf8"));
  const char *terminal = getenv("TERM"), *no = getenv("NO_COLOR");
  coloured = isatty(STDOUT_FILENO) && !(no && *no) && terminal &&
             strcmp(terminal, "dumb") != 0;
}

const char *terminal_style_code(terminal_style style) {
  static const char *const codes[] = {
      [PLAIN] = "\033[0m", [BOLD] = "\033[1m",   [DIM] = "\033[2m",
      [RED] = "\033[31m",  [GREEN] = "\033[32m", [YELLOW] = "\033[33m",
      [BLUE] = "\033[34m",
  };
  return coloured ? codes[style] : "";
}

const char *terminal_symbol(const char *symbol, const char *plain) {
  return utf8 ? symbol : plain;
}

static void print_wrapped(const char *text, int indent) {
  int column = 0;
  while (*text) {
    size_t length = strcspn(text, " ");
    if (column && column + 1 + (int)length > COLUMNS - indent) {
      putchar('\n');
      column = 0;
    }
    if (column)
      column += printf(" ");
    else
      printf("%*s", indent, "");
    column += printf("%.*s", (int)length, text);
    text += length;
    text += strspn(text, " ");
  }
  putchar('\n');
}

void terminal_wrapped(const char *text, int indent) {
  char *safe = utf8_safe(text, false);
  if (*safe == ' ' || strstr(safe, " = ["))
    printf("%*s%s\n", indent, "", *safe == ' ' && !safe[1] ? "" : safe);
  else
    print_wrapped(safe, indent);
  free(safe);
}

void terminal_bar(int done, int all, int width) {
  int filled = all ? done * width / all : 0;
  fputs(terminal_style_code(GREEN), stdout);
  for (int i = 0; i < filled; i++) fputs(terminal_symbol("━", "#"), stdout);
  fputs(terminal_style_code(PLAIN), stdout);
  fputs(terminal_style_code(DIM), stdout);
  for (int i = filled; i < width; i++)
    fputs(terminal_symbol("─", "."), stdout);
  fputs(terminal_style_code(PLAIN), stdout);
}
