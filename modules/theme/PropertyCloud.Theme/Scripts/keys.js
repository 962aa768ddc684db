// Single keys: inactive in fields and with modifiers, and off altogether where the reader switched them off.
import { off } from './page.js';

const inField = target => target.closest?.('input, textarea, select, [contenteditable]');
const visible = element => element.getClientRects().length > 0;

export function listenForKeys() {
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return send(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (off('keys') || inField(event.target) || document.querySelector('dialog[open]')) return;
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') return walk(event, key === 'j' ? 1 : -1);
    if (key === '?') return press(event, document.querySelector('[data-open=keys]') ?? null);
    if (!/^[a-z/]$/.test(key)) return;
    press(event, [...document.querySelectorAll(`[data-key="${key}"]`)].find(visible));
  });
}

function press(event, target) {
  if (!target) return;
  event.preventDefault();
  if (target.matches('input, textarea, select')) {
    target.focus();
    target.select?.();
  } else target.click();
}

function walk(event, step) {
  const rows = [...document.querySelectorAll('[data-row]')].filter(visible);
  if (rows.length === 0) return;
  event.preventDefault();
  const focused = rows.indexOf(document.activeElement);
  const present = focused >= 0 ? focused : rows.findIndex(x => x.hasAttribute('aria-current'));
  const next = rows[Math.min(rows.length - 1, Math.max(0, present + step))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function send(event) {
  const form = event.target.closest?.('form[data-send]');
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector('button:not([type=button])'));
}
