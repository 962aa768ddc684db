// <button data-open="id"> opens <dialog id>; data-close and Esc close it, and focus returns to where it was.
export function openDialogs() {
  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-open]');
    if (opener) {
      const dialog = document.getElementById(opener.dataset.open);
      if (!dialog?.showModal) return;
      event.preventDefault();
      opener.closest('details.menu')?.removeAttribute('open');
      const back = opener.closest('details.menu')?.querySelector('summary') ?? opener;
      dialog.showModal();
      dialog.addEventListener('close', () => back.focus(), { once: true });
    }
    if (event.target.closest('[data-close]')) event.target.closest('dialog')?.close();
    if (event.target.matches?.('dialog.sheet')) event.target.close();
    for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.removeAttribute('open');
    if (event.target.closest('[data-reload]')) location.reload();
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = document.querySelector('details.menu[open], .mask details[open]');
    if (!menu) return;
    menu.removeAttribute('open');
    menu.querySelector('summary').focus();
  });
  const refused = document.querySelector('dialog.sheet:has([aria-invalid]), dialog.sheet:has(.fgroup.bad)');
  refused?.showModal();
  document.querySelector('[data-focus]')?.focus();
}
