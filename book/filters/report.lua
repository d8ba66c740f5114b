-- Errors for the writer: file, line, what is wrong, what was near.
-- All of a run's errors are shown before it stops.

local report = {}
local errors = {}

local function levenshtein(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local diagonal, left = row[0], i
    row[0] = i
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      left = math.min(row[j] + 1, left + 1, diagonal + cost)
      diagonal, row[j] = row[j], left
    end
  end
  return row[#b]
end

-- The names most like `name`, at most three, the likest first.
function report.near(name, names)
  local scored = {}
  for _, other in ipairs(names) do
    local distance = levenshtein(name, other)
    local contains = #name > 2 and (other:find(name, 1, true) or
      name:find(other, 1, true))
    if distance <= math.max(2, #name // 3) or contains then
      scored[#scored + 1] = { distance, other }
    end
  end
  table.sort(scored, function(a, b)
    if a[1] ~= b[1] then return a[1] < b[1] end
    return a[2] < b[2]
  end)
  local nearest = {}
  for i = 1, math.min(3, #scored) do nearest[i] = scored[i][2] end
  return nearest
end

-- The lines of a file that hold a text, as numbers.
local function lines_with(file, text)
  local found, number = {}, 0
  local handle = io.open(file)
  if not handle then return found end
  for line in handle:lines() do
    number = number + 1
    if line:find(text, 1, true) then found[#found + 1] = number end
  end
  handle:close()
  return found
end

-- The first of these texts that stands in the file on one line, else the last.
function report.first_of(file, typed)
  for _, text in ipairs(typed) do
    if #lines_with(file, text) > 0 then return text end
  end
  return typed[#typed]
end

-- Notes an error as it is.
function report.note(entry)
  for _, other in ipairs(errors) do
    if other == entry then return end
  end
  errors[#errors + 1] = entry
end

-- Notes an error about `text`, as it stands in `file`. `names` are what
-- could have been meant instead of `name`.
function report.at(file, text, message, name, names)
  local lines = lines_with(file, text)
  local place = #lines > 0 and table.concat(lines, ',') or '?'
  local entry = file .. ':' .. place .. ': ' .. message
  if names then
    local nearest = report.near(name, names)
    if #nearest > 0 then
      entry = entry .. '\n    Did you mean ' ..
        table.concat(nearest, ' or ') .. '?'
    elseif #names == 0 then
      entry = entry .. '\n    There are none yet.'
    end
  end
  report.note(entry)
end

-- Stops pandoc if anything was wrong.
function report.finish()
  if #errors == 0 then return end
  for _, entry in ipairs(errors) do io.stderr:write(entry, '\n') end
  io.stderr:write(#errors == 1 and '1 error' or #errors .. ' errors',
    ' in the text; nothing was written.\n')
  os.exit(1)
end

return report
