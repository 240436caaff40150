/** What is the matter with nvidia-smi, and what to do about it, in words a GPU owner can act on. */
import type { SourceState } from '../../shared/telemetry/gpu-sample.ts'
import { printable } from '../../shared/telemetry/reading.ts'
import type { Ending } from './child.ts'

export type Failure = { readonly message: string; readonly whatToDo: string }

export const toolAbsent: SourceState = {
  kind: 'absent',
  message: 'nvidia-smi is not installed on this machine, so no card can be read live.',
  whatToDo:
    'For an NVIDIA card, install its driver, which brings nvidia-smi. Cards of other makers are not yet measured: choose the card from the catalogue.',
}

export function toolRefused(path: string, why: string): Failure {
  return {
    message: `${path} ${why}, so it is not run: somebody else could have put it there.`,
    whatToDo: 'Install the driver from its package again, or give the file back to root with mode 755.',
  }
}

export function toolHangs(seconds: number): Failure {
  return {
    message: `nvidia-smi has said nothing usable for ${seconds} s and was ended.`,
    whatToDo:
      'If it stays so, the driver or a card hangs: look for "Xid" in the system log and restart the machine.',
  }
}

export const toolFloods: Failure = {
  message: 'nvidia-smi wrote far more than a reading and was ended.',
  whatToDo: 'Run nvidia-smi in a terminal: if it does not print a short table, install the driver again.',
}

export function toolNotUnderstood(said: string): Failure {
  const words = printable(said, 160)
  return {
    message: `nvidia-smi answers, but not with readings: ${words === '' ? 'an empty answer' : `"${words}"`}.`,
    whatToDo:
      'Run nvidia-smi in a terminal and follow what it says; if it looks right there, please report this.',
  }
}

export const noFieldsOffered: Failure = {
  message: 'This driver’s nvidia-smi does not list the fields that name a card (uuid or pci.bus_id).',
  whatToDo: 'Update the NVIDIA driver.',
}

/** The meanings of nvidia-smi's exit codes, from its manual page (RETURN VALUE). */
const exitCodes: Readonly<Record<number, Failure>> = {
  4: {
    message: 'nvidia-smi is not permitted to read the cards.',
    whatToDo: 'Give this user access to /dev/nvidia*.',
  },
  6: {
    message: 'nvidia-smi finds no NVIDIA card.',
    whatToDo: 'Check that the card sits and is powered, and restart.',
  },
  8: { message: 'A card’s power cables are not properly attached.', whatToDo: 'Switch off and attach them.' },
  9: {
    message: 'The NVIDIA driver is not loaded.',
    whatToDo: 'Install the driver, or restart after its update; with Secure Boot its module must be signed.',
  },
  12: { message: 'The driver’s library NVML was not found.', whatToDo: 'Install the NVIDIA driver again.' },
  14: {
    message: 'A card’s infoROM is corrupted.',
    whatToDo: 'Restart; if it stays so, have the card repaired.',
  },
  15: {
    message: 'A card has fallen off the bus.',
    whatToDo: 'Restart the machine; if it comes again, check its power, riser and temperature.',
  },
}

export function toolEnded(ending: Ending, said: string): Failure {
  if (ending.kind === 'unstartable') {
    return {
      message: `nvidia-smi cannot be started: ${ending.message}.`,
      whatToDo: 'Install the driver again.',
    }
  }
  const known = ending.code === null ? undefined : exitCodes[ending.code]
  const words = printable(said, 160)
  const quote = words === '' ? '' : ` It said: "${words}".`
  if (known) return { ...known, message: `${known.message}${quote}` }
  if (/no devices were found/i.test(said)) return { ...(exitCodes[6] as Failure) }
  const how = ending.signal === null ? `with exit code ${ending.code}` : `by ${ending.signal}`
  return {
    message: `nvidia-smi ended ${how}.${quote}`,
    whatToDo: 'Run nvidia-smi in a terminal and follow what it says.',
  }
}

export const toolStopped: Failure = { message: 'nvidia-smi was stopped.', whatToDo: 'Nothing.' }
