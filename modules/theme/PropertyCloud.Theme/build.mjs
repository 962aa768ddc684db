// Makes wwwroot/gen from Styles, Scripts and npm packages. Run by the project's target BuildThemeAssets before static web
// assets are collected; also by hand: `node build.mjs`. Writes a file only when its content changed, so nothing recompiles in vain.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { baseIcons } from './Build/icons.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const gen = join(here, 'wwwroot/gen');
const state = join(here, 'obj/theme');
const require = createRequire(import.meta.url);

const read = path => readFileSync(path, 'utf8');
const hash = content => createHash('sha256').update(content).digest('hex').slice(0, 10);
const write = (path, content) => {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

function* files(folder, extensions) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['bin', 'obj', 'node_modules', 'wwwroot', 'Migrations'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path, extensions);
    else if (extensions.some(x => entry.name.endsWith(x))) yield path;
  }
}

/** Two builds may run at once (two solutions, a test run beside a build): the second waits for the first. */
async function alone(work) {
  const lock = join(state, 'lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = 0; ; waited += 100) {
    try {
      mkdirSync(lock);
      break;
    } catch (taken) {
      if (taken.code !== 'EEXIST') throw taken;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 300_000 || waited > 300_000) rmdirSync(lock);
      else await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
  try {
    await work();
  } finally {
    rmdirSync(lock);
  }
}

/** Packages are installed only when the lock file is another than the installed one; their install scripts never run. */
function restore() {
  const mark = join(here, 'node_modules/.lock-hash');
  const wanted = hash(read(join(here, 'package-lock.json')));
  if (existsSync(mark) && read(mark) === wanted) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(mark, wanted);
}

/** Names written out in the code fail the build when no such icon exists; other literals are taken where one does. */
function iconNames(known) {
  const named = [/<pc-icon\b[^>]*?\bname="([a-z0-9-]+)"/g, /\bicon="([a-z0-9-]+)"/g, /\bIcon\s*[:=]\s*"([a-z0-9-]+)"/g, /"icon"\s*:\s*"([a-z0-9-]+)"/g,
    /\bnew(?:\s+MenuEntry)?\s*\(\s*(?:Place\s*:\s*)?MenuPlace\.\w+\s*,\s*\d+\s*,\s*"[^"]*"\s*,\s*"([a-z0-9-]+)"/g, /\bnew\s+ServiceTile\s*\([^"\n]*"[^"]*"\]?\s*,\s*"([a-z0-9-]+)"/g];
  const wanted = new Set(baseIcons);
  const unknown = baseIcons.filter(x => !known.has(x)).map(x => `${x} (base list)`);
  for (const folder of ['modules', 'tenants'])
    for (const path of files(join(root, folder), ['.cshtml', '.cs', '.json'])) {
      if (/\b(package(s)?(-lock|\.lock)?|en)\.json$/.test(path)) continue;
      const text = read(path);
      for (const pattern of named)
        for (const [, name] of text.matchAll(pattern))
          known.has(name) ? wanted.add(name) : unknown.push(`${name} (${relative(root, path)})`);
      for (const [, name] of text.matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)+)"/g)) if (known.has(name)) wanted.add(name);
    }
  if (unknown.length) throw new Error(`No such icon: ${[...new Set(unknown)].join(', ')}`);
  return [...wanted].sort();
}

function sprite() {
  const folder = join(here, 'node_modules/@tabler/icons/icons/outline');
  const known = new Set(readdirSync(folder).map(x => x.replace(/\.svg$/, '')));
  const names = iconNames(known);
  const symbols = names.map(name => {
    const inner = read(join(folder, `${name}.svg`)).replace(/<!--[\s\S]*?-->/g, '').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, '').replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
    return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`;
  });
  return { names, svg: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>` };
}

const span = (...ranges) => ranges.map(([from, to = from]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')).join('');
const capitals = span([0x20, 0x60], [0x7b, 0x7e], [0xa0], [0xa5], [0xb0, 0xb3], [0xb7], [0xd7], [0xf7], [0x2212]);
const small = span([0x61, 0x7a], [0xdf, 0xf6], [0xf8, 0xff]);

/** Two faces a weight: what plates, times and money need, and the small letters that few Chinese pages fetch (ruling 49). Hints are
    left out: they are half of the bytes, and no screen of the last ten years draws with them. */
async function fonts() {
  const mark = join(state, 'fonts');
  const made = [400, 600].flatMap(w => [`latin-figures-${w}.woff2`, `latin-letters-${w}.woff2`]).every(x => existsSync(join(gen, x)));
  const source = weight => join(here, `node_modules/@fontsource/barlow/files/barlow-latin-${weight}-normal.woff2`);
  const wanted = hash([400, 600].map(w => hash(readFileSync(source(w)))).join() + capitals + small + 'tnum kern unhinted');
  if (made && existsSync(mark) && read(mark) === wanted) return;
  const subset = require('subset-font');
  for (const weight of [400, 600])
    for (const [name, text] of [['figures', capitals], ['letters', small]])
      write(join(gen, `latin-${name}-${weight}.woff2`), await subset(readFileSync(source(weight)), text, { targetFormat: 'woff2', keepFeatures: ['tnum', 'kern'], noHinting: true }));
  write(mark, wanted);
}

/** `@dark { … }` stands for the dark theme, chosen or by the system's preference. */
const dark = css => css.replace(/@dark\s*\{([^}]*)\}/g, (_, body) =>
  `[data-theme=dark]{${body}}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${body}}}\n`);

async function styles(esbuild) {
  const first = ['tokens', 'base', 'controls', 'forms', 'marks', 'components', 'dialogs', 'tables', 'phone', 'timeline', 'desk', 'board', 'detail', 'plan'];
  const last = ['fold', 'elder', 'motion', 'print'];
  const all = readdirSync(join(here, 'Styles')).filter(x => x.endsWith('.css')).map(x => x.slice(0, -4));
  const own = all.filter(x => !first.includes(x) && !last.includes(x)).sort();
  const text = [...first, ...own, ...last].filter(x => all.includes(x)).map(x => dark(read(join(here, `Styles/${x}.css`)))).join('\n')
    .replace(/url\((latin-[\w-]+\.woff2)\)/g, (_, file) => `url(${file}?v=${hash(readFileSync(join(gen, file)))})`);
  const { code, warnings } = await esbuild.transform(text, { loader: 'css', minify: true, target: ['chrome87', 'safari14.1', 'firefox85'], charset: 'utf8' });
  if (warnings.length) throw new Error(warnings.map(w => `pc.css: ${w.text} (${w.location?.lineText ?? ''})`).join('\n'));
  return code;
}

async function scripts(esbuild) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(here, 'Scripts/main.js')], bundle: true, minify: true, write: false, format: 'iife', target: ['chrome87', 'safari14.1', 'firefox85'], charset: 'utf8', legalComments: 'none',
  });
  return outputFiles[0].text;
}

await alone(async () => {
  restore();
  const esbuild = require('esbuild');
  await fonts();
  const { names, svg } = sprite();
  const made = { 'pc.css': await styles(esbuild), 'pc.js': await scripts(esbuild), 'icons.svg': svg, 'htmx.min.js': read(join(here, 'node_modules/htmx.org/dist/htmx.min.js')) };
  for (const [name, content] of Object.entries(made)) write(join(gen, name), content);
  for (const old of readdirSync(gen)) if (!(old in made) && !/^latin-(figures|letters)-(400|600)\.woff2$/.test(old)) unlinkSync(join(gen, old));
  const constant = name => name.replace(/(^|[.-])(\w)/g, (_, __, letter) => letter.toUpperCase());
  write(join(state, 'ThemeAssets.g.cs'), `// Made by build.mjs.
namespace PropertyCloud.Theme;

public static partial class ThemeAssets
{
${Object.entries(made).map(([name, content]) => `    public const string ${constant(name)} = "/_content/PropertyCloud.Theme/gen/${name}?v=${hash(content)}";`).join('\n')}

    internal static readonly System.Collections.Frozen.FrozenSet<string> Icons = System.Collections.Frozen.FrozenSet.ToFrozenSet<string>([${names.map(x => `"${x}"`).join(', ')}]);
}
`);
  writeFileSync(join(state, 'stamp'), '');
  const packed = Object.entries(made).map(([name, content]) => `${name} ${(brotliCompressSync(content).length / 1024).toFixed(1)}`);
  if (process.argv.includes('--sizes')) console.log(`${names.length} icons; KB compressed: ${packed.join(', ')}; fonts ${readdirSync(gen).filter(x => x.endsWith('2')).map(x => (statSync(join(gen, x)).size / 1024).toFixed(1)).join(' ')}`);
});
