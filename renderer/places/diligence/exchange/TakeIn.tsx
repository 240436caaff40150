import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useContext, useState } from 'react'
import type { ImportPreview, Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { BookContext, useBook } from '../../../book.ts'
import { FileDrop } from '../../../files/FileDrop.tsx'
import { type ChosenFile, readFile } from '../../../files/read-file.ts'
import { useWork } from '../../../files/use-work.ts'
import { WorkState } from '../../../files/WorkState.tsx'
import { tell } from '../../../frame/attempt.ts'
import { goTo } from '../../../frame/frame-store.ts'
import { cardDetail } from '../address.ts'
import { changeDiligence, readDiligence, useListing, useReadOnlyReason } from '../use-diligence.ts'
import { Differences } from './Differences.tsx'
import { type Ownership, ownerships, ownershipWords, previewSentence } from './exchange-words.ts'
import classes from './Exchange.module.css'
import { shown } from '../shown.ts'

type Asked = {
  readonly file: ChosenFile
  readonly as: Ownership
  /** Undefined: where it would go by itself; null: a new card. */
  readonly intoId: string | null | undefined
}

/** A card from a file: what it would bring, and nothing of it before the person says so. */
export function TakeIn({ card }: { readonly card: Scorecard | null }) {
  const book = useContext(BookContext)
  const client = useBook((state) => state.client)
  const { scorecards } = useListing()
  const readOnlyReason = useReadOnlyReason(card)
  const work = useWork()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [as, setAs] = useState<Ownership>('theirs')
  const [looked, setLooked] = useState<{ readonly asked: Asked; readonly preview: ImportPreview } | null>(
    null,
  )
  const [take, setTake] = useState<readonly string[]>([])

  const look = async (asked: Asked) => {
    const { intoId } = asked
    const preview = await work.run(`Reading “${shown(asked.file.name)}” …`, (signal) =>
      client.scorecard.importPreview(
        { text: asked.file.text, as: asked.as, ...(intoId === undefined ? {} : { intoId }) },
        { signal },
      ),
    )
    if (preview === null) return setLooked(null)
    setLooked({ asked, preview })
    setTake([])
  }
  /** On a card's own page somebody else's word goes into that card; one's own goes where it is from. */
  const target = (ownership: Ownership) => (ownership === 'theirs' ? card?.id : undefined)
  const open = async (chosen: File) => {
    setLooked(null)
    const reading = await readFile(chosen)
    setRefusal(reading.kind === 'refused' ? reading.message : null)
    if (reading.kind === 'refused') return work.stop()
    await look({ file: reading.file, as, intoId: target(as) })
  }
  const run = async () => {
    if (looked === null || book === null) return
    const { asked, preview } = looked
    const taken = await changeDiligence(book, 'take the card in', () =>
      client.scorecard.importCard({
        text: asked.file.text,
        as: asked.as,
        intoId: preview.intoId,
        headDigest: preview.headDigest,
        take: [...take],
      }),
    )
    // Another window may have been first: what the file brings now is another thing.
    if (taken === null) return look(asked)
    await readDiligence(book)
    setLooked(null)
    tell(`Taken in: “${shown(taken.body.name)}”. Ctrl Z takes all of it back.`)
    goTo('diligence', cardDetail(taken.id))
  }
  return (
    <section className={classes.section} aria-labelledby="take-in-title">
      <h2 id="take-in-title" className={classes.title}>
        Take in
      </h2>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Whose card it is"
          size="xs"
          value={as}
          data={ownerships.map(({ value, label }) => ({ value, label }))}
          onChange={(value) => {
            const chosen = value === 'mine' ? 'mine' : 'theirs'
            setAs(chosen)
            if (looked !== null) void look({ ...looked.asked, as: chosen, intoId: target(chosen) })
          }}
        />
        <p className={classes.about}>{ownershipWords[as]}</p>
      </div>
      <FileDrop
        label="Choose a scorecard"
        accept=".json"
        chosen={looked === null ? null : shown(looked.asked.file.name)}
        hint="It is looked at first; nothing is changed before you take it in."
        disabled={work.doing !== null}
        onFile={(file) => void open(file)}
      />
      <WorkState work={work} refusal={refusal} />
      {looked !== null && (
        <Preview
          preview={looked.preview}
          scorecards={scorecards}
          take={take}
          disabled={readOnlyReason !== null || work.doing !== null}
          onTake={setTake}
          onInto={(intoId) => void look({ ...looked.asked, intoId })}
          onRun={run}
          onLeave={() => setLooked(null)}
        />
      )}
      {readOnlyReason !== null && <p className={classes.about}>{readOnlyReason}</p>}
    </section>
  )
}

type PreviewProps = {
  readonly preview: ImportPreview
  readonly scorecards: readonly Scorecard[]
  readonly take: readonly string[]
  readonly disabled: boolean
  readonly onTake: (itemIds: readonly string[]) => void
  readonly onInto: (intoId: string | null) => void
  readonly onRun: () => Promise<void>
  readonly onLeave: () => void
}

function Preview({ preview, scorecards, take, disabled, onTake, onInto, onRun, onLeave }: PreviewProps) {
  const nothingNew = preview.relation === 'known' && take.length === 0
  const into = scorecards.find(({ id }) => id === preview.intoId)
  const isOfAnother = into !== undefined && into.body.networkId !== preview.card.networkId
  return (
    <div className={classes.preview}>
      <p className={classes.sentence} role="status">
        “{shown(preview.card.name)}”. {previewSentence(preview)}
      </p>
      {preview.damage.length > 0 && (
        <ul className={classes.damage}>
          {preview.damage.map(({ sequence, message }) => (
            <li key={`${sequence} ${message}`}>{shown(message)}</li>
          ))}
        </ul>
      )}
      {preview.notes.length > 0 && (
        <ul className={classes.notes}>
          {preview.notes.map((note) => (
            <li key={note}>{shown(note)}</li>
          ))}
        </ul>
      )}
      <NativeSelect
        label="It goes into"
        className={classes.into}
        value={preview.intoId ?? ''}
        disabled={disabled}
        data={[
          { value: '', label: 'a new card' },
          ...scorecards.map(({ id, body }) => ({ value: id, label: shown(body.name) })),
        ]}
        onChange={(event) => onInto(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
      {isOfAnother && (
        <p className={classes.caution}>
          “{shown(preview.card.name)}” and “{shown(into.body.name)}” are cards of different networks. What is
          said of one need not hold for the other.
        </p>
      )}
      {preview.differences.length > 0 && (
        <Differences differences={preview.differences} take={take} disabled={disabled} onTake={onTake} />
      )}
      <div className={classes.bar}>
        <Button disabled={disabled || nothingNew} onClick={() => void onRun()}>
          Take it in
        </Button>
        <Button variant="default" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </div>
  )
}
