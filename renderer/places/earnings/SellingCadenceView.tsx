import { useMemo } from 'react'
import type { InputEntries } from '../../../shared/economics/inputs.ts'
import { resolveInputs } from '../../../shared/economics/inputs.ts'
import { sellingCadenceOf } from '../../../shared/economics/selling.ts'
import { CadenceChart } from '../../charts/CadenceChart.tsx'

/** How often to sell the tokens; nothing where there are none, or where their volatility is unknown. */
export function SellingCadenceView({ entries }: { readonly entries: InputEntries }) {
  const cadence = useMemo(() => {
    const resolution = resolveInputs(entries)
    return resolution.kind === 'resolved' ? sellingCadenceOf(resolution.inputs) : null
  }, [entries])
  return cadence === null ? null : <CadenceChart title="How often to sell" cadence={cadence} />
}
