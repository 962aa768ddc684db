// A part of a desk page that scrolls by itself and holds no link can be reached by keyboard, so that arrows scroll it.
const parts = '.log, .ppl, .side, .pv, .tbl-scroll, .bd, .mn-scroll, .col ul, .q ul';
const reachable = 'a[href], button, input, select, textarea, summary, [tabindex]';

export function reachScrollers(root = document) {
  for (const part of root.querySelectorAll(parts)) {
    const scrolls = part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1;
    if (scrolls && !part.querySelector(reachable)) part.tabIndex = 0;
    else if (part.tabIndex === 0 && 'reached' in part.dataset) part.removeAttribute('tabindex');
    if (part.tabIndex === 0) part.dataset.reached = '';
  }
}

addEventListener('resize', () => reachScrollers(), { passive: true });
