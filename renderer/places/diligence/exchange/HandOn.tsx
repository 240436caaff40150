import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { useBook } from '../../../book.ts'
import { attempt } from '../../../frame/attempt.ts'
import { fileNameOf, handOver } from '../../../hand-over.ts'
import { counted } from '../words.ts'
import classes from './Exchange.module.css'

/** The card as files: whole for another Idlewatt, or as a report to read. */
export function HandOn({ card }: { readonly card: Scorecard }) {
  const client = useBook((book) => book.client)
  const [working, setWorking] = useState<string | null>(null)
  const run = async (what: string, effect: () => Promise<void>) => {
    setWorking(what)
    await attempt(`write the ${what}`, effect)
    setWorking(null)
  }
  const exportCard = () =>
    run('file', async () => {
      const { text } = await client.scorecard.exportCard({ id: card.id })
      handOver(
        new Blob([text], { type: 'application/json' }),
        `${fileNameOf(card.body.name, 'Card')}.scorecard.json`,
      )
    })
  return (
    <section className={classes.section} aria-labelledby="hand-on-title">
      <h2 id="hand-on-title" className={classes.title}>
        Hand on
      </h2>
      <p className={classes.about}>
        The file has the whole history of {counted(card.entries.length, 'entry', 'entries')} with its digests,
        names and links. Attached files are named in it by digest; their content stays here.
      </p>
      <div className={classes.bar}>
        <Button
          leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />}
          loading={working === 'file'}
          onClick={() => void exportCard()}
        >
          The card as a file
        </Button>
      </div>
    </section>
  )
}
