import { Select } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { CatalogueGpu } from '../../shared/catalogue-gpu.ts'
import type { Catalogue } from '../../shared/catalogue.ts'
import { searchGpus } from '../../shared/catalogue-search.ts'
import { figureWords } from '../controls/figure-text.ts'
import classes from './GpuPicker.module.css'

type GpuPickerProps = {
  readonly catalogue: Catalogue
  readonly label: string
  readonly onPick: (gpu: CatalogueGpu) => void
}

const shownAtOnce = 60

/** Finds a card of the catalogue by typing part of its name. */
export function GpuPicker({ catalogue, label, onPick }: GpuPickerProps) {
  const [typed, setTyped] = useState('')
  const byId = useMemo(() => new Map(catalogue.gpus.map((gpu) => [gpu.id, gpu])), [catalogue])
  const found = useMemo(() => searchGpus(catalogue, typed).slice(0, shownAtOnce), [catalogue, typed])
  return (
    <Select
      label={label}
      placeholder={`Type a name: ${catalogue.gpus.length} cards`}
      leftSection={<IconSearch size={14} stroke={1.7} aria-hidden />}
      searchable
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      data={found.map(({ id, name }) => ({ value: id, label: name }))}
      // The search is ours, in its own order.
      filter={({ options }) => options}
      nothingFoundMessage="No such card. Try its number alone, such as 4090."
      maxDropdownHeight={300}
      renderOption={({ option }) => {
        const gpu = byId.get(option.value)
        return gpu === undefined ? option.label : <Option gpu={gpu} />
      }}
      onChange={(id) => {
        const gpu = id === null ? undefined : byId.get(id)
        if (gpu !== undefined) onPick(gpu)
        setTyped('')
      }}
    />
  )
}

function Option({ gpu }: { readonly gpu: CatalogueGpu }) {
  const { launchYear, memoryGigabytes, boardLimitWatts } = gpu
  return (
    <span className={classes.option}>
      <span>{gpu.name}</span>
      <span className={classes.detail}>
        {[
          gpu.vendor,
          launchYear.value === null ? null : String(launchYear.value),
          memoryGigabytes.value === null ? null : figureWords(memoryGigabytes.value, 'gigabytes'),
          boardLimitWatts.value === null ? 'watts unknown' : figureWords(boardLimitWatts.value, 'watts'),
        ]
          .filter((each) => each !== null)
          .join(' · ')}
      </span>
    </span>
  )
}
