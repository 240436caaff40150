import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { type AppAddress, isAppAddress, termInAddress } from '../../../shared/markets/market-address.ts'
import { useCommands } from '../../frame/commands.ts'
import { goTo } from '../../frame/frame-store.ts'
import { formatRoute } from '../../route.ts'
import type { PageProps } from '../places.ts'
import { Compare } from './compare/Compare.tsx'
import classes from './Networks.module.css'

const MarketPage = lazy(async () => ({ default: (await import('./profile/MarketPage.tsx')).MarketPage }))
const ImportPage = lazy(async () => ({ default: (await import('./imports/ImportPage.tsx')).ImportPage }))
const GlossaryPage = lazy(async () => ({ default: (await import('./GuidePages.tsx')).GlossaryPage }))
const ModelsPage = lazy(async () => ({ default: (await import('./GuidePages.tsx')).ModelsPage }))
const WorkloadsPage = lazy(async () => ({ default: (await import('./GuidePages.tsx')).WorkloadsPage }))

type Look = {
  readonly detail: AppAddress | null
  readonly label: string
  /** In the command palette. */
  readonly command: string
  readonly isApart?: boolean
}

/** What lies beside the comparison, by the address's detail. Any other detail is a network. */
const looks: readonly Look[] = [
  { detail: null, label: 'Compare', command: 'Compare the networks' },
  { detail: 'workloads', label: 'Workloads', command: 'What each network is fit for' },
  { detail: 'models', label: 'Models', command: 'Models compared: cloud, market, mining, DePIN' },
  { detail: 'glossary', label: 'Glossary', command: 'Glossary: what a word means' },
  {
    detail: 'import',
    label: 'Bring in a file',
    command: 'Import networks, a listing or prices',
    isApart: true,
  },
]

/** Many networks on the same rig, one network's terms, and what the words mean. */
export function Networks({ detail }: PageProps) {
  const commands = useMemo(
    () =>
      looks.map(({ detail: to, command }) => ({
        id: `networks-${to ?? 'compare'}`,
        label: command,
        run: () => goTo('networks', to),
      })),
    [],
  )
  useCommands('networks', commands)
  const current = lookOf(detail)
  return (
    <div className={classes.place} data-fixed={detail === null || undefined}>
      <nav aria-label="In Networks">
        <ul className={classes.nav}>
          {looks.map((look) => (
            <li key={look.label} className={look.isApart === true ? classes.apart : undefined}>
              <a
                className={classes.look}
                href={formatRoute({ place: 'networks', detail: look.detail })}
                aria-current={look.detail === detail ? 'page' : look.detail === current ? 'true' : undefined}
              >
                {look.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense key={detail} fallback={<p className={classes.opening}>Opening …</p>}>
        {pageOf(detail)}
      </Suspense>
      <FocusKept key={`focus ${detail}`} />
    </div>
  )
}

/** What had the focus may be gone with the look before: then the place has it. */
function FocusKept() {
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector('main')?.focus({ preventScroll: true })
  }, [])
  return null
}

/** The look that a detail lies in: a term in the glossary, a network in the comparison. */
function lookOf(detail: string | null): AppAddress | null {
  if (detail === null) return null
  if (termInAddress(detail) !== null) return 'glossary'
  return isAppAddress(detail) ? detail : null
}

const pages: Readonly<Record<AppAddress, ReactNode>> = {
  workloads: <WorkloadsPage />,
  models: <ModelsPage />,
  glossary: <GlossaryPage termId={null} />,
  import: <ImportPage />,
}

function pageOf(detail: string | null): ReactNode {
  if (detail === null) return <Compare />
  if (isAppAddress(detail)) return pages[detail]
  const termId = termInAddress(detail)
  return termId === null ? <MarketPage networkId={detail} /> : <GlossaryPage termId={termId} />
}
