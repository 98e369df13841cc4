/** « 15 € », « 7,25 € »: an amount of the currency's smallest unit, as the reader writes it. */
export function formatMoney(cents: number, currency: string, tag: string): string {
  const format = new Intl.NumberFormat(tag, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(cents / 10 ** digits)
}
