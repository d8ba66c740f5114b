/* called: a driver's functions, called in this program. The code is ours,
 * the reference or one of the known mistakes, and its arrays need no
 * guards.
 */
#ifndef CALLED_H
#define CALLED_H

#include "driver.h"
#include "message.h"

/* Answers a query by the function of that name. */
void called_answer(const driver_function *functions, const message *query,
                   message *answer);

#endif
