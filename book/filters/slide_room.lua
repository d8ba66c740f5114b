-- How a slide is laid out, so that all on it can be read from the back of a
-- room: no letter is lower than a 40th of the slide. Lengths are pixels of a
-- slide of 1280 by 720; book/style/slides.css and book/templates/slides.tex
-- keep to them.
--   kind: 'words' or 'points' without a thing; a 'thing' alone, with points
--   'beside' it or 'above' it; a 'question', with 'options' or without; a
--   'task'

local elements = require 'elements'
local listings = require 'listings'
local report = require 'report'
local svg = require 'svg'
local room = {}

local has = elements.has
local stringify = pandoc.utils.stringify

local least = 18 -- a 40th of 720
local width, height = 1152, 588 -- below the title
local part = { words = 0.36, thing = 0.61 } -- of the width, beside each other
local text_line, text_letter = 34, 11.2 -- high, and wide on average
local small_line, small_letter = 25.5, 9 -- of captions
local code_line, code_letter, code_margin = 26.4, 10.95, 60
local controls = 220 -- of a live figure, high

-- How high a text is.
local function high(blocks, wide, line, letter)
  local length = utf8.len(stringify(pandoc.Div(blocks)))
  return math.ceil(length * letter / wide) * line
end

local function points_high(slide, wide)
  local sum = 0
  for _, point in ipairs(slide.points) do
    sum = sum + high(point, wide - 30, text_line, text_letter) + 10
  end
  return sum
end

-- What a thing's caption leaves it of a height.
local function below_caption(thing, wide, tall)
  local caption = pandoc.List(thing.content):filter(function(block)
    return block.t == 'Para'
  end)
  return tall - 8 - high(caption, wide, small_line, small_letter)
end

-- A figure's drawings, the best first: that for slides, if it has one, that
-- for a desk, that for a phone. Each with the size of its letters.
local drawings = { { ending = '.slide', letters = 14 },
  { ending = '', letters = 14 }, { ending = '.narrow', letters = 12 } }

-- How high the letters of a drawing are in such a room.
local function letters_in(path, drawing, wide, tall)
  local file = path .. drawing.ending .. '.svg'
  local own = svg.width(file)
  if not own then return 0 end
  return drawing.letters * math.min(wide / own, tall * svg.ratio(file) / own)
end

-- Chooses the drawing of a figure that is legible in a room.
local function choose(text, figure, wide, tall)
  local path = text.figures .. '/' .. (figure.attributes.src or '')
  tall = below_caption(figure, wide, tall)
  for _, drawing in ipairs(drawings) do
    if letters_in(path, drawing, wide, tall) >= least then
      figure.attributes.drawing = drawing.ending
      figure.attributes.room = string.format('%.0f', tall)
      return true
    end
  end
end

-- Is there room for a thing?
local function fits(text, thing, wide, tall)
  if thing.t ~= 'Div' then return tall >= 100 end
  if has(thing, 'figure') then return choose(text, thing, wide, tall) end
  if has(thing, 'listing') or has(thing, 'transcript') then
    local lines, columns = listings.size(text, thing)
    return columns * code_letter + code_margin <= wide and
      lines * code_line + 20 <= below_caption(thing, wide, tall)
  end
  return true
end

-- What to do about a thing that has no room even alone.
local function too_large(text, thing)
  local label = '#' .. thing.identifier
  if has(thing, 'figure') then
    report.at(text.file, label, 'on a slide the letters of this figure are ' ..
      'too small: give it a drawing for slides (docs/chapter.md), or take ' ..
      'the class slide away')
    return
  end
  local lines, columns = listings.size(text, thing)
  report.at(text.file, label, string.format('%d lines of %d columns are too ' ..
    'much for a slide, which has room for %d of %d: show less, or take the ' ..
    'class slide away', lines, columns,
    (below_caption(thing, width, height) - 20) // code_line,
    (width - code_margin) // code_letter))
end

-- Sets the kind of a slide, and which drawing of a figure it has. Without a
-- kind, the thing and the points need slides of their own.
function room.lay_out(text, slide)
  local thing = slide.visual
  if slide.exercise then
    slide.kind = 'task'
  elseif slide.question then
    local options = slide.question.content:find_if(function(block)
      return block.t == 'BulletList'
    end)
    slide.kind = options and 'options' or 'question'
  elseif not thing then
    slide.kind = #slide.points <= 2 and 'words' or 'points'
  elseif #slide.points == 0 then
    slide.kind = 'thing'
    if not fits(text, thing, width, height) then too_large(text, thing) end
  else
    local _, live = elements.take(thing.content, 'live')
    local narrow = thing.t == 'Div' and not has(thing, 'gradient') and not live
    local across = part.words * width
    local tall = height - 20 - points_high(slide, width) - (live and controls or 0)
    if narrow and points_high(slide, across) <= height and
      fits(text, thing, part.thing * width, height) then
      slide.kind = 'beside'
    elseif fits(text, thing, width, tall) then
      slide.kind = 'above'
    end
  end
end

-- Is there room for an exercise: its first words and the listing of what is to
-- be written? An error if there is not.
function room.check_exercise(text, typed, words, listing)
  local lines = listing and listings.size(text, listing) or 0
  local free = height - 120 - high(words, width, text_line, text_letter)
  if lines * code_line > free then
    report.at(text.file, typed, string.format('its %d lines of C are too ' ..
      'many for a slide, which has room for %d below these words', lines,
      free // code_line))
  end
end

return room
