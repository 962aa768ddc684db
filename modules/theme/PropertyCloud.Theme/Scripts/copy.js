// <button data-copy="#id"> copies what that element says or holds.
import { say } from './page.js';

export function offerCopies() {
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const source = document.querySelector(button.dataset.copy);
    const text = source?.value ?? source?.textContent?.trim();
    if (!text) return;
    try {
      await navigator.clipboard.writeText(text);
      const label = button.innerHTML;
      button.textContent = say('copied');
      setTimeout(() => (button.innerHTML = label), 2000);
    } catch {
      source.select?.();
    }
  });
}
