import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useContext, useMemo } from 'react'
import type { Settings } from '../../shared/scenario.ts'
import { BookContext, type BookStore } from '../book.ts'
import { places } from '../places/places.ts'
import { attempt } from './attempt.ts'
import { useCommandList } from './commands.ts'
import { goTo, useFrame } from './frame-store.ts'
import { redoLast, undoLast } from './undo.ts'

export function CommandPalette() {
  const store = useContext(BookContext)
  const byOwner = useCommandList((list) => list.byOwner)
  const actions = useMemo(() => {
    if (store === null) return []
    const fromPlaces = [...byOwner.values()]
      .flat()
      .map(({ id, label, description, run }): SpotlightActionData => ({
        id,
        label,
        description: description ?? '',
        onClick: run,
      }))
    return [...placeActions(), ...fromPlaces, ...frameActions(store)]
  }, [store, byOwner])
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      nothingFound="Nothing has this name. Try “rig”, “theme” or “undo”."
      limit={12}
      searchProps={{
        placeholder: 'Find a place or a command',
        'aria-label': 'Find a place or a command',
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
      }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': 'Command palette' } }}
    />
  )
}

function placeActions(): SpotlightActionData[] {
  return places.map(({ id, label, purpose }) => ({
    id: `place-${id}`,
    label,
    description: purpose,
    onClick: () => goTo(id),
  }))
}

function frameActions(store: BookStore): SpotlightActionData[] {
  const theme = (chosen: Settings['theme'], label: string): SpotlightActionData => ({
    id: `theme-${chosen}`,
    label,
    keywords: ['theme', 'colour', 'appearance'],
    onClick: () => void attempt('change the theme', () => store.getState().writeSettings({ theme: chosen })),
  })
  return [
    { id: 'undo', label: 'Undo the last change', onClick: () => void undoLast(store) },
    { id: 'redo', label: 'Do it again', onClick: () => void redoLast(store) },
    theme('light', 'Theme: light'),
    theme('dark', 'Theme: dark'),
    theme('system', 'Theme: as the system'),
    {
      id: 'help',
      label: 'Help and shortcuts',
      onClick: () => useFrame.setState({ helpShown: true }),
    },
  ]
}
