/* keys: single keys from the terminal, as they are pressed. */
#ifndef KEYS_H
#define KEYS_H

#include <stdbool.h>

enum { KEY_NONE = 0, KEY_END = -1 };

/* Puts the terminal into non-canonical mode without echo: keys come without
 * Enter and are not shown. False, and nothing has changed, if standard
 * input and output are no terminal. However this program ends or is
 * stopped, the terminal's settings are restored. */
bool keys_begin(void);

/* The next key, waited for so many seconds; KEY_NONE if none was pressed,
 * KEY_END if none will ever be (Ctrl-D, or the terminal is gone). Without a
 * terminal only the time passes. */
int keys_next(double seconds);

#endif
