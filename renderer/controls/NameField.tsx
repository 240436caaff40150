import { TextInput } from '@mantine/core'
import { useState } from 'react'

type NameFieldProps = {
  readonly label: string
  readonly name: string
  readonly className?: string
  /** Enter or leaving the field. */
  readonly onDone: (name: string) => void
  /** Escape. */
  readonly onCancel: () => void
}

/** Renames in place. */
export function NameField({ label, name, className, onDone, onCancel }: NameFieldProps) {
  const [text, setText] = useState(name)
  return (
    <TextInput
      aria-label={label}
      {...(className === undefined ? {} : { className })}
      value={text}
      maxLength={120}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => onDone(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(text)
        if (event.key === 'Escape') onCancel()
      }}
    />
  )
}
