-- The pages that gather what the chapters hold: all figures, all results.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local svg = require 'svg'
local tables = require 'tables'
local texts = require 'texts'
local overviews = {}

-- The book's labels of a kind, in the order of the book.
local function in_order(kind)
  local all = {}
  for label, one in pairs(context.book) do
    if labels.split(label) == kind then all[#all + 1] = one end
  end
  table.sort(all, function(a, b) return a.order < b.order end)
  return all
end

local function escape(text)
  return (text:gsub('&', '&amp;'):gsub('<', '&lt;'))
end

-- The first sentence of a caption.
local function short(caption)
  return caption:match('^(.-[%.?!])%s+%u') or caption
end

local function small_figure(label)
  local text = texts.describe(label.file)
  local id = labels.id(label.label)
  local live = files.exists('figures/' .. text.folder .. '/' .. label.extra ..
    '.live.c')
  local mark = live and ' <span class="live-mark">' ..
    context.word('live') .. '</span>' or ''
  return '<li><a href="' .. label.page .. '#' .. id .. '">' ..
    svg.inline(text.figures .. '/' .. label.extra .. '.svg', 'all-' .. id,
      '', context.palette) ..
    '<span><span class="tag">' .. context.word('figure') .. ' ' ..
    label.number .. '</span> ' .. escape(short(label.title)) ..
    '</span></a>' .. mark .. '</li>'
end

-- "1 The perceptron"
local function heading(text)
  local chapter = context.book['ch:' .. text.slug]
  return pandoc.Header(2, { elements.raw_inline(
    '<span class="section-number">' .. text.number .. '</span> '),
    pandoc.Str(chapter.title) }, pandoc.Attr('all-' .. text.slug, { 'unnumbered' }))
end

-- ::: all-figures
function overviews.figures()
  local blocks, chapter, open = pandoc.List(), nil, nil
  local function close()
    if open then blocks:insert(elements.raw(table.concat(open, '\n') ..
      '\n</ul>')) end
  end
  for _, label in ipairs(in_order('fig')) do
    if label.file ~= chapter then
      close()
      chapter, open = label.file, { '<ul class="all-figures">' }
      blocks:insert(heading(texts.describe(chapter)))
    end
    open[#open + 1] = small_figure(label)
  end
  close()
  return blocks
end

-- ::: all-results on a page, a table of each chapter's claims. Their numbers
-- belong to the chapters, whose texts fill them in.
function overviews.results(page, fill)
  local blocks = pandoc.List()
  for _, chapter in ipairs(in_order('ch')) do
    local text = texts.describe(chapter.file)
    blocks:insert(heading(text))
    text.page = page
    blocks:extend(fill(tables.bare(tables.claims_of(text)), text))
  end
  return blocks
end

return overviews
