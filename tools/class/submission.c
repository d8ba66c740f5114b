#include "submission.h"

#include "candidate.h"
#include "folder.h"
#include "language.h"
#include "memory.h"
#include "search.h"
#include "text.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The files that claim to be this exercise, those that are meant first. */
static size_t claims_of(const search *in, size_t e, const claim **all) {
  size_t count = 0;
  for (size_t i = 0; i < in->claim_count; i++) {
    if (in->claims[i].exercise != e) continue;
    size_t at = count++;
    for (; at > 0 && all[at - 1]->rank > in->claims[i].rank; at--)
      all[at] = all[at - 1];
    all[at] = &in->claims[i];
  }
  return count;
}

/* Do files that are named equally well differ? Then nobody can tell which
 * is meant. */
static bool nobody_can_tell(const claim **all, size_t count) {
  for (size_t i = 1; i < count && all[i]->rank == all[0]->rank; i++)
    if (!candidate_is_same(all[0]->path, all[i]->path)) return true;
  return false;
}

/* What is said of files that were not taken. */
static void tell_others(const search *in, const exercise *e,
                        const claim **all, size_t count, bool asked) {
  bool untouched = candidate_is_untouched(all[0]->path, e);
  for (size_t i = 1; i < count; i++) {
    if (candidate_is_same(all[0]->path, all[i]->path)) continue;
    bool doubt =
        asked && untouched && !candidate_is_untouched(all[i]->path, e);
    search_say(
        doubt ? in->s->questions : in->s->unexpected,
        doubt ? text_print(
                    _("There are two files for %s: '%s' was graded, and "
                      "is as it came; '%s' may be meant instead."),
                    e->slug, all[0]->name, all[i]->name)
              : text_print(
                    _("There are two files for %s: '%s' was graded, and "
                      "'%s' was not."),
                    e->slug, all[0]->name, all[i]->name));
  }
}

static void decide(search *in, size_t e, const claim **all) {
  const exercise *this = &in->list->all[e];
  bool asked = search_asks_for(in, e);
  size_t count = claims_of(in, e, all);
  if (!count) return;
  if (nobody_can_tell(all, count)) {
    search_say(
        asked ? in->s->questions : in->s->unexpected,
        text_print(
            _("'%s' and '%s' could both be %s, and differ: neither was "
              "graded. Keep the one that counts."),
            all[0]->name, all[1]->name, this->slug));
    return;
  }
  in->s->names[e] = text_print("%s", all[0]->name);
  in->s->paths[e] = text_print("%s", all[0]->path);
  tell_others(in, this, all, count, asked);
}

/* The exercises that are asked for, of which there is nothing but perhaps
 * the file as it came. */
static size_t missing_exercises(const search *in, size_t *missing) {
  size_t count = 0;
  for (size_t i = in->first; i < in->end; i++)
    if (!in->s->paths[i] ||
        candidate_is_untouched(in->s->paths[i], &in->list->all[i]))
      missing[count++] = i;
  return count;
}

/* Those of the missing exercises that the file may be meant as. */
static size_t may_be_meant(const search *in, const other *o,
                           const size_t *missing, size_t missing_count,
                           size_t *meant) {
  size_t count = 0;
  char *text = naming_is_source(o->name) ? candidate_text(o->path) : NULL;
  for (size_t i = 0; i < missing_count; i++) {
    const exercise *e = &in->list->all[missing[i]];
    bool program = !strchr(naming_last_part(o->name), '.') && !text;
    bool like = !program && naming_is_like(o->name, e);
    if (like || (text && candidate_defines(text, e)))
      meant[count++] = missing[i];
  }
  free(text);
  return count;
}

/* The exercise whose file was taken and not this one, which is like it:
 * 'step (1).c' beside 'step.c'. Sets *same if this one defines what that
 * has to; the number of exercises if there is none. */
static size_t taken_instead(const search *in, const other *o, bool *same) {
  size_t found = in->list->count;
  char *text = naming_is_source(o->name) ? candidate_text(o->path) : NULL;
  *same = false;
  for (size_t i = 0; i < in->list->count && text && !*same; i++) {
    const exercise *e = &in->list->all[i];
    if (!in->s->paths[i] || !naming_is_like(o->name, e)) continue;
    *same = candidate_defines(text, e);
    if (*same || found == in->list->count) found = i;
  }
  free(text);
  return found;
}

static void ask_about(const search *in, const other *o, size_t *meant,
                      size_t count) {
  size_t defined = search_prefer_defined(in, o->path, meant, count);
  if (defined) count = defined;
  char *slugs = search_slugs(in, meant, count), proposed[TEXT];
  naming_proposed(&in->list->all[meant[0]], proposed);
  search_say(
      in->s->questions,
      text_print(
          count > 1
              ? _("'%s' may be meant as %s: it was not graded. If it is, "
                  "rename it, such as %s.")
              : _("'%s' may be meant as %s: it was not graded. If it is, "
                  "rename it to %s."),
          o->name, slugs, proposed));
  free(slugs);
}

/* Asks about a file that may be meant as an exercise that is missing, or
 * tells what was graded instead; false if there is neither. */
static bool has_a_meaning(const search *in, const other *o,
                          const size_t *missing, size_t missing_count) {
  size_t meant[EXERCISES_MAX];
  size_t count = may_be_meant(in, o, missing, missing_count, meant);
  bool same;
  size_t instead = taken_instead(in, o, &same);
  if (same && search_prefer_defined(in, o->path, meant, count) == 0)
    count = 0;
  if (count)
    ask_about(in, o, meant, count);
  else if (instead < in->list->count)
    search_say(in->s->unexpected,
               text_print(_("'%s' was not graded: '%s' was, as %s."),
                          o->name, in->s->names[instead],
                          in->list->all[instead].slug));
  else
    return false;
  return true;
}

/* "'a', 'b' and 3 more are no exercises of the course." */
static void name_the_rest(const search *in, const other *const *rest,
                          size_t count) {
  if (!count) return;
  char *text = text_print("%s", "");
  for (size_t i = 0; i < count && i < SEARCH_NAMED; i++) {
    bool last = i > 0 && i + 1 == count;
    char *longer = i == 0 ? text_print("'%s'", rest[i]->name)
                   : last
                       ? text_print(_("%s and '%s'"), text, rest[i]->name)
                       : text_print(_("%s, '%s'"), text, rest[i]->name);
    free(text);
    text = longer;
  }
  if (count > SEARCH_NAMED)
    search_say(
        in->s->unexpected,
        text_print(_("%s and %zu more are no exercises of the course."),
                   text, count - SEARCH_NAMED));
  else
    search_say(in->s->unexpected,
               text_print(language_plural(
                              "%s is no exercise of the course.",
                              "%s are no exercises of the course.", count),
                          text));
  free(text);
}

/* Is there a file somewhere below that is named as a missing exercise? */
static bool has_missing(const search *in, const char *name,
                        const char *path, const size_t *missing,
                        size_t missing_count, int depth) {
  char **names;
  size_t fits[EXERCISES_MAX], fit = 0, count;
  struct stat found;
  bool has = false;
  if (depth > SEARCH_DEPTH || lstat(path, &found) != 0) return false;
  if (S_ISREG(found.st_mode)) search_best_fits(in, name, fits, &fit);
  for (size_t i = 0; i < fit; i++)
    for (size_t k = 0; k < missing_count; k++)
      has = has || fits[i] == missing[k];
  if (!S_ISDIR(found.st_mode) || !search_names_in(in, path, &names, &count))
    return has;
  for (size_t i = 0; i < count; i++) {
    char *inner = text_print("%s/%s", name, names[i]);
    char *whole = text_print("%s/%s", path, names[i]);
    has = has ||
          has_missing(in, inner, whole, missing, missing_count, depth + 1);
    free(inner);
    free(whole);
    free(names[i]);
  }
  free(names);
  return has;
}

static void look_at_others(search *in) {
  size_t missing[EXERCISES_MAX], rest_count = 0;
  size_t missing_count = missing_exercises(in, missing);
  const other **rest =
      memory_resize(NULL, in->other_count + 1, sizeof *rest);
  for (size_t i = 0; i < in->other_count; i++) {
    const other *o = &in->others[i];
    bool archive = naming_is_other_archive(o->name);
    if (archive && missing_count)
      search_say(
          in->s->questions,
          text_print(
              _("'%s' is an archive of a kind that is not looked into. "
                "Unpack it, or make a zip of what is in it."),
              o->name));
    else if (!has_a_meaning(in, o, missing, missing_count))
      rest[rest_count++] = o;
  }
  name_the_rest(in, rest, rest_count);
  for (size_t i = 0; missing_count && i < in->made_count; i++)
    search_say(
        has_missing(in, in->made[i].name, in->made[i].path, missing,
                    missing_count, 0)
            ? in->s->questions
            : in->s->unexpected,
        text_print(
            _("The folder '%s' was not looked into: what is in folders "
              "of that name is made by programs."),
            in->made[i].name));
  free(rest);
}

void submission_read(submission *s, const char *folder,
                     const exercise_list *list, size_t first, size_t end) {
  *s = (submission){.questions = json_array(), .unexpected = json_array()};
  search in = {.s = s, .list = list, .first = first, .end = end};
  search_folder(&in, folder);
  const claim **all = memory_resize(NULL, in.claim_count + 1, sizeof *all);
  for (size_t e = 0; e < list->count; e++) decide(&in, e, all);
  look_at_others(&in);
  free(all);
  search_free(&in);
}

void submission_free(submission *s) {
  for (size_t i = 0; i < EXERCISES_MAX; i++) {
    free(s->names[i]);
    free(s->paths[i]);
  }
  json_decref(s->questions);
  json_decref(s->unexpected);
  if (s->unpacked) folder_remove(s->unpacked);
  free(s->unpacked);
}
