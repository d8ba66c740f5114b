// The button that switches between light and dark. Without it, and until
// it is used, the page follows the system's setting.
'use strict';
(function () {
  const root = document.documentElement;
  let kept = null;
  try { kept = localStorage.getItem('theme'); } catch (e) { /* not kept */ }
  if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;

  document.addEventListener('DOMContentLoaded', function () {
    const button = document.getElementById('theme');
    button.hidden = false;
    button.addEventListener('click', function () {
      const dark = root.dataset.theme ? root.dataset.theme === 'dark' :
        matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
      try { localStorage.setItem('theme', root.dataset.theme); }
      catch (e) { /* it lasts for this page */ }
    });
  });
})();
