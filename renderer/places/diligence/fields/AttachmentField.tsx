import { Button, Loader } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useContext, useId, useRef, useState } from 'react'
import { BookContext, useBook } from '../../../book.ts'
import { attempt } from '../../../frame/attempt.ts'
import { handOver } from '../../../hand-over.ts'
import { useListing } from '../use-diligence.ts'
import { bytesOf, readAttachment } from './attachment.ts'
import classes from './Fields.module.css'
import { shown } from '../shown.ts'

type AttachmentFieldProps = {
  readonly label: string
  /** Of the attached file; null while there is none. */
  readonly sha256: string | null
  readonly disabled: boolean
  readonly onChange: (sha256: string | null) => void
}

/** A file kept with the book, named by what is in it. */
export function AttachmentField({ label, sha256, disabled, onChange }: AttachmentFieldProps) {
  const book = useContext(BookContext)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const attach = async (file: File | undefined) => {
    if (file === undefined || book === null) return
    setProblem(null)
    setWorking(true)
    const reading = await readAttachment(file)
    if (reading.kind === 'refused') setProblem(reading.message)
    else {
      const { name, base64 } = reading
      const kept = await attempt(`keep “${shown(name)}”`, () =>
        book.getState().client.scorecard.attach({ name, base64 }),
      )
      if (kept !== null) {
        await attempt('read the book again', () => book.getState().refresh())
        onChange(kept.sha256)
      }
    }
    setWorking(false)
  }
  return (
    <div className={classes.group} role="group" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className={classes.attachedLabel}>
        {label}
      </span>
      <div className={classes.attached}>
        <input
          ref={input}
          type="file"
          // The button opens it.
          hidden
          aria-label={label}
          disabled={disabled || working}
          onChange={(event) => {
            void attach(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        {sha256 !== null && <KeptFile sha256={sha256} />}
        {working && <Loader size={14} aria-label="Keeping the file" />}
        <Button
          variant="default"
          size="compact-xs"
          disabled={disabled || working}
          leftSection={<IconPaperclip size={13} stroke={1.7} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {sha256 === null ? 'Attach a file' : 'Another file'}
        </Button>
        {sha256 !== null && !disabled && (
          <Button variant="default" size="compact-xs" onClick={() => onChange(null)}>
            Leave it out
          </Button>
        )}
      </div>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** Its name with a way to have it again; a file of somebody else's card is only a digest. */
export function KeptFile({ sha256 }: { readonly sha256: string }) {
  const client = useBook((book) => book.client)
  const kept = useListing().attachments.find((each) => each.sha256 === sha256)
  if (kept === undefined)
    return (
      <span>
        not in this book <span className={classes.hash}>SHA-256 {sha256.slice(0, 12)}…</span>
      </span>
    )
  if (!kept.isHere)
    return (
      <span>
        {shown(kept.fileName)}, not on this machine{' '}
        <span className={classes.hash}>SHA-256 {sha256.slice(0, 12)}…</span>
      </span>
    )
  const open = () =>
    attempt(`hand over “${shown(kept.fileName)}”`, async () => {
      const { base64 } = await client.scorecard.attachment({ sha256 })
      handOver(new Blob([bytesOf(base64)], { type: 'application/octet-stream' }), kept.fileName)
    })
  return (
    <span>
      {shown(kept.fileName)} <span className={classes.hash}>SHA-256 {sha256.slice(0, 12)}…</span>{' '}
      <Button variant="default" size="compact-xs" onClick={() => void open()}>
        Save a copy
      </Button>
    </span>
  )
}
