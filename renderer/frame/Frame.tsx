import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconArrowBackUp, IconArrowForwardUp, IconHelp, IconLock, IconSearch } from '@tabler/icons-react'
import { Suspense, useContext, useEffect, useRef } from 'react'
import { BookContext, type BookStore, useBook } from '../book.ts'
import { homePlace, type Place, places } from '../places/places.ts'
import { formatRoute } from '../route.ts'
import { CommandPalette } from './CommandPalette.tsx'
import classes from './Frame.module.css'
import { followAddress, goTo, useFrame } from './frame-store.ts'
import { HelpOverlay } from './HelpOverlay.tsx'
import { PlaceBoundary } from './PlaceBoundary.tsx'
import { commandOf, isTyping } from './shortcuts.ts'
import { inSentence, redoLast, undoLast } from './undo.ts'

export function Frame() {
  const store = useContext(BookContext)
  const { place: placeId, detail } = useFrame((frame) => frame.route)
  const place = places.find(({ id }) => id === placeId)

  useEffect(() => {
    const following = new AbortController()
    followAddress(
      places.map(({ id }) => id),
      homePlace,
      following.signal,
    )
    return () => following.abort()
  }, [])

  useEffect(() => {
    if (store === null) return
    const onKey = (event: KeyboardEvent) => obey(event, store)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [store])

  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content" onClick={focusContent}>
        Skip to the content
      </a>
      <Rail current={placeId} />
      <div className={classes.stage}>
        <Notices />
        {place !== undefined && <Content key={place.id} place={place} detail={detail} />}
      </div>
      <CommandPalette />
      <HelpOverlay />
    </div>
  )
}

function Content({ place, detail }: { readonly place: Place; readonly detail: string | null }) {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${place.label} · Idlewatt`
    window.scrollTo(0, useFrame.getState().remembered[place.id]?.scrollTop ?? 0)
    main.current?.focus({ preventScroll: true })
  }, [place])
  const { Page } = place
  return (
    <main id="content" ref={main} tabIndex={-1} className={classes.content}>
      <PlaceBoundary place={place.label}>
        <Suspense fallback={<p className={classes.opening}>Opening {place.label} …</p>}>
          <Page detail={detail} />
        </Suspense>
      </PlaceBoundary>
    </main>
  )
}

function Rail({ current }: { readonly current: string }) {
  const store = useContext(BookContext)
  const undoable = useBook((book) => book.undoable)
  if (store === null) return null
  return (
    <header className={classes.rail}>
      <p className={classes.wordmark}>Idlewatt</p>
      <nav aria-label="Places">
        <ul className={classes.places}>
          {places.map(({ id, label, Icon }, position) => (
            <li key={id}>
              <a
                className={classes.place}
                href={formatRoute({ place: id, detail: null })}
                aria-current={id === current ? 'page' : undefined}
                aria-keyshortcuts={String(position + 1)}
                onClick={(event) => {
                  event.preventDefault()
                  goTo(id)
                }}
              >
                <Icon size={17} stroke={1.6} aria-hidden />
                <span>{label}</span>
                <span className={classes.number} aria-hidden>
                  {position + 1}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.tools}>
        <UnstyledButton className={classes.find} onClick={() => spotlight.open()}>
          <IconSearch size={15} stroke={1.6} aria-hidden />
          <span>Find</span>
          <Kbd className={classes.key}>Ctrl K</Kbd>
        </UnstyledButton>
        <div className={classes.buttons}>
          <Tool
            label={undoable.undo === null ? 'Nothing to undo' : `Undo: ${inSentence(undoable.undo)}`}
            disabled={undoable.undo === null}
            run={() => void undoLast(store)}
          >
            <IconArrowBackUp size={17} stroke={1.6} aria-hidden />
          </Tool>
          <Tool
            label={undoable.redo === null ? 'Nothing to do again' : `Do again: ${inSentence(undoable.redo)}`}
            disabled={undoable.redo === null}
            run={() => void redoLast(store)}
          >
            <IconArrowForwardUp size={17} stroke={1.6} aria-hidden />
          </Tool>
          <Tool label="Help and shortcuts (?)" run={() => useFrame.setState({ helpShown: true })}>
            <IconHelp size={17} stroke={1.6} aria-hidden />
          </Tool>
        </div>
      </div>
    </header>
  )
}

type ToolProps = {
  readonly label: string
  readonly disabled?: boolean
  readonly run: () => void
  readonly children: React.ReactNode
}

function Tool({ label, disabled = false, run, children }: ToolProps) {
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.tool}
        aria-label={label}
        aria-disabled={disabled}
        data-disabled={disabled}
        onClick={() => {
          if (!disabled) run()
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** What the backend has to say of the book: that nothing can be saved, rows that cannot be read. */
function Notices() {
  const { readOnlyReason, notices } = useBook((book) => book.about)
  if (readOnlyReason === null && notices.length === 0) return null
  return (
    <div className={classes.readOnly} role="status">
      <IconLock size={16} stroke={1.6} aria-hidden />
      <div>
        {readOnlyReason !== null && (
          <p>
            <strong>Nothing can be saved.</strong> {readOnlyReason}
          </p>
        )}
        {notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </div>
    </div>
  )
}

function focusContent(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

function obey(event: KeyboardEvent, store: BookStore) {
  if (event.defaultPrevented) return
  const command = commandOf(event, isTyping(event.target))
  if (command === null) return
  const inDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
  if (inDialog && command.kind !== 'palette') return
  if (command.kind === 'place') {
    const place = places[command.position]
    if (place === undefined) return
    goTo(place.id)
  } else if (command.kind === 'palette') spotlight.toggle()
  else if (command.kind === 'undo') void undoLast(store)
  else if (command.kind === 'redo') void redoLast(store)
  else useFrame.setState({ helpShown: true })
  event.preventDefault()
}
