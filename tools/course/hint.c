#include "hint.h"

#include "fail.h"
#include "file.h"
#include "terminal.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text of hint `number` (from 1), to be freed; NULL if there are
 * fewer. Sets *count to how many hints there are. */
static char *read_hint(const exercise *e, int number, int *count) {
  char *path = text_print("%s/task.md", e->folder), *hint = NULL;
  char *task = file_read(path);
  if (!task) fail("cannot read %s", path);
  free(path);
  *count = 0;
  for (char *at = task; (at = strstr(at, "\n::: hint\n"));) {
    at += strlen("\n::: hint\n");
    char *end = strstr(at, "\n:::");
    if (!end) break;
    if (++*count == number) {
      *end = '\0';
      hint = text_print("%s", at);
      *end = '\n';
    }
    at = end;
  }
  free(task);
  return hint;
}

int hint(session *s, const char *name) {
  const exercise *e = session_one(s, name, "hint");
  if (!e) {
    printf("All exercises are solved: nothing to hint at.\n");
    return 0;
  }
  progress_entry *entry = progress_of(&s->reached, e->slug);
  int count;
  char *text = read_hint(e, entry->hints + 1, &count);
  if (text) entry->hints++;
  for (int shown = 1; shown <= entry->hints && shown <= count; shown++) {
    char *one = read_hint(e, shown, &count);
    printf("\n%s%s, hint %d of %d%s\n\n", terminal_style_code(BOLD),
           e->slug, shown, count, terminal_style_code(PLAIN));
    for (char *c = one; *c; c++)
      if (*c == '\n') *c = ' ';
    terminal_wrapped(one, 2);
    free(one);
  }
  if (!text)
    printf("\nThat was the last hint. The section that the grader "
           "names is the best next one.\n");
  else if (entry->hints < count)
    printf("\nAnother ./course hint %s gives one more.\n", e->slug);
  free(text);
  progress_save(&s->reached);
  return 0;
}
