-- What an HTML page says of its place in the book.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local svg = require 'svg'
local stringify = pandoc.utils.stringify
local pages = {}

-- An HTML page has its title and its place in the book from metadata.
function pages.describe(doc, text)
  local chapters = {}
  for _, label in pairs(context.book) do
    if label.label:match('^ch:') then chapters[#chapters + 1] = label end
  end
  table.sort(chapters, function(a, b)
    return tonumber(a.number) < tonumber(b.number)
  end)

  local list, at = pandoc.List(), 0
  for i, chapter in ipairs(chapters) do
    local current = chapter.page == text.page
    if current then at = i end
    list:insert({ number = chapter.number, title = chapter.title,
      page = chapter.page, current = current or nil })
  end
  doc.meta.chapters = list
  doc.meta.previous = list[at - 1]
  doc.meta.next = list[at + 1]
  doc.meta.number = text.number
  doc.meta.words = context.words

  local heading = text.blocks:remove(1)
  doc.meta.pagetitle = stringify(heading.content)
  doc.meta.title = pandoc.MetaInlines(heading.content)
  if not text.folder then
    doc.meta.front = true
    local cover = context.settings.build .. '/figures/' ..
      stringify(doc.meta.cover or '') .. '.svg'
    if files.exists(cover) then
      doc.meta.cover = pandoc.MetaBlocks({ elements.raw(
        svg.inline(cover, 'cover', '', context.palette)) })
    end
  end
end

return pages
