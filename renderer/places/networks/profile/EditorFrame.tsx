import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import classes from './Editor.module.css'

type EditorFrameProps = {
  readonly title: string
  /** What is on the button that keeps it. */
  readonly action: string
  readonly problem: string | null
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  /** Other buttons. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A small form in its place: Enter keeps it, Escape leaves all as it was. */
export function EditorFrame({
  title,
  action,
  problem,
  onSubmit,
  onClose,
  beside,
  children,
}: EditorFrameProps) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [working, setWorking] = useState(false)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  return (
    <form
      ref={form}
      className={classes.editor}
      aria-labelledby={`${id}-title`}
      aria-describedby={problem === null ? undefined : `${id}-problem`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setWorking(true)
        void onSubmit().finally(() => setWorking(false))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || closesList(event.target)) return
        event.stopPropagation()
        onClose()
      }}
    >
      <p id={`${id}-title`} className={classes.editorTitle}>
        {title}
      </p>
      {children}
      {problem !== null && (
        <p id={`${id}-problem`} className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={working}>
          {action}
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        {beside}
      </div>
    </form>
  )
}

/** An open list of choices closes first: its field is marked so by the library. */
function closesList(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['expanded'] !== undefined
}
