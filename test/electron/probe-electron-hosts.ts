/**
 * Runs the Electron hosts under the double, once as they are and once per change of their text, and prints which
 * checks fail. Its own process, because it changes how modules are found.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { checks, type Observed } from './electron-checks.ts'
import { createElectronDouble, listenerOf } from './electron-double.ts'

export type Change = { readonly file: string; readonly from: string; readonly to: string }

const { changes, dataFolder } = JSON.parse(readFileSync(0, 'utf8')) as {
  readonly changes: readonly (Change | null)[]
  readonly dataFolder: string
}

const doubles = new Map<string, Record<string, unknown>>()
Object.assign(globalThis, { electronDoubles: doubles })

registerHooks({
  resolve(specifier, context, next) {
    const turn = /\?turn=(.+)$/.exec(context.parentURL ?? '')?.[1]
    if (turn === undefined) return next(specifier, context)
    if (specifier === 'electron') return { url: `double:${turn}`, shortCircuit: true }
    const found = next(specifier, context)
    return specifier.startsWith('.') ? { ...found, url: `${found.url}?turn=${turn}` } : found
  },
  load(url, context, next) {
    if (url.startsWith('double:')) {
      const names = Object.keys(createElectronDouble().module).join(', ')
      const source = `export const { ${names} } = globalThis.electronDoubles.get(${JSON.stringify(url.slice(7))})`
      return { format: 'module', source, shortCircuit: true }
    }
    const [, path = '', index = ''] = /^(.+)\?turn=(\d+)/.exec(url) ?? []
    const change = index === '' ? null : (changes[Number(index)] ?? null)
    const loaded = next(url, context)
    if (change === null || !path.endsWith(`/electron/${change.file}`)) return loaded
    const text = readFileSync(new URL(path), 'utf8')
    if (text.split(change.from).length !== 2)
      throw new Error(`${change.file} does not hold "${change.from}" once.`)
    return { ...loaded, source: text.replace(change.from, () => change.to) }
  },
})

async function observe(index: number): Promise<Observed> {
  const main = createElectronDouble()
  const preload = createElectronDouble()
  doubles.set(`${index}-main`, main.module).set(`${index}-preload`, preload.module)
  process.argv = [process.execPath, 'main.ts', '--data', dataFolder]
  await import(`../../electron/main.ts?turn=${index}-main`)
  await nextTurn()

  const posted: unknown[][] = []
  const onLoad: (() => void)[] = []
  const window = {
    addEventListener: (_name: string, listener: () => void) => onLoad.push(listener),
    postMessage: (...given: unknown[]) => posted.push(given),
  }
  Object.assign(globalThis, { window })
  await import(`../../electron/preload.ts?turn=${index}-preload`)
  for (const listener of onLoad) listener()
  listenerOf(preload.calls, 'ipcRenderer.on', 'port')?.({ ports: ['port 2'] })

  const { fuseConfiguration } = (await import(
    `../../electron/packaging/flip-fuses.ts?turn=${index}-fuses`
  )) as typeof import('../../electron/packaging/flip-fuses.ts')
  const preloadCalls = preload.calls.toSorted((one, other) => one.path.localeCompare(other.path))
  return { main: main.calls, preload: preloadCalls, posted, fuses: fuseConfiguration('linux') }
}

const failures: string[][] = []
for (const index of changes.keys()) {
  const observed = await observe(index)
  const failing: string[] = []
  for (const [name, check] of Object.entries(checks)) if (!(await check(observed))) failing.push(name)
  failures.push(failing)
}
console.log(JSON.stringify(failures))
