/**
 * The contract between the pages, the command line and the backend: every procedure and every stream,
 * with the schema of its input. Carried by a message port, by HTTP on loopback, or called directly.
 */
import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { Catalogue } from './catalogue.ts'
import { evidenceClasses, units } from './figure.ts'
import type { ProofVector } from './proof/vector.ts'
import type { Rig, Scenario, Settings } from './scenario.ts'
import type { DetectedRig, TelemetryEvent } from './telemetry/gpu-sample.ts'

const id = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/)
const revision = z.int().min(0)
const text = (longest: number) => z.string().max(longest)

export const figureSchema = z.strictObject({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.enum(units),
  source: text(500).nullable(),
  asOf: text(40).nullable(),
  class: z.enum(evidenceClasses),
})

export const scenarioBodySchema = z.strictObject({
  schema: z.literal(1),
  name: z.string().trim().min(1).max(120),
  rigId: id.nullable(),
  networkId: text(64).nullable(),
  inputs: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/), z.union([figureSchema, text(400)])),
})

export const rigBodySchema = z.strictObject({
  schema: z.literal(1),
  name: z.string().trim().min(1).max(120),
  gpus: z
    .array(
      z.strictObject({
        uuid: text(80).nullable(),
        catalogueId: text(80).nullable(),
        name: z.string().min(1).max(120),
        count: z.int().min(1).max(10_000),
      }),
    )
    .min(1)
    .max(512),
  boardLimitWatts: figureSchema,
  rentedBoardWatts: figureSchema,
  idleBoardWatts: figureSchema,
})

export const settingsSchema = z.strictObject({
  role: z.enum(['owner', 'operator', 'investor', 'buyer']).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  openScenarioId: id.nullable(),
  firstRunDone: z.boolean(),
})

export type About = {
  readonly version: string
  readonly host: 'electron' | 'server' | 'cli'
  readonly dataFolder: string
  /** Why nothing can be saved, in a sentence; null when everything can. */
  readonly readOnlyReason: string | null
  /** What is the matter but stops nothing, a sentence each: a row that cannot be read, telemetry not stored. */
  readonly notices: readonly string[]
}

export type Undoable = { readonly undo: string | null; readonly redo: string | null }

export const contract = {
  about: oc.output(type<About>()),
  catalogue: oc.output(type<Catalogue>()),
  /** The figures from outside that the self-check computes again. */
  proof: oc.output(type<ProofVector[]>()),
  rig: {
    detect: oc.output(type<DetectedRig>()),
    live: oc.output(eventIterator(type<TelemetryEvent>())),
    list: oc.output(type<Rig[]>()),
    save: oc.input(z.strictObject({ id: id.nullable(), revision, body: rigBodySchema })).output(type<Rig>()),
    remove: oc.input(z.strictObject({ id, revision })).output(type<{ id: string }>()),
  },
  scenario: {
    list: oc.output(type<Scenario[]>()),
    save: oc
      .input(z.strictObject({ id: id.nullable(), revision, body: scenarioBodySchema }))
      .output(type<Scenario>()),
    duplicate: oc.input(z.strictObject({ id })).output(type<Scenario>()),
    remove: oc.input(z.strictObject({ id, revision })).output(type<{ id: string }>()),
  },
  settings: {
    read: oc.output(type<Settings>()),
    write: oc.input(settingsSchema).output(type<Settings>()),
  },
  journal: {
    /** What undo and redo would do now, in words. */
    state: oc.output(type<Undoable>()),
    undo: oc.output(type<Undoable>()),
    redo: oc.output(type<Undoable>()),
  },
  /** Tells a page that another window or process changed the book. */
  changes: oc.output(eventIterator(type<{ dataVersion: number }>())),
}

export type Contract = typeof contract
