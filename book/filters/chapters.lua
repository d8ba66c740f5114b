-- The chapters that the book has, and those that it may be without: a chapter
-- can be removed, so a slug that is not there is no error, but for one that
-- comes near to another.

local context = require 'context'
local labels = require 'labels'
local report = require 'report'
local chapters = {}

-- The slug of a file's chapter; nil if it is in none.
function chapters.of(file)
  return file:match('chapters/%d+%-([^/]+)/')
end

local function slugs()
  local all = {}
  for _, chapter in ipairs(labels.in_order(context.book, 'ch')) do
    all[#all + 1] = chapters.of(chapter.file)
  end
  return all
end

-- The chapter called `slug` in a file, where it is `typed`: its label, or nil
-- if the book has none. Seems the slug misspelled, that is an error.
function chapters.find(file, typed, slug)
  local there = context.book['ch:' .. slug]
  if not there and #report.near(slug, slugs()) > 0 then
    report.at(file, typed, "there is no chapter '" .. slug .. "'", slug,
      slugs())
  end
  return there
end

return chapters
