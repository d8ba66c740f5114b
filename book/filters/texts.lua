-- Where a text stands, and walking through it.

local context = require 'context'
local elements = require 'elements'
local report = require 'report'
local stringify = pandoc.utils.stringify
local texts = {}

-- A text is a file with all that belongs to it:
--   file, id ('01-perceptron', 'glossary'), page, of a chapter its folder
--   ('01-perceptron'), slug, number, run and the question of its heading, and
--   exercise: the folder of the exercise, inside one.
function texts.describe(file)
  local folder = file:match('^chapters/([^/]+)/') or
    file:match('chapters/([^/]+)/[^/]+$')
  local text = { file = file, folder = folder, shown = {},
    id = folder or file:match('([^/.]+)[^/]*%.md$') } -- using.es.md: using
  if folder then
    text.number = tostring(tonumber(folder:match('^(%d+)')))
    text.slug = folder:gsub('^%d+%-', '')
    text.home = file:match('^(.*)/[^/]+$')
    text.run = context.settings.build .. '/chapters/' .. folder .. '/run'
    text.figures = context.settings.build .. '/figures/' .. folder
    text.page = text.slug .. '.html'
  else
    text.page = (text.id == 'front' and 'index' or text.id) .. '.html'
  end
  return text
end

-- The document as texts: one for each input file, each of which starts
-- with its only level-one heading.
function texts.split(doc)
  local all = {}
  for _, block in ipairs(doc.blocks) do
    if block.t == 'Header' and block.level == 1 then
      local file = PANDOC_STATE.input_files[#all + 1]
      if not file then
        report.at(PANDOC_STATE.input_files[#all], stringify(block),
          'a file has one heading of the first level, no more')
        break
      end
      all[#all + 1] = texts.describe(file)
      all[#all].blocks = pandoc.List()
      all[#all].question = block.attributes.question
      block.attributes.question = nil
    end
    if #all == 0 then
      report.at(PANDOC_STATE.input_files[1], '',
        'a file begins with its heading, # ...')
      break
    end
    all[#all].blocks:insert(block)
  end
  return all
end

-- Walks with the handlers that `make` gives for each stretch of a text:
-- the chapter itself, and each exercise with its own file.
function texts.walk(blocks, text, make)
  local handlers = make(text)
  local div = handlers.Div
  handlers.traverse = 'topdown'
  handlers.Div = function(el)
    if elements.has(el, 'exercise') and el.attributes.folder then
      local inner = setmetatable({
        file = context.translated(el.attributes.folder .. '/task.md'),
        exercise = el.attributes.folder }, { __index = text })
      el.content = texts.walk(pandoc.Blocks(el.content), inner, make)
      return el, false
    end
    if div then return div(el) end
  end
  return pandoc.Blocks(blocks):walk(handlers)
end

return texts
