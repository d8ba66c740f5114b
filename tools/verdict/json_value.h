/* json_value: JSON with the texts of strangers in it. */
#ifndef JSON_VALUE_H
#define JSON_VALUE_H

#include <jansson.h>
#include <stdbool.h>

/* A text that may be anything, such as what a program printed, made fit to
 * be shown (utf8.h). */
json_t *json_safe_text(const char *text);

/* Writes a value to a file, whole or not at all; false, with a message, if
 * that fails. */
bool json_save(const char *path, const json_t *value);

/* Prints it, indented, and frees it. */
void json_print(json_t *value);

/* What an object has under this key; "" or 0 if it is absent. */
const char *text_in(const json_t *object, const char *key);
double number_in(const json_t *object, const char *key);
bool true_in(const json_t *object, const char *key);

#endif
