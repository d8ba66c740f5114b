/* xml: text in XML and HTML. */
#ifndef XML_H
#define XML_H

#include <stdio.h>

/* Any text, with the characters escaped that HTML and XML keep for
 * themselves, and without those that they may not hold (utf8.h). */
void xml_write(FILE *to, const char *text);

#endif
