-- Puts a drawn figure into an HTML page: as part of the page, so that it
-- takes the page's fonts and the colours of its light or dark theme. In the
-- EPUB it is a picture, on paper of its own.

local files = require 'files'
local svg = {}

local function read_palette(path)
  local roles = {}
  for _, row in ipairs(files.tsv(path)) do
    roles[row[2]:lower()] = roles[row[2]:lower()] or row[1]
  end
  return roles
end

-- The natural width in pixels. Graphviz counts in points.
local function natural_width(text)
  local points = text:match('<svg[^>]-width="([%d.]+)pt"')
  if points then return tonumber(points) * 4 / 3 end
  return tonumber(text:match('viewBox="[%d.%-]+ [%d.%-]+ ([%d.]+)'))
end

-- Nil if there is no such drawing.
function svg.width(path)
  local text = files.read(path)
  return text and natural_width(text)
end

-- How much wider than high a drawing is.
function svg.ratio(path)
  local width, height = files.read(path)
    :match('viewBox="[%d.%-]+ [%d.%-]+ ([%d.]+) ([%d.]+)"')
  return tonumber(width) / tonumber(height)
end

-- The file as one <svg> element with this id prefix and text alternative;
-- with the alternative '' it is decoration. It may have a class.
function svg.inline(path, prefix, alt, palette_path, class)
  local text = files.read(path)
  if not text then return '' end -- which the figure's own page tells
  local width = natural_width(text)
  local view = text:match('viewBox="([^"]*)"')
  local roles = read_palette(palette_path)
  local body = text:match('<svg[^>]*>(.*)</svg>')

  local function themed(hex)
    local role = roles[hex:lower()]
    return role and 'var(--' .. role .. ')'
  end
  body = body:gsub('rgb%(%s*(%d+),%s*(%d+),%s*(%d+)%)', function(r, g, b)
    return themed(string.format('#%02x%02x%02x', r, g, b))
  end)
  body = body:gsub('#%x%x%x%x%x%x', themed)
  body = body:gsub('(%sid=)(["\'])([^"\']*)', '%1%2' .. prefix .. '-%3')
  body = body:gsub('(href=)(["\'])#([^"\']*)', '%1%2#' .. prefix .. '-%3')
  body = body:gsub('url%(#', 'url(#' .. prefix .. '-')
  body = body:gsub('\n%s+', '\n'):gsub('\n\n+', '\n')

  alt = alt:gsub('&', '&amp;'):gsub('<', '&lt;'):gsub('"', '&quot;')
  local access = alt == '' and 'aria-hidden="true"' or
    'role="img" aria-label="' .. alt .. '"'
  if class then access = 'class="' .. class .. '" ' .. access end
  return string.format('<svg xmlns="http://www.w3.org/2000/svg" ' ..
    'xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve" ' ..
    '%s width="%.0f" viewBox="%s">%s</svg>', access, width, view, body)
end

-- The file as a picture with a background of paper and a margin, so that its
-- dark ink can be read on a dark page, too.
function svg.on_paper(path, palette_path)
  local paper
  for _, row in ipairs(files.tsv(palette_path)) do
    if row[1] == 'paper' then paper = row[2] end
  end
  local margin = 8
  local sheet = '<rect x="-50%" y="-50%" width="200%" height="200%" fill="' ..
    paper .. '"/>'
  local function widen(name, size, unit)
    return string.format('%s="%g%s"', name, size + 2 * margin, unit)
  end
  local function lay(tag)
    local box = { tag:match('viewBox="([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+)"') }
    for i, more in ipairs { -margin, -margin, 2 * margin, 2 * margin } do
      box[i] = string.format('%g', box[i] + more)
    end
    tag = tag:gsub('viewBox="[^"]*"', 'viewBox="' ..
      table.concat(box, ' ') .. '"')
    return tag:gsub('(%f[%a]width)="([%d.]+)(%a*)"', widen)
      :gsub('(%f[%a]height)="([%d.]+)(%a*)"', widen) .. sheet
  end
  return (files.read(path):gsub('<svg[^>]*>', lay, 1))
end

return svg
