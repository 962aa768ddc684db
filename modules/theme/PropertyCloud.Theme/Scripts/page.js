// What the server wrote on <body>: words in the reader's language and its own time.
const words = () => (cached ??= JSON.parse(document.body.dataset.words || '{}'));
let cached;

export const say = (name, value) => (words()[name] ?? '').replace('{0}', value);

const skew = Number(document.body?.dataset.now || Date.now()) - Date.now();

/** The server's present instant in milliseconds, whatever the device's clock says. */
export const now = () => Date.now() + skew;

export const off = name => document.body.dataset[name] === 'off';
