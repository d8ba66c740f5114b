// A button on each listing that copies its code.
'use strict'
document.addEventListener('DOMContentLoaded', () => {
  const words = document.getElementById('copy-words').dataset

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text)
    } catch (error) { // not allowed here, or an old browser
      const area = document.createElement('textarea')
      area.value = text
      document.body.append(area)
      area.select()
      const done = document.execCommand('copy')
      area.remove()
      if (!done) throw error
    }
  }

  for (const block of document.querySelectorAll('div.sourceCode')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = words.copy
    button.addEventListener('click', () => {
      const text = block.querySelector('code').textContent
      copy(text.replace(/\n*$/, '\n')).then(
        () => { button.textContent = words.copied },
        () => { button.textContent = words.failed })
      setTimeout(() => { button.textContent = words.copy }, 2000)
    })
    block.prepend(button)
  }
})
