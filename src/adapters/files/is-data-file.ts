/** Whether a path within the data folder is read: YAML, and nothing hidden. */
export function isDataFile(path: string): boolean {
  return /\.ya?ml$/.test(path) && !path.split('/').some((part) => part.startsWith('.'));
}
