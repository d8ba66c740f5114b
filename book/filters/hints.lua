-- Hints where they cannot be folded: at the end of the book, with the numbers
-- of their exercises. An exercise says where its hints are.

local context = require 'context'
local elements = require 'elements'
local exercises = require 'exercises'
local labels = require 'labels'
local texts = require 'texts'
local hints = {}

-- "Chapter 1 The perceptron"
local function heading(chapter)
  local title = pandoc.Str(context.word('chapter') .. ' ' .. chapter.number ..
    ' ' .. chapter.title)
  if context.is_latex then
    return elements.captioned('\\hintschapter{', { title }, '}')
  end
  return pandoc.Header(2, { title },
    pandoc.Attr('', { 'unnumbered', 'unlisted' }))
end

-- "Exercise 1.2 One step of the rule", and its page.
local function head(exercise)
  local header = exercise.content[1]
  local id = labels.id(header.identifier)
  local name = context.word('exercise') .. ' ' ..
    context.book[header.identifier].number
  local here = exercises.hints_id(header.identifier)
  if context.is_latex then
    return elements.captioned('\\hintsof{' .. here .. '}{\\hyperlink{' ..
      id .. '}{' .. name .. '}}{' .. context.word('on-page',
      '\\pageref{' .. id .. '}') .. '}{', header.content, '}')
  end
  local line = pandoc.List({ pandoc.Link({ pandoc.Str(name) }, '#' .. id),
    pandoc.Space() })
  line:extend(header.content)
  return pandoc.Header(3, line, pandoc.Attr(here, { 'unnumbered', 'unlisted' }))
end

-- An exercise's hints as a numbered list.
local function list(exercise)
  local items = pandoc.List()
  pandoc.Blocks(exercise.content):walk {
    Div = function(el)
      if not elements.has(el, 'hint') then return nil end
      local title = el.attributes.title
      if title then
        local first = el.content[1]
        first.content:insert(1, pandoc.Space())
        local words = pandoc.List()
        for word in (title .. '.'):gmatch('%S+') do -- names of C are code
          if #words > 0 then words:insert(pandoc.Space()) end
          words:insert(word:find('_') and pandoc.Code(word) or
            pandoc.Str(word))
        end
        first.content:insert(1, pandoc.Strong(words))
      end
      items:insert(el.content)
    end,
  }
  return items
end

-- ::: all-hints. `fill` fills in what the tasks name.
function hints.all(page, fill)
  local blocks = pandoc.List()
  for _, chapter in ipairs(labels.in_order(context.book, 'ch')) do
    local text = texts.describe(chapter.file)
    text.page = page
    local all = pandoc.List()
    for _, exercise in ipairs(exercises.all_of(text)) do
      local items = list(exercise)
      if #items > 0 then
        exercise.content = { head(exercise), pandoc.OrderedList(items) }
        all:insert(exercise)
      end
    end
    if #all > 0 then
      blocks:insert(heading(chapter))
      blocks:extend(fill(all, text))
    end
  end
  if not context.is_latex then return blocks end
  return elements.wrap('\\begin{lookup}', blocks, '\\end{lookup}')
end

return hints
