#include "list.h"

#include "json_value.h"
#include "show.h"

int list_exercises(session *s, const char *name, bool json) {
  size_t first, count = session_find(s, name, &first);
  if (!json) {
    show_list(&s->all, first, count, &s->reached);
    return 0;
  }
  json_t *rows = json_array();
  for (size_t i = first; i < first + count; i++)
    json_array_append_new(rows, progress_json(&s->all.all[i], &s->reached));
  json_print(rows);
  return 0;
}

int list_status(session *s, bool json) {
  if (json) return list_exercises(s, NULL, true);
  show_progress(&s->all, &s->reached);
  return 0;
}

int list_next(session *s, bool json) {
  const exercise *e = progress_next(&s->reached, &s->all, 0, s->all.count);
  if (json)
    json_print(e ? progress_json(e, &s->reached) : json_null());
  else
    show_next(e);
  return 0;
}
