// Predictions: the reader guesses a number, an option or a curve, or asks to be
// shown the answer, which is folded until then. The guess is drawn beside the
// truth.
'use strict';
(function () {
  const texts = (document.getElementById('guess-words') || { dataset: {} }).dataset

  // The book's own words, with values put in: "{x} of {y}".
  function words(key, values = {}) {
    const text = texts[key.replace(/-(\w)/g, (all, letter) => letter.toUpperCase())]
    return text.replace(/\{(\w+)\}/g, (all, name) => values[name])
  }

  // What an element shows, without what is only to be seen or only to be read.
  function textOf(element) {
    const copy = element.cloneNode(true)
    for (const extra of copy.querySelectorAll('.katex-html, annotation')) extra.remove()
    return copy.textContent.replace(/\s+/g, ' ').trim()
  }

  function begin(box) {
    const answer = box.nextElementSibling
    const { form, guess: name, text: truthText } = box.dataset
    const state = { guess: null, shown: false, ...kept.get('guess', name) }
    let printing = false

    function add(parent, tag, values = {}) {
      const element = Object.assign(document.createElement(tag), values)
      parent.append(element)
      return element
    }
    function button(parent, text, press, className = '') {
      const element = add(parent, 'button', { type: 'button', textContent: text, className })
      element.addEventListener('click', press)
      return element
    }
    const keep = () => kept.set('guess', name, state)

    // ---- the three forms. Each has
    //   read()     the guess, or null after it has said what it wants
    //   set(guess) shows a guess that was kept
    //   focus()
    //   open(guess), close()   draws guess and truth, or takes them away
    //   compare(guess)         how they compare, in words
    const say = text => { said.textContent = text }

    function numberForm(controls) {
      const { unit, scale } = box.dataset
      const truth = Number(box.dataset.truth)
      const label = add(controls, 'label', { textContent: words('yours-label') + ' ' })
      const input = add(label, 'input', {
        type: 'text', inputMode: 'decimal', autocomplete: 'off', spellcheck: false
      })
      if (unit) add(label, 'span', { className: 'unit', textContent: unit })
      const drawn = document.createElement('div')
      drawn.className = 'guess-drawn'
      controls.before(drawn)
      const log = scale === 'log'
      const withUnit = text => unit ? `${text} ${unit}` : text
      let close = () => {}
      return {
        read() {
          const guess = axes.read(input.value)
          const wrong = !Number.isFinite(guess) ? 'number-wanted' : log && guess <= 0 ? 'positive-wanted' : ''
          input.setAttribute('aria-invalid', wrong !== '')
          if (!wrong) return guess
          say(words(wrong))
          return null
        },
        set(guess) { input.value = axes.written(guess, 6) },
        focus() { input.focus({ preventScroll: true }); input.select() },
        open(guess) {
          close()
          if (guess === null) return
          close = numberLine(drawn, {
            guess, truth, log,
            guessText: `${words('guess')} ${axes.written(guess, 6)}`,
            truthText: `${words('truth')} ${truthText}`
          })
        },
        close() { close() },
        compare(guess) {
          const values = { guess: withUnit(axes.written(guess, 6)), truth: withUnit(truthText) }
          // A guess with the digits that are shown, or nearer, is right.
          if (guess === truth || axes.written(guess, 6) === truthText.replace(/\u00a0/g, ' ')) {
            return words('exact', values)
          }
          if (log) {
            const times = guess / truth
            return words(times > 1 ? 'times-high' : 'times-low', {
              ...values, times: axes.written(Math.max(times, 1 / times), 2)
            })
          }
          return words(guess > truth ? 'high' : 'low', {
            ...values, apart: axes.written(Math.abs(guess - truth), 3)
          })
        }
      }
    }

    function choiceForm() {
      const list = box.querySelector('.options')
      const right = Number(box.dataset.right) - 1
      const field = document.createElement('fieldset')
      field.className = 'options'
      add(field, 'legend', { className: 'unseen', textContent: words('yours-label') })
      const options = [...list.querySelectorAll('.option')].map((option, i) => {
        const label = add(field, 'label')
        const input = add(label, 'input', { type: 'radio', name: `guess-${name}`, value: i })
        input.setAttribute('aria-label', spoken(option))
        label.append(option)
        return { label, input, option }
      })
      list.replaceWith(field)
      function unmark() {
        for (const { label, input } of options) {
          label.className = ''
          input.disabled = false
          for (const mark of label.querySelectorAll('.mark')) mark.remove()
        }
      }
      return {
        read() {
          const chosen = options.findIndex(({ input }) => input.checked)
          if (chosen >= 0) return chosen
          say(words('choice-wanted'))
          return null
        },
        set(guess) { if (options[guess]) options[guess].input.checked = true },
        focus() { (options.find(({ input }) => input.checked) || options[0]).input.focus({ preventScroll: true }) },
        open(guess) {
          unmark()
          options.forEach(({ label, input }, i) => {
            input.disabled = true
            input.checked = i === guess
            if (i === right) label.classList.add('is-right')
            if (i === guess) label.classList.add('is-guessed')
            const mark = [i === right && words('right-option'), i === guess && words('guess')].filter(text => text).join(', ')
            if (mark) add(label, 'span', { className: 'mark', textContent: mark })
          })
        },
        close: unmark,
        compare(guess) {
          return guess === right ? words('choice-right')
            : words('choice-wrong', { truth: textOf(options[right].option) })
        }
      }
    }

    function curveForm(controls) {
      const { across, up, scale, given } = box.dataset
      const [logX, logY] = scale.split(' ').map(kind => kind === 'log')
      const drawn = document.createElement('div')
      drawn.className = 'guess-drawn'
      controls.before(drawn)
      const curve = drawnCurve(drawn, {
        points: box.dataset.points.split(',').map(pair => pair.split(' ').map(Number)),
        given: Number(given), logX, logY, across, up, words, changed: () => say('')
      })
      return {
        read() {
          if (curve.complete()) return curve.heights()
          say(words('curve-wanted'))
          return null
        },
        set: guess => curve.set(guess),
        focus: () => curve.focus(),
        open: () => curve.reveal(true),
        close: () => curve.reveal(false),
        compare: () => words('curve-said', {
          up,
          list: curve.compare().map(({ x, guess, truth }) => words('curve-at', {
            across, x: axes.written(x), guess: axes.written(guess), truth: axes.written(truth)
          })).join('; ')
        })
      }
    }

    const nothing = {
      read: () => null, set() {}, focus() { show.focus({ preventScroll: true }) }, open() {}, close() {}
    }

    const controls = add(box, 'form', { className: 'guess' })
    const said = add(box, 'p', { className: 'guess-said', tabIndex: -1 })
    said.setAttribute('role', 'status')
    const makeForm = { number: numberForm, choice: choiceForm, curve: curveForm }[form]
    const one = makeForm ? makeForm(controls) : nothing
    if (makeForm) add(controls, 'button', { type: 'submit', textContent: words('compare') })
    const show = button(controls, words('show'), () => reveal(null), 'quiet')
    const again = button(add(box, 'p', { className: 'guess-again' }), words('again'), guessAgain, 'quiet')

    // Shows either the form or, with the answer, the guess beside the truth.
    function render() {
      const open = answer.open
      controls.hidden = open
      again.hidden = again.parentElement.hidden = !open
      if (open) {
        one.open(state.guess)
        say(state.guess === null ? words('shown') : one.compare(state.guess))
      } else {
        one.close()
        say('')
      }
    }

    function reveal(guess) {
      state.guess = guess
      answer.open = true
      render()
      said.focus({ preventScroll: true })
    }

    function guessAgain() {
      answer.open = false
      render()
      one.focus()
    }

    controls.addEventListener('submit', event => {
      event.preventDefault()
      const guess = one.read()
      if (guess !== null) reveal(guess)
    })
    answer.addEventListener('toggle', () => {
      if (printing || state.shown === answer.open) return
      state.shown = answer.open
      keep()
      render()
    })
    addEventListener('beforeprint', () => { printing = true; answer.open = true })
    addEventListener('afterprint', () => {
      answer.open = state.shown
      setTimeout(() => { printing = false })
    })

    box.parentElement.classList.add('guessed')
    answer.open = state.shown
    if (state.guess !== null) one.set(state.guess)
    render()
  }

  // A link into a folded answer opens it.
  function openAnswer(hash) {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)))
    const answer = target && target.closest('.answer:not([open])')
    if (answer) answer.open = true
    return answer && target
  }
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]')
    if (link) openAnswer(link.hash)
  })
  function follow() {
    const target = openAnswer(location.hash)
    if (target) target.scrollIntoView()
  }
  addEventListener('hashchange', follow)
  for (const box of document.querySelectorAll('.predict[data-guess]')) begin(box)
  follow()
})()
