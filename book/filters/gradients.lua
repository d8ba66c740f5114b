-- Boxed equations of a gradient, each with the C function that computes it
-- and the unit test that compares it with differences.

local c_source = require 'c_source'
local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local listings = require 'listings'
local numbers = require 'numbers'
local report = require 'report'
local gradients = {}

-- The function of a unit test that is really run; nil, with an error, if
-- there is none in `file`.
local function find_test(text, name, file)
  local names = {}
  for _, one in ipairs(c_source.definitions(file) or {}) do
    local run = (files.read(file)):find('cmocka_unit_test(' .. one.name ..
      ')', 1, true)
    if run and one.name == name then return one end
    if run then names[#names + 1] = one.name end
  end
  report.at(text.file, name, "no unit test '" .. name .. "' in " .. file,
    name, names)
end

local function named(definition)
  local code = pandoc.Code(definition.name)
  local file = definition.file:match('[^/]+$')
  if not context.is_html then
    return { code, pandoc.Str(' (' .. file .. ')') }
  end
  return { pandoc.Link({ code }, numbers.source_page(definition.file ..
    ':' .. definition.first)) }
end

-- "Computed by nn_net_loss, checked against differences by ..."
local function footer(code, test)
  local line = pandoc.List({ pandoc.Str(context.word('gradient-code') ..
    ' ') })
  line:extend(named(code))
  line:insert(pandoc.Str('; ' .. context.word('gradient-test') .. ' '))
  line:extend(named(test))
  if context.is_latex then
    return pandoc.Para(pandoc.List({
      elements.raw_inline('\\gradientnote{') }) .. line ..
      { elements.raw_inline('}') })
  end
  return pandoc.Plain(pandoc.List({
    elements.raw_inline('<p class="by">') }) .. line ..
    { elements.raw_inline('</p>') })
end

-- ::: {.gradient function="nn_net_loss" test="FILE:NAME"}, where FILE is
-- in lib/tests.
function gradients.box(text, el)
  local code = listings.find(text, el.attributes['function'] or '')
  local file, name = (el.attributes.test or ''):match('^(.-):(.*)$')
  local test = find_test(text, name or '', 'lib/tests/' .. (file or '') ..
    '.c')
  if not code or not test then return nil end
  local content, title = pandoc.List(el.content), el.attributes.title or ''
  content:insert(footer(code, test))
  if context.is_latex then
    return elements.wrap('\\begin{bookgradient}{' .. title .. '}', content,
      '\\end{bookgradient}')
  end
  if title ~= '' then
    content:insert(1, elements.raw('<p class="title">' .. title .. '</p>'))
  end
  return pandoc.Div(content, pandoc.Attr('', { 'box', 'gradient' }))
end

return gradients
