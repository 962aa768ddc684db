// Removes and turns round the rules one at a time (dotnet-stryker) and counts how many of those changes a test notices.
// Mutated are the files of every aggregate and entity, found in the sources, and the value rules that are listed below; the tests
// that judge are each module's own pure ones. What is left out of either is listed below with its reason.
//   node etc/mutate.mjs OUTPUT [--only NAME] [--below N] [--file PART] [--concurrency N]
// --file mutates only files whose path contains PART, for somebody who writes the missing tests.
// Ends with 1 when less than N per cent (80) were noticed in a module or in all, or when an aggregate's file was not mutated at all.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'

const [output, ...rest] = process.argv.slice(2)
const option = (name, otherwise) => rest.includes(name) ? rest[rest.indexOf(name) + 1] : otherwise
const only = option('--only', ''), least = Number(option('--below', '80')), part = option('--file', ''), concurrency = Number(option('--concurrency', '2'))

// Rules that are not aggregates: pure, and wrong answers of theirs reach people.
const valueRules = {
  Kernel: ['Domain/*.cs', 'Errors/DomainException.cs'],
  Identity: ['Users/PasswordPolicy.cs', 'Users/PhoneNumbers.cs', 'Users/UserNames.cs', 'Access/DataScopes.cs'],
  Registry: ['Parties/PhoneNumber.cs', 'Units/DoorPlate.cs'],
  ServiceLevels: ['Clocks/ClockCalculator.cs', 'Clocks/ResolveRun.cs', 'Clocks/CountedTime.cs', 'Clocks/EitherGroup.cs', 'Calendars/WorkTime.cs',
    'Calendars/PublicHolidays.cs', 'Plans/LimitTable.cs', 'Plans/PlanCheck.cs', 'Plans/PlanRules.cs'],
  Butler: ['Duty/DutyRules.cs', 'CallBacks/CallBackPolicy.cs'],
  Notifications: ['Notices/NoticeRules.cs'],
  Tenants: ['Companies/Company.cs', 'Companies/CompanyLabel.cs', 'Companies/ColourText.cs'],
}

const files = dir => readdirSync(dir).flatMap(name => {
  const path = join(dir, name)
  if (name === 'bin' || name === 'obj') return []
  return statSync(path).isDirectory() ? files(path) : name.endsWith('.cs') ? [path] : []
})

// Every class that is a company's row, and its parts.
function aggregateFiles(project) {
  const sources = files(project).filter(f => !f.includes('Migrations')).map(path => ({ path, text: readFileSync(path, 'utf8') }))
  const rows = new Set(['AggregateRoot', 'Entity', 'IMultiTenant'])
  for (let before = 0; before !== rows.size;) {
    before = rows.size
    for (const { text } of sources) {
      for (const [, name, bases] of text.matchAll(/\bclass (\w+)(?:\([^)]*\))? : ([^\n{]+)/g))
        if (withoutTypeArguments(bases).split(/[,\s(]+/).some(b => rows.has(b))) rows.add(name)
    }
  }
  return sources.filter(({ text }) => [...text.matchAll(/\bclass (\w+)/g)].some(([, name]) => rows.has(name))).map(s => s.path)
}

// A store of rows is no row: its type arguments do not count as bases.
function withoutTypeArguments(bases) {
  for (let shorter = bases.replace(/<[^<>]*>/g, ''); shorter !== bases; shorter = bases.replace(/<[^<>]*>/g, '')) bases = shorter
  return bases
}

// What is left out, by its place in the file, and why no rule is lost with it.
const noRule = [
  // How a row is mapped to the database: the migrations, and tests on both databases, hold it.
  /^[\w ]*class \w+(?:\([^)]*\))? : IEntityTypeConfiguration[\s\S]*?^}/gm,
  // Wording: the text tests hold each original against its English, and refusals are known by their code.
  /\$?"(?:[^"\\\n]|\\.)*\p{Script=Han}(?:[^"\\\n]|\\.)*"/gu,
  // Placeholders of properties that every factory fills: nobody can ever read them.
  /(?<=\} = )""(?=;)/g,
  // Lists of names that are data, as of the passwords that everybody guesses first.
  /HashSet<string> \w+ = new\([^)]*\)\s*\{[^}]*\}/g,
]

// Tests that do not judge: a rule must be held by a test that needs no host and no database, and that names the rule. The clock's
// model compares two thousand histories at a time: it would notice nearly everything, ten seconds a change, and say of no rule
// which one it was.
const notJudging = ['.Http.', '.Data.', '.Web.', '.Clocks.Model.']
function patterns(project, path) {
  const name = relative(project, path), text = readFileSync(path, 'utf8')
  return [name, ...noRule.flatMap(kind => [...text.matchAll(kind)].map(m => `!${name}{${m.index}..${m.index + m[0].length}}`))]
}

const projects = ['modules', 'tenants'].flatMap(top => readdirSync(top).flatMap(name => {
  const path = join(top, name)
  if (!statSync(path).isDirectory()) return []
  return top === 'modules' ? readdirSync(path).map(n => join(path, n)) : [path]
})).filter(p => existsSync(join(p, `${basename(p)}.csproj`)) && !p.endsWith('.Contracts'))

function mutate(project) {
  const short = basename(project).replace('PropertyCloud.', '')
  const aggregates = aggregateFiles(project)
  const rules = (valueRules[short] ?? []).flatMap(rule => rule.endsWith('/*.cs')
    ? files(join(project, rule.slice(0, -5))) : [join(project, rule)])
  const chosen = [...new Set([...aggregates, ...rules])]
  for (const path of chosen.filter(p => !existsSync(p))) throw new Error(`${path} is listed in etc/mutate.mjs and does not exist.`)
  const mutated = chosen.filter(path => path.includes(part))
  if (mutated.length === 0 || (only && !short.includes(only))) return null

  const out = resolve(output, short), start = Date.now()
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'stryker.json'), JSON.stringify({ 'stryker-config': {
    project: `${basename(project)}.csproj`,
    configuration: 'Release',
    mutate: mutated.flatMap(path => patterns(project, path)),
    'test-case-filter': notJudging.map(name => `FullyQualifiedName!~${name}`).join('&'),
    'coverage-analysis': 'perTest',
    concurrency,
    // What only a mistake in the program can bring about is said in English to its author; nobody tests those words.
    'ignore-methods': ['InvalidOperationException.ctor', 'UnreachableException.ctor', 'ArgumentException.ctor', 'ArgumentOutOfRangeException.ctor'],
    reporters: ['json'],
  } }, null, 2))
  const test = resolve('test', `${basename(project)}.Tests`)
  const config = relative(test, join(out, 'stryker.json'))
  const run = spawnSync('dotnet', ['stryker', '--config-file', config, '--output', out, '--skip-version-check'], { cwd: test, encoding: 'utf8', maxBuffer: 1 << 28 })
  writeFileSync(join(out, 'log.txt'), run.stdout + run.stderr)
  const report = join(out, 'reports', 'mutation-report.json')
  if (!existsSync(report)) throw new Error(`dotnet-stryker made no report for ${short}:\n${run.stdout.slice(-3000)}${run.stderr}`)
  return { short, ...read(JSON.parse(readFileSync(report, 'utf8')), project, aggregates.filter(path => mutated.includes(path))), seconds: Math.round((Date.now() - start) / 1000) }
}

function read(report, project, aggregates) {
  const noticed = [], missed = [], touched = new Set()
  for (const [path, file] of Object.entries(report.files)) {
    for (const mutant of file.mutants) {
      if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(mutant.status)) continue
      touched.add(resolve(path))
      const line = mutant.location.start.line
      const told = `${relative(project, path)}:${line} ${mutant.mutatorName}${mutant.status === 'NoCoverage' ? ' (no test comes here)' : ''}: ${file.source.split('\n')[line - 1].trim()} => ${(mutant.replacement ?? '').replace(/\s+/g, ' ')}`
      if (mutant.status === 'Killed' || mutant.status === 'Timeout') noticed.push(told)
      else missed.push(told)
    }
  }
  return { noticed, missed, untouched: aggregates.filter(a => !touched.has(resolve(a)) && /=>|[{};]\s*(if|throw|return)\b/.test(readFileSync(a, 'utf8'))) }
}

let all = 0, found = 0, forgotten = [], below = []
for (const project of projects) {
  const result = mutate(project)
  if (!result) continue
  const total = result.noticed.length + result.missed.length
  if (100 * result.noticed.length < least * total) below.push(result.short)
  all += total
  found += result.noticed.length
  forgotten.push(...result.untouched)
  writeFileSync(resolve(output, `${result.short}.survivors.txt`), result.missed.join('\n') + '\n')
  console.log(`   ${result.short.padEnd(14)} ${String(result.noticed.length).padStart(4)} of ${String(total).padStart(4)} noticed  ${(100 * result.noticed.length / total).toFixed(1).padStart(5)} %  ${result.seconds} s`)
}
const score = all === 0 ? 0 : 100 * found / all
console.log(`Rules: ${found} of ${all} changes noticed, ${score.toFixed(1)} %; those that no test noticed stand in ${relative('.', resolve(output))}/*.survivors.txt`)
if (forgotten.length > 0) console.log(`Not mutated: ${forgotten.join(', ')}`)
if (below.length > 0) console.log(`Below ${least} %: ${below.join(', ')}`)
if (forgotten.length > 0 || below.length > 0 || score < least) process.exit(1)
