import { NumberInput } from '@mantine/core'
import { definitionOf, type InputEntries, numberOf } from '../../../../shared/economics/inputs.ts'
import type { NumberInput as NumberDefinition } from '../../../../shared/economics/input-definition.ts'
import type { EntriesPatch } from '../../../../shared/scenario-entries.ts'
import { useBook } from '../../../book.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import { InputField } from '../../../controls/InputField.tsx'
import {
  cardFromCatalogue,
  cardsFromSample,
  cardsInWords,
  type RigCard,
} from '../../../../shared/rig-body.ts'
import { GpuPicker } from '../../../rigs/GpuPicker.tsx'
import { useLive } from '../../../telemetry/live.ts'
import { typedFigure } from '../typed-figure.ts'
import classes from './FirstRun.module.css'
import { Step } from './Step.tsx'

type CardStepProps = {
  readonly cards: readonly RigCard[] | null
  readonly entries: InputEntries
  readonly onCards: (cards: readonly RigCard[]) => void
  readonly onPatch: (patch: EntriesPatch) => void
}

/** The cards that were detected, or one from the catalogue; watts that nobody knows are asked for. */
export function CardStep({ cards, entries, onCards, onPatch }: CardStepProps) {
  const catalogue = useBook((book) => book.catalogue)
  const { sample, state } = useLive()
  const detected = sample === null ? [] : cardsFromSample(sample, catalogue)
  const single = cards?.length === 1 && cards[0]?.uuid === null ? cards[0] : null
  const chosenDetected = cards !== null && cards[0]?.uuid !== null
  return (
    <Step number={2} title="Which card?">
      {detected.length > 0 ? (
        <button
          type="button"
          className={classes.choice}
          aria-pressed={chosenDetected}
          onClick={() => onCards(detected)}
        >
          <span className={classes.choiceLabel}>{cardsInWords(detected)}</span>
          <span className={classes.choiceNote}>
            found in this machine{state.kind === 'replay' ? ' by the recording' : ''}
          </span>
        </button>
      ) : (
        <p className={classes.note}>
          {state.kind === 'starting'
            ? 'Looking for NVIDIA cards …'
            : 'No NVIDIA card was read in this machine.'}
        </p>
      )}
      <GpuPicker
        catalogue={catalogue}
        label={detected.length > 0 ? 'or another from the catalogue' : 'Choose one from the catalogue'}
        onPick={(gpu) => onCards([cardFromCatalogue(gpu, single?.count ?? 1, catalogue)])}
      />
      {single !== null && (
        <div className={classes.picked}>
          <p>
            <strong>{single.name}</strong>
            {single.boardLimitWatts.value !== null &&
              `, ${figureWords(single.boardLimitWatts.value, 'watts')} board limit`}
          </p>
          <NumberInput
            label="How many"
            size="xs"
            w={90}
            min={1}
            max={10_000}
            allowDecimal={false}
            value={single.count}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1) onCards([{ ...single, count: value }])
            }}
          />
        </div>
      )}
      {cards !== null && <MissingWatts cards={cards} entries={entries} onPatch={onPatch} />}
    </Step>
  )
}

type MissingWattsProps = {
  readonly cards: readonly RigCard[]
  readonly entries: InputEntries
  readonly onPatch: (patch: EntriesPatch) => void
}

function MissingWatts({ cards, entries, onPatch }: MissingWattsProps) {
  const unknown = (key: 'boardLimitWatts' | 'idleBoardWatts') =>
    cards.some((card) => card[key].value === null)
  const missing = [
    ...(unknown('boardLimitWatts') ? (['rentedBoardWatts'] as const) : []),
    ...(unknown('idleBoardWatts') ? (['idleBoardWatts'] as const) : []),
  ]
  if (missing.length === 0) return null
  return (
    <>
      <p className={classes.note}>
        Our sources do not agree on this card’s watts, or give none. What does it draw?
      </p>
      {missing.map((key) => {
        const definition = definitionOf(key) as NumberDefinition
        return (
          <InputField
            key={key}
            definition={definition}
            given={numberOf(entries, key)}
            inUse={null}
            emptyText="needed"
            onChange={(value) => onPatch({ [key]: value === null ? null : typedFigure(value, 'watts') })}
          />
        )
      })}
    </>
  )
}
