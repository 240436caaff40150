import { Button } from '@mantine/core'
import { useContext, useState } from 'react'
import type { PackPreview } from '../../../../shared/markets/market-pack.ts'
import { BookContext, useBook } from '../../../book.ts'
import { tell } from '../../../frame/attempt.ts'
import { changed } from '../profile/open-market.ts'
import { FileDrop } from '../../../files/FileDrop.tsx'
import classes from './Imports.module.css'
import { packSentence } from './import-words.ts'
import { PackDiff } from './PackDiff.tsx'
import { type ChosenFile, readFile } from '../../../files/read-file.ts'
import { useWork } from '../../../files/use-work.ts'
import { WorkState } from '../../../files/WorkState.tsx'

type Looked = { readonly file: ChosenFile; readonly preview: PackPreview }

/** A market pack: what it would change, network by network, and those that the person takes. */
export function PackImport() {
  const store = useContext(BookContext)
  const client = useBook((book) => book.client)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const work = useWork()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [ids, setIds] = useState<readonly string[]>([])

  const look = async (chosen: File) => {
    setLooked(null)
    const reading = await readFile(chosen)
    setRefusal(reading.kind === 'refused' ? reading.message : null)
    if (reading.kind === 'refused') return work.stop()
    await compare(reading.file)
  }
  const compare = async (file: ChosenFile) => {
    const preview = await work.run(`Reading “${file.name}” …`, (signal) =>
      client.market.packPreview({ text: file.text }, { signal }),
    )
    if (preview === null) return
    setLooked({ file, preview })
    setIds(preview.markets.filter(({ status }) => status !== 'same').map(({ id }) => id))
  }
  const take = async () => {
    if (looked === null || store === null) return
    const { file, preview } = looked
    const networks = preview.markets
      .filter(({ id }) => ids.includes(id))
      .map(({ id, revision }) => ({ id, revision }))
    const done = await changed(store, 'import the pack', () =>
      client.market.packImport({ text: file.text, networks }),
    )
    // Another window may have been first: what the pack changes now is another thing.
    if (!done) return compare(file)
    setLooked(null)
    tell(
      `Imported ${ids.length === 1 ? 'one network' : `${ids.length} networks`}. Ctrl Z takes all of it back.`,
    )
  }

  return (
    <>
      <FileDrop
        label="Choose a market pack"
        accept=".json"
        chosen={looked === null ? null : looked.file.name}
        disabled={work.doing !== null}
        onFile={(file) => void look(file)}
      />
      <WorkState work={work} refusal={refusal} />
      {looked !== null && (
        <>
          <p className={classes.sentence} role="status">
            {packSentence(looked.preview)}
          </p>
          <PackDiff markets={looked.preview.markets} chosen={ids} onChoose={setIds} />
          <div className={classes.buttons}>
            <Button disabled={readOnly || ids.length === 0} onClick={() => void take()}>
              {ids.length === 1 ? 'Import one network' : `Import ${ids.length} networks`}
            </Button>
            <Button variant="default" onClick={() => setLooked(null)}>
              Leave it
            </Button>
          </div>
        </>
      )}
    </>
  )
}
