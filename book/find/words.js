// The words of a text as the search counts them: letters of any script,
// digits and _, in lower case and on the line: w₁ is w1. The build and the page both use this.
'use strict'
function searchWords(text) {
  return (text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}_]+/gu) || [])
    // "gradients" is found by "gradient", and the other way round.
    .map(word => word.length > 3 ? word.replace(/([^s])s$/, '$1') : word)
}

if (typeof module === 'object') module.exports = searchWords
