import { useMemo } from 'react'
import { useBook } from '../../../book.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
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
        <NewMarket />
      </div>
      <MatrixTable rows={sorted} sorting={sorting} />
    </div>
  )
}
