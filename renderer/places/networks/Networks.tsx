import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
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
  readonly detail: string | null
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

/** A term of the glossary has an address of its own: "glossary-pue". */
const termPrefix = 'glossary-'

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
function lookOf(detail: string | null): string | null {
  if (detail?.startsWith(termPrefix) === true) return 'glossary'
  return looks.some((look) => look.detail === detail) ? detail : null
}

function pageOf(detail: string | null): ReactNode {
  switch (detail) {
    case null:
      return <Compare />
    case 'workloads':
      return <WorkloadsPage />
    case 'models':
      return <ModelsPage />
    case 'glossary':
      return <GlossaryPage termId={null} />
    case 'import':
      return <ImportPage />
    default:
      return detail.startsWith(termPrefix) ? (
        <GlossaryPage termId={detail.slice(termPrefix.length)} />
      ) : (
        <MarketPage networkId={detail} />
      )
  }
}
