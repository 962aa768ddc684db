// Two short notes, made here, after the reader has touched the page once; off where they switched it off.
import { off } from './page.js';

let audio;

export function prepareSound() {
  if (!document.body.dataset.soundTopic || off('sound') || !('AudioContext' in window)) return;
  const begin = () => {
    audio ??= new AudioContext();
    audio.resume?.();
  };
  for (const gesture of ['pointerdown', 'keydown']) document.addEventListener(gesture, begin, { once: true, passive: true });
}

/** Only one tab sounds, however many look again. */
export function beep() {
  if (!audio || audio.state !== 'running') return;
  if (!navigator.locks) return play();
  navigator.locks.request('pc-sound', { ifAvailable: true }, async lock => {
    if (!lock) return;
    play();
    await new Promise(resolve => setTimeout(resolve, 2000));
  });
}

function play() {
  [[880, 0], [1174.7, .16]].forEach(([pitch, after]) => {
    const at = audio.currentTime + after;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(.18, at + .02);
    loudness.gain.exponentialRampToValueAtTime(.001, at + .3);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + .32);
  });
}
