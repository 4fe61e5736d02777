// The viewer in Chromium, Firefox and WebKit: one list of checks (engines/checks.mjs), through each engine's own driver
// (engines/drivers.mjs). An engine that is not installed is told of and skipped. `ENGINE=WebKit CHECK=search` runs a part.
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/lib/serve.mjs';
import { CHECKS } from './engines/checks.mjs';
import { ENGINES } from './engines/drivers.mjs';

const { ENGINE = '', CHECK = '' } = process.env;

for (const { name, installed, start } of ENGINES.filter((engine) => engine.name.includes(ENGINE))) {
  if (!installed) {
    test(name, { skip: 'not installed' }, () => {});
    continue;
  }
  describe(name, () => {
    let server;
    let driver;
    let passed = 0;
    const began = performance.now();
    before(async () => {
      server = await serve();
      driver = await start();
    }, { timeout: 120_000 });
    after(async () => {
      await driver?.close();
      await server?.close();
      console.log(`# ${name}: ${passed} checks in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }, { timeout: 30_000 });
    for (const check of CHECKS.filter((one) => one.name.includes(CHECK))) {
      test(check.name, { timeout: 90_000 }, async () => {
        // After a check that failed, the next one gets a browser that has not heard of it.
        driver ??= await start();
        const used = driver;
        driver = null;
        try {
          await used.open(`${server.address}${check.at}`, check.size);
          await check.run(used);
          driver = used;
          passed++;
        } finally {
          if (!driver) void used.close();
        }
      });
    }
  });
}
