-- Figures that were drawn from the programs' data.

local context = require 'context'
local elements = require 'elements'
local files = require 'files'
local labels = require 'labels'
local report = require 'report'
local svg = require 'svg'
local stringify = pandoc.utils.stringify
local figures = {}

-- The figure as it is drawn for a desk and for a phone; the style sheet shows
-- one of them. What is wider than a phone even so scrolls.
local function both_drawings(path, id, alt)
  local narrow = svg.inline(path .. '.narrow.svg', id .. '-narrow', alt,
    context.palette, 'narrow')
  if svg.width(path .. '.narrow.svg') > 352 then
    narrow = '<div class="scroll" tabindex="0" role="group" aria-label="' ..
      context.word('figure') .. '">' .. narrow .. '</div>'
  end
  return svg.inline(path .. '.svg', id, alt, context.palette, 'wide') .. narrow
end

-- The words that every live figure has; its own take their place.
local stage_words = { 'step', 'back', 'play', 'pause', 'end', 'again', 'same',
  'changed', 'picture' }

-- Where a live figure goes, with its words as data. The static one
-- stays for print, for readers without scripts, and if anything fails.
local function live_stage(text, typed, name, live)
  local figure = text.folder .. '/' .. name
  if not files.exists('figures/' .. figure .. '.live.c') then
    report.at(text.file, typed, "a figure with a div of class live needs " ..
      'figures/' .. figure .. '.live.c and .live.js')
  end
  local given, words = {}, {}
  for _, key in ipairs(stage_words) do
    given[key] = context.word('live-' .. key)
  end
  for key, value in pairs(live.attributes) do given[key] = value end
  for key, value in pairs(given) do
    words[#words + 1] = string.format(' data-%s="%s"', key,
      value:gsub('&', '&amp;'):gsub('"', '&quot;'))
  end
  table.sort(words)
  return '<div class="live" data-live="' .. figure .. '"' ..
    table.concat(words) .. ' hidden></div>'
end

-- A text alternative as a string. In HTML a number is a link by now: its text
-- is what counts here.
local function spoken(alt)
  return (stringify(pandoc.walk_block(alt, {
    RawInline = function(el)
      return pandoc.Str((el.text:gsub('<[^>]*>', '')))
    end,
  })):gsub('%s+', ' '))
end

-- The drawing of a figure, and beside it the stage if it is live.
local function picture(text, el, typed, alt, live)
  local path = text.figures .. '/' .. el.attributes.src
  local id = labels.id(el.identifier)
  local drawn = context.is_slides and
    svg.inline(path .. (el.attributes.drawing or '') .. '.svg', id, spoken(alt),
      context.palette) or
    both_drawings(path, id, spoken(alt))
  if not live then return drawn end
  return '<div class="static">' .. drawn .. '</div>' ..
    live_stage(text, typed, el.attributes.src, live)
end

-- A figure of another text on the front page, where it begins by itself.
function figures.cover(text, el)
  local blocks, alt = elements.take(el.content, 'alt')
  local _, live = elements.take(blocks, 'live')
  if live then live.attributes.begins = 'yes' end
  return picture(text, el, el.attributes.src, alt, live)
end

function figures.figure(text, el)
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

  local blocks, alt = elements.take(el.content, 'alt')
  if not alt or stringify(alt) == '' then
    report.at(text.file, typed, "figure '" .. name .. "' has no alt " ..
      'text: say what one would see in it, in a div of class alt')
    return nil
  end
  local live
  blocks, live = elements.take(blocks, 'live')
  if #blocks == 0 then
    report.at(text.file, typed, "figure '" .. name .. "' has no caption")
    return nil
  end
  local caption = pandoc.List({
    elements.tag('figure', context.book[el.identifier].number,
      labels.id(el.identifier)) })
  caption:extend(elements.as_inlines(blocks))
  local id = labels.id(el.identifier)

  local below = elements.captioned('<figcaption>', caption, '</figcaption>')
  local content
  if context.is_latex then
    local size = string.format('width=%.3f\\figurewidth',
      math.min(1, svg.width(path .. '.svg') / 640))
    if context.is_slides then
      path = path .. (el.attributes.drawing or '')
      size = 'width=\\linewidth,height=' .. (el.attributes.room or '400') ..
        '\\slidepixel,keepaspectratio'
    end
    content = elements.wrap(string.format(
      '\\here{%s}\\begin{figure}[!htb]\\centering\n\\anchor{%s}' ..
      '\\includegraphics[%s]{%s.pdf}', id, id, size, path),
      { elements.captioned('\\bookcaption{', caption, '}') }, '\\end{figure}')
  elseif context.is_epub then
    pandoc.mediabag.insert(id .. '.svg', 'image/svg+xml',
      svg.on_paper(path .. '.svg', context.palette))
    content = elements.wrap('<figure>', {
      pandoc.Plain({ pandoc.Image({ pandoc.Str(spoken(alt)) }, id .. '.svg') }),
      below }, '</figure>')
  else
    content = elements.wrap('<figure>' .. picture(text, el, typed, alt, live),
      { below }, '</figure>')
    if live then
      content:extend(elements.wrap('<div class="live-text">', live.content,
        '</div>'))
    end
  end
  return pandoc.Div(content,
    pandoc.Attr(context.is_latex and '' or id, { 'figure' }))
end

return figures
