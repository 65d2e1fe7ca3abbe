/* A ballot on a phone, beside sheet.js: the phase one is in, how many are picked, and the names to check at the end.
   Old WebViews: no syntax beyond ES5. */
(function (doc) {
'use strict';
var form = doc.querySelector('form[data-ballot]');
if (!form || !window.fetch || !window.MutationObserver) { return; }
var steps = all('[data-step]', form), checking = form.querySelector('[data-checking]');
var count = form.querySelector('[data-count]'), phases = doc.querySelector('[data-phases]');

function all(css, root) { return [].slice.call(root.querySelectorAll(css)); }
function picked(group) { return all('input:checked', group); }
function current() { return steps.filter(function (s) { return !s.hidden; })[0] || steps[0]; }

function list(choices) {
  var boxes = picked(doc.getElementById('item-' + choices.getAttribute('data-choices')));
  choices.textContent = '';
  boxes.map(function (box) {
    return form.querySelector('label[for="' + box.id + '"]').cloneNode(true).childNodes;
  }).forEach(function (name) { add(choices, [].slice.call(name)); });
  if (!boxes.length) { add(choices, [doc.createTextNode(choices.getAttribute('data-none'))]); }
}
function add(choices, nodes) {
  var item = choices.appendChild(doc.createElement('li')), text = item.appendChild(doc.createElement('div'));
  nodes.forEach(function (node) { text.appendChild(node); });
}
function refresh() {
  var step = current(), group = step.querySelector('[data-item]');
  var next = form.querySelector('[data-submit] button[type=button]:not(.quiet)');
  count.hidden = !group;
  if (group) {
    count.textContent = count.getAttribute('data-pattern').replace('{0}', picked(group).length)
        .replace('{1}', group.getAttribute('data-max'));
  }
  if (next) {
    next.textContent = form.getAttribute(steps.indexOf(step) === steps.length - 2 ? 'data-check' : 'data-next');
  }
  if (step === checking) { all('[data-choices]', checking).forEach(list); }
  all('li', phases).forEach(function (phase, i) {
    if (i === (step === checking ? 1 : 0)) { phase.setAttribute('aria-current', 'step'); }
    else { phase.removeAttribute('aria-current'); }
  });
}

doc.querySelector('[data-jumps]').hidden = true;
phases.hidden = false;
form.addEventListener('change', function () { setTimeout(refresh, 0); });
doc.addEventListener('DOMContentLoaded', refresh);
steps.forEach(function (step) {
  new MutationObserver(refresh).observe(step, { attributes: true, attributeFilter: ['hidden'] });
});
}(document));
