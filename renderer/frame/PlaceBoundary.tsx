import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../controls/EmptyState.tsx'
import { reasonOf } from './attempt.ts'

type Props = { readonly place: string; readonly children: ReactNode }

/** React offers error boundaries as classes only. */
export class PlaceBoundary extends Component<Props, { readonly failure: unknown }> {
  override state = { failure: null as unknown }

  static getDerivedStateFromError(failure: unknown) {
    return { failure }
  }

  override render() {
    if (this.state.failure === null) return this.props.children
    return (
      <EmptyState
        isPage
        kind="broken"
        title={`${this.props.place} could not be drawn.`}
        whatToDo="Nothing that was saved is lost. Draw the page again; if it breaks once more, the reason below belongs into a report."
        reason={reasonOf(this.state.failure)}
      >
        <Button onClick={() => this.setState({ failure: null })}>Draw it again</Button>
      </EmptyState>
    )
  }
}
