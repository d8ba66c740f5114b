-- Are all words of the prose in hunspell's British dictionary, or in
-- words.txt beside this? Code, formulas, citations and addresses are left
-- out. Run by spelling.sh on an empty document, with the files in the
-- metadata `files`, one a line.

local stringify = pandoc.utils.stringify
local here = PANDOC_SCRIPT_FILE:match('^(.*)/') or '.'

local function read(name)
  local file = assert(io.open(name))
  local text = file:read('a')
  file:close()
  return text
end

-- Attributes that the reader sees as text: all those of a live figure, and
-- these of anything else.
local shown = { gloss = true, title = true, question = true }

local function add_attributes(el, add)
  for key, value in pairs(el.attributes) do
    if shown[key] or el.classes:includes('live') and key ~= 'uses' then
      add(' ' .. value:gsub('{%w+}', '') .. ' ')
    end
  end
end

-- The prose of a document as one string.
local function prose(doc)
  local parts = {}
  local function add(text) parts[#parts + 1] = text end
  local function space() add(' ') end
  local function leave_out() return pandoc.Space() end

  doc.meta.shown = nil -- the name of a mistake
  -- First what is not prose goes, and what stays is told from it.
  doc = doc:walk {
    Code = leave_out, Math = leave_out, Cite = leave_out,
    RawInline = leave_out,
    Link = function(el)
      if el.classes:includes('uri') then return pandoc.Space() end
    end,
    Span = function(el)
      if el.classes:includes('mistake') then return pandoc.Space() end
      add_attributes(el, add)
    end,
    Div = function(el) add_attributes(el, add) end,
  }
  doc:walk {
    traverse = 'topdown',
    Str = function(el) add(el.text) end,
    Space = space, SoftBreak = space, LineBreak = space,
    Para = space, Plain = space, Header = space, LineBlock = space,
  }
  for _, key in ipairs { 'title', 'subtitle', 'description' } do
    if doc.meta[key] then add(' ' .. stringify(doc.meta[key])) end
  end
  return table.concat(parts)
end

-- One word a line, "reader's" as "reader".
local function words(text)
  return (text:gsub('’', "'"):gsub("'s%f[^%w]", ''):gsub('%s+', '\n'))
end

-- The first line of a text on which a word stands by itself.
local function line_of(text, word)
  local number = 0
  local pattern = '%f[%w]' .. word:gsub('%p', '%%%0') .. '%f[^%w]'
  for line in (text .. '\n'):gmatch('(.-)\n') do
    number = number + 1
    if line:gsub('’', "'"):find(pattern) then return number end
  end
  return 1
end

local function unknown(text)
  local found = pandoc.pipe('hunspell', { '-i', 'utf-8', '-d', 'en_GB',
    '-p', here .. '/words.txt', '-l' }, words(text))
  local list, seen = {}, {}
  for word in found:gmatch('[^\n]+') do
    local name = #word == 1 or word:find('%d') -- of a number or a variable
    if not name and not seen[word] then list[#list + 1] = word end
    seen[word] = true
  end
  return list
end

-- Known mistakes are plain text: their headings are names for programs, and
-- a block of code follows a line at once.
local function of_mistakes(text)
  return ('\n' .. text):gsub('\n```.-\n```', '\n'):gsub('\n## [^\n]*', '\n')
end

function Pandoc(doc)
  local files, problems, length = 0, {}, 0
  local texts, all = {}, {}
  for name in stringify(doc.meta.files):gmatch('%S+') do
    local text = read(name)
    local known = name:match('/wrong%.md$') or name:match('/common%.md$')
    local part = prose(pandoc.read(known and of_mistakes(text) or text,
      'markdown'))
    texts[name], all[#all + 1] = { text = text, prose = part }, part
    files, length = files + 1, length + #part
  end
  -- One question for all texts; only where a word is unknown, which text.
  if #unknown(table.concat(all, '\n')) > 0 then
    for name, text in pairs(texts) do
      for _, word in ipairs(unknown(text.prose)) do
        problems[#problems + 1] = string.format('%s:%d: %s', name,
          line_of(text.text, word), word)
      end
    end
  end
  table.sort(problems)
  if #problems > 0 then
    io.stderr:write(table.concat(problems, '\n'), '\n',
      'Unknown words: misspelt, or missing in book/tests/words.txt.\n')
    os.exit(1)
  end
  io.stdout:write(string.format('%d texts, %d characters\n', files, length))
end
