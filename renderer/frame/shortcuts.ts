/** Every shortcut once: the key handler and the help overlay read the same table. */
export type Shortcut = {
  readonly id: string
  readonly keys: readonly string[]
  readonly what: string
}

export const frameShortcuts = [
  { id: 'palette', keys: ['Ctrl', 'K'], what: 'Find a place or a command' },
  { id: 'undo', keys: ['Ctrl', 'Z'], what: 'Undo the last change' },
  { id: 'redo', keys: ['Ctrl', 'Shift', 'Z'], what: 'Do it again' },
  { id: 'help', keys: ['?'], what: 'Show this help' },
] as const satisfies readonly Shortcut[]

export const controlShortcuts = [
  { id: 'step', keys: ['↑', '↓'], what: 'In a field: one step up or down; with Shift ten steps' },
  { id: 'revert', keys: ['Esc'], what: 'In a field: back to what it was; elsewhere: close' },
  { id: 'paint', keys: ['Space'], what: 'In a week pattern: paint the hour; Shift with arrows paints on' },
  {
    id: 'rows',
    keys: ['↑', '↓'],
    what: 'In the table of networks: row by row; → to what a cell has more to say',
  },
  {
    id: 'take',
    keys: ['Space'],
    what: 'In the table of networks: into the comparison, up to four; Enter opens it',
  },
  {
    id: 'answer',
    keys: ['Y', 'P', 'N', 'U', 'X'],
    what: 'On a question of a scorecard: yes, partly, no, unknown, not applicable; Enter keeps it and goes on',
  },
  {
    id: 'evidence',
    keys: ['E'],
    what: 'On a question of a scorecard: its evidence; J and K go through the questions',
  },
  { id: 'begin', keys: ['N'], what: 'In the table of markets: begin a scorecard; Enter opens it' },
  { id: 'explain', keys: ['Enter'], what: 'On an underlined figure: its source, date and class' },
] as const satisfies readonly Shortcut[]

export type FrameCommand =
  | { readonly kind: 'place'; readonly position: number }
  | { readonly kind: 'palette' | 'undo' | 'redo' | 'help' }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** What a key press asks of the frame. `typing`: the focus is where letters are written. */
export function commandOf(pressed: Pressed, typing: boolean): FrameCommand | null {
  const key = pressed.key.toLowerCase()
  const withControl = pressed.ctrlKey || pressed.metaKey
  if (pressed.altKey) return null
  if (withControl && key === 'k' && !pressed.shiftKey) return { kind: 'palette' }
  if (typing) return null
  if (withControl && key === 'z') return { kind: pressed.shiftKey ? 'redo' : 'undo' }
  if (withControl && key === 'y') return { kind: 'redo' }
  if (withControl) return null
  if (key === '?') return { kind: 'help' }
  if (/^[1-9]$/.test(key) && !pressed.shiftKey) return { kind: 'place', position: Number(key) - 1 }
  return null
}

const typedInputs = new Set(['text', 'search', 'number', 'month', 'date', 'email', 'url', 'tel', 'password'])

/** Where a key press is meant for the text, not for the frame. A slider or a checkbox is no text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return typedInputs.has(target.type)
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
