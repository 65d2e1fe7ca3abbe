/* Console pages that live: figures as they change, and copying of links. Every page is whole without it. */
(function (doc) {
'use strict';
var copies = [].slice.call(doc.querySelectorAll('[data-copy]'));
if (navigator.clipboard) {
  copies.forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(button.getAttribute('data-copy')).then(function () {
        button.textContent = button.getAttribute('data-copied');
        button.setAttribute('role', 'status');
      });
    });
  });
}

var from = doc.querySelector('[data-live-from]');
if (!from || !window.EventSource) { return; }
var source = new EventSource(from.getAttribute('data-live-from')), held = null;
source.addEventListener('figures', function (event) {
  var figures = JSON.parse(event.data);
  [].slice.call(doc.querySelectorAll('[data-live]')).forEach(function (place) {
    var figure = figures[place.getAttribute('data-live')];
    if (figure !== undefined && place.textContent !== figure) { place.textContent = figure; }
  });
});
/* Parts are put in place only while nobody is reading on with the keyboard inside them; open details stay open. */
source.addEventListener('parts', function (event) { held = event.data; place(); });
doc.addEventListener('focusout', function () { setTimeout(place, 0); });
function place() {
  if (held === null) { return; }
  var box = doc.createElement('div'), late = false;
  box.innerHTML = held;
  [].slice.call(box.children).forEach(function (fresh) {
    var old = fresh.id && doc.getElementById(fresh.id);
    if (!old) { return; }
    if (old.contains(doc.activeElement)) { late = true; return; }
    var open = [].map.call(old.querySelectorAll('details'), function (one) { return one.open; });
    [].forEach.call(fresh.querySelectorAll('details'), function (one, i) { one.open = Boolean(open[i]); });
    old.parentNode.replaceChild(fresh, old);
  });
  if (!late) { held = null; }
}
source.addEventListener('bye', function () { source.close(); });
window.addEventListener('pagehide', function () { source.close(); });
})(document);
