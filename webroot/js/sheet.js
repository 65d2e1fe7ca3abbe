/* A paper on a phone: one step at a time, answers kept until they have arrived, sent again while the network fails.
   Without it the form is one long page. Old WebViews: no syntax beyond ES5. */
(function (doc) {
'use strict';
var form = doc.querySelector('form[data-sheet]');
if (!form || !window.fetch) { return; }
var texts = form.querySelector('[data-texts]').dataset, bar = form.querySelector('[data-submit]');
var send = bar.querySelector('button:not([type=button])'), label = send.textContent;
/* A kind may say some of them in words of its own. */
Object.keys(form.dataset).forEach(function (k) { texts[k] = form.dataset[k]; });
var steps = all('[data-step]'), at = 0, busy = 0, waits = [2, 4, 8, 15, 30];
/* Participant, place and version: the same for every attempt at this paper. */
var paper = form.elements.attempt.value.slice(0, 43), key = 'pufa:' + form.action;
var status = make('p', 'status'), back = make('button', 'btn quiet', form.dataset.back);
var next = make('button', 'btn', form.dataset.next);
status.setAttribute('role', 'status');
form.insertBefore(status, bar);
back.type = next.type = 'button';

function all(css, root) { return [].slice.call((root || form).querySelectorAll(css)); }
function make(tag, cls, text) {
  var e = doc.createElement(tag);
  e.className = cls;
  e.textContent = text || '';
  return e;
}
function fill(text, a, b) { return text.replace('{0}', a).replace('{1}', b); }
function say(text) { status.textContent = text || ''; }
function near(e, css) { return e && e.closest ? e.closest(css) : null; }
function group(e) { return near(e, '[data-item]'); }
function boxes(root) { return all('[type=radio],[type=checkbox]', root); }
function picks(root) { return boxes(root).filter(function (b) { return b.checked; }).length; }
function stepOf(e) { return Math.max(0, steps.indexOf(near(e, '[data-step]'))); }
function sent() {
  return [].filter.call(form.elements, function (f) {
    return f.name && !f.disabled && (!/radio|checkbox/.test(f.type) || f.checked);
  });
}
function focus(e) {
  if (e.tabIndex < 0) { e.tabIndex = -1; }
  e.focus();
}

function store(value) {
  try {
    if (value) { localStorage.setItem(key, JSON.stringify(value)); } else { localStorage.removeItem(key); }
    return true;
  } catch (e) { return false; }
}
function save() {
  var kept = {};
  sent().forEach(function (f) { (kept[f.name] = kept[f.name] || []).push(f.value); });
  if (store({ paper: paper, at: at, kept: kept }) && !status.textContent) { say(texts.saved); }
}
function restore() {
  var was;
  try { was = JSON.parse(localStorage.getItem(key)); } catch (e) { return; }
  if (!was || was.paper !== paper) { return; }
  all('[name^="a."]').forEach(function (f) {
    var values = was.kept[f.name] || [];
    if (/radio|checkbox/.test(f.type)) { f.checked = values.indexOf(f.value) >= 0; } else { f.value = values[0] || ''; }
  });
  at = Math.min(was.at, steps.length - 1);
}

function show(n) {
  var where = doc.querySelector('[data-progress]'), line = where && where.parentNode.querySelector('progress');
  at = n;
  steps.forEach(function (s, i) { s.hidden = i !== n; });
  [back, next, send].forEach(function (b) { if (b.parentNode) { bar.removeChild(b); } });
  if (n > 0) { bar.insertBefore(back, bar.firstChild); }
  bar.appendChild(n < steps.length - 1 ? next : send);
  if (where) { where.textContent = fill(where.dataset.pattern, n + 1, steps.length); }
  if (line) { line.max = steps.length; line.value = n + 1; }
}
function turn(n) {
  say();
  show(n);
  focus(steps[n].querySelector('h1,h2,legend') || steps[n]);
  scrollTo(0, 0);
  save();
}
function refresh() {
  all('[data-picked]').forEach(function (p) {
    var of = group(p) || (near(p, '[data-step]') || form).querySelector('[data-item]');
    p.textContent = fill(p.dataset.pattern, picks(of), of.dataset.max);
  });
  all('[name$=".other"]').forEach(function (f) {
    var own = boxes(group(f)).filter(function (b) { return b.compareDocumentPosition(f) & 4; }).pop();
    var sub = near(f, '.sub');
    f.disabled = own && !own.checked;
    if (sub) { sub.hidden = f.disabled; }
  });
}

function mark(g, text) {
  var old = g.querySelector('.err'), e = make('p', 'err', text), legend = g.querySelector('legend');
  if (old) { old.parentNode.removeChild(old); }
  g.classList.toggle('bad', !!text);
  e.id = 'err-' + g.dataset.item;
  g.setAttribute('aria-describedby', text ? e.id : '');
  if (text) { g.insertBefore(e, legend ? legend.nextSibling : g.firstChild); }
}
function lack(g) {
  var min = +g.dataset.min || 0, n = picks(g);
  if (boxes(g).length) { return n >= min ? '' : min === 1 ? texts.empty : fill(texts.few, min); }
  return all('[required]', g).some(function (f) { return !f.value.trim(); }) ? texts.blank : '';
}
function complete(root) {
  var bad = all('[data-item]', root).filter(function (g) {
    mark(g, lack(g));
    return g.querySelector('.err');
  })[0];
  if (bad) { open(bad); }
  return !bad;
}
function open(g) {
  show(stepOf(g));
  focus(g.querySelector('.err') || g);
}
function report(errors) {
  var note = make('div', 'note bad');
  note.setAttribute('role', 'alert');
  note.setAttribute('data-errors', '');
  note.appendChild(make('h2', '', texts.refused));
  errors.forEach(function (e) {
    var g = doc.getElementById('item-' + e.field.replace(/\.other$/, '')), p = note.appendChild(make('p', '', e.detail));
    var a = make('a', '', g && (g.querySelector('legend') || g).textContent.trim());
    if (!g) { return; }
    mark(g, e.detail);
    a.href = '#' + g.id;
    p.insertBefore(a, p.firstChild).insertAdjacentText('afterend', ' ');
  });
  form.insertBefore(note, form.firstChild);
  explain();
}
/* Opens the step with the first fault and reads out the note. */
function explain() {
  var note = doc.querySelector('[data-errors]'), a = note && note.querySelector('a');
  if (a) { show(stepOf(doc.getElementById(a.hash.slice(1)))); }
  if (note) { focus(note); }
}

function wait(on) {
  var note = doc.querySelector('[data-errors]');
  if (on && note) { note.parentNode.removeChild(note); }
  busy = send.disabled = back.disabled = on;
  send.textContent = on ? texts.sending : label;
  say();
}
function submit(n) {
  var over, body = sent().map(function (f) {
    return encodeURIComponent(f.name) + '=' + encodeURIComponent(f.value);
  }).join('&');
  wait(true);
  if (n) { say(fill(texts.retrying, n)); }
  function again() {
    if (over) { return; }
    over = true;
    if (n < waits.length) {
      say(fill(texts.retrying, n + 1));
      setTimeout(function () { submit(n + 1); }, waits[n] * 1000);
    } else {
      wait(false);
      report([{ field: '', detail: texts.failed }]);
    }
  }
  setTimeout(again, 20000);
  fetch(form.action, { method: 'POST', credentials: 'same-origin', body: body, headers: {
    Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' } }).then(function (r) {
    return r.status < 500 && r.json().then(function (json) {
      if (!over) { over = true; answer(r.status, json); }
    }) || again();
  }).catch(again);
}
function answer(code, json) {
  if (json.url) {
    store();
    location.replace(json.url);
  } else if (code === 422) {
    wait(false);
    report(json.errors || []);
  } else {
    if (code === 409) { store(); }
    /* Brings the page that explains; the same attempt never counts twice. */
    HTMLFormElement.prototype.submit.call(form);
  }
}

form.addEventListener('submit', function (e) {
  e.preventDefault();
  if (!busy && at < steps.length - 1) { next.click(); } else if (!busy && complete()) { submit(0); }
});
next.addEventListener('click', function () { if (complete(steps[at])) { turn(at + 1); } });
back.addEventListener('click', function () { turn(at - 1); });
/* Text is heeded while it is typed: a page that moves when the field is left would make the finger miss the button. */
function heed(e) {
  var f = e.target, g = group(f), full;
  if (boxes(g || f).indexOf(f) >= 0 === (e.type === 'input')) { return; }
  full = f.type === 'checkbox' && f.checked && picks(g) > +g.dataset.max;
  if (g) { mark(g); }
  say(full ? fill(texts.full, g.dataset.max) : '');
  if (full) { f.checked = false; }
  refresh();
  save();
}
form.addEventListener('change', heed);
form.addEventListener('input', heed);
doc.addEventListener('click', function (e) {
  var a = near(e.target, '[data-errors] a'), g = a && doc.getElementById(a.hash.slice(1));
  if (g) { e.preventDefault(); open(g); }
});
addEventListener('pageshow', function (e) { if (e.persisted) { wait(false); } });
restore();
refresh();
show(at);
explain();
}(document));
