// The page's modules fit together as TypeScript's checker sees them: node types_test.cjs
// Skipped (77) without the packages from npm.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const checker = path.join(__dirname, '../npm/node_modules/typescript/bin/tsc');
if (!fs.existsSync(checker)) {
  console.log('skipped: typescript is not there; npm ci in tests/npm fetches it');
  process.exit(77);
}
const page = path.join(__dirname, '../../cli/web/page');
const modules = fs.readdirSync(page).filter((name) => name.endsWith('.js')).map((name) => path.join(page, name));
const { status } = spawnSync(process.execPath, [checker, '--allowJs', '--checkJs', '--noEmit', '--target', 'es2022',
  '--lib', 'dom,dom.iterable,es2022', '--module', 'esnext', '--moduleResolution', 'bundler', ...modules], { stdio: 'inherit' });
process.exit(status ?? 1);
