import { NativeSelect, Select } from '@mantine/core'
import { memo } from 'react'
import {
  entriesFromPsuCurve,
  entriesFromRig,
  entriesFromTariff,
  type EntriesPatch,
} from '../../../shared/scenario-entries.ts'
import { entriesFromNetwork } from '../../../shared/markets/market-entries.ts'
import { useBook } from '../../book.ts'

type FillerProps = { readonly onPatch: (patch: EntriesPatch) => void }

/** Fills the tariff from the catalogue's households of a place. */
export const TariffFiller = memo(function TariffFiller({ onPatch }: FillerProps) {
  const tariffs = useBook((book) => book.catalogue.tariffs)
  return (
    <Select
      label="Fill from a place"
      placeholder="Type a country or US state"
      searchable
      value={null}
      data={tariffs.map(({ id, place }) => ({ value: id, label: place }))}
      nothingFoundMessage="Not in the catalogue: type your own tariff below."
      onChange={(id) => {
        const tariff = tariffs.find((each) => each.id === id)
        if (tariff !== undefined) onPatch(entriesFromTariff(tariff))
      }}
    />
  )
})

/** Fills the efficiency points from an 80 PLUS certificate. */
export const PsuFiller = memo(function PsuFiller({ onPatch }: FillerProps) {
  const curves = useBook((book) => book.catalogue.psuCurves)
  return (
    <Select
      label="Fill efficiency from a certificate"
      placeholder="80 PLUS …"
      searchable
      value={null}
      data={curves.map(({ id, label }) => ({ value: id, label }))}
      onChange={(id) => {
        const curve = curves.find((each) => each.id === id)
        if (curve !== undefined) onPatch(entriesFromPsuCurve(curve))
      }}
    />
  )
})

type ChosenProps = {
  readonly chosenId: string | null
  readonly onChoose: (id: string | null, patch: EntriesPatch) => void
}

/** Which of the saved rigs the watts come from. */
export const RigFiller = memo(function RigFiller({ chosenId, onChoose }: ChosenProps) {
  const rigs = useBook((book) => book.rigs)
  if (rigs.length === 0) return null
  return (
    <NativeSelect
      label="Rig"
      value={chosenId ?? ''}
      data={[
        { value: '', label: 'typed below' },
        ...rigs.map(({ id, body }) => ({ value: id, label: body.name })),
      ]}
      onChange={(event) => {
        const rig = rigs.find(({ id }) => id === event.currentTarget.value)
        onChoose(rig?.id ?? null, rig === undefined ? {} : entriesFromRig(rig.body))
      }}
    />
  )
})

/** Whose terms the fees and the payout follow; what a network does not publish stays a range. */
export const NetworkFiller = memo(function NetworkFiller({
  chosenId,
  onChoose,
  startMonth,
}: ChosenProps & { /** The fees of its first day are taken. */ readonly startMonth: string | null }) {
  const markets = useBook((book) => book.markets)
  return (
    <NativeSelect
      label="Network"
      value={chosenId ?? ''}
      data={[
        { value: '', label: 'none in particular' },
        ...markets.map(({ id, profile }) => ({ value: id, label: profile.name })),
      ]}
      onChange={(event) => {
        const market = markets.find(({ id }) => id === event.currentTarget.value)
        onChoose(
          market?.id ?? null,
          market === undefined ? {} : entriesFromNetwork(market.profile, startMonth),
        )
      }}
    />
  )
})
