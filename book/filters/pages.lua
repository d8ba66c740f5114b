-- What an HTML page says of its place in the book.

local context = require 'context'
local door = require 'door'
local elements = require 'elements'
local labels = require 'labels'
local mistake = require 'mistake'
local stringify = pandoc.utils.stringify
local pages = {}

-- An HTML page has its title and its place in the book from metadata.
function pages.describe(doc, text)
  local list, at = pandoc.List(), 0
  for i, chapter in ipairs(labels.in_order(context.book, 'ch', 'pg')) do
    local current = chapter.page == text.page
    if current then at = i end
    list:insert({ number = chapter.number ~= '' and chapter.number or nil,
      title = chapter.title, page = chapter.page, current = current or nil })
  end
  doc.meta.chapters = list
  doc.meta.previous = list[at - 1]
  doc.meta.next = list[at + 1]
  doc.meta.number = text.number
  doc.meta.words = context.words
  if text.number and context.settings.answers ~= '' then
    doc.meta.slides = 'slides/' .. text.page
  end

  local heading = text.blocks:remove(1)
  doc.meta.pagetitle = stringify(heading.content)
  doc.meta.title = pandoc.MetaInlines(heading.content)
  doc.meta.page = text.page
  doc.meta.description = text.question
  mistake.describe(doc.meta, context.settings.repository, text.page,
    stringify(heading.content))
  if text.page == 'index.html' then
    doc.meta.front = true
    doc.meta.description = door.lead(text.blocks)
  end
end

-- The imprint's line in LaTeX, `commit`: the version and, if it is known, the
-- commit that the book is made from.
function pages.describe_commit(meta)
  local word, parts = context.word, pandoc.List()
  parts:insert(word('version') .. ' ' .. stringify(meta.version or ''))
  if meta.commit then
    parts:insert(word('commit') .. ' ' .. stringify(meta.commit))
  end
  if meta.uncommitted then parts:insert(word('uncommitted')) end
  meta.commit = table.concat(parts, ', ')
end

-- Gives a text's last section the class 'last'.
function pages.mark_last_section(text)
  for i = #text.blocks, 1, -1 do
    local block = text.blocks[i]
    if block.t == 'Header' and block.level == 2 then
      block.classes:insert('last')
      return
    end
  end
end

-- A section's heading with what LaTeX has to be told: some of its text comes
-- on the same page, and a chapter does not end on a page with nothing but its
-- last, short section.
function pages.latex_section(heading)
  if elements.has(heading, 'last') then
    return { elements.raw('\\stay'), heading, elements.raw('\\staynot') }
  end
  return { elements.raw('\\Needspace*{7\\baselineskip}'), heading }
end

-- What LaTeX has to be told before text number i: a book's front matter
-- comes before its first chapter and its back matter after the last.
function pages.latex_part(all, i)
  local text, before = all[i], all[i - 1]
  local lines = {}
  if text.number and not (before and before.number) then
    lines[1] = '\\mainmatter'
  elseif not text.number and before and before.number then
    lines[1] = '\\backmatter'
  end
  if text.number then
    lines[#lines + 1] = '\\setcounter{chapter}{' ..
      tostring(tonumber(text.number) - 1) .. '}'
  end
  return elements.raw(table.concat(lines, '\n'))
end

return pages
