import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { powerOfCard } from '../../shared/telemetry/energy.ts'
import { parseRecording } from '../../shared/telemetry/recording.ts'

const cards = Array.from({ length: 8 }, (_, card) => ({
  uuid: `GPU-11111111-aaaa-4bbb-8ccc-00000000000${card}`,
  slot: `00000000:0${card + 1}:00.0`,
  watts: (instant: number) => (card + 1) * 100 + instant,
}))

/** At each instant some of eight cards are there, in any order: unplugged, lost, re-indexed by a new driver. */
const instants = fc.array(
  fc.tuple(
    fc.shuffledSubarray(cards, { minLength: 1 }),
    fc.shuffledSubarray(['index', 'uuid', 'pci.bus_id', 'power.draw [W]'], { minLength: 4 }),
  ),
  { minLength: 1, maxLength: 6 },
)

describe('T6 the right card gets the watts', () => {
  it('through 10,000 scenarios of cards that come, go and change their index', () => {
    fc.assert(
      fc.property(instants, (scenario) => {
        const samples = scenario.map(([present, columns], instant) => {
          const rows = present.map((card, index) => {
            const cells: Record<string, string> = {
              index: String(index),
              uuid: card.uuid,
              'pci.bus_id': card.slot,
              'power.draw [W]': `${card.watts(instant)}.00 W`,
            }
            return columns.map((column) => cells[column]).join(', ')
          })
          const { recording } = parseRecording([columns.join(', '), ...rows, ''].join('\n'))
          return { atUtcMs: 0, monotonicMs: instant * 1000, gpus: recording?.instants[0] ?? [] }
        })
        for (const card of cards) {
          const expected = scenario.map(([present], instant) =>
            present.includes(card) ? card.watts(instant) : null,
          )
          expect(powerOfCard(samples, card.uuid).map((point) => point.watts)).toEqual(expected)
        }
      }),
      { numRuns: 10_000, seed: 20_261_121 },
    )
  })
})
