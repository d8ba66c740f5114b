/* Makes a zip of all kinds of entries, some of which no honest program
 * would make.
 *   make_zip OUT.zip NAME=FILE...
 * An entry has the text of FILE; with NAME=@TO it is a link to TO, with
 * NAME=!FILE it wants a password, with NAME=^FILE it is not packed. Adds to
 * a zip that is there already. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

static int add(zip_t *zip, char *argument) {
  char *equals = strchr(argument, '=');
  if (!equals) return -1;
  *equals = '\0';
  const char *from = equals + 1;
  bool link = *from == '@', secret = *from == '!';
  bool stored = *from == '^';
  if (link || secret || stored) from++;
  zip_source_t *source = link
                             ? zip_source_buffer(zip, from, strlen(from), 0)
                             : zip_source_file(zip, from, 0, -1);
  zip_int64_t i =
      source ? zip_file_add(zip, argument, source, ZIP_FL_ENC_RAW) : -1;
  if (i < 0) return -1;
  zip_uint64_t entry = (zip_uint64_t)i;
  zip_uint32_t mode = (link ? S_IFLNK : S_IFREG) | 0644;
  if (secret &&
      zip_file_set_encryption(zip, entry, ZIP_EM_AES_256, "secret") != 0)
    return -1;
  if (stored && zip_set_file_compression(zip, entry, ZIP_CM_STORE, 0) != 0)
    return -1;
  return zip_file_set_external_attributes(zip, entry, 0, ZIP_OPSYS_UNIX,
                                          mode << 16);
}

int main(int argc, char **argv) {
  int status = 0;
  zip_t *zip = argc > 1 ? zip_open(argv[1], ZIP_CREATE, &status) : NULL;
  if (!zip) return 2;
  for (int i = 2; i < argc; i++)
    if (add(zip, argv[i]) != 0) {
      fprintf(stderr, "%s: %s\n", argv[i], zip_strerror(zip));
      return 1;
    }
  if (zip_close(zip) == 0) return 0;
  fprintf(stderr, "%s: %s\n", argv[1], zip_strerror(zip));
  return 1;
}
