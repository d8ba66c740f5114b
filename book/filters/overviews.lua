-- The pages that gather what the chapters hold: all figures, all results.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local gathered = require 'gathered'
local labels = require 'labels'
local svg = require 'svg'
local tables = require 'tables'
local texts = require 'texts'
local overviews = {}

-- The first sentence of a caption, to stand in a link: what leads elsewhere
-- in it is text.
local function short(caption)
  local first = pandoc.Inlines({})
  for _, el in ipairs(caption) do
    if el.t == 'Space' or el.t == 'SoftBreak' then
      local last = first[#first]
      if last and last.t == 'Str' and last.text:match('[%.?!]$') then break end
    end
    first:insert(el)
  end
  return first:walk {
    Link = function(el) return el.content end,
    RawInline = function(el)
      if context.is_latex then return {} end
      return pandoc.Str((el.text:gsub('<[^>]*>', '')))
    end,
  }
end

local function small_figure(text, el, fill)
  local id, src = labels.id(el.identifier), el.attributes.src
  local live = files.exists('figures/' .. text.folder .. '/' .. src ..
    '.live.c')
  local caption = elements.take(elements.take(el.content, 'alt'), 'live')
  local line = elements.captioned(
    '<a href="' .. context.book[el.identifier].page .. '#' .. id .. '">' ..
    svg.inline(text.figures .. '/' .. src .. '.svg', 'all-' .. id, '',
      context.palette) .. '<span>',
    pandoc.List({ elements.tag('figure',
      context.book[el.identifier].number) }) ..
      short(elements.as_inlines(fill(caption, text))),
    '</span></a>')
  if live then
    line.content:insert(elements.raw_inline(' <span class="live-mark">' ..
      context.word('live') .. '</span>'))
  end
  return elements.wrap('<li>', { line }, '</li>')
end

-- "1 The perceptron"
local function heading(text)
  local chapter = context.book['ch:' .. text.slug]
  return pandoc.Header(2, { elements.raw_inline(
    '<span class="section-number">' .. text.number .. '</span> '),
    pandoc.Str(chapter.title) }, pandoc.Attr('all-' .. text.slug, { 'unnumbered' }))
end

-- ::: all-figures. What is in the captions belongs to the chapters, whose
-- texts fill it in.
function overviews.figures(fill)
  local blocks = pandoc.List()
  for _, chapter in ipairs(labels.in_order(context.book, 'ch')) do
    local text = texts.describe(chapter.file)
    blocks:insert(heading(text))
    blocks:insert(elements.raw('<ul class="all-figures">'))
    for _, figure in ipairs(gathered.figures(text)) do
      blocks:extend(small_figure(text, figure, fill))
    end
    blocks:insert(elements.raw('</ul>'))
  end
  return blocks
end

-- The list of the figures on paper.
function overviews.figure_list(fill)
  local lines = pandoc.List()
  for _, chapter in ipairs(labels.in_order(context.book, 'ch')) do
    local text = texts.describe(chapter.file)
    for _, figure in ipairs(gathered.figures(text)) do
      local id = labels.id(figure.identifier)
      local caption = elements.take(elements.take(figure.content, 'alt'), 'live')
      lines:insert(elements.captioned('\\listedfigure{' .. id .. '}{' ..
        context.book[figure.identifier].number .. '}{',
        short(elements.as_inlines(fill(caption, text))), '}'))
    end
  end
  return lines
end

-- ::: all-results on a page, a table of each chapter's claims.
function overviews.results(page, fill)
  local blocks = pandoc.List()
  for _, chapter in ipairs(labels.in_order(context.book, 'ch')) do
    local text = texts.describe(chapter.file)
    blocks:insert(heading(text))
    text.page = page
    blocks:extend(fill(tables.bare(tables.claims_of(text)), text))
  end
  return blocks
end

return overviews
