/* A draft at the desk: saved by itself while one writes, the phone beside it shown anew. Without it, buttons do. */
(function (doc) {
'use strict';
var form = doc.querySelector('form[data-draft]'), frame = doc.querySelector('[data-preview]');
if (!form || !window.fetch || !window.FormData) { return; }
var status = form.querySelector('[data-status]'), timer = 0, busy = false, again = false, stopped = false;

function show(answer, known) {
  status.textContent = answer.sentence;
  if (!known) { stopped = true; return; }
  form.elements.version.value = answer.version;
  Object.keys(answer.notes).forEach(function (id) {
    [].forEach.call(form.querySelectorAll('[data-note]'), function (note) {
      if (note.getAttribute('data-note') === id) { note.textContent = answer.notes[id]; }
    });
  });
  if (frame) { frame.src = frame.src; }
}
function save() {
  if (busy || stopped) { again = busy; return; }
  busy = true;
  var typed = new FormData(form);
  /* Files go with the button that asks for them, not with each saving. */
  [].forEach.call(form.querySelectorAll('input[type=file]'), function (file) { typed.delete(file.name); });
  fetch(form.action, { method: 'POST', body: typed, headers: { Accept: 'application/json' },
    credentials: 'same-origin' }).then(function (reply) {
    var ours = (reply.headers.get('Content-Type') || '').indexOf('json') > 0;
    if (reply.redirected || reply.status === 401 || !ours) {
      stopped = true;
      status.textContent = form.getAttribute('data-out');
      return null;
    }
    if (reply.status !== 200 && reply.status !== 409) { throw new Error(reply.status); }
    return reply.json().then(function (answer) { show(answer, reply.status === 200); });
  }).catch(function () {
    status.textContent = form.getAttribute('data-lost');
    clearTimeout(timer);
    timer = setTimeout(save, 5000);
  }).then(function () {
    busy = false;
    if (again) { again = false; save(); }
  });
}
function soon() {
  clearTimeout(timer);
  timer = setTimeout(save, 700);
}
form.addEventListener('input', soon);
form.addEventListener('change', soon);
/* A button saves as well: what is still waiting must not come after it with an older number. */
form.addEventListener('submit', function () { clearTimeout(timer); stopped = true; });
})(document);
