#include "book.h"

#include "file.h"
#include "language.h"
#include "text.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LABEL = 64 };

/* Where to read it: `name` begins with the chapter's, "perceptron/...". */
static void set_page(book_section *s, const char *name, const char *label) {
  static const char html[] = "build/book/html/";
  char anchor[LABEL], page[TEXT + 32];
  text_fill(anchor, sizeof anchor, "%s", label);
  for (char *c = anchor; *c; c++)
    if (*c == ':') *c = '-';
  text_fill(page, sizeof page, "%s%.*s.html", html, (int)strcspn(name, "/"),
            name);
  s->built = access(page, R_OK) == 0;
  text_fill(s->page, sizeof s->page, "%s#%s",
            s->built ? page : page + strlen(html), anchor);
}

/* The section with this label, if the prose in this file has it. */
static bool section_in(const char *path, const char *label,
                       book_section *s) {
  char mark[LABEL + 8];
  text_fill(mark, sizeof mark, " {#%s}", label);
  char *text = file_read(path), *at = text ? strstr(text, mark) : NULL;
  if (at) {
    char *start = at;
    *at = '\0';
    while (start > text && start[-1] != '\n') start--;
    start += strspn(start, "# ");
    text_fill(s->title, sizeof s->title, "%s", start);
    const char *id = strstr(path, "/chapter.");
    while (id > path && id[-1] != '/') id--;
    s->chapter = atoi(id);
    const char *name = id + strcspn(id, "-") + 1;
    set_page(s, name, label);
  }
  free(text);
  return at != NULL;
}

/* Looks into the prose that a pattern means. */
static bool found_in(const char *pattern, const char *label,
                     book_section *s) {
  glob_t chapters;
  bool found = false;
  if (glob(pattern, 0, NULL, &chapters) != 0) return false;
  for (size_t i = 0; i < chapters.gl_pathc && !found; i++)
    found = section_in(chapters.gl_pathv[i], label, s);
  globfree(&chapters);
  return found;
}

/* Looks into the chapters in a language, of the course and of others. */
static bool found_in_prose(const char *language, const char *label,
                           book_section *s) {
  char *own = text_print("chapters/[0-9]*-*/chapter.%s%smd", language,
                         *language ? "." : "");
  char *all = text_print("%s/%s", COURSE_TREE, own);
  bool found = found_in(own, label, s) || found_in(all, label, s);
  free(own);
  free(all);
  return found;
}

bool book_find(const char *label, book_section *s) {
  return *label && (found_in_prose(language_code(), label, s) ||
                    found_in_prose("", label, s));
}
