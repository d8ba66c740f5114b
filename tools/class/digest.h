/* digest: the cryptographic hash of texts and files (SHA-256, from
 * libsodium). */
#ifndef DIGEST_H
#define DIGEST_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_SIZE = 65 };

typedef struct digest digest;

/* Adds texts and files, each with its length, so that no two lists of them
 * collide. digest_end writes 64 hexadecimal digits and frees the digest. */
digest *digest_begin(void);
void digest_text(digest *d, const char *text);
bool digest_file(digest *d, const char *path);
void digest_end(digest *d, char name[DIGEST_SIZE]);

#endif
