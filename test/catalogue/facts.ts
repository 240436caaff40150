/** The shapes of ../shared/facts that the catalogue is built from, and their reader. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const factsFolder = fileURLToPath(new URL('../../../shared/facts', import.meta.url))
export const factsAreHere = existsSync(factsFolder)

export type GpuField = {
  value: number
  source: string
  sourceId: string
  asOf: string
  note?: string
}

export type GpuFacts = {
  id: string
  name: string
  vendor: 'NVIDIA' | 'AMD' | 'Intel' | 'Apple'
  segment: 'consumer' | 'workstation' | 'datacentre' | 'soc'
  launchYear: number
  vramGb: GpuField | null
  tdpW: GpuField | null
  idleW?: GpuField
  crossCheckWikipedia?: { vram: boolean | null; tdp: boolean | null }
  specPage?: string
}

export type Confidence = 'high' | 'medium' | 'low' | 'none'

export type MarketField = {
  value: unknown
  text: string
  source: string | null
  asOf: string | null
  asOfBasis: string | null
  confidence: Confidence
}

export type MarketPrice = {
  gpu: string
  usdPerGpuHour: number
  usdPerGpuHourHigh?: number
  basis: string
  source: string
  asOf: string
  asOfBasis: string
  confidence: Confidence
}

export type MarketFacts = {
  id: string
  name: string
  homepage: string | null
  fields: Record<string, MarketField>
  prices?: MarketPrice[]
}

export type TariffTable = { source: string; asOf: string; values: Record<string, number> }

export type ReferenceFacts = {
  electricity: {
    usResidentialAverageCentsPerKwh: { value: number; source: string; asOf: string }
    usStatesResidentialCentsPerKwh2023: TariffTable
    usStatesResidentialCentsPerKwhNewer: TariffTable
    euHouseholdEurPer100Kwh2025H1: TariffTable
    euHouseholdEurPer100Kwh2024H2: TariffTable
  }
  psu80Plus: {
    source: string
    asOf: string
    second: string
    values: Record<string, Record<string, Record<string, number> | null>>
  }
}

export type Facts = {
  gpus: { compiledAt: string; gpus: GpuFacts[] }
  markets: { compiledAt: string; markets: MarketFacts[] }
  reference: ReferenceFacts
}

const read = (name: string): unknown => JSON.parse(readFileSync(`${factsFolder}/${name}.json`, 'utf8'))

export function readFacts(): Facts {
  return {
    gpus: read('gpus') as Facts['gpus'],
    markets: read('markets') as Facts['markets'],
    reference: read('reference') as ReferenceFacts,
  }
}
