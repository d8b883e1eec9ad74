/** Two sentences that differ only in case and signs are the same to somebody who learns them. */
export function sameness(text: string): string {
  return text.toLowerCase().normalize('NFKC').replace(/['’]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
