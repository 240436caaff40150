import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react'
import { useContext } from 'react'
import { BookContext, useBook } from '../../book.ts'
import { FigureValue } from '../../controls/FigureValue.tsx'
import tables from '../../controls/Table.module.css'
import { attempt, tell } from '../../frame/attempt.ts'
import { GpuPicker } from '../../rigs/GpuPicker.tsx'
import {
  cardFromCatalogue,
  cardsFromSample,
  cardsInWords,
  type RigCard,
  rigBody,
} from '../../../shared/rig-body.ts'
import { useLive } from '../../telemetry/live.ts'
import classes from './RigBuilder.module.css'
import { addToDraft, type Draft, setDraft, useRigPlace } from './store.ts'

/** Puts a rig together from detected cards and cards of the catalogue. */
export function RigBuilder() {
  const draft = useRigPlace((place) => place.draft)
  const catalogue = useBook((book) => book.catalogue)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const sample = useLive((live) => live.sample)
  const detected = sample?.gpus.length ?? 0
  return (
    <section aria-labelledby="rig-builder" className={classes.builder}>
      <div>
        <h2 id="rig-builder" className={classes.title}>
          Build a rig
        </h2>
        <p className={classes.note}>
          From {detected > 0 ? 'the cards in this machine, or from ' : ''}any of the {catalogue.gpus.length}{' '}
          cards in the catalogue. Its watts go into Earnings, each with its source.
        </p>
      </div>
      <div className={classes.pick}>
        <GpuPicker
          catalogue={catalogue}
          label="Card from the catalogue"
          onPick={(gpu) => addToDraft([cardFromCatalogue(gpu, 1, catalogue)])}
        />
        {sample !== null && detected > 0 && (
          <Button variant="default" onClick={() => addToDraft(cardsFromSample(sample, catalogue))}>
            Take the {detected === 1 ? 'detected card' : `${detected} detected cards`}
          </Button>
        )}
      </div>
      {draft !== null && draft.cards.length > 0 && <DraftTable draft={draft} readOnly={readOnly} />}
    </section>
  )
}

function DraftTable({ draft, readOnly }: { readonly draft: Draft; readonly readOnly: boolean }) {
  const store = useContext(BookContext)
  const name = draft.name ?? cardsInWords(draft.cards).slice(0, 120)
  const save = async () => {
    if (store === null) return
    const saved = await attempt('save the rig', () =>
      store.getState().saveRig(null, rigBody(name.trim(), draft.cards)),
    )
    if (saved === null) return
    setDraft(null)
    tell(`Saved the rig “${saved.body.name}”.`)
  }
  return (
    <div className={classes.draft}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">Card</th>
            <th scope="col" data-number>
              Limit
            </th>
            <th scope="col" data-number>
              Idle
            </th>
            <th scope="col" data-number>
              How many
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.cards.map((card) => (
            <CardRow key={card.uuid ?? card.catalogueId} card={card} draft={draft} />
          ))}
        </tbody>
      </table>
      <form
        className={classes.save}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          label="Name"
          className={classes.name}
          value={name}
          maxLength={120}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <Button type="submit" disabled={readOnly || name.trim() === ''}>
          Save the rig
        </Button>
        <Button variant="subtle" color="gray" className={classes.discard} onClick={() => setDraft(null)}>
          Discard
        </Button>
      </form>
    </div>
  )
}

function CardRow({ card, draft }: { readonly card: RigCard; readonly draft: Draft }) {
  const change = (count: number) =>
    setDraft({
      ...draft,
      cards: draft.cards.flatMap((each) => (each !== card ? each : count < 1 ? [] : { ...each, count })),
    })
  return (
    <tr>
      <th scope="row">
        {card.name}
        <span className={classes.origin}>{card.uuid === null ? 'catalogue' : 'detected'}</span>
      </th>
      <td data-number>
        <FigureValue label={`Board power limit of ${card.name}`} figure={card.boardLimitWatts} />
      </td>
      <td data-number>
        <FigureValue label={`Idle board power of ${card.name}`} figure={card.idleBoardWatts} />
      </td>
      <td data-number className={classes.count}>
        {card.uuid === null && (
          <ActionIcon
            size="sm"
            variant="default"
            aria-label={`One ${card.name} less`}
            disabled={card.count === 1}
            onClick={() => change(card.count - 1)}
          >
            <IconMinus size={13} stroke={1.8} aria-hidden />
          </ActionIcon>
        )}
        <span className={classes.number}>{card.count}</span>
        {card.uuid === null && (
          <ActionIcon
            size="sm"
            variant="default"
            aria-label={`One ${card.name} more`}
            disabled={card.count >= 10_000}
            onClick={() => change(card.count + 1)}
          >
            <IconPlus size={13} stroke={1.8} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          className={classes.remove}
          aria-label={`Take ${card.name} out`}
          onClick={() => change(0)}
        >
          <IconX size={14} stroke={1.7} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  )
}
