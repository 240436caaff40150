import { Button } from '@mantine/core'
import type { InputProblem } from '../../../shared/economics/inputs.ts'
import { definitions } from '../../../shared/economics/inputs.ts'
import { EmptyState } from '../../controls/EmptyState.tsx'
import classes from './Refused.module.css'
import { toggleGroup } from './store.ts'

/** Why there is no answer, input by input, each one step away. */
export function Refused({ problems }: { readonly problems: readonly InputProblem[] }) {
  return (
    <EmptyState
      isPage
      kind="closed"
      title="These inputs give no answer yet."
      whatToDo="Nothing is filled in for you where no honest figure exists."
    >
      <ul className={classes.problems}>
        {problems.map(({ key, message }) => (
          <li key={key} className={classes.problem}>
            <span>{message}</span>
            {definitions.has(key) && (
              <Button size="compact-xs" variant="default" onClick={() => goToInput(key)}>
                Go to it
              </Button>
            )}
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

/** Unfolds the input's group and puts the cursor into it. */
function goToInput(key: string): void {
  const definition = definitions.get(key)
  if (definition === undefined) return
  toggleGroup(definition.group, true)
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-input="${key}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('input[type="text"], select, input')?.focus()
  })
}
