/** What the review looks for, in plain words. Data: a reason is what is seen, its class what it is listed under. */

export const alarmClasses = {
  'download-to-shell': 'Downloaded and run',
  obfuscation: 'Hidden code',
  'wallet-or-key-paths': 'Wallets and keys',
  'upload-of-environment-or-files': 'Upload of environment or files',
  'hidden-characters': 'Hidden characters',
} as const

export const noteClasses = {
  sudo: 'Another account',
  service: 'Service',
  cron: 'Timed job',
  firewall: 'Firewall',
  'container-socket': 'Container socket',
  'kernel-module': 'Kernel module',
  'auto-update': 'Updates by itself',
} as const

export type AlarmClass = keyof typeof alarmClasses
export type NoteClass = keyof typeof noteClasses
export type FindingClass = AlarmClass | NoteClass

type Reason = { readonly class: FindingClass; readonly meaning: string }

export const reasons = {
  'fetched-and-run': {
    class: 'download-to-shell',
    meaning:
      'What the network answers is run at once. Whoever runs the server decides what your machine does, and can answer differently each time.',
  },
  'fetched-file-run': {
    class: 'download-to-shell',
    meaning: 'A file that this script downloads is run afterwards. What is in it is not part of this script.',
  },
  'remote-commands': {
    class: 'download-to-shell',
    meaning:
      'A shell takes its commands from a network connection: somebody elsewhere can type on your machine.',
  },
  'decoded-and-run': {
    class: 'obfuscation',
    meaning: 'Text is decoded or altered and then run. Nobody who reads the script sees what that is.',
  },
  'split-name': {
    class: 'obfuscation',
    meaning:
      'The name of a command is put together from pieces or written in codes. A plain script has no need to.',
  },
  'key-path': {
    class: 'wallet-or-key-paths',
    meaning:
      'The place of a wallet, a key, a login or a browser profile is named. Whoever reads it can spend or sign in your name.',
  },
  'key-export': {
    class: 'wallet-or-key-paths',
    meaning:
      'Private keys are taken out of the place that guards them. Whoever gets them can sign and read in your name.',
  },
  'key-search': {
    class: 'wallet-or-key-paths',
    meaning: 'Files are searched for keys, seed phrases or wallets.',
  },
  uploaded: {
    class: 'upload-of-environment-or-files',
    meaning:
      'Files or environment variables of this machine are sent over the network. Tokens and passwords often lie in both.',
  },
  'hidden-character': {
    class: 'hidden-characters',
    meaning:
      'The line has characters that are not seen, or that change what a screen shows. What is run differs from what is read.',
  },
  'other-account': {
    class: 'sudo',
    meaning: 'Runs with the rights of another account, mostly root: it may change anything on this machine.',
  },
  service: {
    class: 'service',
    meaning: 'Sets up, starts or stops a service. It may run after each start of the machine.',
  },
  cron: { class: 'cron', meaning: 'Sets up a job that runs again by the clock.' },
  firewall: { class: 'firewall', meaning: 'Changes which connections the machine lets in or out.' },
  'container-socket': {
    class: 'container-socket',
    meaning: 'Gives access to the container engine. Whoever has its socket has the whole machine.',
  },
  'kernel-module': { class: 'kernel-module', meaning: 'Loads or removes code in the kernel.' },
  'auto-update': {
    class: 'auto-update',
    meaning: 'Sets up updates that arrive without being asked for. What runs later is not what was reviewed.',
  },
} as const satisfies Readonly<Record<string, Reason>>

export type ReasonName = keyof typeof reasons

export const isAlarm = (found: FindingClass): found is AlarmClass => Object.hasOwn(alarmClasses, found)
export const labelOf = (found: FindingClass): string =>
  isAlarm(found) ? alarmClasses[found] : noteClasses[found]
