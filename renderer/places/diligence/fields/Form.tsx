import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import classes from './Fields.module.css'

type FormProps = {
  readonly title: string
  /** What it is for, or what it opens. */
  readonly about?: ReactNode
  /** On the button that keeps it. */
  readonly action: string
  readonly problem: string | null
  readonly disabled?: boolean
  /** Takes the cursor to its first field once it is there. */
  readonly takesFocus?: boolean
  readonly onSubmit: () => Promise<void>
  readonly onClose?: () => void
  readonly children: ReactNode
}

/** A form in its place: Enter keeps it, Escape leaves all as it was. */
export function Form(props: FormProps) {
  const {
    title,
    about,
    action,
    problem,
    disabled = false,
    takesFocus = false,
    onSubmit,
    onClose,
    children,
  } = props
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [working, setWorking] = useState(false)
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [takesFocus])
  return (
    <form
      ref={form}
      className={classes.form}
      aria-labelledby={`${id}-title`}
      {...(problem === null ? {} : { 'aria-describedby': `${id}-problem` })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setWorking(true)
        void onSubmit().finally(() => setWorking(false))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onClose === undefined) return
        event.stopPropagation()
        onClose()
      }}
    >
      <h3 id={`${id}-title`} className={classes.title}>
        {title}
      </h3>
      {about !== undefined && <p className={classes.about}>{about}</p>}
      {children}
      {problem !== null && (
        <p id={`${id}-problem`} className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={working} disabled={disabled}>
          {action}
        </Button>
        {onClose !== undefined && (
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  )
}
