import { describe, expect, it } from 'vitest'
import type { GpuSample } from '../../../shared/telemetry/gpu-sample.ts'
import { chooseFields } from '../../../shared/telemetry/nvidia-smi.ts'
import { parseRecording } from '../../../shared/telemetry/recording.ts'
import { realFixture, realFixturesArePresent } from './fixture.ts'

const captures = [
  'nvsmi_capture__linux-x86_64__nvidia-geforce-rtx-4080-super__595.71.05.txt',
  'nvsmi_capture__linux-x86_64__nvidia-l40s__595.80.txt',
]
const logs = [
  'telegraf_nvsmi__a10g.xml',
  'telegraf_nvsmi__gtx-1070-ti.xml',
  'telegraf_nvsmi__gtx-1660-ti.xml',
  'telegraf_nvsmi__rtx-3060-v12.xml',
  'telegraf_nvsmi__tesla-t4.xml',
]

function cardsOf(text: string): readonly GpuSample[] {
  const { recording, problem } = parseRecording(text)
  expect(problem).toBeNull()
  return recording?.instants.flat() ?? []
}

const numberOf = (text: string | undefined) => (text === undefined ? null : Number(text))

describe.skipIf(!realFixturesArePresent)(
  `real nvidia-smi outputs, read as the file says${realFixturesArePresent ? '' : ' (SKIPPED: ../shared/fixtures is not beside this checkout)'}`,
  () => {
    it.each(captures)('%s: every watt equals the file’s', (file) => {
      const text = realFixture(file)
      // Independent of the parser: a row of the full table begins with a time and carries a run of watts, of which the
      // first is power.draw and the fourth and fifth are power.limit and enforced.power.limit.
      const rows = [...text.matchAll(/^\d{4}\/\d\d\/\d\d [\d:.]+, 595\..*$/gm)].map(([row]) => row)
      const expected = rows.map((row) =>
        [...row.matchAll(/, (\d+\.\d+) W(?=,)/g)].map((match) => Number(match[1])),
      )
      expect(expected).toHaveLength(2)
      const cards = cardsOf(text)
      expect(cards.map((card) => card.boardWatts.value)).toEqual(expected.map((watts) => watts[0]))
      expect(cards.map((card) => card.boardLimitWatts.value)).toEqual(expected.map((watts) => watts[4]))
      const named = [...text.matchAll(/^\d{4}\/\d\d\/\d\d .*?, (NVIDIA [^,]+), .*?, (GPU-[0-9a-f-]{36}),/gm)]
      expect(cards.map((card) => [card.name, card.uuid])).toEqual(
        named
          .filter(([row]) => row.includes('595.'))
          .slice(0, 2)
          .map(([, name, uuid]) => [name, uuid]),
      )
    })

    it.each(captures)('%s: the chosen fields are all in its help text', (file) => {
      const text = realFixture(file)
      const help = text.slice(text.indexOf('List of valid properties to query for the switch "--query-gpu"'))
      const fields = chooseFields(help.slice(0, help.indexOf('#####')))
      expect(fields).toContain('power.draw')
      expect(fields).toHaveLength(15)
      const table = /^# \$ nvidia-smi --query-gpu=(\S+) --format=csv$/m.exec(text)?.[1]?.split(',') ?? []
      expect(fields.filter((field) => !table.includes(field))).toEqual([])
    })

    it.each(logs)('%s: every watt equals the file’s', (file) => {
      const text = realFixture(file)
      const board = /<(?:gpu_)?power_readings>([\s\S]*?)<\/(?:gpu_)?power_readings>/.exec(text)?.[1] ?? ''
      const draw = /<(?:average_)?power_draw>(\d+\.\d+) W</.exec(board)?.[1]
      const limit = /<(?:enforced|current)_power_limit>(\d+\.\d+) W</.exec(board)?.[1]
      const [card, ...others] = cardsOf(text)
      expect(others).toEqual([])
      expect(card?.boardWatts.value).toBe(numberOf(draw))
      expect(card?.boardLimitWatts.value).toBe(numberOf(limit))
      expect(card?.uuid).toBe(/<uuid>(.*)<\/uuid>/.exec(text)?.[1])
    })

    it('telegraf_nvsmi__gtx-1070-ti.xml: N/A watts are unknown with the file’s own word', () => {
      const [card] = cardsOf(realFixture('telegraf_nvsmi__gtx-1070-ti.xml'))
      expect(card?.boardWatts).toEqual({ value: null, reason: 'not-available', raw: 'N/A' })
      expect(card?.busyRatio).toEqual({ value: 0 })
    })

    it('nvsmi_query_csv__exporter_testdata.txt: no watts are offered, memory equals the file’s', () => {
      const text = realFixture('nvsmi_query_csv__exporter_testdata.txt')
      const cards = cardsOf(text)
      expect(cards.map((card) => card.boardWatts)).toEqual([
        { value: null, reason: 'not-offered-by-driver', raw: null },
        { value: null, reason: 'not-offered-by-driver', raw: null },
      ])
      const memory = [...text.matchAll(/, (\d+) MiB,/g)].map((match) => Number(match[1]))
      expect(cards.map((card) => card.memoryUsedMebibytes.value)).toEqual(memory)
      expect(memory).toHaveLength(2)
    })
  },
)
