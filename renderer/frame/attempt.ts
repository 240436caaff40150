import { notifications } from '@mantine/notifications'
import { visible } from '../../shared/diligence/report/visible.ts'

const newestMessage = 'newest-message'
const closeButtonProps = { 'aria-label': 'Dismiss' }

/** Runs an effect that may fail and tells the person what could not be done and why. */
export async function attempt<T>(what: string, effect: () => Promise<T>): Promise<T | null> {
  try {
    return await effect()
  } catch (failure) {
    tellFailure(what, reasonOf(failure))
    return null
  }
}

/** `what` completes "Could not ...". It stays until it is dismissed; the same failure again takes its own place. */
export function tellFailure(what: string, reason: string): void {
  const title = `Could not ${what}`
  const id = `${title}: ${reason}`
  notifications.hide(id)
  notifications.show({ id, title, message: reason, color: 'red', closeButtonProps, autoClose: false })
}

export function reasonOf(failure: unknown): string {
  return failure instanceof Error && failure.message !== ''
    ? visible(failure.message)
    : 'No reason was given.'
}

/** A message takes the place of the one before it; what failed stays until it is dismissed. */
export function tell(message: string): void {
  notifications.hide(newestMessage)
  notifications.show({ id: newestMessage, message, closeButtonProps })
}

/** The code of a refusal by the backend, such as CONFLICT; null for any other failure. */
export function codeOf(failure: unknown): string | null {
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string'
    ? failure.code
    : null
}
