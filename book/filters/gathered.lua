-- What the pass for labels gathers of each text for the pages that show it
-- once more, so that these need not be made anew for every word of it:
--   ID.labels    what has which number
--   ID.glosses   what its terms mean: label, gloss
--   ID.captions  its figures, as pandoc's JSON
--   ID.opening   its question and the minutes that it takes (openings.lua)
-- They are in the build folder, in book-work/; book.labels has the labels of
-- all texts, and shown/FILE, where / is +, which listings show a C file:
-- name, the listing's label, page and section.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local texts = require 'texts'
local gathered = {}

-- Where what is gathered of the text `id` is.
function gathered.path(id, ending)
  return context.settings.build .. '/book-work/' .. id .. '.' .. ending
end

-- Rows of cells as lines.
function gathered.lines(rows)
  local lines = {}
  for i, row in ipairs(rows) do lines[i] = table.concat(row, '\t') end
  return table.concat(lines, '\n')
end

-- Writes what is gathered of a text, but for its labels.
function gathered.write(text, glosses)
  files.write_if_different(gathered.path(text.id, 'glosses'),
    gathered.lines(glosses))
  local figures = pandoc.List()
  pandoc.Blocks(text.blocks):walk {
    Div = function(el)
      if elements.has(el, 'figure') then figures:insert(el) end
    end,
  }
  files.write_if_different(gathered.path(text.id, 'captions'),
    pandoc.write(pandoc.Pandoc(figures), 'json'))
end

-- Writes, for each of these C files, which of the labels' rows are about it.
function gathered.write_shown(paths, rows)
  local shown = {}
  for _, path in ipairs(paths) do shown[path] = {} end
  for _, row in ipairs(rows) do
    local path, name = row[1]:match('^(.*%.[ch]):(.*)$')
    if path and shown[path] then
      table.insert(shown[path], { name, row[2], row[3], row[4] })
    end
  end
  for path, found in pairs(shown) do
    files.write_if_different(context.settings.build .. '/book-work/shown/' ..
      path:gsub('/', '+'), gathered.lines(found))
  end
end

-- The figures of a text, as its writer typed them.
function gathered.figures(text)
  return pandoc.read(files.read(gathered.path(text.id, 'captions')), 'json').blocks
end

-- label -> what the term means, over all texts.
function gathered.glosses()
  local glosses = {}
  for _, page in ipairs(labels.in_order(context.book, 'ch', 'pg')) do
    local path = gathered.path(texts.describe(page.file).id, 'glosses')
    for _, row in ipairs(files.tsv(path) or {}) do
      glosses[row[1]] = row[2]
    end
  end
  return glosses
end

return gathered
