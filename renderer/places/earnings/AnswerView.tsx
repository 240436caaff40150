import { memo, useDeferredValue } from 'react'
import type { Answer, Evaluation } from '../../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../../shared/economics/inputs.ts'
import { nameOf } from '../../../shared/explain/headline.ts'
import { statementLines } from '../../../shared/economics/statement.ts'
import { answerSentence, valueSentence } from '../../../shared/economics/words.ts'
import { CashFlowChart } from '../../charts/CashFlowChart.tsx'
import { Waterfall } from '../../charts/Waterfall.tsx'
import type { WaterfallLine } from '../../charts/waterfall-spans.ts'
import { figureWords } from '../../controls/figure-text.ts'
import { ShowHow, ShowHowProvider } from '../../controls/ShowHow.tsx'
import { SentenceHeadline } from '../../controls/SentenceHeadline.tsx'
import classes from './AnswerView.module.css'
import { Basis } from './Basis.tsx'
import { CashCalendar } from './CashCalendar.tsx'
import { GateView } from './GateView.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { MoreFigures } from './MoreFigures.tsx'
import { Prices } from './Prices.tsx'
import { SellingCadenceView } from './SellingCadenceView.tsx'
import { TurningPoint } from './TurningPoint.tsx'
import { Underbid } from './Underbid.tsx'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

type AnswerViewProps = { readonly evaluation: Evaluated; readonly entries: InputEntries }

/** The answer: the sentence, the figures, then why. */
export function AnswerView({ evaluation, entries }: AnswerViewProps) {
  const { answer } = evaluation
  // The words and figures come first; the drawn chart may follow a moving slider a frame later.
  const settled = useDeferredValue(evaluation)
  const settledEntries = useDeferredValue(entries)
  return (
    <ShowHowProvider entries={entries} evaluation={evaluation}>
      <div className={classes.answer}>
        <SentenceHeadline
          sentence={answerSentence(evaluation, entries)}
          {...(answer === null ? { aside: missingWords(evaluation) } : { aside: grossWords(answer) })}
        >
          {answer !== null && <p className={classes.value}>{valueSentence(answer) ?? unknownValue}</p>}
        </SentenceHeadline>
        {answer !== null && <KeyFigures evaluation={evaluation} answer={answer} />}
        <Prices evaluation={evaluation} />
        <Underbid evaluation={evaluation} />
        {answer !== null && (
          <>
            <Waterfall
              title="From gross to net"
              lines={waterfallLines(answer)}
              totalLabel="Net"
              unitText="a month, mean of the first year"
              howOf={howOf}
            />
            <GateView gate={answer.gate} changeNeeded={answer.tokenChangeNeeded} />
            <CashFlow answer={settled.answer ?? answer} />
            <CashCalendar entries={settledEntries} />
            <SellingCadenceView entries={settledEntries} />
            <MoreFigures evaluation={evaluation} answer={answer} />
            <TurningPoint entries={entries} />
          </>
        )}
        <Basis evaluation={evaluation} />
      </div>
    </ShowHowProvider>
  )
}

const CashFlow = memo(function CashFlow({ answer }: { readonly answer: Answer }) {
  const months = answer.months.map(({ month, bankedUsd, cumulativeBankedUsd }) => ({
    month,
    bankedUsd,
    cumulativeUsd: cumulativeBankedUsd,
  }))
  return (
    <CashFlowChart
      title="What reaches the account"
      months={months}
      firstCashDate={answer.headlines.firstCashDate}
    />
  )
})

const unknownValue =
  'What the card loses in value is unknown: give its resale price today and in 12 months under Card value.'

function grossWords(answer: Answer): string {
  return `Gross ${figureWords(answer.headlines.grossUsdPerMonth, 'usdPerMonth', { decimals: 2 })}`
}

function missingWords({ asked }: Evaluated): string {
  const price = asked.includes('priceUsdPerGpuHour')
  const share = asked.includes('rentalUtilizationRatio')
  const what = price && share ? 'a price and a rented share' : price ? 'a price' : 'a rented share'
  return `Give ${what} under Income to see the net. Nobody publishes them honestly, so none is assumed.`
}

/** A bar's button; subtotals have a row's name of their own. */
function howOf(key: string, label: string) {
  const line = statementLines.find((each) => each.key === key)
  if (line === undefined && key !== 'total') return null
  return <ShowHow of={line === undefined ? 'net' : nameOf(line.key)} label={`${label} a month`} />
}

/** Lines that are zero throughout say nothing and are left out. */
function waterfallLines({ headlines }: Answer): WaterfallLine[] {
  return statementLines
    .filter(({ key }) => headlines.lineUsdPerMonth[key] !== 0)
    .map(({ key, label, isIncome }) => ({
      key,
      label,
      usd: headlines.lineUsdPerMonth[key],
      kind: isIncome ? 'income' : 'cost',
    }))
}
