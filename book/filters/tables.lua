-- Tables with numbers and captions, and the chapter's claims.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local report = require 'report'
local word = context.word
local tables = {}

-- A table with its caption: a Div that holds both. On a page the claims are
-- folded: the build stops where one does not hold.
function tables.table(text, el)
  local caption, body = pandoc.List(), pandoc.List()
  for _, block in ipairs(el.content) do
    if block.t == 'Table' then body:insert(block)
    else caption:extend(elements.as_inlines({ block })) end
  end
  if #body ~= 1 or #caption == 0 then
    report.at(text.file, el.identifier,
      'a table div holds one table and its caption')
    return nil
  end
  local id = labels.id(el.identifier)
  caption:insert(1, elements.tag('table', context.book[el.identifier].number,
    id))
  local is_claims = elements.has(el, 'claims')
  local rows = #body[1].bodies[1].body
  local content
  if context.is_latex then
    caption:insert(1, elements.anchor(id))
    -- A short table stays in one piece, a long one may be broken.
    local kind = is_claims and 'bookclaims' or rows <= 12 and 'booktable' or
      'booklongtable'
    content = pandoc.List({
      elements.captioned('\\begin{' .. kind .. '}{', caption, '}') })
    content:extend(body)
    content:insert(elements.raw('\\end{' .. kind .. '}'))
  else
    content = elements.wrap('<figure class="table">', pandoc.List({
      elements.captioned('<figcaption>', caption, '</figcaption>') }) .. body,
      '</figure>')
    if is_claims and context.is_html and not context.is_slides then
      content = elements.wrap('<details class="claims"><summary>' ..
        word('claims-hold', tostring(rows)) .. '</summary>', content,
        '</details>')
    end
  end
  return pandoc.Div(content,
    pandoc.Attr(context.is_latex and '' or id, { 'table' }))
end

-- A table without a caption. On a page it scrolls if it is too wide.
function tables.bare(blocks)
  if not context.is_html then return blocks end
  return { pandoc.Div(blocks, pandoc.Attr('', { 'scroll' })) }
end

-- The chapter's published results beside what the program computed.
function tables.claims_of(text)
  local path = text.home .. '/claims.tsv'
  local rows = files.tsv(path)
  local lines = {
    '| ' .. table.concat({ word 'claim-what', word 'claim-should',
      word 'claim-here', word 'claim-source' }, ' | ') .. ' |',
    '|:----------------------|---------:|---------:|:----------------|' }
  for _, row in ipairs(rows or {}) do
    lines[#lines + 1] = string.format('| %s | %s | `%s`{.num} | %s |',
      context.say(path, row[5]), row[2]:gsub('^%-', '−'), row[1], row[4])
  end
  return pandoc.read(table.concat(lines, '\n'), 'markdown').blocks
end

-- ::: claims, with the caption in it.
function tables.claims(text, el)
  el.content = pandoc.List(tables.claims_of(text)) .. el.content
  return el
end

return tables
