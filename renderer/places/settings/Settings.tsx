import { Radio, SegmentedControl } from '@mantine/core'
import { type ReactNode, useContext } from 'react'
import type { Settings as Kept } from '../../../shared/scenario.ts'
import { BookContext, useBook } from '../../book.ts'
import { SentenceHeadline } from '../../controls/SentenceHeadline.tsx'
import { ShortcutTable } from '../../controls/ShortcutTable.tsx'
import { attempt } from '../../frame/attempt.ts'
import { placeShortcuts } from '../../frame/HelpOverlay.tsx'
import { controlShortcuts, frameShortcuts } from '../../frame/shortcuts.ts'
import classes from './Settings.module.css'

const roles = [
  { value: 'owner', label: 'Owner', purpose: 'I have one to a few cards at home.' },
  { value: 'operator', label: 'Operator', purpose: 'I run many GPUs as a business.' },
  { value: 'investor', label: 'Investor', purpose: 'I judge networks and their tokens.' },
  { value: 'buyer', label: 'Buyer', purpose: 'I rent GPUs for my own jobs.' },
] as const

const never = [
  'asks for an account, or sends a figure anywhere: there is no telemetry and no request without a click',
  'connects to a wallet, asks for keys, or moves money',
  'runs a provider’s code or install script',
  'fills in what nobody knows: unknown stays unknown',
  'advises: it computes what you give it and shows how',
]

export function Settings() {
  const store = useContext(BookContext)
  const settings = useBook((book) => book.settings)
  const about = useBook((book) => book.about)
  const readOnly = about.readOnlyReason !== null
  const write = (change: Partial<Kept>) => {
    if (store !== null) void attempt('save the setting', () => store.getState().writeSettings(change))
  }
  return (
    <div className={classes.page}>
      <SentenceHeadline sentence="Everything is kept on this machine, in one folder that is yours." />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Group title="Appearance">
            <SegmentedControl
              aria-label="Theme"
              size="xs"
              disabled={readOnly}
              value={settings.theme}
              data={[
                { value: 'system', label: 'As the system' },
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
              onChange={(theme) => write({ theme })}
            />
          </Group>
          <Group title="Role" note="Decides what is asked and shown first; nothing is hidden for good.">
            <Radio.Group
              aria-label="Role"
              value={settings.role ?? ''}
              onChange={(role) => write({ role: role as NonNullable<Kept['role']> })}
            >
              <div className={classes.roles}>
                {roles.map(({ value, label, purpose }) => (
                  <Radio
                    key={value}
                    size="xs"
                    value={value}
                    label={label}
                    description={purpose}
                    disabled={readOnly}
                  />
                ))}
              </div>
            </Radio.Group>
          </Group>
          <Group title="Data and version">
            <dl className={classes.facts}>
              <dt>Data folder</dt>
              <dd className={classes.path}>{about.dataFolder}</dd>
              <dt>Version</dt>
              <dd>Idlewatt {about.version}</dd>
              <dt>Runs as</dt>
              <dd>
                {about.host === 'electron' ? 'a desktop app' : 'a server on this machine, pages on loopback'}
              </dd>
              <dt>Licence</dt>
              <dd>MIT; the packages it is made of keep theirs.</dd>
            </dl>
          </Group>
        </div>
        <div className={classes.column}>
          <Group title="What Idlewatt never does">
            <ul className={classes.never}>
              {never.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </Group>
          <Group title="Keys">
            <div className={classes.keys}>
              <ShortcutTable
                caption="Places and commands"
                shortcuts={[...placeShortcuts(), ...frameShortcuts]}
              />
              <ShortcutTable caption="In controls" shortcuts={controlShortcuts} />
            </div>
          </Group>
        </div>
      </div>
    </div>
  )
}

type GroupProps = { readonly title: string; readonly note?: string; readonly children: ReactNode }

function Group({ title, note, children }: GroupProps) {
  return (
    <section className={classes.group}>
      <h2 className={classes.title}>{title}</h2>
      {note !== undefined && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  )
}
