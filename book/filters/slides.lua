-- A chapter as slides for a lecture. What goes on them is marked where it
-- stands: sentences as [...]{.key}; figures, tables, listings, transcripts,
-- gradients, theorems and equations with the class slide; the exercise that
-- ::: {.exercises slide=NAME} names. A section's questions (predict) come too;
-- their answers are taken like the text behind them. What stands between
-- becomes the notes.

local context = require 'context'
local elements = require 'elements'
local exercises = require 'exercises'
local room = require 'slide_room'
local times = require 'slide_times'
local slides = {}

local has = elements.has
local most_points = 4

-- What may stand on a slide as a whole.
local shown = { 'figure', 'table', 'claims', 'listing', 'transcript',
  'gradient', 'theorem' }
-- Of these the text is a caption.
local captioned = { 'figure', 'table', 'listing', 'transcript' }

local function has_one_of(block, classes)
  for _, class in ipairs(classes) do
    if has(block, class) then return true end
  end
end

local function is_shown(block)
  return block.t == 'Div' and has(block, 'slide') and has_one_of(block, shown)
end

-- A point begins with a capital letter, and does not end in a colon.
local function as_point(inlines)
  local first, last = inlines[1], inlines[#inlines]
  while first.t == 'Emph' or first.t == 'Strong' do first = first.content[1] end
  if first.t == 'Str' then first.text = first.text:gsub('^%l', string.upper) end
  if last.t == 'Str' then last.text = last.text:gsub('[:,;]$', '.') end
  if last.t == 'Str' and not last.text:match('[%.?!]$') then
    last.text = last.text .. '.'
  end
  return { pandoc.Plain(inlines) }
end

-- The marked sentences and equations of a paragraph, in their order.
local function marked(block)
  local found = pandoc.List()
  block:walk {
    traverse = 'topdown',
    Span = function(el)
      if has(el, 'key') then
        found:insert({ point = pandoc.Inlines(el.content:clone()):walk {
          Span = function(term) -- it is defined in the notes
            if has(term, 'term') then return term.content end
          end,
        } })
        return el, false
      elseif has(el, 'slide') then
        found:insert({ equation = el:clone() })
      end
    end,
  }
  return found
end

-- How many inlines the first sentence has.
local function first_sentence(inlines)
  for i = 1, #inlines - 2 do
    local one, space, after = inlines[i], inlines[i + 1], inlines[i + 2]
    if one.t == 'Str' and one.text:match('[%.?!]["\')\u{201d}\u{2019}]*$') and
      (space.t == 'Space' or space.t == 'SoftBreak') and
      (after.t ~= 'Str' or after.text:match('^["\'(\u{201c}\u{2018}]*%u')) then
      return i
    end
  end
  return #inlines
end

-- Parts a thing's caption: what is shown has its first sentence, the notes
-- have the others, and how to touch a live figure. Returns the thing and blocks.
local function cut_caption(block)
  local rest = pandoc.List()
  if block.t ~= 'Div' or not has_one_of(block, captioned) then
    return block, rest
  end
  local content, first = pandoc.List(), true
  for _, inner in ipairs(block.content) do
    if inner.t ~= 'Para' then
      content:insert(inner)
      if inner.t == 'Div' and has(inner, 'live') then
        rest:extend(inner.content)
      end
    elseif not first then
      rest:insert(inner)
    else
      first = false
      local sentence = first_sentence(inner.content)
      content:insert(pandoc.Para({ table.unpack(inner.content, 1, sentence) }))
      if sentence < #inner.content then
        rest:insert(pandoc.Para({ table.unpack(inner.content, sentence + 2) }))
      end
    end
  end
  return pandoc.Div(content, block.attr), rest
end

-- Collects the slides of a text.
--   slide: { title, points, visual, question, exercise, notes }, and of those
--   with a visual how many points and notes come before it: { before, noted }
local function collect(text)
  local all, section, current = {}, nil, nil

  local function open()
    current = { title = section, points = pandoc.List(),
      notes = pandoc.List() }
    all[#all + 1] = current
  end
  local function is_empty()
    return #current.points == 0 and not current.visual
  end
  local function show(block)
    if current.visual or current.question then open() end
    local rest
    current.before, current.noted = #current.points, #current.notes
    current.visual, rest = cut_caption(block)
    current.notes:extend(rest)
  end
  local function take(block)
    for _, one in ipairs(marked(block)) do
      if one.equation then
        show(pandoc.Para({ one.equation }))
      else
        if current.question or #current.points == most_points then open() end
        current.points:insert(as_point(one.point))
      end
    end
    -- What stands on the slide has its label there.
    current.notes:insert(block:walk {
      Span = function(el) if has(el, 'slide') then return el.content end end,
    })
  end

  local function sort(some)
    for _, block in ipairs(some) do
      if block.t == 'Header' then
        section = block.content
        if block.level <= 2 then open() end
      elseif is_shown(block) then
        show(block)
      elseif block.t == 'Div' and has(block, 'predict') then
        if not is_empty() then open() end
        local question, answer = elements.take(block.content, 'answer')
        current.question = pandoc.Div(question, block.attr)
        if answer then sort(answer.content) end
      elseif block.t == 'Div' and has(block, 'exercises') then
        local exercise = block.attributes.slide and
          exercises.on_slide(text, block.attributes.slide)
        if exercise then
          open()
          current.title, current.exercise = exercise.title, exercise
          current.notes:extend(exercise.notes)
        end
      elseif block.t == 'Div' then
        -- Other boxes are for readers.
      else
        take(block)
      end
    end
  end

  sort(text.blocks)
  return all
end

-- A section of which nothing is marked has no slides.
local function chosen(all)
  local kept, titles = pandoc.List(), {}
  for _, slide in ipairs(all) do
    if #slide.points > 0 or slide.visual then titles[slide.title] = true end
  end
  for _, slide in ipairs(all) do
    if slide.exercise or titles[slide.title] and
      (#slide.points > 0 or slide.visual or slide.question) then
      kept:insert(slide)
    elseif #kept > 0 and titles[slide.title] then
      kept[#kept].notes:extend(slide.notes)
    end
  end
  return kept
end

-- Parts a slide whose points leave its figure too little room: the points
-- before the figure, the figure, the points after it.
local function parted(slide)
  local function part(from, to, noted_from, noted_to)
    return { title = slide.title,
      points = pandoc.List({ table.unpack(slide.points, from, to) }),
      notes = pandoc.List({ table.unpack(slide.notes, noted_from, noted_to) }) }
  end
  local before, noted = slide.before, slide.noted
  local thing = part(1, 0, noted + 1, #slide.notes)
  thing.visual = slide.visual
  local parts = pandoc.List({ part(1, before, 1, noted), thing,
    part(before + 1, #slide.points, 1, 0) })
  if before == 0 then -- the notes before a thing are its own
    thing.notes = slide.notes
    parts:remove(1)
  end
  if before == #slide.points then parts:remove(#parts) end
  return parts
end

-- The slides with `kind`, how each is laid out, and `minutes`.
local function laid_out(text, all)
  local list = pandoc.List()
  for _, slide in ipairs(all) do
    room.lay_out(text, slide)
    if slide.kind then
      list:insert(slide)
    else
      for _, part in ipairs(parted(slide)) do
        room.lay_out(text, part)
        list:insert(part)
      end
    end
  end
  for _, slide in ipairs(list) do
    slide.minutes = times.minutes(text, slide)
  end
  return list
end

local function bullets(points)
  return #points > 0 and { pandoc.BulletList(points) } or {}
end

-- What stands above the notes: which slide it is, and the minutes for it.
local function times_line(slide, number)
  return context.word('slide') .. ' ' .. number .. ' · ' ..
    context.word('slide-minutes', times.written(slide.minutes))
end

-- One slide as blocks, in the manner of the format. The page of notes has,
-- in LaTeX, a document of its own (context.settings.notes).
local function blocks_of(slide, number)
  local title = slide.title:clone()
  if context.is_latex and context.settings.notes ~= '' then
    return elements.wrap('\\slidenotes{' .. number .. '}{' ..
      times_line(slide, number) .. '}', slide.notes, '')
  end
  local content = pandoc.List()
  if slide.question then content:insert(slide.question) end
  if slide.exercise then content:extend(slide.exercise.blocks) end
  if context.is_latex then
    if #slide.points > 0 then
      content:extend(elements.wrap('\\begin{points}', bullets(slide.points),
        '\\end{points}'))
    end
    if slide.visual then
      content:extend(elements.wrap('\\begin{visual}', { slide.visual },
        '\\end{visual}'))
    end
    content:insert(1, elements.captioned('\\begin{slide}{' .. slide.kind ..
      '}{', title, '}'))
    content:insert(elements.raw('\\end{slide}'))
    return content
  end
  content:insert(1, elements.captioned('<h2>', title, '</h2>'))
  if #slide.points > 0 then
    content:insert(pandoc.Div(bullets(slide.points),
      pandoc.Attr('', { 'points' })))
  end
  if slide.visual then
    content:insert(pandoc.Div({ slide.visual },
      pandoc.Attr('', { 'visual' })))
  end
  content:extend(elements.wrap('<aside class="notes"><p class="times">' ..
    times_line(slide, number) .. '</p>', slide.notes, '</aside>'))
  return { pandoc.Div(content, pandoc.Attr('slide-' .. number, { 'section',
    slide.kind }, { minutes = string.format('%g', slide.minutes) })) }
end

-- The headings of a text's sections, a few on each slide.
local function contents(text)
  local all, title = {}, pandoc.Inlines(context.book['ch:' .. text.slug].title)
  for _, block in ipairs(text.blocks) do
    if block.t == 'Header' and block.level == 2 and
      not has(block, 'unnumbered') then
      local last = all[#all]
      if not last or #last.points == most_points then
        last = { title = title, points = pandoc.List(), notes = pandoc.List() }
        all[#all + 1] = last
      end
      last.points:insert({ pandoc.Plain(block.content) })
    end
  end
  return all
end

-- The slides of a text, as blocks that are still to be filled in, and what its
-- title slide, number 1, says of them: how many there are, the minutes they
-- take, and, as its notes, the plan of the lecture. If nothing of a text is
-- marked, its slides show its contents.
function slides.of(text)
  local blocks = pandoc.List()
  local all = chosen(collect(text))
  if #all == 0 then all = contents(text) end
  all = laid_out(text, all)
  local plan = times.plan(all)
  if context.is_latex and context.settings.notes ~= '' then
    blocks:extend(elements.wrap('\\slidenotes{1}{' .. context.word('slide') ..
      ' 1 · ' .. times.total(all) .. '}', plan, ''))
  end
  for i, slide in ipairs(all) do
    blocks:extend(blocks_of(slide, i + 1))
  end
  return blocks, { count = tostring(#all + 1), total = times.total(all),
    plan = pandoc.MetaBlocks(plan) }
end

-- A target of a page of the book, seen from the folder of the slides.
local function up(target)
  if target:match('^#') or target:match('^%a+:') then return target end
  return '../' .. target
end

local function raise(el)
  el.text = el.text:gsub('href="([^"]*)"', function(target)
    return 'href="' .. up(target) .. '"'
  end)
  return el
end

-- Slides lie in a folder of their own: their links to pages go up from it.
-- On paper they lead nowhere.
function slides.finish(blocks)
  return blocks:walk {
    Link = function(el)
      if context.is_latex then return el.content end
      el.target = up(el.target)
      return el
    end,
    RawInline = raise,
    RawBlock = raise,
  }
end

return slides
