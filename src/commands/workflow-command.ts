/** Where an annotation lands in the changed files of a pull request. */
export interface AnnotationPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * An annotation as GitHub Actions reads it from the output of a step, escaped so that no text can end or begin one:
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function workflowCommand(
  kind: 'error' | 'warning',
  { file, line, column }: AnnotationPlace,
  title: string,
  message: string,
): string {
  const properties = { file, line, col: column, title };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${kind} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
