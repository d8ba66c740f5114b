/* keys: single keys from the terminal, as they are pressed. */
#ifndef KEYS_H
#define KEYS_H

#include <stdbool.h>

enum { KEY_NONE = 0, KEY_END = -1 };

/* From here on keys come without Enter and are not shown, if standard input
 * and output are a terminal; else false, and nothing has changed. However
 * this program ends or is stopped, the terminal is left as it was. */
bool keys_begin(void);

/* The next key, waited for so many seconds; KEY_NONE if none was pressed,
 * KEY_END if none will ever be (Ctrl-D, or the terminal is gone). Without a
 * terminal only the time passes. */
int keys_next(double seconds);

#endif
