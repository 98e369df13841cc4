/** Passes on what comes in pieces line by line, so that two that print at once never share a line. */
export function byLine(onLine: (line: string) => void): { write(chunk: string): void; end(): void } {
  let rest = ''
  return {
    write(chunk) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    },
    end() {
      if (rest) onLine(rest)
      rest = ''
    },
  }
}
