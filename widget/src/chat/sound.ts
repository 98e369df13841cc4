let context: AudioContext | null = null

/** Two soft notes. Browsers let a page sound only once somebody has touched it; before that it stays silent. */
export function ring(): void {
  if (!navigator.userActivation?.hasBeenActive) return
  try {
    context ??= new AudioContext()
    const { currentTime, destination } = context
    for (const [note, after] of [
      [660, 0],
      [880, 0.11],
    ] as const) {
      const tone = context.createOscillator()
      const volume = context.createGain()
      tone.frequency.value = note
      volume.gain.setValueAtTime(0, currentTime + after)
      volume.gain.linearRampToValueAtTime(0.08, currentTime + after + 0.02)
      volume.gain.exponentialRampToValueAtTime(0.0005, currentTime + after + 0.35)
      tone.connect(volume).connect(destination)
      tone.start(currentTime + after)
      tone.stop(currentTime + after + 0.4)
    }
  } catch {
    // No sound device: a badge tells the same.
  }
}
