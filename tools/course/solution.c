#include "solution.h"

#include "file.h"
#include "language.h"
#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>

int solution(session *s, const char *name) {
  size_t first = 0;
  if (!name || session_find(s, name, &first) != 1) {
    fprintf(stderr, _("course: solution wants the name of one exercise\n"));
    return 2;
  }
  const exercise *e = &s->all.all[first];
  if (!session_has_solution(e)) {
    printf(_("This edition of the course has no solution of %s.\n"),
           e->slug);
    return 1;
  }
  if (!session_is_solved(s, e)) {
    printf(
        _("The reference for %s is for afterwards: it is worth most when "
          "yours has\nall %d points. A hint until then: ./course hint "
          "%s\n"),
        e->slug, e->points, e->slug);
    return 1;
  }
  char *text = file_read(e->solution);
  printf(_("\n%s%s, the reference%s  %s\n\n%s\nBeside yours: diff -y '%s' "
           "'%s' | less\n"),
         terminal_style_code(BOLD), e->slug, terminal_style_code(PLAIN),
         e->solution, text ? text : "", e->file, e->solution);
  free(text);
  return 0;
}
