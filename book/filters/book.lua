-- The book's filter. It reads chapters as their writers type them and
-- fills in what programs made: listings, numbers, transcripts, figures,
-- published results, exercises. docs/writing.md shows what may be typed.
--
-- Metadata that the build passes in:
--   build    the build folder, with the chapters' runs and figures
--   words    the file of the book's own words
--   labels   files of labels, of every chapter, separated by ';'
--   pass     'labels': write the labels of this text and nothing else
-- and from metadata.yaml, maybe,
--   repository   where the sources are on the web
-- It runs in the repository's top folder.

package.path = pandoc.path.directory(PANDOC_SCRIPT_FILE) .. '/?.lua;' ..
  package.path
local c_source = require 'c_source'
local files = require 'files'
local formulas = require 'formulas'
local labels = require 'labels'
local report = require 'report'
local svg = require 'svg'

local palette = 'figures/theme/palette.tsv'
local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local stringify = pandoc.utils.stringify
local is_html = FORMAT:match('^html') ~= nil
local is_epub = FORMAT:match('^epub') ~= nil
local is_latex = FORMAT == 'latex'

local settings = {} -- of the metadata, as strings
local words = {}    -- the book's own words
local book = {}     -- all labels
local keys = {}     -- of the bibliography

local function raw(text)
  return pandoc.RawBlock(is_latex and 'latex' or 'html', text)
end

local function raw_inline(text)
  return pandoc.RawInline(is_latex and 'latex' or 'html', text)
end

local function word(key, value)
  local text = words[key]
  if not text then
    report.at(settings.words, key, "there is no word for '" .. key .. "'")
    return key
  end
  return value and text:gsub('{}', value) or text
end

local function has(el, class)
  return el.classes:includes(class)
end

-- ---- where the text stands --------------------------------------------

-- A text is a file with all that belongs to it:
--   file, folder ('01-perceptron'), slug, number, run, and
--   exercise: the folder of the exercise, inside one.
local function describe(file)
  local folder = file:match('^chapters/([^/]+)/') or
    file:match('chapters/([^/]+)/[^/]+$')
  local text = { file = file, folder = folder, shown = {} }
  if folder then
    text.number = tostring(tonumber(folder:match('^(%d+)')))
    text.slug = folder:gsub('^%d+%-', '')
    text.home = file:match('^(.*)/[^/]+$')
    text.run = settings.build .. '/chapters/' .. folder .. '/run'
    text.figures = settings.build .. '/figures/' .. folder
    text.page = text.slug .. '.html'
  else
    text.page = 'index.html'
  end
  return text
end

local runs = {}
-- The named numbers of a chapter's run: name -> {text, value, place}.
local function numbers_of(folder)
  if not runs[folder] then
    local path = settings.build .. '/chapters/' .. folder ..
      '/run/numbers.tsv'
    local numbers, names = {}, {}
    for _, row in ipairs(files.tsv(path) or {}) do
      numbers[row[1]] = { value = row[2], text = row[3], place = row[4] }
      names[#names + 1] = row[1]
    end
    runs[folder] = { numbers = numbers, names = names }
  end
  return runs[folder].numbers, runs[folder].names
end

-- The number called `name` in this text; `typed` is what stands there.
-- 'slug:name' is a number of another chapter.
local function number(text, name, typed)
  local folder, key = text.folder, name
  local slug = name:match('^([%w%-]+):')
  if slug then
    key = name:match(':(.*)')
    local chapter = book['ch:' .. slug]
    folder = chapter and chapter.file:match('chapters/([^/]+)/')
  end
  if not folder then
    report.at(text.file, typed, "no chapter has the number '" .. name ..
      "'; outside a chapter a number is 'chapter:name'")
    return nil
  end
  local numbers, names = numbers_of(folder)
  if not numbers[key] then
    report.at(text.file, typed, "the program names no number '" .. key ..
      "'", key, names)
    return nil
  end
  return numbers[key]
end

local function source_page(place)
  local file, line = place:match('^(.*):(%d+)$')
  return 'source/' .. file .. '.html#L-' .. line
end

-- ---- the pieces --------------------------------------------------------

-- A caption such as "Figure 1.3", in the manner of the format.
local function tag(kind, number_text)
  local name = word(kind) .. ' ' .. number_text
  if is_latex then return raw_inline('\\bookcaptiontag{' .. name .. '}') end
  return raw_inline('<span class="tag">' .. name .. '</span> ')
end

-- The inlines of a block list that should be one paragraph.
local function as_inlines(blocks)
  return pandoc.utils.blocks_to_inlines(blocks, { pandoc.Space() })
end

-- Takes the inner Divs of a class out of a block list.
local function take(blocks, class)
  local rest, taken = pandoc.List(), nil
  for _, block in ipairs(blocks) do
    if block.t == 'Div' and has(block, class) then taken = block
    else rest:insert(block) end
  end
  return rest, taken
end

local function wrap(open, blocks, close)
  local all = pandoc.List({ raw(open) })
  all:extend(blocks)
  all:insert(raw(close))
  return all
end

local function captioned(before, caption, after)
  local line = pandoc.List({ raw_inline(before) })
  line:extend(caption)
  line:insert(raw_inline(after))
  return pandoc.Plain(line)
end

local function figure(text, el)
  local name = el.attributes.src
  if not name then
    report.at(text.file, el.identifier, 'a figure needs src=NAME')
    return nil
  end
  local sources = files.stems('figures/' .. text.folder, '.gp')
  for _, stem in ipairs(files.stems('figures/' .. text.folder, '.dot')) do
    sources[#sources + 1] = stem
  end
  for _, stem in ipairs(files.stems(text.run, '.dot')) do
    sources[#sources + 1] = stem
  end
  local typed = 'src="' .. name .. '"'
  if not files.read(text.file):find(typed, 1, true) then
    typed = 'src=' .. name
  end
  local path = text.figures .. '/' .. name
  if not pandoc.List(sources):includes(name) or
    not files.exists(path .. '.svg') then
    report.at(text.file, typed, "there is no figure '" .. name ..
      "': no figures/" .. text.folder .. '/' .. name .. '.gp or .dot, ' ..
      'and the program writes no such graph', name, sources)
    return nil
  end

  local blocks, alt = take(el.content, 'alt')
  if not alt or stringify(alt) == '' then
    report.at(text.file, typed, "figure '" .. name .. "' has no alt " ..
      'text: say what one would see in it, in a div of class alt')
    return nil
  end
  if #blocks == 0 then
    report.at(text.file, typed, "figure '" .. name .. "' has no caption")
    return nil
  end
  local alt_text = stringify(alt):gsub('%s+', ' ')
  local caption = pandoc.List({ tag('figure', book[el.identifier].number) })
  caption:extend(as_inlines(blocks))
  local id = labels.id(el.identifier)

  local content
  if is_latex then
    local width = math.min(1, svg.width(path .. '.svg') / 640)
    content = wrap(string.format(
      '\\begin{figure}[!htb]\\centering\n\\includegraphics' ..
      '[width=%.3f\\linewidth]{%s.pdf}', width, path),
      { captioned('\\bookcaption{', caption, '}') }, '\\end{figure}')
  elseif is_epub then
    content = wrap('<figure>', {
      pandoc.Plain({ pandoc.Image({ pandoc.Str(alt_text) },
        path .. '.svg') }),
      captioned('<figcaption>', caption, '</figcaption>') }, '</figure>')
  else
    content = wrap('<figure>' ..
      svg.inline(path .. '.svg', id, alt_text, palette),
      { captioned('<figcaption>', caption, '</figcaption>') }, '</figure>')
  end
  return pandoc.Div(content, pandoc.Attr(id, { 'figure' }))
end

-- The C files that a text may show, each group before the next: the
-- exercise's own header, the chapter's program, the library.
local function search_path(text)
  local groups = {}
  local function group(folder, ending)
    local found = {}
    for _, stem in ipairs(files.stems(folder, ending)) do
      found[#found + 1] = folder .. '/' .. stem .. ending
    end
    groups[#groups + 1] = found
  end
  if text.exercise then group(text.exercise, '.h') end
  if text.home then group(text.home, '.c') end
  group('lib/src', '.c')
  group('lib/include/nn', '.h')
  return groups
end

local parsed = {}
local function definitions(path)
  if not parsed[path] then parsed[path] = c_source.definitions(path) end
  return parsed[path]
end

-- The definition called `name`, in `file` if that is given. An error if
-- there is none, or more than one in the first group that has it.
local function find_definition(text, name, file)
  local groups, names, holders = search_path(text), {}, {}
  if file then
    if not files.exists(file) then
      report.at(text.file, file, "there is no file '" .. file .. "'")
      return nil
    end
    groups = { { file } }
  end
  for _, group in ipairs(groups) do
    local found = {}
    for _, path in ipairs(group) do
      for _, one in ipairs(definitions(path)) do
        names[#names + 1] = one.name
        if one.name == name then found[#found + 1] = one end
      end
    end
    local full = {}
    for _, one in ipairs(found) do
      if one.kind ~= 'declaration' then full[#full + 1] = one end
    end
    if #full > 0 then found = full end
    if #found == 1 then return found[1] end
    if #found > 1 then
      for _, one in ipairs(found) do
        holders[#holders + 1] = one.file .. ':' .. one.first
      end
      report.at(text.file, name, "'" .. name .. "' is ambiguous; name " ..
        'the file: ' .. table.concat(holders, ', '))
      return nil
    end
  end
  report.at(text.file, name, "no C function, type or constant '" .. name ..
    "'" .. (file and ' in ' .. file or ''), name, names)
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
    word(single and 'line' or 'lines') .. ' ' .. table.concat(ranges, ', ')
end

-- Where the source of a listing is on the web, if the metadata say where
-- the sources are.
local function repository_page(source)
  if settings.repository == '' then return nil end
  return settings.repository .. '/blob/main/' .. source.file .. '#L' ..
    source.ranges[1].first
end

local function listing_box(text, el, kind, code, source)
  local id = labels.id(el.identifier)
  local label = book[el.identifier]
  local caption = pandoc.List()
  if label then caption:insert(tag(kind, label.number)) end
  caption:extend(as_inlines(el.content))
  local content
  if is_latex then
    local place = source and where(source):gsub('_', '\\_')
      :gsub('–', '--') or ''
    local link = source and repository_page(source)
    if link then place = '\\href{' .. link .. '}{' .. place .. '}' end
    -- A short listing stays in one piece, a long one may be broken.
    local _, lines = code.text:gsub('\n', '')
    local together = lines <= 18 and lines + 5 or 14
    content = pandoc.List({
      captioned(string.format('\\begin{booklisting}[%d]{',
        together), caption,
        '}{' .. place .. '}'), code,
      raw('\\end{booklisting}') })
  else
    local place = ''
    if source then
      local name = where(source)
      local link = is_html and
        source_page(source.file .. ':' .. source.ranges[1].first) or
        repository_page(source)
      if link then
        name = string.format('<a href="%s">%s</a>', link, name)
      end
      place = '<span class="where">' .. name .. '</span>'
    end
    content = wrap('<figure class="listing">', {
      captioned('<figcaption><span>', caption,
        '</span>' .. place .. '</figcaption>'), code }, '</figure>')
  end
  return pandoc.Div(content, pandoc.Attr(id, { kind }))
end

local function listing(text, el)
  local source, parts = nil, {}
  for name in (el.attributes.name or ''):gmatch('%S+') do
    local one = find_definition(text, name, el.attributes.file)
    if not one then return nil end
    text.shown[one.file .. ':' .. one.name] = true
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
  if not source then
    report.at(text.file, el.identifier, 'a listing needs name="..."')
    return nil
  end
  local code = pandoc.CodeBlock(table.concat(parts, '\n\n'),
    pandoc.Attr('', { 'c' }))
  return listing_box(text, el, 'listing', code, source)
end

local function transcript(text, el)
  local name = el.attributes.src or ''
  local said = files.read(text.run .. '/transcript/' .. name)
  if not said or name == '' then
    report.at(text.file, 'src=' .. name, "the program's transcript has " ..
      "no part '" .. name .. "'", name,
      files.list(text.run .. '/transcript'))
    return nil
  end
  local code = pandoc.CodeBlock((said:gsub('%s+$', '')),
    pandoc.Attr('', { 'transcript' }))
  return listing_box(text, el, 'output', code, nil)
end

-- A table with its caption: a Div that holds both.
local function numbered_table(text, el)
  local caption, body = pandoc.List(), pandoc.List()
  for _, block in ipairs(el.content) do
    if block.t == 'Table' then body:insert(block)
    else caption:extend(as_inlines({ block })) end
  end
  if #body ~= 1 or #caption == 0 then
    report.at(text.file, el.identifier,
      'a table div holds one table and its caption')
    return nil
  end
  caption:insert(1, tag('table', book[el.identifier].number))
  local content
  if is_latex then
    content = pandoc.List({
      captioned('\\begin{booktable}{', caption, '}') })
    content:extend(body)
    content:insert(raw('\\end{booktable}'))
  else
    content = wrap('<figure class="table">', pandoc.List({
      captioned('<figcaption>', caption, '</figcaption>') }) .. body,
      '</figure>')
  end
  return pandoc.Div(content,
    pandoc.Attr(labels.id(el.identifier), { 'table' }))
end

-- The chapter's published results beside what the program computed.
local function claims(text, el)
  local rows = files.tsv(text.home .. '/claims.tsv')
  local lines = {
    '| ' .. table.concat({ word 'claim-what', word 'claim-should',
      word 'claim-here', word 'claim-source' }, ' | ') .. ' |',
    '|:-----------------------|------:|------:|:------------------|' }
  for _, row in ipairs(rows or {}) do
    lines[#lines + 1] = string.format('| %s | %s | `%s`{.num} | %s |',
      row[5], row[2]:gsub('^%-', '−'), row[1], row[4])
  end
  local parsed_table = pandoc.read(table.concat(lines, '\n'), 'markdown')
  el.content = pandoc.List(parsed_table.blocks) .. el.content
  return el
end

-- ---- exercises ---------------------------------------------------------

local function exercise(text, folder)
  local file = folder .. '/task.md'
  local task = pandoc.read(files.read(file), 'markdown')
  local slug = text.slug .. '/' ..
    folder:match('([^/]+)$'):gsub('^%d+%-', '')
  for _, key in ipairs({ 'title', 'minutes', 'points' }) do
    if not task.meta[key] then
      report.at(file, '---', "an exercise's task needs a " .. key)
      task.meta[key] = '?'
    end
  end
  local solution = folder .. '/' .. slug:match('[^/]+$') .. '.c'
  local facts = pandoc.Para({
    pandoc.Str(word('minutes', stringify(task.meta.minutes)) .. ', ' ..
      word('points', stringify(task.meta.points)) .. '. ' ..
      word('start-with') .. ' '),
    pandoc.Code(solution), pandoc.Str('. ' .. word('check-with') .. ' '),
    pandoc.Code('./course check ' .. slug), pandoc.Str('.') })
  local blocks = pandoc.List({
    pandoc.Header(3, task.meta.title, pandoc.Attr('ex:' .. slug,
      { 'exercise' }, { slug = slug })),
    pandoc.Div({ facts }, pandoc.Attr('', { 'exercise-facts' })) })
  blocks:extend(task.blocks)
  return pandoc.Div(blocks, pandoc.Attr('', { 'exercise' },
    { folder = folder }))
end

local function exercises(text)
  local all = pandoc.List()
  local folder = 'exercises/' .. text.folder
  for _, name in ipairs(files.list(folder)) do
    if files.exists(folder .. '/' .. name .. '/task.md') then
      all:insert(exercise(text, folder .. '/' .. name))
    end
  end
  return all
end

-- ---- walking through a text -------------------------------------------

-- Calls `walk_with` with the handlers that `make` gives for each stretch
-- of a text: the chapter itself, and each exercise with its own file.
local function walk(blocks, text, make)
  local handlers = make(text)
  local div = handlers.Div
  handlers.traverse = 'topdown'
  handlers.Div = function(el)
    if has(el, 'exercise') and el.attributes.folder then
      local inner = setmetatable({
        file = el.attributes.folder .. '/task.md',
        exercise = el.attributes.folder }, { __index = text })
      el.content = walk(pandoc.Blocks(el.content), inner, make)
      return el, false
    end
    if div then return div(el) end
  end
  return pandoc.Blocks(blocks):walk(handlers)
end

local function expand_exercises(blocks, text)
  return pandoc.Blocks(blocks):walk {
    Div = function(el)
      if has(el, 'exercises') then return exercises(text) end
    end,
  }
end

-- The label of a Span or Div, if it has one of this kind.
local function labelled(el, kind)
  local found = labels.split(el.identifier)
  return found and (not kind or found == kind) and el.identifier
end

local counted = {
  figure = 'fig', listing = 'lst', transcript = 'lst', table = 'tab',
  claims = 'tab', theorem = 'thm',
}

-- Gives every label of a text its number, in order. Returns rows of
-- {label, number, page, title, file}.
local function number_labels(blocks, text)
  local rows, counts, seen = {}, {}, {}
  local prefix = text.number and text.number .. '.' or ''

  local function note(label, number_text, title)
    if seen[label] then
      report.at(text.file, label, "the label '" .. label ..
        "' stands twice")
    end
    local other = book[label]
    if other and other.file ~= text.file then
      report.at(text.file, label, "the label '" .. label ..
        "' is also in " .. other.file)
    end
    seen[label] = true
    rows[#rows + 1] = { label, number_text, text.page,
      (title:gsub('%s+', ' ')), text.file }
  end
  local function count(kind)
    counts[kind] = (counts[kind] or 0) + 1
    return prefix .. counts[kind]
  end

  walk(blocks, text, function()
    return {
      Header = function(el)
        local title = stringify(el.content)
        if el.level == 1 then
          if labelled(el, 'ch') then
            note(el.identifier, text.number or '', title)
          elseif text.folder then
            report.at(text.file, '# ', "a chapter's heading needs a " ..
              'label: {#ch:' .. text.slug .. '}')
          end
        elseif el.level == 2 and not has(el, 'unnumbered') then
          local section = count('sec')
          if labelled(el, 'sec') then
            note(el.identifier, section, title)
          end
        elseif labelled(el, 'ex') then
          note(el.identifier, el.attributes.slug, title)
        end
      end,
      Div = function(el)
        for class, kind in pairs(counted) do
          if has(el, class) and el.identifier ~= '' then
            if not labelled(el, kind) then
              report.at(text.file, '#' .. el.identifier, 'the label ' ..
                'of a ' .. class .. " starts with '" .. kind .. ":'")
            else
              note(el.identifier, count(kind),
                stringify(take(el.content, 'alt')))
            end
          elseif has(el, class) and (class == 'figure' or
            class == 'table' or class == 'claims') then
            report.at(text.file, class, 'every ' .. class ..
              ' needs a label')
          end
        end
      end,
      Span = function(el)
        if labelled(el, 'eq') then note(el.identifier, count('eq'), '') end
      end,
    }
  end)
  return rows
end

-- ---- filling in --------------------------------------------------------

local function cite(text, el)
  local all = pandoc.List()
  for i, citation in ipairs(el.citations) do
    local kind, _ = labels.split(citation.id)
    if not kind then
      if not keys[citation.id] then
        local names = {}
        for key in pairs(keys) do names[#names + 1] = key end
        table.sort(names)
        report.at(text.file, '@' .. citation.id,
          "references.bib has no '" .. citation.id .. "'", citation.id,
          names)
      end
      if i == 1 then return nil end
    end
    local label = kind and book[citation.id]
    if not label then
      report.at(text.file, '@' .. citation.id, "nothing has the label '" ..
        citation.id .. "'", citation.id, labels.names(book))
      return nil
    end
    local shown = label.number
    if kind == 'eq' then shown = '(' .. shown .. ')'
    elseif kind ~= 'ex' then
      shown = word(labels.kinds[kind]) .. '\u{a0}' .. shown
    end
    local target = '#' .. labels.id(citation.id)
    if is_html and label.page ~= text.page then
      target = label.page .. (kind == 'ch' and '' or target)
    end
    local content = kind == 'ex' and pandoc.Code(shown) or
      pandoc.Str(shown)
    if i > 1 then all:insert(pandoc.Str(', ')) end
    all:insert(pandoc.Link({ content }, target, '', { class = 'ref' }))
  end
  return all
end

-- "-49306" as "−49 306"; "3e-17" as "3 × 10" and, apart, "−17".
local function typeset(number_text)
  local mantissa, exponent = number_text:match('^(.-)e([+-]?%d+)$')
  local shown = (mantissa or number_text):gsub('^%-', '−')
  local sign = shown:match('^−') or ''
  local digits = shown:sub(#sign + 1)
  if digits:match('^%d%d%d%d%d+$') then
    local head = #digits % 3
    digits = digits:sub(1, head) ..
      digits:sub(head + 1):gsub('%d%d%d', '\u{202f}%0')
    if head == 0 then digits = digits:gsub('^\u{202f}', '') end
    shown = sign .. digits
  end
  local power = exponent and
    tostring(math.tointeger(tonumber(exponent))):gsub('^%-', '−')
  return shown .. (power and '\u{a0}×\u{a0}10' or ''), power
end

local function numeral(text, el)
  local found = number(text, el.text, '`' .. el.text .. '`')
  if not found then return pandoc.Str('?') end
  local shown, power = typeset(found.text)
  if not is_html then
    return power and { pandoc.Str(shown),
      pandoc.Superscript({ pandoc.Str(power) }) } or pandoc.Str(shown)
  end
  local place = found.place:match('[^/]+$'):gsub(':', ', ' ..
    word('line') .. ' ')
  return raw_inline(string.format(
    '<a class="num" href="%s" title="%s">%s%s</a>',
    source_page(found.place), word('computed-by', place), shown,
    power and '<sup>' .. power .. '</sup>' or ''))
end

local function equation(el)
  local formula = el.content[1]
  local label = '(' .. book[el.identifier].number .. ')'
  local id = labels.id(el.identifier)
  if is_latex then
    return raw_inline('\\begin{equation}' .. formula.text .. '\\tag{' ..
      label:sub(2, -2) .. '}\\hypertarget{' .. id .. '}{}\\label{' .. id ..
      '}\\end{equation}')
  end
  return pandoc.Span({ formula, raw_inline(
    '<a class="equation-number" href="#' .. id .. '">' .. label .. '</a>')
  }, pandoc.Attr(id, { 'equation' }))
end

local boxes = { predict = 'predict', aside = 'aside', proof = 'proof' }

-- A theorem, a proof, a prediction: a box with a word before it.
local function box(el, kind)
  local title = word(kind)
  local label = book[el.identifier]
  if label then title = title .. ' ' .. label.number end
  if el.attributes.title then
    title = title .. ' (' .. el.attributes.title .. ')'
  end
  local content
  if kind == 'proof' and is_latex then
    local last = el.content[#el.content]
    if last.t == 'Para' then last.content:insert(raw_inline('\\qedmark{}')) end
  end
  if is_latex then
    content = wrap('\\begin{book' .. kind .. '}{' .. title .. '}',
      el.content, '\\end{book' .. kind .. '}')
  else
    content = wrap('<section class="box ' .. kind .. '"><p class="title">' ..
      title .. '</p>', el.content, '</section>')
  end
  return pandoc.Div(content, pandoc.Attr(
    el.identifier ~= '' and labels.id(el.identifier) or '', {}))
end

local function hint(el, number_of_hint)
  if not is_html then return {} end
  return wrap('<details class="hint"><summary>' .. word('reveal-hint') ..
    ' ' .. number_of_hint .. '</summary>', el.content, '</details>')
end

-- First the small things inside: numbers, references, formulas.
local function fill_inlines(text)
  return {
    Code = function(el)
      if has(el, 'num') then return numeral(text, el) end
    end,
    Math = function(el)
      local filled = el.text:gsub('\\num{([^}]*)}', function(name)
        local found = number(text, name, '\\num{' .. name .. '}')
        return found and found.text or '?'
      end)
      if filled ~= el.text then
        return pandoc.Math(el.mathtype, filled)
      end
    end,
    Cite = function(el) return cite(text, el) end,
    Span = function(el)
      if has(el, 'term') then
        return is_latex and pandoc.Emph(el.content) or
          pandoc.List({ raw_inline('<dfn>') }) .. el.content ..
          { raw_inline('</dfn>') }
      end
    end,
  }
end

-- Then what holds them.
local function fill_blocks(text)
  local sections, hints = 0, 0
  return {
    Header = function(el)
      if el.level == 2 and not has(el, 'unnumbered') then
        sections = sections + 1
        if not is_latex and text.number then
          el.content:insert(1, raw_inline('<span class="section-number">' ..
            text.number .. '.' .. sections .. '</span> '))
        end
      end
      if has(el, 'exercise') and not is_latex then
        el.content:insert(raw_inline(' <code class="slug">' ..
          el.attributes.slug .. '</code>'))
      end
      hints = 0
      el.attributes.slug = nil
      el.identifier = labels.id(el.identifier)
      return el
    end,
    Div = function(el)
      if has(el, 'figure') then return figure(text, el) end
      if has(el, 'listing') then return listing(text, el), false end
      if has(el, 'transcript') then return transcript(text, el), false end
      if has(el, 'claims') or has(el, 'table') then
        return numbered_table(text, el)
      end
      if has(el, 'theorem') then return box(el, 'theorem') end
      if has(el, 'rest') and is_html then
        return pandoc.Div(wrap('<details class="rest"><summary>' ..
          (el.attributes.title or '') .. '</summary>', el.content,
          '</details>'))
      end
      if has(el, 'hint') then
        hints = hints + 1
        return hint(el, hints)
      end
      for class, kind in pairs(boxes) do
        if has(el, class) then return box(el, kind) end
      end
    end,
    Span = function(el)
      if labelled(el, 'eq') then
        if #el.content ~= 1 or el.content[1].t ~= 'Math' then
          report.at(text.file, el.identifier,
            'a labelled equation is [$$ ... $$]{#eq:name}')
          return nil
        end
        return equation(el)
      end
    end,
  }
end

-- Every definition of the chapter's program must have been shown.
local function check_all_shown(text)
  for _, stem in ipairs(files.stems(text.home, '.c')) do
    local path = text.home .. '/' .. stem .. '.c'
    for _, one in ipairs(definitions(path)) do
      if one.kind ~= 'declaration' and
        not text.shown[path .. ':' .. one.name] then
        report.note(path .. ':' .. one.first .. ": '" .. one.name ..
          "' is never shown in " .. text.file)
      end
    end
  end
end

local function fill(blocks, text)
  blocks = pandoc.Blocks(blocks):walk {
    Div = function(el)
      if has(el, 'claims') then return claims(text, el) end
    end,
  }
  blocks = walk(blocks, text, fill_inlines)
  blocks = walk(blocks, text, fill_blocks)
  if text.folder then check_all_shown(text) end
  if is_html then
    blocks = formulas.render(blocks, here .. '/katex.js', text.file)
  end
  return blocks
end

-- ---- whole documents ---------------------------------------------------

-- The document as texts: one for each input file, each of which starts
-- with its only level-one heading.
local function split(doc)
  local texts = {}
  for _, block in ipairs(doc.blocks) do
    if block.t == 'Header' and block.level == 1 then
      local file = PANDOC_STATE.input_files[#texts + 1]
      if not file then
        report.at(PANDOC_STATE.input_files[#texts], stringify(block),
          'a file has one heading of the first level, no more')
        break
      end
      texts[#texts + 1] = describe(file)
      texts[#texts].blocks = pandoc.List()
    end
    if #texts == 0 then
      report.at(PANDOC_STATE.input_files[1], '',
        'a file begins with its heading, # ...')
      break
    end
    texts[#texts].blocks:insert(block)
  end
  return texts
end

-- An HTML page has its title and its place in the book from metadata.
local function describe_page(doc, text)
  local chapters = {}
  for _, label in pairs(book) do
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
  doc.meta.words = words

  local heading = text.blocks:remove(1)
  doc.meta.pagetitle = stringify(heading.content)
  doc.meta.title = pandoc.MetaInlines(heading.content)
  if not text.folder then
    doc.meta.front = true
    local cover = settings.build .. '/figures/' ..
      stringify(doc.meta.cover or '') .. '.svg'
    if files.exists(cover) then
      doc.meta.cover = pandoc.MetaBlocks({ raw(
        svg.inline(cover, 'cover', '', palette)) })
    end
  end
end

local function write_labels(texts)
  local rows = {}
  for _, text in ipairs(texts) do
    local blocks = expand_exercises(text.blocks, text)
    for _, row in ipairs(number_labels(blocks, text)) do
      rows[#rows + 1] = table.concat(row, '\t')
    end
  end
  report.finish()
  return pandoc.Pandoc({ pandoc.RawBlock('plain',
    table.concat(rows, '\n')) })
end

local function load_settings(doc)
  for _, key in ipairs({ 'build', 'words', 'labels', 'pass', 'repository' }) do
    settings[key] = doc.meta[key] and stringify(doc.meta[key]) or ''
    doc.meta[key] = nil
  end
  for _, row in ipairs(files.tsv(settings.words)) do
    words[row[1]] = row[2]
  end
  local paths = {}
  for path in settings.labels:gmatch('[^;]+') do paths[#paths + 1] = path end
  book = labels.load(paths)
  for key in (files.read('book/references.bib') or '')
    :gmatch('@%w+{([^,%s]+),') do
    keys[key] = true
  end
end

function Pandoc(doc)
  load_settings(doc)
  local texts = split(doc)
  report.finish()
  if settings.pass == 'labels' then return write_labels(texts) end

  local blocks = pandoc.List()
  for _, text in ipairs(texts) do
    text.blocks = expand_exercises(text.blocks, text)
    if is_html then describe_page(doc, text) end
    local filled = fill(text.blocks, text)
    if is_latex and text.number then
      blocks:insert(raw('\\setcounter{chapter}{' ..
        tostring(tonumber(text.number) - 1) .. '}'))
    end
    blocks:extend(filled)
  end
  report.finish()
  doc.blocks = blocks
  return doc
end
