// Counts questions in the folder given, from when it is told the day until it is killed, and says how many are kept.
import { once } from 'node:events';
import { createFolderMissStore } from '../../../dist/adapters/misses/folder-miss-store.js';

const [folder] = process.argv.slice(2);
const told = once(process, 'message');
process.send('ready');
const [day] = await told;
const store = createFolderMissStore({ folder, threshold: 5, pause: 0 });
let kept = 0;

async function count() {
  for (;;) {
    await store.add(
      { kind: 'nothing-found', language: 'de', words: ['klettern', `selten${process.pid}x${kept}`] },
      day,
    );
    kept += 1;
    process.send(kept);
  }
}

await Promise.all([count(), count(), count()]);
