import { describe, expect, it } from 'vitest'
import { wattsSummary } from '../../renderer/charts/watts-summary.ts'
import { liveSentence, unknownWords } from '../../renderer/places/rig/live-words.ts'
import { followStream, pauseSeconds, type StreamConnection } from '../../renderer/stream.ts'
import { totalWatts } from '../../renderer/telemetry/live.ts'
import { emptyHistory, historyRows, withSample } from '../../renderer/telemetry/watts-history.ts'
import type { GpuSample, Reading, RigSample } from '../../shared/telemetry/gpu-sample.ts'

const silent: Reading = { value: null, reason: 'not-offered-by-driver', raw: '[N/A]' }

function gpu(uuid: string, boardWatts: Reading, boardLimitWatts: Reading = { value: 320 }): GpuSample {
  return {
    uuid,
    index: 0,
    name: 'RTX 4080',
    pciBusId: null,
    driverVersion: null,
    boardWatts,
    boardLimitWatts,
    busyRatio: silent,
    memoryUsedMebibytes: silent,
    memoryTotalMebibytes: silent,
    temperatureCelsius: silent,
  }
}

const sample = (monotonicMs: number, ...gpus: GpuSample[]): RigSample => ({
  atUtcMs: 1_700_000_000_000 + monotonicMs,
  monotonicMs,
  gpus,
})

describe('The history of watts', () => {
  it('keeps an unknown reading as unknown, and zero as zero', () => {
    const history = withSample(emptyHistory, sample(0, gpu('a', silent), gpu('b', { value: 0 })))
    expect(history.rows[0]?.watts.get('a')).toBeNull()
    expect(history.rows[0]?.watts.get('b')).toBe(0)
  })

  it('draws a pause of more than three intervals as a gap', () => {
    let history = emptyHistory
    for (const at of [0, 1000, 2000, 9000]) history = withSample(history, sample(at, gpu('a', { value: 50 })))
    expect(history.rows.map((row) => row.watts.size)).toEqual([1, 1, 1, 0, 1])
  })

  it('takes a reading that comes twice once', () => {
    const once = withSample(emptyHistory, sample(5, gpu('a', { value: 50 })))
    expect(withSample(once, sample(5, gpu('a', { value: 50 })))).toBe(once)
  })

  it('starts anew when the backend did: its clock went back', () => {
    const before = withSample(emptyHistory, sample(60_000, gpu('a', { value: 50 })))
    expect(withSample(before, sample(10, gpu('a', { value: 51 }))).rows).toHaveLength(1)
  })

  it('never grows beyond its bound', () => {
    let history = emptyHistory
    for (let second = 0; second < historyRows + 50; second += 1)
      history = withSample(history, sample(second * 1000, gpu('a', { value: second })))
    expect(history.rows).toHaveLength(historyRows)
    expect(history.rows.at(-1)?.watts.get('a')).toBe(historyRows + 49)
  })

  it('is told in a sentence for each card', () => {
    let history = withSample(emptyHistory, sample(0, gpu('a', { value: 31.4 })))
    history = withSample(history, sample(1000, gpu('a', { value: 84 })))
    expect(wattsSummary(history)).toBe('RTX 4080: between 31 and 84 W, newest 84 W.')
  })
})

describe('The sum of watts', () => {
  it('counts the cards that tell, and says how many those are', () => {
    expect(totalWatts([gpu('a', { value: 30 }), gpu('b', silent)], 'boardWatts')).toEqual({
      watts: 30,
      cardsCounted: 1,
      cards: 2,
    })
  })

  it('is unknown where no card tells', () => {
    expect(totalWatts([gpu('a', silent)], 'boardWatts').watts).toBeNull()
  })
})

describe('The Rig place in a sentence', () => {
  const open: StreamConnection = { kind: 'open' }
  const live = { kind: 'live', tool: 'nvidia-smi', driverVersion: null, notes: [] } as const

  it('names the card, its watts and its limit', () => {
    expect(liveSentence(live, sample(0, gpu('a', { value: 31.4 })), open)).toBe(
      'RTX 4080 draws 31\u00a0W of the 320\u00a0W it may draw.',
    )
  })

  it('sums several cards', () => {
    const two = sample(0, gpu('a', { value: 200 }), gpu('b', { value: 231 }))
    expect(liveSentence(live, two, open)).toBe('2 cards draw 431\u00a0W together, of 640\u00a0W allowed.')
  })

  it('does not pass a sum over some cards for the sum over all', () => {
    const two = sample(0, gpu('a', { value: 200 }), gpu('b', silent))
    expect(liveSentence(live, two, open)).toBe('1 of 2 cards tells its watts: 200\u00a0W.')
    expect(liveSentence(live, sample(0, gpu('a', silent)), open)).toBe('RTX 4080 does not tell its watts.')
  })

  it('says what it is in every other state', () => {
    const says = (state: Parameters<typeof liveSentence>[0]) => liveSentence(state, null, open)
    expect(says({ kind: 'starting' })).toBe('Looking for GPUs on this machine.')
    expect(says({ kind: 'absent', message: '', whatToDo: '' })).toBe(
      'No GPU of this machine can be measured.',
    )
    expect(says({ kind: 'failing', message: '', whatToDo: '', retryInSeconds: 1 })).toBe(
      'The GPUs of this machine cannot be read just now.',
    )
    expect(says(live)).toBe('Waiting for the first reading.')
    expect(
      liveSentence({ kind: 'replay', file: 'x', notes: [] }, sample(0, gpu('a', { value: 31 })), open),
    ).toMatch(/^In the recording, /)
    expect(
      liveSentence(live, sample(0, gpu('a', { value: 31 })), {
        kind: 'lost',
        retryInSeconds: 2,
        reason: null,
      }),
    ).toMatch(/readings have stopped/)
  })

  it('has words for each reason why a reading is unknown', () => {
    expect(unknownWords({ value: null, reason: 'not-offered-by-driver', raw: null })).toBe(
      'not offered by the driver',
    )
    expect(unknownWords({ value: null, reason: 'out-of-range', raw: '-5 W' })).toBe('out of range: “-5 W”')
  })
})

describe('A stream that breaks', () => {
  it('is opened again after growing pauses, lost until an event comes, which starts the count anew', async () => {
    const life = new AbortController()
    const pauses: number[] = []
    const connections: string[] = []
    const events: number[] = []
    let opened = 0
    await followStream<number>({
      open: async () => {
        opened += 1
        if (opened <= 3 || opened === 5) throw new Error('the backend is away')
        return (async function* readings() {
          yield opened
        })()
      },
      onEvent: (event) => events.push(event),
      onConnection: ({ kind }) => connections.push(kind),
      pause: async (seconds) => {
        pauses.push(seconds)
        if (pauses.length === 5) life.abort()
      },
      signal: life.signal,
    })
    expect(pauses).toEqual([1, 2, 4, 1, 2])
    expect(events).toEqual([4])
    expect(connections).toEqual(['opening', 'lost', 'lost', 'lost', 'open', 'lost', 'lost'])
  })

  it('waits at most half a minute', () => {
    expect([1, 2, 5, 6, 100].map(pauseSeconds)).toEqual([1, 2, 16, 30, 30])
  })
})
