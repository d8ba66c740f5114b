/* remarks: sentences about the class as a whole, for the instructor: what
 * is in its folder and is no student's, and who is named and is not there.
 */
#ifndef REMARKS_H
#define REMARKS_H

#include "class.h"
#include "dates.h"

/* Looks for them, tells them, and keeps them in OUT. */
void remarks_gather(const class_settings *c, const dates *d);

/* An array of sentences, to be freed. */
json_t *remarks_load(const class_settings *c);

/* Adds those of another OUT. */
void remarks_add(const class_settings *c, const class_settings *from);

#endif
