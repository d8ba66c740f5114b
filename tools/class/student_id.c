#include "student_id.h"

#include "digest.h"
#include "text.h"
#include "utf8.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Does the text hold nothing that would have to be replaced? */
static bool is_safe(const char *text) {
  char *safe = utf8_safe(text, false);
  bool same = strcmp(safe, text) == 0;
  free(safe);
  return same;
}

/* Writes a name with %XX for what may not be in the name of a file. */
static char *escaped(const char *name) {
  text_writing t;
  bool is_text = is_safe(name);
  text_begin(&t);
  for (const char *at = name; *at; at++) {
    unsigned char c = (unsigned char)*at;
    bool plain = isalnum(c) || c == '_' || (c >= 0x80 && is_text) ||
                 (strchr(".-", c) && at > name);
    fprintf(t.to, plain ? "%c" : "%%%02X", c);
  }
  return text_end(&t);
}

/* How much of an id is kept if it is cut where a character, or what stands
 * for one, begins. */
static size_t whole_characters(const char *id, size_t length) {
  while (((unsigned char)id[length] & 0xc0) == 0x80) length--;
  for (size_t back = 1; back < 3; back++)
    if (length >= back && id[length - back] == '%') length -= back;
  return length;
}

void student_id_of(const char *name, char id[ID_SIZE]) {
  /* File systems allow 255 bytes, for the id with all that is put behind
   * it; the name of a folder may have as many. */
  enum { LONGEST = 180, KEPT = 120 };
  char *whole = escaped(name), digits[DIGEST_SIZE];
  if (strlen(whole) <= LONGEST) {
    text_fill(id, ID_SIZE, "%s", whole);
  } else {
    digest *d = digest_begin();
    digest_text(d, name);
    digest_end(d, digits);
    text_fill(id, ID_SIZE, "%.*s~%.16s", (int)whole_characters(whole, KEPT),
              whole, digits);
  }
  free(whole);
}

char *student_id_name(const class_settings *c, const char *id) {
  char other[ID_SIZE], *name = NULL;
  DIR *folder = opendir(c->dir);
  for (struct dirent *d; folder && !name && (d = readdir(folder));) {
    student_id_of(d->d_name, other);
    if (strcmp(other, id) == 0) name = text_print("%s", d->d_name);
  }
  if (folder) closedir(folder);
  return name;
}
