import { expect, it } from 'vitest'
import { scenarioBodySchema } from '../../shared/api.ts'
import type { ListInput } from '../../shared/economics/input-definition.ts'
import { definitionOf } from '../../shared/economics/inputs.ts'
import { listFault } from '../../shared/economics/lists.ts'

const month = (i: number) => `${2027 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`

it('a scenario keeps every list that the inputs take, up to its last row', () => {
  const lists = {
    platformFeeSteps: (i: number) => `${month(i)} 0.${String(100_000 + i)}`,
    contracts: (i: number) => `${month(i)} ${month(i + 1)} 8 1.250${i + 10} 1000000.5`,
  }
  for (const [key, row] of Object.entries(lists)) {
    const text = Array.from({ length: 60 }, (_, i) => row(i)).join('; ')
    expect(text.length).toBeGreaterThan(400)
    expect(listFault(definitionOf(key) as ListInput, text)).toBeNull()
    const body = { schema: 1, name: 'Long', rigId: null, networkId: null, inputs: { [key]: text } }
    expect(scenarioBodySchema.safeParse(body).success).toBe(true)
  }
})
