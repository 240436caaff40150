/**
 * The contract between the pages, the command line and the backend: every procedure and every stream,
 * with the schema of its input. Carried by a message port, by HTTP on loopback, or called directly.
 */
import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { Catalogue } from './catalogue.ts'
import { checklistSchema, itemId } from './diligence/checklist-schema.ts'
import { entryBodySchema, sha256Hex } from './diligence/entry-schema.ts'
import type {
  DiligenceListing,
  ImportPreview,
  KeptAttachment,
  OwnChecklist,
  Scorecard,
} from './diligence/scorecard.ts'
import { attachmentName, scorecardName, scorecardRoles } from './diligence/scorecard-schema.ts'
import { evidenceClasses, units } from './figure.ts'
import type { Guide } from './guide.ts'
import { importLimits } from './imports/import-limits.ts'
import { offerMappingSchema, priceSeriesMappingSchema } from './imports/import-schema.ts'
import type { Offer } from './imports/offers.ts'
import type { PricePoint } from './imports/price-series.ts'
import type { ScriptReview } from './install-review/review.ts'
import { marketEditsSchema } from './markets/market-body-schema.ts'
import type {
  MarketEntry,
  MarketListing,
  OffersAnswer,
  OfferSnapshot,
  PriceSeries,
  SeriesAnswer,
} from './markets/market-book.ts'
import type { PackPreview } from './markets/market-pack.ts'
import { priceBases } from './markets/market-profile.ts'
import { isoDay, marketId } from './markets/market-schema.ts'
import type { ProofVector } from './proof/vector.ts'
import type { Rig, Scenario, Settings } from './scenario.ts'
import type { DetectedRig, TelemetryEvent } from './telemetry/gpu-sample.ts'

const id = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/)
const revision = z.int().min(0)
const text = (longest: number) => z.string().max(longest)
/** No shorter in bytes than in characters: how many bytes it has, its reader sees. */
const importText = text(importLimits.bytes)

/** As of imports: how many bytes it has, its reader sees. */
const scriptText = text(1024 * 1024)

export const figureSchema = z.strictObject({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.enum(units),
  source: text(500).nullable(),
  asOf: text(40).nullable(),
  class: z.enum(evidenceClasses),
})

/** A list of 60 rows of five columns. */
const longestWord = 4_000

export const scenarioBodySchema = z.strictObject({
  schema: z.literal(1),
  name: z.string().trim().min(1).max(120),
  rigId: id.nullable(),
  networkId: text(64).nullable(),
  inputs: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/), z.union([figureSchema, text(longestWord)])),
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

/** The SHA-256 of the shipped checklist or of a kept one, or the id of the person's own. */
const checklistName = id
/** 10 MiB in base64. */
const attachmentBase64 = z.base64().max(14 * 1024 * 1024)
/** Somebody else's card, or another copy of one's own. */
const importAs = z.enum(['mine', 'theirs'])

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
  /** The glossary, the models compared, what each kind of work asks for. */
  guide: oc.output(type<Guide>()),
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
  market: {
    /** Every network as it effectively is, and what the book keeps of it. */
    list: oc.output(type<MarketListing>()),
    /** `revision` is 0 where the book keeps nothing of the network yet. Edits that say nothing are not kept. */
    edit: oc
      .input(z.strictObject({ id: marketId, revision, edits: marketEditsSchema }))
      .output(type<MarketEntry>()),
    /** Takes back what was said at one path; null takes back all edits. */
    reset: oc
      .input(z.strictObject({ id: marketId, revision, path: text(80).nullable() }))
      .output(type<MarketEntry>()),
    /** Edits and pack go: the catalogue's network shows again; one that is only in the book is gone. */
    remove: oc.input(z.strictObject({ id: marketId, revision })).output(type<{ id: string }>()),
    packPreview: oc.input(z.strictObject({ text: importText })).output(type<PackPreview>()),
    /** The chosen networks of the pack, all or none, as one step of the journal; each at the revision of its preview. */
    packImport: oc
      .input(
        z.strictObject({
          text: importText,
          networks: z
            .array(z.strictObject({ id: marketId, revision }))
            .min(1)
            .max(200)
            .refine((networks) => new Set(networks.map(({ id: each }) => each)).size === networks.length, {
              error: 'expected each id once',
            }),
        }),
      )
      .output(type<{ ids: string[] }>()),
    /** With edits: as they effectively are. */
    exportPack: oc
      .input(z.strictObject({ ids: z.array(marketId).min(1).max(200), withEdits: z.boolean() }))
      .output(type<{ text: string }>()),
    /** Without a mapping: the one remembered for the network where it fits the file, else a guess. */
    offersPreview: oc
      .input(
        z.strictObject({ networkId: marketId, text: importText, mapping: offerMappingSchema.nullable() }),
      )
      .output(type<OffersAnswer>()),
    offersImport: oc
      .input(
        z.strictObject({
          networkId: marketId,
          seenOn: isoDay,
          fileName: text(200),
          text: importText,
          mapping: offerMappingSchema,
        }),
      )
      .output(type<OfferSnapshot>()),
    offers: oc.input(z.strictObject({ id })).output(type<Offer[]>()),
    offersRemove: oc.input(z.strictObject({ id, revision })).output(type<{ id: string }>()),
    seriesPreview: oc
      .input(z.strictObject({ text: importText, mapping: priceSeriesMappingSchema.nullable() }))
      .output(type<SeriesAnswer>()),
    seriesImport: oc
      .input(
        z
          .strictObject({
            networkId: marketId,
            /** Null: the token. */
            catalogueId: text(80).nullable(),
            basis: z.enum(priceBases).nullable(),
            fileName: text(200),
            text: importText,
            mapping: priceSeriesMappingSchema,
          })
          .refine(({ catalogueId, basis }) => (catalogueId === null) === (basis === null), {
            path: ['basis'],
            error: 'expected a basis with a card, and none with the token',
          }),
      )
      .output(type<PriceSeries>()),
    series: oc.input(z.strictObject({ id })).output(type<PricePoint[]>()),
    seriesRemove: oc.input(z.strictObject({ id, revision })).output(type<{ id: string }>()),
  },
  scorecard: {
    list: oc.output(type<DiligenceListing>()),
    /** A card with its checklist, and what the facts that ship say of its network. */
    begin: oc
      .input(
        z.strictObject({
          name: scorecardName,
          networkId: marketId.nullable(),
          roles: scorecardRoles,
          checklist: checklistName,
        }),
      )
      .output(type<Scorecard>()),
    save: oc
      .input(z.strictObject({ id, revision, name: scorecardName, roles: scorecardRoles }))
      .output(type<Scorecard>()),
    /** Its entries stay, and undo brings it back. */
    remove: oc.input(z.strictObject({ id, revision })).output(type<{ id: string }>()),
    /** All or none, as one step of the journal. */
    append: oc
      .input(z.strictObject({ id, bodies: z.array(entryBodySchema).min(1).max(200) }))
      .output(type<Scorecard>()),
    adoptChecklist: oc.input(z.strictObject({ id, checklist: checklistName })).output(type<Scorecard>()),
    saveChecklist: oc
      .input(z.strictObject({ id: id.nullable(), revision, body: checklistSchema }))
      .output(type<OwnChecklist>()),
    removeChecklist: oc.input(z.strictObject({ id, revision })).output(type<{ id: string }>()),
    /** Before the entry that names it. */
    attach: oc
      .input(z.strictObject({ name: attachmentName, base64: attachmentBase64 }))
      .output(type<KeptAttachment>()),
    attachment: oc
      .input(z.strictObject({ sha256: sha256Hex }))
      .output(type<{ name: string; base64: string }>()),
    /** The same bytes each time. */
    exportCard: oc.input(z.strictObject({ id })).output(type<{ text: string }>()),
    /** A file to read: the card as of a day, for the roles asked for. */
    report: oc
      .input(
        z.strictObject({ id, form: z.enum(['markdown', 'csv', 'pdf']), asOf: isoDay, roles: scorecardRoles }),
      )
      .output(type<{ fileName: string; mediaType: string; base64: string }>()),
    /** Without `intoId` the card of the same id, else for somebody else's the one of the same network; null is a new card. */
    importPreview: oc
      .input(z.strictObject({ text: importText, as: importAs, intoId: id.nullable().optional() }))
      .output(type<ImportPreview>()),
    /** As one step of the journal. `headDigest` is that of the preview; of the items in `take` their answers count. */
    importCard: oc
      .input(
        z.strictObject({
          text: importText,
          as: importAs,
          intoId: id.nullable(),
          headDigest: sha256Hex.nullable(),
          take: z.array(itemId).max(1_000),
        }),
      )
      .output(type<Scorecard>()),
    /** What a script would do; nothing of it is run, fetched or written. */
    review: oc.input(z.strictObject({ text: scriptText })).output(type<ScriptReview>()),
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
