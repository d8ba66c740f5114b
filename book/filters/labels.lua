-- Numbered things (figures, listings, equations, ...) and references to
-- them. A label is a kind and a name, `fig:squeeze`; it is unique in the
-- book. In ids the colon becomes a hyphen, which XML allows.

local files = require 'files'
local report = require 'report'
local labels = {}

-- kind -> the word that names it (words.*.tsv) and what counts with it.
labels.kinds = {
  ch = 'chapter', sec = 'section', fig = 'figure', lst = 'listing',
  out = 'output', tab = 'table', eq = 'equation', thm = 'theorem',
  ex = 'exercise', pg = 'page', term = 'term', guess = 'guess',
  check = 'check',
}

function labels.id(label)
  return (label:gsub('[:/]', '-'))
end

-- Splits 'fig:squeeze' into 'fig' and 'squeeze'; nil if it is no label.
function labels.split(text)
  local kind, name = text:match('^(%l+):([%w%-/]+)$')
  if kind and labels.kinds[kind] then return kind, name end
end

-- Takes apart what a text refers to, such as 'chain/sec:deep', 'ch:chain' or
-- 'ex:chain/path': the label, and the slug of the chapter that it names, or
-- nil. Nothing if it is no label.
function labels.referred(typed)
  local slug, label = typed:match('^([%w%-]+)/(%l+:.*)$')
  label = label or typed
  local kind, name = labels.split(label)
  if kind == 'ch' then slug = name end
  if kind == 'ex' then slug = name:match('^[^/]+') end
  if kind then return label, slug end
end

-- The rows of some texts' labels as one list. A label that two of them have
-- is an error.
function labels.join(paths)
  local all, holders = {}, {}
  for _, path in ipairs(paths) do
    for _, row in ipairs(files.tsv(path) or {}) do
      local label, file = row[1], row[5]
      if file and holders[label] then
        local term = label:match('^term:(.*)')
        if term then
          report.at(file, '{.term', "the term '" .. term:gsub('-', ' ') ..
            "' is explained in " .. holders[label] .. '; later chapters ' ..
            'link to it by themselves, so leave out {.term ...}')
        else
          report.at(file, label, "the label '" .. label .. "' is also in " ..
            holders[label])
        end
      end
      holders[label] = file
      all[#all + 1] = row
    end
  end
  return all
end

-- A book's labels: label -> {label, number, page, title, file, order}, in
-- the order of the book. Besides, which definitions the listings show:
-- 'FILE:NAME' -> a list of {label, page, section}.
function labels.load(path)
  local book, shown, order = {}, {}, 0
  local function add(row)
    if row[1]:match('%.[ch]:') then
      shown[row[1]] = shown[row[1]] or {}
      table.insert(shown[row[1]],
        { label = row[2], page = row[3], section = row[4] })
      return
    end
    order = order + 1
    book[row[1]] = {
      label = row[1], number = row[2], page = row[3], title = row[4],
      file = row[5], order = order,
    }
  end
  for _, row in ipairs(files.tsv(path) or {}) do add(row) end
  return book, shown
end

-- The labels of these kinds in the order of the book.
function labels.in_order(book, ...)
  local wanted, all = {}, {}
  for _, kind in ipairs({ ... }) do wanted[kind] = true end
  for label, one in pairs(book) do
    if wanted[labels.split(label)] then all[#all + 1] = one end
  end
  table.sort(all, function(a, b) return a.order < b.order end)
  return all
end

function labels.names(book)
  local names = {}
  for label in pairs(book) do names[#names + 1] = label end
  table.sort(names)
  return names
end

return labels
