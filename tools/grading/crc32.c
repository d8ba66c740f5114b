/* The one function of zlib that nn_train needs, for its checkpoints: so a
 * student's program with nn in it can be linked where there is no zlib to
 * link statically. */
#include <stddef.h>

unsigned long crc32_z(unsigned long crc, const unsigned char *bytes,
                      size_t count);

unsigned long crc32_z(unsigned long crc, const unsigned char *bytes,
                      size_t count) {
  crc = ~crc & 0xffffffff;
  for (size_t i = 0; i < count; i++) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc & 0xffffffff;
}
