-- The minutes of a slide, counted in halves: what is said, at the pace of
-- speech, and what a class needs to look, to guess or to write.
--   words of points and notes    130 a minute
--   a figure, table or output    1 minute
--   a listing                    1 minute for every ten lines
--   an equation or theorem       half a minute
--   a question                   2 minutes
--   an exercise                  what its task says

local context = require 'context'
local elements = require 'elements'
local listings = require 'listings'
local times = {}

local has = elements.has
local pace = 130

-- The words of blocks; a formula counts as one, and what is only heard in the
-- place of pictures not at all.
local function words(blocks)
  local count = 0
  local function one() count = count + 1 end
  pandoc.Blocks(blocks):walk {
    traverse = 'topdown',
    Div = function(el) if has(el, 'alt') then return el, false end end,
    Str = one, Code = one, Math = one,
  }
  return count
end

-- The minutes that looking at a thing takes.
local function looking(text, visual)
  if visual.t == 'Para' or has(visual, 'gradient') or has(visual, 'theorem') then
    return 0.5
  elseif has(visual, 'listing') then
    local lines = listings.size(text, visual)
    return lines / 10
  end
  return 1
end

function times.minutes(text, slide)
  if slide.exercise then return slide.exercise.minutes end
  local said = words(slide.notes)
  for _, point in ipairs(slide.points) do said = said + words(point) end
  local minutes = said / pace
  if slide.visual then minutes = minutes + looking(text, slide.visual) end
  if slide.question then minutes = minutes + 2 end
  return math.max(0.5, math.floor(2 * minutes + 0.5) / 2)
end

-- 2.5 as "2½".
function times.written(minutes)
  local whole = math.floor(minutes)
  if whole == minutes then return tostring(whole) end
  return (whole > 0 and tostring(whole) or '') .. '½'
end

-- "29 slides, 71½ minutes"
function times.total(all)
  local sum = 0
  for _, slide in ipairs(all) do sum = sum + slide.minutes end
  return context.word('slides-count', tostring(#all + 1)) .. ', ' ..
    context.word('slides-minutes', times.written(sum))
end

-- The plan of a lecture, as a table: for each section its slides, their
-- minutes, and the minutes that have gone by at its end.
function times.plan(all)
  local sections, gone = {}, 0
  for i, slide in ipairs(all) do
    local last = sections[#sections]
    if not last or last.title ~= slide.title then
      last = { title = slide.title, first = i + 1, minutes = 0 }
      sections[#sections + 1] = last
    end
    gone = gone + slide.minutes
    last.last, last.gone = i + 1, gone
    last.minutes = last.minutes + slide.minutes
  end
  local function cell(string) return { pandoc.Plain({ pandoc.Str(string) }) } end
  local rows = {}
  for i, one in ipairs(sections) do
    local range = one.first == one.last and tostring(one.first) or
      one.first .. '–' .. one.last
    rows[i] = { cell(range), { pandoc.Plain(one.title:clone()) },
      cell(times.written(one.minutes)), cell(times.written(one.gone)) }
  end
  local words = {}
  for i, key in ipairs({ 'slides', 'section', 'plan-minutes', 'plan-gone' }) do
    words[i] = cell(context.word(key))
  end
  return { pandoc.utils.from_simple_table(pandoc.SimpleTable({},
    { 'AlignRight', 'AlignLeft', 'AlignRight', 'AlignRight' }, { 0, 0, 0, 0 },
    words, rows)) }
end

return times
