// `npm run idlewatt -- ...`. Only the guard is here; what follows is TypeScript, which an old Node could not read.
import { runHost } from './node-version.mjs'

runHost(function () {
  return import('./cli.ts').then(function (module) {
    return module.runCli(process.argv.slice(2))
  })
})
