import { Button, NativeSelect } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Computation } from '../../../../shared/diligence/checklist.ts'
import {
  type ComputedAnswer,
  computedExit,
  computedNet,
} from '../../../../shared/diligence/computed-answer.ts'
import type { ComputedBasis } from '../../../../shared/diligence/entry.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { EvidenceClass } from '../../../../shared/figure.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import { useBook } from '../../../book.ts'
import { type NumberFieldDefinition, readAll, readNumberField } from '../fields/field-values.ts'
import { NumberField } from '../fields/Fields.tsx'
import { useDiligencePlace } from '../store.ts'
import { useLocalDay } from '../use-diligence.ts'
import { evidenceKeys, valueLabels } from '../words.ts'
import { basisWords } from './computed-words.ts'
import { newDraft } from './draft.ts'
import { draftsOf, putDraft } from './drafts.ts'
import classes from './Drawer.module.css'
import { shown } from '../shown.ts'

type ComputeAnswerProps = {
  readonly computation: Computation
  readonly itemId: string
  readonly card: Scorecard
}

/** An answer that the engine gives; it is kept like any other. */
export function ComputeAnswer({ computation, itemId, card }: ComputeAnswerProps) {
  const [opened, setOpened] = useState(false)
  const inside = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone.
  useEffect(() => {
    if (opened) (inside.current?.querySelector<HTMLElement>('input, select') ?? inside.current)?.focus()
  }, [opened])
  if (!opened)
    return (
      <Button variant="default" size="compact-xs" className={classes.compute} onClick={() => setOpened(true)}>
        {computation === 'net' ? 'Compute from a scenario' : 'Compute the exit'}
      </Button>
    )
  return (
    <div ref={inside} tabIndex={-1}>
      {computation === 'net' ? (
        <ComputeNet card={card} itemId={itemId} />
      ) : (
        <ComputeExit cardId={card.id} itemId={itemId} />
      )}
    </div>
  )
}

/** Into the draft, with what was written there already. */
function draftComputed<By extends ComputedBasis['by']>(
  cardId: string,
  itemId: string,
  answer: Extract<ComputedAnswer<By>, { kind: 'computed' }>,
): void {
  const { habit, localDay } = useDiligencePlace.getState()
  const draft =
    draftsOf(cardId).byItem.get(itemId) ?? newDraft(answer.value, { ...habit, link: '' }, localDay)
  putDraft(cardId, itemId, {
    ...draft,
    value: answer.value,
    class: answer.class,
    seenOn: localDay,
    computed: answer.basis,
  })
}

function ComputeNet({ card, itemId }: Omit<ComputeAnswerProps, 'computation'>) {
  const {
    id: cardId,
    body: { networkId },
  } = card
  const markets = useBook((book) => book.markets)
  const kept = useBook((book) => book.scenarios)
  const isOfMarket = ({ body }: (typeof kept)[number]) => networkId !== null && body.networkId === networkId
  const scenarios = kept.toSorted((a, b) => Number(isOfMarket(b)) - Number(isOfMarket(a)))
  const networkName = (id: string | null) =>
    id === null ? 'no network' : shown(markets.find((market) => market.id === id)?.profile.name ?? id)
  const [chosenId, setChosenId] = useState(scenarios[0]?.id ?? '')
  const [result, setResult] = useState<ComputedAnswer<'net'> | null>(null)
  const scenario = scenarios.find(({ id }) => id === chosenId)
  if (scenario === undefined)
    return <p className={classes.readOnly}>There is no scenario to compute from: Earnings makes one.</p>
  const compute = () => {
    const answer = computedNet({
      id: scenario.id,
      name: scenario.body.name,
      revision: scenario.revision,
      entries: scenario.body.inputs,
    })
    setResult(answer)
    if (answer.kind === 'computed') draftComputed(cardId, itemId, answer)
  }
  return (
    <div className={classes.computed}>
      <NativeSelect
        label="Scenario"
        value={scenario.id}
        data={scenarios.map((each) => ({
          value: each.id,
          label: isOfMarket(each)
            ? shown(each.body.name)
            : `${shown(each.body.name)} (${networkName(each.body.networkId)})`,
        }))}
        onChange={(event) => setChosenId(event.currentTarget.value)}
      />
      <Button variant="default" onClick={compute}>
        Compute
      </Button>
      {!isOfMarket(scenario) && (
        <p className={classes.note} data-kind="caution">
          This scenario is of {networkName(scenario.body.networkId)}, and the card is of{' '}
          {networkId === null ? 'a market without a network here' : networkName(networkId)}: what nets there
          need not net here.
        </p>
      )}
      <Result result={result} />
    </div>
  )
}

const usd = { unit: 'usd', high: 1e12 } as const
const exitFields = {
  size: { ...usd, label: 'You would sell' },
  depth: { ...usd, label: 'The pool holds on the other side' },
  fee: { label: 'Fee of the pool', unit: 'ratio', high: 1 },
  limit: { label: 'You would lose at most', unit: 'ratio', high: 0.2 },
} as const satisfies Record<string, NumberFieldDefinition>

type ComputeExitProps = { readonly cardId: string; readonly itemId: string }

function ComputeExit({ cardId, itemId }: ComputeExitProps) {
  const [texts, setTexts] = useState({ size: '', depth: '', fee: '0.3%', limit: '2%' })
  const [depthClass, setDepthClass] = useState<EvidenceClass>('third-party')
  const [result, setResult] = useState<ComputedAnswer<'exit'> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const compute = () => {
    const read = readAll({
      sizeUsd: readNumberField(texts.size, exitFields.size),
      depthUsd: readNumberField(texts.depth, exitFields.depth),
      poolFeeRatio: readNumberField(texts.fee, exitFields.fee),
      slippageLimitRatio: readNumberField(texts.limit, exitFields.limit),
    })
    if ('problem' in read) {
      setProblem(read.problem)
      return
    }
    const { sizeUsd, depthUsd, poolFeeRatio, slippageLimitRatio } = read.value
    if (sizeUsd === null || depthUsd === null || poolFeeRatio === null || slippageLimitRatio === null) {
      setProblem('All four figures are needed: what is not known cannot be computed with.')
      return
    }
    setProblem(null)
    const answer = computedExit({ sizeUsd, depthUsd, depthClass, poolFeeRatio, slippageLimitRatio })
    setResult(answer)
    if (answer.kind === 'computed') draftComputed(cardId, itemId, answer)
  }
  const field = (key: keyof typeof exitFields) => (
    <NumberField
      definition={exitFields[key]}
      text={texts[key]}
      onChange={(text) => setTexts((before) => ({ ...before, [key]: text }))}
    />
  )
  return (
    <div className={classes.computed}>
      {field('size')}
      {field('depth')}
      {field('fee')}
      {field('limit')}
      <NativeSelect
        label="The depth rests on"
        value={depthClass}
        data={evidenceKeys.map((each) => ({ value: each.class, label: each.label }))}
        onChange={(event) => setDepthClass(event.currentTarget.value as EvidenceClass)}
      />
      <Button variant="default" onClick={compute}>
        Compute
      </Button>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <Result result={result} />
    </div>
  )
}

function Result<By extends ComputedBasis['by']>({ result }: { readonly result: ComputedAnswer<By> | null }) {
  const localDay = useLocalDay()
  if (result === null) return null
  return (
    <p className={classes.text} role="status">
      {result.kind === 'unanswered'
        ? `No answer: ${shown(result.reason)}`
        : `${valueLabels[result.value]}, by ${evidenceWords[result.class]}. ${basisWords(result.basis, localDay)}`}
    </p>
  )
}
