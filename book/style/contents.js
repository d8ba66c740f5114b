// The contents: in a narrow window they are a drawer, and the section that is
// being read is marked in them.
'use strict'
document.addEventListener('DOMContentLoaded', () => {
  const contents = document.getElementById('contents')
  if (!contents) return
  const drawer = document.getElementById('drawer')
  const button = document.getElementById('to-drawer')
  const wide = matchMedia('(min-width: 68rem)') // as in page.css
  const home = contents.parentElement

  function place() {
    drawer.close()
    button.hidden = wide.matches
    document.querySelector('.top .to-contents').hidden = !wide.matches
    if (wide.matches) home.append(contents)
    else drawer.append(contents)
  }
  button.addEventListener('click', () => {
    drawer.showModal()
    reveal(contents.querySelector('[aria-current=true], .chapters [aria-current=page]'),
      drawer)
  })
  drawer.addEventListener('click', event => {
    if (event.target === drawer || event.target.closest('a, .close')) drawer.close()
  })
  wide.addEventListener('change', place)
  place()

  // Scrolls `box` alone, so that the link is in the middle of it.
  function reveal(link, box) {
    if (!link) return
    const at = link.getBoundingClientRect(), around = box.getBoundingClientRect()
    if (at.top >= around.top && at.bottom <= around.bottom) return
    box.scrollTop += at.top - around.top - around.height / 2
  }

  const links = new Map()
  for (const link of contents.querySelectorAll('.current ul a[href^="#"]')) {
    links.set(document.getElementById(link.hash.slice(1)), link)
  }
  let marked = null
  function mark(link) {
    if (link === marked) return
    if (marked) marked.removeAttribute('aria-current')
    if (link) link.setAttribute('aria-current', 'true')
    marked = link
    if (wide.matches && !contents.matches(':hover, :focus-within')) {
      reveal(link, contents)
    }
  }
  // The section in which this line, a third down the window, lies.
  const line = { rootMargin: '-33% 0px -66% 0px' }
  const observer = new IntersectionObserver(entries => {
    for (const { isIntersecting, target, boundingClientRect } of entries) {
      if (isIntersecting) mark(links.get(target))
      // Above the first section none is read.
      else if (boundingClientRect.top > 0 && links.get(target) === marked &&
        target === links.keys().next().value) mark(null)
    }
  }, line)
  for (const section of links.keys()) if (section) observer.observe(section)
  reveal(contents.querySelector('.chapters [aria-current=page]'), contents)
})
