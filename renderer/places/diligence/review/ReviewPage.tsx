import { Button, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { largestScriptBytes, type ScriptReview } from '../../../../shared/install-review/script-review.ts'
import { useBook } from '../../../book.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { readFile } from '../../../files/read-file.ts'
import { useWork } from '../../../files/use-work.ts'
import { WorkState } from '../../../files/WorkState.tsx'
import classes from './Review.module.css'
import { reviewSentence } from './review-groups.ts'
import { ReviewResult } from './ReviewResult.tsx'

type Reviewed = { readonly text: string; readonly review: ScriptReview }

/** A shell script or a pasted command, read before anything of it runs. */
export function ReviewPage() {
  const client = useBook((book) => book.client)
  const work = useWork()
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [reviewed, setReviewed] = useState<Reviewed | null>(null)

  const review = async (script: string) => {
    setRefusal(null)
    const bytes = new TextEncoder().encode(script).length
    if (bytes > largestScriptBytes)
      return setRefusal(
        `The script has ${bytes} bytes; up to ${largestScriptBytes} are read. Review it in parts: cut it between two functions.`,
      )
    const made = await work.run('Reading the script …', (signal) =>
      client.scorecard.review({ text: script }, { signal }),
    )
    if (made !== null) setReviewed({ text: script, review: made })
  }
  const open = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    const reading = await readFile(chosen)
    if (reading.kind === 'refused') return setRefusal(reading.message)
    setText(reading.file.text)
    await review(reading.file.text)
  }
  const isOld = reviewed !== null && reviewed.text !== text
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={
          reviewed === null || isOld
            ? 'Read an install script before anything of it runs.'
            : reviewSentence(reviewed.review)
        }
        aside="Nothing is executed, fetched or written: the text is read on this machine, line by line, and kept nowhere."
      />
      <div className={classes.input}>
        <Textarea
          label="The script, or the command to paste into a terminal"
          size="xs"
          autosize
          minRows={5}
          maxRows={reviewed === null ? 16 : 8}
          spellCheck={false}
          autoComplete="off"
          placeholder="curl -fsSL https://get.example.com/install.sh | sudo sh"
          classNames={{ input: classes.script }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void review(text)
          }}
        />
        <div className={classes.buttons}>
          <Button disabled={text.trim() === ''} onClick={() => void review(text)}>
            Review
          </Button>
          <input
            ref={file}
            type="file"
            // The button opens it.
            hidden
            aria-label="Open a script"
            onChange={(event) => {
              void open(event.currentTarget.files?.[0])
              event.currentTarget.value = ''
            }}
          />
          <Button variant="default" onClick={() => file.current?.click()}>
            Open a file
          </Button>
          {text !== '' && (
            <Button
              variant="default"
              onClick={() => {
                work.stop()
                setText('')
                setRefusal(null)
                setReviewed(null)
              }}
            >
              Clear
            </Button>
          )}
          <span className={classes.hint}>Ctrl Enter reviews. Shell, as sh and bash read it.</span>
        </div>
        <WorkState work={work} refusal={refusal} />
        {isOld && work.doing === null && (
          <p className={classes.old} role="status">
            The text was changed since it was reviewed; what stands below is of the text before.
          </p>
        )}
      </div>
      {reviewed === null ? (
        <WhatIsLookedFor />
      ) : (
        <ReviewResult key={reviewed.text} script={reviewed.text} review={reviewed.review} />
      )}
    </div>
  )
}

function WhatIsLookedFor() {
  return (
    <section className={classes.lookedFor} aria-label="What is looked for">
      <h2 className={classes.title}>What is looked for</h2>
      <p>
        <strong>Alarms:</strong> something downloaded and run, hidden code, places of wallets and keys, files
        or the environment sent away, characters that are not seen or that change what a screen shows.
      </p>
      <p>
        <strong>Notes:</strong> another account such as root, services, timed jobs, the firewall, the
        container socket, kernel modules, updates that come by themselves.
      </p>
      <p>
        A review tells what stands in the text. What a server answers when the script asks it, nobody sees
        here.
      </p>
    </section>
  )
}
