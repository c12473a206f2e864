// What has been started is ended, however the measurement ends.

const works = new Set();

/** Remembers what to do at the end; the answer does it now and forgets it. */
export function onEnd(work) {
  works.add(work);
  return async () => {
    if (works.delete(work)) await work();
  };
}

export async function cleanUp() {
  for (const work of [...works].reverse()) {
    works.delete(work);
    await work();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => cleanUp().finally(() => process.exit(130)));
}
