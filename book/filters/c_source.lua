-- Finds the top-level definitions of a C file by name, so that the book
-- can show them and the sources need carry no marks for it.

local files = require 'files'
local c_source = {}

-- The same text with comments, strings and character constants blanked
-- out, character for character, so that positions stay as they are.
local function blank(text)
  local out, i = {}, 1
  local function cover(last)
    out[#out + 1] = text:sub(i, last):gsub('[^\n]', ' ')
    i = last + 1
  end
  while i <= #text do
    local two, one = text:sub(i, i + 1), text:sub(i, i)
    if two == '/*' then
      local _, last = text:find('*/', i + 2, true)
      cover(last or #text)
    elseif two == '//' then
      cover((text:find('\n', i, true) or #text + 1) - 1)
    elseif one == '"' or one == "'" then
      local last = i + 1
      while last <= #text and text:sub(last, last) ~= one do
        last = last + (text:sub(last, last) == '\\' and 2 or 1)
      end
      cover(math.min(last, #text))
    else
      out[#out + 1] = one
      i = i + 1
    end
  end
  return table.concat(out)
end

-- What a stretch of blanked code at the top level defines.
local function classify(code)
  local macro = code:match('^%s*#%s*define%s+([%w_]+)')
  if macro then return macro, 'macro' end
  if code:match('^%s*#') then return nil end

  local head = code:gsub('%b{}', '{}')
  head = head:gsub('__attribute__%s*%b()', '')
  if head:match('^%s*typedef') then
    return head:match('%(%s*%*%s*([%w_]+)%s*%)') or
      head:match('([%a_][%w_]*)%s*%b()%s*;%s*$') or
      head:gsub('%b[]', ''):match('([%a_][%w_]*)%s*;%s*$'), 'type'
  end
  local called = head:match('([%a_][%w_]*)%s*%b().*{}%s*$') and
    not head:match('=') and head:match('([%a_][%w_]*)%s*%b()')
  if called then return called, 'function' end
  local tag = head:match('^%s*struct%s+([%w_]+)%s*{}') or
    head:match('^%s*enum%s+([%w_]+)%s*{}') or
    head:match('^%s*union%s+([%w_]+)%s*{}')
  if tag then return tag, 'type' end
  if head:match('^%s*enum%s*{}') then
    return code:match('{%s*([%w_]+)'), 'constants'
  end
  local declared = not head:match('=') and
    head:match('([%a_][%w_]*)%s*%b().*;%s*$')
  if declared then return declared, 'declaration' end
  local before = head:match('^(.-)=') or head:match('^(.-);') or ''
  return before:gsub('%b[]', ''):match('([%a_][%w_]*)%s*$'), 'variable'
end

-- The names in an enum's braces.
local function constants_of(code)
  local names = {}
  local body = code:match('^%s*enum[^{;]*(%b{})') or
    code:match('^%s*typedef%s+enum[^{;]*(%b{})') or ''
  for name in body:gmatch('[{,]%s*([%a_][%w_]*)') do
    names[#names + 1] = name
  end
  return names
end

local function line_at(text, position)
  local _, breaks = text:sub(1, position):gsub('\n', '')
  return breaks + 1
end

-- The start of the comment that stands right above a position, or the
-- position. A rule such as /* ---- noun ---- */ belongs to nothing.
local function with_comment(text, start)
  local before = text:sub(1, start - 1)
  local comment = before:match('()/%*[^\n]*%*/[ \t]*\n$')
  if not comment then
    local finish = before:match('%*/()[ \t]*\n$')
    if finish then
      local from = 1
      while true do
        local at = before:find('/*', from, true)
        if not at then break end
        comment, from = at, at + 2
      end
    end
  end
  if comment and not before:sub(comment):match('^/%* %-%-%-%-') and
    (comment == 1 or before:sub(comment - 1, comment - 1) == '\n') then
    return comment
  end
  return start
end

-- All definitions of a file, in order: {name, kind, file, first, last,
-- text, constants}, text with the comment above it, constants the names in
-- an enum. Kinds: function, type, constants, variable, macro, declaration.
-- For an anonymous enum the name is that of its first constant.
function c_source.definitions(path)
  local text = files.read(path)
  if not text then return nil end
  local code = blank(text):gsub('#ifdef __cplusplus.-#endif', function(part)
    return part:gsub('[^\n]', ' ') -- extern "C" {
  end)
  local found, start, depth, i = {}, nil, 0, 1

  local function finish(last)
    local name, kind = classify(code:sub(start, last))
    if name then
      local from = with_comment(text, start)
      found[#found + 1] = {
        name = name, kind = kind, file = path,
        first = line_at(text, from), last = line_at(text, last),
        text = text:sub(from, last),
        constants = constants_of(code:sub(start, last)),
      }
    end
    start = nil
  end

  while i <= #code do
    local c = code:sub(i, i)
    if not start and c:match('%S') then start = i end
    if start and c == '#' and depth == 0 and start == i then
      while code:find('\\\n', i, true) and
        not code:sub(i, code:find('\\\n', i, true) - 1):find('\n') do
        i = code:find('\\\n', i, true) + 2
      end
      i = (code:find('\n', i, true) or #code + 1) - 1
      finish(i)
    elseif c == '{' then
      depth = depth + 1
    elseif c == '}' then
      depth = depth - 1
      local head = code:sub(start or i, i):match('^(.-){')
      local is_function = head and head:match('%)%s*$') and
        not head:match('=')
      if depth == 0 and is_function then finish(i) end
    elseif c == ';' and depth == 0 and start then
      finish(i)
    end
    i = i + 1
  end
  return found
end

return c_source
