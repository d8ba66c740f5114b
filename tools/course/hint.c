#include "hint.h"

#include "fail.h"
#include "file.h"
#include "language.h"
#include "terminal.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A hint of a task: what it is about, and what it says. */
typedef struct {
  char *title, *text;
} task_hint;

static void free_hint(task_hint *one) {
  free(one->title);
  free(one->text);
}

/* Hint `number` (from 1) of a task; its text is NULL if there are fewer.
 * Sets *count to how many hints there are. */
static task_hint hint_in(const char *path, int number, int *count) {
  static const char begin[] = "\n::: {.hint title=\"";
  char *task = file_read(path);
  task_hint found = {NULL, NULL};
  if (!task) fail(_("cannot read %s"), path);
  *count = 0;
  for (char *at = task; (at = strstr(at, begin));) {
    char *title = at + strlen(begin), *end = strstr(title, "\n:::");
    size_t length = strcspn(title, "\"\n");
    at = title + strcspn(title, "\n");
    if (!end || *at == '\0') break;
    at++;
    if (++*count == number) {
      if (strncmp(at, "<!--", 4) == 0) /* what it is a translation of */
        at += strcspn(at, "\n") + 1;
      found.title = text_copy(title, length);
      found.text = text_copy(at, (size_t)(end - at));
    }
    at = end;
  }
  free(task);
  return found;
}

/* Likewise, in the course's language if it is translated. */
static task_hint read_hint(const exercise *e, int number, int *count) {
  int translations;
  char *original = text_print("%s/task.md", e->folder);
  char *translation = exercise_task(e);
  task_hint found = hint_in(original, number, count);
  task_hint other = hint_in(translation, number, &translations);
  free(original);
  free(translation);
  if (!found.text || !other.text) {
    free_hint(&other);
    return found;
  }
  free_hint(&found);
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
  task_hint next = read_hint(e, entry->hints + 1, &count);
  bool none_left = !next.text;
  free_hint(&next);
  if (!none_left) entry->hints++;
  for (int shown = 1; shown <= entry->hints && shown <= count; shown++) {
    task_hint one = read_hint(e, shown, &count);
    printf(_("\n%s%s, hint %d of %d: %s%s\n\n"), terminal_style_code(BOLD),
           e->slug, shown, count, one.title, terminal_style_code(PLAIN));
    for (char *c = one.text; *c; c++)
      if (*c == '\n') *c = ' ';
    terminal_wrapped(one.text, 2);
    free_hint(&one);
  }
  if (none_left)
    printf(_("\nThat was the last hint. The section that the grader "
             "names is the best next one.\n"));
  else if (entry->hints < count)
    printf(_("\nAnother ./course hint %s gives one more.\n"), e->slug);
  progress_save(&s->reached);
  return 0;
}
