-- A page that shows a C file: line N can be linked to as #L-N. What a
-- header of the library declares leads to where it is defined. Beside the
-- code are the way up, what is in the file with the sections that show it,
-- and the other files.
--
-- Metadata: file, the C file; shown and files, what gathered.lua wrote of it
-- and the list of all C files that have pages; root, the way to the pages.

package.path = pandoc.path.directory(PANDOC_SCRIPT_FILE) .. '/?.lua;' ..
  package.path
local context = require 'context'
local definitions = require 'definitions'
local files = require 'files'
local labels = require 'labels'
local mistake = require 'mistake'
local names = require 'names'

-- The place of what a header declares: the library's definition.
local function defined_at(declared)
  local full = definitions.named(declared.name, definitions.sources)
  return #full == 1 and names.source_of(full[1]) or nil
end

-- name -> the listings that show it: {label, page, section}.
local function shown_in(path)
  local shown = {}
  for _, row in ipairs(files.tsv(path) or {}) do
    shown[row[1]] = shown[row[1]] or {}
    table.insert(shown[row[1]],
      { label = row[2], page = row[3], section = row[4] })
  end
  return shown
end

-- The links to the listings that show a definition. They have no text of
-- their own, so that it is not copied with the code.
local function listing_links(listings, root)
  local links = {}
  for i, one in ipairs(listings) do
    links[i] = string.format('<a href="%s%s#%s" aria-label="%s %s"></a>', root,
      one.page, labels.id(one.label), context.word('section'), one.section)
  end
  return '<span class="shown">' .. table.concat(links) .. '</span>'
end

-- The code with links in it: names, and at each definition where it is shown,
-- once for those without an empty line between.
local function code_of(block, file, root, shown)
  local html = pandoc.write(pandoc.Pandoc({ block }), 'html')
  if file:match('^lib/include/') then
    html = names.link({}, html, block.text, definitions.of(file), defined_at)
    html = html:gsub('href="source/', 'href="' .. root .. 'source/')
  end
  local before = 0 -- the last line of the definition before
  for _, one in ipairs(definitions.of(file)) do
    if shown[one.name] and one.kind ~= 'declaration' and
      one.first > before + 1 then
      local line = '<span id="L-' .. one.first .. '">'
      local _, to = html:find(line, 1, true)
      html = html:sub(1, to) .. listing_links(shown[one.name], root) ..
        html:sub(to + 1)
    end
    before = one.last
  end
  return pandoc.RawBlock('html', html)
end

-- The folder under whose name a file is listed: a chapter's exercises are
-- one folder.
local function folder_of(file)
  return file:match('^exercises/[^/]+') or file:match('^(.*)/[^/]+$')
end

-- The names in a file, each with its line and the last of what it names.
local function list_names(file)
  local out = { '<p class="heading">' .. context.word('in-file') ..
    '</p>\n<ul class="names">\n' }
  for _, one in ipairs(definitions.of(file)) do
    if one.kind ~= 'macro' or not one.name:match('_H$') then
      out[#out + 1] = string.format('<li><a href="#L-%d" data-last="%d">' ..
        '<code>%s</code></a></li>\n', one.first, one.last, one.name)
    end
  end
  out[#out + 1] = '</ul>\n'
  return #out > 2 and table.concat(out) or ''
end

-- All files, by folder; the file's own folder is open.
local function list_files(file, all, root)
  local folders, inside = {}, {}
  for _, row in ipairs(all) do
    local folder = folder_of(row[1])
    if not inside[folder] then
      folders[#folders + 1] = folder
      inside[folder] = {}
    end
    table.insert(inside[folder], row[1])
  end
  local out = { '<p class="heading">' .. context.word('files') .. '</p>\n' }
  for _, folder in ipairs(folders) do
    out[#out + 1] = string.format('<details%s><summary>%s</summary><ul>\n',
      folder == folder_of(file) and ' open' or '', folder)
    for _, path in ipairs(inside[folder]) do
      out[#out + 1] = string.format('<li><a href="%ssource/%s.html"%s>%s</a></li>\n',
        root, path, path == file and ' aria-current="page"' or '',
        path:sub(#folder + 2))
    end
    out[#out + 1] = '</ul></details>\n'
  end
  return table.concat(out)
end

-- The folders above a file: those of a chapter or an exercise lead to it.
local function way_to(file, root)
  local out, path = {}, ''
  for name in file:gmatch('([^/]+)/') do
    path = path .. name .. '/'
    local chapter = path:match('^chapters/%d+%-([^/]+)/$') or
      path:match('^exercises/%d+%-([^/]+)/$')
    local of, exercise = path:match('^exercises/%d+%-([^/]+)/%d+%-([^/]+)/$')
    local target = chapter and chapter .. '.html' or
      exercise and of .. '.html#ex-' .. of .. '-' .. exercise
    out[#out + 1] = '<li>' .. (target and
      string.format('<a href="%s%s">%s</a>', root, target, name) or name) ..
      '</li>'
  end
  return table.concat(out)
end

function Pandoc(doc)
  local setting = function(key)
    return pandoc.utils.stringify(doc.meta[key] or '')
  end
  context.load_words(setting('words-file'), setting('messages'))
  doc.meta.words = context.words
  local file, root = setting('file'), setting('root')
  local shown = shown_in(setting('shown'))
  for i, block in ipairs(doc.blocks) do
    if block.t == 'CodeBlock' then
      block.identifier = 'L'
      doc.blocks[i] = code_of(block, file, root, shown)
    end
  end
  local raw = function(html) return pandoc.MetaBlocks({
    pandoc.RawBlock('html', html) }) end
  mistake.describe(doc.meta, setting('repository'), file, file)
  doc.meta.title = file:match('[^/]+$')
  doc.meta.way = raw(way_to(file, root))
  doc.meta.files = raw(list_names(file) ..
    list_files(file, files.tsv(setting('files')), root))
  return doc
end
