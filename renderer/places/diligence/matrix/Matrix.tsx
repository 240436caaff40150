import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { useBook } from '../../../book.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { checklistChoices, checklistWords } from '../checklist-choices.ts'
import { RolesControl } from '../RolesControl.tsx'
import { useDiligencePlace } from '../store.ts'
import { useListing, useScoredToday } from '../use-diligence.ts'
import classes from './Matrix.module.css'
import { matrixRows, matrixSentence, sortedRows, starterAside } from './matrix-rows.ts'
import { MatrixTable } from './MatrixTable.tsx'
import { NewMarket } from './NewMarket.tsx'

/** Every market in a row: what is known of it, and how surely. */
export function Matrix() {
  const listing = useListing()
  const score = useScoredToday()
  const markets = useBook((book) => book.markets)
  const sorting = useDiligencePlace((place) => place.sorting)
  const rows = useMemo(
    () =>
      matrixRows(
        listing,
        markets.map(({ id, profile }) => ({ id, name: profile.name })),
        score,
      ),
    [listing, markets, score],
  )
  const sorted = useMemo(() => sortedRows(rows, sorting), [rows, sorting])
  return (
    <div className={classes.page}>
      <SentenceHeadline sentence={matrixSentence(rows)} aside={starterAside(rows) ?? undefined} />
      <div className={classes.toolbar}>
        <RolesControl />
        <BeginWith />
        <NewMarket />
      </div>
      <MatrixTable rows={sorted} sorting={sorting} />
    </div>
  )
}

/** By which checklist new cards are asked; of no concern while there is only the one that ships. */
function BeginWith() {
  const choices = checklistChoices(useListing())
  const beginWith = useDiligencePlace((place) => place.beginWith)
  if (choices.length < 2) return null
  return (
    <NativeSelect
      label="New cards are asked by"
      value={beginWith ?? choices[0]?.key ?? ''}
      data={choices.map(({ key, checklist }) => ({ value: key, label: checklistWords(checklist) }))}
      onChange={(event) => useDiligencePlace.setState({ beginWith: event.currentTarget.value })}
    />
  )
}
