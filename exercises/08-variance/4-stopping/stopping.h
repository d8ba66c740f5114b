#ifndef STOPPING_H
#define STOPPING_H

#include <stddef.h>

/* Early stopping. Epochs are counted from 1, and validation[e - 1] is the
 * error on the validation set after epoch e; there are `epochs` of them,
 * at least 1, if nothing stops training. An epoch is a new low if its
 * error is lower than that of every epoch before it, so the first always
 * is. Training stops after `patience` epochs (at least 1) in a row that
 * were no new low. Returns the epoch of the last new low until then, whose
 * weights are kept, and puts the number of epochs run into *ran. */
size_t stop_early(const double *validation, size_t epochs, size_t patience,
                  size_t *ran);

#endif
