/** Where a worked-out workbook and the engine say different things. */
import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import { statementLines } from '../../../shared/economics/statement.ts'
import { isoDate } from '../../../shared/calendar.ts'
import type { Value } from '../../../shared/workbook/cells.ts'

export type Readable = {
  readonly headline: (name: string) => Value
  /** A cell of a column of the months, the month from 0. */
  readonly month: (key: string, month: number) => Value
}

type Answered = Extract<Evaluation, { kind: 'evaluated' }>

/** Equal to the cent, or to a millionth where the amounts are large. */
function isNear(a: Value, b: number, absolute: number): boolean {
  return typeof a === 'number' && Math.abs(a - b) <= Math.max(absolute, 1e-6 * Math.abs(b))
}

const cent = 0.005

/** One sentence for each difference. The evaluation must have an answer. */
export function differencesOf(evaluation: Answered, book: Readable): readonly string[] {
  const { answer, powerFloor, prices } = evaluation
  if (answer === null) throw new Error('Only a scenario with an answer can be compared.')
  const found: string[] = []
  const expect = (name: string, wanted: number | string | null, given: Value, absolute = cent) => {
    const equal =
      wanted === null
        ? typeof given === 'string'
        : typeof wanted === 'string'
          ? given === wanted
          : isNear(given, wanted, absolute)
    if (!equal) found.push(`${name}: the engine says ${wanted}, the workbook ${given}`)
  }
  const headline = (name: string, wanted: number | string | null, absolute = cent) =>
    expect(name, wanted, book.headline(name), absolute)
  const { headlines } = answer
  headline('netUsdPerMonth', headlines.netUsdPerMonth)
  headline('netBeforeTaxUsdPerMonth', headlines.netBeforeTaxUsdPerMonth)
  headline('grossUsdPerMonth', headlines.grossUsdPerMonth)
  for (const { key } of statementLines) headline(`mean_${key}`, headlines.lineUsdPerMonth[key])
  if (Math.abs(headlines.grossUsdPerMonth) > 1) headline('marginRatio', headlines.marginRatio, 1e-5)
  headline('rentedGpuHoursPerMonth', headlines.rentedGpuHoursPerMonth)
  headline('rigKwhPerMonth', headlines.rigKwhPerMonth)
  headline('valueLossUsdPerMonth', headlines.valueLossUsdPerMonth)
  headline('wearUsdPerMonth', headlines.wearUsdPerMonth)
  headline('npvUsd', headlines.npvUsd)
  const rate = headlines.rateOfReturn
  if (rate?.kind === 'rate') headline('irr', rate.rate, 1e-6 * (1 + Math.abs(rate.rate)))
  else headline('irr', null)
  headline('paybackMonths', headlines.paybackMonths, 1e-6)
  headline('worstBankedUsd', headlines.worstMonth.bankedUsd)
  headline('lostUsd', headlines.lostUsd)
  const cash = book.headline('firstCashDate')
  expect(
    'firstCashDate',
    headlines.firstCashDate ?? 'never',
    typeof cash === 'number' ? isoDate(cash - 25_569) : cash,
  )
  headline('decisionRunUsd', headlines.decision?.runUsd ?? null)
  headline('decisionSellUsd', headlines.decision?.sellUsd ?? null)
  headline('decisionLeaveUsd', headlines.decision?.leaveUsd ?? null)
  headline('sellAfterMonths', headlines.decision?.sellAfterMonths ?? null)
  const floors = { Idle: powerFloor.againstIdleUsdPerGpuHour, Off: powerFloor.againstOffUsdPerGpuHour }
  for (const [against, floor] of Object.entries(floors)) {
    headline(`floor${against}Cheapest`, floor.cheapest, 1e-7)
    headline(`floor${against}Mean`, floor.mean, 1e-7)
    headline(`floor${against}Dearest`, floor.dearest, 1e-7)
  }
  headline('floorWinter', powerFloor.winterUsdPerGpuHour, 1e-7)
  if (prices.length === 1) {
    headline('levelizedNominal', prices[0]!.levelized?.nominalUsdPerGpuHour ?? null, 1e-6)
    headline('levelizedReal', prices[0]!.levelized?.realUsdPerGpuHour ?? null, 1e-6)
    headline('shutdownRent', prices[0]!.shutdownUsdPerGpuHour, 1e-6)
  }
  headline('exitRent', headlines.exitRentUsdPerGpuHour, 1e-6)
  headline('contractedShare', headlines.contractedShareRatio, 1e-6)
  headline('greatestExposureUsd', headlines.exposure.peakUsd)
  headline('meanExposureUsd', headlines.exposure.meanUsd)
  headline('expectedLossUsd', headlines.exposure.expectedLossUsdPerYear)
  headline('taxOnFallenUsd', headlines.taxOnFallenTokensUsd)
  answer.months.forEach((row, m) => {
    const month = (key: string, wanted: number | string) =>
      expect(`${row.month} ${key}`, wanted, book.month(key, m))
    month('month', row.month)
    for (const { key } of statementLines) month(key, row.lines[key])
    month('netUsd', row.netUsd)
    month('taxPaidUsd', row.taxPaidUsd)
    month('capitalUsd', row.capitalFlowUsd)
    month('bankedUsd', row.bankedUsd)
    month('pipelineUsd', row.pipelineUsd)
    month('revaluationUsd', row.revaluationUsd)
    month('lostUsd', row.lostUsd)
    if (row.resaleUsd !== null) month('resaleUsd', row.resaleUsd)
  })
  return found
}
