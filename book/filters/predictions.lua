-- Predictions: a question before an experiment, and its answer.
--   ::: {.predict #guess:NAME ...}
--   The question, and what the reader guesses:
--     number=NAME        a number of the program
--     a list of options  one of them, [x]
--     curve=TABLE        a column of a table that the program wrote
--     or nothing
--   ::: answer
--   At most three sentences, then figures and other divs.
--   :::
--   :::
-- On a page the answer is folded until the reader has guessed
-- (book/style/predict.js). On paper its sentences are at the end (answers.lua).

local choices = require 'choices'
local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local numbers = require 'numbers'
local report = require 'report'
local predictions = {}

local has = elements.has
local most_sentences = 3
local most_points = 60

-- An attribute of a tag.
local function attribute(name, value)
  return string.format(' data-%s="%s"', name, (value:gsub('&', '&amp;')
    :gsub('"', '&quot;'):gsub('<', '&lt;')))
end

-- An attribute as it is typed, to be found in the file.
local function typed(text, el, key)
  local value = el.attributes[key]
  return report.first_of(text.file, { key .. '="' .. value .. '"',
    key .. '=' .. value })
end

local kinds_of_scale = { linear = true, log = true }

-- The scales of one axis or two.
local function scales(text, el, count)
  local found = {}
  for word in (el.attributes.scale or ''):gmatch('%S+') do
    if not kinds_of_scale[word] then
      report.at(text.file, typed(text, el, 'scale'), "'" .. word ..
        "' is no scale", word, { 'linear', 'log' })
    end
    found[#found + 1] = word
  end
  if el.attributes.scale and #found ~= count then
    report.at(text.file, typed(text, el, 'scale'), count == 1 and
      'a number has one scale: linear or log' or 'a curve has two scales, ' ..
      'across and up: scale="linear log"')
  end
  for i = 1, count do found[i] = found[i] or 'linear' end
  return found
end

local function number_form(text, el)
  local found = numbers.find(text, el.attributes.number,
    typed(text, el, 'number'))
  if not found then return '' end
  return attribute('form', 'number') .. attribute('truth', found.value) ..
    attribute('text', numbers.as_text(found)) ..
    attribute('unit', el.attributes.unit or '') ..
    attribute('scale', scales(text, el, 1)[1])
end

-- The blocks of a table that the program wrote, each a list of rows.
local function blocks_of(path)
  local blocks, empty = { {} }, 0
  for line in (files.read(path) .. '\n'):gmatch('([^\n]*)\n') do
    if line:match('^%s*$') then
      empty = empty + 1
    elseif not line:match('^#') then
      if empty >= 2 and #blocks[#blocks] > 0 then blocks[#blocks + 1] = {} end
      empty = 0
      local row = {}
      for cell in line:gmatch('%S+') do row[#row + 1] = cell end
      table.insert(blocks[#blocks], row)
    end
  end
  return blocks
end

-- A whole number that an attribute holds, from `least` to `most`.
local function whole(text, el, key, least, most, what)
  local value = math.tointeger(tonumber(el.attributes[key] or least))
  if value and value >= least and value <= most then return value end
  report.at(text.file, typed(text, el, key), key .. ' is one of the ' .. what ..
    ', ' .. least .. ' to ' .. most)
end

-- At most so many of the points, evenly spread across the curve as it is drawn.
local function thinned(points, scale)
  if #points <= most_points then return points end
  local function place(point)
    return scale == 'log' and math.log(point[1]) or point[1]
  end
  local kept, first, last = {}, place(points[1]), place(points[#points])
  local taken = 0
  for k = 0, most_points - 1 do
    local wanted = first + (last - first) * k / (most_points - 1)
    local nearest = 1
    for i, point in ipairs(points) do
      if math.abs(place(point) - wanted) <
        math.abs(place(points[nearest]) - wanted) then nearest = i end
    end
    if nearest ~= taken then kept[#kept + 1] = points[nearest] end
    taken = nearest
  end
  return kept
end

-- The curve that the attributes name: points {x, y}, by x; nil, with an
-- error, if there is none.
local function curve_points(text, el, scale)
  local name = el.attributes.curve
  local path = (text.run or '') .. '/' .. name .. '.dat'
  if not files.exists(path) then
    report.at(text.file, typed(text, el, 'curve'), "the program writes no " ..
      "table '" .. name .. "'", name, files.stems(text.run or '', '.dat'))
    return nil
  end
  local blocks = blocks_of(path)
  local index = whole(text, el, 'index', 0, #blocks - 1, "table's blocks")
  local rows = index and blocks[index + 1]
  if not rows or #rows == 0 then return nil end
  local x = whole(text, el, 'x', 1, #rows[1], "table's columns")
  local y = whole(text, el, 'y', 1, #rows[1], "table's columns")
  if not x or not y then return nil end
  local points = {}
  for _, row in ipairs(rows) do
    local point = { tonumber(row[x]), tonumber(row[y]) }
    if point[1] and point[2] and (scale[1] ~= 'log' or point[1] > 0) and
      (scale[2] ~= 'log' or point[2] > 0) then
      points[#points + 1] = point
    end
  end
  table.sort(points, function(a, b) return a[1] < b[1] end)
  if #points < 2 then
    report.at(text.file, typed(text, el, 'curve'), 'these columns give no ' ..
      'curve: fewer than two of their points can be drawn')
    return nil
  end
  return points
end

local function curve_form(text, el)
  for _, key in ipairs({ 'x', 'y', 'across', 'up' }) do
    if not el.attributes[key] then
      report.at(text.file, el.identifier, 'a curve needs ' .. key .. '=...' ..
        ' (x and y are columns; across and up name the axes)')
      return ''
    end
  end
  local scale = scales(text, el, 2)
  local points = curve_points(text, el, scale)
  if not points then return '' end
  local pairs_of = {}
  for i, point in ipairs(thinned(points, scale[1])) do
    pairs_of[i] = string.format('%.5g %.5g', point[1], point[2])
  end
  local given = el.attributes.given or '0'
  local part = tonumber(given)
  if not part or part < 0 or part >= 1 then
    report.at(text.file, typed(text, el, 'given'), 'given is the part of ' ..
      'the curve that is drawn already, from 0 to 1')
  end
  return attribute('form', 'curve') ..
    attribute('points', table.concat(pairs_of, ',')) ..
    attribute('scale', table.concat(scale, ' ')) ..
    attribute('across', el.attributes.across) ..
    attribute('up', el.attributes.up) .. attribute('given', given)
end

local known = { 'number', 'unit', 'scale', 'curve', 'x', 'y', 'index',
  'across', 'up', 'given' }

-- What the page's script has to know, as attributes.
local function form(text, el, options)
  for key in pairs(el.attributes) do
    if not pandoc.List(known):includes(key) then
      report.at(text.file, key .. '=', "'" .. key .. "' means nothing in a " ..
        'prediction', key, known)
    end
  end
  local count = 0
  for _, one in ipairs({ el.attributes.number or false,
    el.attributes.curve or false, options or false }) do
    if one then count = count + 1 end
  end
  if count > 1 then
    report.at(text.file, el.identifier, 'a prediction takes one thing: a ' ..
      'number, a choice or a curve')
    return ''
  end
  if el.attributes.number then return number_form(text, el) end
  if el.attributes.curve then return curve_form(text, el) end
  if options then
    return attribute('form', 'choice') ..
      attribute('right', tostring(options.right))
  end
  return ''
end

-- How many sentences these blocks have. Formulas and code count as words.
local function sentences(blocks)
  local plain = pandoc.utils.stringify(pandoc.Div(blocks):walk {
    Math = function() return pandoc.Str('X') end,
    Code = function() return pandoc.Str('X') end,
    Cite = function() return pandoc.Str('X') end,
    Note = function() return {} end,
  }) .. ' '
  plain = plain:gsub('”', '"'):gsub('’', "'"):gsub('“', '"'):gsub('‘', "'")
  local _, count = plain:gsub('[%.?!]["\')%]]*%s+%f[%u%d"\'(\0]', '')
  return count
end

-- Parts an answer's blocks: its sentences, and the divs behind them.
function predictions.parts(answer)
  local said, things = pandoc.List(), pandoc.List()
  for _, block in ipairs(answer.content) do
    if block.t == 'Div' then things:insert(block) else said:insert(block) end
  end
  return said, things
end

-- An answer of too many sentences is an error.
local function check_length(text, el, answer)
  local count = sentences((predictions.parts(answer)))
  if count > most_sentences then
    report.at(text.file, el.identifier, 'the answer has ' .. count ..
      ' sentences; it may have ' .. most_sentences ..
      ', and the text behind it the others')
  end
end

local function on_paper(el, question, answer)
  local id, label = labels.id(el.identifier), context.book[el.identifier]
  if answer and answer.attributes.to then
    question:insert(elements.raw('\\answernote{' .. context.word('answer-on',
      '\\pageref{' .. answer.attributes.to .. '}') .. '}'))
  end
  return elements.wrap('\\begin{bookpredict}{\\anchor{' .. id .. '}' ..
    context.word('predict') .. '\\boxnumber{' .. label.number .. '}}',
    question, '\\end{bookpredict}')
end

local function on_page(text, el, question, answer, options)
  local id, number = labels.id(el.identifier),
    context.book[el.identifier].number
  local data = ''
  if context.is_html then
    number = '<a class="tag" href="#' .. id .. '">' .. number .. '</a>'
  else
    number = '<span class="tag">' .. number .. '</span>'
  end
  if answer and context.is_html then
    data = attribute('guess', el.identifier:gsub('^guess:', '')) ..
      form(text, el, options)
  elseif answer and answer.attributes.to then
    question:insert(pandoc.Div({ pandoc.Para({ pandoc.Link({
      pandoc.Str(context.word('answer')) }, '#' .. answer.attributes.to) }) },
      pandoc.Attr('', { 'answer-note' })))
  end
  return elements.wrap('<div class="box predict"' .. data ..
    '><p class="title">' .. context.word('predict') .. ' ' .. number .. '</p>',
    question, '</div>')
end

-- The words that the page's script shows, for a page with predictions.
function predictions.words()
  local words = {}
  for key in pairs(context.words) do
    local name = key:match('^guess%-(.+)$')
    if name then words[#words + 1] = attribute(name, context.word(key)) end
  end
  table.sort(words)
  return elements.raw('<div id="guess-words" hidden' .. table.concat(words) ..
    '></div>')
end

-- The box that a Div asks for, with its answer behind it. Slides ask only.
function predictions.box(text, el)
  local rest, answer = elements.take(el.content, 'answer')
  if answer then
    check_length(text, el, answer)
  elseif not context.is_slides then
    report.at(text.file, el.identifier, 'a prediction needs its answer, in a ' ..
      'div of class answer inside it')
    return nil
  end
  local question, options = choices.take(text, rest, el.identifier)
  if context.is_latex then
    local blocks = on_paper(el, question, answer)
    if answer then blocks:extend(answer.content) end
    return pandoc.Div(blocks)
  end
  local blocks = on_page(text, el, question, answer, options)
  if answer and context.is_html then
    blocks:extend(elements.wrap('<details class="answer" open><summary>' ..
      context.word('answer') .. '</summary>', answer.content, '</details>'))
  elseif answer then
    blocks:extend(answer.content)
  end
  return pandoc.Div(blocks, pandoc.Attr(labels.id(el.identifier), {}))
end

return predictions
