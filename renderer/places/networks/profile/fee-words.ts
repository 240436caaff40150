import { feeStepOn } from '../../../../shared/markets/fee-schedule.ts'
import type { FeeStep } from '../../../../shared/markets/market-profile.ts'

const key = ({ from, payoutCurrency }: FeeStep) => `${from ?? ''} ${payoutCurrency}`

/** In the order of time; what holds from the beginning first. */
export function byBeginning(fees: readonly FeeStep[]): readonly FeeStep[] {
  return fees.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** "in force today", "in force today for cash", "from then on", or null for what has been. */
export function inForceWords(fees: readonly FeeStep[], step: FeeStep, today: string): string | null {
  if (step.from !== null && step.from > today) return null
  const currencies = (['cash', 'token'] as const).filter(
    (currency) => feeStepOn(fees, today, currency) === step,
  )
  if (currencies.length === 0) return null
  const isForAll = currencies.length === 2 || step.payoutCurrency !== 'any'
  return isForAll ? 'in force today' : `in force today for ${currencies[0]}`
}
