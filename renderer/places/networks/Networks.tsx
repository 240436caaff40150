import { lazy, type ReactNode, Suspense } from 'react'
import { formatRoute } from '../../route.ts'
import type { PageProps } from '../places.ts'
import { Compare } from './compare/Compare.tsx'
import classes from './Networks.module.css'

/** What lies beside the comparison, by the address's detail. Any other detail is a network. */
const looks = [
  { detail: null, label: 'Compare' },
  { detail: 'import', label: 'Import' },
] as const

const MarketPage = lazy(async () => ({ default: (await import('./profile/MarketPage.tsx')).MarketPage }))
const ImportPage = lazy(async () => ({ default: (await import('./imports/ImportPage.tsx')).ImportPage }))

/** Many networks on the same rig, one network's terms, and what the words mean. */
export function Networks({ detail }: PageProps) {
  return (
    <div className={classes.place} data-fixed={detail === null || undefined}>
      <nav aria-label="In Networks">
        <ul className={classes.nav}>
          {looks.map((look) => (
            <li key={look.label}>
              <a
                className={classes.look}
                href={formatRoute({ place: 'networks', detail: look.detail })}
                aria-current={look.detail === detail ? 'page' : undefined}
              >
                {look.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense>{pageOf(detail)}</Suspense>
    </div>
  )
}

function pageOf(detail: string | null): ReactNode {
  if (detail === null) return <Compare />
  return detail === 'import' ? <ImportPage /> : <MarketPage networkId={detail} />
}
