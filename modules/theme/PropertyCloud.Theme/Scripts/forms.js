// Posts once, shows chosen photos, reveals a masked value for thirty seconds.
import { say } from './page.js';

const largest = 10 * 1024 * 1024;

export function improveForms() {
  document.addEventListener('submit', event => event.defaultPrevented || once(event));
  document.addEventListener('change', event => event.target.matches('input[type=file][data-previews], .photos input[type=file]') && preview(event.target));
  document.addEventListener('change', event => event.target.closest('[data-submits]') && event.target.form?.requestSubmit());
  window.addEventListener('pageshow', event => event.persisted && document.querySelectorAll('[data-busy]').forEach(free));
}

/** The pressed button keeps its label and its value; a second press does nothing. */
function once(event) {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.matches('[data-reveal]')) return reveal(event);
  if ('busy' in form.dataset) return event.preventDefault();
  form.dataset.busy = '';
  for (const button of form.querySelectorAll('button:not([type=button])')) button.setAttribute('aria-disabled', 'true');
  const status = document.getElementById('notice');
  if (status) setTimeout(() => 'busy' in form.dataset && (status.textContent ||= say('busy')), 300);
  if (form.matches('[data-download]')) setTimeout(() => free(form), 2000);
}

function free(form) {
  delete form.dataset.busy;
  for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
}

function preview(input) {
  const box = input.parentElement;
  let list = box.querySelector('.previews');
  if (!list) {
    list = document.createElement('div');
    list.className = 'previews';
    list.setAttribute('role', 'status');
    box.append(list);
  }
  list.replaceChildren(...[...input.files].map(file => {
    const figure = document.createElement('figure');
    const words = document.createElement('figcaption');
    if (file.type.startsWith('image/')) {
      const image = document.createElement('img');
      image.alt = file.name;
      image.src = URL.createObjectURL(file);
      image.onload = () => URL.revokeObjectURL(image.src);
      figure.append(image);
    }
    words.textContent = file.size > largest ? say('large') : say('kilobytes', Math.max(1, Math.round(file.size / 1024)));
    if (file.size > largest) words.className = 'bad';
    figure.append(words);
    return figure;
  }));
}

async function reveal(event) {
  event.preventDefault();
  const form = event.target;
  const mask = form.closest('.mask');
  const shown = mask.querySelector('[data-masked]');
  const details = form.closest('details');
  const masked = shown.textContent;
  const hide = words => {
    shown.textContent = masked;
    details.hidden = false;
    status(mask, words);
  };
  try {
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'text/plain', 'X-Requested-With': 'fetch' } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    shown.textContent = (await answer.text()).trim();
    details.open = false;
    details.hidden = true;
    shown.tabIndex = -1;
    shown.focus();
    setTimeout(() => hide(say('hidden')), 30_000);
  } catch {
    status(mask, say('refused'));
  }
}

function status(mask, words) {
  let line = mask.querySelector('[role=status]');
  if (!line) {
    line = document.createElement('span');
    line.className = 'muted';
    line.setAttribute('role', 'status');
    mask.append(line);
  }
  line.textContent = words;
}
