import { describe, expect, it } from 'vitest'
import { parseRecording } from '../../../shared/telemetry/recording.ts'
import { ownFixture } from './fixture.ts'

describe('M8 a recording is told by its text', () => {
  it('follows its worked example', () => {
    const text = 'uuid, power.draw [W]\nGPU-11111111-aaaa-4bbb-8ccc-000000000001, 84.24 W\n'
    expect(parseRecording(text).recording?.format).toBe('csv')
  })

  it.each([
    ['two-cards.csv', 'csv', 3],
    ['two-cards-nounits.csv', 'csv', 1],
    ['two-logs.xml', 'xml', 2],
    ['old-log.xml', 'xml', 1],
    ['capture.txt', 'capture', 2],
  ])('reads %s as %s with %i instants', (file, format, instants) => {
    const { recording } = parseRecording(ownFixture(file))
    expect(recording?.format).toBe(format)
    expect(recording?.instants).toHaveLength(instants)
  })

  it('reads a file that begins with a byte order mark', () => {
    expect(parseRecording(`\uFEFF${ownFixture('two-cards.csv')}`).recording?.instants).toHaveLength(3)
    expect(parseRecording(`\uFEFF${ownFixture('old-log.xml')}`).recording?.format).toBe('xml')
  })

  it('takes from a capture its tables of cards, not the one of processes', () => {
    const { recording } = parseRecording(ownFixture('capture.txt'))
    expect(recording?.instants.map(([gpu]) => gpu?.boardWatts)).toEqual([{ value: 18.4 }, { value: 195.2 }])
  })

  it('counts lines from the start of the file in a capture too', () => {
    const { problem } = parseRecording(ownFixture('capture.txt').replace(', 195.20 W,', ', 195,20 W,'))
    expect(problem).toMatchObject({ line: 25, expected: '5 cells, as the header on line 24 has' })
  })

  it('refuses a recording in which no card can be told from another', () => {
    const { problem } = parseRecording('uuid, power.draw [W]\n[N/A], 84.24 W\n')
    expect(problem?.expected).toContain('a UUID or a PCI bus id')
    expect(problem?.found).toContain('left out')
  })
})
