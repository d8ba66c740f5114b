#include "hint.h"

#include "fail.h"
#include "file.h"
#include "language.h"
#include "terminal.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text of hint `number` (from 1) of a task, to be freed; NULL if there
 * are fewer. Sets *count to how many hints there are. */
static char *hint_in(const char *path, int number, int *count) {
  char *task = file_read(path), *hint = NULL;
  if (!task) fail(_("cannot read %s"), path);
  *count = 0;
  for (char *at = task; (at = strstr(at, "\n::: hint\n"));) {
    at += strlen("\n::: hint\n");
    char *end = strstr(at, "\n:::");
    if (!end) break;
    if (++*count == number) {
      if (strncmp(at, "<!--", 4) == 0) /* what it is a translation of */
        at += strcspn(at, "\n") + 1;
      hint = text_copy(at, (size_t)(end - at));
    }
    at = end;
  }
  free(task);
  return hint;
}

/* Likewise, in the course's language if it is translated. */
static char *read_hint(const exercise *e, int number, int *count) {
  int translations;
  char *original = text_print("%s/task.md", e->folder);
  char *translation = exercise_task(e);
  char *hint = hint_in(original, number, count);
  char *other = hint_in(translation, number, &translations);
  free(original);
  free(translation);
  if (!hint || !other) {
    free(other);
    return hint;
  }
  free(hint);
  return other;
}

int hint(session *s, const char *name) {
  const exercise *e = session_one(s, name, "hint");
  if (!e) {
    printf(_("All exercises are solved: nothing to hint at.\n"));
    return 0;
  }
  progress_entry *entry = progress_of(&s->reached, e->slug);
  int count;
  char *text = read_hint(e, entry->hints + 1, &count);
  if (text) entry->hints++;
  for (int shown = 1; shown <= entry->hints && shown <= count; shown++) {
    char *one = read_hint(e, shown, &count);
    printf(_("\n%s%s, hint %d of %d%s\n\n"), terminal_style_code(BOLD),
           e->slug, shown, count, terminal_style_code(PLAIN));
    for (char *c = one; *c; c++)
      if (*c == '\n') *c = ' ';
    terminal_wrapped(one, 2);
    free(one);
  }
  if (!text)
    printf(_("\nThat was the last hint. The section that the grader "
             "names is the best next one.\n"));
  else if (entry->hints < count)
    printf(_("\nAnother ./course hint %s gives one more.\n"), e->slug);
  free(text);
  progress_save(&s->reached);
  return 0;
}
