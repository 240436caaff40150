import { describe, expect, it } from 'vitest'
import { parseXml } from '../../../shared/telemetry/nvidia-smi-xml.ts'
import { readXml } from '../../../shared/telemetry/xml.ts'
import { ownFixture } from './fixture.ts'

describe('M8 a log of nvidia-smi -q -x is read element by element', () => {
  it('follows the reader’s worked example', () => {
    expect(readXml('<a><b>1 W</b></a>').roots?.[0]?.children[0]?.text).toBe('1 W')
  })

  it('reads comments, empty elements, an embedded DTD and the five entities', () => {
    const text =
      '<!DOCTYPE a [ <!ELEMENT a (b)> ]>\n<!-- <a> --><a x="1"><b/><c>&lt;&amp;&gt; &unknown;</c></a>'
    const [root] = readXml(text).roots ?? []
    expect(root?.attributes).toBe('x="1"')
    expect(root?.children.map((child) => [child.name, child.text])).toEqual([
      ['b', ''],
      ['c', '<&> &unknown;'],
    ])
  })

  it.each([
    ['<a><b></a>', '</b>'],
    ['<a>', '</a>'],
    ['</a>', 'an opening tag'],
    ['<a', 'the end of the tag'],
    ['<!-- never closed', 'the end of the comment'],
    ['<1></1>', 'the name of an element'],
    ['<a>'.repeat(33), 'at most 32'],
  ])('refuses %j', (text, expected) => {
    expect(readXml(text).problem?.expected).toContain(expected)
  })

  it('gives one instant for each of several logs after one another', () => {
    const { instants } = parseXml(ownFixture('two-logs.xml'))
    // The figures stand in two-logs.xml: average_power_draw under gpu_power_readings.
    expect(instants?.map((rows) => rows.map(({ card }) => card.boardWatts.value))).toEqual([[88.1], [402.7]])
    expect(instants?.[1]?.[0]?.card.busyRatio).toEqual({ value: 0.83 })
    expect(instants?.[0]?.[0]?.card.name).toBe('NVIDIA Grace & Board')
  })

  it('takes the memory of the board, not of a MIG slice', () => {
    const { instants } = parseXml(ownFixture('two-logs.xml'))
    expect(instants?.[0]?.[0]?.card.memoryTotalMebibytes).toEqual({ value: 97871 })
  })

  it('takes the enforced limit of an older schema', () => {
    const { instants } = parseXml(ownFixture('old-log.xml'))
    expect(instants?.[0]?.[0]?.card.boardWatts).toEqual({ value: 6.31 })
    expect(instants?.[0]?.[0]?.card.boardLimitWatts).toEqual({ value: 60 })
  })

  it('leaves the index unknown, for the log does not print it', () => {
    expect(parseXml(ownFixture('old-log.xml')).instants?.[0]?.[0]?.card.index).toBeNull()
  })

  it('knows the slot of a card from its attribute where the pci element lacks it', () => {
    const text = ownFixture('old-log.xml')
    expect(parseXml(text).instants?.[0]?.[0]?.card.pciBusId).toBe('00000000:05:00.0')
  })

  it('names the line at which a cut-off log stops making sense', () => {
    const text = ownFixture('old-log.xml')
    const { problem } = parseXml(text.slice(0, text.indexOf('<power_limit>')))
    expect(problem).toEqual({ line: 20, expected: '</power_readings>', found: 'the end of the file' })
  })

  it('refuses other XML', () => {
    expect(parseXml('<svg></svg>').problem?.expected).toContain('nvidia_smi_log')
    expect(parseXml('<nvidia_smi_log></nvidia_smi_log>').problem?.expected).toContain('<gpu>')
  })
})

describe('M4 only the board’s power counts', () => {
  it('never takes the power of a module or of the memory for the board’s', () => {
    const text = ownFixture('two-logs.xml')
    const withoutBoard = text.replace(/<gpu_power_readings>[\s\S]*?<\/gpu_power_readings>/g, '')
    const { instants } = parseXml(withoutBoard)
    const [card] = instants?.[0] ?? []
    expect(card?.card.boardWatts).toMatchObject({ value: null, reason: 'not-offered-by-driver' })
    expect(card?.card.boardLimitWatts).toMatchObject({ value: null, reason: 'not-offered-by-driver' })
  })

  it('takes no reading from an element that is there twice', () => {
    const text = ownFixture('old-log.xml').replace(
      '<power_limit>',
      '<power_draw>7 W</power_draw><power_limit>',
    )
    expect(parseXml(text).instants?.[0]?.[0]?.card.boardWatts).toMatchObject({
      value: null,
      reason: 'unreadable',
    })
  })
})
