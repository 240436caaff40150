import { describe, expect, it } from 'vitest'
import { heatColour, turningEdges } from '../../renderer/charts/heat-map-colours.ts'
import { type TornadoBar, tornadoSpans } from '../../renderer/charts/tornado-spans.ts'

const bar = (key: string, atLowUsd: number | null, atHighUsd: number | null): TornadoBar => ({
  key,
  label: key,
  lowWords: '',
  highWords: '',
  basis: '',
  atLowUsd,
  atHighUsd,
})

describe('The tornado', () => {
  it('draws each end from the base to what it gives', () => {
    const { rows, baseAt, zeroAt } = tornadoSpans([bar('price', -50, 50), bar('fee', 20, -10)], 0)
    expect([baseAt, zeroAt]).toEqual([0.5, 0.5])
    expect(rows[0]).toMatchObject({ low: { from: 0, to: 0.5 }, high: { from: 0.5, to: 1 } })
    expect(rows[1]?.low).toEqual({ from: 0.5, to: 0.7 })
  })
  it('leaves out an end that is refused, and a zero that lies outside', () => {
    const { rows, zeroAt } = tornadoSpans([bar('supply', null, 120)], 100)
    expect(rows[0]).toMatchObject({ low: null, high: { from: 0, to: 1 } })
    expect(zeroAt).toBeNull()
  })
})

describe('The heat map', () => {
  const colours = { above: '#0000ff', below: '#ff0000', zero: '#ffffff' }

  it('has zero in the middle, and the signs on either side of it', () => {
    expect(heatColour(0, 10, colours)).toBe('rgb(255, 255, 255)')
    expect(heatColour(10, 10, colours)).toBe('rgb(20, 20, 255)')
    expect(heatColour(-10, 10, colours)).toBe('rgb(255, 20, 20)')
    expect(heatColour(0, 0, colours)).toBe('rgb(255, 255, 255)')
  })
  it('marks where the sign turns, not where a value is missing', () => {
    expect(turningEdges([1, -1, -2, null], 2)).toEqual([
      { column: 0, row: 0, side: 'right' },
      { column: 0, row: 0, side: 'below' },
    ])
    expect(turningEdges([1, null, undefined, -1], 2)).toEqual([])
  })
})
