-- Listings out of C files, by name, and transcripts of programs.

local context = require 'context'
local definitions = require 'definitions'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local names = require 'names'
local numbers = require 'numbers'
local report = require 'report'
local listings = {}

-- The definition called `name`, in `file` if that is given. An error if
-- there is none, or more than one in the first group that has it.
function listings.find(text, name, file)
  local groups, names = definitions.groups(text), {}
  if file then
    if not files.exists(file) then
      report.at(text.file, file, "there is no file '" .. file .. "'")
      return nil
    end
    groups = { { file } }
  end
  for _, group in ipairs(groups) do
    local found = definitions.named(name, group)
    if #found == 1 then return found[1] end
    if #found > 1 then
      local holders = {}
      for _, one in ipairs(found) do
        holders[#holders + 1] = one.file .. ':' .. one.first
      end
      report.at(text.file, name, "'" .. name .. "' is ambiguous; name " ..
        'the file: ' .. table.concat(holders, ', '))
      return nil
    end
    for _, path in ipairs(group) do
      for _, one in ipairs(definitions.of(path)) do
        names[#names + 1] = one.name
      end
    end
  end
  report.at(text.file, name, "no C function, type or constant '" .. name ..
    "'" .. (file and ' in ' .. file or ''), name, names)
end

-- The definitions that a listing's div names.
function listings.named(text, el)
  local found = {}
  for name in (el.attributes.name or ''):gmatch('%S+') do
    found[#found + 1] = listings.find(text, name, el.attributes.file)
  end
  return found
end

-- "perceptron.c, lines 41–54, 106–108"
local function where(source)
  local ranges = {}
  for _, range in ipairs(source.ranges) do
    ranges[#ranges + 1] = range.first == range.last and
      tostring(range.first) or range.first .. '–' .. range.last
  end
  local single = #ranges == 1 and not ranges[1]:find('–')
  return source.file:match('[^/]+$') .. ', ' ..
    context.word(single and 'line' or 'lines') .. ' ' ..
    table.concat(ranges, ', ')
end

-- Where the source of a listing is on the web, if the metadata say where
-- the sources are.
local function repository_page(source)
  if context.settings.repository == '' then return nil end
  return context.settings.repository .. '/blob/main/' .. source.file .. '#L' ..
    source.ranges[1].first
end

local function listing_box(el, kind, code, source)
  local id = labels.id(el.identifier)
  local label = context.book[el.identifier]
  local caption = pandoc.List()
  if label then
    if context.is_latex then caption:insert(elements.anchor(id)) end
    caption:insert(elements.tag(kind, label.number, id))
  end
  caption:extend(elements.as_inlines(el.content))
  local content
  if context.is_latex then
    local place = source and where(source):gsub('_', '\\_')
      :gsub('–', '--') or ''
    local link = source and repository_page(source)
    if link then place = '\\href{' .. link .. '}{' .. place .. '}' end
    -- A short listing stays in one piece, a long one may be broken.
    local _, lines = code.text:gsub('\n', '')
    local together = lines <= 18 and lines + 5 or 14
    content = pandoc.List({
      elements.captioned(string.format('\\begin{booklisting}[%d]{',
        together), caption,
        '}{' .. place .. '}'), code,
      elements.raw('\\end{booklisting}') })
  else
    local place = ''
    if source then
      local name = where(source)
      local link = context.is_html and
        numbers.source_page(source.file .. ':' .. source.ranges[1].first) or
        repository_page(source)
      if link then
        name = string.format('<a href="%s">%s</a>', link, name)
      end
      place = '<span class="where">' .. name .. '</span>'
    end
    content = elements.wrap('<figure class="listing">', {
      elements.captioned('<figcaption><span>', caption,
        '</span>' .. place .. '</figcaption>'), code }, '</figure>')
  end
  return pandoc.Div(content,
    pandoc.Attr(context.is_latex and '' or id, { kind }))
end

-- Code as HTML, in which names are links. Its lines have the ids ID-1, ...
local unnamed = 0
local function highlighted(text, code, label, shown)
  if label == '' then
    unnamed = unnamed + 1
    label = 'lst:' .. unnamed
  end
  local block = pandoc.CodeBlock(code.text,
    pandoc.Attr(labels.id(label) .. '-line', { 'c' }))
  local html = pandoc.write(pandoc.Pandoc({ block }), 'html')
  return elements.raw(names.link(text, html, code.text, shown))
end

function listings.listing(text, el)
  local shown = listings.named(text, el)
  local source, parts = nil, {}
  for _, one in ipairs(shown) do
    local key = one.file .. ':' .. one.name
    if not text.shown[key] then
      text.shown.count = (text.shown.count or 0) + 1
      text.shown[key] = text.shown.count
    end
    parts[#parts + 1] = one.text
    source = source or { file = one.file, ranges = {} }
    local range = source.ranges[#source.ranges]
    if range and range.last < one.first and one.first <= range.last + 2 then
      range.last = one.last -- only a blank line lies between
    else
      source.ranges[#source.ranges + 1] =
        { first = one.first, last = one.last }
    end
  end
  if not el.attributes.name then
    report.at(text.file, el.identifier, 'a listing needs name="..."')
  end
  if not source then return nil end
  local code = pandoc.CodeBlock(table.concat(parts, '\n\n'),
    pandoc.Attr('', { 'c' }))
  if context.is_html then
    code = highlighted(text, code, el.identifier, shown)
  end
  return listing_box(el, 'listing', code, source)
end

-- What the chapter's two programs printed, in parts: title -> text, and the
-- titles. A part begins with its title and ends before two empty lines.
local function parts_of(text)
  local parts, titles = {}, {}
  for _, stem in ipairs({ text.slug, 'experiments' }) do
    local printed = files.read(text.run .. '/' .. stem .. '.txt') or ''
    for part in (printed:gsub('%s+$', '') .. '\n\n\n')
      :gmatch('\n*(.-)\n\n\n') do
      local title = part:match('^[^\n]*')
      if title == '' then goto continue end -- it printed nothing
      if parts[title] then
        report.note(text.run .. '/' .. stem .. ".txt: two parts begin with '" ..
          title .. "'; give one of them another title")
      end
      parts[title] = part
      titles[#titles + 1] = title
      ::continue::
    end
  end
  return parts, titles
end

function listings.transcript(text, el)
  local title = el.attributes.title or ''
  local parts, titles = parts_of(text)
  if not parts[title] or title == '' then
    report.at(text.file, 'title="' .. title .. '"', "the programs print no " ..
      "part whose first line is '" .. title .. "'", title, titles)
    return nil
  end
  local code = pandoc.CodeBlock(parts[title],
    pandoc.Attr('', { 'transcript' }))
  return listing_box(el, 'output', code, nil)
end

-- The page shows the whole of the program that teaches, in its order, and
-- says where the one is that measures.
function listings.check_program(text)
  local path, last = text.home .. '/' .. text.slug .. '.c', 0
  for _, one in ipairs(definitions.of(path)) do
    local shown = text.shown[path .. ':' .. one.name]
    if one.kind == 'declaration' then goto continue end
    if not shown then
      report.note(path .. ':' .. one.first .. ": '" .. one.name ..
        "' is never shown in " .. text.file)
    elseif shown < last then
      report.note(path .. ':' .. one.first .. ": '" .. one.name .. "' comes " ..
        'earlier in ' .. text.file .. ' than what is before it here; a ' ..
        'program is written in the order of its page')
    else
      last = shown
    end
    ::continue::
  end
  if not (files.read(text.file) or ''):find('`experiments.c`', 1, true) then
    report.note(text.file .. ': no sentence leads to `experiments.c`, which ' ..
      'computes the numbers')
  end
end

return listings
