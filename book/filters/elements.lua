-- Helpers for pandoc's elements, in the manner of the format that is
-- written.

local context = require 'context'
local elements = {}

function elements.raw(text)
  return pandoc.RawBlock(context.is_latex and 'latex' or 'html', text)
end

function elements.raw_inline(text)
  return pandoc.RawInline(context.is_latex and 'latex' or 'html', text)
end

-- A text without the comments in which a translation says what it is one of
-- (tools/translation/passages.sh).
function elements.without_origins(doc)
  return doc:walk {
    RawBlock = function(el)
      if el.text:match('^<!%-%- of %d+ %-%->$') then return {} end
    end,
  }
end

function elements.has(el, class)
  return el.classes:includes(class)
end

-- In LaTeX, what a link to an id leads to, and whose page it has.
function elements.anchor(id)
  return elements.raw_inline('\\anchor{' .. id .. '}')
end

-- The start of a caption, such as "Figure 1.3". On a page it is a link to
-- the thing itself, to be copied.
function elements.tag(kind, number_text, id)
  local name = context.word(kind) .. ' ' .. number_text
  if context.is_latex then
    return elements.raw_inline('\\bookcaptiontag{' .. name .. '}')
  end
  if context.is_html and id then
    return elements.raw_inline('<a class="tag" href="#' .. id .. '">' ..
      name .. '</a> ')
  end
  return elements.raw_inline('<span class="tag">' .. name .. '</span> ')
end

-- The inlines of a block list that should be one paragraph.
function elements.as_inlines(blocks)
  return pandoc.utils.blocks_to_inlines(blocks, { pandoc.Space() })
end

-- Takes the inner Divs of a class out of a block list.
function elements.take(blocks, class)
  local rest, taken = pandoc.List(), nil
  for _, block in ipairs(blocks) do
    if block.t == 'Div' and elements.has(block, class) then taken = block
    else rest:insert(block) end
  end
  return rest, taken
end

function elements.wrap(open, blocks, close)
  local all = pandoc.List({ elements.raw(open) })
  all:extend(blocks)
  all:insert(elements.raw(close))
  return all
end

function elements.captioned(before, caption, after)
  local line = pandoc.List({ elements.raw_inline(before) })
  line:extend(caption)
  line:insert(elements.raw_inline(after))
  return pandoc.Plain(line)
end

-- A chapter's number before its title, in the EPUB. The titles of its files and
-- its contents are made of these words.
function elements.number_chapter(el, chapter)
  if not context.is_epub or not chapter then return end
  el.content:insert(1, pandoc.Str(chapter .. '\u{2002}'))
end

-- A section's number before its title; LaTeX numbers by itself.
function elements.number_section(el, chapter, section)
  if context.is_latex or not chapter then return end
  el.content:insert(1, elements.raw_inline(
    '<span class="section-number">' .. chapter .. '.' .. section ..
    '</span> '))
end

-- Puts a link to a heading behind it, empty so that the contents, which
-- repeat headings without links, show nothing of it.
function elements.link_to_itself(el)
  if not context.is_html or el.identifier == '' then return end
  el.content:insert(pandoc.Link({}, '#' .. el.identifier, '',
    { class = 'deep', ['aria-label'] = context.word('link-here') }))
end

return elements
