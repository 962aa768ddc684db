// Which of R1 to R196 executed, passed tests name; behaviour and content apart.
//   node etc/requirements.mjs RESULTS [--summary] [--release] [--leave-out R4]
// A test counts when every one of its results passed: each row of a theory, in each class that inherits it. --release ends with 1
// when a requirement of the list below is named by none; --leave-out forgets the tests that name one, to show that it would.
// A tag that names no requirement ends the run with 2.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

// What this release must prove, as far as its modules answer for it.
const release = `R1 R4 R6 R12 R17 R18 R20 R22 R42 R43 R44 R48 R50 R51 R52 R54 R55 R56 R63 R66 R70 R77 R80 R81 R82 R83 R85 R96 R107 R119 R126
  R131 R132 R134 R135 R136 R140 R148 R153 R154 R155 R179 R182 R184 R187 R190 R192 R193 R196`.split(/\s+/)
const last = 196

const [results, ...options] = process.argv.slice(2)
const leftOut = options.includes('--leave-out') ? options[options.indexOf('--leave-out') + 1] : ''
const isRequirement = id => /^R[1-9]\d*$/.test(id) && Number(id.slice(1)) <= last

const walk = dir => readdirSync(dir).flatMap(name => {
  const path = join(dir, name)
  if (name === 'bin' || name === 'obj' || name === 'artefacts') return []
  return statSync(path).isDirectory() ? walk(path) : path.endsWith('.cs') ? [path] : []
})

// Classes of the tests by full name, with their bases, and the methods that are tagged.
const classes = new Map(), tagged = [], wrong = []
for (const file of walk('test')) {
  let space = '', current = null, wanted = [], contents = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^\s*\/\//.test(line)) continue
    space = line.match(/^namespace ([\w.]+);/)?.[1] ?? space
    for (const [, kind, id] of line.matchAll(/Trait\("(Requirement|Content)",\s*"([^"]*)"\)/g)) {
      if (!isRequirement(id) && !(kind === 'Content' && id === 'true')) wrong.push(`${file}: ${kind} ${id}`)
      ;(kind === 'Requirement' ? wanted : contents).push(id)
    }
    const type = line.match(/^\s*(?:public|internal|private)?\s*((?:abstract|sealed|static|partial)\s+)*class (\w+)(?:\(.*?\))?(?:\s*:\s*(\w+))?/)
    if (type) {
      current = `${space}.${type[2]}`
      classes.set(current, { name: current, base: type[3] ? `${space}.${type[3]}` : null, isAbstract: /abstract/.test(line), wanted, contents })
      ;[wanted, contents] = [[], []]
    }
    const method = line.match(/^\s*public\s+(?:async\s+)?(?:Task|void|ValueTask)\s+(\w+)\s*\(/)
    if (!method || !current) continue
    const own = classes.get(current)
    const ids = [...wanted, ...own.wanted], content = [...contents, ...own.contents]
    for (const id of content.filter(c => c !== 'true' && !ids.includes(c))) wrong.push(`${file}: ${method[1]} is tagged as the content of ${id}, which it does not name`)
    if (ids.length > 0) tagged.push({ type: current, method: method[1], ids, isContent: id => content.includes(id) || content.includes('true') })
    ;[wanted, contents] = [[], []]
  }
}
if (wrong.length > 0) {
  console.error(`Tags that name no requirement (R1 to R${last}):\n  ${wrong.join('\n  ')}`)
  process.exit(2)
}
if (!results || !existsSync(results)) {
  console.error('No results: run etc/test.sh first.')
  process.exit(2)
}

// Outcomes by "Namespace.Class.Method", over all rows.
const outcomes = new Map()
for (const file of readdirSync(results).filter(f => f.endsWith('.trx'))) {
  for (const [result] of readFileSync(join(results, file), 'utf8').matchAll(/<UnitTestResult [^>]*>/g)) {
    const name = result.match(/testName="([^"(]+)/)[1], passed = /outcome="Passed"/.test(result)
    outcomes.set(name, (outcomes.get(name) ?? true) && passed)
  }
}

const inherits = (type, from) => type && (type.name === from || inherits(classes.get(type.base), from))
const behaviour = new Map(), content = new Map()
for (const test of tagged.filter(t => !t.ids.includes(leftOut))) {
  const told = [...classes.values()].filter(c => !c.isAbstract && inherits(c, test.type)).map(c => outcomes.get(`${c.name}.${test.method}`)).filter(o => o !== undefined)
  if (told.length === 0 || told.includes(false)) continue
  for (const id of test.ids) {
    const map = test.isContent(id) ? content : behaviour
    map.set(id, [...(map.get(id) ?? []), `${test.type.split('.').pop()}.${test.method}`])
  }
}

const order = (a, b) => Number(a.slice(1)) - Number(b.slice(1))
const alone = [...content.keys()].filter(id => !behaviour.has(id)).sort(order)
if (!options.includes('--summary') && !leftOut) {
  for (const id of [...behaviour.keys()].sort(order)) console.log(`${id}\tbehaviour\t${[...new Set(behaviour.get(id))].join(', ')}`)
  for (const id of alone) console.log(`${id}\tcontent\t${[...new Set(content.get(id))].join(', ')}`)
  const all = Array.from({ length: last }, (_, i) => `R${i + 1}`)
  console.log(`not yet: ${all.filter(id => !behaviour.has(id) && !content.has(id)).join(' ')}`)
}
if (!leftOut) console.log(`Requirements named by passed tests: ${behaviour.size} by behaviour, ${alone.length} by content alone, of ${last}.`)
if (options.includes('--release')) {
  const missing = release.filter(id => !behaviour.has(id) && !content.has(id))
  if (missing.length > 0 && !leftOut) console.log(`Not proved by this run: ${missing.join(' ')}`)
  if (missing.length > 0) process.exit(1)
  if (!leftOut) console.log(`All ${release.length} requirements of this release are named by passed tests.`)
}
