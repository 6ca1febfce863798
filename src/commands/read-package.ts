import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const shape = z.object({ version: z.string(), homepage: z.url() });

/** What the program says of itself: its version, and where it is at home. */
export async function readPackage(): Promise<z.infer<typeof shape>> {
  return shape.parse(JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')));
}
