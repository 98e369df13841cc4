/** Why `npm ci` failed, in words an operator can act on. Plain JavaScript: see install.mjs. */

/** Ends a command with what is wrong and what to do about it; never with a stack trace. */
export class InstallFailure extends Error {
  constructor(message, remedy) {
    super(message)
    this.remedy = remedy
  }
}

const keptLines = 12

/** Ordered: the first pattern found in npm's words decides. */
const causes = [
  {
    pattern: /spawn .*npm ENOENT|not found: npm/i,
    message: 'npm was not found.',
    remedy: 'Install npm (it comes with Node) and start again.',
  },
  {
    pattern:
      /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    message: 'The npm registry could not be reached.',
    remedy: 'Check the network and proxy (`npm ping`; `npm config get registry`) and start again.',
  },
  {
    pattern: /CERT|self[- ]signed|UNABLE_TO_(GET|VERIFY)/,
    message: "The npm registry's certificate is not trusted here.",
    remedy: 'Name the certificate of your proxy in NODE_EXTRA_CA_CERTS (or `npm config set cafile …`) and start again.',
  },
  {
    pattern: /\bE40[134]\b|ETARGET|E5\d\d/,
    message: 'The npm registry refused or does not have one of the packages.',
    remedy: 'See npm’s words above; check `npm config get registry` and your sign-in to it, then start again.',
  },
  {
    pattern: /EINTEGRITY/,
    message: 'A package is not what the lockfile says it is.',
    remedy: 'Empty the cache (`npm cache clean --force`) and start again; if it stays so, do not trust that registry.',
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    message: 'npm may not write into this folder.',
    remedy: 'Start as the user who owns this folder, or change its owner.',
  },
  {
    pattern: /ENOSPC/,
    message: 'The disk is full.',
    remedy: 'Comptoir needs about 600 MB for its packages (1 GB with those for its tests): make room and start again.',
  },
  {
    pattern: /EUSAGE/,
    message: 'package.json and package-lock.json do not agree.',
    remedy: 'Run `npm install` and commit both, or `git checkout package.json package-lock.json`.',
  },
]

/**
 * @param {string} output all that npm said
 * @param {number | string} status its exit code, or the signal that ended it
 */
export function explainNpmFailure(output, status) {
  const known = causes.find(({ pattern }) => pattern.test(output))
  const words = output
    .split('\n')
    .filter((line) => line.trim() && !/complete log of this run/i.test(line))
    .slice(-keptLines)
    .map((line) => `  ${line}`)
    .join('\n')
  const message = `${words}\nInstalling packages failed (npm ended with ${status}). ${known?.message ?? ''}`.trimEnd()
  return new InstallFailure(message, known?.remedy ?? 'See npm’s words above, then start again.')
}
