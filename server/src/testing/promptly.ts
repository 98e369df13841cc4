/**
 * Within this "at once" and "within a second" have to be, in milliseconds. The second is the product's; the rest is for a machine that
 * does many other things. Whatever came only by a timer of ours, a poll that runs out or a line that is found dead, would come later.
 */
export const promptlyMs = 5_000
