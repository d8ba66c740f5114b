/* digest: a short name for a content (SHA-256, from libsodium). */
#ifndef DIGEST_H
#define DIGEST_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_SIZE = 65 };

typedef struct digest digest;

/* Texts and files go in, each told from the next; the name comes out as 64
 * hexadecimal digits, and the digest is gone. */
digest *digest_begin(void);
void digest_text(digest *d, const char *text);
bool digest_file(digest *d, const char *path);
void digest_end(digest *d, char name[DIGEST_SIZE]);

#endif
