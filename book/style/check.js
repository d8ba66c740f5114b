// Questions that check what was read: an option says at once whether it is
// right, and why not.
'use strict'
for (const check of document.querySelectorAll('[data-check]')) {
  const list = check.querySelector('.options')
  const answer = check.querySelector('.verdicts')
  const { check: name, right } = check.dataset
  const field = document.createElement('fieldset')
  field.className = 'options'
  field.setAttribute('aria-labelledby', check.parentElement.id + '-name')
  check.querySelector('.which').id = check.parentElement.id + '-name'
  const said = document.createElement('p')
  said.className = 'verdict'
  said.setAttribute('role', 'status')

  const verdicts = [...answer.querySelectorAll('li')]
  const options = [...list.querySelectorAll('.option')].map((option, i) => {
    const label = document.createElement('label')
    const input = Object.assign(document.createElement('input'), {
      type: 'radio', name: `check-${name}`, value: i
    })
    input.setAttribute('aria-label', spoken(option))
    label.append(input, option)
    field.append(label)
    input.addEventListener('change', () => {
      kept.set('check', name, i)
      choose(i)
    })
    return { label, input }
  })

  function choose(chosen) {
    options.forEach(({ label, input }, i) => {
      label.className = i !== chosen ? '' : i === right - 1 ? 'is-right' : 'is-wrong'
      input.checked = i === chosen
    })
    said.className = `verdict ${options[chosen].label.className}`
    said.replaceChildren(...verdicts[chosen].cloneNode(true).childNodes)
  }

  list.replaceWith(field)
  answer.replaceWith(said)
  const before = kept.get('check', name)
  if (options[before]) choose(before)
}
