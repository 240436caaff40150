/** Where the window opens: where it was, if that place still exists. */
import { readFileSync, writeFileSync } from 'node:fs'

export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type WindowPlace = {
  readonly bounds: Rectangle | { readonly width: number; readonly height: number }
  readonly maximized: boolean
}

const firstPlace: WindowPlace = { bounds: { width: 1440, height: 900 }, maximized: false }

/** `kept` is the text of the file; text that is damaged, or a place on a display now gone, gives the first place. */
export function placeWindow(kept: string | null, displays: readonly Rectangle[]): WindowPlace {
  const place = kept === null ? null : parsePlace(kept)
  if (place === null) return firstPlace
  return displays.some((display) => reaches(place.bounds, display)) ? place : firstPlace
}

/** At least 100 x 100 pixels are seen, so that the window can be caught with the mouse. */
function reaches(bounds: Rectangle, display: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x)
  const down = Math.min(bounds.y + bounds.height, display.y + display.height) - Math.max(bounds.y, display.y)
  return across >= 100 && down >= 100
}

function parsePlace(text: string): { bounds: Rectangle; maximized: boolean } | null {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || !isRecord(value['bounds']) || typeof value['maximized'] !== 'boolean') return null
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Object(value['bounds'])[name])
    if (![x, y, width, height].every((each) => Number.isSafeInteger(each))) return null
    return { bounds: { x, y, width, height }, maximized: value['maximized'] }
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Null where nothing was kept yet. */
export function readPlace(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** A place that cannot be kept must not keep the window from closing. */
export function keepPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place), { mode: 0o600 })
  } catch (error) {
    console.error(`Idlewatt: the window's place was not kept: ${String(error)}`)
  }
}
