/** @see SPEC.md IM9 */
import { describe, expect, it } from 'vitest'
import { textOfBytes } from '../../../electron/imports/import-bytes.ts'
import { readInWorker } from '../../../electron/imports/read-in-worker.ts'
import { readCatalogue } from '../../../electron/catalogue.ts'
import { importLimits } from '../../../shared/imports/import-limits.ts'
import { placeOfWrongByte } from '../../../shared/imports/import-text.ts'
import { guessOfferMapping } from '../../../shared/imports/offer-mapping.ts'

const catalogue = { gpus: readCatalogue().gpus }
/** Work for long enough that nobody waits for its end by accident. */
const long = `[${'[1],'.repeat(300_000)}1]`
/** 14 MB that stay: the text and as much again of what it says. */
const heavy = JSON.stringify(Array.from({ length: 900 }, (_, at) => String(at).padEnd(16_000, 'x')))

describe('IM9 the worker that reads imports', () => {
  it('reads offers by a guessed mapping, shows the first rows, and reads them again by the one that is given', async () => {
    const text = `gpu,ask,owner\n${Array.from({ length: 9 }, (_, i) => `T4,0.1${i},me`).join('\n')}`
    const guessed = await readInWorker({ kind: 'offers', text, mapping: null, catalogue })
    expect(guessed).toMatchObject({
      kind: 'offers',
      table: { format: 'CSV', delimiter: ',', header: ['gpu', 'ask', 'owner'] },
      mapping: guessOfferMapping(['gpu', 'ask', 'owner']),
    })
    if (guessed.kind !== 'offers' || guessed.reading.kind !== 'read') throw new Error('not read')
    expect(guessed.table.rows).toHaveLength(5)
    expect(guessed.reading.value.accepted).toHaveLength(9)

    const { columns } = guessed.mapping
    const mapping = { ...guessed.mapping, columns: { ...columns, card: 'owner' } }
    const again = await readInWorker({ kind: 'offers', text, mapping, catalogue })
    expect(again).toMatchObject({
      mapping,
      reading: { value: { accepted: [{ gpuName: 'me' }, {}, {}, {}, {}, {}, {}, {}, {}] } },
    })
  })

  it('reads a price series, and says that its columns must be chosen where no name tells them', async () => {
    expect(
      await readInWorker({ kind: 'price series', text: 'date;price\n1.1.2026;1,5', mapping: null }),
    ).toMatchObject({
      reading: { kind: 'read', value: { accepted: [{ date: '2026-01-01', priceUsd: 1.5 }] } },
    })
    expect(
      await readInWorker({ kind: 'price series', text: 'a;b\n1.1.2026;1,5', mapping: null }),
    ).toMatchObject({
      table: { header: ['a', 'b'] },
      mapping: null,
      reading: { kind: 'refused', line: 1 },
    })
  })

  it('gives the plain value of a market pack, and the refusal of one that is none', async () => {
    expect(await readInWorker({ kind: 'market pack', text: '{"schema": 1}', mapping: null })).toEqual({
      kind: 'market pack',
      value: { schema: 1 },
    })
    expect(
      await readInWorker({ kind: 'market pack', text: '{"a": 1, "a": 2}', mapping: null }),
    ).toMatchObject({
      kind: 'refused',
      line: 1,
      column: 10,
    })
  })

  it('is ended when the time is over', async () => {
    const result = await readInWorker(
      { kind: 'market pack', text: long, mapping: null },
      { longestMilliseconds: 1 },
    )
    expect(result).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('0.001 seconds') as string,
    })
  })

  it('is ended when the memory is used up, and the process goes on', async () => {
    const result = await readInWorker(
      { kind: 'market pack', text: heavy, mapping: null },
      { mostMegabytes: 16 },
    )
    expect(result).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('the memory') as string,
    })
    expect((await readInWorker({ kind: 'market pack', text: heavy, mapping: null })).kind).toBe('market pack')
  })

  it('is ended by its signal, before and while it reads', async () => {
    const reason = new Error('closed')
    const request = { kind: 'market pack', text: long, mapping: null } as const
    await expect(readInWorker(request, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const controller = new AbortController()
    const reading = readInWorker(request, { signal: controller.signal })
    controller.abort(reason)
    await expect(reading).rejects.toBe(reason)
  })
})

describe('IM1 the bytes of a file', () => {
  it('are text only if they are UTF-8 and within the limit', () => {
    expect(textOfBytes(Buffer.from('0,31 €'))).toEqual({ kind: 'read', value: '0,31 €' })
    expect(textOfBytes(Buffer.from('a\nM\xfcnchen', 'latin1'))).toMatchObject({
      kind: 'refused',
      line: 2,
      column: 2,
    })
    expect(textOfBytes(Buffer.from('\ufeffa', 'utf16le'))).toMatchObject({
      kind: 'refused',
      line: 1,
      column: 1,
    })
    // Behind a mark, two letters of 2 and 4 bytes, and a U+FFFD that was written as such.
    const wrong = Buffer.concat([Buffer.from('\ufeffé😀\ufffd\na'), Buffer.from([0xff])])
    expect(textOfBytes(wrong)).toMatchObject({ kind: 'refused', line: 2, column: 2 })
    expect(placeOfWrongByte(Buffer.from([0x61, 0x0a, 0xff]), 'a\n\ufffd')).toEqual({ line: 2, column: 1 })
    expect(textOfBytes(new Uint8Array(importLimits.bytes + 1))).toMatchObject({ kind: 'refused', line: 1 })
  })
})
