// Which of R1 to R196 an executed, passed test names; behaviour and content apart.
//   node etc/requirements.mjs RESULTS [--summary]
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const [results, mode] = process.argv.slice(2)
const walk = dir => readdirSync(dir).flatMap(name => {
  const path = join(dir, name)
  if (name === 'bin' || name === 'obj' || name === 'artefacts') return []
  return statSync(path).isDirectory() ? walk(path) : path.endsWith('.cs') ? [path] : []
})

// Passed tests by "Class.Method", from the result files.
const passed = new Set()
for (const file of readdirSync(results).filter(f => f.endsWith('.trx'))) {
  const text = readFileSync(join(results, file), 'utf8')
  for (const [, name] of text.matchAll(/<UnitTestResult [^>]*testName="([^"(]+)[^"]*"[^>]*outcome="Passed"/g)) passed.add(name.split('.').pop())
}

const behaviour = new Map(), content = new Map()
for (const file of walk('test')) {
  let traits = [], isContent = false, classTraits = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    for (const [, id] of line.matchAll(/Trait\("Requirement",\s*"(R\d+)"\)/g)) traits.push(id)
    if (/Trait\("Content"/.test(line)) isContent = true
    if (/\bclass\s+\w+/.test(line)) { classTraits = traits; traits = []; isContent = false }
    const method = line.match(/public\s+(?:async\s+)?(?:Task|void|ValueTask)\s+(\w+)\s*\(/)
    if (!method) continue
    if (passed.has(method[1])) {
      for (const id of [...traits, ...classTraits]) {
        const map = isContent ? content : behaviour
        map.set(id, [...(map.get(id) ?? []), method[1]])
      }
    }
    traits = []; isContent = false
  }
}

const order = (a, b) => Number(a.slice(1)) - Number(b.slice(1))
const only = [...content.keys()].filter(id => !behaviour.has(id)).sort(order)
if (mode !== '--summary') {
  for (const id of [...behaviour.keys()].sort(order)) console.log(`${id}\tbehaviour\t${[...new Set(behaviour.get(id))].join(', ')}`)
  for (const id of only) console.log(`${id}\tcontent\t${[...new Set(content.get(id))].join(', ')}`)
  const all = Array.from({ length: 196 }, (_, i) => `R${i + 1}`)
  console.log(`not yet: ${all.filter(id => !behaviour.has(id) && !content.has(id)).join(' ')}`)
}
console.log(`Requirements named by passed tests: ${behaviour.size} by behaviour, ${only.length} by content alone, of 196.`)
