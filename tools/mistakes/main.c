/* mistakes: makes of an exercise's reference and wrong.md what is needed.
 *
 *     mistakes SLUG EXERCISE SOLUTION COMMON OUT [--wrong WRONG.es.md]
 *              [--shared COMMON.es.md]
 *     mistakes --common COMMON OUT.c [--shared COMMON.es.md]
 *
 * EXERCISE and SOLUTION are the folders of task.md and of the reference,
 * COMMON the common.md, and those that end with .es.md translations whose
 * sentences take the place of the originals'; "" is none. In the folder OUT
 * then are
 *
 *     rules.c      for the grader (rules.h)
 *     wrong/ID.c   each mistake as a whole file, and further variants as
 *                  ID.2.c and so on: for the tests
 *     wrong/expected.tsv
 *                  for each of these files what its report must have,
 *                  "misconception" or "common" and the id, or "event" and
 *                  which; and
 *                  the line of wrong.md
 *     known.tsv    id, section to reread, what a tutor says, what it does
 *     ID.diff      its changed lines, for the instructor's edition
 *
 * Files whose text would stay the same are not written. */
#define _POSIX_C_SOURCE 200809L /* glob, unlink */
#include "arena.h"
#include "fail.h"
#include "file.h"
#include "folder.h"
#include "options.h"
#include "patch.h"
#include "rules.h"
#include "text.h"
#include "wrong.h"

#include <ctype.h>
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_text(const char *path) {
  lines l = lines_read(path);
  return lines_join(&l, 0, l.count);
}

/* Writes a file, if it does not hold this already. */
static void put(const char *path, const char *text) {
  if (!file_update(path, text))
    fail("cannot write %s: %s", path, strerror(errno));
}

static void make_folder(const char *path) {
  if (!folder_make(path))
    fail("cannot make the folder %s: %s", path, strerror(errno));
}

/* ---- the answers -----------------------------------------------------*/

typedef struct {
  rules_answer *all;
  size_t count;
} answer_list;

/* A comment that says what is wrong, in the place of the reference's. */
static const char *with_head(const char *does, const char *text) {
  if (strncmp(text, "/*", 2) == 0) {
    const char *end = strstr(text, "*/\n");
    text = end ? end + 3 : text;
  }
  return arena_print("/* %s */\n%s", does, text);
}

static bool in_word(char c) {
  return c == '_' || isalnum((unsigned char)c);
}

/* The text with `value` in every place of the word. */
static const char *with_value(const char *text, const char *word,
                              const char *value) {
  text_writing result;
  size_t length = strlen(word);
  text_begin(&result);
  FILE *to = result.to;
  for (const char *at = text; *at;) {
    bool here = strncmp(at, word, length) == 0 && !in_word(at[length]) &&
                (at == text || !in_word(at[-1]));
    if (here)
      fputs(value, to);
    else
      fputc(*at, to);
    at += here ? length : 1;
  }
  return arena_keep(text_end(&result));
}

/* A variant's block with its value. */
static const char *block_of(const wrong_list *wrong, const variant *v) {
  const char *text = lines_join(&wrong->text, v->first, v->count);
  return v->word ? with_value(text, v->word, v->value) : text;
}

/* A word that stands for values is in one of the mistake's blocks. */
static void check_word(const wrong_list *wrong, const mistake *m) {
  const char *word = m->variants[0].word;
  for (size_t v = 0; v < m->variant_count; v++) {
    const variant *one = &m->variants[v];
    const char *text = lines_join(&wrong->text, one->first, one->count);
    if (!word || strcmp(with_value(text, word, ""), text) != 0) return;
  }
  lines_stop(wrong->text.path, m->line, "the word %s stands in no block",
             word);
}

static const char *text_of(const wrong_list *wrong, const variant *v,
                           const lines *reference) {
  const lines *block = &wrong->text;
  const char *text =
      v->whole ? block_of(wrong, v)
               : patch_apply(reference, block, v->first, v->count);
  if (v->word) text = with_value(text, v->word, v->value);
  return with_head(v->does, text);
}

static answer_list make_answers(const wrong_list *wrong,
                                const lines *reference) {
  size_t room = 1;
  for (size_t m = 0; m < wrong->count; m++)
    room += wrong->all[m].variant_count;
  answer_list list = {.all = arena_allocate(room * sizeof *list.all)};
  list.all[list.count++] =
      (rules_answer){.text = lines_join(reference, 0, reference->count),
                     .path = strrchr(reference->path, '/') + 1};
  for (size_t m = 0; m < wrong->count; m++) {
    if (wrong->all[m].variant_count) check_word(wrong, &wrong->all[m]);
    for (size_t v = 0; v < wrong->all[m].variant_count; v++)
      list.all[list.count++] = (rules_answer){
          &wrong->all[m],
          text_of(wrong, &wrong->all[m].variants[v], reference),
          arena_print(v ? "wrong/%s.%zu.c" : "wrong/%s.c", wrong->all[m].id,
                      v + 1)};
  }
  return list;
}

/* ---- what is written -------------------------------------------------*/

static void write_rules(const char *slug, const char *exercise,
                        const char *name, const answer_list *answers,
                        const char *out) {
  text_writing text;
  text_begin(&text);
  FILE *to = text.to;
  rules_exercise e = {slug, name,
                      read_text(arena_print("%s/%s.h", exercise, name)),
                      read_text(arena_print("%s/driver.c", exercise))};
  rules_write(to, &e, answers->all, answers->count);
  put(arena_print("%s/rules.c", out), arena_keep(text_end(&text)));
}

/* Whole files; those of mistakes that are gone go, too. */
static void write_files(const answer_list *answers, const char *out) {
  const char *folder = arena_print("%s/wrong", out);
  make_folder(folder);
  glob_t there = {0};
  glob(arena_print("%s/*.c", folder), 0, NULL, &there);
  bool *wanted = arena_allocate((there.gl_pathc + 1) * sizeof *wanted);
  memset(wanted, 0, (there.gl_pathc + 1) * sizeof *wanted);
  text_writing expected;
  text_begin(&expected);
  FILE *table = expected.to;
  for (size_t i = 1; i < answers->count; i++) {
    const rules_answer *a = &answers->all[i];
    const char *path = arena_print("%s/%s", out, a->path);
    put(path, a->text);
    const mistake *m = a->mistake;
    fprintf(table, "%s\t%s\t%s\t%zu\n", strrchr(path, '/') + 1,
            m->event    ? "event"
            : m->common ? "common"
                        : "misconception",
            m->event ? m->event : m->id, m->line);
    for (size_t k = 0; k < there.gl_pathc; k++)
      if (strcmp(there.gl_pathv[k], path) == 0) wanted[k] = true;
  }
  put(arena_print("%s/expected.tsv", folder),
      arena_keep(text_end(&expected)));
  for (size_t k = 0; k < there.gl_pathc; k++)
    if (!wanted[k]) unlink(there.gl_pathv[k]);
  globfree(&there);
}

static void write_known(const wrong_list *wrong, const wrong_list *common,
                        const char *out) {
  text_writing text;
  text_begin(&text);
  FILE *to = text.to;
  for (size_t i = 0; i < wrong->count; i++) {
    const mistake *m = &wrong->all[i], *words = m;
    if (m->event) continue;
    if (m->common && !(words = wrong_find(common, m->id)))
      lines_stop(wrong->text.path, m->line,
                 "%s has no mistake of this name", common->text.path);
    fprintf(to, "%s\t%s\t%s\t%s\n", m->id, words->reread, words->says,
            m->does);
    const variant *v = &m->variants[0];
    put(arena_print("%s/%s.diff", out, m->id), block_of(wrong, v));
  }
  put(arena_print("%s/known.tsv", out), arena_keep(text_end(&text)));
}

static wrong_list read_common(const char *path, const char *translation) {
  wrong_list common = wrong_read(path, WRONG_SENTENCES);
  if (*translation) {
    wrong_list words = wrong_read(translation, WRONG_TRANSLATION);
    wrong_translate(&common, &words);
  }
  return common;
}

static wrong_list read_wrong(const char *path, const char *translation) {
  wrong_list wrong = {0};
  if (access(path, F_OK) != 0) return wrong;
  wrong = wrong_read(path, WRONG_MISTAKES);
  if (*translation) {
    wrong_list words = wrong_read(translation, WRONG_TRANSLATION);
    wrong_translate(&wrong, &words);
  }
  return wrong;
}

static void make_all(char *const argv[], const char *translation,
                     const char *shared) {
  const char *slug = argv[0], *exercise = argv[1], *solution = argv[2];
  const char *common_path = argv[3], *out = argv[4];
  const char *name = strrchr(slug, '/');
  name = name ? name + 1 : slug;
  lines reference = lines_read(arena_print("%s/%s.c", solution, name));
  wrong_list common = read_common(common_path, shared);
  wrong_list wrong =
      read_wrong(arena_print("%s/wrong.md", solution), translation);
  answer_list answers = make_answers(&wrong, &reference);

  make_folder(out);
  write_rules(slug, exercise, name, &answers, out);
  write_files(&answers, out);
  write_known(&wrong, &common, out);
}

static void make_common(const char *common_path, const char *shared,
                        const char *out) {
  wrong_list common = read_common(common_path, shared);
  text_writing text;
  text_begin(&text);
  rules_write_common(text.to, &common);
  put(out, arena_keep(text_end(&text)));
}

int main(int argc, char **argv) {
  const char *common = NULL, *wrong = "", *shared = "";
  const option options[] = {{"--common", .value = &common},
                            {"--wrong", .value = &wrong},
                            {"--shared", .value = &shared},
                            {0}};
  argc = options_take(options, argc - 1, ++argv);
  if (common && argc == 1) {
    make_common(common, shared, argv[0]);
  } else if (!common && argc == 5) {
    make_all(argv, wrong, shared);
  } else {
    fprintf(stderr, "usage: mistakes SLUG EXERCISE SOLUTION COMMON OUT "
                    "[--wrong WRONG.es.md] [--shared COMMON.es.md]\n"
                    "       mistakes --common COMMON OUT.c "
                    "[--shared COMMON.es.md]\n");
    return 2;
  }
  return 0;
}
