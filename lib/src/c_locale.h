/* c_locale: text that is the same whatever setlocale said.
 *
 * Between the two calls the calling thread is in the C locale: a number is
 * written and read with a point, and only a space is a space. */
#ifndef NN_C_LOCALE_H
#define NN_C_LOCALE_H

#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

/* Returns the locale that nn_c_locale_end goes back to. Ends the program
 * with a message if there is no memory for another. */
locale_t nn_c_locale_begin(void);
void nn_c_locale_end(locale_t before);

#endif
