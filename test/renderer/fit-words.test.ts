import { describe, expect, it } from 'vitest'
import { columnOf, fitSentence, verdictSentence } from '../../renderer/places/networks/guide/fit-words.ts'
import type { Workload } from '../../shared/markets/market-profile.ts'
import { type FitVerdict, rigFitOf } from '../../shared/markets/workload-fit.ts'

const verdict = (fit: FitVerdict['fit']): FitVerdict => ({
  fit,
  caveat: null,
  because: [],
  isOverride: false,
  byRules: fit,
})
const column = (fit: (workload: Workload) => FitVerdict['fit'], isRig = false) =>
  columnOf('one', 'One', isRig, (workload) => verdict(fit(workload)))
const labelOf = (workload: Workload) => `${workload.charAt(0).toUpperCase()}${workload.slice(1)}`

describe('The fit map’s sentence', () => {
  it('names what the rig suits, with abbreviations as they are written', () => {
    const rig = column((workload) => (/^(batch|HPC|rendering)/.test(workload) ? 'good' : 'poor'), true)
    expect(fitSentence([rig], labelOf)).toBe('This rig suits rendering, batch and HPC and simulation.')
  })

  it('counts the networks that are good for something and those of which too little is known', () => {
    const useful = column((workload) => (workload === 'batch' ? 'good' : 'unknown'))
    const silent = column(() => 'unknown')
    const weak = column(() => 'possible')
    expect(fitSentence([useful, useful, weak, silent], labelOf)).toBe(
      '2 of 4 networks are shown to be good for something, and of 1 too little is known for any.',
    )
    expect(fitSentence([weak], labelOf)).toBe('None of 1 networks is shown to be good for something.')
  })

  it('says where a rig suits nothing without a caveat, nothing at all, or is not known', () => {
    expect(fitSentence([column(() => 'possible', true)], labelOf)).toBe(
      'This rig suits none without a caveat and 13 with one.',
    )
    expect(fitSentence([column(() => 'poor', true)], labelOf)).toBe(
      'This rig suits none of these kinds of work.',
    )
    const nothing = {
      memoryGigabytesPerGpu: null,
      gpuCount: null,
      segment: null,
      offeredHoursPerWeek: null,
      uptimeRatio: null,
    }
    const rig = columnOf('rig', 'Rig', true, (workload) => rigFitOf(nothing, workload))
    expect(fitSentence([rig], labelOf)).toBe('Of this rig too little is known to say what it suits.')
    expect(fitSentence([], labelOf)).toBe('There is nothing to fit yet.')
  })
})

describe('A cell as it is read out', () => {
  it('says whose it is, what it says and under what', () => {
    const note = {
      workload: 'batch',
      label: 'Batch',
      meaning: 'Jobs in a queue.',
      whatToAsk: 'How long?',
    } as const
    expect(
      verdictSentence(
        column(() => 'good'),
        note,
      ),
    ).toBe('One, Batch: good. All that it asks for is shown.')
    const weak = columnOf('one', 'One', false, () => ({
      ...verdict('possible'),
      caveat: 'Too little memory.',
    }))
    expect(verdictSentence(weak, note)).toBe('One, Batch: possible. Too little memory.')
  })
})
