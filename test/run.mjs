// `npm test`. Only the guard is here; what follows is TypeScript, which an old Node could not read.
import { runHost } from '../electron/node-version.mjs'

runHost(function () {
  return import('./run.ts').then(function (module) {
    return module.runAll(process.argv.slice(2))
  })
})
