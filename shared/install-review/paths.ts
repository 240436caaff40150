/** Places of wallets, keys, logins and browser profiles, and words by which files are searched for them. */

const start = '(?:^|[/~\\s"\'`=:@,;|<>({*]|\\})'
const end = '(?=$|[/\\s"\'`:;,|&<>)}*?\\]])'

const names = [
  // keys and logins
  '\\.ssh',
  '\\.gnupg',
  '\\.aws',
  '\\.kube',
  '\\.azure',
  '\\.netrc',
  '\\.pgpass',
  '\\.git-credentials',
  '\\.npmrc',
  '\\.pypirc',
  '\\.password-store',
  '\\.config/gcloud',
  '\\.config/gh',
  '\\.docker/config\\.json',
  '\\.vault-token',
  '\\.local/share/keyrings',
  'id_(?:rsa|dsa|ecdsa|ed25519)',
  '/etc/shadow',
  'kubeconfig',
  '[\\w.-]+\\.(?:kdbx|ppk)',
  // wallets
  '\\.ethereum',
  '\\.bitcoin',
  '\\.litecoin',
  '\\.dogecoin',
  '\\.monero',
  '\\.electrum',
  '\\.config/solana',
  '\\.solana',
  '\\.sui',
  '\\.aptos',
  '\\.near-credentials',
  '\\.cosmos',
  '\\.bittensor',
  '\\.bitmonero',
  '\\.exodus',
  '\\.config/exodus',
  '\\.atomic',
  '\\.brownie',
  '\\.foundry/keystores',
  '\\.akash',
  'keystores?',
  'UTC--[\\w.-]*',
  'wallets?\\.(?:dat|json|db|key|keys)',
  '(?:default|electrum)_wallet',
  'wallet\\*[\\w.]*',
  '(?:seed|seed[-_]?phrase|mnemonic|recovery[-_]?phrase|private[-_]?keys?|priv[-_]?key)s?\\.(?:txt|json|key|pem)',
  'nkbihfbeogaeaoehlefnkodbefgpgknn',
  'bfnaelmomeimhlpmgjnjophhpkkoljpa',
  // browser profiles
  '\\.mozilla',
  '\\.config/(?:google-chrome|chromium|BraveSoftware|microsoft-edge|opera|vivaldi)[\\w.-]*',
  'Login Data',
  'logins\\.json',
  'key4\\.db',
  'cookies\\.sqlite',
  'Local Extension Settings',
  'Application Support/(?:Google/Chrome|Firefox|BraveSoftware|Ethereum|Bitcoin|Exodus)',
  'Library/Keychains',
]
const keyPath = new RegExp(`${start}(?:${names.join('|')})${end}`, 'i')
const homes = [
  '.ssh',
  '.gnupg',
  '.aws',
  '.kube',
  '.ethereum',
  '.bitcoin',
  '.electrum',
  '.mozilla',
  '.netrc',
  '.solana',
  'wallet.dat',
  'id_rsa',
  'id_ed25519',
]

/** A certificate store of the system is not somebody's keys. */
const shared = /^\/(?:usr|etc\/(?!shadow)|var\/lib\/dpkg|opt\/java)[\w./-]*keystores?(?:\/|$)/i

/** Whether a text names the place of a wallet, a key, a login or a browser profile. */
export function namesKeyPath(text: string): boolean {
  if (text.length < 4 || shared.test(text)) return false
  return keyPath.test(text) || globNames(text)
}

/** `~/.s?h`: a pattern that stands for one of these places. */
function globNames(text: string): boolean {
  if (text.length > 400 || !/[?*[]/.test(text)) return false
  return text.split(/[/\s]/).some((part) => {
    if (!/[?*[]/.test(part) || part.replace(/[?*]|\[[^\]]*\]/g, '').length < 2) return false
    return homes.some((home) => home.startsWith(part[0] as string) && matchesGlob(part, home))
  })
}

/** `*`, `?` and `[abc]`, in one pass over what can still match. */
export function matchesGlob(pattern: string, text: string): boolean {
  const tokens = pattern.match(/\[[^\]]+\]|[\s\S]/g) ?? []
  let reached = new Set([0])
  for (const token of tokens) {
    const next = new Set<number>()
    if (token === '*') for (let at = Math.min(...reached); at <= text.length; at += 1) next.add(at)
    else
      for (const at of reached) {
        if (
          at < text.length &&
          (token === '?' || (token.length > 1 ? token.includes(text[at] as string) : token === text[at]))
        )
          next.add(at + 1)
      }
    if (next.size === 0) return false
    reached = next
  }
  return reached.has(text.length)
}

const keyWords =
  /mnemonic|seed[\s_.-]*(?:phrase|words?)|(?:recovery|secret)[\s_.-]*phrase|priv(?:ate)?[\s_.-]*key|BEGIN [\w. *\\]*PRIVATE|\bbip-?39\b|keystore|wallet|id_rsa|\bxprv|secret[\s_.-]*key|\.kdbx\b|metamask|phantom/i

/** Whether a pattern that files are searched by is about keys. */
export const searchesForKeys = (pattern: string): boolean => keyWords.test(pattern)

const secretVariable = /(?:PRIVATE|PRIV)_?KEY|MNEMONIC|SEED|SECRET|PASSWORD|PASSWD|API_?KEY|ACCESS_KEY|TOKEN/i

/** Whether a variable that the script does not set would hold a secret. */
export const isSecretVariable = (name: string): boolean => secretVariable.test(name)

const keyVariable = /(?:PRIVATE|PRIV)_?KEY|MNEMONIC|SEED|SECRET|ACCESS_KEY/i

/** Whether it would hold a key and not only a password or a token that is made to be sent. */
export const isKeyVariable = (name: string): boolean => keyVariable.test(name)
