#include "utf8.h"

#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The length of the sequence with this first byte, or 0. */
static size_t length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  if (first >= 0xf0 && first <= 0xf4) return 4;
  return 0;
}

/* Decodes one character; its length, or 0 if it is no UTF-8. */
static size_t decode(const unsigned char *text, uint32_t *c) {
  static const unsigned char masks[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  size_t length = length_of(*text);
  *c = *text & masks[length];
  for (size_t i = 1; i < length; i++) {
    if ((text[i] & 0xc0) != 0x80) return 0;
    *c = *c << 6 | (text[i] & 0x3f);
  }
  bool surrogate = *c >= 0xd800 && *c <= 0xdfff;
  return *c < least[length] || surrogate || *c > 0x10ffff ? 0 : length;
}

static bool is_control(uint32_t c) {
  return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f);
}

/* Bidirectional controls, which make a text look other than it is
 * (CVE-2021-42574). */
static bool turns_direction(uint32_t c) {
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_no_character(uint32_t c) {
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

uint32_t utf8_next(const char **text) {
  uint32_t c;
  if (!**text) return 0;
  size_t length = decode((const unsigned char *)*text, &c);
  if (!length) c = (unsigned char)**text; /* Latin-1 */
  *text += length ? length : 1;
  if (is_control(c) || turns_direction(c) || is_no_character(c))
    return UTF8_REPLACEMENT;
  return c;
}

size_t utf8_put(uint32_t c, char to[UTF8_MAX]) {
  size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  static const unsigned firsts[] = {0, 0, 0xc0, 0xe0, 0xf0};
  for (size_t i = length - 1; i > 0; i--, c >>= 6)
    to[i] = (char)(0x80 | (c & 0x3f));
  to[0] = (char)(firsts[length] | c);
  return length;
}

char *utf8_safe(const char *text, bool one_line) {
  /* U+FFFD has three bytes. */
  char *safe = memory_resize(NULL, 3 * strlen(text) + 1, 1);
  size_t length = 0;
  uint32_t c;
  while ((c = utf8_next(&text))) {
    if (one_line && (c == '\n' || c == '\t')) c = ' ';
    length += utf8_put(c, safe + length);
  }
  safe[length] = '\0';
  return safe;
}

size_t utf8_continuations(const char *text) {
  size_t count = 0;
  for (; *text; text++) count += ((unsigned char)*text & 0xc0) == 0x80;
  return count;
}
