import './clocks.js';
