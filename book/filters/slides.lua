-- A chapter as slides for a lecture. What goes on them is marked where it
-- stands: sentences as [...]{.key}; figures, tables, listings, transcripts,
-- gradients, theorems and equations with the class slide. A section's
-- questions (predict) come too; their answers are taken like the text behind
-- them. What stands between becomes the notes.

local context = require 'context'
local elements = require 'elements'
local svg = require 'svg'
local slides = {}

local has = elements.has
local most_points = 4

-- What may stand on a slide as a whole.
local shown = { 'figure', 'table', 'claims', 'listing', 'transcript',
  'gradient', 'theorem' }

local function is_shown(block)
  if block.t ~= 'Div' or not has(block, 'slide') then return false end
  for _, class in ipairs(shown) do
    if has(block, class) then return true end
  end
end

-- A point begins with a capital letter, and does not end in a colon.
local function as_point(inlines)
  local first, last = inlines[1], inlines[#inlines]
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

-- Collects the slides of a text.
--   slide: { title, points, visual, question, notes }
local function collect(blocks)
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
    current.visual = block
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
      elseif block.t == 'Div' then
        -- Other boxes are for readers.
      else
        take(block)
      end
    end
  end

  sort(blocks)
  return all
end

-- A section of which nothing is marked has no slides.
local function chosen(all)
  local kept, titles = pandoc.List(), {}
  for _, slide in ipairs(all) do
    if #slide.points > 0 or slide.visual then titles[slide.title] = true end
  end
  for _, slide in ipairs(all) do
    if titles[slide.title] and
      (#slide.points > 0 or slide.visual or slide.question) then
      kept:insert(slide)
    elseif #kept > 0 and titles[slide.title] then
      kept[#kept].notes:extend(slide.notes)
    end
  end
  return kept
end

local function bullets(points)
  return #points > 0 and { pandoc.BulletList(points) } or {}
end

-- How a slide is laid out: 'words' alone, one 'thing' alone, words 'beside'
-- it, or, where it is wide, 'above' it.
local function layout(text, slide)
  if slide.question and slide.question.content:find_if(function(block)
    return block.t == 'BulletList'
  end) then
    return 'points' -- with options, too long for large letters
  elseif not slide.visual then
    return #slide.points <= 2 and 'words' or 'points'
  elseif #slide.points == 0 then
    return 'thing'
  end
  local src = slide.visual.t == 'Div' and slide.visual.attributes.src
  if src and has(slide.visual, 'figure') then
    local wide = svg.ratio(text.figures .. '/' .. src .. '.svg') > 2
    return wide and 'above' or 'beside'
  end
  return (slide.visual.t == 'Para' or has(slide.visual, 'gradient')) and
    'above' or 'beside'
end

-- One slide as blocks, in the manner of the format. The page of notes has,
-- in LaTeX, a document of its own (context.settings.notes).
local function blocks_of(text, slide, number)
  local title = slide.title:clone()
  if context.is_latex and context.settings.notes ~= '' then
    return elements.wrap('\\slidenotes{' .. number .. '}', slide.notes, '')
  end
  local content = pandoc.List()
  if slide.question then content:insert(slide.question) end
  local kind = layout(text, slide)
  if context.is_latex then
    if #slide.points > 0 then
      content:extend(elements.wrap('\\begin{points}', bullets(slide.points),
        '\\end{points}'))
    end
    if slide.visual then
      content:extend(elements.wrap('\\begin{visual}', { slide.visual },
        '\\end{visual}'))
    end
    content:insert(1, elements.captioned('\\begin{slide}{' .. kind .. '}{',
      title, '}'))
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
  content:extend(elements.wrap('<aside class="notes">', slide.notes,
    '</aside>'))
  return { pandoc.Div(content, pandoc.Attr('slide-' .. number,
    { 'section', slide.question and 'question' or kind })) }
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

-- The slides of a text, as blocks that are still to be filled in. If nothing
-- of it is marked, they show its contents.
function slides.of(text)
  local blocks = pandoc.List()
  local all = chosen(collect(text.blocks))
  if #all == 0 then all = contents(text) end
  for i, slide in ipairs(all) do
    blocks:extend(blocks_of(text, slide, i))
  end
  return blocks
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
