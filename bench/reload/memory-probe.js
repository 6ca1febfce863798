// @ts-check
// Loaded into the program under the soak by --import: tells what memory it has after a collection, when asked.
process.on('message', () => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
// Being asked must not keep the program.
process.channel?.unref();
