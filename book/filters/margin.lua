-- What stands in a page's margin, in wide windows, beside the line that it
-- belongs to: what a term means where it is defined, and what a citation
-- cites. Only a text's own paragraphs have such notes: boxes, figures and
-- exercises have things of their own beside them. The margin says nothing
-- that is not said elsewhere, so it is hidden from those who listen.

local elements = require 'elements'
local glossary = require 'glossary'
local stringify = pandoc.utils.stringify
local margin = {}

local function note(class, inlines)
  return pandoc.Span(inlines,
    pandoc.Attr('', { 'margin', class }, { ['aria-hidden'] = 'true' }))
end

local function walk_paragraphs(blocks, handlers)
  for i, block in ipairs(blocks) do
    if block.t == 'Para' then blocks[i] = block:walk(handlers) end
  end
  return blocks
end

-- Adds the meaning of each term that is defined in these blocks.
function margin.terms(blocks)
  return walk_paragraphs(blocks, {
    Span = function(el)
      if not elements.has(el, 'term') or not el.attributes.gloss then
        return nil
      end
      local gloss = pandoc.read(el.attributes.gloss, 'markdown').blocks
      local inlines = pandoc.List({ pandoc.Strong(glossary.name(el) .. '.'),
        pandoc.Space() })
      inlines:extend(elements.as_inlines(gloss))
      return { el, note('meaning', inlines) }
    end,
  })
end

-- "Rumelhart et al."
local function authors(reference)
  local all = {}
  for i, name in ipairs(reference.author or reference.editor or {}) do
    all[i] = stringify(name.literal or name.family or '')
  end
  if #all > 2 then return all[1] .. ' et al.' end
  return table.concat(all, ', ')
end

-- Adds the title of each work where it is cited first.
function margin.citations(doc)
  local works = {}
  for _, reference in ipairs(pandoc.utils.references(doc)) do
    works[reference.id] = reference
  end
  local function cited(el)
    local found = pandoc.List({ el })
    for _, citation in ipairs(el.citations) do
      local work = works[citation.id]
      works[citation.id] = nil
      if work and work.title then
        found:insert(note('work', { pandoc.Str(authors(work) .. ', '),
          pandoc.Emph(type(work.title) == 'string' and
            { pandoc.Str(work.title) } or work.title) }))
      end
    end
    return found
  end
  doc.blocks = walk_paragraphs(doc.blocks, { Cite = cited })
  return doc
end

return margin
