-- Exercises, out of their folders.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local marks = require 'marks'
local references = require 'references'
local report = require 'report'
local room = require 'slide_room'
local solutions = require 'solutions'
local stringify = pandoc.utils.stringify
local word = context.word
local exercises = {}

-- What the head of a task has to say, and how.
local head = {
  title = 'title: WORDS', minutes = 'minutes: NUMBER',
  points = 'points: NUMBER',
  difficulty = 'difficulty: 1 (easy), 2 (medium) or 3 (hard)',
}

local function check(file, task)
  for _, key in ipairs({ 'title', 'minutes', 'points', 'difficulty' }) do
    local value = task.meta[key] and stringify(task.meta[key])
    if not value or key == 'difficulty' and not value:match('^[123]$') then
      report.at(file, value and key .. ':' or '---', "an exercise's head " ..
        "needs a line '" .. head[key] .. "'")
      task.meta[key] = '1'
    end
  end
  pandoc.Blocks(task.blocks):walk {
    Div = function(el)
      if elements.has(el, 'hint') and not el.attributes.title then
        report.at(file, '::: hint', 'a hint needs a title, two to six words ' ..
          'that say what it is about and do not give the answer away: ' ..
          '::: {.hint title="The sign of the bias"}')
      end
    end,
  }
end

-- Full dots for how hard it is, and empty ones up to three; then a word.
local function difficulty(level)
  local dots = ('●'):rep(level) .. ('○'):rep(3 - level)
  if context.is_latex then
    dots = '\\difficulty{' .. level .. '}'
  else
    dots = '<span class="dots" aria-hidden="true">' .. dots .. '</span>'
  end
  return elements.raw_inline(dots .. ' ' .. word('difficulty-' .. level))
end

-- An exercise's title behind its number.
local function numbered(label, title)
  local number = word('exercise') .. ' ' .. context.book[label].number
  local line = pandoc.List({ elements.raw_inline(context.is_latex and
    '\\exercisenumber{' .. number .. '}' or
    '<span class="section-number">' .. number .. '</span> ') })
  line:extend(title)
  return line
end

-- Where the hints of an exercise are, if they cannot be folded (hints.lua).
function exercises.hints_id(label)
  return 'hints-' .. labels.id(label)
end

-- Says in an exercise's facts where its hints are.
local function hints_note(label)
  local there = '#' .. exercises.hints_id(label)
  local note = pandoc.List({ pandoc.Space(),
    pandoc.Link({ pandoc.Str(word('hints')) }, there) })
  if context.is_latex then
    note:insert(elements.raw_inline(': ' .. word('on-page',
      '\\pageref{' .. there:sub(2) .. '}')))
  end
  note:insert(pandoc.Str('.'))
  return note
end

-- What the grader reports (tools/grading/report.h), as a student reads it: its
-- parts and the call that came out wrong, then what a tutor says.
local function as_read(text, said)
  local points, shown, says, reread, earned = {}, {}, {}, nil, ''
  local lines = pandoc.List()
  for line in said:gmatch('[^\n]+') do
    local kind, rest = line:match('^(%l+)\t(.*)$')
    local first, second, third = (rest or ''):match('^([^\t]*)\t?([^\t]*)\t?(.*)$')
    if kind == 'part' then
      points, shown = { second, third }, {}
    elseif kind == 'say' and reread then
      says[#says + 1] = first
    elseif kind == 'say' then
      shown[#shown + 1] = '    ' .. first
    elseif kind == 'misconception' then
      reread = references.link(text, labels.referred(second) or second,
        'shown: ' .. first)
    elseif kind == 'pass' or kind == 'fail' or kind == 'skip' then
      local passed = kind == 'pass'
      lines:insert((passed and '✓ ' or kind == 'fail' and '✗ ' or '– ') ..
        points[2] .. '  ' .. (passed and points[1] or '0') .. '/' .. points[1])
      lines:extend(shown)
    elseif kind == 'end' then
      earned = first .. '/' .. second
    end
  end
  local tutor = pandoc.List({ pandoc.Str(table.concat(says, ' ')
    :gsub('^%s+', '') .. ' ' .. word('reread') .. ' '), reread,
    pandoc.Str('. ' .. word('points', earned) .. '.') })
  return { pandoc.CodeBlock(table.concat(lines, '\n'),
    pandoc.Attr('', { 'transcript' })), pandoc.Para(tutor) }
end

-- What the grader says to the mistake that the task's head names, if it names
-- one: the build has asked it (cmake/book/graded.cmake). Folded, on a page.
local function report_of(text, task, slug)
  local said = task.meta.shown and context.is_html and
    files.read(context.settings.build .. '/book-work/graded/' ..
      slug:gsub('/', '-') .. '.txt')
  if not said then return {} end
  return elements.wrap('<details class="graded"><summary>' ..
    word('grader-says') .. '</summary>', as_read(text, said),
    '</details>')
end

-- A task as its file says it: { file, slug, meta, blocks }.
local function read(text, folder)
  local file = context.translated(folder .. '/task.md')
  local task = elements.without_origins(pandoc.read(files.read(file),
    'markdown-implicit_header_references'))
  marks.check({ file = file }, task.blocks)
  check(file, task)
  return { file = file, meta = task.meta, blocks = task.blocks,
    slug = text.slug .. '/' .. folder:match('([^/]+)$'):gsub('^%d+%-', '') }
end

-- "●○○ easy · about 10 minutes"
local function effort(task)
  return { difficulty(tonumber(stringify(task.meta.difficulty))),
    pandoc.Str(' · ' .. word('minutes', stringify(task.meta.minutes))) }
end

-- Sets a paragraph of facts in small letters; long paths cannot be broken.
local function in_small(facts)
  if not context.is_latex then return end
  facts.content:insert(1, elements.raw_inline('\\exercisefacts{'))
  facts.content:insert(elements.raw_inline('}'))
end

local function exercise(text, folder)
  local task = read(text, folder)
  local slug = task.slug
  local solution = folder .. '/' .. slug:match('[^/]+$') .. '.c'
  local facts = pandoc.Para(pandoc.List(effort(task)) .. {
    pandoc.Str(' · ' .. word('points', stringify(task.meta.points))),
    pandoc.LineBreak(), pandoc.Str(word('start-with') .. ' '),
    pandoc.Code(solution), pandoc.Str('. ' .. word('check-with') .. ' '),
    pandoc.Code('./course check ' .. slug, { class = 'whole' }), pandoc.Str('.') })
  local _, hint = elements.take(task.blocks, 'hint')
  if hint and not context.is_html then
    facts.content:extend(hints_note('ex:' .. slug))
  end
  in_small(facts)
  local blocks = pandoc.List({
    pandoc.Header(3, task.meta.title, pandoc.Attr('ex:' .. slug,
      { 'exercise' }, { slug = slug })),
    pandoc.Div({ facts }, pandoc.Attr('', { 'exercise-facts' })) })
  blocks:extend(task.blocks)
  blocks:extend(report_of(text, task, slug))
  if solutions.wanted() then
    blocks:extend(solutions.of(text, folder, slug))
  end
  return pandoc.Div(blocks, pandoc.Attr('', { 'exercise' },
    { folder = folder }))
end

-- The folders of a chapter's exercises, in their order.
local function folders(text)
  local all, folder = {}, 'exercises/' .. text.folder
  for _, name in ipairs(files.list(folder)) do
    if files.exists(folder .. '/' .. name .. '/task.md') then
      all[#all + 1] = folder .. '/' .. name
    end
  end
  return all
end

-- All exercises of a chapter, each a Div with its heading first.
function exercises.all_of(text)
  local all = pandoc.List()
  for _, folder in ipairs(folders(text)) do
    all:insert(exercise(text, folder))
  end
  return all
end

-- The folder of the exercise that is to be on a slide, and how its name is
-- typed; nil, with an error, if the chapter has none that is called so.
local function folder_on_slide(text, name)
  local typed = report.first_of(text.file, { 'slide="' .. name .. '"',
    'slide=' .. name })
  local names = {}
  for i, folder in ipairs(folders(text)) do
    names[i] = folder:match('([^/]+)$'):gsub('^%d+%-', '')
    if names[i] == name then return folder, typed end
  end
  report.at(text.file, typed, "the chapter has no exercise '" .. name .. "'",
    name, names)
end

-- What of a task is on its slide, the words before the first div and the
-- listing of what is to be written, and what is in the notes.
local function parts_of(task)
  local words, listing, notes = pandoc.List(), nil, pandoc.List()
  for _, block in ipairs(task.blocks) do
    if block.t == 'Div' and elements.has(block, 'listing') and not listing then
      listing = block
    elseif block.t == 'Div' and elements.has(block, 'hint') then
      local title = { pandoc.Strong({ pandoc.Str(word('reveal-hint') .. ': ' ..
        block.attributes.title .. '.') }), pandoc.Space() }
      notes:insert(pandoc.Para(pandoc.List(title) ..
        elements.as_inlines(block.content)))
    elseif listing or block.t ~= 'Para' then
      notes:insert(block)
    else
      words:insert(block)
    end
  end
  return words, listing, notes
end

-- The exercise `name` as a slide: { title, blocks, minutes, notes }; nil, with
-- an error, if the chapter has none that is called so.
function exercises.on_slide(text, name)
  local folder, typed = folder_on_slide(text, name)
  if not folder then return nil end
  local task = read(text, folder)
  local words, listing, notes = parts_of(task)
  room.check_exercise(setmetatable({ exercise = folder }, { __index = text }),
    typed, words, listing)
  local blocks = pandoc.List(words)
  if listing then blocks:insert(listing) end
  local facts = pandoc.Para(pandoc.List(effort(task)) .. {
    pandoc.Str(' · ' .. word('check-with') .. ' '),
    pandoc.Code('./course check ' .. task.slug, { class = 'whole' }) })
  in_small(facts)
  blocks:insert(pandoc.Div({ facts }, pandoc.Attr('', { 'exercise-facts' })))
  local function inside(some)
    return { pandoc.Div(some, pandoc.Attr('', { 'exercise' },
      { folder = folder })) }
  end
  return { title = numbered('ex:' .. task.slug, task.meta.title),
    blocks = inside(blocks), notes = inside(notes),
    minutes = tonumber(stringify(task.meta.minutes)) }
end

function exercises.expand(blocks, text)
  return pandoc.Blocks(blocks):walk {
    Div = function(el)
      if not elements.has(el, 'exercises') then return nil end
      if el.attributes.slide then folder_on_slide(text, el.attributes.slide) end
      return exercises.all_of(text)
    end,
  }
end

-- An exercise's heading shows its number before its title and its slug behind.
function exercises.finish_header(el)
  el.content = numbered(el.identifier, el.content)
  if not context.is_latex then
    el.content:insert(elements.raw_inline(' <code class="slug">' ..
      el.attributes.slug .. '</code>'))
  end
  el.attributes.slug = nil
end

-- The calls of a block of worked examples, each {call, what it gives}. A
-- line that begins with a blank continues a call.
local function calls_of(code)
  local calls = {}
  for line in code:gmatch('[^\n]+') do
    if line:match('^%s') and #calls > 0 then
      calls[#calls] = calls[#calls] .. line:gsub('^%s+', ' ')
    else
      calls[#calls + 1] = line
    end
  end
  for i, call in ipairs(calls) do
    local given, gives = call:gsub('%->', '→'):match('^(.-)%s*→%s*(.*)$')
    calls[i] = { given or call, gives or '' }
  end
  return calls
end

-- In a line that may be broken, but neither between a name and its number
-- nor in a short array.
local function example_line(kind, code)
  code = code:gsub(' = ', '\u{a0}=\u{a0}'):gsub('%b[]', function(array)
    return #array <= 24 and array:gsub(' ', '\u{a0}') or nil
  end)
  if context.is_latex then
    return { elements.raw_inline('\\example' .. kind .. '{'),
      pandoc.Code(code), elements.raw_inline('}') }
  end
  code = code:gsub('&', '&amp;'):gsub('<', '&lt;')
  return { elements.raw_inline('<span class="' .. kind .. '">' .. code ..
    '\n</span>') }
end

-- Worked examples: what a call gives stands under it.
function exercises.examples(el)
  local lines = pandoc.List()
  for _, call in ipairs(calls_of(el.text)) do
    lines:extend(example_line('call', call[1]))
    lines:extend(example_line('gives', '→ ' .. call[2]))
  end
  if context.is_latex then
    return elements.wrap('\\begin{bookexamples}', { pandoc.Plain(lines) },
      '\\end{bookexamples}')
  end
  return elements.captioned('<pre class="examples"><code>', lines,
    '</code></pre>')
end

-- A hint, folded away. Where it cannot be, see hints.lua.
function exercises.hint(el, number_of_hint)
  return elements.wrap('<details class="hint"><summary>' ..
    word('reveal-hint') .. ' ' .. number_of_hint .. ': ' ..
    el.attributes.title .. '</summary>', el.content, '</details>')
end

return exercises
