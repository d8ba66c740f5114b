/* language: what is said to people, in the language that the course was
 * configured for (cmake/language.cmake). Where that is English, where the
 * system has no gettext, and where there is no translation, it is what the
 * source says. Numbers stay as C writes them.
 *
 * A message is a whole sentence with its arguments, so that a translator
 * can put them in another order: %2$s. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

/* To be called before the first message. */
void language_begin(void);

/* The language's code: "en". */
const char *language_code(void);

/* A message. */
#define _(text) language_text(text)
const char *language_text(const char *text) __attribute__((format_arg(1)));

/* Marks a message that is translated where it is used, as in a table. */
#define N_(text) text

/* A file in this language, FILE.es.md for FILE.md; FILE.md if it is not
 * there. To be freed. */
char *language_file(const char *path);

/* One of two messages, for one thing and for `n`; other languages may have
 * more forms, or fewer. */
const char *language_plural(const char *one, const char *many,
                            unsigned long n)
    __attribute__((format_arg(1), format_arg(2)));

#endif
