import { MultiSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { searchGpus } from '../../../../shared/catalogue-search.ts'
import { useBook } from '../../../book.ts'
import classes from './Editor.module.css'

type CardsFieldProps = {
  readonly label: string
  readonly chosen: readonly string[]
  readonly placeholder?: string
  readonly onChange: (catalogueIds: readonly string[]) => void
}

const shownAtOnce = 60

/** Cards of the catalogue, found by typing part of a name. */
export function CardsField({ label, chosen, placeholder = 'Type a name', onChange }: CardsFieldProps) {
  const catalogue = useBook((book) => book.catalogue)
  const [typed, setTyped] = useState('')
  const offered = useMemo(() => {
    const found = searchGpus(catalogue, typed).slice(0, shownAtOnce)
    const kept = catalogue.gpus.filter(({ id }) => chosen.includes(id) && !found.some((gpu) => gpu.id === id))
    return [...kept, ...found].map(({ id, name }) => ({ value: id, label: name }))
  }, [catalogue, typed, chosen])
  return (
    <MultiSelect
      size="xs"
      className={classes.wide ?? ''}
      label={label}
      placeholder={placeholder}
      searchable
      value={[...chosen]}
      data={offered}
      searchValue={typed}
      onSearchChange={setTyped}
      // The search is ours, in its own order.
      filter={({ options }) => options}
      // The list is part of the page's content, and itself what scrolls.
      comboboxProps={{ withinPortal: false }}
      openOnFocus={false}
      withScrollArea={false}
      classNames={{ options: classes.options ?? '' }}
      nothingFoundMessage="No such card. Try its number alone, such as 4090."
      onChange={onChange}
    />
  )
}
