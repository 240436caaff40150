// Plain JavaScript that a very old Node can still read: it has to live long enough to say that it is too old.
const needed = { major: 22, minor: 18 }

/** Says in one sentence why this Node cannot run Idlewatt, or null when it can. */
export function whyNodeIsTooOld(version) {
  const parts = version.split('.').map(Number)
  if (parts[0] > needed.major || (parts[0] === needed.major && parts[1] >= needed.minor)) return null
  return (
    'Idlewatt needs Node ' +
    needed.major +
    '.' +
    needed.minor +
    ' or newer, and this is Node ' +
    version +
    '. Install Node 24 from https://nodejs.org and run the same command again.'
  )
}

/** Loads a host only under a Node that can run it; any error ends as one sentence and exit code 1. */
export function runHost(load) {
  const reason = whyNodeIsTooOld(process.versions.node)
  if (reason !== null) {
    console.error(reason)
    process.exitCode = 1
    return
  }
  load().catch(function (error) {
    console.error('Idlewatt: ' + (error instanceof Error ? error.message : String(error)))
    process.exitCode = 1
  })
}
