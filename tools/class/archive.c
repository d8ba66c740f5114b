#include "archive.h"

#include "folder.h"
#include "language.h"
#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

/* A text may well be packed to a hundredth; a bomb is packed to less. */
enum { PATH = 4096, DEPTH_MAX = 16, RATIO_MAX = 200, RATIO_FROM = 1 << 20 };

typedef struct {
  zip_t *zip;
  const char *folder;
  archive_room *room;
  bool (*skipped)(const char *part);
  char *why; /* a sentence, or NULL */
} unpacking;

/* Keeps the first reason. */
static void complain(unpacking *u, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void complain(unpacking *u, const char *format, ...) {
  va_list arguments;
  if (u->why) return;
  va_start(arguments, format);
  u->why = text_print_list(format, arguments);
  va_end(arguments);
}

/* Our own fault, not the archive's. */
static void no_room(unpacking *u) {
  u->room->disk_full = true;
  complain(u, _("There is no room for it here: %s."), strerror(errno));
}

/* ---- names -----------------------------------------------------------*/

/* The path of an entry, made of the parts of its name that say something;
 * "" if it is a folder. False if it may not be used. */
static bool safe_path(unpacking *u, const char *name, char path[PATH]) {
  size_t length = 0, size = 0;
  int depth = 0;
  bool inside = !strchr("/\\", *name) &&
                !(isalpha((unsigned char)*name) && name[1] == ':');
  bool fits = strlen(name) < PATH / 2;
  for (; *name && inside && fits; name += size) {
    static const char between[] = "/\\"; /* some write as on Windows */
    name += strspn(name, between);
    size = strcspn(name, between);
    inside = size != 2 || strncmp(name, "..", 2) != 0;
    if (size == 0 || (size == 1 && *name == '.')) continue;
    text_fill(path + length, PATH - length, "%s%.*s", depth++ ? "/" : "",
              (int)size, name);
    length += strlen(path + length);
    fits = depth <= DEPTH_MAX;
  }
  path[size ? length : 0] = '\0';
  if (inside && fits) return true;
  complain(
      u,
      inside
          ? _("The path of the entry '%s' is too long.")
          : _("The entry '%s' would lie outside of the archive's folder."),
      name);
  return false;
}

static bool is_skipped(const unpacking *u, const char *path) {
  char part[PATH];
  while (*path) {
    size_t size = strcspn(path, "/");
    text_fill(part, sizeof part, "%.*s", (int)size, path);
    if (*part && u->skipped(part)) return true;
    path += size + (path[size] == '/');
  }
  return false;
}

/* ---- entries ---------------------------------------------------------*/

/* Is the entry a folder or a plain file, and not a link or a device? */
static bool is_plain(const unpacking *u, zip_uint64_t i) {
  zip_uint8_t system;
  zip_uint32_t attributes;
  if (zip_file_get_external_attributes(u->zip, i, 0, &system,
                                       &attributes) != 0 ||
      system != ZIP_OPSYS_UNIX)
    return true;
  mode_t kind = (mode_t)(attributes >> 16) & S_IFMT;
  return kind == 0 || kind == S_IFREG || kind == S_IFDIR;
}

static bool fits(unpacking *u, const zip_stat_t *entry) {
  bool bomb = entry->size > RATIO_FROM &&
              entry->size / RATIO_MAX > entry->comp_size;
  if (bomb)
    complain(u,
             _("The entry '%s' would become more than %d times as large."),
             entry->name, RATIO_MAX);
  else if (entry->size > u->room->bytes)
    complain(u, _("It holds more than %d MiB."), ARCHIVE_BYTES >> 20);
  else
    return true;
  return false;
}

/* Copies an entry to a new file, and never more than it has announced;
 * false if that fails. */
static bool copy(unpacking *u, zip_uint64_t i, const zip_stat_t *entry,
                 int to) {
  char buffer[1 << 14];
  zip_int64_t got = 0;
  zip_uint64_t size = 0;
  bool written = true;
  zip_file_t *from = zip_fopen_index(u->zip, i, 0);
  if (!from) {
    complain(u, _("The entry '%s' cannot be read: %s."), entry->name,
             zip_strerror(u->zip));
    return false;
  }
  while (written && size <= entry->size &&
         (got = zip_fread(from, buffer, sizeof buffer)) > 0) {
    size += (zip_uint64_t)got;
    written = write(to, buffer, (size_t)got) == got;
  }
  zip_fclose(from);
  u->room->bytes -= size < u->room->bytes ? (size_t)size : u->room->bytes;
  if (!written)
    no_room(u);
  else if (got < 0 || size != entry->size)
    complain(u, _("The entry '%s' is damaged."), entry->name);
  else
    return true;
  return false;
}

/* Opens a new file, with the folders above it; -1, with errno. */
static int create(char *path) {
  char *slash = strrchr(path, '/');
  *slash = '\0';
  bool there = folder_make(path);
  *slash = '/';
  return there ? open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600)
               : -1;
}

static void unpack_file(unpacking *u, zip_uint64_t i,
                        const zip_stat_t *entry, const char *path) {
  char *whole = text_print("%s/%s", u->folder, path);
  int to = create(whole);
  if (to >= 0) {
    if (!copy(u, i, entry, to)) unlink(whole);
    if (close(to) != 0) no_room(u);
  } else if (errno == EEXIST || errno == ENAMETOOLONG) {
    complain(u, _("The entry '%s' cannot be unpacked: %s."), entry->name,
             errno == EEXIST ? _("there are two of that name")
                             : strerror(errno));
  } else {
    no_room(u);
  }
  free(whole);
}

/* False if there is no sense in going on. */
static bool unpack_entry(unpacking *u, zip_uint64_t i) {
  char path[PATH];
  zip_stat_t entry;
  const zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE |
                              ZIP_STAT_COMP_SIZE |
                              ZIP_STAT_ENCRYPTION_METHOD;
  if (zip_stat_index(u->zip, i, ZIP_FL_ENC_GUESS, &entry) != 0 ||
      (entry.valid & wanted) != wanted) {
    complain(u, _("It is damaged."));
    return false;
  }
  if (!safe_path(u, entry.name, path)) return true;
  if (!*path || is_skipped(u, path)) return true;
  if (u->room->entries == 0) {
    complain(u, _("It holds more than %d files."), ARCHIVE_ENTRIES);
    return false;
  }
  u->room->entries--;
  if (!is_plain(u, i))
    complain(u, _("The entry '%s' is a link; links are not followed."),
             entry.name);
  else if (entry.encryption_method != ZIP_EM_NONE)
    complain(u, _("It wants a password."));
  else if (fits(u, &entry))
    unpack_file(u, i, &entry, path);
  return true;
}

char *archive_unpack(const char *zip, const char *folder,
                     archive_room *room,
                     bool (*skipped)(const char *part)) {
  int status = 0;
  unpacking u = {.folder = folder, .room = room, .skipped = skipped};
  u.zip = zip_open(zip, ZIP_RDONLY, &status);
  if (!u.zip) {
    zip_error_t error;
    zip_error_init_with_code(&error, status);
    complain(&u, _("It cannot be read: %s."), zip_error_strerror(&error));
    zip_error_fini(&error);
    return u.why;
  }
  zip_int64_t count = zip_get_num_entries(u.zip, 0);
  if (!folder_make(folder))
    no_room(&u);
  else
    for (zip_int64_t i = 0; i < count; i++)
      if (!unpack_entry(&u, (zip_uint64_t)i)) break;
  zip_discard(u.zip);
  return u.why;
}
