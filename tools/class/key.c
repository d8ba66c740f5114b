#include "key.h"

#include "class.h"
#include "fail.h"
#include "language.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DIGITS = 2 * KEY_BYTES };

/* ---- the file --------------------------------------------------------*/

bool key_read(class_key *k, const char *path) {
  char text[DIGITS + 2] = "";
  size_t length = 0;
  struct stat found;
  FILE *file = fopen(path, "r");
  if (!file && errno == ENOENT) return false;
  if (!file || fstat(fileno(file), &found) != 0)
    fail(_("cannot read the key %s: %s"), path, strerror(errno));
  size_t got = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  if (got > 0 && text[got - 1] == '\n') text[--got] = '\0';
  if (sodium_hex2bin(k->bytes, KEY_BYTES, text, got, NULL, &length, NULL) ||
      length != KEY_BYTES || got != DIGITS)
    fail(_("%s is no key of a class: that has %d hexadecimal digits and "
           "nothing else"),
         path, DIGITS);
  if (S_ISREG(found.st_mode) && (found.st_mode & 077) != 0)
    fail(_("others can read the key %s, and so know what students will be "
           "asked. Mend it with: chmod go= %s"),
         path, path);
  sodium_memzero(text, sizeof text);
  return true;
}

void key_make_up(class_key *k) {
  if (sodium_init() < 0) fail(_("there is no randomness to be had here"));
  randombytes_buf(k->bytes, KEY_BYTES);
}

void key_create(class_key *k, const char *path) {
  char text[DIGITS + 2];
  key_make_up(k);
  sodium_bin2hex(text, DIGITS + 1, k->bytes, KEY_BYTES);
  text[DIGITS] = '\n';
  text[DIGITS + 1] = '\0';
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0 || write(file, text, DIGITS + 1) != DIGITS + 1 ||
      fsync(file) != 0 || close(file) != 0) {
    int reason = errno;
    if (file >= 0) unlink(path);
    fail(_("cannot write the key %s: %s"), path, strerror(reason));
  }
  sodium_memzero(text, sizeof text);
}

/* ---- what comes of it ------------------------------------------------*/

/* HMAC-SHA256 of both texts, with a zero byte between them. */
static void sign(const class_key *k, const char *what, const char *text,
                 unsigned char mac[crypto_auth_hmacsha256_BYTES]) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, k->bytes, KEY_BYTES);
  crypto_auth_hmacsha256_update(&state, (const unsigned char *)what,
                                strlen(what) + 1);
  crypto_auth_hmacsha256_update(&state, (const unsigned char *)text,
                                strlen(text));
  crypto_auth_hmacsha256_final(&state, mac);
}

unsigned long long key_seed(const class_key *k, const char *slug,
                            const char *text) {
  unsigned char mac[crypto_auth_hmacsha256_BYTES];
  unsigned long long seed = 0;
  sign(k, slug, text, mac);
  for (int i = 0; i < 8; i++) seed = seed << 8 | mac[i];
  return seed;
}

void key_name(const class_key *k, char name[KEY_NAME_SIZE]) {
  unsigned char mac[crypto_auth_hmacsha256_BYTES];
  sign(k, "", "the name of this key", mac);
  sodium_bin2hex(name, KEY_NAME_SIZE, mac, (KEY_NAME_SIZE - 1) / 2);
}
