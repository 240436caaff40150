/**
 * Who may import what. Read the tables: they are the architecture; the code below only checks them.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { files, importsOf, root } from './architecture/imports.ts'
import type { Import } from './architecture/imports.ts'

/** Package -> the files and folders (ending in /) that may import it. A package that is not here is imported nowhere. */
const packages: Readonly<Record<string, readonly string[]>> = {
  // the desktop
  electron: ['electron/main.ts', 'electron/preload.ts', 'electron/window.ts'],

  // storage and machine
  'better-sqlite3': ['electron/database/'],
  systeminformation: ['electron/telemetry/'],
  commander: ['electron/cli.ts', 'electron/commands/'],

  // the contract and its carriers
  zod: [
    'shared/markets/',
    'shared/diligence/',
    'shared/imports/import-schema.ts',
    'shared/api.ts',
    'electron/',
  ],
  '@orpc/contract': ['shared/api.ts', 'renderer/client.ts', 'electron/'],
  '@orpc/server': ['electron/'],
  '@orpc/client': ['renderer/client.ts', 'electron/commands/'],

  // the workbook
  '@e965/xlsx': ['shared/workbook/xlsx-file.ts'],

  // what comes in from outside
  papaparse: ['shared/imports/csv-table.ts', 'shared/diligence/report/'],
  unbash: ['shared/install-review/'],

  // what goes out
  pdfmake: ['electron/reports/'],

  // the pages
  react: ['renderer/'],
  'react-dom': ['renderer/'],
  zustand: ['renderer/'],
  '@mantine/core': ['renderer/'],
  '@mantine/hooks': ['renderer/'],
  '@mantine/notifications': ['renderer/'],
  '@mantine/spotlight': ['renderer/frame/', 'renderer/main.tsx', 'renderer/app.tsx'],
  '@tabler/icons-react': ['renderer/'],
  'get-nonce': ['renderer/style-nonce.ts'],
  recharts: ['renderer/charts/'],
  uplot: ['renderer/charts/'],

  // Node
  'node:child_process': ['electron/telemetry/child.ts', 'electron/start/'],
  'node:http': ['electron/loopback/'],
  'node:net': ['electron/loopback/'],
  'node:crypto': ['electron/'],
  'node:fs': ['electron/'],
  'node:module': ['electron/'],
  'node:os': ['electron/'],
  'node:path': ['electron/'],
  'node:perf_hooks': ['electron/clock.ts'],
  'node:readline': ['electron/'],
  'node:stream': ['electron/'],
  'node:timers': ['electron/'],
  'node:url': ['electron/'],
  'node:util': ['electron/'],
  'node:worker_threads': ['electron/imports/'],
}

/**
 * From bottom to top. A file imports from its own area and from areas of lower rows; areas in one row do not know
 * each other. Each file of shared/ and electron/ has its place here.
 */
const layers: readonly (readonly (readonly string[])[])[] = [
  [['shared/math.ts'], ['shared/calendar.ts'], ['shared/figure.ts']],
  [
    ['shared/units.ts', 'shared/unit-forms.ts'],
    [
      'shared/catalogue.ts',
      'shared/catalogue-gpu.ts',
      'shared/catalogue-search.ts',
      'shared/markets/market-profile.ts',
    ],
    ['shared/scenario.ts'],
  ],
  [
    ['shared/liquidity/'],
    ['shared/finance/'],
    ['shared/telemetry/'],
    ['shared/imports/'],
    ['shared/install-review/'],
  ],
  [['shared/economics/']],
  [['shared/scenario-entries.ts'], ['shared/rig-body.ts']],
  [['shared/sensitivity/'], ['shared/explain/'], ['shared/proof/'], ['shared/workbook/']],
  [['shared/markets/']],
  [['shared/guide.ts'], ['shared/diligence/']],
  [['shared/api.ts']],
  [
    ['electron/node-version.mjs'],
    ['electron/version.ts'],
    ['electron/clock.ts'],
    ['electron/data-folder.ts'],
    ['electron/catalogue.ts'],
    ['electron/guide.ts'],
    ['electron/checklists.ts'],
    ['electron/proof.ts'],
    ['electron/policy.ts', 'electron/policy/'],
    ['electron/window-place.ts'],
  ],
  [['electron/database/'], ['electron/telemetry/'], ['electron/imports/'], ['electron/reports/']],
  [['electron/procedures/']],
  [['electron/backend.ts']],
  [['electron/host-options.ts'], ['electron/pages.ts']],
  [['electron/loopback/']],
  [
    [
      'electron/main.ts',
      'electron/preload.ts',
      'electron/window.ts',
      'electron/backend-process.ts',
      'electron/server.ts',
      'electron/cli.ts',
      'electron/commands/',
      'electron/start/',
      'electron/start.mjs',
      'electron/idlewatt.mjs',
    ],
    ['electron/packaging/'],
  ],
]

/** Types that are named by the door of the backend and used below it. */
const upwardTypes: Readonly<Record<string, readonly string[]>> = {
  'electron/backend.ts': [
    'electron/clock.ts',
    'electron/telemetry/',
    'electron/procedures/',
    'electron/catalogue.ts',
  ],
}

/** Inside renderer/: importer -> what it leaves alone. */
const rendererLeavesAlone: Readonly<Record<string, readonly string[]>> = {
  'renderer/controls/': [
    'renderer/charts/',
    'renderer/places/',
    'renderer/frame/',
    'renderer/client.ts',
    'renderer/book.ts',
  ],
  'renderer/charts/': ['renderer/places/', 'renderer/frame/', 'renderer/client.ts', 'renderer/book.ts'],
  'renderer/theme/': [
    'renderer/places/',
    'renderer/frame/',
    'renderer/controls/',
    'renderer/client.ts',
    'renderer/book.ts',
  ],
  'renderer/client.ts': ['renderer/places/', 'renderer/frame/', 'renderer/controls/', 'renderer/book.ts'],
}

const lies = (file: string, where: string) => (where.endsWith('/') ? file.startsWith(where) : file === where)
const liesInAny = (file: string, places: readonly string[]) => places.some((place) => lies(file, place))

/** '@mantine/core/styles.css' -> '@mantine/core', 'node:fs/promises' -> 'node:fs'. */
function packageOf(target: string): string {
  const parts = target.split('/')
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string)
}

/** Where a file of shared/ or electron/ stands in the layers. */
function layerOf(file: string): { readonly row: number; readonly area: number } | null {
  for (const [row, areas] of layers.entries()) {
    const area = areas.findIndex((paths) => liesInAny(file, paths))
    if (area >= 0) return { row, area }
  }
  return null
}

/** Which place of the app a file belongs to. */
function placeOf(file: string): string | undefined {
  return /^renderer\/places\/([^/]+)\//.exec(file)?.[1]
}

const imports = files.flatMap(importsOf)
const local = imports.filter((each) => /^(shared|electron|renderer|resources|test)\//.test(each.to))
const shown = (each: Import) => `${each.from} -> ${each.to}`

describe('Packages', () => {
  it('are imported only where the table says', () => {
    const outside = imports.filter((each) => !local.includes(each) && !/^[./]/.test(each.to))
    expect(outside.length).toBeGreaterThan(50)
    const strays = outside.filter((each) => !liesInAny(each.from, packages[packageOf(each.to)] ?? []))
    expect(strays.map(shown)).toEqual([])
  })

  it('are all of package.json: none is carried along for nothing known', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.keys(dependencies).filter((name) => !(name in packages))).toEqual([])
  })

  it('reach pages from no other place than the three folders', () => {
    const escaped = imports.filter((each) => each.to.startsWith('..') || /^(?:https?:|\/)/.test(each.to))
    expect(escaped.map(shown)).toEqual([])
  })
})

describe('Arrows between the folders', () => {
  it('go renderer -> shared <- electron and never across', () => {
    const across = local.filter((each) => {
      const [from, to] = [each.from.split('/')[0], each.to.split('/')[0]]
      return from !== to && to !== 'shared'
    })
    expect(across.map(shown)).toEqual([])
    expect(local.some((each) => each.from.startsWith('renderer/') && each.to.startsWith('shared/'))).toBe(
      true,
    )
    expect(local.some((each) => each.from.startsWith('electron/') && each.to.startsWith('shared/'))).toBe(
      true,
    )
  })

  it('lead pages to the contract as a type only, so that zod stays out of their bundle', () => {
    const asValue = local.filter(
      (each) => each.from.startsWith('renderer/') && each.to === 'shared/api.ts' && !each.typeOnly,
    )
    expect(asValue.map(shown)).toEqual([])
  })
})

describe('Arrows inside the folders', () => {
  it('know a place for each file of shared/ and electron/', () => {
    const homeless = files.filter((file) => !file.startsWith('renderer/') && layerOf(file) === null)
    expect(homeless).toEqual([])
  })

  it('go downwards only', () => {
    const upwards = local.filter((each) => {
      const from = layerOf(each.from)
      const to = layerOf(each.to)
      if (from === null || to === null) return false
      if (each.typeOnly && liesInAny(each.from, upwardTypes[each.to] ?? [])) return false
      return to.row > from.row || (to.row === from.row && to.area !== from.area)
    })
    expect(upwards.map(shown)).toEqual([])
  })

  it('let controls, charts and theme know no place of the app', () => {
    const wrong = local.filter((each) =>
      Object.entries(rendererLeavesAlone).some(
        ([from, alone]) => lies(each.from, from) && liesInAny(each.to, alone),
      ),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  it('let no place of the app import another', () => {
    const between = local.filter((each) => {
      const [from, to] = [placeOf(each.from), placeOf(each.to)]
      return from !== undefined && to !== undefined && from !== to
    })
    expect(between.map(shown)).toEqual([])
  })

  it('run in no circle that loads at once', () => {
    const next = new Map<string, string[]>()
    for (const { from, to, typeOnly, late } of local)
      if (!typeOnly && !late) next.set(from, [...(next.get(from) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
      if (done.has(file) || trail.includes(file)) return
      for (const target of next.get(file) ?? []) visit(target, [...trail, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })
})
