import { Button } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useContext, useEffect, useMemo } from 'react'
import { BookContext } from '../../book.ts'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { useCommands } from '../../frame/commands.ts'
import { goTo } from '../../frame/frame-store.ts'
import { formatRoute } from '../../route.ts'
import type { PageProps } from '../places.ts'
import { type Address, addressOf, type Look } from './address.ts'
import classes from './Diligence.module.css'
import { Matrix } from './matrix/Matrix.tsx'
import { useDiligencePlace } from './store.ts'
import { readDiligence, useFollowDiligence } from './use-diligence.ts'

const CardPage = lazy(async () => ({ default: (await import('./card/CardPage.tsx')).CardPage }))
const StarterPage = lazy(async () => ({ default: (await import('./card/StarterPage.tsx')).StarterPage }))
const ComparePage = lazy(async () => ({ default: (await import('./compare/ComparePage.tsx')).ComparePage }))
const ReviewPage = lazy(async () => ({ default: (await import('./review/ReviewPage.tsx')).ReviewPage }))
const ExchangePage = lazy(async () => ({
  default: (await import('./exchange/ExchangePage.tsx')).ExchangePage,
}))
const ChecklistsPage = lazy(async () => ({
  default: (await import('./checklists/ChecklistsPage.tsx')).ChecklistsPage,
}))

type NavEntry = {
  readonly detail: Look | null
  readonly label: string
  /** In the command palette. */
  readonly command: string
  readonly isApart?: boolean
}

const entries: readonly NavEntry[] = [
  { detail: null, label: 'Markets', command: 'Scorecards of the markets' },
  { detail: 'compare', label: 'Side by side', command: 'Two markets side by side' },
  { detail: 'review', label: 'Install script', command: 'Review an install script' },
  { detail: 'checklists', label: 'Checklists', command: 'Checklists and own questions' },
  { detail: 'exchange', label: 'Take in a card', command: 'Take in somebody’s scorecard', isApart: true },
]

/** Whether a market and its token deserve trust: what is known, how surely, and what to find out next. */
export function Diligence({ detail }: PageProps) {
  useFollowDiligence()
  const commands = useMemo(
    () =>
      entries.map(({ detail: to, command }) => ({
        id: `diligence-${to ?? 'markets'}`,
        label: command,
        run: () => goTo('diligence', to),
      })),
    [],
  )
  useCommands('diligence', commands)
  const address = useMemo(() => addressOf(detail), [detail])
  const page = pageName(address)
  return (
    <div className={classes.place}>
      <nav aria-label="In Diligence">
        <ul className={classes.nav}>
          {entries.map((entry) => (
            <li key={entry.label} className={entry.isApart === true ? classes.apart : undefined}>
              <a
                className={classes.look}
                href={formatRoute({ place: 'diligence', detail: entry.detail })}
                aria-current={currentOf(entry, detail, address)}
              >
                {entry.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FromTheTop key={`top ${page}`} />
      <Suspense key={page} fallback={<p className={classes.opening}>Opening …</p>}>
        <OnceRead>{pageOf(address)}</OnceRead>
      </Suspense>
      <FocusKept key={`focus ${page}`} />
    </div>
  )
}

function currentOf(entry: NavEntry, detail: string | null, address: Address): 'page' | 'true' | undefined {
  if (entry.detail === detail) return 'page'
  const isOfMarkets = address.kind === 'card' || address.kind === 'network'
  return entry.detail === null && isOfMarkets ? 'true' : undefined
}

/** The tabs of one card are one page. */
function pageName(address: Address): string {
  if (address.kind === 'card') return `card ${address.cardId}`
  if (address.kind === 'network') return `network ${address.networkId}`
  return address.kind === 'look' ? address.look : address.kind
}

function pageOf(address: Address): ReactNode {
  switch (address.kind) {
    case 'matrix':
      return <Matrix />
    case 'card':
      return <CardPage cardId={address.cardId} tab={address.tab} />
    case 'network':
      return <StarterPage networkId={address.networkId} />
    case 'look':
      return lookPages[address.look]
    case 'nowhere':
      return <Nowhere />
  }
}

const lookPages: Readonly<Record<Look, ReactNode>> = {
  compare: <ComparePage />,
  review: <ReviewPage />,
  checklists: <ChecklistsPage />,
  exchange: <ExchangePage card={null} />,
}

function Nowhere() {
  return (
    <EmptyState
      isPage
      kind="empty"
      title="There is nothing at this address."
      whatToDo="The markets have it all."
    >
      <Button onClick={() => goTo('diligence', null)}>To the markets</Button>
    </EmptyState>
  )
}

/** Everything here is of the scorecards: until they are read, that is said instead. */
function OnceRead({ children }: { readonly children: ReactNode }) {
  const book = useContext(BookContext)
  const reading = useDiligencePlace((place) => place.reading)
  if (reading.kind === 'open') return children
  if (reading.kind === 'opening' || book === null)
    return <p className={classes.opening}>Reading the scorecards …</p>
  return (
    <EmptyState
      isPage
      kind="broken"
      title="The scorecards cannot be read."
      whatToDo="Nothing that was saved is lost. Read them again; if that fails once more, the reason below belongs into a report."
      reason={reading.reason}
    >
      <Button onClick={() => void readDiligence(book)}>Read them again</Button>
    </EmptyState>
  )
}

/** Another page of the place begins at its top; what it brings into sight itself comes after. */
function FromTheTop() {
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])
  return null
}

/** What had the focus may be gone with the page before: then the place has it. */
function FocusKept() {
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector('main')?.focus({ preventScroll: true })
  }, [])
  return null
}
