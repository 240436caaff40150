/** @see SPEC.md IM4, IM5, IM6 */
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../electron/catalogue.ts'
import { decimalSignOf, numberInCell } from '../../../shared/imports/column-numbers.ts'
import { readListing, rowInWords } from '../../../shared/imports/listing.ts'
import { findOfferGpu } from '../../../shared/imports/offer-gpu.ts'
import { askToldByName, guessOfferMapping } from '../../../shared/imports/offer-mapping.ts'
import type { OfferMapping } from '../../../shared/imports/offer-mapping.ts'
import { readOffers } from '../../../shared/imports/offers.ts'
import { valueOf } from './reading.ts'

const catalogue = readCatalogue()

const table = (text: string) => valueOf(readListing(text))
const read = (text: string, changes: Partial<OfferMapping> = {}) => {
  const listing = table(text)
  return readOffers(listing, { ...guessOfferMapping(listing.header), ...changes }, catalogue)
}
const preview = (text: string, changes?: Partial<OfferMapping>) => valueOf(read(text, changes))
const asks = (text: string, changes?: Partial<OfferMapping>) =>
  preview(text, changes).accepted.map(({ askUsdPerGpuHour }) => askUsdPerGpuHour)
const idOf = (...header: readonly string[]) => guessOfferMapping(header).columns.id

/** The ids as JSON's numbers, digit by digit. */
const entriesWithIds = (...ids: readonly string[]) =>
  JSON.stringify(ids.map((id) => ({ id, gpu: 'T4', ask: 0.1 }))).replaceAll(/"(-?[0-9]+)"/g, '$1')

describe('IM4 a listing', () => {
  it('in JSON becomes a table whose columns are its scalar fields, those inside others too', () => {
    expect(table('[{"gpu": {"name": "T4"}, "ask": 0.2}]')).toMatchObject({
      format: 'JSON',
      delimiter: null,
      header: ['gpu.name', 'ask'],
      rows: [{ line: 1, cells: ['T4', 0.2] }],
    })
    expect(rowInWords({ format: 'JSON' }, 3)).toBe('entry 3')
    expect(rowInWords({ format: 'CSV' }, 3)).toBe('line 3')
  })

  it('may be an object around its list; what an entry lacks is an empty cell', () => {
    const text = '{"at": 1, "tags": ["x"], "offers": [{"a": true, "b": null, "c": [1]}, {"d": 0}]}'
    expect(table(text)).toMatchObject({
      header: ['a', 'b', 'd'],
      rows: [
        { line: 1, cells: ['true', '', ''] },
        { line: 2, cells: ['', '', 0] },
      ],
    })
  })

  it('is refused where its entries and fields make too many cells, as a table of CSV is', () => {
    const fields = Array.from({ length: 200 }, (_, at) => `"k${at}":1`).join(',')
    const entries = (count: number) => `[{${fields}}${',{"k0":1}'.repeat(count - 1)}]`
    expect(table(entries(10_000)).rows).toHaveLength(10_000)
    expect(readListing(entries(10_001))).toEqual({
      kind: 'refused',
      message:
        'Entry 10001 makes the table larger than 2,000,000 cells: 200 fields for each entry. Leave out the fields that are not needed.',
      line: 10_001,
      column: null,
    })
  })

  it.each([
    [
      'two lists of objects',
      '{"a": [{"x": 1}], "b": [{"x": 1}]}',
      'several lists: "a", "b" (line 1, column 1)',
    ],
    ['no list of objects', '{"a": [1, 2]}', 'no list of objects (line 1, column 1)'],
    ['an entry that is no object', '[{"x": 1}, 2]', 'Entry 2 is no object'],
    ['two fields of one name', '[{"a.b": 1, "a": {"b": 2}}]', 'Entry 1 has two fields that are both "a.b"'],
    ['entries without fields', '[{}, {}]', 'No entry of the JSON has a field'],
    [
      'too many fields',
      `[{"x":1},{${Array.from({ length: 200 }, (_, i) => `"k${i}":1`).join(',')}}]`,
      'Entry 2 has field "k199", one more than 200',
    ],
  ])('is refused for %s', (_, text, message) => {
    expect(readListing(text)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(message) as string,
    })
  })
})

describe('IM5 the columns of a listing', () => {
  it('are guessed by their names', () => {
    const mapping = guessOfferMapping(['gpu_name', 'dph_total', 'num_gpus', 'rented'])
    expect(mapping.columns).toEqual({
      card: 'gpu_name',
      ask: 'dph_total',
      gpus: 'num_gpus',
      rented: 'rented',
      region: null,
      reliability: null,
      id: null,
    })
    expect(mapping.askIs).toBe('per machine-hour')
    expect(guessOfferMapping(['x', 'y']).columns).toMatchObject({ card: null, ask: null })
    expect(guessOfferMapping(['gpu.model', 'Reliability %', 'Ask price']).columns).toMatchObject({
      card: 'gpu.model',
      reliability: 'Reliability %',
    })
    expect(guessOfferMapping(['Reliability %']).reliabilityIs).toBe('percent')
    expect(guessOfferMapping(['Reliability']).reliabilityIs).toBe('ratio')
  })

  it('take an offer’s own id before a machine’s, and never that of a host or of what an object holds', () => {
    expect(idOf('machine_id', 'uuid', 'id', 'offer_id')).toBe('offer_id')
    expect(idOf('machine_id', 'uuid', 'id', 'host_id')).toBe('id')
    expect(idOf('machine_id', 'uuid')).toBe('uuid')
    expect(idOf('host_id', 'machine_id')).toBe('machine_id')
    expect(idOf('host_id', 'node_id', 'host.id', 'gpu.id')).toBeNull()
    // Two offers of one host, alike in all but their ids.
    expect(preview('id,host_id,gpu_name,ask\n1,9,T4,0.1\n2,9,T4,0.1')).toMatchObject({
      accepted: [{}, {}],
      duplicates: [],
    })
  })

  it('ask whose price the ask is where a row has several GPUs and its column’s name does not say', () => {
    const text = 'gpu_name,num_gpus,price_per_hour\nT4,1,0.2\nRTX 4090,8,2.80'
    expect(read(text)).toEqual({
      kind: 'asks',
      about: 'ask price',
      question:
        'Column "price_per_hour", line 3: is the ask of 8 GPUs the price of each GPU by the hour, or of all of them together?',
      column: 'price_per_hour',
      line: 3,
      choices: ['per GPU-hour', 'per machine-hour'],
    })
    expect(asks(text, { askIs: 'per machine-hour' })).toEqual([0.2, 0.35])
    expect(asks(text, { askIs: 'per GPU-hour' })).toEqual([0.2, 2.8])
    expect(read('gpu,count,ask\nT4,8,0.2\nT4,8,x')).toMatchObject({ about: 'ask price', line: 2 })
    // "1,500" may be 1.5: how GPUs are counted is asked first.
    expect(read('gpu;gpus;ask\nT4;1,500;0.2')).toMatchObject({ about: 'decimal sign', column: 'gpus' })
  })

  it('do not ask whose price it is where that is said or makes no difference', () => {
    expect(asks('gpu,count,price_per_gpu_hour\nT4,8,0.2')).toEqual([0.2])
    expect(asks('gpu,count,dph_total\nT4,8,1.6')).toEqual([0.2])
    expect(asks('gpu,count,ask\nT4,1,0.2\nT4,none,0.3')).toEqual([0.2])
    expect(asks('gpu,ask\nT4,0.2')).toEqual([0.2])
    expect(asks('gpu,dph\nT4,0.2')).toEqual([0.2])
    expect(askToldByName('price_per_gpu_hour')).toBe('per GPU-hour')
    expect(askToldByName('price_per_hour')).toBeNull()
    expect(askToldByName('total_gpu_price')).toBeNull()
    // Of what a GPU's object holds, only the last name tells.
    expect(askToldByName('gpu.dph_total')).toBe('per machine-hour')
  })

  it('ask which decimal sign is meant where every number can mean two things', () => {
    expect(read('gpu;ask\nT4;1.234\nT4;2.345')).toEqual({
      kind: 'asks',
      about: 'decimal sign',
      question:
        'Column "ask", line 2: does "1.234" have a decimal sign or a thousands separator? Choose the decimal sign of the file.',
      column: 'ask',
      line: 2,
      choices: ['.', ','],
    })
    expect(asks('gpu;ask\nT4;1.234', { decimalSign: '.' })).toEqual([1.234])
    expect(preview('gpu;ask\nT4;1.234', { decimalSign: ',' }).rejected[0]).toMatchObject({ found: '"1.234"' })
  })

  it('are read by the sign that one of their numbers shows', () => {
    expect(asks('gpu;ask\nT4;1.234\nT4;0.5')).toEqual([1.234, 0.5])
    expect(asks('gpu;ask;gpus\nT4;0,25;1\nT4;1.234;5000\nT4;"0,5";1', { askIs: 'per machine-hour' })).toEqual(
      [0.25, 0.2468, 0.5],
    )
    expect(decimalSignOf(table('n;m\n1.234;1\n"0,5";1'), 0, 'count', null)).toEqual({
      kind: 'sign',
      sign: ',',
    })
    expect(decimalSignOf(table('n\n1 234\n5'), 0, 'count', null)).toEqual({ kind: 'sign', sign: null })
    expect(decimalSignOf(table('n\n1.234.567\n1.234'), 0, 'count', null)).toEqual({
      kind: 'sign',
      sign: ',',
    })
  })

  it('gives the examples of its docstrings', () => {
    expect(numberInCell('1.234', 'usdPerGpuHour', ',')).toBe(1234)
    expect(numberInCell('1.234', 'usdPerGpuHour', '.')).toBe(1.234)
    expect(numberInCell(1.234, 'usdPerGpuHour', ',')).toBe(1.234)
  })

  it('are refused where they write decimals in two ways, and read once the sign is chosen', () => {
    const text = 'gpu;ask\nT4;0.5\nT4;0,4'
    expect(read(text)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('a point on line 2, a comma on line 3') as string,
    })
    expect(preview(text, { decimalSign: ',' })).toMatchObject({
      accepted: [{ askUsdPerGpuHour: 0.4 }],
      rejected: [{ line: 2, column: 'ask', expected: 'a number with "," before its decimals' }],
    })
  })

  it('need the card and the ask, and columns that are there', () => {
    const listing = table('a,b\n1,2')
    const mapping = guessOfferMapping(['gpu', 'ask'])
    expect(readOffers(listing, mapping, catalogue)).toMatchObject({
      kind: 'refused',
      message: 'Card: line 1, the header, has no column "gpu". Choose another column.',
    })
    expect(readOffers(listing, guessOfferMapping([]), catalogue)).toMatchObject({
      message: 'Card: no column is chosen. Choose one of the columns that line 1, the header, names.',
    })
    expect(read('gpu,ask\nT4,1', { askIs: 'per machine-hour' })).toMatchObject({ kind: 'refused', line: 1 })
  })
})

describe('IM6 offers', () => {
  it('are read whole, in the example of the docstring and in JSON', () => {
    expect(preview('gpu,ask,rented\nRTX 4090,"0,31",yes')).toEqual({
      accepted: [
        {
          gpuName: 'RTX 4090',
          catalogueId: 'geforce-rtx-4090',
          gpuCount: 1,
          askUsdPerGpuHour: 0.31,
          rented: true,
          region: null,
          reliabilityRatio: null,
        },
      ],
      duplicates: [],
      rejected: [],
    })
    const json = `[{"id": 7, "gpu_name": "L40S", "num_gpus": 4, "dph_total": 1.234, "rented": false,
      "geolocation": "Sweden, SE", "reliability2": 0.98}]`
    expect(preview(json).accepted).toEqual([
      {
        gpuName: 'L40S',
        catalogueId: 'l40s',
        gpuCount: 4,
        askUsdPerGpuHour: 0.3085,
        rented: false,
        region: 'Sweden, SE',
        reliabilityRatio: 0.98,
      },
    ])
  })

  it('keep ids that are larger than a double tells apart, as the JSON writes them', () => {
    // 2 ** 53 + 1 is no double: it would be read as 2 ** 53.
    const { accepted, duplicates } = preview(
      entriesWithIds('9007199254740993', '9007199254740992', '9007199254740993'),
    )
    expect(accepted).toHaveLength(2)
    expect(duplicates).toEqual([{ line: 3, sameAsLine: 1 }])
    expect(table(entriesWithIds('-9007199254740993', '7')).rows.map(({ cells }) => cells)).toEqual([
      ['-9007199254740993', 'T4', 0.1],
      [7, 'T4', 0.1],
    ])
    expect(preview('[{"gpu": "T4", "ask": 9007199254740993}]').rejected).toMatchObject([
      { column: 'ask', found: '"9007199254740993"' },
    ])
  })

  it('never fill in what a listing leaves empty', () => {
    expect(preview('gpu,ask,rented,region,reliability\nT4,0.1,,,').accepted[0]).toMatchObject({
      rented: null,
      region: null,
      reliabilityRatio: null,
    })
  })

  it.each([
    ['a card', ',0.1,1,yes,0.9', 'gpu', '""', 'the name of a card'],
    ['an ask', 'T4,soon,1,yes,0.9', 'ask', '"soon"', 'it is not one number'],
    ['an ask in another currency', 'T4,€0.1,1,yes,0.9', 'ask', '"€0.1"', 'it is in EUR'],
    ['an ask of nothing', 'T4,0,1,yes,0.9', 'ask', '"0"', 'a price above $0'],
    ['too high an ask', 'T4,101,1,yes,0.9', 'ask', '"101"', 'up to $100'],
    ['GPUs', 'T4,0.1,,yes,0.9', 'gpus', '""', 'a whole number from 1'],
    ['half a GPU', 'T4,0.1,0.5,yes,0.9', 'gpus', '"0.5"', 'a whole number from 1'],
    ['a word for its state', 'T4,0.1,1,offline,0.9', 'rented', '"offline"', 'one of the words for rented'],
    ['a reliability', 'T4,0.1,1,yes,1.1', 'reliability', '"1.1"', 'a ratio from 0 to 1'],
  ])('are rejected by line and column without %s', (_, row, column, found, expected) => {
    expect(preview(`gpu,ask,gpus,rented,reliability\n${row}`)).toEqual({
      accepted: [],
      duplicates: [],
      rejected: [{ line: 2, column, found, expected: expect.stringContaining(expected) as string }],
    })
  })

  it('take the words for rented and free from the mapping, in any case', () => {
    const states = preview('gpu,ask,status\nT4,0.1,BELEGT\nT4,0.2, frei ', {
      rentedWords: ['belegt'],
      freeWords: ['Frei'],
    })
    expect(states.accepted.map(({ rented }) => rented)).toEqual([true, false])
  })

  it('read reliability in per cent where the mapping says so', () => {
    const text = 'gpu,ask,reliability\nT4,0.1,99.5\nT4,0.2,98 %\nT4,0.3,101'
    const { accepted, rejected } = preview(text, { reliabilityIs: 'percent' })
    expect(accepted.map(({ reliabilityRatio }) => reliabilityRatio)).toEqual([0.995, 0.98])
    expect(rejected).toMatchObject([{ line: 4, column: 'reliability' }])
  })

  it('are duplicates where all cells are alike; the same id with other cells is rejected with the reason', () => {
    const { duplicates, rejected } = preview('id,gpu,ask\n1,T4,0.1\n1,T4,0.2\n1,T4,0.1\n,T4,0.3\n,T4,0.3')
    expect(duplicates).toEqual([
      { line: 4, sameAsLine: 2 },
      { line: 6, sameAsLine: 5 },
    ])
    expect(rejected).toEqual([
      {
        line: 3,
        column: 'id',
        found: '"1"',
        expected:
          'an id of its own: line 2 has it with another "ask". Where it names a host or a machine, choose no id',
      },
    ])
    expect(preview('gpu,ask,note\nT4,0.1,a\nT4,0.1,b\nT4,0.1,a').duplicates).toEqual([
      { line: 4, sameAsLine: 2 },
    ])
  })

  it('put every line of the file into exactly one list', () => {
    const { accepted, duplicates, rejected } = preview('gpu,ask\nT4,0.1\nT4\n\nT4,0.1\nT4,x\nT4,1,1')
    expect([accepted.length, duplicates.map((d) => d.line), rejected.map((r) => r.line)]).toEqual([
      1,
      [5],
      [3, 6, 7],
    ])
  })

  it.each([
    ['RTX 4090', 'geforce-rtx-4090'],
    ['RTX_4090', 'geforce-rtx-4090'],
    ['NVIDIA GeForce RTX 4090', 'geforce-rtx-4090'],
    ['T4', 'tesla-t4'],
    ['RTX 6000 Ada', 'rtx-6000-ada-generation'],
    ['A100 80GB', null],
    ['H100 SXM', null],
    ['RTX 4090 Ti', null],
    ['8x RTX 4090', null],
    ['Tesla M4', null],
    ['constructor', null],
    ['__proto__', null],
    ['', null],
  ])('know the card that a market calls %j, or none', (name, id) => {
    expect(findOfferGpu(catalogue, name)?.id ?? null).toBe(id)
  })

  it('know no card where a name leads to two families', () => {
    const [first] = catalogue.gpus
    const gpus = [
      { ...first!, id: 'a', name: 'GeForce 550' },
      { ...first!, id: 'b', name: 'Radeon 550' },
    ]
    expect(findOfferGpu({ gpus }, '550')).toBeNull()
    expect(findOfferGpu({ gpus: gpus.slice(1) }, '550')?.id).toBe('b')
  })
})
