import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './Files.module.css'
import type { Work } from './use-work.ts'

/** What is going on, with a way to stop it; or why it did not come to an end. */
export function WorkState({ work, refusal }: { readonly work: Work; readonly refusal: string | null }) {
  if (work.doing !== null)
    return (
      <p className={classes.working} role="status">
        <Loader size={14} aria-hidden />
        {work.doing}
        <Button size="compact-xs" variant="default" onClick={work.stop}>
          Cancel
        </Button>
      </p>
    )
  const problem = refusal ?? work.failure
  if (problem === null) return null
  return (
    <p className={classes.refused} role="alert">
      <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
      <span>{problem}</span>
    </p>
  )
}
