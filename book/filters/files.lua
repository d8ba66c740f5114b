-- Reading files and tables of tab-separated columns.

local files = {}

function files.read(path)
  local handle = io.open(path, 'rb')
  if not handle then return nil end
  local text = handle:read('a')
  handle:close()
  return text
end

function files.exists(path)
  local handle = io.open(path, 'rb')
  if handle then handle:close() end
  return handle ~= nil
end

-- Writes a file if that changes it: what depends on it is then made anew.
function files.write_if_different(path, text)
  if files.read(path) == text then return end
  local handle = assert(io.open(path, 'wb'))
  handle:write(text)
  assert(handle:close())
end

local listed = {}
-- The folders and files in a folder, sorted; {} if there is no folder.
-- (pandoc 2.17 cannot list a folder itself.)
function files.list(folder)
  if not listed[folder] then
    local names = {}
    local fine, answer = pcall(pandoc.pipe, 'sh',
      { '-c', 'ls -1 "$1" 2>/dev/null', 'sh', folder .. '/' }, '')
    for name in (fine and answer or ''):gmatch('[^\n]+') do
      names[#names + 1] = name
    end
    table.sort(names)
    listed[folder] = names
  end
  return listed[folder]
end

-- The folders of chapters or exercises in a folder: NN-NAME.
function files.numbered(folder)
  local names = {}
  for _, name in ipairs(files.list(folder)) do
    if name:match('^%d+%-') then names[#names + 1] = name end
  end
  return names
end

-- The names in a folder that end so, without the ending, sorted.
function files.stems(folder, ending)
  local stems = {}
  for _, name in ipairs(files.list(folder)) do
    if name:sub(-#ending) == ending then
      stems[#stems + 1] = name:sub(1, -#ending - 1)
    end
  end
  return stems
end

-- Rows of cells; empty lines and those that start with # are left out.
function files.tsv(path)
  local rows = {}
  local text = files.read(path)
  if not text then return nil end
  for line in text:gmatch('[^\r\n]+') do
    if line:sub(1, 1) ~= '#' then
      local row = {}
      for cell in (line .. '\t'):gmatch('([^\t]*)\t') do
        row[#row + 1] = cell
      end
      rows[#rows + 1] = row
    end
  end
  return rows
end

return files
