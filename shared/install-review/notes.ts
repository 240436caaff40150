/** What an install script does to a machine that is worth knowing: noted, no alarm. */
import type { ReasonName } from './classes.ts'
import { report, type Machine, type Scene, type Span } from './machine.ts'
import type { Value } from './value.ts'

const commandNotes: Readonly<Record<string, string>> = {
  'other-account': 'sudo doas su pkexec runuser gosu su-exec',
  service:
    'systemctl service rc-update rc-service update-rc.d invoke-rc.d deb-systemd-helper deb-systemd-invoke chkconfig launchctl initctl start-stop-daemon systemd-run sv svc nssm pm2 supervisorctl',
  cron: 'crontab at batch anacron systemd-cron',
  firewall: 'ufw iptables ip6tables iptables-restore nft firewall-cmd ebtables arptables pfctl setenforce',
  'kernel-module': 'modprobe insmod rmmod dkms kmod depmod update-initramfs',
  'auto-update': 'unattended-upgrade unattended-upgrades dpkg-reconfigure-unattended',
}
const byName = new Map<string, ReasonName>(
  Object.entries(commandNotes).flatMap(([reason, names]) =>
    names.split(' ').map((name) => [name, reason as ReasonName] as const),
  ),
)

const textNotes: readonly (readonly [ReasonName, RegExp])[] = [
  ['container-socket', /(?:docker|containerd|podman|crio)\.sock\b|--privileged\b/],
  ['cron', /\/etc\/cron|\/var\/spool\/cron|OnCalendar=|[\w-]\.timer\b/],
  [
    'service',
    /\/systemd\/(?:system|user)\b|\/etc\/init\.d\/|\/etc\/rc\.local|Launch(?:Daemons|Agents)|\/etc\/supervisor|\.config\/autostart/,
  ],
  ['firewall', /\/etc\/(?:iptables|nftables|ufw)\b/],
  ['kernel-module', /\/etc\/modules\b|\/etc\/modules-load\.d|\/etc\/modprobe\.d/],
  [
    'auto-update',
    /unattended-upgrades|20auto-upgrades|watchtower|auto[-_ ]?up(?:date|grade)|self[-_ ]?update/i,
  ],
]

/** Notes what a command's own name says. */
export function noteCommand(
  name: string,
  args: readonly Value[],
  scene: Scene,
  machine: Machine,
  at: Span,
): void {
  const reason = byName.get(name)
  if (reason !== undefined) report(machine, reason, scene, at)
  if (
    /^(?:usermod|gpasswd|adduser|addgroup)$/.test(name) &&
    args.some(({ text }) => /^(?:docker|podman|lxd|libvirt)$/.test(text))
  )
    report(machine, 'container-socket', scene, at)
}

/** Notes what a word or a written text names. */
export function noteText({ text }: Value, scene: Scene, machine: Machine, at: Span): void {
  if (text.length < 6) return
  for (const [reason, pattern] of textNotes) if (pattern.test(text)) report(machine, reason, scene, at)
}

/** For text that was not read as shell: the same names, as words. */
export const notesInLine = (line: string): readonly ReasonName[] => [
  ...(line.match(/[\w.-]+/g) ?? []).flatMap((word) => byName.get(word) ?? []),
  ...textNotes.flatMap(([reason, pattern]) => (pattern.test(line) ? [reason] : [])),
]
