import { notifications } from '@mantine/notifications'

/** Runs an effect that may fail and tells the person what could not be done and why. */
export async function attempt<T>(what: string, effect: () => Promise<T>): Promise<T | null> {
  try {
    return await effect()
  } catch (failure) {
    notifications.show({
      title: `Could not ${what}`,
      message: reasonOf(failure),
      color: 'red',
      autoClose: false,
    })
    return null
  }
}

export function reasonOf(failure: unknown): string {
  return failure instanceof Error && failure.message !== '' ? failure.message : 'No reason was given.'
}

export function tell(message: string): void {
  notifications.show({ message })
}
