/**
 * Files from outside, whatever they hold: valid ones broken in places that matter, and trees with keys that reach into
 * objects. @see SPEC.md IM1 to IM8
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readImport } from '../../electron/imports/read-import.ts'
import type { ImportRequest, ImportResult } from '../../electron/imports/import-messages.ts'
import { readCatalogue } from '../../electron/catalogue.ts'
import { readJsonText } from '../../shared/imports/json-text.ts'
import { offerSummary } from '../../shared/imports/offer-summary.ts'
import { isNightly } from './runs.ts'

const files = isNightly ? 100_000 : 10_000
const trees = isNightly ? 10_000 : 1_000
const seed = Number(process.env['IDLEWATT_SEED'] ?? Date.now() % 2_147_483_647)
console.log(`imports: ${files} files, ${trees} trees, IDLEWATT_SEED=${seed}`)

const catalogue = { gpus: readCatalogue().gpus }
const timeout = 3_600_000

const offersCsv =
  'id;gpu_name;price_per_gpu_hour;num_gpus;rented;region;reliability\n1;RTX 4090;"0,31 $";8;yes;"Oslo; NO";0,98\n2;L40S;1,05;1;no;;\n'
const offersJson = JSON.stringify(
  {
    at: '2026-11-01',
    offers: [
      { id: 1, gpu: { name: 'RTX 4090', ram: 24 }, dph_total: 0.31, num_gpus: 2, rented: true, tags: ['a'] },
      { id: 2, gpu: { name: 'T4', ram: 16 }, dph_total: 1.2e-1, num_gpus: 1, rented: null, tags: [] },
    ],
  },
  null,
  1,
)
const seriesCsv = 'date,price\n2026-01-01,1.5\n2026-01-02,"1.25"\n2026-01-03,$1\n'
const seeds: readonly ImportRequest[] = [
  { kind: 'offers', text: offersCsv, mapping: null, catalogue },
  { kind: 'offers', text: offersJson, mapping: null, catalogue },
  { kind: 'price series', text: seriesCsv, mapping: null },
  { kind: 'price series', text: seriesCsv.replaceAll(',', '\t').replaceAll('.', ','), mapping: null },
  { kind: 'market pack', text: offersJson, mapping: null },
]

/** Where a format has its joints, and what stands there in other files. */
const joint = /["',;|{}[\]:\n\t.$-]|[0-9]+|\w+/g
const parts: readonly string[] = [
  ...Array.from('"\',;|{}[]:\n\r\t.$-\\ \u0000\ufeff\u202e'),
  '\r\n',
  '""',
  '1e999',
  '1.234',
  '-0',
  'NaN',
  'null',
  'true',
  '99999999999999999999',
  '€',
  '\ud800',
  '"__proto__":1,',
  'constructor',
  '31/31/2026',
  '03/04/2026',
  '٣',
  '=1+1',
  'x'.repeat(300),
  ',,,,,,',
  '[[[[[[[[',
  '{"a":',
]
const change = fc.record({
  kind: fc.constantFrom('drop', 'double', 'replace', 'insert', 'swap', 'cut'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  other: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  part: fc.constantFrom(...parts),
})

function mutated(
  text: string,
  changes: readonly (typeof change extends fc.Arbitrary<infer Change> ? Change : never)[],
) {
  let now = text
  for (const { kind, at, other, part } of changes) {
    const joints = [...now.matchAll(joint)]
    const here = joints[Math.floor(at * joints.length)]
    const there = joints[Math.floor(other * joints.length)]
    if (here === undefined || there === undefined) return now
    const [before, after] = [now.slice(0, here.index), now.slice(here.index + here[0].length)]
    if (kind === 'drop') now = before + after
    else if (kind === 'double') now = before + here[0] + here[0] + after
    else if (kind === 'replace') now = before + part + after
    else if (kind === 'insert') now = before + part + here[0] + after
    else if (kind === 'swap') now = before + there[0] + after
    else now = before
  }
  return now
}

/** Whatever a result says about a fault must say where. */
function placesNamed(result: ImportResult): void {
  if (result.kind === 'market pack') return
  const reading = result.kind === 'refused' ? result : result.reading
  if (reading.kind === 'refused') expect(reading.message).toMatch(/(?:line|column|entry) "?\w|Entry \d/i)
  else if (reading.kind === 'asks') expect(reading.question).toMatch(/Column ".+", (?:line|entry) \d+/s)
  else
    for (const { line, expected } of reading.value.rejected) {
      expect(line).toBeGreaterThan(0)
      expect(expected).not.toBe('')
    }
}

describe('I1 a broken file', () => {
  it('is refused with its place or read; never is anything thrown', { timeout }, () => {
    const seen: Record<string, number> = {}
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        (request, changes) => {
          const result = readImport({ ...request, text: mutated(request.text, changes) })
          const outcome = 'reading' in result ? result.reading.kind : result.kind
          seen[outcome] = (seen[outcome] ?? 0) + 1
          placesNamed(result)
          if ('reading' in result && result.reading.kind === 'read')
            for (const each of result.reading.value.accepted)
              for (const value of Object.values(each))
                if (typeof value === 'number') expect(value).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: files, seed },
    )
    // The changes neither break every file nor leave every one whole.
    expect(seen['refused']).toBeGreaterThan(files / 20)
    expect(seen['read']).toBeGreaterThan(files / 20)
  })
})

/** What a polluted program would have: anything more on the objects that all others inherit from. */
const intrinsics = (): string =>
  [Object, Array, String, Number, Boolean, Function, Map, Set, Promise, RegExp]
    .flatMap((each) => [each, each.prototype as object])
    .flatMap((each) =>
      Reflect.ownKeys(each).map(
        (key) => `${String(key)} ${typeof Object.getOwnPropertyDescriptor(each, key)?.value}`,
      ),
    )
    .join('\n')

const key = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('__proto__', 'constructor', 'prototype') },
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'gpu', 'ask', 'polluted', 'toString', 'hasOwnProperty') },
)
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('1', '"x"', 'null', 'true'),
    fc
      .uniqueArray(fc.tuple(key, tie('tree')), { maxLength: 4, selector: ([name]) => name })
      .map((entries) => `{${entries.map(([name, value]) => `"${name}":${value}`).join(',')}}`),
    fc.array(tie('tree'), { maxLength: 3 }).map((values) => `[${values.join(',')}]`),
  ),
}))

describe('I4 keys that reach into objects', () => {
  it('are refused by name at every depth, and change nothing', { timeout }, () => {
    const before = intrinsics()
    let refused = 0
    fc.assert(
      fc.property(tree, (text) => {
        const hasForbidden = /"(?:__proto__|constructor|prototype)"/.test(text)
        const reading = readJsonText(text)
        if (hasForbidden) {
          refused += 1
          expect(reading).toMatchObject({ kind: 'refused' })
          expect(reading.kind === 'refused' && reading.message).toMatch(
            /"(?:__proto__|constructor|prototype)" is not taken \(line 1, column \d+\)/,
          )
        } else expect(reading).toEqual({ kind: 'read', value: JSON.parse(text) })
        const request = {
          kind: 'offers',
          text: `[{"gpu":"T4","ask":1,"x":${text}}]`,
          mapping: null,
          catalogue,
        } as const
        readImport(request)
        readImport({
          ...request,
          text: `__proto__,gpu,ask\nconstructor,__proto__,1\nprototype,constructor,2`,
        })
      }),
      { numRuns: trees, seed },
    )
    expect(refused).toBeGreaterThan(trees / 20)
    expect(intrinsics()).toBe(before)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('IM7 weighted quantiles', () => {
  const offer = fc.record({
    askUsdPerGpuHour: fc.integer({ min: 1, max: 500 }).map((cents) => cents / 100),
    gpuCount: fc.integer({ min: 1, max: 16 }),
    rented: fc.constantFrom(true, false, null),
  })
  it('are those of the list in which each GPU stands by itself, and never fall', { timeout }, () => {
    fc.assert(
      fc.property(fc.array(offer, { minLength: 1, maxLength: 30 }), (offers) => {
        const each = offers
          .flatMap(({ askUsdPerGpuHour, gpuCount }) => Array<number>(gpuCount).fill(askUsdPerGpuHour))
          .toSorted((a, b) => a - b)
        const expected = (percent: number) => each[Math.ceil((percent * each.length) / 100) - 1]
        const whole = offers.map((one) => ({
          ...one,
          gpuName: 'T4',
          catalogueId: 't',
          region: null,
          reliabilityRatio: null,
        }))
        const { askUsdPerGpuHour, byPriceQuarter, gpus } = offerSummary(whole, 't')
        const { p10, p25, p50, p75, p90 } = askUsdPerGpuHour!
        expect([p10, p25, p50, p75, p90]).toEqual([10, 25, 50, 75, 90].map(expected))
        expect([p10, p25, p50, p75, p90]).toEqual([p10, p25, p50, p75, p90].toSorted((a, b) => a - b))
        expect(byPriceQuarter.reduce((sum, quarter) => sum + quarter.gpus, 0)).toBe(gpus)
      }),
      { numRuns: trees, seed },
    )
  })
})
