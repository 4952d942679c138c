/** A word as it begins a sentence: months have no capital in Dutch. */
export function sentence(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
