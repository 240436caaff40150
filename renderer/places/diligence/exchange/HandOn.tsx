import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { useBook } from '../../../book.ts'
import { attempt } from '../../../frame/attempt.ts'
import { fileNameOf, handOver } from '../../../hand-over.ts'
import { bytesOf } from '../fields/attachment.ts'
import { DayField } from '../fields/Fields.tsx'
import { useRoles, useToday } from '../use-diligence.ts'
import { counted, rolesWords } from '../words.ts'
import classes from './Exchange.module.css'

const forms = [
  { form: 'pdf', label: 'PDF' },
  { form: 'markdown', label: 'Markdown' },
  { form: 'csv', label: 'CSV' },
] as const

type ReportForm = (typeof forms)[number]['form']

/** The card as files: whole for another Idlewatt, or as a report to read. */
export function HandOn({ card }: { readonly card: Scorecard }) {
  const client = useBook((book) => book.client)
  const roles = useRoles()
  const today = useToday()
  const [asOf, setAsOf] = useState<string | null>(null)
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
  const report = (form: ReportForm, label: string) =>
    run(label, async () => {
      const { fileName, mediaType, base64 } = await client.scorecard.report({
        id: card.id,
        form,
        asOf: asOf ?? today,
        roles: [...roles],
      })
      handOver(new Blob([bytesOf(base64)], { type: mediaType }), fileName)
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
      <p className={classes.about}>
        A report is for reading: ranges, gates, every question and its evidence, as of a day, seen as{' '}
        {rolesWords(roles)}.
      </p>
      <div className={classes.bar}>
        <DayField label="As of (UTC)" day={asOf ?? today} latest={today} onChange={setAsOf} />
        {forms.map(({ form, label }) => (
          <Button
            key={form}
            variant="default"
            leftSection={<IconDownload size={14} stroke={1.7} aria-hidden />}
            loading={working === label}
            onClick={() => void report(form, label)}
          >
            Report as {label}
          </Button>
        ))}
      </div>
    </section>
  )
}
