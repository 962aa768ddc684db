// Looks again when the server announces a topic. One tab of a browser listens and tells the others; without server-sent
// events, or where they fail, every page asks by itself once a minute.
import { tickClocks } from './clocks.js';
import { say } from './page.js';
import { reachScrollers } from './scrollers.js';
import { beep, prepareSound } from './sound.js';

const minute = 60_000;
let contact = Date.now();
let channel;

export function lookAgain() {
  const address = document.body.dataset.live;
  if (!address) return;
  prepareSound();
  channel = 'BroadcastChannel' in window ? new BroadcastChannel('pc-live') : null;
  channel?.addEventListener('message', event => heard(event.data));
  if ('EventSource' in window) {
    if (navigator.locks && channel) navigator.locks.request('pc-live', () => new Promise(() => listen(address)));
    else listen(address);
  }
  for (const region of document.querySelectorAll('[data-look-again]')) goOn(region);
  setInterval(poll, minute);
  document.addEventListener('visibilitychange', () => document.hidden || (Date.now() - contact > minute && poll()));
}

function listen(address) {
  const source = new EventSource(address);
  const on = event => {
    const topic = topicOf(event.data);
    heard(topic);
    channel?.postMessage(topic);
  };
  source.onmessage = on;
  source.addEventListener('look-again', on);
  source.addEventListener('ping', () => on({ data: '' }));
  // What was announced while the line was cut is not said again.
  let cut = false;
  source.onopen = () => {
    on({ data: cut ? '*' : '' });
    cut = true;
  };
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(address), 5 * minute);
  };
}

const topicOf = data => {
  if (!data?.startsWith('{')) return data ?? '';
  try {
    return JSON.parse(data).topic ?? '';
  } catch {
    return '';
  }
};

function heard(topic) {
  reached();
  if (!topic) return;
  for (const region of document.querySelectorAll('[data-look-again]'))
    if (topic === '*' || region.dataset.lookAgain.split(/\s+/).includes(topic)) soon(region);
}

const waiting = new WeakMap();

/** Several announcements within a breath are one look. */
function soon(region) {
  if (waiting.has(region)) return;
  waiting.set(region, setTimeout(() => {
    waiting.delete(region);
    look(region);
  }, 250 + Math.random() * 500));
}

/** A region that says it is still moving (an import under way) is looked at again until it stands still: it may have moved
    before this page listened. */
function goOn(region) {
  if (region.querySelector('[data-look-more]')) setTimeout(() => look(region), 3000);
}

function poll() {
  if (document.hidden) return;
  for (const region of document.querySelectorAll('[data-look-again][data-look-url]')) look(region);
}

async function look(region) {
  if (document.hidden && !('lookQuiet' in region.dataset)) return;
  const inside = region.contains(document.activeElement) && document.activeElement;
  if (inside?.matches?.('input, textarea, select')) return;
  if (region.querySelector('details[open], dialog[open]')) return;
  try {
    const answer = await fetch(region.dataset.lookUrl, { headers: { Accept: 'text/html', 'X-Requested-With': 'fetch' }, cache: 'no-store' });
    if (answer.status === 401 || answer.redirected) return location.reload();
    if (!answer.ok) throw new Error(String(answer.status));
    const html = answer.status === 204 ? region.innerHTML : picked(await answer.text(), region.dataset.lookSelect);
    const before = bell(region);
    const place = inside?.getAttribute?.('href');
    const scrolls = [...region.querySelectorAll('.col ul, .q ul, .bd')].map(x => [x.scrollTop, x.scrollLeft]);
    region.innerHTML = html;
    region.querySelectorAll('.col ul, .q ul, .bd').forEach((x, i) => scrolls[i] && ([x.scrollTop, x.scrollLeft] = scrolls[i]));
    if (place) region.querySelector(`a[href="${CSS.escape(place)}"]`)?.focus({ preventScroll: true });
    tickClocks(region);
    reachScrollers(region);
    window.htmx?.process(region);
    goOn(region);
    if (document.body.dataset.soundTopic === region.dataset.lookAgain && sounds(before, bell(region))) beep();
    reached();
  } catch {
    stale();
  }
}

const bell = region => ({ ...region.querySelector('[data-loud]')?.dataset });

/** More that is worth a sound, or a newer one where another was read meanwhile: ids grow with time. What is not loud only counts. */
const sounds = (before, now) => 'loud' in before && 'loud' in now && (Number(now.loud) > Number(before.loud) || now.loudest > before.loudest);

/** Where the address is the page itself, its own part is taken out of it. */
function picked(html, select) {
  if (!select) return html;
  const part = new DOMParser().parseFromString(html, 'text/html').querySelector(select);
  if (!part) throw new Error(select);
  return part.innerHTML;
}

function reached() {
  contact = Date.now();
  const bar = document.getElementById('stale');
  if (bar) bar.hidden = true;
}

function stale() {
  const bar = document.getElementById('stale');
  if (!bar || Date.now() - contact < minute) return;
  const at = new Date(contact).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: document.body.dataset.zone });
  bar.firstElementChild.textContent = say('stale', at);
  bar.hidden = false;
}
