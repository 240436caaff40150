import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useBook } from '../../../book.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { ExportMarkets } from '../profile/ExportMarkets.tsx'
import { NewNetwork } from '../profile/NewNetwork.tsx'
import classes from './Imports.module.css'
import { OffersImport } from './OffersImport.tsx'
import { PackImport } from './PackImport.tsx'
import { SeriesImport } from './SeriesImport.tsx'

const kinds = [
  {
    value: 'pack',
    label: 'Market pack',
    about:
      'Networks in one file, as Idlewatt exports them. What you said of a network yourself stays on top.',
    Panel: PackImport,
  },
  {
    value: 'offers',
    label: 'Offer listing',
    about:
      'A market’s own dump of its listing, CSV or JSON: cards, asks, rented or not. An ask is what a host wants; it never becomes a paid price by itself.',
    Panel: OffersImport,
  },
  {
    value: 'series',
    label: 'Price series',
    about: 'A price by day, CSV or JSON, of one card or of the network’s token.',
    Panel: SeriesImport,
  },
] as const

/** Everything that comes in from outside, looked at before any of it is stored. */
export function ImportPage() {
  const [kind, setKind] = useState<string>('pack')
  const readOnlyReason = useBook((book) => book.about.readOnlyReason)
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence="Bring in a file: you see what it would change before anything does."
        aside={
          readOnlyReason === null
            ? 'Files are read on this machine. Each import is one step that undo takes back.'
            : 'Nothing can be saved now, so a file can be looked at but not imported.'
        }
      />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="What the file is"
          size="xs"
          value={kind}
          data={kinds.map(({ value, label }) => ({ value, label }))}
          onChange={setKind}
        />
        <span className={classes.spring} />
        <ExportMarkets />
        <NewNetwork />
      </div>
      {kinds.map(({ value, label, about, Panel }) => (
        // What was chosen in one stays while another is looked at.
        <section key={value} className={classes.panel} aria-label={label} hidden={value !== kind}>
          <p className={classes.about}>{about}</p>
          <Panel />
        </section>
      ))}
    </div>
  )
}
