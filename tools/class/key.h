/* key: the secret of a class. The questions of a mark come from it, from
 * the exercise and from what was handed in: the same text gets the same
 * mark in every run on every machine that has the key, and nobody without
 * it can tell what will be asked.
 *
 * It is a file of 64 hexadecimal digits that only its owner can read. It
 * is never printed, packed for students or shown, nor is a seed. */
#ifndef KEY_H
#define KEY_H

#include <stdbool.h>

enum { KEY_BYTES = 32, KEY_NAME_SIZE = 17 };

typedef struct {
  unsigned char bytes[KEY_BYTES];
} class_key;

/* Reads a key; false if there is no such file. Makes a new one, at a path
 * where there is none. Both end the program with a message if the file is
 * no key or cannot be read or written. */
bool key_read(class_key *k, const char *path);
void key_create(class_key *k, const char *path);

/* A key for one run, which is kept nowhere. */
void key_make_up(class_key *k);

/* The seed of the questions about this text, handed in for an exercise:
 * eight bytes of HMAC-SHA256. */
unsigned long long key_seed(const class_key *k, const char *slug,
                            const char *text);

/* The key's fingerprint: equal only for equal keys, and the key cannot be
 * computed from it. */
void key_name(const class_key *k, char name[KEY_NAME_SIZE]);

#endif
