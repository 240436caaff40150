import { Modal } from '@mantine/core'
import { ShortcutTable } from '../controls/ShortcutTable.tsx'
import { FigureLegend } from '../controls/FigureLegend.tsx'
import { places } from '../places/places.ts'
import { useFrame } from './frame-store.ts'
import classes from './HelpOverlay.module.css'
import { controlShortcuts, frameShortcuts } from './shortcuts.ts'

export function HelpOverlay() {
  const shown = useFrame((frame) => frame.helpShown)
  return (
    <Modal
      opened={shown}
      onClose={close}
      title="Keys and marks"
      size={720}
      closeButtonProps={{ 'aria-label': 'Close the help' }}
    >
      <div className={classes.columns}>
        <ShortcutTable caption="Places and commands" shortcuts={[...placeShortcuts(), ...frameShortcuts]} />
        <div>
          <ShortcutTable caption="In controls" shortcuts={controlShortcuts} />
          <FigureLegend />
        </div>
      </div>
    </Modal>
  )
}

function close() {
  useFrame.setState({ helpShown: false })
}

export function placeShortcuts() {
  return places.map(({ id, label }, position) => ({ id, keys: [String(position + 1)], what: label }))
}
