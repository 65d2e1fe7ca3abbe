/* A device that one person after the other uses: goes back to its start when nobody has touched it for a while, and
   forgets what the person before left in the browser. */
(function (doc) {
'use strict';
var next = doc.querySelector('[data-kiosk]'), warned = 15, idle = next ? +next.getAttribute('data-kiosk') : 0;
var start = location.pathname === '/kiosk', left = idle, note = null;
if (!next) { return; }
if (start) {
  try { localStorage.clear(); sessionStorage.clear(); } catch (e) { /* kept nothing then */ }
  return;
}
function awake() {
  left = idle;
  if (note) { note.parentNode.removeChild(note); note = null; }
}
['pointerdown', 'touchstart', 'keydown', 'input'].forEach(function (name) { addEventListener(name, awake, { passive: true }); });
setInterval(function () {
  left -= 1;
  if (left <= 0) { location.replace('/kiosk'); return; }
  if (left > warned) { return; }
  if (!note) {
    note = doc.createElement('div');
    note.className = 'note warn';
    note.setAttribute('role', 'status');
    doc.querySelector('main').insertBefore(note, doc.querySelector('main').firstChild);
    scrollTo(0, 0);
    left = Math.min(left, warned);
  }
  note.textContent = next.getAttribute('data-soon').replace('{0}', left);
}, 1000);
}(document));
