/** The headers of every response, of the loopback server and of app:// alike, errors included. */

/**
 * The content security policy. `nonce` is the one written into the page on this load; only the shell has one.
 * @see SPEC.md L7
 */
export function contentSecurityPolicy(nonce: string | null): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `worker-src 'self'`,
    nonce === null ? `style-src 'self'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types default`,
  ].join('; ')
}

/** Features a page could ask for; the only one left is writing text to the clipboard from our own page. */
const refusedFeatures = [
  'accelerometer',
  'ambient-light-sensor',
  'attribution-reporting',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'web-share',
  'window-management',
  'xr-spatial-tracking',
]

const permissionsPolicy = [...refusedFeatures.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(
  ', ',
)

/** `shell`: the page with this load's nonce. `asset`: a file whose name holds its hash. `answer`: all else. */
export type ResponseKind = 'shell' | 'asset' | 'answer'

export function responseHeaders(kind: ResponseKind, nonce: string | null): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(kind === 'shell' ? nonce : null),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-DNS-Prefetch-Control': 'off',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': permissionsPolicy,
    'Cache-Control': kind === 'asset' ? 'private, max-age=31536000, immutable' : 'no-store',
  }
}
