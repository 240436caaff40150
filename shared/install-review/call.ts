/** A simple command with its fields, as its handler sees it. */
import type { Machine, Scene, Span } from './machine.ts'
import type { Value } from './value.ts'

export type Call = {
  /** Without its folder. */
  readonly name: string
  readonly args: readonly Value[]
  readonly scene: Scene
  readonly machine: Machine
  readonly at: Span
}

/** What the command would print. */
export type Handler = (call: Call) => Value
export type Handlers = Readonly<Record<string, Handler>>

/** Several names for one handler. */
export const named = (names: string, handler: Handler): Handlers =>
  Object.fromEntries(names.split(' ').map((name) => [name, handler]))
