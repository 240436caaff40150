import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'

/** What the facts that ship say of a network that has no card yet. */
export function StarterPage({ networkId }: { readonly networkId: string }) {
  return <SentenceHeadline sentence={networkId} />
}
