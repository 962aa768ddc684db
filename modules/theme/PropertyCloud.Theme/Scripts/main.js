// Everything here only helps: each page works without it.
import { tickClocks } from './clocks.js';
import { openDialogs } from './dialogs.js';
import { improveForms } from './forms.js';
import { listenForKeys } from './keys.js';
import { lookAgain } from './live.js';
import { offerCopies } from './copy.js';
import { reachScrollers } from './scrollers.js';

const start = () => {
  openDialogs();
  improveForms();
  offerCopies();
  tickClocks();
  reachScrollers();
  listenForKeys();
  lookAgain();
};

document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', start) : start();
