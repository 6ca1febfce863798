// @ts-check
// Whether `planlotse serve` in this container is alive: ends with 0 if so. The image has no curl.
const WITHIN = 4000;

const response = await fetch(`http://127.0.0.1:${process.env.PLANLOTSE_HEALTH_PORT}/healthz`, {
  signal: AbortSignal.timeout(WITHIN),
}).catch(() => undefined);
process.exitCode = response?.ok === true ? 0 : 1;
