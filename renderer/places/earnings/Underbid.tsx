import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import { crossingAt } from '../../../shared/economics/words.ts'
import { figureWords } from '../../controls/figure-text.ts'
import classes from './Section.module.css'

const dollars = (usd: number) => figureWords(usd, 'usd', { decimals: 3 })

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

/** Whether a professional site could offer the same card for less; that site is Idlewatt's assumption, and editable. */
export function Underbid({ evaluation }: { readonly evaluation: Evaluated }) {
  const { underbid, powerFloor, prices } = evaluation
  const siteUsd = underbid.referenceFullCost === null ? null : crossingAt(underbid.referenceFullCost)
  if (siteUsd === null) return null
  const floorUsd = powerFloor.againstOffUsdPerGpuHour.mean
  const [own] = prices
  const ownUsd = own?.fullCost == null ? null : crossingAt(own.fullCost)
  return (
    <section className={classes.section} aria-labelledby="underbid-title">
      <h2 id="underbid-title" className={classes.title}>
        Against a professional site
      </h2>
      <p className={classes.words}>
        The same card covers its full cost at <strong>{dollars(siteUsd)}</strong> an hour on a site that
        Idlewatt assumes: {figureWords(underbid.referenceUtilizationRatio, 'ratio')} rented; change it under
        Professional site. Your power floor is {dollars(floorUsd)}
        {ownUsd === null ? '' : `, your full cost ${dollars(ownUsd)}`}.{' '}
        {siteUsd < floorUsd
          ? 'It could underbid even your electricity.'
          : ownUsd !== null && siteUsd < ownUsd
            ? 'It could underbid your full cost, not your electricity.'
            : 'It could not underbid you.'}
      </p>
    </section>
  )
}
