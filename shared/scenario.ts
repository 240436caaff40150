/**
 * A scenario as it is stored, exported and read by the command line.
 * Only inputs that differ from the table's defaults are in it.
 */
import type { Figure } from './figure.ts'

/** A number with its provenance, or the word of a choice, a pattern or a month. */
export type InputEntry = Figure | string

export type ScenarioBody = {
  readonly schema: 1
  readonly name: string
  readonly rigId: string | null
  readonly networkId: string | null
  readonly inputs: Readonly<Record<string, InputEntry>>
}

export type Scenario = {
  readonly id: string
  /** Raised by every change: a save names the revision that it was made from. */
  readonly revision: number
  readonly updatedAtUtcMs: number
  readonly body: ScenarioBody
}

export type RigBody = {
  readonly schema: 1
  readonly name: string
  readonly gpus: readonly {
    readonly uuid: string | null
    readonly catalogueId: string | null
    readonly name: string
    readonly count: number
  }[]
  /** Watts by state, measured or catalogue, as figures. */
  readonly boardLimitWatts: Figure
  readonly rentedBoardWatts: Figure
  readonly idleBoardWatts: Figure
}

export type Rig = {
  readonly id: string
  readonly revision: number
  readonly updatedAtUtcMs: number
  readonly body: RigBody
}

export type Settings = {
  readonly role: 'owner' | 'operator' | 'investor' | 'buyer' | null
  readonly theme: 'system' | 'light' | 'dark'
  /** The scenario last open on Earnings. */
  readonly openScenarioId: string | null
  readonly firstRunDone: boolean
}

export const defaultSettings: Settings = {
  role: null,
  theme: 'system',
  openScenarioId: null,
  firstRunDone: false,
}
