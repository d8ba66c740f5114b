#include "c_locale.h"

#include <stdio.h>
#include <stdlib.h>

locale_t nn_c_locale_begin(void) {
  locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (!c) {
    fprintf(stderr, "nn: no memory for the C locale\n");
    exit(EXIT_FAILURE);
  }
  return uselocale(c);
}

void nn_c_locale_end(locale_t before) {
  freelocale(uselocale(before));
}
