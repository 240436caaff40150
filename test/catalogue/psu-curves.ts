/** 80 PLUS certification limits as curves. */
import type { PsuCurve } from '../../shared/catalogue.ts'
import type { ReferenceFacts } from './facts.ts'

const gradeIds: Readonly<Record<string, string>> = {
  'White (80 PLUS)': 'white',
  Bronze: 'bronze',
  Silver: 'silver',
  Gold: 'gold',
  Platinum: 'platinum',
  Titanium: 'titanium',
}

const supplies: Readonly<Record<string, { id: string; label: string }>> = {
  '115V': { id: '115v', label: '115 V' },
  '230V_EU': { id: '230v-eu', label: '230 V EU' },
  '230V_redundant': { id: '230v-redundant', label: '230 V redundant' },
}

export function cataloguePsuCurves(reference: ReferenceFacts): PsuCurve[] {
  const { psu80Plus } = reference
  const source = `${psu80Plus.source} (undated page); ${psu80Plus.second}`
  return Object.entries(gradeIds).flatMap(([grade, gradeId]) =>
    Object.entries(supplies).flatMap(([key, supply]): PsuCurve[] => {
      const percentByLoad = psu80Plus.values[grade]?.[key]
      if (!percentByLoad) return []
      const name = grade.startsWith('White') ? '80 PLUS' : `80 PLUS ${grade}`
      return [
        {
          id: `${gradeId}-${supply.id}`,
          label: `${name}, ${supply.label}`,
          points: Object.entries(percentByLoad)
            .map(([load, percent]) => ({ loadRatio: Number(load) / 100, efficiencyRatio: percent / 100 }))
            .toSorted((a, b) => a.loadRatio - b.loadRatio),
          source,
          asOf: psu80Plus.asOf,
        },
      ]
    }),
  )
}
