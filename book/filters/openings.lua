-- What the front page says of a chapter: the question that it answers, how
-- long it takes, and a figure of it.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local gathered = require 'gathered'
local openings = {}

-- Words that a student reads in a minute, formulas and listings between them.
local pace = 100

local function in_fives(minutes)
  return math.max(5, 5 * math.floor(minutes / 5 + 0.5))
end

-- The minutes that reading takes, without what stands for other things:
-- exercises, texts that are heard in the place of pictures, answers.
local function reading(blocks)
  local words = 0
  pandoc.Blocks(blocks):walk {
    traverse = 'topdown',
    Div = function(el)
      if elements.has(el, 'exercise') or elements.has(el, 'alt') then
        return el, false
      end
    end,
    Str = function() words = words + 1 end,
  }
  return in_fives(words / pace)
end

-- The minutes of a chapter's exercises together, as their writers know them.
local function exercises(text)
  local minutes = 0
  local folder = 'exercises/' .. (text.folder or '')
  for _, name in ipairs(text.folder and files.list(folder) or {}) do
    local task = files.read(folder .. '/' .. name .. '/task.md') or ''
    minutes = minutes + (tonumber(task:match('\nminutes:%s*(%d+)')) or 0)
  end
  return minutes
end

-- Writes ID.opening: question, minutes of reading, minutes of exercises.
function openings.write(text)
  files.write_if_different(gathered.path(text.id, 'opening'),
    gathered.lines { { text.question or '', tostring(reading(text.blocks)),
      tostring(exercises(text)) } })
end

local function duration(minutes)
  if minutes < 90 then return context.word('door-minutes', tostring(minutes)) end
  local hours = math.floor(minutes / 30 + 0.5) / 2
  return context.word('door-hours',
    tostring(math.tointeger(hours) or math.floor(hours) .. '½'))
end

-- The question of a chapter, nil if its writer gave none, and how long it
-- takes, as words.
function openings.read(text)
  local row = files.tsv(gathered.path(text.id, 'opening'))[1]
  local takes = context.word('door-reading', duration(tonumber(row[2])))
  if row[3] ~= '0' then
    takes = takes .. context.word('door-exercises', duration(tonumber(row[3])))
  end
  return row[1] ~= '' and row[1] or nil, takes
end

-- The figure that stands for a chapter: the first of class thumbnail, or the
-- first of all. Nil if it has none.
function openings.figure(text)
  local first
  for _, figure in ipairs(gathered.figures(text)) do
    if elements.has(figure, 'thumbnail') then return figure end
    first = first or figure
  end
  return first
end

return openings
