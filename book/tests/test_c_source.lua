-- Tests the finding of definitions in C, on cases made to mislead it.

local source
local c_source

local function definitions(text)
  local path = os.tmpname()
  local handle = io.open(path, 'w')
  handle:write(text)
  handle:close()
  local found = c_source.definitions(path)
  os.remove(path)
  return found
end

local function expect(what, text, wanted)
  local got = {}
  for _, one in ipairs(definitions(text)) do
    got[#got + 1] = string.format('%s %s %d-%d', one.kind, one.name,
      one.first, one.last)
  end
  local joined = table.concat(got, ', ')
  if joined ~= wanted then
    io.stderr:write('FAILED: ', what, '\n  wanted ', wanted, '\n  got    ',
      joined, '\n')
    os.exit(1)
  end
end

function Pandoc(doc)
  source = pandoc.utils.stringify(doc.meta.source)
  package.path = source .. '/book/filters/?.lua;' .. package.path
  c_source = require 'c_source'

  expect('a function', 'int f(void) {\n  return 1;\n}\n', 'function f 1-3')
  expect('its comment', '/* Says\n * more. */\nint f(void) {\n}\n',
    'function f 1-4')
  expect('a comment apart', '/* Other. */\n\nint f(void) {\n}\n',
    'function f 3-4')
  expect('a rule between parts', '/* ---- x ---- */\nint f(void) {\n}\n',
    'function f 2-3')
  expect('braces that are none',
    'char *f(void) {\n  return "}" /* } */; // }\n}\nint g(void) {\n' ..
    "  return '}';\n}\n", 'function f 1-3, function g 4-6')
  expect('an initialiser in a body',
    'void f(void) {\n  int u[] = {1};\n  use((int[]){2});\n}\nint x;\n',
    'function f 1-4, variable x 5-5')
  expect('a table', 'static const struct {\n  int a;\n} t[] = {{1}, {2}};\n',
    'variable t 1-3')
  expect('types', 'typedef struct {\n  int a;\n} s;\nstruct t {\n  int a;\n};\n' ..
    'typedef int (*callback)(int);\ntypedef struct o o;\n' ..
    'typedef double f(const double *w, size_t n);\n',
    'type s 1-3, type t 4-6, type callback 7-7, type o 8-8, type f 9-9')
  expect('constants', 'enum { FIRST, SECOND };\n#define N 3\n' ..
    '#define LONG \\\n  4\nstatic int x = 3;\n',
    'constants FIRST 1-1, macro N 2-2, macro LONG 3-4, variable x 5-5')
  expect('a declaration', 'int f(int x);\nint f(int x) {\n}\n',
    'declaration f 1-1, function f 2-3')
  expect('attributes',
    'void f(char *s, ...)\n    __attribute__((format(printf, 1, 2)));\n',
    'declaration f 1-2')
  expect('nothing', '#include <stdio.h>\n\n', '')
  return doc
end
