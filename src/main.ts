#!/usr/bin/env node
import { processIo } from './commands/process-io.js';
import { run } from './commands/run.js';

process.exitCode = await run(process.argv.slice(2), processIo());
