#include "submission.h"

#include "archive.h"
#include "class.h"
#include "file.h"
#include "folder.h"
#include "memory.h"
#include "naming.h"
#include "skeleton.h"
#include "source.h"
#include "text.h"
#include "utf8.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 16, FILES_MAX = 100000, SENTENCES_MAX = 20, NAMED = 5 };

/* A file that is named as an exercise. */
typedef struct {
  size_t exercise;
  unsigned rank; /* the least is meant */
  char *name, *path;
} claim;

/* A file that is not. */
typedef struct {
  char *name, *path;
} other;

typedef struct {
  submission *s;
  const exercise_list *list;
  size_t first, end; /* the exercises that are asked for */
  const char *root;  /* the folder that names are relative to */
  unsigned zips;     /* how many of them we are inside of */
  archive_room room;
  size_t files;
  claim *claims;
  other *others;
  size_t claim_count, other_count;
  other made[NAMED]; /* folders that were passed over */
  size_t made_count;
} search;

/* ---- sentences -------------------------------------------------------*/

/* Adds a sentence, in which names may be anything, and frees it. */
static void say(json_t *sentences, char *sentence) {
  size_t count = json_array_size(sentences);
  char *safe = utf8_safe(sentence, true);
  if (count < SENTENCES_MAX)
    json_array_append_new(sentences, json_string(safe));
  else if (count == SENTENCES_MAX)
    json_array_append_new(sentences, json_string("... and more."));
  free(safe);
  free(sentence);
}

/* The slugs of these exercises: "a, b or c", to be freed. */
static char *slugs_of(const search *in, const size_t *which, size_t count) {
  char *text = text_print("%s", "");
  for (size_t i = 0; i < count; i++) {
    const char *between = i == 0 ? "" : i + 1 < count ? ", " : " or ";
    char *longer =
        text_print("%s%s%s", text, between, in->list->all[which[i]].slug);
    free(text);
    text = longer;
  }
  return text;
}

static bool is_asked_for(const search *in, size_t e) {
  return e >= in->first && e < in->end;
}

/* Something with the name of an exercise that is asked for is worth a
 * question, even if it is no file. */
static json_t *sentences_for(const search *in, const char *name) {
  for (size_t i = in->first; i < in->end; i++)
    if (naming_of(name, &in->list->all[i]) != NOT_NAMED)
      return in->s->questions;
  return in->s->unexpected;
}

/* ---- what a text says ------------------------------------------------*/

/* Does the name stand in the text with a parenthesis behind it? */
static bool is_called(const char *text, const char *name) {
  size_t length = strlen(name);
  for (; (text = strstr(text, name)); text += length) {
    const char *after = text + length;
    if (after[strspn(after, " \t")] == '(') return true;
  }
  return false;
}

/* Does the text define every function that the exercise's header
 * declares? Only names are compared. */
static bool defines_functions(const char *text, const exercise *e) {
  char name[128];
  char *header = file_read(e->header);
  bool all = header != NULL;
  for (const char *end = header; all && (end = strstr(end, ");")); end++) {
    const char *open = end;
    int depth = 1;
    while (depth > 0 && open > header) {
      open--;
      depth += (*open == ')') - (*open == '(');
    }
    const char *start = open;
    while (start > header &&
           (isalnum((unsigned char)start[-1]) || start[-1] == '_'))
      start--;
    snprintf(name, sizeof name, "%.*s", (int)(open - start), start);
    const char *line = start;
    while (line > header && line[-1] != '\n') line--;
    if (strncmp(line, "typedef", 7) != 0 && *line != ' ' && *line != '*')
      all = is_called(text, name);
  }
  free(header);
  return all;
}

static char *source_of(const char *path) {
  char why[TEXT];
  return source_read(path, why, sizeof why);
}

static bool is_untouched(const char *path, const exercise *e) {
  char *text = source_of(path);
  bool untouched = text && skeleton_untouched(e, text);
  free(text);
  return untouched;
}

static bool same_text(const char *path, const char *other_path) {
  char *one = source_of(path), *two = source_of(other_path);
  bool same = one && two && strcmp(one, two) == 0;
  free(one);
  free(two);
  return same;
}

/* ---- one file --------------------------------------------------------*/

static void add_claim(search *in, const char *name, const char *path,
                      size_t e, naming how) {
  in->claims =
      memory_resize(in->claims, in->claim_count + 1, sizeof *in->claims);
  in->claims[in->claim_count++] = (claim){.exercise = e,
                                          .rank = how,
                                          .name = text_print("%s", name),
                                          .path = text_print("%s", path)};
}

static void add_other(search *in, const char *name, const char *path) {
  in->others =
      memory_resize(in->others, in->other_count + 1, sizeof *in->others);
  in->others[in->other_count++] = (other){.name = text_print("%s", name),
                                          .path = text_print("%s", path)};
}

/* Those of the exercises whose functions the file defines go to the front;
 * returns how many. */
static size_t prefer_defined(const search *in, const char *path,
                             size_t *fits, size_t count) {
  char *text = source_of(path);
  size_t defined = 0;
  for (size_t i = 0; text && i < count; i++)
    if (defines_functions(text, &in->list->all[fits[i]])) {
      size_t e = fits[i];
      fits[i] = fits[defined];
      fits[defined++] = e;
    }
  free(text);
  return defined;
}

static size_t prefer_asked_for(const search *in, size_t *fits,
                               size_t count) {
  size_t asked = 0;
  for (size_t i = 0; i < count; i++)
    if (is_asked_for(in, fits[i])) {
      size_t e = fits[i];
      fits[i] = fits[asked];
      fits[asked++] = e;
    }
  return asked;
}

/* One of the exercises that a name fits: of several that whose functions
 * are defined, else that which is asked for. */
static void claim_one_of(search *in, const char *name, const char *path,
                         size_t *fits, size_t count, naming how) {
  size_t left = count == 1 ? 1 : prefer_defined(in, path, fits, count);
  if (left != 1) {
    count = left ? left : count;
    left = prefer_asked_for(in, fits, count);
  }
  if (left == 1) {
    add_claim(in, name, path, fits[0], how);
    return;
  }
  if (left > 1) count = left;
  char *slugs = slugs_of(in, fits, count), proposed[TEXT];
  naming_proposed(&in->list->all[fits[0]], proposed);
  say(left ? in->s->questions : in->s->unexpected,
      text_print("'%s' could be %s: it was not graded. Name it as the one "
                 "that it is, such as %s.",
                 name, slugs, proposed));
  free(slugs);
}

/* The exercises that the name fits best. */
static naming best_fits(const search *in, const char *name, size_t *fits,
                        size_t *count) {
  naming best = NOT_NAMED;
  *count = 0;
  for (size_t i = 0; i < in->list->count; i++) {
    naming how = naming_of(name, &in->list->all[i]);
    if (how == NOT_NAMED || how > best) continue;
    if (how < best) *count = 0;
    best = how;
    fits[(*count)++] = i;
  }
  return best;
}

static void unpack(search *in, const char *name, const char *path,
                   int depth);

static void look_at(search *in, const char *name, const char *path,
                    int depth) {
  size_t fits[EXERCISES_MAX], count;
  naming how = best_fits(in, name, fits, &count);
  bool in_place = how == NAMED_BY_PLACE || how == NAMED_BY_PLACE_BELOW;
  if (!in_place && naming_is_of_course(name)) return;
  if (in_place && naming_is_skeleton(name) &&
      is_untouched(path, &in->list->all[fits[0]]))
    return;
  if (how != NOT_NAMED)
    claim_one_of(in, name, path, fits, count, how);
  else if (naming_is_zip(name))
    unpack(in, name, path, depth);
  else
    add_other(in, name, path);
}

/* ---- all of them -----------------------------------------------------*/

static const exercise_list *known; /* for by_interest */

/* Folders of the course first, so that whatever else there is hides
 * nothing; all in the order of names, so that it is always the same. */
static int by_interest(const void *a, const void *b) {
  const char *x = *(char *const *)a, *y = *(char *const *)b;
  bool first = naming_is_known_folder(x, known);
  if (first != naming_is_known_folder(y, known)) return first ? -1 : 1;
  return strcmp(x, y);
}

static void walk(search *in, const char *name, int depth);

static void visit(search *in, const char *name, int depth) {
  struct stat found;
  char *path = text_print("%s/%s", in->root, name);
  const char *last = naming_last_part(name);
  if (lstat(path, &found) != 0)
    say(sentences_for(in, name),
        text_print("'%s' cannot be read: %s.", name, strerror(errno)));
  else if (S_ISLNK(found.st_mode))
    say(sentences_for(in, name),
        text_print("'%s' is a link; links are not followed.", name));
  else if (S_ISDIR(found.st_mode) && !naming_is_made(last))
    walk(in, name, depth + 1);
  else if (S_ISDIR(found.st_mode) && in->made_count < NAMED)
    in->made[in->made_count++] = (other){.name = text_print("%s", name),
                                         .path = text_print("%s", path)};
  else if (S_ISREG(found.st_mode))
    look_at(in, name, path, depth);
  else if (!S_ISDIR(found.st_mode))
    say(sentences_for(in, name),
        text_print("'%s' is no plain file.", name));
  free(path);
}

/* The names in a folder, sorted; false if it cannot be read. */
static bool names_in(const char *path, char ***names, size_t *count) {
  DIR *folder = opendir(path);
  *names = NULL;
  *count = 0;
  if (!folder) return false;
  for (struct dirent *d; (d = readdir(folder));) {
    if (naming_is_hidden(d->d_name)) continue;
    *names = memory_resize(*names, *count + 1, sizeof **names);
    (*names)[(*count)++] = text_print("%s", d->d_name);
  }
  closedir(folder);
  if (*count) qsort(*names, *count, sizeof **names, by_interest);
  return true;
}

static void walk(search *in, const char *name, int depth) {
  char **names = NULL, *path = text_print("%s/%s", in->root, name);
  size_t count = 0;
  if (depth > DEPTH_MAX || !names_in(path, &names, &count))
    say(in->s->questions,
        text_print("The folder '%s' was not looked into: %s.",
                   *name ? name : ".",
                   depth > DEPTH_MAX ? "it is too deep" : strerror(errno)));
  for (size_t i = 0; i < count; i++) {
    char *inner = text_print("%s%s%s", name, *name ? "/" : "", names[i]);
    if (++in->files <= FILES_MAX) visit(in, inner, depth);
    if (in->files == FILES_MAX + 1)
      say(in->s->questions,
          text_print(
              "There are more than %d files; not all were looked at.",
              FILES_MAX));
    free(inner);
    free(names[i]);
  }
  free(names);
  free(path);
}

/* ---- zips ------------------------------------------------------------*/

/* A folder for what is unpacked, in which names are as they were. */
static bool make_room(submission *s) {
  const char *temporary = getenv("TMPDIR");
  if (s->unpacked) return true;
  s->unpacked = text_print("%s/course-zip-XXXXXX",
                           temporary && *temporary ? temporary : "/tmp");
  if (mkdtemp(s->unpacked)) return true;
  free(s->unpacked);
  s->unpacked = NULL;
  return false;
}

/* Looks into a zip, and into zips inside that, as into folders. */
static void unpack(search *in, const char *name, const char *path,
                   int depth) {
  enum { NESTED_MAX = 2 };
  if (in->zips == NESTED_MAX) {
    say(in->s->questions,
        text_print("'%s' is a zip in a zip in a zip, and was not unpacked.",
                   name));
    return;
  }
  if (!make_room(in->s)) {
    in->s->trouble = true;
    return;
  }
  const char *root = in->root;
  /* Of a zip in a zip, the name is taken: by the file itself. */
  char *inner = text_print("%s%s", name, in->zips ? ".d" : "");
  char *folder = text_print("%s/%s", in->s->unpacked, inner);
  char *why = archive_unpack(path, folder, &in->room, naming_is_hidden);
  if (why)
    say(in->s->questions,
        text_print("'%s' was not unpacked, or not all of it. %s", name,
                   why));
  in->s->trouble = in->s->trouble || in->room.disk_full;
  in->root = in->s->unpacked;
  in->zips++;
  struct stat found;
  if (stat(folder, &found) == 0) walk(in, inner, depth + 1);
  in->zips--;
  in->root = root;
  free(inner);
  free(folder);
  free(why);
}

/* ---- decisions -------------------------------------------------------*/

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
    if (!same_text(all[0]->path, all[i]->path)) return true;
  return false;
}

/* What is said of files that were not taken. */
static void tell_others(const search *in, const exercise *e,
                        const claim **all, size_t count, bool asked) {
  bool untouched = is_untouched(all[0]->path, e);
  for (size_t i = 1; i < count; i++) {
    if (same_text(all[0]->path, all[i]->path)) continue;
    bool doubt = asked && untouched && !is_untouched(all[i]->path, e);
    say(doubt ? in->s->questions : in->s->unexpected,
        doubt
            ? text_print("There are two files for %s: '%s' was graded, and "
                         "is as it came; '%s' may be meant instead.",
                         e->slug, all[0]->name, all[i]->name)
            : text_print("There are two files for %s: '%s' was graded, and "
                         "'%s' was not.",
                         e->slug, all[0]->name, all[i]->name));
  }
}

static void decide(search *in, size_t e, const claim **all) {
  const exercise *this = &in->list->all[e];
  bool asked = is_asked_for(in, e);
  size_t count = claims_of(in, e, all);
  if (!count) return;
  if (nobody_can_tell(all, count)) {
    say(asked ? in->s->questions : in->s->unexpected,
        text_print(
            "'%s' and '%s' could both be %s, and differ: neither was "
            "graded. Keep the one that counts.",
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
        is_untouched(in->s->paths[i], &in->list->all[i]))
      missing[count++] = i;
  return count;
}

/* Those of the missing exercises that the file may be meant as. */
static size_t may_be_meant(const search *in, const other *o,
                           const size_t *missing, size_t missing_count,
                           size_t *meant) {
  size_t count = 0;
  char *text = naming_is_source(o->name) ? source_of(o->path) : NULL;
  for (size_t i = 0; i < missing_count; i++) {
    const exercise *e = &in->list->all[missing[i]];
    bool program = !strchr(naming_last_part(o->name), '.') && !text;
    bool like = !program && naming_is_like(o->name, e);
    if (like || (text && defines_functions(text, e)))
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
  char *text = naming_is_source(o->name) ? source_of(o->path) : NULL;
  *same = false;
  for (size_t i = 0; i < in->list->count && text && !*same; i++) {
    const exercise *e = &in->list->all[i];
    if (!in->s->paths[i] || !naming_is_like(o->name, e)) continue;
    *same = defines_functions(text, e);
    if (*same || found == in->list->count) found = i;
  }
  free(text);
  return found;
}

static void ask_about(const search *in, const other *o, size_t *meant,
                      size_t count) {
  size_t defined = prefer_defined(in, o->path, meant, count);
  if (defined) count = defined;
  char *slugs = slugs_of(in, meant, count), proposed[TEXT];
  naming_proposed(&in->list->all[meant[0]], proposed);
  say(in->s->questions,
      text_print(
          "'%s' may be meant as %s: it was not graded. If it is, rename "
          "it%s %s.",
          o->name, slugs, count > 1 ? ", such as" : " to", proposed));
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
  if (same && prefer_defined(in, o->path, meant, count) == 0) count = 0;
  if (count)
    ask_about(in, o, meant, count);
  else if (instead < in->list->count)
    say(in->s->unexpected,
        text_print("'%s' was not graded: '%s' was, as %s.", o->name,
                   in->s->names[instead], in->list->all[instead].slug));
  else
    return false;
  return true;
}

/* "'a', 'b' and 3 more are no exercises of the course." */
static void name_the_rest(const search *in, const other *const *rest,
                          size_t count) {
  if (!count) return;
  char *text = text_print("%s", "");
  for (size_t i = 0; i < count && i < NAMED; i++) {
    bool last = i > 0 && i + 1 == count;
    char *longer = text_print("%s%s'%s'", text,
                              i == 0 ? ""
                              : last ? " and "
                                     : ", ",
                              rest[i]->name);
    free(text);
    text = longer;
  }
  if (count > NAMED)
    say(in->s->unexpected,
        text_print("%s and %zu more are no exercises of the course.", text,
                   count - NAMED));
  else
    say(in->s->unexpected,
        text_print("%s %s of the course.", text,
                   count > 1 ? "are no exercises" : "is no exercise"));
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
  if (depth > DEPTH_MAX || lstat(path, &found) != 0) return false;
  if (S_ISREG(found.st_mode)) best_fits(in, name, fits, &fit);
  for (size_t i = 0; i < fit; i++)
    for (size_t k = 0; k < missing_count; k++)
      has = has || fits[i] == missing[k];
  if (!S_ISDIR(found.st_mode) || !names_in(path, &names, &count))
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
      say(in->s->questions,
          text_print(
              "'%s' is an archive of a kind that is not looked into. "
              "Unpack it, or make a zip of what is in it.",
              o->name));
    else if (!has_a_meaning(in, o, missing, missing_count))
      rest[rest_count++] = o;
  }
  name_the_rest(in, rest, rest_count);
  for (size_t i = 0; missing_count && i < in->made_count; i++)
    say(has_missing(in, in->made[i].name, in->made[i].path, missing,
                    missing_count, 0)
            ? in->s->questions
            : in->s->unexpected,
        text_print(
            "The folder '%s' was not looked into: what is in folders "
            "of that name is made by programs.",
            in->made[i].name));
  free(rest);
}

void submission_read(submission *s, const char *folder,
                     const exercise_list *list, size_t first, size_t end) {
  search in = {.s = s,
               .list = list,
               .first = first,
               .end = end,
               .root = folder,
               .room = {ARCHIVE_ENTRIES, ARCHIVE_BYTES, false}};
  *s = (submission){.questions = json_array(), .unexpected = json_array()};
  known = list;
  walk(&in, "", 0);
  const claim **all = memory_resize(NULL, in.claim_count + 1, sizeof *all);
  for (size_t e = 0; e < list->count; e++) decide(&in, e, all);
  look_at_others(&in);

  free(all);
  for (size_t i = 0; i < in.claim_count; i++) {
    free(in.claims[i].name);
    free(in.claims[i].path);
  }
  for (size_t i = 0; i < in.other_count; i++) {
    free(in.others[i].name);
    free(in.others[i].path);
  }
  for (size_t i = 0; i < in.made_count; i++) {
    free(in.made[i].name);
    free(in.made[i].path);
  }
  free(in.claims);
  free(in.others);
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
