-- Names of C functions, types and constants in the pages' code: each leads
-- to the listing that shows it, or else to its source.

local context = require 'context'
local definitions = require 'definitions'
local files = require 'files'
local labels = require 'labels'
local numbers = require 'numbers'
local names = {}

-- What `name` means in a text, first of all in the files `own`; nil if it
-- is no name of the programs, or means one thing in one file and another
-- in the next.
function names.find(text, name, own)
  local groups = definitions.groups(text)
  table.insert(groups, 1, own)
  for _, group in ipairs(groups) do
    local found = definitions.named(name, group, true)
    if #found > 0 then
      return found[1].file == found[#found].file and found[1] or nil
    end
  end
end

-- Where a definition's source is.
function names.source_of(definition)
  return numbers.source_page(definition.file .. ':' .. definition.first)
end

-- Where a definition is explained: in a listing, at best one of this page,
-- else at the library's declaration or at the definition itself.
function names.explained(text, definition)
  local shown = context.shown[definition.file .. ':' .. definition.name]
  for _, one in ipairs(shown or {}) do
    if one.page == text.page then return '#' .. labels.id(one.label) end
  end
  if shown then return shown[1].page .. '#' .. labels.id(shown[1].label) end
  for _, path in ipairs(definition.file:match('^lib/src/') and
    definitions.library or {}) do
    for _, one in ipairs(definitions.of(path)) do
      if one.name == definition.name then return names.source_of(one) end
    end
  end
  return names.source_of(definition)
end

-- May the name at this place of the code, between `before` and `after`,
-- mean a definition of this kind?
local function fits(definition, name, before, after)
  if before:match('%.%s*$') or before:match('%-&gt;%s*$') then return false end
  local next = after:match('^%s*(.?)')
  if definition.kind == 'type' and definition.name == name then
    return next:match('[%a_*){;]') ~= nil
  end
  if definition.kind == 'function' or definition.kind == 'declaration' then
    return next == '(' or name:find('_', 1, true) ~= nil
  end
  return true
end

-- A name that the code declares for itself, as in `nn_real loss = ...`,
-- means what it says there.
local function declares(code, name)
  return code:find('[%w_*] *%f[%w_]' .. name .. '%f[^%w_]%s*[=;,%)%[]') and
    not code:find('return%s+' .. name .. '%f[^%w_]')
end

-- In these parts of the highlighted code nothing is a name.
local wordy = { co = true, st = true, ch = true, im = true, pp = true,
  cf = true, dt = true, sc = true, vs = true, dv = true, bn = true, fl = true }

-- pandoc's HTML of a listing, with links. `code` is the listing's text and
-- `shown` the definitions in it, which lead to their source, or to what
-- `source` says.
function names.link(text, html, code, shown, source)
  source = source or names.source_of
  local own, defined, last = {}, {}, nil
  for _, one in ipairs(shown) do
    if one.file ~= last then own[#own + 1] = one.file end
    last = one.file
    defined[one.name] = one
    for _, constant in ipairs(one.constants) do defined[constant] = one end
  end
  local plain = html:gsub('<[^>]*>', '')
  local out, class, at = {}, '', 1 -- `at`: the place in `plain`
  local function link(name, first)
    if wordy[class] then return name end
    local one = defined[name]
    local target
    if one then
      defined[name] = false -- once is enough
      target = source(one)
    elseif one == nil then
      one = names.find(text, name, own)
      if not one or declares(code, name) or not fits(one, name,
        plain:sub(math.max(1, first - 6), first - 1),
        plain:sub(first + #name, first + #name + 40)) then return name end
      target = names.explained(text, one)
    end
    return target and '<a class="c" href="' .. target .. '">' .. name ..
      '</a>' or name
  end
  for tag, words in ('<>' .. html):gmatch('(<[^>]*>)([^<]*)') do
    if tag ~= '<>' then out[#out + 1] = tag end
    class = tag:match('^<span class="(%l+)">') or ''
    out[#out + 1] = words:gsub('()(&?[%a_][%w_]*;?)', function(place, word)
      if word:match('^&') then return word end -- &lt;
      local name, rest = word:match('^([%w_]+)(;?)$')
      return link(name, at + place - 1) .. rest
    end)
    at = at + #words
  end
  return table.concat(out)
end

-- The page of a C file of the chapter that the text names, as in
-- `experiments.c`.
local function source_of_file(text, el)
  local path = text.home and el.text:match('^[%w_]+%.c$') and
    text.home .. '/' .. el.text
  if not path or not files.exists(path) then return nil end
  return pandoc.Link({ el }, 'source/' .. path .. '.html', '',
    { class = 'c' })
end

-- A name in the running text, alone or with () behind it.
local function link_inline(text, el)
  local name = el.text:match('^([%a_][%w_]+)%(?%)?$')
  local one = name and #el.classes == 0 and names.find(text, name, {})
  if not one then return nil end
  return pandoc.Link({ el }, names.explained(text, one), '', { class = 'c' }), false
end

function names.in_text(text)
  return {
    Header = function(el) return el, false end,
    Link = function(el) return el, false end,
    Code = function(el)
      local link = source_of_file(text, el)
      if link then return link, false end
      return link_inline(text, el)
    end,
  }
end

return names
