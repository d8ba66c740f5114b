/* Has a crash looked up in debugging notes that unfold to gigabytes. */
#include "step.h"

#include <unistd.h>

static void crash(void) {
  static const char fault[] = "fault at=4202496\n";
  if (write(4, fault, sizeof fault - 1) > 0) _exit(3);
}

__asm__(".section .debug_info,\"\",@progbits\n"
        "Lbegin: .long Lend - Lunit\n"
        "Lunit: .short 4\n.long Labbreviations\n.byte 8\n.uleb128 1\n"
        ".quad 0x400000\n.quad 0x10000000\n.long 0\n"
        ".fill 14000000, 1, 2\n.byte 0\nLend:\n"
        ".section .debug_abbrev,\"\",@progbits\n"
        "Labbreviations: .uleb128 1\n.uleb128 0x11\n.byte 1\n"
        ".uleb128 0x11, 0x01, 0x12, 0x07, 0x10, 0x17, 0, 0\n"
        ".uleb128 2, 0x2e\n.byte 0, 0, 0\n.byte 0\n.text\n");

bool fires(const double *w, double b, const double *x, size_t n) {
  crash();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
