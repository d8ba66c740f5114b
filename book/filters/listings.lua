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

-- A listing's lines of code: each {text, number}, the number that of its line
-- in the file. Where a line is left out between two, a line without a number
-- stands.
local function lines_of(shown)
  local lines, last = {}, nil
  for _, one in ipairs(shown) do
    local gap = last and last.file == one.file and one.first - last.last
    if last and gap ~= 1 then
      lines[#lines + 1] = { text = '', number = gap == 2 and one.first - 1 }
    end
    local number = one.first
    for line in (one.text .. '\n'):gmatch('([^\n]*)\n') do
      lines[#lines + 1] = { text = line, number = number }
      number = number + 1
    end
    last = one
  end
  return lines
end

-- The one line in which a snippet stands, which an attribute names.
local function line_with(text, lines, el, attribute, snippet)
  local found = {}
  for _, line in ipairs(lines) do
    if line.text:find(snippet, 1, true) then found[#found + 1] = line end
  end
  if #found == 1 and snippet ~= '' then return found[1] end
  report.at(text.file, attribute .. '="' .. (el.attributes[attribute] or ''),
    "'" .. snippet .. "' is in " ..
    #found .. ' lines of this listing; ' .. attribute .. '="..." names ' ..
    'exactly one by a piece of its code')
end

-- Takes the notes out of a listing's div, and marks its lines: `marked` those
-- that mark="..." names, `noted` those with a note. Returns the blocks of the
-- caption, and the notes in the order of their lines, each {line, content}.
local function annotate(text, el, lines)
  for snippet in (el.attributes.mark or ''):gsub('%s*;;%s*', '\n')
    :gmatch('[^\n]+') do
    local line = line_with(text, lines, el, 'mark', snippet)
    if line then line.marked = true end
  end
  local caption, notes = pandoc.List(), pandoc.List()
  for _, block in ipairs(el.content) do
    if block.t ~= 'Div' or not elements.has(block, 'note') then
      caption:insert(block)
      goto continue
    end
    local line = line_with(text, lines, block, 'at', block.attributes.at or '')
    if line then
      line.noted = true
      notes:insert({ line = line, content = elements.as_inlines(block.content) })
    end
    ::continue::
  end
  notes:sort(function(a, b) return a.line.number < b.line.number end)
  return caption, notes
end

-- As many lines of code are at least as high as a note beside them.
local rows_of_a_note = 8

-- The notes below a listing, each with the number of its line. On wide pages
-- the style sheet puts each beside its line, or below the one before it where
-- the two would touch.
local function notes_below(notes, lines)
  if #notes == 0 or context.is_slides then return {} end
  local function tag(note)
    return context.word('noted-line', tostring(note.line.number))
  end
  local all = pandoc.List()
  if context.is_latex then
    for _, note in ipairs(notes) do
      all:insert(elements.captioned('\\linenote{' .. tag(note) .. '}{',
        note.content, '}'))
    end
    return all
  end
  local row, first = 0, nil -- of the last note, and of its block
  local blocks = pandoc.List()
  local function close()
    if #all > 0 then
      blocks:extend(elements.wrap('<div class="line-notes" style="--row:' ..
        first .. '">', all, '</div>'))
    end
    all = pandoc.List()
  end
  for _, note in ipairs(notes) do
    local at = 0
    while lines[at + 1] ~= note.line do at = at + 1 end
    if #all == 0 or at - row >= rows_of_a_note then
      close()
      first = at
    end
    row = at
    all:insert(elements.captioned('<p><span class="tag">' .. tag(note) ..
      '</span> ', note.content, '</p>'))
  end
  close()
  return blocks
end

local function listing_box(el, kind, caption_blocks, content, source, rows)
  local id = labels.id(el.identifier)
  local label = context.book[el.identifier]
  local caption = pandoc.List()
  if label then
    if context.is_latex then caption:insert(elements.anchor(id)) end
    caption:insert(elements.tag(kind, label.number, id))
  end
  caption:extend(elements.as_inlines(caption_blocks))
  if context.is_latex then
    local place = source and where(source):gsub('_', '\\_')
      :gsub('–', '--') or ''
    local link = source and repository_page(source)
    if link then place = '\\href{' .. link .. '}{' .. place .. '}' end
    -- A short listing stays in one piece, a long one may be broken.
    local together = rows <= 19 and rows + 4 or 14
    content = elements.wrap(string.format('\\begin{booklisting}[%d]{',
      together), content, '\\end{booklisting}')
    content[1] = elements.captioned(content[1].text, caption,
      '}{' .. place .. '}')
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
    content:insert(1, elements.captioned('<figcaption><span>', caption,
      '</span>' .. place .. '</figcaption>'))
    content = elements.wrap('<figure class="listing">', content, '</figure>')
  end
  return pandoc.Div(content,
    pandoc.Attr(context.is_latex and '' or id, { kind }))
end

-- pandoc's HTML of a listing, in which each line says its number in the file,
-- how far it is indented, and whether it is marked or has a note.
local function numbered(html, lines)
  local at = 0
  return (html:gsub('<span id="([^"]*%-line%-%d+)">', function(id)
    at = at + 1
    local line = lines[at]
    local class = (line.marked and ' marked' or '') ..
      (line.noted and ' noted' or '') .. (line.number and '' or ' jump')
    local indent = #line.text:match('^ *')
    return '<span id="' .. id .. '"' ..
      (class ~= '' and ' class="' .. class:sub(2) .. '"' or '') ..
      (line.number and ' data-line="' .. line.number .. '"' or '') ..
      (indent > 0 and ' style="--in:' .. indent .. '"' or '') .. '>'
  end))
end

-- Code as HTML; on a page the names in it are links. Its lines have the ids
-- ID-line-1, ...
local unnamed = 0
local function highlighted(text, code, label, shown, lines)
  if label == '' then
    unnamed = unnamed + 1
    label = 'lst:' .. unnamed
  end
  local block = pandoc.CodeBlock(code,
    pandoc.Attr(labels.id(label) .. '-line', { 'c' }))
  local html = numbered(pandoc.write(pandoc.Pandoc({ block }), 'html'), lines)
  return elements.raw(context.is_html and
    names.link(text, html, code, shown) or html)
end

-- What LaTeX writes beside the lines of the code that follows: numbers, 0
-- where there is none, negative ones for marked lines.
local function beside_lines(lines)
  local numbers_of = {}
  for i, line in ipairs(lines) do
    numbers_of[i] = (line.marked and '-' or '') .. (line.number or 0)
  end
  return elements.raw('\\linenumbers{' .. table.concat(numbers_of, ',') .. '}')
end

function listings.listing(text, el)
  local shown = listings.named(text, el)
  local source = nil
  for _, one in ipairs(shown) do
    local key = one.file .. ':' .. one.name
    if not text.shown[key] then
      text.shown.count = (text.shown.count or 0) + 1
      text.shown[key] = text.shown.count
    end
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
  local lines = lines_of(shown)
  local caption, notes = annotate(text, el, lines)
  local code = {}
  for i, line in ipairs(lines) do code[i] = line.text end
  code = table.concat(code, '\n')
  local content
  if context.is_latex then
    content = pandoc.List({ beside_lines(lines),
      pandoc.CodeBlock(code, pandoc.Attr('', { 'c' })) })
    content:extend(notes_below(notes, lines))
  else
    content = elements.wrap('<div class="code">', pandoc.List({
      highlighted(text, code, el.identifier, shown, lines) }) ..
      notes_below(notes, lines), '</div>')
  end
  return listing_box(el, 'listing', caption, content, source, #lines)
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
  local _, breaks = parts[title]:gsub('\n', '')
  local code = pandoc.CodeBlock(parts[title],
    pandoc.Attr('', { 'transcript' }))
  return listing_box(el, 'output', el.content, pandoc.List({ code }), nil,
    breaks + 1)
end

-- How many lines a listing or transcript has, and how many columns.
function listings.size(text, el)
  local code = {}
  if elements.has(el, 'transcript') then
    code[1] = (parts_of(text))[el.attributes.title or ''] or ''
  else
    for i, line in ipairs(lines_of(listings.named(text, el))) do
      code[i] = line.text
    end
  end
  local lines, columns = 0, 0
  for line in (table.concat(code, '\n') .. '\n'):gmatch('([^\n]*)\n') do
    lines, columns = lines + 1, math.max(columns, utf8.len(line) or #line)
  end
  return lines, columns
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
