/** An address as it can be recognised by who knows it, and not be learnt by who does not: `v…@example.org`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = address
  return `${first}…${address.slice(at)}`
}
