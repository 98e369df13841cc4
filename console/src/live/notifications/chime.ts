/** Two soft tones, a fourth apart, in hertz. */
const tones = [659.25, 880]
const toneSeconds = 0.16
const loudness = 0.12
/** Words that come together make one sound. */
const restMs = 1_500

let context: AudioContext | null = null
let playedAtMs = Number.NEGATIVE_INFINITY

/** A short sound. Before the first press on the page browsers keep silent, and so does this. */
export async function playChime() {
  if (Date.now() - playedAtMs < restMs) return
  playedAtMs = Date.now()
  try {
    context ??= new AudioContext()
    await context.resume()
    for (const [index, hertz] of tones.entries()) playTone(context, hertz, context.currentTime + index * toneSeconds)
  } catch {
    // Fail open: no sound here; the badge and the title say the same.
  }
}

function playTone(context: AudioContext, hertz: number, from: number) {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.frequency.value = hertz
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(loudness, from + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, from + toneSeconds * 2)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + toneSeconds * 2)
}
