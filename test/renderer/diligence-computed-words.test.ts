import { describe, expect, it } from 'vitest'
import { basisWords, staleWords } from '../../renderer/places/diligence/card/computed-words.ts'
import { net } from '../shared/diligence/cards.ts'

const basis = net({ scenarioId: 'one', scenarioRevision: 3, scenarioName: 'Mine', usageOnlyUsd: 120 })

describe('What a computed answer rests on', () => {
  it('is said with the day it was computed on and the revision it was computed from', () => {
    expect(basisWords(basis, '2026-11-01')).toContain(
      'Computed on 2026-11-01, from revision 3 of “Mine”: usage alone is worth $120.',
    )
  })

  it('is to be computed again where the scenario has another revision, or is not in the book', () => {
    expect(staleWords(basis, [{ id: 'one', revision: 3 }])).toBeNull()
    expect(staleWords(basis, [{ id: 'one', revision: 4 }])).toBe(
      'The scenario has changed since: compute it again.',
    )
    expect(staleWords(basis, [{ id: 'other', revision: 3 }])).toContain('not in this book')
    expect(staleWords(null, [])).toBeNull()
  })
})
