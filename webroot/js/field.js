/* The form in the field: photos made smaller, everything kept on the phone until it has arrived, sent again while the
   network fails. Each record carries a key of its own, so that it counts once however often it is sent. Without this
   the form is sent as it is. Old WebViews: no syntax beyond ES5. */
(function (doc) {
'use strict';
var form = doc.querySelector('form[data-field]');
if (!form || !window.fetch || !window.indexedDB || !window.Promise || !window.FormData) { return; }
var texts = form.querySelector('[data-texts]').dataset, who = form.dataset.who;
var MOST = 20 << 20, SIDE = 2000, AGAIN = 15000, SMALL = 1 << 20;
var send = form.querySelector('.stick .btn'), sure = form.querySelector('[data-sure]');
var kept = make('div', 'note kept'), status = make('p', 'status'), list = make('ul', 'list'), files = [], busy = false;
var db = new Promise(function (done, failed) {
  var ask = indexedDB.open('pufa-field', 1);
  ask.onupgradeneeded = function () {
    ask.result.createObjectStore('drafts', { keyPath: 'client' });
    ask.result.createObjectStore('form', { keyPath: 'who' });
  };
  ask.onsuccess = function () { done(ask.result); };
  ask.onerror = function () { failed(ask.error); };
});
kept.hidden = true;
form.classList.add('live');
all('.choose label').forEach(function (label) { label.className = 'btn quiet'; });
status.setAttribute('role', 'status');
form.parentNode.insertBefore(kept, form);
form.insertBefore(status, form.querySelector('.stick'));
form.querySelector('#evidence').appendChild(list);

function all(css, root) { return [].slice.call((root || form).querySelectorAll(css)); }
function make(tag, cls, text) {
  var e = doc.createElement(tag);
  e.className = cls || '';
  e.textContent = text || '';
  return e;
}
function button(text, act) {
  var e = make('button', '', text);
  e.type = 'button';
  e.addEventListener('click', act);
  return e;
}
function fill(text, a) { return text.replace('{0}', a); }
function say(text) { status.textContent = text || ''; }
function newKey() {
  var b = crypto.getRandomValues(new Uint8Array(16)), hex;
  b[6] = b[6] & 15 | 64;
  b[8] = b[8] & 63 | 128;
  hex = [].map.call(b, function (x) { return (x + 256).toString(16).slice(1); }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
function store(name, mode, act) {
  return db.then(function (base) {
    return new Promise(function (done, failed) {
      var tx = base.transaction(name, mode), ask = act(tx.objectStore(name));
      tx.oncomplete = function () { done(ask && ask.result); };
      tx.onabort = tx.onerror = function () { failed(tx.error); };
    });
  });
}
function put(name, value) { return store(name, 'readwrite', function (s) { return s.put(value); }); }
function drop(name, key) { return store(name, 'readwrite', function (s) { return s.delete(key); }); }

/* What is counted depends on the kind. */
function show() {
  var kind = form.elements.kind.value;
  all('[data-kinds]').forEach(function (part) {
    part.hidden = part.dataset.kinds.split(' ').indexOf(kind) < 0;
    all('input,select', part).forEach(function (f) { f.disabled = part.hidden; });
  });
}

/* Photos lose their place and most of their weight here already; what cannot be made smaller is sent as it is. */
function smaller(file) {
  if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < SMALL || !window.createImageBitmap) { return Promise.resolve(file); }
  return createImageBitmap(file, { imageOrientation: 'from-image' }).then(function (image) {
    var scale = Math.min(1, SIDE / Math.max(image.width, image.height)), canvas = make('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(function (done) {
      canvas.toBlob(function (blob) { done(blob && blob.size < file.size ? blob : file); }, 'image/jpeg', 0.85);
    });
  }).catch(function () { return file; });
}
function take(input) {
  var chosen = [].slice.call(input.files), wrong = [];
  input.value = '';
  chosen.reduce(function (before, file) {
    return before.then(function () {
      if (/\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type)) { wrong.push(fill(texts.heic, file.name)); return; }
      return smaller(file).then(function (blob) {
        if (blob.size > MOST) { wrong.push(fill(texts.large, file.name)); } else { files.push({ name: file.name, blob: blob }); }
      });
    });
  }, Promise.resolve()).then(function () {
    listed();
    save();
    if (wrong.length) { report(wrong.map(function (w) { return { field: 'evidence', detail: w }; })); }
  });
}
function listed() {
  list.textContent = '';
  files.forEach(function (file) {
    var line = make('li'), name = make('div', '', file.name + ' · ' + Math.ceil(file.blob.size / 1024) + ' KB');
    line.appendChild(name);
    line.appendChild(button(texts.drop, function () { files.splice(files.indexOf(file), 1); listed(); save(); }));
    list.appendChild(line);
  });
  if (files.length) { list.insertBefore(make('li', 'meta', fill(texts.files, files.length)), list.firstChild); }
}

function fields() {
  return [].filter.call(form.elements, function (f) {
    return f.name && f.name !== '_csrf' && f.type !== 'file' && !f.disabled && (f.type !== 'checkbox' || f.checked);
  }).map(function (f) { return [f.name, f.value]; });
}
function record() {
  return { client: form.elements.client.value, who: who, fields: fields(), files: files.slice(), errors: [] };
}
function save() { put('form', record()).then(function () { say(texts.saved); }).catch(function () {}); }
function open(draft) {
  form.reset();
  form.elements.gathering.value = '';
  all('[type=checkbox]').forEach(function (f) { f.checked = false; });
  all('input:not([type=checkbox]):not([type=hidden]):not([type=file]),textarea').forEach(function (f) { f.value = ''; });
  draft.fields.forEach(function (pair) {
    all('[name="' + pair[0] + '"]').forEach(function (f) {
      if (f.type === 'checkbox') { f.checked = f.checked || f.value === pair[1]; } else { f.value = pair[1]; }
    });
  });
  files = draft.files.slice();
  show();
  listed();
}
function begin() {
  var today = form.elements.starts.max;
  open({ fields: [['client', newKey()], ['kind', form.elements.kind.value], ['starts', today]], files: [] });
  clear();
}

function clear() {
  all('.note.bad,.wrong', doc).forEach(function (e) { e.parentNode.removeChild(e); });
  all('[aria-invalid]').forEach(function (e) { e.removeAttribute('aria-invalid'); });
  sure.hidden = true;
}
function report(errors, doubtful) {
  var note = make('div', 'note bad');
  clear();
  note.setAttribute('role', 'alert');
  note.tabIndex = -1;
  note.appendChild(make('h2', '', texts.errors));
  errors.forEach(function (error) {
    var a = make('a', '', error.detail), p = make('p'), field = doc.getElementById(error.field);
    a.href = '#' + error.field;
    note.appendChild(p).appendChild(error.field ? a : doc.createTextNode(error.detail));
    if (field && field.form) { field.setAttribute('aria-invalid', 'true'); }
  });
  sure.hidden = !doubtful;
  form.parentNode.insertBefore(note, form);
  note.focus();
}

/* Answers what became of a record: sent, refused with reasons, or later: no network, or nobody signed in. */
function deliver(draft) {
  var body = new FormData();
  body.append('_csrf', form.elements._csrf.value);
  draft.fields.forEach(function (pair) { body.append(pair[0], pair[1]); });
  draft.files.forEach(function (file) { body.append('evidence', file.blob, file.name); });
  return fetch(form.action, { method: 'POST', credentials: 'same-origin', body: body, headers: { Accept: 'application/json' } })
    .then(function (answer) {
      if (answer.status === 401 || answer.status === 403) { return { signIn: true }; }
      if (answer.status >= 500 || answer.status === 429) { return { later: true }; }
      return answer.json().then(function (json) {
        return answer.ok ? { url: json.url } : { errors: json.errors && json.errors.length ? json.errors
          : [{ field: '', detail: json.detail }], doubtful: /doubtful$/.test(json.type) };
      });
    }).catch(function () { return { later: true }; });
}
function submit() {
  var draft = record();
  busy = send.disabled = true;
  say(texts.sending);
  deliver(draft).then(function (made) {
    busy = send.disabled = false;
    say();
    if (made.url) {
      return drop('form', who).catch(function () {}).then(function () { location.assign(made.url); });
    } else if (made.errors) {
      report(made.errors, made.doubtful);
      return;
    }
    return put('drafts', draft).then(function () { return drop('form', who); }).then(function () {
      begin();
      return tell(made.signIn ? texts.signIn : texts.kept, made.signIn);
    }, function () { report([{ field: '', detail: texts.full }]); });
  });
}

function drafts() {
  return store('drafts', 'readonly', function (s) { return s.getAll(); }).then(function (found) {
    return found.filter(function (draft) { return draft.who === who; });
  });
}
function tell(text, signIn) {
  return drafts().then(function (waiting) {
    var link = make('a', '', texts.login);
    kept.textContent = '';
    kept.hidden = !waiting.length && !text;
    kept.setAttribute('role', 'status');
    if (text) { kept.appendChild(make('p', '', text)); }
    if (signIn) {
      link.href = location.pathname;
      kept.appendChild(make('p')).appendChild(link);
    }
    if (waiting.length) { kept.appendChild(make('p', '', fill(texts.waiting, waiting.length))); }
    waiting.filter(function (draft) { return draft.errors.length; }).forEach(refused);
  });
}
function refused(draft) {
  var part = make('div');
  part.appendChild(make('p', '', texts.refused + ' ' + name(draft)));
  draft.errors.forEach(function (error) { part.appendChild(make('p', 'wrong', error.detail)); });
  part.appendChild(button(texts.open, function () {
    drop('drafts', draft.client).then(function () { open(draft); save(); report(draft.errors, draft.doubtful); return tell(); });
  }));
  part.appendChild(button(texts.drop, function () { drop('drafts', draft.client).then(function () { return tell(); }); }));
  kept.appendChild(part);
}
function name(draft) {
  return draft.fields.filter(function (pair) { return pair[0] === 'title'; }).map(function (pair) { return pair[1]; }).join('');
}
function flush() {
  var sent = 0, stop = null;
  if (busy) { return; }
  busy = true;
  drafts().then(function (waiting) {
    return waiting.filter(function (draft) { return !draft.errors.length; }).reduce(function (before, draft) {
      return before.then(function () {
        return stop || deliver(draft).then(function (made) {
          if (made.url) { sent += 1; return drop('drafts', draft.client); }
          if (!made.errors) { stop = made; return; }
          draft.errors = made.errors;
          draft.doubtful = made.doubtful;
          return put('drafts', draft);
        });
      });
    }, Promise.resolve()).then(function () {
      if (waiting.length || !kept.hidden) { return tell(stop ? stop.signIn ? texts.signIn : texts.kept : sent ? texts.sent : '', stop && stop.signIn); }
    });
  }).catch(function () {}).then(function () { busy = false; });
}

form.addEventListener('submit', function (e) {
  e.preventDefault();
  if (!busy) { submit(); }
});
form.elements.kind.addEventListener('change', show);
all('[type=file]').forEach(function (input) { input.addEventListener('change', function () { take(input); }); });
form.addEventListener('input', function (e) { if (e.target.type !== 'file') { save(); } });
addEventListener('online', flush);
setInterval(function () { drafts().then(function (waiting) { if (waiting.length) { flush(); } }).catch(function () {}); }, AGAIN);
show();
store('form', 'readonly', function (s) { return s.get(who); }).then(function (was) {
  if (was && !doc.querySelector('.note[data-errors]') && !form.elements.gathering.value && name(was)) { open(was); }
}).catch(function () {});
flush();
}(document));
