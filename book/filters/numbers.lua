-- Numbers that the chapters' programs named.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local report = require 'report'
local numbers = {}

local runs = {}

-- The named numbers of a chapter's run: name -> {text, value, place}.
local function numbers_of(folder)
  if not runs[folder] then
    local path = context.settings.build .. '/chapters/' .. folder ..
      '/run/numbers.tsv'
    local found, names = {}, {}
    for _, row in ipairs(files.tsv(path) or {}) do
      found[row[1]] = { value = row[2], text = row[3], place = row[4] }
      names[#names + 1] = row[1]
    end
    runs[folder] = { numbers = found, names = names }
  end
  return runs[folder].numbers, runs[folder].names
end

-- The number called `name` of this text's chapter; `typed` is what stands
-- there.
function numbers.find(text, name, typed)
  if not text.folder then
    report.at(text.file, typed, 'only a chapter has numbers')
    return nil
  end
  local found, names = numbers_of(text.folder)
  if not found[name] then
    report.at(text.file, typed, "the program names no number '" .. name ..
      "'", name, names)
    return nil
  end
  return found[name]
end

-- The page and line of a place such as "chapters/.../perceptron.c:12".
function numbers.source_page(place)
  local file, line = place:match('^(.*):(%d+)$')
  return 'source/' .. file .. '.html#L-' .. line
end

-- "-49306" as "−49 306"; "3e-17" as "3 × 10" and, apart, "−17".
local function typeset(number_text)
  local mantissa, exponent = number_text:match('^(.-)e([+-]?%d+)$')
  if mantissa == '0' then return '0' end
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

local raised = { ['−'] = '⁻', ['0'] = '⁰', ['1'] = '¹', ['2'] = '²',
  ['3'] = '³', ['4'] = '⁴', ['5'] = '⁵', ['6'] = '⁶', ['7'] = '⁷',
  ['8'] = '⁸', ['9'] = '⁹' }

-- A number as text alone: "3 × 10⁻¹⁷".
function numbers.as_text(found)
  local shown, power = typeset(found.text)
  return shown .. (power or ''):gsub(utf8.charpattern, raised)
end

function numbers.show(text, el)
  local found = numbers.find(text, el.text, '`' .. el.text .. '`')
  if not found then return pandoc.Str('?') end
  local shown, power = typeset(found.text)
  if not context.is_html then
    return power and { pandoc.Str(shown),
      pandoc.Superscript({ pandoc.Str(power) }) } or pandoc.Str(shown)
  end
  local place = found.place:match('[^/]+$'):gsub(':', ', ' ..
    context.word('line') .. ' ')
  return elements.raw_inline(string.format(
    '<a class="num" href="%s" title="%s">%s%s</a>',
    numbers.source_page(found.place), context.word('computed-by', place),
    shown,
    power and '<sup>' .. power .. '</sup>' or ''))
end

-- What a table of the chapter was recorded on (nn/recorded.h).
function numbers.machine(text, el)
  local folder = text.home .. '/recorded'
  local recorded = files.read(folder .. '/' .. el.text .. '.tsv')
  local machine = recorded and recorded:match('\n# machine ([^\n]*)')
  if not machine then
    report.at(text.file, '`' .. el.text .. '`', "there is no recorded table '" ..
      el.text .. "'", el.text, files.stems(folder, '.tsv'))
    return pandoc.Str('?')
  end
  return pandoc.Str(machine)
end

-- \num{name} inside a formula.
function numbers.fill_formula(text, el)
  local filled = el.text:gsub('\\num{([^}]*)}', function(name)
    local found = numbers.find(text, name, '\\num{' .. name .. '}')
    return found and found.text or '?'
  end)
  return filled ~= el.text and pandoc.Math(el.mathtype, filled) or nil
end

return numbers
