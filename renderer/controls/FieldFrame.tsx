import { Tooltip, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './FieldFrame.module.css'

type FieldFrameProps = {
  /** Of the element that the label names; null where the control names itself by `${labelId}`. */
  readonly id: string
  readonly label: string
  readonly help: string
  readonly changed: boolean
  readonly problem?: ReactNode
  readonly onReset: () => void
  /** A group of controls (a pattern) is named by its label instead of focused through it. */
  readonly isGroup?: boolean
  readonly children: ReactNode
}

/** What every input has around it: its label with help, the mark that it was changed, its reset, its problem. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, help, changed, problem = null, onReset, isGroup = false, children } = props
  return (
    <div
      className={classes.frame}
      data-changed={changed || undefined}
      {...(isGroup
        ? { role: 'group', 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-help` }
        : {})}
    >
      <div className={classes.top}>
        <Tooltip label={help} openDelay={300} position="top-start">
          {isGroup ? (
            <span id={`${id}-label`} className={classes.label}>
              {label}
            </span>
          ) : (
            <label id={`${id}-label`} htmlFor={id} className={classes.label}>
              {label}
            </label>
          )}
        </Tooltip>
        {changed && (
          <UnstyledButton className={classes.reset} aria-label={`Reset ${label}`} onClick={onReset}>
            Reset
          </UnstyledButton>
        )}
      </div>
      {children}
      <p id={`${id}-help`} className={classes.help}>
        {changed ? 'Given by you. ' : ''}
        {help}
      </p>
      {problem !== null && (
        <div id={`${id}-problem`} className={classes.problem} role="alert">
          {problem}
        </div>
      )}
    </div>
  )
}
