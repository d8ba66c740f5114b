#include "search.h"

#include "candidate.h"
#include "language.h"
#include "memory.h"
#include "text.h"
#include "utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILES_MAX = 100000, SENTENCES_MAX = 20 };

/* ---- sentences -----------------------------------------------------*/

void search_say(json_t *sentences, char *sentence) {
  size_t count = json_array_size(sentences);
  char *safe = utf8_safe(sentence, true);
  if (count < SENTENCES_MAX)
    json_array_append_new(sentences, json_string(safe));
  else if (count == SENTENCES_MAX)
    json_array_append_new(sentences, json_string(_("... and more.")));
  free(safe);
  free(sentence);
}

char *search_slugs(const search *in, const size_t *which, size_t count) {
  char *text = text_print("%s", "");
  for (size_t i = 0; i < count; i++) {
    const char *slug = in->list->all[which[i]].slug;
    char *longer = i == 0          ? text_print("%s", slug)
                   : i + 1 < count ? text_print("%s, %s", text, slug)
                                   : text_print(_("%s or %s"), text, slug);
    free(text);
    text = longer;
  }
  return text;
}

bool search_asks_for(const search *in, size_t e) {
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

/* ---- one file ------------------------------------------------------*/

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

size_t search_prefer_defined(const search *in, const char *path,
                             size_t *fits, size_t count) {
  char *text = candidate_text(path);
  size_t defined = 0;
  for (size_t i = 0; text && i < count; i++)
    if (candidate_defines(text, &in->list->all[fits[i]])) {
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
    if (search_asks_for(in, fits[i])) {
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
  size_t left =
      count == 1 ? 1 : search_prefer_defined(in, path, fits, count);
  if (left != 1) {
    count = left ? left : count;
    left = prefer_asked_for(in, fits, count);
  }
  if (left == 1) {
    add_claim(in, name, path, fits[0], how);
    return;
  }
  if (left > 1) count = left;
  char *slugs = search_slugs(in, fits, count), proposed[TEXT];
  naming_proposed(&in->list->all[fits[0]], proposed);
  search_say(
      left ? in->s->questions : in->s->unexpected,
      text_print(
          _("'%s' could be %s: it was not graded. Name it as the one "
            "that it is, such as %s."),
          name, slugs, proposed));
  free(slugs);
}

naming search_best_fits(const search *in, const char *name, size_t *fits,
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
  naming how = search_best_fits(in, name, fits, &count);
  bool in_place = how == NAMED_BY_PLACE || how == NAMED_BY_PLACE_BELOW;
  if (!in_place && naming_is_of_course(name)) return;
  if (in_place && naming_is_skeleton(name) &&
      candidate_is_untouched(path, &in->list->all[fits[0]]))
    return;
  if (how != NOT_NAMED)
    claim_one_of(in, name, path, fits, count, how);
  else if (naming_is_zip(name))
    unpack(in, name, path, depth);
  else
    add_other(in, name, path);
}

/* ---- all of them ---------------------------------------------------*/

/* A name in a folder. */
typedef struct {
  bool first; /* it is one of the course's folders */
  char *name;
} entry;

/* Folders of the course first, so that whatever else there is hides
 * nothing; all in the order of names, so that it is always the same. */
static int by_interest(const void *a, const void *b) {
  const entry *x = a, *y = b;
  if (x->first != y->first) return x->first ? -1 : 1;
  return strcmp(x->name, y->name);
}

static void walk(search *in, const char *name, int depth);

static void visit(search *in, const char *name, int depth) {
  struct stat found;
  char *path = text_print("%s/%s", in->root, name);
  const char *last = naming_last_part(name);
  if (lstat(path, &found) != 0)
    search_say(
        sentences_for(in, name),
        text_print(_("'%s' cannot be read: %s."), name, strerror(errno)));
  else if (S_ISLNK(found.st_mode))
    search_say(
        sentences_for(in, name),
        text_print(_("'%s' is a link; links are not followed."), name));
  else if (S_ISDIR(found.st_mode) && !naming_is_made(last))
    walk(in, name, depth + 1);
  else if (S_ISDIR(found.st_mode) && in->made_count < SEARCH_NAMED)
    in->made[in->made_count++] = (other){.name = text_print("%s", name),
                                         .path = text_print("%s", path)};
  else if (S_ISREG(found.st_mode))
    look_at(in, name, path, depth);
  else if (!S_ISDIR(found.st_mode))
    search_say(sentences_for(in, name),
               text_print(_("'%s' is no plain file."), name));
  free(path);
}

bool search_names_in(const search *in, const char *path, char ***names,
                     size_t *count) {
  DIR *folder = opendir(path);
  entry *all = NULL;
  *names = NULL;
  *count = 0;
  if (!folder) return false;
  for (struct dirent *d; (d = readdir(folder));) {
    if (naming_is_hidden(d->d_name)) continue;
    all = memory_resize(all, *count + 1, sizeof *all);
    all[(*count)++] = (entry){naming_is_known_folder(d->d_name, in->list),
                              text_print("%s", d->d_name)};
  }
  closedir(folder);
  if (*count) qsort(all, *count, sizeof *all, by_interest);
  *names = memory_resize(NULL, *count, sizeof **names);
  for (size_t i = 0; i < *count; i++) (*names)[i] = all[i].name;
  free(all);
  return true;
}

static void walk(search *in, const char *name, int depth) {
  char **names = NULL, *path = text_print("%s/%s", in->root, name);
  size_t count = 0;
  if (depth > SEARCH_DEPTH || !search_names_in(in, path, &names, &count))
    search_say(in->s->questions,
               text_print(_("The folder '%s' was not looked into: %s."),
                          *name ? name : ".",
                          depth > SEARCH_DEPTH ? _("it is too deep")
                                               : strerror(errno)));
  for (size_t i = 0; i < count; i++) {
    char *inner = text_print("%s%s%s", name, *name ? "/" : "", names[i]);
    if (++in->files <= FILES_MAX) visit(in, inner, depth);
    if (in->files == FILES_MAX + 1)
      search_say(
          in->s->questions,
          text_print(
              _("There are more than %d files; not all were looked at."),
              FILES_MAX));
    free(inner);
    free(names[i]);
  }
  free(names);
  free(path);
}

/* ---- zips ----------------------------------------------------------*/

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
    search_say(
        in->s->questions,
        text_print(
            _("'%s' is a zip in a zip in a zip, and was not unpacked."),
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
    search_say(in->s->questions,
               text_print(_("'%s' was not unpacked, or not all of it. %s"),
                          name, why));
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

void search_folder(search *in, const char *folder) {
  in->root = folder;
  in->room = (archive_room){ARCHIVE_ENTRIES, ARCHIVE_BYTES, false};
  walk(in, "", 0);
}

static void free_all(other *all, size_t count) {
  for (size_t i = 0; i < count; i++) {
    free(all[i].name);
    free(all[i].path);
  }
}

void search_free(search *in) {
  for (size_t i = 0; i < in->claim_count; i++) {
    free(in->claims[i].name);
    free(in->claims[i].path);
  }
  free_all(in->others, in->other_count);
  free_all(in->made, in->made_count);
  free(in->claims);
  free(in->others);
}
