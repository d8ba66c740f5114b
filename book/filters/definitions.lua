-- Which C definition a name means in a text.

local c_source = require 'c_source'
local files = require 'files'
local definitions = {}

local parsed = {}

-- All definitions of a file, in order.
function definitions.of(path)
  if not parsed[path] then
    parsed[path] = c_source.definitions(path) or {}
  end
  return parsed[path]
end

local function files_in(folder, ending)
  local found = {}
  for _, stem in ipairs(files.stems(folder, ending)) do
    found[#found + 1] = folder .. '/' .. stem .. ending
  end
  return found
end

-- The library's headers, and its sources.
definitions.library = files_in('lib/include/nn', '.h')
definitions.sources = files_in('lib/src', '.c')

-- The C files that a text speaks of, each group before the next: the
-- exercise's own header, the program that the chapter teaches, the library.
function definitions.groups(text)
  local groups = {}
  if text.exercise then groups[1] = files_in(text.exercise, '.h') end
  if text.home then
    groups[#groups + 1] = { text.home .. '/' .. text.slug .. '.c' }
  end
  groups[#groups + 1] = definitions.sources
  groups[#groups + 1] = definitions.library
  return groups
end

local indexed = {}

-- name -> the definitions of a file that are called so, and those of enums
-- that have such a constant.
local function index_of(path)
  if indexed[path] then return indexed[path] end
  local index = { called = {}, constants = {} }
  local function add(map, name, one)
    map[name] = map[name] or {}
    table.insert(map[name], one)
  end
  for _, one in ipairs(definitions.of(path)) do
    add(index.called, one.name, one)
    for _, constant in ipairs(one.constants) do
      add(index.constants, constant, one)
    end
  end
  indexed[path] = index
  return index
end

-- The definitions called `name` in these files. Declarations count only
-- where nothing else has the name; constants of an enum if `constants`.
function definitions.named(name, paths, constants)
  local found, full = {}, {}
  local function add(all)
    for _, one in ipairs(all or {}) do
      found[#found + 1] = one
      if one.kind ~= 'declaration' then full[#full + 1] = one end
    end
  end
  for _, path in ipairs(paths) do
    local index = index_of(path)
    add(index.called[name])
    if constants then add(index.constants[name]) end
  end
  return #full > 0 and full or found
end

return definitions
