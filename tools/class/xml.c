#include "xml.h"

#include "utf8.h"

void xml_write(FILE *to, const char *text) {
  char bytes[UTF8_MAX];
  uint32_t c;
  while ((c = utf8_next(&text))) {
    if (c == '&')
      fputs("&amp;", to);
    else if (c == '<')
      fputs("&lt;", to);
    else if (c == '>')
      fputs("&gt;", to);
    else if (c == '"')
      fputs("&quot;", to);
    else
      fwrite(bytes, 1, utf8_put(c, bytes), to);
  }
}
