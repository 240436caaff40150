/** What is typed into the editor of a fee, and the schedule that it makes. */
import { type Figure, unknownFigure } from '../../../../shared/figure.ts'
import type { FeeStep } from '../../../../shared/markets/market-profile.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import { fieldDigits } from '../../../controls/number-field.ts'
import { readNumberText } from './number-text.ts'
import { feeBounds, numberDefinition } from './term-bounds.ts'

type FeeKey = 'platformFeeRatio' | 'paymentFeeRatio'

export const feeDefinitions = {
  platformFeeRatio: numberDefinition('Platform fee', 'ratio', feeBounds),
  paymentFeeRatio: numberDefinition('Payment fee', 'ratio', feeBounds),
} as const

/** A text is null until the person types: then it is what the step that would be replaced says. */
export type FeeDraft = {
  /** Empty: from the beginning. */
  readonly from: string
  readonly payoutCurrency: FeeStep['payoutCurrency']
  readonly platformFeeRatio: string | null
  readonly paymentFeeRatio: string | null
  readonly note: string | null
}

export const emptyFeeDraft: FeeDraft = {
  from: '',
  payoutCurrency: 'any',
  platformFeeRatio: null,
  paymentFeeRatio: null,
  note: null,
}

/** Two steps of the same day and currency cannot both hold: this one goes. */
export function replacedStep(
  fees: readonly FeeStep[],
  { from, payoutCurrency }: Pick<FeeDraft, 'from' | 'payoutCurrency'>,
): FeeStep | null {
  return fees.find((step) => (step.from ?? '') === from && step.payoutCurrency === payoutCurrency) ?? null
}

/** What stands in a field: what was typed, or else what the replaced step says. */
export function feeText(draft: FeeDraft, replaced: FeeStep | null, key: FeeKey): string {
  const value = replaced?.[key].value ?? null
  return draft[key] ?? (value === null ? '' : fieldDigits(value, feeDefinitions[key]))
}

export function noteText({ note }: FeeDraft, replaced: FeeStep | null): string {
  return note ?? replaced?.note ?? ''
}

/** What an empty field means: the replaced step's figure stays; without one it is unknown. */
export function emptyFeeWords(replaced: FeeStep | null, key: FeeKey): string {
  const value = replaced?.[key].value ?? null
  return value === null ? 'empty: unknown' : `empty: stays ${figureWords(value, 'ratio')}`
}

type Given = Pick<Figure, 'class' | 'source' | 'asOf'>

/** All the fees with this one among them, or what is wrong with what was typed. */
export function withFee(
  fees: readonly FeeStep[],
  draft: FeeDraft,
  given: Given,
): { readonly fees: readonly FeeStep[] } | { readonly problem: string } {
  const replaced = replacedStep(fees, draft)
  const platform = readNumberText(draft.platformFeeRatio ?? '', feeDefinitions.platformFeeRatio)
  if ('problem' in platform) return platform
  const payment = readNumberText(draft.paymentFeeRatio ?? '', feeDefinitions.paymentFeeRatio)
  if ('problem' in payment) return payment
  const note = noteText(draft, replaced).trim() || null
  if (platform.value === null && payment.value === null && (replaced === null || note === replaced.note))
    return { problem: 'Nothing is typed. Give the platform fee, the payment fee, or both.' }
  const figureOf = (key: FeeKey, value: number | null): Figure =>
    value === null
      ? (replaced?.[key] ?? unknownFigure('ratio'))
      : { value, low: null, high: null, unit: 'ratio', ...given }
  const step: FeeStep = {
    from: draft.from === '' ? null : draft.from,
    payoutCurrency: draft.payoutCurrency,
    platformFeeRatio: figureOf('platformFeeRatio', platform.value),
    paymentFeeRatio: figureOf('paymentFeeRatio', payment.value),
    note,
  }
  return { fees: [...fees.filter((each) => each !== replaced), step] }
}
