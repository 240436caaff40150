/** `idlewatt scorecard` as a process: read, taken in only when told to, handed on byte for byte. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../database/temporary-folder.ts'
import { runHost } from '../host-processes.ts'
import { answer, begun, openScorecards } from '../procedures/scorecard-book.ts'

/** Each of some twenty processes starts the whole backend. */
const timeout = 180_000

const seenOn = '2026-01-01'
const hostile = 'Alpha \u001b[31m\u202e'

/** A file of a card that was worked on long ago. */
async function fileOfCard(folder: string) {
  const opened = openScorecards()
  opened.clock.now = Date.UTC(2026, 0, 1, 12)
  const { id } = await begun(opened, { name: hostile })
  await opened.scorecard.append({
    id,
    bodies: [answer('uptime', 'yes', { seenOn }), answer('price', 'no', { seenOn })],
  })
  opened.clock.now += 86_400_000
  await opened.scorecard.append({ id, bodies: [answer('uptime', 'no', { seenOn })] })
  const file = join(folder, 'card.json')
  const { text } = await opened.scorecard.exportCard({ id })
  writeFileSync(file, text)
  return { id, file, text }
}

async function scorecard(data: string, ...given: string[]) {
  const host = runHost('electron/idlewatt.mjs', ['scorecard', ...given, '--data', data])
  return { code: await host.ended, output: host.output(), errors: host.errors() }
}

describe('DX8 idlewatt scorecard', () => {
  test(
    'previews, takes in when told to, reads any day, and hands on the same bytes',
    { timeout },
    async () => {
      const folder = temporaryFolder()
      const data = join(folder, 'data')
      const { id, file, text } = await fileOfCard(folder)
      for (const flags of [['--mine'], ['--mine', '--dry-run', '--yes']]) {
        const preview = await scorecard(data, 'import', file, ...flags)
        expect([preview.code, preview.errors]).toEqual([0, ''])
        expect(preview.output).toContain('a card that is not here yet')
        expect(preview.output).toContain(
          '~ uptime: Is uptime so? not answered  ->  no (own test, 2026-01-01)',
        )
        expect(preview.output).toContain('Nothing was changed. --yes takes it in')
      }
      // Without a word it is a stranger's.
      expect((await scorecard(data, 'import', file)).output).toContain(
        'not answered  ->  no (a third party, 2026-01-01)',
      )
      expect((await scorecard(data, 'list')).output).toContain('There is no scorecard yet.')
      const taken = await scorecard(data, 'import', file, '--mine', '--yes')
      expect(taken.output).toContain('Taken in. Undo in the app takes all back in one step.')

      const all = await scorecard(data, 'list', '--as-of', '2026-01-01')
      // No control character of a card's name reaches the terminal.
      expect(all.output).toContain('Alpha [U+001B][31m[U+202E]')
      expect(all.output).not.toContain('\u001b')
      const range = async (asOf: string) => {
        const { output } = await scorecard(data, 'show', id, '--as-of', asOf, '--json')
        return (JSON.parse(output) as { pillars: { pillar: string; low: number; high: number }[] }).pillars[0]
      }
      // Uptime 1 and support unknown, at one weight each: half of it is known; the next day uptime is 0.
      expect(await range('2026-01-01')).toMatchObject({ pillar: 'service', low: 50, high: 100 })
      expect(await range('2026-01-02')).toMatchObject({
        pillar: 'service',
        high: expect.closeTo(50, 0) as number,
      })
      expect(await range('2025-12-31')).toMatchObject({ low: 0, high: 100 })

      const shown = await scorecard(data, 'show', id, '--role', 'investor,provider')
      expect(shown.output).toContain('for provider and investor, on ')
      expect(shown.output).toContain(
        'before economics: closed. No payout arrived with its record kept, and no paid usage',
      )
      const toDo = await scorecard(data, 'todo', id, '--as-of', '2026-01-02')
      expect(toDo.output.split('\n').slice(1, 4)).toEqual([
        'First: Run one small disposable job, check its output and keep the bill.',
        '1. Is sells so? (sells)',
        '   Look.',
      ])
      const asJson = await scorecard(data, 'todo', id, '--json')
      expect(JSON.parse(asJson.output)).toMatchObject({ id, roles: ['buyer'], toDo: { length: 5 } })

      const out = join(folder, 'again.json')
      expect((await scorecard(data, 'export', id, '--out', out)).code).toBe(0)
      expect(readFileSync(out, 'utf8')).toBe(text)
    },
  )

  test('says what is wrong with an exit code of 1 and changes nothing', { timeout }, async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    const { file, text } = await fileOfCard(folder)
    writeFileSync(join(folder, 'spoilt.json'), text.replace('"value":"yes"', '"value":"partly"'))
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['show', 'nobody'], 'There is no scorecard with this id or name. There are: none yet.'],
      [['show', 'nobody', '--role', 'owner'], 'expected one or two of buyer, provider, investor'],
      [['list', '--as-of', '2026-02-30'], 'expected a day like 2026-03-23'],
      [['import', join(folder, 'none.json')], 'cannot be read'],
      [['import', file, '--mine', '--into', 'new'], '--into does not go with --mine'],
      [
        ['import', join(folder, 'spoilt.json'), '--mine', '--yes'],
        'The file is damaged: Entry 2 does not match its digest',
      ],
    ]
    for (const [given, words] of cases) {
      const { code, output, errors } = await scorecard(data, ...given)
      expect([code, output]).toEqual([1, ''])
      expect(errors).toContain(words)
    }
    const theirs = await scorecard(data, 'import', file, '--yes', '--json')
    expect(JSON.parse(theirs.output)).toMatchObject({
      relation: 'new',
      imported: expect.any(String) as string,
    })
    const twice = await scorecard(data, 'import', file, '--into', 'new', '--yes')
    expect(twice.code).toBe(0)
    expect((await scorecard(data, 'show', hostile)).errors).toContain(
      '2 scorecards have this name; say which by its id',
    )
  })
})
