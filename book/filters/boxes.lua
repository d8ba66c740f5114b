-- Theorems, proofs and asides: boxes with a word before them.

local context = require 'context'
local elements = require 'elements'
local labels = require 'labels'
local boxes = {}

local kinds = { 'theorem', 'proof', 'aside' }

local function kind_of(el)
  for _, kind in ipairs(kinds) do
    if elements.has(el, kind) then return kind end
  end
end

-- The box that a Div asks for; nil if it asks for none.
function boxes.box(el)
  local kind = kind_of(el)
  if not kind then return nil end
  local title = context.word(kind)
  local label = context.book[el.identifier]
  if label then title = title .. ' ' .. label.number end
  if el.attributes.title then
    title = title .. ' (' .. el.attributes.title .. ')'
  end
  local id = el.identifier ~= '' and labels.id(el.identifier) or ''
  local content
  if kind == 'proof' and context.is_latex then
    local last = el.content[#el.content]
    if last.t == 'Para' then
      last.content:insert(elements.raw_inline('\\qedmark{}'))
    end
  end
  if context.is_latex then
    if id ~= '' then title = '\\anchor{' .. id .. '}' .. title end
    content = elements.wrap('\\begin{book' .. kind .. '}{' .. title .. '}',
      el.content, '\\end{book' .. kind .. '}')
  else
    content = elements.wrap(
      '<div class="box ' .. kind .. '"><p class="title">' ..
      title .. '</p>', el.content, '</div>')
  end
  return pandoc.Div(content, pandoc.Attr(context.is_latex and '' or id, {}))
end

return boxes
