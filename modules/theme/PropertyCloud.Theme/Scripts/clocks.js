// Moves running chips on by the instants that the server wrote: run, warn, late. No other state ever changes here.
import { now, say } from './page.js';

const minute = 60_000;
const icons = { run: 'clock', warn: 'clock-exclamation', late: 'alarm' };

const length = ms => {
  const minutes = Math.max(1, Math.floor(ms / minute));
  return minutes < 60 ? say('minutes', minutes) : minutes < 1440 ? say('hours', Math.floor(minutes / 60)) : say('days', Math.floor(minutes / 1440));
};

const text = (left, by) =>
  left <= 0 ? (left > -minute ? say('just') : say('over', length(-left)))
    : left >= 60 * minute ? by
      : left < minute ? say('last')
        : say('left', Math.floor(left / minute));

export function tick(chip, at = now()) {
  const due = Number(chip.dataset.due);
  const started = Number(chip.dataset.started || 0);
  const warn = Number(chip.dataset.warn || Infinity);
  const state = at >= due ? 'late' : at >= warn ? 'warn' : 'run';
  const value = chip.querySelector('.v');
  const words = text(due - at, chip.dataset.by);
  if (value.textContent !== words) value.textContent = words;
  const fill = chip.querySelector('.clock-fill');
  if (state === 'late') fill?.remove();
  else if (fill && started && due > started) fill.firstElementChild.setAttribute('width', Math.round(Math.min(100, Math.max(0, (at - started) * 100 / (due - started)))));
  if (chip.classList.contains(`clock-${state}`)) return;
  chip.classList.remove('clock-run', 'clock-warn', 'clock-late');
  chip.classList.add(`clock-${state}`);
  chip.querySelector('.sr').textContent = say(state);
  const use = chip.querySelector('.i use');
  use.setAttribute('href', use.getAttribute('href').replace(/#.*/, `#${icons[state]}`));
}

export function tickClocks(root = document) {
  for (const chip of root.querySelectorAll('[data-clock][data-due]')) tick(chip);
}

setInterval(() => tickClocks(), 20_000);
document.addEventListener('visibilitychange', () => document.hidden || tickClocks());
