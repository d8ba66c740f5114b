-- The table of notation, and the check that it is complete: every symbol
-- of a chapter's formulas has a row for that chapter, and every row has a
-- symbol that is used in each of the chapters that it names.
--
-- book/notation.tsv has the columns
--   symbols   as in a formula, with spaces between: \mathbf{w} w
--   chapters  all, or slugs with spaces between; a chapter that the book does
--             not have is passed over
--   meaning   Markdown
--   code      what it is called in C, Markdown, or nothing

local chapters = require 'chapters'
local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local report = require 'report'
local notation = {}

local path = 'book/notation.tsv'

local greek = {}
for name in ('alpha beta gamma delta epsilon varepsilon eta theta kappa ' ..
  'lambda mu nu xi pi rho sigma tau phi chi psi omega Gamma Delta Theta ' ..
  'varphi Lambda Xi Pi Sigma Phi Psi Omega nabla partial'):gmatch('%a+') do
  greek[name] = true
end

-- Commands that make a symbol of what follows, and those whose argument
-- is words.
local accents = { mathbf = true, boldsymbol = true, mathbb = true,
  hat = true, bar = true }
local wordy = { text = true, operatorname = true, begin = true,
  ['end'] = true, num = true, mathrm = true, mathsf = true }

-- The argument at `from`: '{...}', a command or a letter. Returns it
-- without its braces, and where it ends.
local function argument(formula, from)
  local start = formula:match('^%s*()', from)
  local braced, after = formula:match('^(%b{})()', start)
  if braced then return braced:sub(2, -2), after end
  local command, behind = formula:match('^(\\%a+)()', start)
  if command then return command, behind end
  return formula:sub(start, start), start + 1
end

-- Calls `found` with every symbol of a formula.
local function each_symbol(formula, found)
  formula = formula:gsub('\\\\%b[]', '') -- \\[6pt], a line's end
  local at = 1
  while at <= #formula do
    local command, after = formula:match('^\\(%a+)()', at)
    if command and accents[command] then
      local inner
      inner, at = argument(formula, after)
      found('\\' .. command .. '{' .. inner .. '}')
    elseif command then
      at = after
      if wordy[command] then _, at = argument(formula, after) end
      if greek[command] then found('\\' .. command) end
    else
      local letter = formula:match('^%a', at)
      if letter then found(letter) end
      at = at + 1
    end
  end
end

local rows
local function all_rows()
  if rows then return rows end
  rows = {}
  for _, cells in ipairs(files.tsv(path) or {}) do
    local row = { symbols = {}, chapters = {}, where = cells[2],
      meaning = context.say(path, cells[3] or ''), code = cells[4] or '' }
    for symbol in cells[1]:gmatch('%S+') do
      row.symbols[#row.symbols + 1] = symbol
    end
    for slug in cells[2]:gmatch('%S+') do row.chapters[slug] = true end
    rows[#rows + 1] = row
  end
  return rows
end

-- Compares a chapter's formulas with the table. Exercises have notations
-- of their own, explained in their headers.
function notation.check(text, blocks)
  local used = {}
  blocks:walk {
    traverse = 'topdown',
    Div = function(el)
      if elements.has(el, 'exercise') then return el, false end
    end,
    Math = function(el)
      each_symbol(el.text, function(symbol)
        used[symbol] = used[symbol] or el.text
      end)
    end,
  }
  local explained = {}
  for _, row in ipairs(all_rows()) do
    local here, any = row.chapters[text.slug], false
    for _, symbol in ipairs(row.symbols) do
      if here or row.chapters.all then explained[symbol] = true end
      any = any or used[symbol]
    end
    if here and not any then
      report.at(path, row.where .. '\t' .. row.meaning, "chapter '" ..
        text.slug .. "' has no " .. table.concat(row.symbols, ', '))
    end
  end
  for symbol, formula in pairs(used) do
    if not explained[symbol] then
      report.at(text.file, report.first_of(text.file,
        { '$' .. formula .. '$', formula:match('[^\n]+') }), path ..
        " does not say what '" .. symbol .. "' is in chapter '" ..
        text.slug .. "'")
    end
  end
end

-- The numbers of the chapters that a row names and the book has.
local function numbers_of(row)
  local numbers = {}
  for slug in row.where:gmatch('%S+') do
    local chapter = chapters.find(path, slug, slug)
    if chapter then numbers[#numbers + 1] = chapter.number end
  end
  return numbers
end

-- ::: notation, the table itself.
function notation.table()
  local lines = { '| ' .. table.concat({ context.word 'symbol',
    context.word 'meaning', context.word 'in-code',
    context.word 'chapters' }, ' | ') .. ' |',
    '|:-------|:----------------------|:-----------|:--------|' }
  for _, row in ipairs(all_rows()) do
    local numbers = row.chapters.all and {} or numbers_of(row)
    if row.chapters.all or #numbers > 0 then
      local symbols = {}
      for i, symbol in ipairs(row.symbols) do
        symbols[i] = '$' .. symbol .. '$'
      end
      lines[#lines + 1] = '| ' .. table.concat({ table.concat(symbols, ', '),
        row.meaning, row.code, table.concat(numbers, ', ') }, ' | ') ..
        ' |'
    end
  end
  return pandoc.read(table.concat(lines, '\n'), 'markdown').blocks
end

return notation
