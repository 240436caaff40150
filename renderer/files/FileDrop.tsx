import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { importLimits } from '../../shared/imports/import-limits.ts'
import classes from './Files.module.css'

type FileDropProps = {
  readonly label: string
  /** What the file chooser offers: ".csv,.json". */
  readonly accept: string
  readonly chosen: string | null
  /** What becomes of it. */
  readonly hint?: string
  readonly disabled?: boolean
  readonly onFile: (file: File) => void
}

/** A file by button or dropped onto the frame. */
export function FileDrop({
  label,
  accept,
  chosen,
  hint = 'It is looked at first; nothing is stored before you choose Import.',
  disabled = false,
  onFile,
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (file !== undefined && !disabled) onFile(file)
  }
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files[0])
      }}
    >
      <input
        ref={input}
        type="file"
        accept={accept}
        // The button opens it.
        hidden
        aria-label={label}
        disabled={disabled}
        onChange={(event) => {
          take(event.currentTarget.files?.[0])
          // The same file may be chosen again once it was mended.
          event.currentTarget.value = ''
        }}
      />
      <Button
        variant={chosen === null ? 'filled' : 'default'}
        disabled={disabled}
        leftSection={<IconFileImport size={14} stroke={1.7} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {chosen === null ? label : 'Another file'}
      </Button>
      <p className={classes.dropHint}>
        {chosen === null
          ? `or drop it here: ${accept.replaceAll(',', ', ')}, up to ${importLimits.bytes / 2 ** 20} MiB. ${hint}`
          : chosen}
      </p>
    </div>
  )
}
