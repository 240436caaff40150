import { Button, Code, Modal } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { safeUrl } from './links.ts'
import classes from './SafeLink.module.css'

type SafeLinkProps = {
  readonly href: string
  /** What is written; the host is shown behind it. Without it, the host alone. */
  readonly children?: ReactNode
}

/** The only way out of the app: https only, the host in sight, and a question before anything is opened. */
export function SafeLink({ href, children }: SafeLinkProps) {
  const [asking, setAsking] = useState(false)
  const url = safeUrl(href)
  if (url === null) return <span>{children ?? href}</span>
  return (
    <>
      <button type="button" className={classes.link} onClick={() => setAsking(true)}>
        {children ?? url.host}
        {children !== undefined && <span className={classes.host}>{url.host}</span>}
        <IconExternalLink size={12} stroke={1.8} aria-hidden />
      </button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Leave Idlewatt for ${url.host}?`}
        closeButtonProps={{ 'aria-label': 'Stay here' }}
      >
        <p className={classes.why}>
          Your browser will ask {url.host} for this page; Idlewatt sends nothing itself.
        </p>
        <Code block className={classes.address}>
          {url.href}
        </Code>
        <div className={classes.answers}>
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Stay here
          </Button>
          <Button
            component="a"
            href={url.href}
            target="_blank"
            rel="noopener noreferrer"
            onClick={() => setAsking(false)}
          >
            Open {url.host}
          </Button>
        </div>
      </Modal>
    </>
  )
}
