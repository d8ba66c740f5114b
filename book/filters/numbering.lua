-- Gives every label its number.

local elements = require 'elements'
local glossary = require 'glossary'
local labels = require 'labels'
local listings = require 'listings'
local report = require 'report'
local texts = require 'texts'
local stringify = pandoc.utils.stringify
local numbering = {}

-- The label of a Span or Div, if it has one of this kind.
function numbering.labelled(el, kind)
  local found = labels.split(el.identifier)
  return found and (not kind or found == kind) and el.identifier
end

local counted = {
  figure = 'fig', listing = 'lst', transcript = 'out', table = 'tab',
  claims = 'tab', theorem = 'thm', predict = 'guess', check = 'check',
}

-- Gives every label of a text its number, in order. Returns rows of
-- {label, number, page, title, file}. Only chapters, pages and terms have
-- titles: all texts depend on these rows, and should not on captions.
-- Besides, for each definition in a listing, a row {'FILE:NAME', the listing's
-- label, page, section}. Returns the glosses as well, rows of {label, gloss}.
function numbering.of(blocks, text)
  local rows, glosses, counts, seen = {}, {}, {}, {}
  local section = text.number
  local prefix = text.number and text.number .. '.' or ''

  local function note(label, number_text, title)
    if seen[label] then
      report.at(text.file, label, "the label '" .. label ..
        "' stands twice")
    end
    seen[label] = true
    rows[#rows + 1] = { label, number_text, text.page,
      title and title:gsub('%s+', ' ') or '', text.file }
  end
  local function count(kind)
    counts[kind] = (counts[kind] or 0) + 1
    return prefix .. counts[kind]
  end

  local function note_shown(el, inner)
    for _, one in ipairs(listings.named(inner, el)) do
      rows[#rows + 1] = { one.file .. ':' .. one.name, el.identifier,
        text.page, section or '' }
    end
  end

  texts.walk(blocks, text, function(inner)
    return {
      Header = function(el)
        if el.level == 1 then
          if numbering.labelled(el, text.number and 'ch' or 'pg') then
            note(el.identifier, text.number or '', stringify(el.content))
          elseif text.folder then
            report.at(text.file, '# ', "a chapter's heading needs a " ..
              'label: {#ch:' .. text.slug .. '}')
          end
        elseif el.level == 2 and not elements.has(el, 'unnumbered') then
          section = count('sec')
          if numbering.labelled(el, 'sec') then
            note(el.identifier, section)
          end
        elseif numbering.labelled(el, 'ex') then
          note(el.identifier, count('ex'))
        end
      end,
      Div = function(el)
        for class, kind in pairs(counted) do
          if elements.has(el, class) and el.identifier ~= '' then
            if not numbering.labelled(el, kind) then
              report.at(text.file, '#' .. el.identifier, 'the label ' ..
                'of a ' .. class .. " starts with '" .. kind .. ":'")
            else
              note(el.identifier, count(kind))
              if class == 'listing' then note_shown(el, inner) end
            end
          elseif elements.has(el, class) and (class == 'figure' or
            class == 'table' or class == 'claims' or class == 'check' or
            class == 'predict') then
            report.at(text.file, class, 'every ' .. class ..
              ' needs a label, #' .. kind .. ':NAME')
          end
        end
      end,
      Span = function(el)
        if numbering.labelled(el, 'eq') then
          note(el.identifier, count('eq'))
        elseif elements.has(el, 'term') then
          if not el.attributes.gloss then
            report.at(text.file, '[' .. stringify(el.content) .. ']',
              'a term needs a gloss="..." for the glossary')
          end
          local label = glossary.label(el)
          note(label, section, glossary.name(el))
          glosses[#glosses + 1] = { label,
            ((el.attributes.gloss or ''):gsub('%s+', ' ')) }
        end
      end,
    }
  end)
  return rows, glosses
end

return numbering
