import { Button, Checkbox, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useBook } from '../../../book.ts'
import { attempt } from '../../../frame/attempt.ts'
import { fileNameOf, handOver } from '../../../hand-over.ts'
import classes from './Editor.module.css'

type ExportButtonProps = {
  readonly ids: readonly string[]
  /** Of the file. */
  readonly name: string
  readonly label: string
  readonly onDone?: () => void
}

/** Hands networks over as a market pack, with the person's own word in it. */
export function ExportButton({ ids, name, label, onDone }: ExportButtonProps) {
  const client = useBook((book) => book.client)
  const [working, setWorking] = useState(false)
  const run = async () => {
    setWorking(true)
    const done = await attempt('export the market pack', async () => {
      const { text } = await client.market.exportPack({ ids: [...ids], withEdits: true })
      handOver(new Blob([text], { type: 'application/json' }), `${fileNameOf(name, 'Networks')}.market.json`)
      return true
    })
    setWorking(false)
    if (done === true) onDone?.()
  }
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />}
      loading={working}
      disabled={ids.length === 0}
      onClick={() => void run()}
    >
      {label}
    </Button>
  )
}

/** Several networks in one file. */
export function ExportMarkets() {
  const markets = useBook((book) => book.markets)
  const [choosing, setChoosing] = useState(false)
  const [ids, setIds] = useState<readonly string[]>([])
  const all = markets.map(({ id }) => id)
  return (
    <>
      <Button variant="default" onClick={() => setChoosing(true)}>
        Export a market pack
      </Button>
      <Modal
        opened={choosing}
        onClose={() => setChoosing(false)}
        title="Which networks go into the pack?"
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close without exporting' }}
      >
        <Checkbox
          size="xs"
          label={`All ${all.length}`}
          checked={ids.length === all.length}
          indeterminate={ids.length > 0 && ids.length < all.length}
          onChange={(event) => setIds(event.currentTarget.checked ? all : [])}
        />
        <Checkbox.Group aria-label="Networks" value={[...ids]} onChange={setIds}>
          <div className={classes.choices}>
            {markets.map(({ id, profile, isEdited }) => (
              <Checkbox
                key={id}
                size="xs"
                value={id}
                label={isEdited ? `${profile.name}, with your edits` : profile.name}
              />
            ))}
          </div>
        </Checkbox.Group>
        <ExportButton
          ids={all.filter((id) => ids.includes(id))}
          name="Networks"
          label={ids.length === 1 ? 'Export one network' : `Export ${ids.length} networks`}
          onDone={() => setChoosing(false)}
        />
      </Modal>
    </>
  )
}
