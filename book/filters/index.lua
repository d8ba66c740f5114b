-- The index of the printed book: terms, and the names of C definitions. A
-- place that explains a term, or lists a definition, is printed bold; the
-- others are those that terms.lua and names.lua link on pages.

local context = require 'context'
local definitions = require 'definitions'
local elements = require 'elements'
local listings = require 'listings'
local names = require 'names'
local index = {}

local entries = {} -- key -> {words, places}, the words in LaTeX
local count = 0

local function enter(key, words, bold)
  count = count + 1
  local label = 'index-' .. count
  entries[key] = entries[key] or { words = words, places = {} }
  table.insert(entries[key].places, (bold and '*' or '') .. label)
  return elements.raw_inline('\\label{' .. label .. '}')
end

-- Is there an index in what is being made?
function index.wanted()
  return context.is_latex and not context.is_slides
end

-- The place of a term, as an inline to set before it. `title` is what it is
-- called; "to fire" is under F.
function index.term(title, bold)
  local words = title:gsub('^(to) (.+)$', '%2, %1')
  return enter(words:lower(), words, bold)
end

-- The place of the C name of a definition.
local function c_name(name, bold)
  return enter(name:lower() .. '()', '\\texttt{' .. name:gsub('_',
    '\\_\\allowbreak{}') .. '}', bold)
end

-- Handlers that enter the C names of a text: where a listing shows a
-- definition, and where a sentence names it.
function index.names_in_text(text)
  return {
    Div = function(el)
      if elements.has(el, 'hint') then return el, false end
      if not elements.has(el, 'listing') then return nil end
      local places = pandoc.List()
      for _, one in ipairs(listings.named(text, el)) do
        if one.name ~= 'main' then
          places:insert(c_name(one.name, true))
        end
      end
      local caption = el.content[1]
      if caption and caption.content then
        places:extend(caption.content)
        caption.content = places
      end
      return el, false
    end,
    Header = function(el) return el, false end,
    Code = function(el)
      local name = el.text:match('^([%a_][%w_]+)%(?%)?$')
      local one = name and #el.classes == 0 and names.find(text, name, {})
      if one and one.name == name then
        return { c_name(name), el }, false
      end
    end,
  }
end

-- What stands for the letter of a key: names of C may begin with a _.
local function letter(key)
  return key:match('%a') and key:match('%a'):upper() or ''
end

-- The index, in the order of the alphabet.
function index.write()
  local keys, lines = {}, {}
  for key in pairs(entries) do keys[#keys + 1] = key end
  table.sort(keys)
  local last
  for _, key in ipairs(keys) do
    if letter(key) ~= last then
      last = letter(key)
      lines[#lines + 1] = '\\indexletter{' .. last .. '}'
    end
    lines[#lines + 1] = '\\indexentry{' .. entries[key].words .. '}{' ..
      table.concat(entries[key].places, ',') .. '}'
  end
  return elements.raw(table.concat(lines, '\n'))
end

return index
