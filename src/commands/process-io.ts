import type { Lifecycle, ProgramIo } from './program-io.js';

/** The process that the program runs in. */
export function processIo(): ProgramIo {
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, cwd: process.cwd(), now: () => new Date(), lifecycle };
}

const lifecycle: Lifecycle = {
  onSignal: (listener) => listen(['SIGTERM', 'SIGINT'], listener),
  onHangUp: (listener) => listen(['SIGHUP'], listener),
  onCrash: (listener) => listen(['uncaughtException', 'unhandledRejection'], listener),
  exit: (code) => process.exit(code),
};

type Events = 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'uncaughtException' | 'unhandledRejection';

function listen<T>(events: readonly Events[], listener: (value: T) => void): () => void {
  for (const event of events) process.on(event, listener);
  return () => {
    for (const event of events) process.off(event, listener);
  };
}
