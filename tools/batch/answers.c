#include "answers.h"

#include "arena.h"
#include "rules.h"

#include <string.h>

static const char *read_text(const char *path) {
  lines l = lines_read(path);
  return lines_join(&l, 0, l.count);
}

void answers_write(FILE *to, const char *slug, const char *folder,
                   const char *const *texts, const bool *wanted,
                   size_t count) {
  static const mistake nameless = {.id = "", .reread = "", .says = ""};
  const char *name = strrchr(slug, '/') + 1;
  rules_exercise e = {slug, name,
                      read_text(arena_print("%s/%s.h", folder, name)),
                      read_text(arena_print("%s/driver.c", folder))};
  rules_answer *answers = arena_allocate((count + 1) * sizeof *answers);
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (wanted[i])
      answers[kept++] = (rules_answer){kept ? &nameless : NULL, texts[i],
                                       arena_print("answer-%zu", i)};
  rules_write(to, &e, answers, kept);
}
