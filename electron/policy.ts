/**
 * Every decision about who may navigate, open, call and load, as pure functions: both hosts ask here, and table
 * tests read the answers without a browser.
 * @see SPEC.md L1 to L9
 */
export { contentSecurityPolicy, responseHeaders, type ResponseKind } from './policy/headers.ts'
export { FUSES, WEB_PREFERENCES } from './policy/electron-settings.ts'
export {
  askBeforeOpening,
  decideExternal,
  decideIpc,
  decideLoad,
  decideNavigation,
  decidePermission,
  decideWindowOpen,
  type Decision,
  type ExternalDecision,
  type Link,
} from './policy/navigation.ts'
export { appOrigin, resolveAppUrl, resolvePagePath } from './policy/page-path.ts'
export {
  decideRequest,
  type RequestDecision,
  type RequestFacts,
  type Route,
  type TokenAnswer,
  type Tokens,
} from './policy/loopback-request.ts'
