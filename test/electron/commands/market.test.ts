/** `idlewatt market` as a process: shown, taken in only when told to, handed on byte for byte. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feesInForce, networkLines, networksTable } from '../../../electron/commands/market-text.ts'
import type { MarketEntry, MarketListing } from '../../../shared/markets/market-book.ts'
import { noEdits, withEdits } from '../../../shared/markets/market-edits.ts'
import { packOf, packText } from '../../../shared/markets/market-pack.ts'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { fee, known, knownProfile, priced } from '../../shared/markets/profiles.ts'
import { removeFolder, runHost, temporaryFolder } from '../host-processes.ts'

let folder = ''
let data = ''
beforeAll(() => {
  folder = temporaryFolder()
  data = join(folder, 'data')
})
afterAll(() => removeFolder(folder))

async function market(...given: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const host = runHost('electron/idlewatt.mjs', ['market', ...given, '--data', data])
  return { code: await host.ended, output: host.output(), errors: host.errors() }
}

const shipped = shippedCatalogue.networks[0]!
const changed = { ...shipped, payout: { ...shipped.payout, holdDays: known(9, 'days') } }
const own = knownProfile('own-network', { name: 'Own' })

function packFile(): string {
  const file = join(folder, 'pack.json')
  writeFileSync(file, packText(packOf([changed, own], '2026-11-20')))
  return file
}

describe('MB6 idlewatt market', () => {
  it('shows every shipped network, one with all terms, and says which there are', async () => {
    const all = await market('show', '--as-of', '2026-11-20')
    expect([all.code, all.errors]).toEqual([0, ''])
    expect(all.output.trim().split('\n')).toHaveLength(1 + shippedCatalogue.networks.length)
    expect(all.output).toContain('platform fee on 2026-11-20')
    const one = await market('show', shipped.id, '--json')
    expect(JSON.parse(one.output)).toMatchObject({ id: shipped.id, profile: shipped, isEdited: false })
    const none = await market('show', 'nobody')
    expect([none.code, none.output]).toEqual([1, ''])
    expect(none.errors).toContain(`There is no network with the id nobody. There are: ${shipped.id}, `)
    for (const day of ['2026-02-30', '9999-12-20'])
      expect((await market('show', '--as-of', day)).errors).toContain(
        'expected a day like 2026-03-23 that the calendar has, from 1970 to 2199',
      )
  })

  it('prints what a pack would change and changes nothing, until it is told to', async () => {
    const file = packFile()
    for (const flags of [[], ['--dry-run', '--yes']]) {
      const { code, output } = await market('import', file, ...flags)
      expect(code).toBe(0)
      expect(output).toContain(
        `${shipped.name} (${shipped.id}): changed\n  ~ Days on hold: unknown  ->  9\u00a0days, https`,
      )
      expect(output).toContain('Own (own-network): new')
      expect(output).toContain('Nothing was changed. --yes takes in 2 networks')
    }
    const before = await market('show', '--json')
    expect(before.output).not.toContain('own-network')
    const taken = await market('import', file, '--yes', '--networks', 'own-network')
    expect(taken.output).toContain('Taken in: 1 network. Undo in the app takes all back in one step.')
    expect((await market('show', 'own-network')).output).toMatch(/^Own \(own-network\), pack of 2026-11-20; /)
    expect((await market('show', shipped.id)).output).toContain('Days on hold: unknown')
    expect((await market('import', file, '--yes', '--networks', 'nobody')).errors).toContain(
      'has no network with the id nobody. Nothing was changed.',
    )
  })

  it('hands networks on, and taking them in elsewhere and handing them on again gives the same bytes', async () => {
    await market('import', packFile(), '--yes')
    const [first, second] = [join(folder, 'first.json'), join(folder, 'second.json')]
    expect((await market('export', '--out', first)).code).toBe(0)
    const before = data
    data = join(folder, 'elsewhere')
    expect((await market('import', first, '--yes')).output).toContain('Taken in: 2 networks.')
    await market('export', '--out', second)
    const printed = await market('export', 'own-network')
    data = before
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'))
    expect(JSON.parse(printed.output)).toMatchObject({
      kind: 'idlewatt market pack',
      markets: [{ id: 'own-network' }],
    })
  })

  it.each([
    ['no such file', null, /missing\.json cannot be read: there is no such file\./],
    ['a file that is no JSON', '{"schema": 1,\n', /wrong\.json: .*line \d+/],
    ['a file that is no pack', '{"schema": 1}', /wrong\.json: This is not a market pack/],
    ['bytes that are no text', Buffer.from([0x7b, 0xff]), /wrong\.json: The file is not UTF-8 text/],
  ])('refuses %s with its name and what is wrong', async (_, content, expected) => {
    const file = join(folder, content === null ? 'missing.json' : 'wrong.json')
    if (content !== null) writeFileSync(file, content)
    const { code, output, errors } = await market('import', file, '--yes')
    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(expected)
  })
})

describe('MB6 networks as text', () => {
  const edits = { ...noEdits, terms: { 'payout.holdDays': known(3, 'days') }, prices: [priced(0.3)] }
  const profile = withEdits(
    knownProfile('alpha', { fees: [fee(0.04), fee(0.2, { from: '2026-03-23', payoutCurrency: 'cash' })] }),
    edits,
  )
  const entry: MarketEntry = {
    id: 'alpha',
    profile,
    isShipped: true,
    isEdited: true,
    stored: {
      id: 'alpha',
      revision: 1,
      updatedAtUtcMs: 0,
      body: { schema: 1, name: 'ALPHA', profile: null, packCompiledAt: null, edits },
    },
  }
  const listing: MarketListing = { markets: [entry], snapshots: [], series: [] }

  it('say whose word a term is, and which fee was in force on the day', () => {
    const lines = networkLines(entry, listing, '2026-03-22')
    expect(lines[0]).toBe('ALPHA (alpha), catalogue, edited; https://example.org')
    expect(lines.filter((line) => line.includes('(yours)'))).toHaveLength(2)
    expect(lines).toContain('Collateral in cash: unknown')
    const onDay = (date: string) =>
      networkLines(entry, listing, date).find((line) =>
        line.startsWith(`Fee in force on ${date}, paid in cash`),
      )
    expect(onDay('2026-03-22')).toContain('platform 4\u00a0%')
    expect(onDay('2026-03-23')).toContain('platform 20\u00a0%')
    expect(feesInForce(profile, '2026-03-23').token?.platformFeeRatio.value).toBe(0.04)
    expect(networksTable(listing, '2026-03-23')[1]).toMatch(
      /^alpha +ALPHA +cash +20.% in cash, 4.% in token +2 +1 /,
    )
  })
})
